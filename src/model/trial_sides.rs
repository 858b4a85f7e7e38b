//! One side of the body against the other: a trial in which one of two mirrored places is treated and lots decide which. What both
//! sides share, weather, food, stress, sleep, falls out of the difference between them.

use serde::{Deserialize, Serialize};

use super::region::Region;
use super::trial_design::Lot;

/// What is done on a day on which neither side is treated.
pub const NEITHER_SIDE: &str = "neither side is treated";
/// Days at the start of a trial on which neither side is treated, at least: they say how the sides differ by themselves.
pub const LEAST_UNTREATED_DAYS: u16 = 14;
/// Periods of a trial that swaps sides by lot, at least.
const LEAST_PERIODS: u8 = 10;

/// Two places that are compared. In a period that is on the one is treated, in a period that is off the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrialSides {
    /// One place.
    pub one: Region,
    /// Its counterpart.
    pub other: Region,
}

impl TrialSides {
    /// Whether the places are each other's mirror image.
    pub fn are_mirrored(self) -> bool {
        self.one.twin() == Some(self.other)
    }

    /// The columns of an outcome in the one place and in the other.
    pub fn keys(self, outcome: &str) -> [String; 2] {
        [self.one, self.other].map(|place| format!("{outcome}.{}", place.key()))
    }

    /// Days that a comparison of sides takes at least, by how its sides are drawn.
    pub fn least_days(lot: Lot) -> usize {
        match lot {
            Lot::Balanced { .. } | Lot::Pairs => 40,
            Lot::SwapOnce { .. } => 70,
            Lot::OneSide { .. } => 84,
        }
    }

    /// Periods that it has at least.
    pub fn least_periods(lot: Lot) -> u8 {
        if lot.has_orders() { LEAST_PERIODS } else { 1 }
    }

    /// Half of the one less the other. Treating the one and then the other moves it by the treated side less the untreated one.
    pub fn half_difference(one: f64, other: f64) -> f64 {
        0.5 * (one - other)
    }
}
