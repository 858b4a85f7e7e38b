//! How the lived days are written down: which days, which cards, at what times, in what words.

use std::collections::BTreeSet;

use super::life::{BEFORE, Habit, Lived};
use super::words;
use crate::model::answers::Answers;
use crate::model::day_record::DayRecord;
use crate::model::entry::{Entry, EntryKind};
use crate::model::questionnaire::Questionnaire;
use crate::model::region::Region;
use crate::model::text::Note;
use crate::model::time::ClockTime;
use crate::model::trackable::Key;
use crate::model::value::Value;
use crate::rng::Rng;

/// The two long gaps: first and last day, counted back from today.
const GAPS: &[(i32, i32)] = &[(224, 215), (160, 154)];

/// Days before today, and whole rounds before that, on which questionnaires are answered.
const QUESTIONNAIRE_DAY: i32 = 6;

/// Writes the days down. Days on which nothing was written are left out.
pub(super) fn pages(seed: u64, lived: &[Lived], habit: &Habit) -> Vec<DayRecord> {
    let mut rng = Rng::new(seed, 3);
    let diary_days = lived.get(BEFORE..).unwrap_or_default();
    let missed = missed_days(diary_days.len(), habit, &mut rng);
    let today = lived.last().map(|last| last.day);
    let mut pages = Vec::with_capacity(diary_days.len());
    for (place, day) in diary_days.iter().enumerate() {
        let ago = today.map_or(0, |today| today.days_since(day.day));
        let mut writer = Writer { page: DayRecord::blank(day.day), lived: day, rng: &mut rng, thorough: !habit.gaps };
        if ago == 0 && habit.gaps {
            writer.sleep();
        } else {
            writer.whole_day(ago);
        }
        // A day that is left out is drawn all the same, so that leaving it out changes no other day.
        if !missed.contains(&place) && !writer.page.is_blank() {
            pages.push(writer.page);
        }
    }
    pages
}

/// Places of the days without entries: the long gaps, and a fixed share of single days. Today and yesterday are never among
/// them.
fn missed_days(days: usize, habit: &Habit, rng: &mut Rng) -> BTreeSet<usize> {
    let mut missed = BTreeSet::new();
    if habit.gaps {
        for (from, to) in GAPS {
            missed.extend((*to..=*from).filter_map(|ago| days.checked_sub(usize::try_from(ago).ok()? + 1)));
        }
    }
    // Truncation of a small positive number.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to the number of days")]
    let single = (habit.missed_share * days as f64) as usize;
    let wanted = missed.len() + single;
    while missed.len() < wanted && days > 2 {
        missed.insert(rng.below(days - 2));
    }
    missed
}

/// Writes one page.
pub(super) struct Writer<'a> {
    pub(super) page: DayRecord,
    pub(super) lived: &'a Lived,
    pub(super) rng: &'a mut Rng,
    /// Whether every card is filled in.
    thorough: bool,
}

pub(super) fn number(value: f64) -> Option<Value> {
    Value::number(value)
}

/// A clock time from hours, which may count on past 24.
pub(super) fn clock(hours: f64) -> Option<ClockTime> {
    #[expect(clippy::cast_possible_truncation, reason = "a few thousand at most")]
    let minutes = (hours * 60.0).round() as i64;
    let part = |value: i64| u8::try_from(value).ok();
    ClockTime::new(part(minutes.div_euclid(60).rem_euclid(24))?, part(minutes.rem_euclid(60))?)
}

