//! Whether something may be tried by lot now: each reason against it is a calm sentence of its own, so that somebody who is refused
//! knows why and what else there is to do.

use super::card::Card;
use super::gate::{self, Access};
use super::leave_out;
use super::library;
use super::safety::{Flag, silences};
use super::situation::Person;
use super::suggest::Running;
use crate::analysis::trial::recorded::reading;
use crate::columns::{DayTable, Origin};
use crate::foods::tags::Tag;
use crate::medicines;
use crate::model::course::{Course, CourseKind};
use crate::model::diary::Diary;
use crate::model::time::Day;
use crate::model::trial::{Lot, TrialDesign, TrialSubject};
use crate::model::trial_sides::TrialSides;
use crate::words::capital;

/// Days before the start in which the outcome should be logged.
pub const LOOK_BACK_DAYS: i32 = 28;
/// Logged days of them that are needed: half.
pub const LEAST_LOGGED_DAYS: usize = 14;

/// What somebody wants to try, before it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Wish<'a> {
    /// What is switched, in the person's words.
    pub factor: &'a str,
    /// What is done on a day on, and on a day off.
    pub instructions: [&'a str; 2],
    /// What of the diary it is.
    pub subject: Option<&'a TrialSubject>,
    /// Key of the main outcome.
    pub outcome: &'a str,
    /// The places, where one side is treated and the other not.
    pub sides: Option<TrialSides>,
    /// First day.
    pub start: Day,
    /// Periods, once they are chosen.
    pub design: Option<TrialDesign>,
    /// Whether the person says that it is something to eat or drink.
    pub is_eaten: bool,
    /// Whether a test for coeliac disease was done.
    pub tested_for_coeliac: bool,
}

/// Why it cannot be tried now; empty if it can.
pub fn against(wish: &Wish<'_>, diary: &Diary, table: &DayTable, flags: &[Flag], today: Day) -> Vec<String> {
    let mut reasons = Vec::new();
    let silenced = silences(flags);
    let is_food = is_food(wish, table);
    if silenced.everything || silenced.trials {
        reasons.push(
            "A sign that a doctor should look at stands at the top of the window. That comes first; the trial can wait."
                .to_owned(),
        );
    } else if is_food && silenced.diet_ideas {
        reasons
            .push("A sign that a doctor should look at comes before any change of what you eat or drink.".to_owned());
    }
    reasons.extend(prescribed(wish, diary));
    if is_food {
        reasons.extend(gate::against_leaving_out(diary.profile(), today).into_iter().map(str::to_owned));
        reasons.extend(too_long_without(wish));
        if is_gluten(wish) && !wish.tested_for_coeliac {
            reasons.push(format!("{}.", capital(&leave_out::LeaveOutError::CoeliacTestFirst.to_string())));
        }
    }
    if wish.sides.is_some() && (is_food || is_swallowed(wish, diary)) {
        reasons.push("What is swallowed reaches both sides, so it cannot be tried on one of them.".to_owned());
    }
    if wish.sides.is_some() && says(wish, "spray") {
        reasons.push("A spray drifts to the other side, so it cannot be tried on one of them.".to_owned());
    }
    reasons.extend(gates(wish, diary, today));
    reasons.extend(beside(diary, today));
    reasons.extend(outcome(wish, table, today));
    if key_of(wish) == Some(wish.outcome) {
        reasons.push("What is switched cannot be what is judged. Choose another outcome.".to_owned());
    }
    if wish.start < today {
        reasons.push("A trial cannot start in the past: what is fixed afterwards fits what was seen.".to_owned());
    }
    reasons
}

fn key_of<'a>(wish: &Wish<'a>) -> Option<&'a str> {
    match wish.subject {
        Some(TrialSubject::Column(key)) => Some(key),
        _ => None,
    }
}

/// Whether what is switched is eaten or drunk: as the person says, or as the diary knows.
pub fn is_food(wish: &Wish<'_>, table: &DayTable) -> bool {
    let column = key_of(wish).and_then(|key| table.column(key));
    let is_of_foods = column.is_some_and(|column| matches!(column.origin, Origin::Foods | Origin::LoggedAndFoods));
    wish.is_eaten || is_of_foods || leave_out::GROUPS.iter().any(|group| names(wish, *group))
}

/// Whether it is a course of something that is not put on the skin.
fn is_swallowed(wish: &Wish<'_>, diary: &Diary) -> bool {
    let Some(TrialSubject::Course(id)) = wish.subject else { return false };
    diary.course(*id).is_some_and(|course| course.kind != CourseKind::Topical)
}

