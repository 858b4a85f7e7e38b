//! What was tried and taken.

use crate::words::{all_of, count};

/// Heading of courses in detail.
pub const BEFORE_AND_AFTER: &str = "Before and after";
/// Said where the interval holds no difference at all.
pub const UNCLEAR: &str = "No step stands out from chance";
/// Said where no course touches the period.
pub const NOTHING: &str =
    "No medicine, supplement, diet or other course is entered for this period; what is not entered is not known.";

/// Courses for which page one has no room.
pub fn more_courses(more: usize) -> String {
    format!("{} compared in the part on courses.", count(more, "more course is", "more courses are"))
}

/// Courses that cannot be compared, and how many more.
pub fn too_few(names: &[String], more: usize) -> String {
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("Too few answered days around the first day to compare: {}{more}.", all_of(names))
}

/// A trial that runs.
pub fn running(name: &str, standing: &str) -> String {
    format!("Trial of {name}: {standing}; its result opens when the last day is over.")
}

/// A trial that is over.
pub fn over(name: &str, result: &str) -> String {
    format!("Trial of {name}: {result}")
}

/// Said where the outcome hardly varies around a course.
pub fn hardly_varies(label: &str, day: &str, outcome: &str) -> String {
    format!("{label}, {day}: {outcome} hardly varies around it.")
}

/// What was different after a course, how sure that is, and what else changed.
pub fn after(label: &str, day: &str, (headline, grade): (&str, &str), others: usize) -> String {
    let others = match others {
        0 => String::new(),
        n => format!(" {} within 14 days of it.", count(n, "other thing changed", "other things changed")),
    };
    format!("{label}, {day}: {headline} {grade}.{others}")
}
