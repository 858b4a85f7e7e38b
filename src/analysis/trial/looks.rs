//! Looks on the way that keep the verdict exact. A third and two thirds of the way the drawn order is compared with all others by what
//! is logged so far, at limits so strict that all looks together say "difference" in no more than 5 % of trials without one. The
//! share that may be spent by then follows O'Brien and Fleming (spending function: doi:10.1093/biomet/70.3.659). An order that an
//! earlier look would have called different stays called so at every later one, so whatever the noise is like, the shares are
//! counted and not approximated. To give up where half of the orders show as much only ever loses a difference.

use super::belief::normal_below;
use super::design::Design;
use super::error::Inconclusive;
use super::periods::Periods;
use super::randomisation::{LEVEL, MOST_COMPARED, Randomisation};
use super::recorded::design_of;
use super::sequence::Sequence;
use super::verdict::{ALIKE, Method, Verdict};
use crate::analysis::engine::Cells;
use crate::model::trial::TrialDesign;
use crate::model::trial_look::LookFinding;

/// A normal number lies further out than this in 5 of 100 times.
const REACH: f64 = 1.959_963_984_540_054;
/// A look at which a larger share of orders shows as much gives the trial up.
const HOPELESS: f64 = 0.5;

/// The share of trials without a difference that may be called different up to a look, by the share of periods it looks at.
pub fn spent(share: f64) -> f64 {
    if share >= 1.0 { LEVEL } else { 2.0 * normal_below(-REACH / share.sqrt()) }
}

/// What a trial came to at the last look that was taken, or at its end.
#[derive(Debug, Clone, PartialEq)]
pub struct Staged {
    /// The verdict. Its p counts the orders that an earlier look would have called different, too.
    pub verdict: Verdict,
    /// What the look came to; at the end it goes on nowhere, but that is for the verdict to say.
    pub found: LookFinding,
    /// Periods that were looked at.
    pub periods: usize,
}

/// A design cut off after some of its periods.
pub fn first_periods(design: &Design, periods: usize) -> Option<Design> {
    let lengths: Vec<usize> = (0..periods).map(|period| design.days_of(period).len()).collect();
    let cut = match design.randomisation() {
        Randomisation::Balanced { most_alike, .. } => Randomisation::Balanced { periods, most_alike },
        Randomisation::Pairs { .. } => Randomisation::Pairs { pairs: periods / 2 },
    };
    Design::with_lengths(cut, &lengths, design.washout()).ok()
}

/// A trial as it was drawn and logged. `orders` holds all that could have been drawn, or some of them with the drawn one among them.
#[derive(Clone, Copy)]
pub(super) struct Drawn<'a> {
    pub orders: &'a [Sequence],
    pub method: Method<'a>,
    pub design: &'a Design,
    pub sequence: Sequence,
    pub cells: &'a Cells,
}

