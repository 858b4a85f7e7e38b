//! The design of a trial as the diary keeps it: how its order was drawn, how long it takes, and which days of it count.

use serde::{Deserialize, Serialize};

/// How the order was drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lot {
    /// As many periods on as off, with at most so many alike in a row.
    Balanced {
        /// Periods alike in a row.
        most_alike: u8,
    },
    /// Pairs of one period on and one off.
    Pairs,
    /// Of two sides the one for a while, then the other; which comes first was drawn by one toss.
    SwapOnce {
        /// Days before that, on which neither side is treated.
        untreated_days: u16,
    },
    /// Of two sides one alone; which was drawn by one toss.
    OneSide {
        /// Days before that, on which neither side is treated.
        untreated_days: u16,
    },
}

impl Lot {
    /// Days at the start of a trial on which neither side is treated.
    pub fn untreated_days(self) -> u16 {
        match self {
            Self::Balanced { .. } | Self::Pairs => 0,
            Self::SwapOnce { untreated_days } | Self::OneSide { untreated_days } => untreated_days,
        }
    }

    /// Whether so many orders could have been drawn that the order itself can be judged by. One toss is not enough: then the size
    /// has to speak.
    pub fn has_orders(self) -> bool {
        matches!(self, Self::Balanced { .. } | Self::Pairs)
    }

    /// Whether its order can have so many periods.
    pub fn fits(self, periods: usize) -> bool {
        match self {
            Self::Balanced { .. } | Self::Pairs => periods.is_multiple_of(2),
            Self::SwapOnce { .. } => periods == 2,
            Self::OneSide { .. } => periods == 1,
        }
    }
}

/// Periods, and the days of them that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrialDesign {
    /// How the order was drawn.
    pub lot: Lot,
    /// Number of periods.
    pub periods: u8,
    /// Days of each.
    pub days_per_period: u16,
    /// Days at the start of each period that do not count.
    pub washout_days: u16,
    /// Whether what lingers is looked for in the statistic itself; then no day is left out.
    #[serde(default, skip_serializing_if = "is_false")]
    pub carry_over: bool,
    /// Whether it is looked at after a third and after two thirds of its periods, and ended there if it is clear or hopeless.
    #[serde(default, skip_serializing_if = "is_false")]
    pub looks: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "asked for in this form")]
fn is_false(value: &bool) -> bool {
    !value
}

impl TrialDesign {
    /// Periods after which it is looked at on the way: a third and two thirds, in whole pairs. None without looks.
    pub fn look_after(self) -> impl Iterator<Item = u8> {
        let pairs = u16::from(self.periods / 2);
        let after = move |third: u16| u8::try_from(2 * (pairs * third / 3)).unwrap_or(u8::MAX);
        (1..=2).filter(move |_| self.looks).map(after)
    }

    /// Days of the whole trial.
    pub fn days(self) -> usize {
        usize::from(self.lot.untreated_days()) + usize::from(self.periods) * usize::from(self.days_per_period)
    }
}
