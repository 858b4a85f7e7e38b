//! A dish of one's own, as the diary keeps it: ingredients, what it weighs when done, and how many it serves.

use serde::{Deserialize, Serialize};

use super::food_line::{FoodId, FoodLine};
use super::text::Name;

/// A dish of one's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// Number, from [`FoodId::FIRST_RECIPE`].
    pub id: FoodId,
    /// Name.
    pub name: Name,
    /// What goes in.
    pub ingredients: Vec<FoodLine>,
    /// What the finished dish weighs in grams; `None` = as much as went in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cooked_grams: Option<f64>,
    /// How many portions it gives.
    pub servings: f64,
    /// No longer offered. Days on which it was eaten keep what is in it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
}

impl Recipe {
    /// What the finished dish weighs in grams; `None` if that is nothing.
    pub fn yield_grams(&self) -> Option<f64> {
        let grams = self.cooked_grams.unwrap_or_else(|| self.ingredients.iter().map(|line| line.grams).sum());
        (grams > 0.0 && grams.is_finite()).then_some(grams)
    }

    /// Grams of one portion.
    pub fn serving_grams(&self) -> Option<f64> {
        Some(self.yield_grams()? / self.servings).filter(|grams| *grams > 0.0 && grams.is_finite())
    }

    /// The same dish for another number of portions.
    #[must_use]
    pub fn scaled_to(&self, servings: f64) -> Self {
        let factor = servings / self.servings;
        let ingredients = self.ingredients.iter();
        Self {
            ingredients: ingredients.map(|line| FoodLine { grams: line.grams * factor, ..line.clone() }).collect(),
            cooked_grams: self.cooked_grams.map(|grams| grams * factor),
            servings,
            ..self.clone()
        }
    }
}
