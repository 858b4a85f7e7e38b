//! What counts as what when foods are added up: a live ferment, a sugary portion, water, an ultra-processed food. Each rule
//! stands here once, with its source or as our own step, and every column, total and list reads it from here.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::pantry::{Content, Part};
use super::table::FoodTable;
use super::tags::Presence;
use crate::model::food_line::FoodId;
use crate::model::nutrient::Nutrient;

/// Grams from which a food with live cultures counts as a portion. Our own step: a spoonful of yogurt in a sauce is none.
pub const LIVE_GRAMS: f64 = 20.0;
/// Grams from which an ultra-processed food makes an eating occasion one. Our own step: a splash of ketchup does not.
pub const ULTRA_PROCESSED_GRAMS: f64 = 20.0;
/// Grams of added sugars that make a portion sugary: a fifth of the 50 g a day that labels in the United States count against
/// (21 CFR 101.9(c)(9)), which the FDA calls a lot of it. Sugars of whole fruit, milk and pure juice are not added.
pub const SUGARY_GRAMS: f64 = 10.0;
/// Energy in 100 g up to which water, tea or coffee is plain. Our own step: a dash of milk leaves it plain, a latte is food.
const PLAIN_KCAL: f64 = 10.0;

/// How a word of a name begins that means vitamin A as retinol, whatever the group: liver, livers, liverwurst, fish liver oil.
const LIVER: &str = "liver";
/// Words, or two words, for what is made of liver.
const MADE_OF_LIVER: &[&str] = &["pate", "pates", "pâté", "pâtés", "braunschweiger", "foie gras"];

/// Groups whose vitamin A is retinol where no plant is in the food. In everything else it is carotene, or nobody knows.
const WITH_RETINOL: &[&str] = &[
    "Meat",
    "Poultry",
    "Cured meat & sausage",
    "Fish & seafood",
    "Eggs",
    "Milk & dairy",
    "Yogurt & fermented milk",
    "Cheese",
    "Cream & creamers",
    "Fats & oils",
    "Desserts & ice cream",
    "Breakfast cereals",
    "Nutrition drinks & powders",
    "Plant milk & yogurt",
];

/// Where sugars are nearly all added, total sugars stand for added ones that nobody measured.
const SWEETENED: &[&str] = &[
    "Cakes, biscuits & pastries",
    "Desserts & ice cream",
    "Soft drinks",
    "Sugar, honey & spreads",
    "Sweets & chocolate",
];

/// Added sugars of a portion in grams, as far as they are known: at least, at most.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct AddedSugars {
    least: f64,
    most: f64,
}

impl AddedSugars {
    /// Adds what a part of the portion holds. Where added sugars are unknown they lie between none and all sugars, else all
    /// carbohydrate, else all there is.
    pub fn add(&mut self, part: &Part<'_>) {
        let grams = |nutrient| part.per_100g(nutrient).map(|amount| amount * part.grams / 100.0);
        let sugars = grams(Nutrient::Sugars);
        let sweetened = part.group().is_some_and(|group| SWEETENED.contains(&group));
        let (least, most) = match grams(Nutrient::AddedSugars).or(sugars.filter(|_| sweetened)) {
            Some(added) => (added, added),
            None => (0.0, sugars.or(grams(Nutrient::Carbohydrate)).unwrap_or(part.grams)),
        };
        self.least += least;
        self.most += most;
    }

    /// Whether the portion is sugary; `Maybe` where too little is known.
    pub fn is_sugary(self) -> Presence {
        match self {
            Self { least, .. } if least >= SUGARY_GRAMS => Presence::Yes,
            Self { most, .. } if most < SUGARY_GRAMS => Presence::No,
            Self { .. } => Presence::Maybe,
        }
    }
}

