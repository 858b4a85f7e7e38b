//! Lines of meals: making them with the name of today, and what a person's past lines say of their habits.

use std::collections::HashMap;

use super::pantry::Pantry;
use super::table::FoodTable;
use crate::model::food_line::{FoodId, FoodLine, GramsError, check_grams};
use crate::model::text::{Name, TextError};
use crate::model::time::Day;

/// Why no line was made.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum LineError {
    /// No such food.
    #[error("no food has the number {}; please choose one from the search", .0.0)]
    NoSuchFood(FoodId),
    /// The amount.
    #[error(transparent)]
    Grams(#[from] GramsError),
    /// The name.
    #[error(transparent)]
    Name(#[from] TextError),
}

/// A line of so many grams of a food, with its name of today.
///
/// # Errors
/// [`LineError`] if the food is not known or the grams are not above 0 and at most 5 kg.
pub fn line(pantry: &Pantry, food: FoodId, grams: f64) -> Result<FoodLine, LineError> {
    let name = pantry.name(food).ok_or(LineError::NoSuchFood(food))?;
    Ok(FoodLine { food, grams: check_grams(grams)?, name: Name::new(name)? })
}

/// What a person's past lines say: how often each food is eaten, and how much of it the last time.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Habits {
    foods: HashMap<FoodId, Habit>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Habit {
    strength: f64,
    last: Day,
    grams: f64,
}

/// Days after which a past line counts half.
const HALF_LIFE_DAYS: f64 = 60.0;

impl Habits {
    /// Habits as of a day, from lines in any order.
    pub fn of<'a>(lines: impl Iterator<Item = (Day, &'a FoodLine)>, today: Day) -> Self {
        let mut foods: HashMap<FoodId, Habit> = HashMap::new();
        for (day, line) in lines {
            let age = f64::from(today.days_since(day).max(0));
            let weight = (-age / HALF_LIFE_DAYS).exp2();
            let habit = foods.entry(line.food).or_insert(Habit { strength: 0.0, last: day, grams: line.grams });
            habit.strength += weight;
            if day >= habit.last {
                (habit.last, habit.grams) = (day, line.grams);
            }
        }
        Self { foods }
    }

    /// How much a food is one of this person's, 0 to 1: 0.25 after once, 0.5 after three times, for the order of hits.
    pub fn weight(&self, food: FoodId) -> f64 {
        self.foods.get(&food).map_or(0.0, |habit| habit.strength / (habit.strength + 3.0))
    }

    /// Grams to offer first: the last time's, else the usual portion of the table, the own food or the recipe.
    pub fn grams_to_offer(&self, pantry: &Pantry, food: FoodId) -> Option<f64> {
        if let Some(habit) = self.foods.get(&food) {
            return Some(habit.grams);
        }
        if let Some(recipe) = pantry.recipes.get(&food) {
            return recipe.serving_grams();
        }
        match pantry.own.get(&food) {
            Some(own) => own.portion_grams,
            None => FoodTable::get().food(food)?.default_portion().map(|portion| portion.grams),
        }
    }

    /// The foods eaten last, the newest first.
    pub fn recent(&self, limit: usize) -> Vec<FoodId> {
        let mut foods: Vec<(&FoodId, &Habit)> = self.foods.iter().collect();
        foods.sort_by(|(a, x), (b, y)| y.last.cmp(&x.last).then(y.strength.total_cmp(&x.strength)).then(a.cmp(b)));
        foods.into_iter().take(limit).map(|(id, _)| *id).collect()
    }
}
