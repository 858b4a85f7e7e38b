//! Whom a card speaks to, and whom it is closed to.

use serde::Deserialize;

use crate::evidence::situation::Situation;
use crate::medicines::ClassId;

/// Whom a card speaks to.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Audience {
    /// From this age in years on. An age that is not known counts as adult.
    pub from_age: u16,
    /// Only after the person switched the subject on.
    pub opt_in: bool,
    /// At least one must hold before a course may raise it; empty is no such limit.
    pub only_if_any: Vec<Need>,
}

/// What makes a card worth raising beside a course.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub enum Need {
    /// At least this old.
    AgeFrom(u16),
    /// The course is of this class.
    CourseClass(ClassId),
    /// A question of the profile, by its name in the rules, was answered yes.
    Says(String),
}

/// How far a card is closed, the strictest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Strictness {
    /// It may be read and be a tip; no number to reach, no trial.
    NoTrial,
    /// What is to be asked leads; finding and cautions may be read; no aim, no trial.
    AskFirst,
    /// No title, aim or trial; what is to be said stands in their place.
    Hide,
}

/// When a card is closed.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    /// Any of these situations.
    pub when: Vec<Situation>,
    /// How far it is closed then.
    pub then: Strictness,
    /// What is said then.
    pub say: String,
}
