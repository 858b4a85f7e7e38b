//! The one change a person can try for a while.

use serde::Deserialize;

/// How much trouble a change is, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum Effort {
    Easy,
    Some,
    Much,
}

/// One change, and when to look at what came of it. Treatment stays the same.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TryIt {
    /// What is changed, in words.
    pub change: String,
    /// Days until a first look at comfort.
    pub first_look_days: u16,
    /// Days until it can be judged.
    pub judge_after_days: u16,
    /// Columns that are shown then.
    pub watch: Vec<String>,
}
