//! What is known of the person who eats: habits, past meals, and a search over the table and the own foods; worked out once for
//! every state of the diary.

use std::sync::Arc;

use eframe::egui::{Id, Ui};

use crate::foods::finder::Finder;
use crate::foods::meal_line::Habits;
use crate::foods::past_meals::{PastMeal, past_meals};
use crate::model::diary::Diary;
use crate::model::page::Page;
use crate::model::pantry::Pantry;
use crate::model::time::Day;

/// Days of meals that say what a person eats.
const HABIT_DAYS: i32 = 400;

/// What is known of the person who eats.
#[derive(Debug)]
pub struct Eater {
    /// How often each food is eaten, and how much of it.
    pub habits: Habits,
    /// Meals had before, the likeliest first.
    pub meals: Vec<PastMeal>,
    /// Search.
    pub finder: Finder,
}

/// The state of the diary it was worked out for. The pages and the pantry are kept, so that they change place when changed.
#[derive(Clone)]
struct Known {
    pages: usize,
    day: Day,
    page: Option<Arc<Page>>,
    pantry: Arc<Pantry>,
    eater: Arc<Eater>,
}

impl Known {
    fn fits(&self, diary: &Diary, day: Day) -> bool {
        let same_page = match (&self.page, diary.page(day)) {
            (Some(known), Some(page)) => Arc::ptr_eq(known, page),
            (known, page) => known.is_none() && page.is_none(),
        };
        same_page && (self.pages, self.day) == (diary.pages().len(), day) && Arc::ptr_eq(&self.pantry, diary.pantry())
    }
}

/// What is known of this person on a day.
pub fn of(ui: &Ui, diary: &Diary, day: Day) -> Arc<Eater> {
    let id = Id::unique("eater");
    if let Some(known) = ui.data(|data| data.get_temp::<Known>(id)).filter(|known| known.fits(diary, day)) {
        return known.eater;
    }
    let recent = || diary.pages_between(day.plus(-HABIT_DAYS), day);
    let entries = || recent().flat_map(|page| page.entries.iter().map(|entry| (page.date, entry)));
    let lines = entries().flat_map(|(date, entry)| entry.foods.iter().map(move |line| (date, line)));
    let eater = Arc::new(Eater {
        habits: Habits::of(lines, day),
        meals: past_meals(entries(), day),
        finder: Finder::new(diary.pantry()),
    });
    let known = Known {
        pages: diary.pages().len(),
        day,
        page: diary.page(day).cloned(),
        pantry: diary.pantry().clone(),
        eater: eater.clone(),
    };
    ui.data_mut(|data| data.insert_temp(id, known));
    eater
}
