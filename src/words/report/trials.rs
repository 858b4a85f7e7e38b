//! Trials of the period.

use crate::words::capital;

/// Heading.
pub const HEADING: &str = "Trials: one thing switched on and off by lot";

/// Heading of one.
pub fn heading(name: &str) -> String {
    format!("Trial of {name}")
}

/// How it stands, or why it came to nothing, as a sentence.
pub fn sentence(words: &str) -> String {
    capital(&format!("{words}."))
}
