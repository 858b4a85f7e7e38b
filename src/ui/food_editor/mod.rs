//! Everything that puts foods together: finding one, the lines of a meal, own foods and recipes. The forms and the dialogs use it;
//! it knows neither.

mod own_food;
mod own_food_fields;
mod recipe;

pub mod dragging;
pub mod food_lines;
pub mod food_search;
pub mod meal_history;
pub mod meal_totals;
pub mod state;

use self::own_food::OwnFoodDraft;
use self::recipe::RecipeDraft;
use super::modal::Dialog;
use crate::model::diary::Diary;
use crate::model::entry::EntryId;
use crate::model::food_line::FoodId;
use crate::model::time::Day;

/// The dialog of a new own food; `None` if no more fit into the pantry.
pub fn new_own_food(diary: &Diary, name: &str) -> Option<Box<dyn Dialog>> {
    Some(Box::new(OwnFoodDraft::named(diary, name)?))
}

/// The dialog of a recipe with nothing in it.
pub fn new_recipe(day: Day) -> Box<dyn Dialog> {
    Box::new(RecipeDraft::blank(day))
}

/// The dialog of a recipe of the foods of a meal; `None` if the meal is gone.
pub fn recipe_of_meal(diary: &Diary, day: Day, meal: EntryId) -> Option<Box<dyn Dialog>> {
    let entry = diary.day_record(day)?.entry(meal)?;
    Some(Box::new(RecipeDraft::of_meal(entry, day)))
}

/// The dialog that changes a food: a recipe or an own food as it is, one of the table as a copy. `None` if it is unknown.
pub fn change_food(diary: &Diary, food: FoodId, day: Day) -> Option<Box<dyn Dialog>> {
    let pantry = diary.pantry();
    if let Some(recipe) = pantry.recipes.get(&food) {
        return Some(Box::new(RecipeDraft::of(recipe, day)));
    }
    let draft = match pantry.own.get(&food) {
        Some(own) => OwnFoodDraft::of(own),
        None => OwnFoodDraft::copy(food)?,
    };
    Some(Box::new(draft))
}
