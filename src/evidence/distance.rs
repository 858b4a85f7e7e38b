//! A number of the diary that is far from what a card aims for, and the sentences that say so with its days.

use crate::words::{Quantity, count, rounded};

/// What marks a number as a share, which is said in percent.
pub(super) const SHARE: &str = "%";

/// On which side of the aim it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toward {
    /// At least the aim.
    AtLeast,
    /// At most the aim.
    AtMost,
}

/// A number of the diary that is far from an aim.
#[derive(Debug, Clone, PartialEq)]
pub struct Distance {
    /// Key of the column that was read.
    pub column: String,
    /// Name of the column.
    pub label: String,
    /// What the diary says.
    pub now: f64,
    /// Whether the diary says at least this, since a part of the sum is unknown.
    pub at_least: bool,
    /// The aim, or the mark from which on a card is of use.
    pub aim: f64,
    /// Whether that is a number to reach. A mark is none, and is not shown.
    pub is_aim: bool,
    /// On which side of it the number should be.
    pub toward: Toward,
    /// Unit of both, with its time: "g a day".
    pub unit: String,
    /// How far, in shares of the aim: 0 close to 1 far.
    pub share: f64,
    /// Answered days.
    pub answered: usize,
    /// Days looked at.
    pub window_days: usize,
    /// Where the aim is from.
    pub source: String,
}

impl Distance {
    /// A number of it with its unit: "14 g a day", "62 %".
    pub fn in_words(&self, value: f64) -> String {
        if self.unit == SHARE {
            return crate::words::percent(value);
        }
        let place = if value.abs() >= 10.0 { 0 } else { -1 };
        Quantity { unit: &self.unit, yes_no: false, step: 1.0 }.with_unit(&rounded(value, place))
    }

    /// What the diary says, with days and numbers.
    fn seen(&self) -> String {
        format!(
            "{} in your log: {}, on {} of the last {} days.",
            self.label,
            self.in_words(self.now),
            count(self.answered, "answered day", "answered days"),
            self.window_days
        )
    }

    /// Why the card is shown now, with days and numbers.
    pub fn why(&self) -> String {
        if !self.is_aim {
            return self.seen();
        }
        let bound = if self.at_least { "at least " } else { "" };
        let side = match self.toward {
            Toward::AtLeast => "the aim is at least",
            Toward::AtMost => "the aim is at most",
        };
        let source = if self.source.is_empty() { String::new() } else { format!(" ({})", self.source) };
        format!(
            "{} in your log: {bound}{}, on {} of the last {} days; {side} {}{source}.",
            self.label,
            self.in_words(self.now),
            count(self.answered, "answered day", "answered days"),
            self.window_days,
            self.in_words(self.aim)
        )
    }

    /// The same without an amount, for who must not be given one to reach.
    pub fn why_without_amounts(&self) -> String {
        let side = match self.toward {
            Toward::AtLeast => "less than usual advice",
            Toward::AtMost => "more than usual advice",
        };
        format!(
            "{} in your log: {side}, on {} of the last {} days.",
            self.label,
            count(self.answered, "answered day", "answered days"),
            self.window_days
        )
    }
}