impl Writer<'_> {
    pub(super) fn add(
        &mut self,
        kind: EntryKind,
        at: Option<ClockTime>,
        region: Option<Region>,
        answers: &[(&str, Option<Value>)],
        text: Option<&str>,
    ) {
        let pairs = answers.iter().filter_map(|(key, value)| Some((Key::new(key).ok()?, (*value)?)));
        let answers: Answers = pairs.collect();
        let text = text.and_then(|text| Note::new(text).ok());
        self.push(Entry { id: self.page.next_id(), kind, at, region, answers, text, foods: Vec::new() });
    }

    pub(super) fn push(&mut self, entry: Entry) {
        if !entry.is_blank() {
            self.page.entries.push(entry);
        }
    }

    /// The day's value as an answer.
    pub(super) fn num<'k>(&self, key: &'k str) -> (&'k str, Option<Value>) {
        (key, number(self.lived.get(key)))
    }

    pub(super) fn yes<'k>(&self, key: &'k str) -> (&'k str, Option<Value>) {
        (key, Some(Value::YesNo(self.lived.is(key))))
    }

    /// Whether a card of this habit is filled in today.
    fn fills(&mut self, share: f64) -> bool {
        let chance = self.rng.chance(share);
        chance || self.thorough
    }

    fn whole_day(&mut self, ago: i32) {
        if self.fills(0.9) {
            self.sleep();
        }
        if self.fills(0.93) {
            self.skin();
        }
        if self.fills(0.86) {
            self.gut();
        }
        // Food is picked from the table on most days, and written down in words with numbers by hand on the others.
        let in_words = self.rng.chance(0.12);
        if self.fills(0.85) {
            if in_words { self.meals_in_words() } else { self.meals() }
        }
        if self.fills(0.82) {
            if in_words { self.drinks_in_numbers() } else { self.drinks() }
        }
        if self.fills(0.88) {
            let mind = [self.num("stress"), self.num("mood")];
            self.add(EntryKind::Mind, None, None, &mind, None);
        }
        self.questionnaires(ago);
        self.weekly_look(ago);
        if self.fills(0.62) {
            let moved = ["activity_min", "sun_min"].map(|key| self.num(key));
            let felt = ["sweating", "period"].map(|key| self.yes(key));
            self.add(EntryKind::Activity, None, None, &[moved, felt].concat(), None);
        }
        if self.fills(0.5) {
            let own = [self.num("screen_hours"), self.num("energy")];
            self.add(EntryKind::Own, None, None, &own, None);
        }
        self.doses();
        self.words(ago);
    }

    /// On the days they are due; the answers follow the day's mood, energy, sleep and stress, and nothing of them is drawn.
    fn questionnaires(&mut self, ago: i32) {
        let share = |key, least: f64, most: f64| (self.lived.get(key) / 10.0 * (most - least) + least).round();
        let (mood, energy, rested) =
            (share("mood", 1.0, 5.0), share("energy", 1.0, 5.0), share("sleep_quality", 1.0, 5.0));
        let stress = share("stress", 0.0, 4.0);
        let answers = |questionnaire: Questionnaire, numbers: &[f64]| {
            let items = questionnaire.items().zip(numbers);
            items.map(|(item, answer)| (item.key.as_str(), number(*answer))).collect::<Vec<_>>()
        };
        let well_being = answers(Questionnaire::Who5, &[mood, 5.0 - stress, energy, rested, mood]);
        let strain = answers(Questionnaire::Pss4, &[stress, 4.0 - stress, (mood - 1.0).max(0.0), stress]);
        for (questionnaire, answers) in [(Questionnaire::Who5, well_being), (Questionnaire::Pss4, strain)] {
            if ago.rem_euclid(questionnaire.days_apart()) == QUESTIONNAIRE_DAY {
                self.add(questionnaire.kind(), None, None, &answers, None);
            }
        }
    }

    /// What of the skin changes slowly, on one day of the week: it follows how red the day is, and nothing of it is drawn.
    fn weekly_look(&mut self, ago: i32) {
        if ago.rem_euclid(7) == QUESTIONNAIRE_DAY % 7 {
            let vessels = (self.lived.get("redness") / 2.0).round();
            self.add(EntryKind::SkinWeek, None, None, &[("visible_vessels", number(vessels))], None);
        }
    }

    fn sleep(&mut self) {
        let time = |key| clock(self.lived.get(key)).map(Value::Time);
        let mut night = vec![self.num("sleep_hours"), self.num("sleep_quality"), self.num("wakings")];
        night.extend([("bed_time", time("bed_time")), ("wake_time", time("wake_time")), self.num("itch_wakings")]);
        self.add(EntryKind::Sleep, None, None, &night, None);
    }

    fn skin(&mut self) {
        let keys = ["redness", "itch", "inflamed", "flushes", "skin_pain", "dryness", "comedones"];
        let asked = if self.fills(0.7) { keys.len() } else { 4 };
        let mut skin: Vec<_> = keys.iter().take(asked).map(|key| self.num(key)).collect();
        skin.push(self.yes("flare"));
        self.add(EntryKind::SkinCheck, None, None, &skin, None);
        if self.rng.chance(0.3) {
            self.face();
        }
    }

    /// Single regions: one is as red as the whole, the others at most that.
    fn face(&mut self) {
        let whole = self.lived.get("redness");
        let places = [Region::LeftCheek, Region::RightCheek, Region::Nose, Region::Forehead];
        let reddest = self.rng.below(2);
        for (index, region) in places.into_iter().enumerate() {
            let paler = if index == reddest { 0.0 } else { self.rng.below(3) as f64 };
            let red = number((whole - paler).max(0.0));
            self.add(EntryKind::SkinCheck, None, Some(region), &[("redness", red)], None);
        }
    }

    fn gut(&mut self) {
        let mut hour = 7.0;
        for form in self.lived.stools.clone() {
            hour = self.rng.between(hour, hour + 5.0);
            let loose = (form - 4.0).max(0.0);
            let hard = (4.0 - form).max(0.0);
            let answers = [
                ("stool", number(form)),
                ("urgency", number((2.0 * loose + self.rng.unit()).round())),
                ("straining", number((2.0 * hard + self.rng.unit()).round())),
                ("incomplete", Some(Value::YesNo(self.rng.chance(0.12)))),
            ];
            self.add(EntryKind::Stool, clock(hour), None, &answers, None);
        }
        let mut check: Vec<_> = ["bloating", "gut_pain", "wind", "reflux"].iter().map(|key| self.num(key)).collect();
        check.push(("no_stool", Some(Value::YesNo(self.lived.stools.is_empty()))));
        self.add(EntryKind::GutCheck, None, None, &check, None);
    }

    fn doses(&mut self) {
        for (key, hour) in [("nsaid", 11.0), ("antihistamine", 21.0)] {
            if self.lived.is(key) || self.thorough {
                let at = clock(hour + self.rng.between(0.0, 1.5));
                self.add(EntryKind::Dose, at, None, &[self.num(key)], None);
            }
        }
        if self.fills(0.7) {
            self.add(EntryKind::Dose, None, None, &[self.num("emollient")], None);
        }
    }

    fn words(&mut self, ago: i32) {
        if self.rng.chance(0.09) {
            let note = self.rng.pick(words::NOTES).copied();
            self.add(EntryKind::Note, None, None, &[], note);
        }
        for (_, event) in words::EVENTS.iter().filter(|(when, _)| *when == ago) {
            self.add(EntryKind::Event, None, None, &[], Some(event));
        }
        let (when, key, text) = words::WARNING;
        if when == ago {
            self.add(EntryKind::Warning, None, None, &[(key, Some(Value::YesNo(true)))], Some(text));
        }
    }
}
