//! What the report for a doctor's visit says: its headings, captions and sentences, a file a part, named as the part that says them.
//! They describe, and give no reason.

pub mod advice;
pub mod axis_map;
pub mod body;
pub mod calendar;
pub mod charts;
pub mod day_by_day;
pub mod findings;
pub mod food;
pub mod front_page;
pub mod gut;
pub mod headline;
pub mod logged;
pub mod methods;
pub mod outcomes;
pub mod photos;
pub mod signs;
pub mod taken;
pub mod trials;
pub mod who;

use crate::model::time::Day;
use crate::words::Period;

/// What every report is called.
pub const TITLE: &str = "Skin and gut diary";

/// One line under it.
pub fn subtitle(first: Day, last: Day, made: Day) -> String {
    format!("{} · made on {}", Period::new(first, last), made.short())
}

/// Said where a list is cut.
pub fn more_in_the_diary(more: usize) -> String {
    format!("{more} more are in the diary.")
}
