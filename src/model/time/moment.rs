//! When something was written down.

use std::fmt;

use chrono::{DateTime, Local};
use serde::{Deserialize, Serialize};

use super::Day;
use super::clock::now;

/// A moment as the wall clock showed it, with its distance from UTC: `2026-03-04T22:15:07+01:00`.
///
/// Kept as text: it says when something was written, and nothing is computed from it that a wrong clock could spoil.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(String);

impl Moment {
    /// Now, on this computer.
    pub fn now() -> Self {
        Self::of(now())
    }

    pub(super) fn of(at: DateTime<Local>) -> Self {
        Self(at.to_rfc3339_opts(chrono::SecondsFormat::Secs, false))
    }

    /// The text, as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The civil day; `None` if the text is not a moment.
    pub fn day(&self) -> Option<Day> {
        self.0.get(..10)?.parse().ok()
    }

    /// The wall-clock time, `22:15`; empty if the text is not a moment.
    pub fn clock(&self) -> &str {
        self.0.get(11..16).unwrap_or_default()
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
