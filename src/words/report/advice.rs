//! Warnings and ideas that the diary showed to the person.

use crate::model::time::Day;
use crate::words::count;

/// Heading of what needs a look. Its words speak to the person, not to whoever reads the report.
pub const FLAGS: &str = "Needs a look first: what the diary said to the person";
/// Heading of the ideas.
pub const IDEAS: &str = "Ideas the program showed";
/// Heads of their table.
pub const HEADER: [&str; 3] = ["In the diary", "Why now, the claim, and what studies found", "Cautions and sources"];

/// Flags that page one has no room for.
pub fn more_flags(more: usize) -> String {
    format!("{} in the part on warning signs.", count(more, "more stands", "more stand"))
}

/// Caption of the ideas.
pub fn caption(today: Day) -> String {
    format!("Shown to the person on {}", today.short())
}

/// What each of them is.
pub fn each_is(what: &str) -> String {
    format!("Each is a {what}.")
}
