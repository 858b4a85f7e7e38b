//! Eating occasions: meals and drinks, and how many of them held an ultra-processed food. Counted by occasion, a salad of nine
//! foods with one bought dressing is one occasion of its day and not a tenth of a food.

use std::iter::Sum;

use crate::foods::counting::ULTRA_PROCESSED_GRAMS;
use crate::foods::pantry::Pantry;
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::entry::{Entry, EntryKind};
use crate::model::time::Day;

/// Occasions from which a share is said.
pub const NEEDED: u32 = 8;
/// Days with an occasion from which a share is said.
pub const NEEDED_DAYS: u32 = 5;
/// The class of ultra-processed foods (NOVA).
const ULTRA_PROCESSED: u8 = 4;

/// Eating occasions of a day or of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Occasions {
    /// Meals and drinks with a food whose class of processing is known; plain water, tea and coffee alone are none.
    pub all: u32,
    /// Of these, with an ultra-processed food of [`ULTRA_PROCESSED_GRAMS`] or more.
    pub ultra_processed: u32,
    /// Days with at least one.
    pub days: u32,
}

impl Occasions {
    /// The occasions of a day.
    pub fn of_page(pantry: &Pantry, page: &DayRecord) -> Self {
        let mut found = Self::default();
        for is_ultra_processed in page.entries.iter().filter_map(|entry| occasion(pantry, entry)) {
            found.all += 1;
            found.ultra_processed += u32::from(is_ultra_processed);
        }
        Self { days: u32::from(found.all > 0), ..found }
    }

    /// The occasions from one day to another, both included.
    pub fn between(diary: &Diary, pantry: &Pantry, first: Day, last: Day) -> Self {
        diary.day_records_between(first, last).map(|page| Self::of_page(pantry, page)).sum()
    }

    /// The ultra-processed share of occasions, 0 to 1; `None` below [`NEEDED`] occasions on [`NEEDED_DAYS`] days.
    pub fn share(self) -> Option<f64> {
        let enough = self.all >= NEEDED && self.days >= NEEDED_DAYS;
        enough.then(|| f64::from(self.ultra_processed) / f64::from(self.all))
    }
}

impl Sum for Occasions {
    fn sum<I: Iterator<Item = Self>>(days: I) -> Self {
        days.fold(Self::default(), |sum, day| Self {
            all: sum.all + day.all,
            ultra_processed: sum.ultra_processed + day.ultra_processed,
            days: sum.days + day.days,
        })
    }
}

/// Whether an entry is an occasion, and if so whether it held an ultra-processed food.
fn occasion(pantry: &Pantry, entry: &Entry) -> Option<bool> {
    if !matches!(entry.kind, EntryKind::Meal | EntryKind::Drink) {
        return None;
    }
    let mut found = None;
    for line in &entry.foods {
        pantry.each_part(line.food, line.grams, &mut |part| {
            if let Some(class) = part.nova() {
                let is_ultra_processed = class == ULTRA_PROCESSED && part.grams >= ULTRA_PROCESSED_GRAMS;
                found = Some(found.unwrap_or(false) || is_ultra_processed);
            }
        });
    }
    found
}
