//! A look at a trial on the way. When it is taken, and at what it ends the trial, was fixed before the first day; the person is told
//! no more than whether it goes on.

use serde::{Deserialize, Serialize};

use super::time::Day;
use super::trial::{Trial, TrialStage};

/// What a look came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LookFinding {
    /// Neither clear nor hopeless.
    GoesOn,
    /// The difference is clear already: the trial ends.
    Difference,
    /// More than half of the orders would show as much by chance: the trial is given up.
    GivenUp,
}

/// A look that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrialLook {
    /// The day on which it was taken.
    pub on: Day,
    /// Periods that it looked at.
    pub periods: u8,
    /// What it came to.
    pub found: LookFinding,
}

impl Trial {
    /// The periods of the look that is to be taken on a day: their days are over, and it was not taken yet. `None` if none is.
    pub fn due_look(&self, today: Day) -> Option<u8> {
        if !matches!(self.stage(today), TrialStage::Running { .. }) {
            return None;
        }
        let is_over = |periods: &u8| {
            let days = i32::from(*periods).saturating_mul(i32::from(self.design.days_per_period));
            *periods > 0 && self.start.plus(days) <= today
        };
        let is_taken = |periods: &u8| self.looked.iter().any(|look| look.periods >= *periods);
        self.design.look_after().find(|periods| is_over(periods) && !is_taken(periods))
    }

    /// The look that ended it, if one did.
    pub fn ended_by_look(&self) -> Option<&TrialLook> {
        self.looked.last().filter(|look| look.found != LookFinding::GoesOn)
    }
}
