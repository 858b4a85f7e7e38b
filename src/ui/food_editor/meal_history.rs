//! What is known of the person who eats: habits, past meals, and a search over the table and the own foods; worked out once for
//! every state of the diary.

use std::sync::Arc;

use crate::foods::finder::Finder;
use crate::foods::meal_line::Habits;
use crate::foods::past_meals::{PastMeal, past_meals};
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::pantry::Pantry;
use crate::model::time::Day;

/// Days of meals that say what a person eats.
const HABIT_DAYS: i32 = 400;

/// What is known of the person who eats.
#[derive(Debug)]
pub struct MealHistory {
    /// How often each food is eaten, and how much of it.
    pub habits: Habits,
    /// Meals had before, the likeliest first.
    pub meals: Vec<PastMeal>,
    /// Search.
    pub finder: Finder,
}

/// The state of the diary it was worked out for. The pages and the pantry are kept, so that they change place when changed.
pub(super) struct Known {
    pages: usize,
    day: Day,
    page: Option<Arc<DayRecord>>,
    pantry: Arc<Pantry>,
    pub(super) history: Arc<MealHistory>,
}

impl Known {
    pub(super) fn new(diary: &Diary, day: Day) -> Self {
        let recent = || diary.day_records_between(day.plus(-HABIT_DAYS), day);
        let entries = || recent().flat_map(|page| page.entries.iter().map(|entry| (page.date, entry)));
        let lines = entries().flat_map(|(date, entry)| entry.foods.iter().map(move |line| (date, line)));
        let history = MealHistory {
            habits: Habits::of(lines, day),
            meals: past_meals(entries(), day),
            finder: Finder::new(diary.pantry()),
        };
        Self {
            pages: diary.day_records().len(),
            day,
            page: diary.day_record(day).cloned(),
            pantry: diary.pantry().clone(),
            history: Arc::new(history),
        }
    }

    pub(super) fn fits(&self, diary: &Diary, day: Day) -> bool {
        let same_page = match (&self.page, diary.day_record(day)) {
            (Some(known), Some(page)) => Arc::ptr_eq(known, page),
            (known, page) => known.is_none() && page.is_none(),
        };
        same_page
            && (self.pages, self.day) == (diary.day_records().len(), day)
            && Arc::ptr_eq(&self.pantry, diary.pantry())
    }
}
