//! Red flags: what must be said before anything else. Thresholds and words follow the safety page, section 1.

use crate::columns::DayTable;
use crate::model::course::CourseKind;
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::profile::SafetyQuestion;
use crate::model::time::Day;
use crate::model::value::Value;

/// How soon somebody should look at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The emergency number, now.
    Emergency,
    /// Today.
    Today,
    /// Within days to two weeks.
    Soon,
    /// Somebody to talk to.
    Support,
}

impl Level {
    /// What to do, in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Emergency => "Call the emergency number now",
            Self::Today => "Get medical help today",
            Self::Soon => "See a doctor soon, within days to two weeks",
            Self::Support => "Talk to somebody",
        }
    }
}

/// One red flag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RedFlag {
    /// How soon.
    pub level: Level,
    /// What to know.
    pub text: String,
    /// What in the diary raised it.
    pub because: String,
}

/// Days a tick of a sign that cannot wait stays raised.
const URGENT_DAYS: i32 = 3;
/// Days a tick of any other sign stays raised.
const SOON_DAYS: i32 = 14;

/// Loose stools a day from which on it is called diarrhoea (WHO: three or more).
const DIARRHOEA: usize = 3;

const SERIOUS: &str = "This can be a serious infection or drug reaction.";
const ASK: &str = "A doctor should look at this.";

/// Ticks: key, level, text.
#[rustfmt::skip]
const TICKS: &[(&str, Level, &str)] = &[
    ("warn_throat_swelling", Level::Emergency, "Call the emergency number. Use your adrenaline pen if you have one. Lie down."),
    ("warn_rash_fever", Level::Emergency, SERIOUS),
    ("warn_red_all_over", Level::Emergency, SERIOUS),
    ("warn_pus_sheets", Level::Emergency, SERIOUS),
    ("warn_vomit_blood", Level::Emergency, "Bleeding inside or a hard, painful belly cannot wait."),
    ("warn_no_wind", Level::Emergency, "The bowel may be blocked."),
    ("warn_self_harm", Level::Emergency, "Call your local emergency number or a crisis line, and tell someone you trust now. You do not have to carry this alone."),
    ("warn_punched_sores", Level::Today, "This may be a herpes infection of eczema and needs antiviral treatment today. If you feel unwell or it is near an eye, call the emergency number."),
    ("warn_spreading_red", Level::Today, "This may be a skin infection that needs treatment."),
    ("warn_red_eye", Level::Today, "Eyes need to be looked at today."),
    ("warn_medicine_rash", Level::Today, "Ask about the new medicine today. With fever, blisters or swelling, call the emergency number."),
    ("warn_diarrhoea_fever", Level::Today, "Diarrhoea with blood or fever, or drying out, needs help today."),
    ("warn_retinoid_mood", Level::Today, "Contact the prescriber today. If you are in danger, call the emergency number."),
    ("warn_swallowing", Level::Today, ASK),
    ("warn_joints", Level::Soon, "May be psoriatic arthritis; early treatment protects joints."),
    ("warn_mole", Level::Soon, ASK),
    ("warn_scarring_acne", Level::Soon, "Acne that scars is worth treating early."),
    ("warn_weight_loss", Level::Soon, ASK),
    ("warn_night_diarrhoea", Level::Soon, ASK),
    ("warn_bowel_change", Level::Soon, ASK),
    ("warn_anaemia_lump", Level::Soon, ASK),
    ("warn_fatty_stool", Level::Soon, "Food may not be taken up well; a doctor can test for it."),
];

/// All red flags raised by the diary, most urgent first.
pub fn red_flags(diary: &Diary, table: &DayTable, today: Day) -> Vec<RedFlag> {
    let mut flags = ticks(diary, today);
    flags.extend(blood(diary, today));
    flags.extend(loose_stools(diary, table, today));
    flags.extend(itch_broken_nights(table, today));
    flags.extend(retinoid(diary));
    flags.extend(lasting_stress(table, today));
    flags.sort_by_key(|flag| flag.level);
    flags
}

fn recent(diary: &Diary, today: Day, days: i32) -> impl Iterator<Item = &DayRecord> {
    diary.pages_between(today.plus(1 - days), today.plus(1)).map(AsRef::as_ref)
}

fn answered_yes(page: &DayRecord, key: &str) -> bool {
    page.entries.iter().any(|entry| entry.answers.get(key) == Some(Value::YesNo(true)))
}

fn ticks(diary: &Diary, today: Day) -> Vec<RedFlag> {
    let mut flags = Vec::new();
    for (key, level, text) in TICKS {
        let days = if *level <= Level::Today { URGENT_DAYS } else { SOON_DAYS };
        let last = recent(diary, today, days).filter(|page| answered_yes(page, key)).last();
        if let (Some(page), Some(known)) = (last, diary.catalogue().get(key)) {
            let because = format!("You ticked on {}: {}.", page.date.brief(today), known.label);
            flags.push(RedFlag { level: *level, text: (*text).to_owned(), because });
        }
    }
    flags
}

