//! The order of a trial: which periods are on and which are off.

use std::fmt;

/// Most periods of a trial.
pub const MOST_PERIODS: usize = 60;

/// An order of periods. The first period is number 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sequence {
    /// Bit k is period k.
    on: u64,
    periods: usize,
}

impl Sequence {
    /// The order of some periods, true for on; `None` for none or more than [`MOST_PERIODS`].
    pub fn of(periods: impl IntoIterator<Item = bool>) -> Option<Self> {
        let mut sequence = Self { on: 0, periods: 0 };
        for on in periods {
            if sequence.periods == MOST_PERIODS {
                return None;
            }
            sequence.on |= u64::from(on) << sequence.periods;
            sequence.periods += 1;
        }
        (sequence.periods > 0).then_some(sequence)
    }

    /// Number of periods.
    pub fn periods(self) -> usize {
        self.periods
    }

    /// Whether a period is on; one that there is not is off.
    pub fn is_on(self, period: usize) -> bool {
        period < self.periods && self.on >> period & 1 == 1
    }

    /// All periods in order, true for on.
    pub fn each(self) -> impl Iterator<Item = bool> {
        (0..self.periods).map(move |period| self.is_on(period))
    }

    /// The order with on and off exchanged.
    #[must_use]
    pub fn exchanged(self) -> Self {
        Self { on: !self.on & ((1 << self.periods) - 1), ..self }
    }
}

/// As it is said of trials: A is off, B is on.
impl fmt::Display for Sequence {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.each().try_for_each(|on| out.write_str(if on { "B" } else { "A" }))
    }
}
