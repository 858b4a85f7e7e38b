//! The lot that is drawn: which orders of periods a trial can have, each as likely as any other.
//!
//! The verdict compares what was seen with what every other order would have shown, so these orders are fixed before the first
//! day. Chance comes from [`Rng`], `SplitMix64` from a seed that is kept with the trial.

use super::error::DesignError;
use super::sequence::{MOST_PERIODS, Sequence};
use crate::rng::Rng;

/// The largest p that counts as a difference.
pub const LEVEL: f64 = 0.05;
/// Up to so many orders all are compared; of more, [`DRAWN`] are drawn.
pub const MOST_COMPARED: u64 = 20_000;
/// Orders drawn where there are too many to compare all.
pub const DRAWN: usize = 9_999;
/// Streams of chance.
const OF_THE_LOT: u64 = 11;
const OF_THE_COMPARISON: u64 = 12;

/// How the order is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Randomisation {
    /// As many periods on as off, in any order with few alike in a row.
    Balanced {
        /// Periods, an even number.
        periods: usize,
        /// Periods alike in a row at most.
        most_alike: usize,
    },
    /// Pairs of one period on and one off, which comes first drawn for each; for a trial in which the outcome may drift.
    Pairs {
        /// Pairs.
        pairs: usize,
    },
}

impl Randomisation {
    /// Number of periods.
    pub fn periods(self) -> usize {
        match self {
            Self::Balanced { periods, .. } => periods,
            Self::Pairs { pairs } => pairs.saturating_mul(2),
        }
    }

    /// Number of orders it can draw.
    ///
    /// # Errors
    /// [`DesignError::Periods`] if there are none, an odd number of them or too many.
    pub fn count(self) -> Result<u64, DesignError> {
        let periods = self.periods();
        if periods == 0 || !periods.is_multiple_of(2) || periods > MOST_PERIODS {
            return Err(DesignError::Periods { periods });
        }
        Ok(match self {
            Self::Balanced { most_alike, .. } => Ways::of(periods / 2, most_alike).all(),
            Self::Pairs { pairs } => 1 << pairs,
        })
    }

    /// The smallest two-sided p a trial can reach: every order has a mirror image that differs by as much.
    ///
    /// # Errors
    /// As [`Randomisation::count`].
    pub fn smallest_p(self) -> Result<f64, DesignError> {
        let count = self.count()?;
        Ok(if count == 0 { 1.0 } else { (2.0 / count as f64).min(1.0) })
    }

    /// Whether a trial can come to a verdict at all.
    ///
    /// # Errors
    /// As [`Randomisation::count`], and [`DesignError::TooFewOrders`] if no result could be told from chance.
    pub fn check(self) -> Result<(), DesignError> {
        let (orders, smallest_p) = (self.count()?, self.smallest_p()?);
        if smallest_p > LEVEL { Err(DesignError::TooFewOrders { orders }) } else { Ok(()) }
    }

    /// The order that a seed draws, each as likely as any other. The same seed always draws the same.
    ///
    /// # Errors
    /// As [`Randomisation::check`].
    pub fn draw(self, seed: u64) -> Result<Sequence, DesignError> {
        self.check()?;
        let allocation = Allocation::of(self)?;
        allocation.drawn(&mut Rng::new(seed, OF_THE_LOT)).ok_or(DesignError::Periods { periods: self.periods() })
    }

    /// All orders, or those of a seed: each of [`MOST_COMPARED`] at most, or [`DRAWN`] drawn.
    ///
    /// # Errors
    /// As [`Randomisation::count`].
    pub fn compared(self, seed: u64) -> Result<Vec<Sequence>, DesignError> {
        let allocation = Allocation::of(self)?;
        if allocation.count <= MOST_COMPARED {
            return Ok((0..allocation.count).filter_map(|number| allocation.nth(number)).collect());
        }
        let mut rng = Rng::new(seed, OF_THE_COMPARISON);
        Ok((0..DRAWN).filter_map(|_| allocation.drawn(&mut rng)).collect())
    }

