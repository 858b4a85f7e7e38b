//! Checking a dish of one's own, and taking portions of it.

use super::pantry::{DEEPEST_RECIPE, Pantry};
use crate::model::food_line::{FoodId, FoodLine, GramsError, MOST_GRAMS, check_grams};
pub use crate::model::recipe::Recipe;
use crate::model::text::TextError;

/// The most ingredients of a recipe.
pub const MOST_INGREDIENTS: usize = 100;
/// The most a whole dish may weigh, in grams: a hundred kilograms.
pub const HEAVIEST_DISH: f64 = 100_000.0;

/// Why a recipe was not kept.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum RecipeError {
    /// The number is not one of a recipe.
    #[error("the number of a recipe starts at 2000000000")]
    Id,
    /// Nothing goes in.
    #[error("a recipe needs at least one ingredient")]
    NoIngredients,
    /// Too many.
    #[error("a recipe holds at most {MOST_INGREDIENTS} ingredients, not {0}")]
    TooManyIngredients(usize),
    /// An ingredient's amount.
    #[error("{name}: {error}")]
    Ingredient {
        /// Name of the ingredient.
        name: String,
        /// What is wrong.
        error: GramsError,
    },
    /// The weight of the finished dish.
    #[error("the finished dish must weigh more than 0 g and at most 100 kg, not {0} g")]
    Yield(f64),
    /// Portions.
    #[error("a recipe serves from 0.25 up to 200, not {0}")]
    Servings(f64),
    /// It is among its own ingredients.
    #[error("{0} would contain itself; please take it out of the ingredients")]
    ContainsItself(String),
    /// Recipes in recipes in recipes.
    #[error("recipes can stand within each other at most {DEEPEST_RECIPE} deep")]
    TooDeep,
    /// The name does not do.
    #[error(transparent)]
    Name(#[from] TextError),
}

impl Recipe {
    /// Checks the recipe against what else is there.
    ///
    /// # Errors
    /// [`RecipeError`] with a word for the first thing that is wrong.
    pub fn check(&self, pantry: &Pantry) -> Result<(), RecipeError> {
        if !self.id.is_recipe() {
            return Err(RecipeError::Id);
        }
        match self.ingredients.len() {
            0 => return Err(RecipeError::NoIngredients),
            1..=MOST_INGREDIENTS => {}
            many => return Err(RecipeError::TooManyIngredients(many)),
        }
        for line in &self.ingredients {
            let wrong = |error| RecipeError::Ingredient { name: line.name.to_string(), error };
            check_grams(line.grams).map_err(wrong)?;
        }
        let grams = self.yield_grams().unwrap_or(0.0);
        if !(grams > 0.0 && grams <= HEAVIEST_DISH) {
            return Err(RecipeError::Yield(self.cooked_grams.unwrap_or(grams)));
        }
        if !(0.25..=200.0).contains(&self.servings) {
            return Err(RecipeError::Servings(self.servings));
        }
        self.ingredients.iter().try_for_each(|line| self.check_within(pantry, line.food, 1))
    }

    fn check_within(&self, pantry: &Pantry, id: FoodId, depth: usize) -> Result<(), RecipeError> {
        if id == self.id {
            return Err(RecipeError::ContainsItself(self.name.to_string()));
        }
        let Some(recipe) = pantry.recipes.get(&id) else { return Ok(()) };
        if depth >= DEEPEST_RECIPE {
            return Err(RecipeError::TooDeep);
        }
        recipe.ingredients.iter().try_for_each(|line| self.check_within(pantry, line.food, depth + 1))
    }

    /// A line of so many portions of it, with its name of today.
    ///
    /// # Errors
    /// [`GramsError`] if that gives no grams or more than one line holds ([`MOST_GRAMS`]).
    pub fn line(&self, servings: f64) -> Result<FoodLine, GramsError> {
        let grams = check_grams(self.serving_grams().unwrap_or(0.0) * servings)?;
        debug_assert!(grams <= MOST_GRAMS);
        Ok(FoodLine { food: self.id, grams, name: self.name.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::text::Name;

    fn line(food: FoodId, grams: f64) -> FoodLine {
        FoodLine { food, grams, name: Name::new("part").unwrap() }
    }

    fn recipe(number: u32, ingredients: Vec<FoodLine>) -> Recipe {
        let id = FoodId(FoodId::FIRST_RECIPE.0 + number);
        Recipe { id, name: Name::new("Stew").unwrap(), ingredients, cooked_grams: None, servings: 4.0, hidden: false }
    }

    #[test]
    fn a_recipe_that_cannot_be_cooked_says_why() {
        let oats = FoodId(57_602_100);
        let pantry = Pantry::default();
        let good = recipe(0, vec![line(oats, 200.0)]);
        assert_eq!(good.check(&pantry), Ok(()));
        assert_eq!(good.line(1.0).unwrap().grams, 50.0);
        let scaled = good.scaled_to(6.0);
        assert_eq!((scaled.yield_grams(), scaled.serving_grams()), (Some(300.0), Some(50.0)));
        assert_eq!(recipe(0, vec![]).check(&pantry), Err(RecipeError::NoIngredients));
        assert!(matches!(recipe(0, vec![line(oats, 0.0)]).check(&pantry), Err(RecipeError::Ingredient { .. })));
        for servings in [0.0, -2.0, f64::NAN, 1e9] {
            let wrong = Recipe { servings, ..good.clone() };
            assert!(matches!(wrong.check(&pantry), Err(RecipeError::Servings(_))), "{servings}");
            assert!(wrong.line(1.0).is_err() || servings == 1e9);
        }
        for cooked in [0.0, -5.0, f64::NAN, f64::INFINITY, 1e6] {
            let wrong = Recipe { cooked_grams: Some(cooked), ..good.clone() };
            assert!(matches!(wrong.check(&pantry), Err(RecipeError::Yield(_))), "{cooked}");
        }
    }

    #[test]
    fn a_recipe_within_itself_is_refused_and_never_hangs() {
        let (a, b) = (FoodId(FoodId::FIRST_RECIPE.0), FoodId(FoodId::FIRST_RECIPE.0 + 1));
        let mut pantry = Pantry::default();
        assert!(matches!(recipe(0, vec![line(a, 5.0)]).check(&pantry), Err(RecipeError::ContainsItself(_))));
        pantry.recipes.insert(b, recipe(1, vec![line(a, 50.0)]));
        let around = recipe(0, vec![line(b, 50.0)]);
        assert_eq!(around.check(&pantry), Err(RecipeError::ContainsItself("Stew".into())));
        // An edited file may hold it all the same: it is taken apart once and the rest is unknown.
        pantry.recipes.insert(a, around);
        let mut parts = 0;
        pantry.each_part(a, 100.0, &mut |part| {
            parts += 1;
            assert!(part.tags().is_none());
        });
        assert_eq!(parts, 1);
    }
}
