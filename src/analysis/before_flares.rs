//! What was eaten in the days before flares, and how often it is eaten anyway. Only counts: a food that is eaten every day
//! stands before every flare, and nothing here says that a food does anything.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::food_line::{FoodId, FoodLine};
use crate::model::time::Day;
use crate::model::value::Value;

/// Days before a flare that can be looked at, fewest and most.
pub const DAYS_BEFORE: std::ops::RangeInclusive<u16> = 1..=14;

/// The answer that marks a flare.
pub const FLARE: &str = "flare";

/// Stands with the list wherever it is shown.
pub const NO_EVIDENCE: &str = "A list like this is no evidence. What somebody eats on most days stands before most flares, \
whether or not it matters. Compare the share of days before flares with the share of all days, and do not leave anything out \
because of this list.";

/// One food and its days.
#[derive(Debug, Clone, PartialEq)]
pub struct FoodDays {
    /// Which food, as it was logged: a recipe is one food.
    pub food: FoodId,
    /// Its name when it was last logged.
    pub name: String,
    /// Days before flares on which it was eaten.
    pub before: BTreeSet<Day>,
    /// Days on which it was eaten.
    pub all: BTreeSet<Day>,
}

/// What was eaten before flares.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BeforeFlares {
    /// Days marked as a flare.
    pub flare_days: usize,
    /// Days on which the question was answered, with yes or no.
    pub answered_days: usize,
    /// Days before flares, each once, however many flares followed.
    pub days_before: usize,
    /// Of these, days with at least one food logged.
    pub logged_before: usize,
    /// All days with at least one food logged.
    pub logged: usize,
    /// Foods eaten before flares, those eaten on most such days first.
    pub foods: Vec<FoodDays>,
}

/// Looks at the `days` days before every flare day up to `today`. The flare day itself is not among them; a day without an
/// answer is no flare, and a day without a logged food says nothing.
pub fn before_flares(diary: &Diary, days: u16, today: Day) -> BeforeFlares {
    let days = i32::from(days.clamp(*DAYS_BEFORE.start(), *DAYS_BEFORE.end()));
    let pages: Vec<&DayRecord> = diary.day_records().map(AsRef::as_ref).filter(|page| page.date <= today).collect();
    let answers: Vec<(Day, bool)> = pages.iter().filter_map(|page| Some((page.date, flares(page)?))).collect();
    let flare_days: Vec<Day> = answers.iter().filter(|(_, flares)| *flares).map(|(day, _)| *day).collect();
    let window: BTreeSet<Day> = flare_days.iter().flat_map(|flare| (1..=days).map(|back| flare.plus(-back))).collect();
    let mut found = BeforeFlares {
        flare_days: flare_days.len(),
        answered_days: answers.len(),
        days_before: window.len(),
        ..BeforeFlares::default()
    };
    let mut foods: BTreeMap<FoodId, FoodDays> = BTreeMap::new();
    for page in pages {
        let mut lines = foods_of(page).peekable();
        if lines.peek().is_none() {
            continue;
        }
        let is_before = window.contains(&page.date);
        found.logged += 1;
        found.logged_before += usize::from(is_before);
        for line in lines {
            let blank =
                || FoodDays { food: line.food, name: String::new(), before: BTreeSet::new(), all: BTreeSet::new() };
            let food = foods.entry(line.food).or_insert_with(blank);
            line.name.as_str().clone_into(&mut food.name);
            food.all.insert(page.date);
            if is_before {
                food.before.insert(page.date);
            }
        }
    }
    found.foods = foods.into_values().filter(|food| !food.before.is_empty()).collect();
    found.foods.sort_by(|a, b| b.before.len().cmp(&a.before.len()).then_with(|| a.name.cmp(&b.name)));
    found
}

fn foods_of(page: &DayRecord) -> impl Iterator<Item = &FoodLine> {
    page.entries.iter().flat_map(|entry| &entry.foods)
}

/// Whether a day is marked as a flare anywhere on it; `None` if nobody said.
fn flares(page: &DayRecord) -> Option<bool> {
    let answers = page.entries.iter().filter_map(|entry| entry.answers.get(FLARE));
    answers.map(|answer| answer == Value::YesNo(true)).reduce(|any, flare| any || flare)
}
