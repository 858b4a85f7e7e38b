//! Designs that a plan compares, in three families: one thing on and off for the whole skin, two sides that are exchanged again and
//! again, and two sides of which one is treated for long. What is compared is fixed here, so that the same diary always gets the
//! same plan.

use super::looks;
use super::side_test::washout_days;
use crate::model::trial::{Lot, TrialDesign};
use crate::model::trial_sides::LEAST_UNTREATED_DAYS;

/// A design that is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// How its order is drawn.
    pub lot: Lot,
    /// Number of periods.
    pub periods: u8,
    /// Days of each.
    pub days_per_period: u16,
    /// Days dropped at the start of each.
    pub washout: u16,
    /// Whether what lingers is looked for in the statistic, and no day dropped.
    pub carry_over: bool,
    /// Whether it is looked at on the way.
    pub looks: bool,
}

const PAIRS: Lot = Lot::Pairs;
const BALANCED: Lot = Lot::Balanced { most_alike: 2 };

/// Designs from short to long, for factors that act at once and for those that linger.
pub(super) const CANDIDATES: &[Candidate] = &[
    candidate(PAIRS, 20, 1, 0),
    candidate(PAIRS, 20, 2, 0),
    candidate(PAIRS, 28, 2, 0),
    candidate(BALANCED, 10, 4, 1),
    candidate(BALANCED, 12, 4, 1),
    candidate(BALANCED, 16, 4, 1),
    candidate(BALANCED, 20, 4, 1),
    candidate(BALANCED, 10, 7, 2),
    candidate(BALANCED, 12, 7, 2),
    candidate(BALANCED, 16, 7, 2),
];

/// Designs of two sides that are exchanged again and again.
const IN_BLOCKS: &[Candidate] = &[
    candidate(BALANCED, 10, 4, 1),
    candidate(PAIRS, 20, 2, 0),
    candidate(BALANCED, 12, 4, 1),
    candidate(PAIRS, 28, 2, 0),
    candidate(BALANCED, 12, 5, 2),
    candidate(BALANCED, 16, 5, 2),
    candidate(BALANCED, 12, 7, 2),
    candidate(BALANCED, 16, 7, 2),
];
const SWAPPED: Lot = Lot::SwapOnce { untreated_days: LEAST_UNTREATED_DAYS };
/// Designs of two sides that are exchanged once.
const SWAPPED_ONCE: &[Candidate] =
    &[candidate(SWAPPED, 2, 28, 0), candidate(SWAPPED, 2, 42, 0), candidate(SWAPPED, 2, 49, 0)];
const ALONE: Lot = Lot::OneSide { untreated_days: 2 * LEAST_UNTREATED_DAYS };
/// Designs in which one side is treated and stays the one.
const ONE_ALONE: &[Candidate] = &[candidate(ALONE, 1, 56, 0), candidate(ALONE, 1, 84, 0)];
/// Days of a stretch that are left, at least, where the first ones do not count.
const LEAST_OF_STRETCH: u16 = 7;

const fn candidate(lot: Lot, periods: u8, days_per_period: u16, washout: u16) -> Candidate {
    Candidate { lot, periods, days_per_period, washout, carry_over: false, looks: false }
}

/// How two sides are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SideWay {
    /// The treated side is drawn for each of many periods: for what acts and leaves within three days.
    Blocks,
    /// The sides are exchanged once: for what is slow.
    SwapOnce,
    /// One side is treated and the other never.
    OneSide,
}

/// The longest half-life for which many periods are offered: most of it has come or gone within three days.
const QUICK_HALF_LIFE_DAYS: u8 = 2;

impl SideWay {
    /// The way that fits how long something acts, and whether the sides may be exchanged.
    pub fn fitting(half_life_days: u8, may_swap: bool) -> Self {
        match (may_swap, half_life_days <= QUICK_HALF_LIFE_DAYS) {
            (false, _) => Self::OneSide,
            (true, true) => Self::Blocks,
            (true, false) => Self::SwapOnce,
        }
    }

    pub(super) fn candidates(self) -> &'static [Candidate] {
        match self {
            Self::Blocks => IN_BLOCKS,
            Self::SwapOnce => SWAPPED_ONCE,
            Self::OneSide => ONE_ALONE,
        }
    }
}

impl Candidate {
    /// The design that the diary keeps.
    pub fn design(self) -> TrialDesign {
        TrialDesign {
            lot: self.lot,
            periods: self.periods,
            days_per_period: self.days_per_period,
            washout_days: self.washout,
            carry_over: self.carry_over,
            looks: self.looks,
        }
    }

    /// Whether it is drawn in pairs.
    pub fn in_pairs(self) -> bool {
        self.lot == Lot::Pairs
    }

    /// Days of the whole trial.
    pub fn days(self) -> usize {
        self.design().days()
    }

    /// Whether the first days of each period are left out, so that a factor that lingers for a day or two is judged fairly.
    pub fn leaves_room(self) -> bool {
        self.washout > 0
    }

    /// The same for a factor of which half comes or goes in some days: what lingers is looked for, or, where sides are treated for
    /// long, the days on which it comes or goes do not count.
    pub(super) fn for_half_life(self, days: u8) -> Self {
        if self.lot.has_orders() {
            Self { washout: 0, carry_over: days > 0, ..self }
        } else {
            Self { washout: washout_days(days), ..self }
        }
    }

    /// The same with looks on the way, if it has orders enough that one of them could end it.
    pub(super) fn looked_at(self, looks: bool) -> Self {
        let design = self.design();
        Self { looks: looks && looks::can_end(TrialDesign { looks, ..design }), ..self }
    }

    pub(super) fn leaves_enough(self) -> bool {
        self.lot.has_orders() || self.days_per_period >= self.washout + LEAST_OF_STRETCH
    }
}
