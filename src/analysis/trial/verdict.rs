//! The verdict: could the lot alone have done it? The order that was drawn is compared with all that could have been (Edgington
//! 1980, doi:10.3102/10769986005003235). Under no effect the outcome would have been the same whichever was drawn, so the p is
//! right whatever the noise is like, and whatever the noise model gets wrong costs only power.
//!
//! The whole order counts as it was drawn, not as it was followed: who skips a day because the skin is bad would else make a
//! difference of it.

use super::design::Design;
use super::error::Inconclusive;
use super::periods::{Periods, Statistic};
use super::randomisation::{LEVEL, MOST_COMPARED};
use super::sequence::Sequence;
use crate::analysis::engine::Cells;
use crate::analysis::engine::kalman::Noise;

/// Statistics nearer than this are the same.
pub(super) const ALIKE: f64 = 1e-9;

/// The largest p that counts as a difference where no order can be judged by and the size alone speaks.
pub const SIZE_LEVEL: f64 = 0.01;

/// A verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// Two-sided p: share of orders that differ by at least as much, or, where there are no orders, of noise that would.
    pub p: f64,
    /// The statistic of the order that was drawn; above 0 if the outcome was higher on.
    pub statistic: f64,
    /// Orders it was compared with, itself among them; `None` where one toss drew the side and the size alone speaks.
    pub orders: Option<usize>,
    /// The largest p that counts as a difference.
    pub limit: f64,
    /// The noise model that was taken out.
    pub noise: Noise,
    /// Half-life of exposure with which the statistic was largest, in days; 0 unless carry-over is looked for.
    pub half_life_days: f64,
    /// Days that count.
    pub days: usize,
    /// Periods that dropped out, because none of their days that could count is logged.
    pub dropped: Vec<usize>,
}

impl Verdict {
    /// Whether the difference is more than the lot alone would have made, or, where there are no orders, whether it is possible.
    pub fn is_difference(&self) -> bool {
        self.p <= self.limit
    }
}

/// The verdict on a trial that is over. `cells` holds the outcome, one cell a day from the first day on; `seed` draws the orders
/// where there are too many to compare all.
///
/// # Errors
/// [`Inconclusive`] if the trial still runs, has another order, or too little is logged.
pub fn verdict(design: &Design, sequence: Sequence, cells: &Cells, seed: u64) -> Result<Verdict, Inconclusive> {
    by(Statistic::Whitened, design, sequence, cells, seed)
}

/// How a trial is judged; chosen before its first day.
#[derive(Debug, Clone, Copy)]
pub struct Method<'a> {
    /// What is compared between orders.
    pub statistic: Statistic,
    /// What else is taken out, one number for each day of the trial.
    pub covariates: &'a [Vec<f64>],
}

/// As [`verdict`], by another statistic. It must be chosen before the first day.
///
/// # Errors
/// As [`verdict`].
pub fn by(
    statistic: Statistic,
    design: &Design,
    sequence: Sequence,
    cells: &Cells,
    seed: u64,
) -> Result<Verdict, Inconclusive> {
    with(Method { statistic, covariates: &[] }, design, sequence, cells, seed)
}

/// As [`verdict`], by a method that was chosen before the first day.
///
/// # Errors
/// As [`verdict`].
pub fn with(
    method: Method<'_>,
    design: &Design,
    sequence: Sequence,
    cells: &Cells,
    seed: u64,
) -> Result<Verdict, Inconclusive> {
    let orders = design.randomisation().compared(seed).map_err(|_| Inconclusive::OtherOrder)?;
    among(&orders, method, design, sequence, cells)
}

/// How many standard deviations of a count of chance lie between what is seen and the level, below it and above it, before the rest
/// of the orders is not looked at any more: going on would say otherwise in about 1 of 10,000 trials. Above it the count has the
/// longer tail, and from so many orders on it is near enough to normal.
const SURE_BELOW: f64 = 4.0;
const SURE_ABOVE: f64 = 5.0;
const LEAST_ORDERS: f64 = 50.0;

/// Whether a made-up trial shows a difference, from as many orders as that takes; they must stand in an order of chance. Only for
/// counting made-up trials: a real one is compared with every order by [`among`].
///
/// # Errors
/// As [`verdict`].
pub(super) fn shows_difference(
    orders: &[Sequence],
    method: Method<'_>,
    design: &Design,
    sequence: Sequence,
    cells: &Cells,
) -> Result<bool, Inconclusive> {
    let counted = design.counted(cells)?;
    let periods = Periods::of(design, &counted, method.statistic, method.covariates);
    let seen = periods.value(sequence).abs() - ALIKE;
    let limit = LEVEL * orders.len() as f64;
    let mut as_large = 0.0;
    for (before, order) in orders.iter().enumerate() {
        let looked_at = before as f64;
        let beyond = as_large - LEVEL * looked_at;
        let deviation = (looked_at * LEVEL * (1.0 - LEVEL)).sqrt();
        if as_large > limit || beyond < -SURE_BELOW * deviation {
            break;
        }
        if looked_at >= LEAST_ORDERS && beyond > SURE_ABOVE * deviation {
            return Ok(false);
        }
        // Counted from the other side, so that a number that is none speaks for chance.
        let is_smaller = periods.value(*order).abs() < seen;
        as_large += f64::from(u8::from(!is_smaller));
    }
    Ok(as_large <= limit)
}

/// As [`with`], with the orders to compare already at hand.
pub(super) fn among(
    orders: &[Sequence],
    method: Method<'_>,
    design: &Design,
    sequence: Sequence,
    cells: &Cells,
) -> Result<Verdict, Inconclusive> {
    if !design.randomisation().holds(sequence) {
        return Err(Inconclusive::OtherOrder);
    }
    let counted = design.counted(cells)?;
    let periods = Periods::of(design, &counted, method.statistic, method.covariates);
    let seen = periods.value(sequence).abs() - ALIKE;
    // Counted from the other side, so that a number that is none speaks for chance.
    let smaller = orders.iter().filter(|order| periods.value(**order).abs() < seen).count();
    let as_large = orders.len() - smaller;
    // Of drawn orders the real one need not be one, so it is added.
    let all = design.randomisation().count().is_ok_and(|count| count <= MOST_COMPARED);
    let own = usize::from(!all);
    Ok(Verdict {
        p: (as_large + own) as f64 / (orders.len() + own) as f64,
        statistic: periods.shown(sequence),
        orders: Some(orders.len() + own),
        limit: LEVEL,
        noise: periods.noise,
        half_life_days: periods.half_life_days(sequence),
        days: counted.days,
        dropped: counted.dropped,
    })
}
