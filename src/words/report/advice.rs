//! Warnings and ideas that the diary showed to the person.

use crate::model::time::Day;
use crate::words::count;

/// Heading of what needs a look. Its words speak to the person, not to whoever reads the report.
pub const FLAGS: &str = "Needs a look first: what the diary said to the person";
/// Heading of the ideas.
pub const IDEAS: &str = "Ideas the program showed";
/// Heads of their table.
pub const HEADER: [&str; 3] = ["In the diary", "Why now, the claim, and what studies found", "Cautions and sources"];

/// What stands in a row of an idea.
#[derive(Debug)]
#[allow(missing_docs, reason = "the row says what each is")]
pub struct Studies<'a> {
    pub why_now: &'a str,
    pub claim: &'a str,
    pub finding: &'a str,
    pub skin: &'a str,
    pub health: &'a str,
    pub conditions: &'a str,
    pub lag_window: &'a str,
}

/// Why an idea was shown, what is claimed, and what studies found.
pub fn studies(of: &Studies<'_>) -> String {
    let Studies { why_now, claim, finding, skin, health, conditions, lag_window } = of;
    format!("{why_now}\nClaim: “{claim}”\nFound: {finding}\n{skin} {health}\nFor: {conditions}; {lag_window}.")
}

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
