//! What the literature expects of a finding in a diary.

use serde::Deserialize;

use super::show_when::Outcomes;

/// How an outcome goes with more of a factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Sign {
    /// It is higher.
    Higher,
    /// It is lower.
    Lower,
    /// It does not change.
    NoChange,
    /// Nobody knows.
    Unsettled,
}

/// More of a factor goes with an outcome of this sign, with these days between.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// Columns that may explain.
    pub factors: Vec<String>,
    /// Columns that are explained.
    pub outcomes: Outcomes,
    /// What is expected of them.
    pub sign: Sign,
    /// First and last day between them.
    pub lag_days: (u16, u16),
}

impl Relation {
    /// Whether it speaks of a column that may explain.
    pub fn is_of_factor(&self, key: &str) -> bool {
        self.factors.iter().any(|factor| factor == key)
    }
}
