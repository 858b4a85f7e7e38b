//! Foods: the table of 7,049 foods that ships inside the program, the search over it, and what a meal adds up to. Nothing here
//! knows of files, windows or the diary's entries; a value that is not known stays unknown all the way.

pub mod amount;
pub mod browse;
pub mod counting;
pub mod diet_metric;
pub mod drinks;
pub mod finder;
pub mod food;
pub mod food_words;
pub mod index;
pub mod meal_line;
pub mod measures;
pub mod mediterranean;
pub mod names;
pub mod occasions;
pub mod own_food;
pub mod pack;
pub mod pantry;
pub mod past_meals;
pub mod plants;
pub mod portion;
pub mod recipe;
pub mod search;
pub mod table;
pub mod tag_words;
pub mod totals;
pub mod typing;

/// How the keys of the day table's columns begin that foods fill, and nobody types.
pub const COLUMN_PREFIX: &str = "food_";

pub use crate::model::{food_tags as tags, nutrient};
