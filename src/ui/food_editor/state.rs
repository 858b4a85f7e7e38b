//! What is remembered while foods are put together: searches, chosen units, and what the person usually eats.

use std::collections::HashMap;
use std::sync::Arc;

use eframe::egui::{Id, IdMap};

use super::meal_history::{Known, MealHistory};
use crate::foods::measures::Unit;
use crate::model::diary::Diary;
use crate::model::food_line::FoodId;
use crate::model::time::Day;

/// The unit each food is counted in, where another than the plainest was chosen.
pub type Units = HashMap<FoodId, Unit>;

/// What is being searched for, until a food is taken.
#[derive(Debug, Default)]
pub struct FoodQuery {
    /// What was typed.
    pub text: String,
    /// Which hit the arrow keys are on.
    pub at: usize,
}

/// What is remembered of one diary while foods are put together in it.
#[derive(Default)]
pub struct FoodEditorState {
    queries: IdMap<FoodQuery>,
    /// The unit each food is counted in.
    pub units: Units,
    history: Option<Known>,
}

impl FoodEditorState {
    /// What is typed into a search field.
    pub fn query(&mut self, field: Id) -> &mut FoodQuery {
        self.queries.entry(field).or_default()
    }

    /// What is known of this person on a day; worked out once for every state of the diary.
    pub fn history(&mut self, diary: &Diary, day: Day) -> Arc<MealHistory> {
        if let Some(known) = self.history.as_ref().filter(|known| known.fits(diary, day)) {
            return known.history.clone();
        }
        self.history.insert(Known::new(diary, day)).history.clone()
    }
}
