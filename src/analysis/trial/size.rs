//! The size of the difference between days on and days off, beside one line, with its interval.
//!
//! What was switched are periods, not days, so the interval has the degrees of freedom of periods: as many as are left less
//! three. With those of days it would be too narrow.

use super::design::{Counted, Design};
use super::randomisation::LEVEL;
use super::sequence::Sequence;
use crate::analysis::engine::kalman::Noise;
use crate::analysis::gls::{self, Gls};

/// Columns of the model: level, factor, line.
const COLUMNS: usize = 3;
/// Place of the factor among them.
const FACTOR: usize = 1;

/// The size of a difference.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Days on less days off, in the unit of the outcome.
    pub difference: f64,
    /// Its standard error.
    pub error: f64,
    /// Ends of its interval.
    pub interval: (f64, f64),
    /// Share of such intervals that miss the truth: .05 for one of 95 %.
    pub level: f64,
    /// Degrees of freedom.
    pub df: f64,
    /// The noise model, fitted beside the factor.
    pub noise: Noise,
}

/// The size of the difference over the days that count. The noise model is the best of the grid unless it is given. `None` if the outcome follows the order to the letter, or so few periods
/// are left that there is no interval.
pub fn size(design: &Design, sequence: Sequence, counted: &Counted, given: Option<Noise>) -> Option<Size> {
    size_beside(&[], design, sequence, counted, given)
}

/// As [`size`], beside covariates that were fixed before the first day, one number for each day of the trial. They vary from day to
/// day, so they take none of the degrees of freedom of periods.
pub fn size_beside(
    covariates: &[Vec<f64>],
    design: &Design,
    sequence: Sequence,
    counted: &Counted,
    given: Option<Noise>,
) -> Option<Size> {
    let df = counted.kept.len().checked_sub(COLUMNS).filter(|df| *df > 0)? as f64;
    let fit = fit_beside(covariates, design, sequence, counted, given)?;
    let (difference, error) = (fit.slopes[FACTOR], fit.errors[FACTOR]);
    Some(Size { difference, error, interval: fit.interval(FACTOR, df), level: LEVEL, df, noise: fit.noise })
}

/// The fit behind it: level, factor and line, in this order.
pub fn fit(design: &Design, sequence: Sequence, counted: &Counted, given: Option<Noise>) -> Option<Gls> {
    fit_beside(&[], design, sequence, counted, given)
}

fn fit_beside(
    covariates: &[Vec<f64>],
    design: &Design,
    sequence: Sequence,
    counted: &Counted,
    given: Option<Noise>,
) -> Option<Gls> {
    let [level, line] = design.beside();
    let mut columns = vec![level, design.on(sequence), line];
    columns.extend(covariates.iter().cloned());
    gls::fit(&counted.cells, &columns, given)
}
