//! Suspects: a few pairs named beforehand, a family of their own beside the open search, on the same looks.

use super::Finding;
use crate::analysis::engine::minimum::Unmet;
use crate::model::time::Day;

/// What became of a family of suspects.
#[derive(Debug, Clone, PartialEq)]
pub struct SuspectResults {
    /// The day on which they were named.
    pub named: Day,
    /// The first day that is used: the first of the diary if they were named before the first look, else the day on which they
    /// were named.
    pub from: Day,
    /// Days from there to the newest look; 0 if no look has come since.
    pub days: usize,
    /// Pairs tested.
    pub pairs_tested: usize,
    /// One result a pair, in the order in which they were named.
    pub results: Vec<SuspectResult>,
}

/// What became of one suspect.
#[derive(Debug, Clone, PartialEq)]
pub struct SuspectResult {
    /// Key of the factor.
    pub factor: String,
    /// Key of the outcome.
    pub outcome: String,
    /// What became of it.
    pub state: SuspectState,
}

/// What became of one suspect.
#[derive(Debug, Clone, PartialEq)]
pub enum SuspectState {
    /// It goes along.
    Found(Box<Finding>),
    /// Tested, and it does not stand out from chance.
    NotFound,
    /// It goes along, but no more than another factor on the same days, by its key.
    CannotSeparate(String),
    /// Too little data since it was named.
    Untested(Unmet),
    /// The table has no such column any more.
    Gone,
    /// No look has come since it was named.
    TooEarly,
}
