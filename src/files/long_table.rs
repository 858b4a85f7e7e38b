//! The tidy table of everything that was logged, one row an answer: what its columns are, and what stands in them. Who writes it
//! and who reads it go by this page alone.
//!
//! | kind | key | value | text |
//! | --- | --- | --- | --- |
//! | of an entry | of a trackable | the answer | |
//! | of an entry | `text` | | its words |
//! | of a meal or drink | `food.` and a number | grams | name of the food |
//! | `course` | of its kind | | its name |
//! | `course` | a [`CoursePart`] | as the part is | as the part is |
//! | `trial` | `start` | | what is switched |
//! | `trial` | `kept` | yes, mostly or no | |
//!
//! The rows of one thing have the same `entry`: its number within the day, or the number of the course or trial.

/// The columns, in their order.
pub const COLUMNS: [&str; 9] = ["date", "time", "kind", "entry", "key", "region", "value", "unit", "text"];

/// The kind of the rows of a course.
pub const COURSE: &str = "course";
/// The kind of the rows of a trial.
pub const TRIAL: &str = "trial";
/// The key of the words of an entry.
pub const TEXT: &str = "text";
/// How the key of a food begins; its number follows.
pub const FOOD: &str = "food.";
/// The key of the first day of a trial.
pub const START: &str = "start";
/// The key of an answer to “Kept to it?”.
pub const KEPT: &str = "kept";

/// What is said of a course beside its kind, name and first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoursePart {
    /// A day that is its last.
    Stop,
    /// Words: the dose.
    Dose,
    /// Words: when it is taken.
    Schedule,
    /// A place it goes on; a row each.
    Place,
    /// Days after the last one in which it may still act.
    AfterEffect,
    /// Further words.
    Note,
}

impl CoursePart {
    /// All parts.
    pub const ALL: [Self; 6] = [Self::Stop, Self::Dose, Self::Schedule, Self::Place, Self::AfterEffect, Self::Note];

    /// Its key.
    pub fn key(self) -> &'static str {
        match self {
            Self::Stop => "stop",
            Self::Dose => "dose",
            Self::Schedule => "schedule",
            Self::Place => "place",
            Self::AfterEffect => "after_effect_days",
            Self::Note => "note",
        }
    }

    /// The part with a key.
    pub fn with_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.key() == key)
    }
}