fn blood(diary: &Diary, today: Day) -> Option<RedFlag> {
    let days = recent(diary, today, SOON_DAYS).filter(|page| answered_yes(page, "stool_blood")).count();
    let level = match days {
        0 => return None,
        1 => Level::Soon,
        _ => Level::Today,
    };
    let text = "Blood in stool should be assessed by a doctor if it has not been yet.".to_owned();
    Some(RedFlag { level, text, because: format!("Blood was logged on {days} of the last {SOON_DAYS} days.") })
}

/// Loose means form 6 or 7.
fn is_loose(form: f64) -> bool {
    form >= 6.0
}

fn loose_on(page: &DayRecord) -> usize {
    let forms = page.entries.iter().filter_map(|entry| entry.answers.get("stool"));
    forms.filter(|form| is_loose(form.as_number())).count()
}

fn loose_stools(diary: &Diary, table: &DayTable, today: Day) -> Vec<RedFlag> {
    let urgent = || recent(diary, today, URGENT_DAYS);
    let flag = |text: &str, because| RedFlag { level: Level::Today, text: text.to_owned(), because };
    let mut flags = Vec::new();
    if let Some(page) = urgent().find(|page| loose_on(page) >= 6) {
        let because = format!("{} loose stools were logged on {}.", loose_on(page), page.date.brief(today));
        flags.push(flag("Six or more loose stools a day can dry you out.", because));
    }
    if let Some(page) = urgent().find(|page| loose_on(page) >= DIARRHOEA && answered_yes(page, "stool_blood")) {
        let because = format!("{} loose stools and blood were logged on {}.", loose_on(page), page.date.brief(today));
        flags.push(flag("Diarrhoea with blood needs help today.", because));
    }
    let after_antibiotic = diary.courses().any(|course| {
        let until = course.stop.unwrap_or(today).plus(12 * 7);
        course.kind == CourseKind::Antibiotic && (course.start..=until).contains(&today)
    });
    if after_antibiotic && let Some(page) = urgent().find(|page| loose_on(page) >= DIARRHOEA) {
        let text = "Diarrhoea during or up to 12 weeks after an antibiotic can be an infection that needs treatment.";
        let because = format!(
            "{} loose stools on {} and an antibiotic in the last 12 weeks.",
            loose_on(page),
            page.date.brief(today)
        );
        flags.push(flag(text, because));
    }
    flags.extend(lasting_loose_stools(table, today));
    flags
}

/// Over four weeks: most days of the last four answered, most of the answers loose, and loose already the week before.
fn lasting_loose_stools(table: &DayTable, today: Day) -> Option<RedFlag> {
    let column = table.column("stool")?;
    let forms = |from: i32, to: i32| -> Vec<f64> {
        let rows = (from..to).filter_map(|ago| table.row(today.plus(-ago)));
        rows.filter_map(|row| column.cells.get(row).copied().flatten()).collect()
    };
    let is_loose_day = |form: &f64| *form >= 5.5;
    let (answered, before) = (forms(0, 28), forms(28, 35));
    let loose_days = answered.iter().filter(|form| is_loose_day(form)).count();
    let lasting = answered.len() >= 20 && loose_days * 4 >= answered.len() * 3 && before.iter().any(is_loose_day);
    lasting.then(|| RedFlag {
        level: Level::Soon,
        text: "Loose stools for over four weeks should be looked into.".to_owned(),
        because: format!(
            "Stools were loose on {loose_days} of {} logged days in four weeks, and before that.",
            answered.len()
        ),
    })
}

fn itch_broken_nights(table: &DayTable, today: Day) -> Option<RedFlag> {
    let column = table.column("itch_wakings")?;
    let nights = |from: i32| {
        (from..from + 7)
            .filter_map(|ago| table.row(today.plus(-ago)))
            .filter(|row| column.cells.get(*row).copied().flatten().is_some_and(|wakings| wakings >= 1.0))
            .count()
    };
    let (this_week, last_week) = (nights(0), nights(7));
    (this_week >= 2 && last_week >= 2).then(|| RedFlag {
        level: Level::Soon,
        text: "Nights broken by itch for two weeks are a reason to ask for a treatment review.".to_owned(),
        because: format!("Itch woke you in {this_week} nights this week and {last_week} the week before."),
    })
}

fn retinoid(diary: &Diary) -> Option<RedFlag> {
    let profile = diary.profile();
    let expecting =
        [SafetyQuestion::Pregnant, SafetyQuestion::Trying].iter().any(|question| profile.says_yes(*question));
    let both = expecting && profile.says_yes(SafetyQuestion::OralRetinoid);
    both.then(|| RedFlag {
        level: Level::Today,
        text: "An oral retinoid and pregnancy or plans for it: contact the prescriber today; do not wait.".to_owned(),
        because: "Your profile says both.".to_owned(),
    })
}

fn lasting_stress(table: &DayTable, today: Day) -> Option<RedFlag> {
    let column = table.column("stress")?;
    let high = (0..7)
        .filter_map(|ago| table.row(today.plus(-ago)))
        .filter(|row| column.cells.get(*row).copied().flatten().is_some_and(|stress| stress >= 9.0))
        .count();
    (high == 7).then(|| RedFlag {
        level: Level::Support,
        text: "Stress has been at its highest for a week. A doctor, a crisis line or somebody you trust can help to carry it.".to_owned(),
        because: "Stress was 9 or 10 on each of the last 7 days.".to_owned(),
    })
}
