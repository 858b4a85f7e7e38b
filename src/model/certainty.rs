//! How certain it is what studies show: one word for cards, medicines and the arrows of the axis map.

use serde::Deserialize;

/// How certain a finding is (after GRADE, an editorial judgement for the outcome that is named).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Certainty {
    /// Well supported.
    High,
    /// Probably so.
    Moderate,
    /// May be so.
    Low,
    /// Uncertain.
    VeryLow,
    /// Experts disagree.
    Contested,
    /// Studied, and no effect found.
    NoEffect,
    /// Not studied.
    None,
}
