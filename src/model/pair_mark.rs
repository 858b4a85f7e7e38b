//! What the person decided about one pair of a factor and an outcome: not to see it, to test it one day, a note. It changes
//! nothing of what is found.

use serde::{Deserialize, Serialize};

use super::text::Note;

/// A decision about a pair.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PairMark {
    /// Key of the factor, as in the day table.
    pub factor: String,
    /// Key of the outcome.
    pub outcome: String,
    /// Whether it is folded away.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
    /// Whether it is to be tested by a trial.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub to_test: bool,
    /// The person's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
}

impl PairMark {
    /// A pair nothing was decided about.
    pub fn blank(factor: &str, outcome: &str) -> Self {
        Self { factor: factor.to_owned(), outcome: outcome.to_owned(), ..Self::default() }
    }

    /// Whether it is about this pair.
    pub fn is_of(&self, factor: &str, outcome: &str) -> bool {
        self.factor == factor && self.outcome == outcome
    }

    /// Whether nothing is decided.
    pub fn is_blank(&self) -> bool {
        !self.hidden && !self.to_test && self.note.is_none()
    }
}