impl Part<'_> {
    /// Group of the food, or of the food that an own food was copied from.
    pub(super) fn group(&self) -> Option<&'static str> {
        match self.content {
            Content::Table(food) => Some(food.group),
            Content::Own(own) => own.copied_from.and_then(|id| FoodTable::get().food(id)).map(|food| food.group),
            Content::Unknown => None,
        }
    }

    /// Vitamin A in it that is retinol already, in micrograms, as far as it is known: that of liver and what is made of it, and
    /// of animal foods and fortified ones without plants. Carotene of plants is none: the body makes retinol of it only as needed,
    /// and the upper limit is one for retinol (EFSA 2024, doi:10.2903/j.efsa.2024.8814). It is a lower bound, since of a mixed
    /// dish nobody knows which part is which.
    pub fn preformed_vitamin_a(&self) -> f64 {
        let amount = self.per_100g(Nutrient::VitaminA).filter(|amount| *amount > 0.0);
        let Some(amount) = amount.filter(|_| self.is_liver() || self.holds_retinol()) else { return 0.0 };
        amount * self.grams / 100.0
    }

    /// Whether its name says that it is liver, is made of liver or is the oil of one.
    pub fn is_liver(&self) -> bool {
        match self.content {
            Content::Table(food) => LIVERS.contains(&food.id),
            Content::Own(_) | Content::Unknown => says_liver(self.name()),
        }
    }

    fn holds_retinol(&self) -> bool {
        let has_plants = match self.content {
            Content::Table(food) => !food.plants.is_empty(),
            Content::Own(own) => !own.plants.is_empty(),
            Content::Unknown => true,
        };
        !has_plants && self.group().is_some_and(|group| WITH_RETINOL.contains(&group))
    }

    /// Whether it is plain water, tea or coffee: unsweetened, with a dash of milk at most, not ultra-processed. Alone it is no
    /// eating occasion, and it is no food whose processing says anything.
    pub fn is_plain_drink(&self) -> bool {
        matches!(self.group(), Some("Water" | "Tea" | "Coffee"))
            && self.per_100g(Nutrient::Energy).is_some_and(|energy| energy <= PLAIN_KCAL)
            && self.per_100g(Nutrient::AddedSugars).is_none_or(|added| added == 0.0)
            && self.tags().is_some_and(|tags| tags.nova != Some(4))
    }

    /// Whether it is a drink of water, still or sparkling. Tea, coffee, cola and soup hold water, and it is shown apart.
    pub fn is_water(&self) -> bool {
        self.group() == Some("Water") && self.is_plain_drink()
    }

    /// Whether it is a portion with live cultures. Fermented is not live: wine, bread and soy sauce are none.
    pub fn is_live_ferment(&self) -> Presence {
        self.tags().map_or(Presence::No, |tags| tags.live_cultures).min(from(self.grams, LIVE_GRAMS))
    }

    /// Processing class (NOVA, 1 to 4); `None` if unknown, or if it is a plain drink.
    pub fn nova(&self) -> Option<u8> {
        self.tags().and_then(|tags| tags.nova).filter(|_| !self.is_plain_drink())
    }
}

/// Foods of the table whose name says liver.
static LIVERS: LazyLock<HashSet<FoodId>> = LazyLock::new(|| {
    let foods = FoodTable::get().foods().iter();
    foods.filter(|food| says_liver(food.name)).map(|food| food.id).collect()
});

/// Whether a name says liver, by whole words: neither an olive nor a delivery holds any.
fn says_liver(name: &str) -> bool {
    let letters = |letter: char| if letter.is_alphabetic() { letter } else { ' ' };
    let name: String = name.to_lowercase().chars().map(letters).collect();
    let words: Vec<&str> = name.split_whitespace().collect();
    let starts = words.iter().any(|word| word.starts_with(LIVER));
    let name = format!(" {} ", words.join(" "));
    starts || MADE_OF_LIVER.iter().any(|made| name.contains(&format!(" {made} ")))
}

fn from(grams: f64, least: f64) -> Presence {
    if grams >= least { Presence::Yes } else { Presence::No }
}
