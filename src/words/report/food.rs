//! What was eaten.

use crate::model::time::Day;
use crate::words::{Period, count, rounded};

/// Heading of nutrients.
pub const NUTRIENTS: &str = "Nutrient cover";
/// How far they can be trusted.
pub const ROUGH: &str =
    "Rough: from foods as logged and typical food tables. It cannot see what the body takes up and is no blood test.";
/// Heading of foods.
pub const FOODS: &str = "Foods and plants";
/// Heads of their table.
pub const HEADER: [&str; 3] = ["Group", "How many", "Which"];
/// The row of plants.
pub const PLANTS: &str = "Different plants";
/// The rows of groups: live cultures, prebiotics, sugar, ultra-processed.
pub const GROUPS: [&str; 4] = ["With live cultures", "Rich in prebiotics", "Much added sugar", "Ultra-processed"];

/// Caption of nutrients.
pub fn nutrients_caption(first: Day, last: Day, logged_days: usize) -> String {
    format!(
        "A day on average, {}; foods were logged on {}. – is not known",
        Period::new(first, last),
        count(logged_days, "day", "days")
    )
}

/// Caption of foods.
pub fn foods_caption(first: Day, last: Day, logged_days: usize) -> String {
    format!("{}; foods were logged on {logged_days} of 7 days. Groups by rule", Period::new(first, last))
}

/// How many plants, and their points.
pub fn plants(distinct: usize, points: f64) -> String {
    format!("{} ({} plant points)", count(distinct, "plant", "plants"), rounded(points, -2))
}

/// How many foods.
pub fn foods(foods: usize) -> String {
    count(foods, "food", "foods")
}

/// The first names of a list, and how many more there are; a dash of none.
pub fn some_of(names: &[&str], most: usize) -> String {
    if names.is_empty() {
        return "–".to_owned();
    }
    let shown = names.iter().take(most).copied().collect::<Vec<_>>().join("; ");
    match names.len().saturating_sub(most) {
        0 => shown,
        more => format!("{shown}; and {more} more"),
    }
}
