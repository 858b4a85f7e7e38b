//! What was written down as it happened.

use crate::words::count;

/// Heading of courses.
pub const COURSES: &str = "Courses: medicines, supplements, creams, diets";
/// Said where there is none.
pub const NO_COURSE: &str = "No course was logged for this period.";
/// Caption of their table.
pub const COURSES_CAPTION: &str = "Courses as logged by the person";
/// Heads of their table.
pub const COURSES_HEADER: [&str; 6] =
    ["Name", "Kind", "Dose and schedule", "First day", "Last day", "May still act until"];
/// A dose that nobody entered.
pub const NOT_SAID: &str = "not said";
/// The last day of what goes on.
pub const GOES_ON: &str = "goes on";
/// Heading of warning signs.
pub const WARNINGS: &str = "Warning signs";
/// Said where none was ticked.
pub const NO_WARNING: &str = "None was ticked in this period. That does not say that none was there.";
/// Heading of events and notes.
pub const WORDS: &str = "Events and notes";
/// Heading of those that are meant for the doctor.
pub const MARKED: &str = "Events and notes marked for the doctor";
/// Caption of both.
pub const WORDS_CAPTION: &str = "In the person's own words";
/// Heads of their tables.
pub const WORDS_HEADER: [&str; 3] = ["When", "What", "Words"];
/// Heading of meals.
pub const MEALS: &str = "Meals";
/// Caption of their table.
pub const MEALS_CAPTION: &str = "Meals and drinks as logged by the person";
/// Heads of their table.
pub const MEALS_HEADER: [&str; 3] = ["When", "What", "Words and foods"];

/// How an antibiotic stands.
pub fn antibiotic(standing: &str) -> String {
    format!("Antibiotic {standing}")
}

/// A sign with the days on which it was ticked.
pub fn on_days(sign: &str, days: &[String]) -> String {
    format!("{sign}: {}", days.join(", "))
}

/// Notes for which there is no room.
pub fn more_notes(more: usize) -> String {
    format!("{} in the diary.", count(more, "more note stands", "more notes stand"))
}

/// Meals for which there is no room.
pub fn more_meals(more: usize) -> String {
    format!("{} in the diary.", count(more, "more meal stands", "more meals stand"))
}