    /// Whether it can draw this order.
    pub fn holds(self, sequence: Sequence) -> bool {
        if sequence.periods() != self.periods() {
            return false;
        }
        let periods: Vec<bool> = sequence.each().collect();
        match self {
            Self::Balanced { most_alike, .. } => {
                let on = periods.iter().filter(|on| **on).count();
                2 * on == periods.len() && periods.chunk_by(|a, b| a == b).all(|alike| alike.len() <= most_alike)
            }
            Self::Pairs { .. } => periods.chunks(2).all(|pair| pair[0] != pair[pair.len() - 1]),
        }
    }
}

/// The orders of a randomisation, numbered: off before on, from the first period.
struct Allocation {
    randomisation: Randomisation,
    count: u64,
    ways: Ways,
}

impl Allocation {
    fn of(randomisation: Randomisation) -> Result<Self, DesignError> {
        let count = randomisation.count()?;
        let ways = match randomisation {
            Randomisation::Balanced { periods, most_alike } => Ways::of(periods / 2, most_alike),
            Randomisation::Pairs { .. } => Ways::of(0, 0),
        };
        Ok(Self { randomisation, count, ways })
    }

    fn drawn(&self, rng: &mut Rng) -> Option<Sequence> {
        self.nth(rng.below(usize::try_from(self.count).ok()?) as u64)
    }

    fn nth(&self, number: u64) -> Option<Sequence> {
        match self.randomisation {
            Randomisation::Balanced { .. } => self.ways.nth(number),
            Randomisation::Pairs { pairs } => {
                let first_on = |pair: usize| number >> (pairs - 1 - pair) & 1 == 1;
                Sequence::of((0..pairs).flat_map(|pair| [first_on(pair), !first_on(pair)]))
            }
        }
    }
}

/// In how many ways a balanced order can go on, by what is left and what came last.
struct Ways {
    half: usize,
    most_alike: usize,
    counts: Vec<u64>,
}

/// Where an order stands: periods on and off still to come, and how many alike the last ones were.
#[derive(Clone, Copy)]
struct Standing {
    left: [usize; 2],
    last: usize,
    alike: usize,
}

impl Standing {
    fn first(half: usize) -> Self {
        Self { left: [half; 2], last: 0, alike: 0 }
    }

    /// After one more period, off (0) or on (1); `None` if that cannot be.
    fn then(self, next: usize, most_alike: usize) -> Option<Self> {
        let mut left = self.left;
        left[next] = left[next].checked_sub(1)?;
        let alike = if next == self.last { self.alike + 1 } else { 1 };
        (alike <= most_alike).then_some(Self { left, last: next, alike })
    }
}

impl Ways {
    /// Counts, shortest rest first; every count needs only those with one period less.
    fn of(half: usize, most_alike: usize) -> Self {
        let most_alike = most_alike.min(half);
        let mut ways = Self { half, most_alike, counts: vec![0; (half + 1) * (half + 1) * 2 * (most_alike + 1)] };
        for rest in 0..=2 * half {
            for off in rest.saturating_sub(half)..=rest.min(half) {
                for (last, alike) in (0..2).flat_map(|last| (0..=most_alike).map(move |alike| (last, alike))) {
                    let standing = Standing { left: [off, rest - off], last, alike };
                    let further = |next| standing.then(next, most_alike).map_or(0, |then| ways.from(then));
                    let count = if rest == 0 { 1 } else { further(0) + further(1) };
                    let place = ways.place(standing);
                    ways.counts[place] = count;
                }
            }
        }
        ways
    }

    fn place(&self, standing: Standing) -> usize {
        let [off, on] = standing.left;
        ((off * (self.half + 1) + on) * 2 + standing.last) * (self.most_alike + 1) + standing.alike
    }

    fn from(&self, standing: Standing) -> u64 {
        self.counts[self.place(standing)]
    }

    fn all(&self) -> u64 {
        self.from(Standing::first(self.half))
    }

    fn nth(&self, mut number: u64) -> Option<Sequence> {
        let mut standing = Standing::first(self.half);
        let mut order = Vec::with_capacity(2 * self.half);
        for _ in 0..2 * self.half {
            let off = standing.then(0, self.most_alike);
            let before = off.map_or(0, |off| self.from(off));
            standing = if number < before {
                off?
            } else {
                number -= before;
                standing.then(1, self.most_alike)?
            };
            order.push(standing.last == 1);
        }
        Sequence::of(order)
    }
}