/// Whether gluten is switched.
pub fn is_gluten(wish: &Wish<'_>) -> bool {
    names(wish, Tag::Gluten)
}

/// Whether a group of foods is named, as the factor or in its words.
fn names(wish: &Wish<'_>, group: Tag) -> bool {
    let label = group.label();
    key_of(wish) == Some(label) || says(wish, label)
}

/// Whether a word stands in the factor or in what is done on days on and off.
fn says(wish: &Wish<'_>, wanted: &str) -> bool {
    let has = |words: &str| words.to_lowercase().split(|sign: char| !sign.is_alphanumeric()).any(|word| word == wanted);
    has(wish.factor) || wish.instructions.into_iter().any(has)
}

/// A prescribed medicine is never switched by lot, whatever name it goes by.
fn prescribed(wish: &Wish<'_>, diary: &Diary) -> Option<String> {
    let is_prescribed = |kind: CourseKind| matches!(kind, CourseKind::Antibiotic | CourseKind::Prescribed);
    let named = std::iter::once(wish.factor).chain(wish.instructions).find_map(|words| {
        let found = medicines::recognise(words)?;
        let class = medicines::class(&found.medicine.class)?;
        (is_prescribed(class.kind) || class.never_by_lot).then(|| found.medicine.name.clone())
    });
    let course = || match wish.subject {
        Some(TrialSubject::Course(id)) => {
            let course = diary.course(*id).filter(|course| is_prescribed(course.kind) || is_never_by_lot(course))?;
            Some(course.name.to_string())
        }
        _ => None,
    };
    let name = named.or_else(course)?;
    Some(format!(
        "{name} is a prescribed medicine. Whether it is taken is never drawn by lot; that is for you and your doctor."
    ))
}

fn is_never_by_lot(course: &Course) -> bool {
    let found = medicines::recognise(course.name.as_str());
    found.and_then(|found| medicines::class(&found.medicine.class)).is_some_and(|class| class.never_by_lot)
}

/// Nothing is left out for longer at a stretch than the rule of leaving out allows.
fn too_long_without(wish: &Wish<'_>) -> Option<String> {
    let design = wish.design?;
    let alike = match design.lot {
        Lot::Balanced { most_alike } => u16::from(most_alike),
        Lot::Pairs => 2,
        Lot::SwapOnce { .. } | Lot::OneSide { .. } => 1,
    };
    let days = design.days_per_period.saturating_mul(alike);
    (days > leave_out::MOST_DAYS).then(|| {
        format!(
            "With these periods {} could be left out for {days} days at a stretch. Four weeks are the most; take shorter periods.",
            wish.factor
        )
    })
}

/// What the cards about the factor say to this person.
fn gates(wish: &Wish<'_>, diary: &Diary, today: Day) -> Vec<String> {
    let Some(key) = key_of(wish) else { return Vec::new() };
    let person = Person::on(diary, today);
    let about = |card: &&Card| card.try_it.is_some() && card.relates.iter().any(|row| row.is_of_factor(key));
    let mut said: Vec<String> = Vec::new();
    for card in library::cards().iter().filter(|card| card.is_for(person.profile)).filter(about) {
        let access = gate::access(card, &person);
        if let Access::AskFirst { say } | Access::Hide { say } | Access::NoTrial { say } = access
            && !said.contains(&say)
        {
            said.push(say);
        }
    }
    said
}

/// One change at a time.
fn beside(diary: &Diary, today: Day) -> Option<String> {
    Running::find(diary, today).map(|running| running.one_at_a_time())
}

/// An outcome that nobody logs cannot be judged.
fn outcome(wish: &Wish<'_>, table: &DayTable, today: Day) -> Option<String> {
    let Some(column) = table.column(wish.outcome) else {
        return Some("Choose an outcome that you log.".to_owned());
    };
    let days = (1..=LOOK_BACK_DAYS).map(|back| today.plus(-back));
    let logged = days.filter(|day| reading(wish.sides, wish.outcome, table, *day).is_some()).count();
    let both = if wish.sides.is_some() { " for both sides" } else { "" };
    (logged < LEAST_LOGGED_DAYS).then(|| {
        format!(
            "{}{both} is logged on {logged} of the last {LOOK_BACK_DAYS} days. Log it on at least {LEAST_LOGGED_DAYS} of {LOOK_BACK_DAYS} \
             days first, so that the plan knows how it moves by itself.",
            column.label
        )
    })
}
