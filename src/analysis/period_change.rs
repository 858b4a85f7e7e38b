//! An outcome over a period against the period of the same length before it: the difference of the two levels, the week taken out,
//! with noise that remembers (generalised least squares, Aitken 1936, doi:10.1017/S0370164600014346; why neighbouring days must
//! not count as new ones: Turner et al. 2021, doi:10.1186/s12874-021-01306-w).
//!
//! It describes a stretch of time and looks for no date and no reason. Days without an answer are missing on both sides.

use super::engine::nuisance;
use super::gls;
use crate::columns::{Column, DayTable};
use crate::model::time::Day;

/// Answered days that are needed on each side.
pub const SIDE_ANSWERED_DAYS: usize = 14;

/// Two periods compared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PeriodChange {
    /// Level of the period less that of the one before, in the unit of the outcome.
    pub difference: f64,
    /// Ends of the 95 % interval of the difference.
    pub interval: (f64, f64),
    /// Answered days before and in the period.
    pub answered: (usize, usize),
}

impl PeriodChange {
    /// Whether no difference at all lies outside the interval.
    pub fn stands_out(&self) -> bool {
        self.interval.0 > 0.0 || self.interval.1 < 0.0
    }
}

/// Why nothing is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooLittle {
    /// Answered days before and in the period; [`SIDE_ANSWERED_DAYS`] are needed on each side.
    Days {
        /// Before.
        before: usize,
        /// In the period.
        now: usize,
    },
    /// The answers hardly vary, so that a difference cannot be told from a slip.
    NoVariation,
}

/// The days before a period, as many as it has.
pub fn period_before(first: Day, last: Day) -> (Day, Day) {
    let days = last.days_since(first) + 1;
    (first.plus(-days), first.plus(-1))
}

/// Compares the period from `first` to `last` with the one before it.
///
/// # Errors
/// [`TooLittle`], with what there is.
pub fn period_change(table: &DayTable, outcome: &Column, first: Day, last: Day) -> Result<PeriodChange, TooLittle> {
    let start = period_before(first, last).0;
    let days = usize::try_from(last.days_since(start)).unwrap_or(0) + 1;
    let mut cells: Vec<Option<f64>> = vec![None; days];
    for (row, value) in outcome.answers() {
        let at = usize::try_from(table.day(row).days_since(start)).ok();
        if let Some(cell) = at.and_then(|at| cells.get_mut(at)) {
            *cell = Some(value);
        }
    }
    let half = days / 2;
    let answered = |side: &[Option<f64>]| side.iter().flatten().count();
    let (past, present) = cells.split_at(half);
    let (before, now) = (answered(past), answered(present));
    if before < SIDE_ANSWERED_DAYS || now < SIDE_ANSWERED_DAYS {
        return Err(TooLittle::Days { before, now });
    }
    let step: Vec<f64> = (0..days).map(|day| f64::from(u8::from(day >= half))).collect();
    let mut columns = vec![vec![1.0; days], step];
    columns.extend(nuisance::week(&cells, start.weekday()));
    let fit = gls::fit(&cells, &columns, None).ok_or(TooLittle::NoVariation)?;
    let (difference, interval) = (fit.slopes.get(1).copied(), fit.interval(1, fit.effective_df()));
    Ok(PeriodChange { difference: difference.unwrap_or_default(), interval, answered: (before, now) })
}