impl Drawn<'_> {
    /// Judges it at looks after some numbers of periods, one after the other, up to the first that finds a difference, or, if it
    /// gives up on the way, that is hopeless.
    ///
    /// # Errors
    /// [`Inconclusive`] if the last of them has too little to say anything. An earlier one then says nothing and the trial goes on.
    pub fn staged(&self, after: &[usize], gives_up: bool) -> Result<Staged, Inconclusive> {
        let mut is_called = vec![false; self.orders.len()];
        let mut last = Err(Inconclusive::OtherOrder);
        for periods in after {
            last = self.look(&mut is_called, *periods);
            let ends = |found: LookFinding| match found {
                LookFinding::GoesOn => false,
                LookFinding::Difference => true,
                LookFinding::GivenUp => gives_up,
            };
            if last.as_ref().is_ok_and(|staged| ends(staged.found)) {
                break;
            }
        }
        last
    }

    /// One look. `is_called` says which orders an earlier one has called different, and learns of those that this one does.
    fn look(&self, is_called: &mut [bool], looked_at: usize) -> Result<Staged, Inconclusive> {
        let Self { orders, method, design, sequence, cells } = *self;
        let cut = first_periods(design, looked_at).ok_or(Inconclusive::OtherOrder)?;
        let counted = cut.counted(cells.get(..cut.days()).unwrap_or(cells))?;
        let periods = Periods::of(&cut, &counted, method.statistic, &first_days(method.covariates, cut.days()));
        let values: Vec<f64> = orders.iter().map(|order| periods.value(*order).abs()).collect();
        let called = is_called.iter().filter(|called| **called).count();
        let mut others: Vec<f64> =
            values.iter().zip(is_called.iter()).filter(|(_, called)| !**called).map(|(value, _)| *value).collect();
        others.sort_by(f64::total_cmp);
        let share = |value: f64| {
            let smaller = others.partition_point(|other| *other < value - ALIKE);
            (called + others.len() - smaller) as f64 / orders.len() as f64
        };
        let limit = spent(looked_at as f64 / design.periods() as f64);
        let p = share(periods.value(sequence).abs());
        let found = if p <= limit {
            LookFinding::Difference
        } else if p > HOPELESS && looked_at < design.periods() {
            LookFinding::GivenUp
        } else {
            LookFinding::GoesOn
        };
        for (called, value) in is_called.iter_mut().zip(&values) {
            *called |= share(*value) <= limit;
        }
        let verdict = Verdict {
            p,
            statistic: periods.shown(sequence),
            orders: Some(orders.len()),
            limit,
            noise: periods.noise,
            half_life_days: periods.half_life_days(sequence),
            days: counted.days,
            dropped: counted.dropped,
        };
        Ok(Staged { verdict, found, periods: looked_at })
    }
}

/// The first days of covariates.
pub(super) fn first_days(covariates: &[Vec<f64>], days: usize) -> Vec<Vec<f64>> {
    covariates.iter().map(|column| column.iter().take(days).copied().collect()).collect()
}

/// The orders that a drawn one is compared with, itself among them.
fn orders_with(design: &Design, sequence: Sequence, seed: u64) -> Result<Vec<Sequence>, Inconclusive> {
    let randomisation = design.randomisation();
    if !randomisation.holds(sequence) {
        return Err(Inconclusive::OtherOrder);
    }
    let mut orders = randomisation.compared(seed).map_err(|_| Inconclusive::OtherOrder)?;
    // Of drawn orders the real one need not be one, so it is added.
    if randomisation.count().is_ok_and(|count| count > MOST_COMPARED) {
        orders.push(sequence);
    }
    Ok(orders)
}

/// Judges a trial with looks up to the first that finds a difference. One that was hopeless ended it only if it is the last.
///
/// # Errors
/// As [`super::verdict::verdict`].
pub fn judge(
    method: Method<'_>,
    design: &Design,
    sequence: Sequence,
    cells: &Cells,
    seed: u64,
    after: &[usize],
) -> Result<Staged, Inconclusive> {
    let orders = orders_with(design, sequence, seed)?;
    Drawn { orders: &orders, method, design, sequence, cells }.staged(after, false)
}

/// Whether a look on the way could end a trial with a difference: the orders that begin like one, and its mirror images, must be
/// few enough.
pub fn can_end(design: TrialDesign) -> bool {
    let Some(after) = design.look_after().last().map(usize::from) else { return false };
    let Ok(orders) = design_of(design).and_then(|design| design.randomisation().compared(1)) else { return false };
    let begins = |order: &Sequence| order.each().take(after).collect::<Vec<bool>>();
    let mut alike: std::collections::HashMap<Vec<bool>, usize> = std::collections::HashMap::new();
    for order in &orders {
        *alike.entry(begins(order)).or_default() += 1;
    }
    let fewest = alike.values().min().copied().unwrap_or(orders.len());
    2.0 * fewest as f64 / orders.len() as f64 <= spent(after as f64 / f64::from(design.periods))
}
