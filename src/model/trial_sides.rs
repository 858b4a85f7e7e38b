//! One side of the body against the other: a trial in which one of two mirrored places is treated and lots decide which. What both
//! sides share, weather, food, stress, sleep, falls out of the difference between them.

use serde::{Deserialize, Serialize};

use super::region::Region;

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

    /// Half of the one less the other. Treating the one and then the other moves it by the treated side less the untreated one.
    pub fn half_difference(one: f64, other: f64) -> f64 {
        0.5 * (one - other)
    }
}
