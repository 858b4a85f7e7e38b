//! Why a trial is not started, or says nothing when it is over: one line each, with the way out.

use super::randomisation::LEVEL;
use super::sequence::MOST_PERIODS;

/// Days a trial lasts at most.
pub const MOST_DAYS: usize = 730;
/// Days of a period that must be left after the washout.
pub const LEAST_ANALYSIS_DAYS: usize = 3;

/// Why a design is not a trial. Said before it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DesignError {
    /// The periods cannot be half on and half off, or are too many.
    #[error("{periods} periods cannot be half on and half off; take an even number up to {MOST_PERIODS}")]
    Periods {
        /// Periods.
        periods: usize,
    },
    /// Whatever happens, chance alone could have done it.
    #[error(
        "{orders} possible orders are too few: even the clearest result would be put down to chance (p {} at best, {LEVEL} is \
         needed); take 10 periods, 8 with up to 3 alike in a row, or 6 pairs", best(*.orders)
    )]
    TooFewOrders {
        /// Orders that can be drawn.
        orders: u64,
    },
    /// Too few days are left of a period.
    #[error(
        "{left} days of each period are left after the washout, {LEAST_ANALYSIS_DAYS} are needed; take longer periods, or no \
         washout if it acts and leaves within a day"
    )]
    AnalysisDays {
        /// Days left.
        left: usize,
    },
    /// It would last too long, or no time at all.
    #[error("a trial lasts 1 to {MOST_DAYS} days, this one {days}; take fewer or shorter periods")]
    Length {
        /// Days.
        days: usize,
    },
}

fn best(orders: u64) -> String {
    if orders == 0 { "1".to_owned() } else { format!("{:.2}", (2.0 / orders as f64).min(1.0)) }
}

/// Why a trial that was run says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Inconclusive {
    /// It still runs. A result that is looked at early is wrong more often.
    #[error("the trial runs for {days_left} more days; the result opens on its last day")]
    NotOver {
        /// Days that are still to come.
        days_left: usize,
    },
    /// The order is none that could have been drawn, so there is nothing to compare it with.
    #[error("this order of periods is not one that the trial could have drawn; use the order it was started with")]
    OtherOrder,
    /// Too much is missing.
    #[error(
        "not enough logged to say: {dropped} of {periods} periods have no logged day after the washout; a new trial needs the \
         outcome on more days"
    )]
    TooLittleLogged {
        /// Periods that drop out.
        dropped: usize,
        /// All periods.
        periods: usize,
    },
    /// Of two sides one is not enough.
    #[error(
        "not enough logged to say: both sides on {logged} of {days} days, and 60 in 100 are needed; a new trial needs both sides \
         on the same days"
    )]
    SidesTooLittleLogged {
        /// Days with both.
        logged: usize,
        /// All days.
        days: usize,
    },
    /// The outcome never changed.
    #[error(
        "the outcome was the same on every day that counts, so nothing can be told from it; choose one that changes"
    )]
    NoVariation,
}
