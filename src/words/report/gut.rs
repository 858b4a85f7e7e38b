//! Stools.

use crate::words::count;

/// Heading.
pub const HEADING: &str = "Stool";
/// Heads of the table of forms.
pub const HEADER: [&str; 3] = ["Form", "Stools", "Share"];
/// What can be ticked of a stool, with its key.
pub const TICKED: [(&str, &str); 2] = [("stool_blood", "Blood"), ("stool_mucus", "Mucus")];

/// How many stools on how many days, and how many days say anything at all.
pub fn said(stools: usize, stool_days: usize, none_days: usize, unsaid: usize) -> String {
    format!(
        "{} on {}; “no stool” was answered on {}; {} say nothing.",
        count(stools, "stool was logged", "stools were logged"),
        count(stool_days, "day", "days"),
        count(none_days, "day", "days"),
        count(unsaid, "day", "days"),
    )
}

/// On how many days something was ticked, after what goes before.
pub fn ticked(what: &str, days: usize) -> String {
    format!(" {what} was ticked on {}.", count(days, "day", "days"))
}

/// Caption of the table of forms.
pub fn caption(stools: usize) -> String {
    format!("Stool forms, {} with a form", count(stools, "stool", "stools"))
}

/// A form with its number.
pub fn form(number: f64, words: &str) -> String {
    format!("{number}: {words}")
}
