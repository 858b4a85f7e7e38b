//! Prespecified pairs, on the screen and in the files called suspects: up to six pairs of factor and outcome that somebody names beforehand. They are tested as a small family of their
//! own beside the open search, so that fewer days are enough. The list is dated: naming others starts a new family, which
//! speaks of later days only.

use serde::{Deserialize, Serialize};

use super::time::Day;

/// The most pairs a family may have.
pub const MOST_SUSPECTS: usize = 6;

/// A named pair; `Suspect` in the files.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename = "Suspect", deny_unknown_fields)]
pub struct PrespecifiedPair {
    /// Key of the factor, as in the day table.
    pub factor: String,
    /// Key of the outcome.
    pub outcome: String,
}

impl PrespecifiedPair {
    /// A pair.
    pub fn new(factor: &str, outcome: &str) -> Self {
        Self { factor: factor.to_owned(), outcome: outcome.to_owned() }
    }
}

/// A family of them; `Suspects` in the files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Suspects", deny_unknown_fields)]
pub struct PrespecifiedPairs {
    /// The day on which they were named.
    pub named: Day,
    /// The pairs, at most [`MOST_SUSPECTS`].
    pub pairs: Vec<PrespecifiedPair>,
}

impl PrespecifiedPairs {
    /// Whether a pair is among them.
    pub fn has(&self, factor: &str, outcome: &str) -> bool {
        self.pairs.iter().any(|pair| pair.factor == factor && pair.outcome == outcome)
    }

    /// Whether other pairs name the same family, in whatever order.
    pub fn are(&self, pairs: &[PrespecifiedPair]) -> bool {
        let sorted = |pairs: &[PrespecifiedPair]| {
            let mut pairs = pairs.to_vec();
            pairs.sort();
            pairs
        };
        sorted(&self.pairs) == sorted(pairs)
    }
}
