//! One side against the other for something slow: neither side is treated, then for weeks the one, then perhaps the other. One toss
//! draws no more than two orders, so no order can be judged by; the size of the difference has to speak beside the noise of the
//! days. It is judged more strictly for that, and at best it is possible. A straight line in time would halve what can be seen and
//! mend nothing, so there is none.

use super::error::Inconclusive;
use super::size::Size;
use super::verdict::{SIZE_LEVEL, Verdict};
use crate::analysis::engine::Cells;
use crate::analysis::engine::student_t::StudentT;
use crate::analysis::gls;
use crate::columns::DayTable;
use crate::model::time::Day;
use crate::model::trial::{Lot, TrialDesign};
use crate::model::trial_sides::TrialSides;

/// Of 10 days both sides have to be logged on so many.
const LEAST_LOGGED_OF_10: usize = 6;
/// Place of the treatment among the columns of the model: level, treated side.
const TREATED: usize = 1;
/// Days over which it is looked whether both sides go up and down together.
const TOGETHER_DAYS: i32 = 90;
/// Days of them with both sides that are needed to say so.
const LEAST_TOGETHER: usize = 14;
/// Sides that go together less than this have little in common that their difference could take away.
pub const LITTLE_IN_COMMON: f64 = 0.5;
/// The washout over the half-life: twice the mean time until what is tried has come or gone, which is a half-life by ln 2.
const WASHOUT_PER_HALF_LIFE: f64 = 2.0 / std::f64::consts::LN_2;

/// A comparison of sides that is judged by its size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SideTest {
    /// Days on which neither side is treated.
    untreated: usize,
    /// Days on which one side is treated.
    stretch: usize,
    /// Days at the start of each stretch that do not count.
    washout: usize,
    /// One stretch, or two with the sides exchanged between them.
    stretches: usize,
}

impl SideTest {
    /// The test of a design; `None` for one that is judged by its order.
    pub fn new(design: TrialDesign) -> Option<Self> {
        let stretches = match design.lot {
            Lot::Balanced { .. } | Lot::Pairs => return None,
            Lot::SwapOnce { .. } => 2,
            Lot::OneSide { .. } => 1,
        };
        Some(Self {
            untreated: usize::from(design.lot.untreated_days()),
            stretch: usize::from(design.days_per_period),
            washout: usize::from(design.washout_days),
            stretches,
        })
    }

    /// Days of the whole test.
    pub fn days(self) -> usize {
        self.untreated + self.stretches * self.stretch
    }

    /// The order that one toss gives, B for the one side first and A for the other.
    pub fn order(self, one_first: bool) -> &'static str {
        match (self.stretches, one_first) {
            (1, true) => "B",
            (1, false) => "A",
            (_, true) => "BA",
            (_, false) => "AB",
        }
    }

    /// Which stretch a day lies in; `None` while neither side is treated.
    fn stretch_of(self, day: usize) -> Option<usize> {
        Some(day.checked_sub(self.untreated)?.checked_div(self.stretch)?.min(self.stretches - 1))
    }

    /// Whether a day counts if both sides are logged.
    pub fn counts(self, day: usize) -> bool {
        let into = |stretch: usize| day - self.untreated - stretch * self.stretch;
        day < self.days() && self.stretch_of(day).is_none_or(|stretch| into(stretch) >= self.washout)
    }

    /// What half of the one side less the other gets of the treatment, each day: a half while the one is treated, less a half while
    /// the other is, nothing while neither is.
    pub fn treated(self, one_first: bool) -> Vec<f64> {
        let of = |day: usize| match self.stretch_of(day) {
            None => 0.0,
            Some(stretch) => {
                if (stretch == 0) == one_first {
                    0.5
                } else {
                    -0.5
                }
            }
        };
        (0..self.days()).map(of).collect()
    }

    /// What is found once it is over: the treated side less the other, with its 99 % interval. `cells` holds half of the one side
    /// less the other, one cell a day from the first day on.
    ///
    /// # Errors
    /// [`Inconclusive`] if it still runs, too little is logged, or the sides never differ otherwise than before.
    pub fn judge(self, one_first: bool, cells: &Cells) -> Result<(Verdict, Size), Inconclusive> {
        let days = self.days();
        if cells.len() < days {
            return Err(Inconclusive::NotOver { days_left: days - cells.len() });
        }
        enough_of_both(&cells[..days])?;
        let cell = |day: usize| cells[day].filter(|value| value.is_finite() && self.counts(day));
        let counted: Vec<Option<f64>> = (0..days).map(cell).collect();
        // The days before the first stretch are one of the parts that are compared.
        let parts: Vec<Option<usize>> = std::iter::once(None).chain((0..self.stretches).map(Some)).collect();
        let is_empty = |part: &&Option<usize>| {
            (0..days).filter(|day| self.stretch_of(*day) == **part).all(|day| counted[day].is_none())
        };
        let dropped = parts.iter().filter(is_empty).count();
        if dropped > 0 {
            return Err(Inconclusive::TooLittleLogged { dropped, periods: parts.len() });
        }
        let columns = [vec![1.0; days], self.treated(one_first)];
        let fit = gls::fit(&counted, &columns, None).ok_or(Inconclusive::NoVariation)?;
        let df = fit.effective_df();
        let (difference, error) = (fit.slopes[TREATED], fit.errors[TREATED]);
        let reach = StudentT::new(df).two_sided_inverse(SIZE_LEVEL) * error;
        let size = Size {
            difference,
            error,
            interval: (difference - reach, difference + reach),
            level: SIZE_LEVEL,
            df,
            noise: fit.noise,
        };
        let verdict = Verdict {
            p: fit.p(TREATED, df),
            statistic: difference / error,
            orders: None,
            limit: SIZE_LEVEL,
            noise: fit.noise,
            half_life_days: 0.0,
            days: fit.days,
            dropped: Vec::new(),
        };
        Ok((verdict, size))
    }
}

/// Days at the start of a stretch that do not count, for something of which half comes or goes in a half-life.
pub fn washout_days(half_life_days: u8) -> u16 {
    let days = (WASHOUT_PER_HALF_LIFE * f64::from(half_life_days)).round();
    (0..=u16::MAX).find(|whole| f64::from(*whole) >= days).unwrap_or(u16::MAX)
}

/// Whether both sides are logged on enough of the days of a comparison.
///
/// # Errors
/// [`Inconclusive::SidesTooLittleLogged`] if not.
pub fn enough_of_both(cells: &Cells) -> Result<(), Inconclusive> {
    let (logged, days) = (cells.iter().flatten().count(), cells.len());
    if 10 * logged < LEAST_LOGGED_OF_10 * days {
        return Err(Inconclusive::SidesTooLittleLogged { logged, days });
    }
    Ok(())
}

/// How far a difference of so much would have been seen: the share of such tests that would have called it possible, by Student's
/// distribution around its size over the error.
pub fn would_have_shown(size: &Size, difference: f64) -> f64 {
    let reach = StudentT::new(size.df).two_sided_inverse(size.level);
    super::belief::normal_below(difference.abs() / size.error - reach)
}

/// How far both sides went up and down together before a day: their correlation over [`TOGETHER_DAYS`]. `None` if too few days have
/// both, or one of them never changed.
pub fn together(table: &DayTable, sides: TrialSides, outcome: &str, before: Day) -> Option<f64> {
    let keys = sides.keys(outcome);
    let pairs: Vec<[f64; 2]> = (1..=TOGETHER_DAYS)
        .filter_map(|back| {
            let [one, other] = [&keys[0], &keys[1]].map(|key| table.number(key, before.plus(-back)));
            Some([one?, other?])
        })
        .collect();
    if pairs.len() < LEAST_TOGETHER {
        return None;
    }
    let mean = |side: usize| pairs.iter().map(|pair| pair[side]).sum::<f64>() / pairs.len() as f64;
    let means = [mean(0), mean(1)];
    let product =
        |a: usize, b: usize| pairs.iter().map(|pair| (pair[a] - means[a]) * (pair[b] - means[b])).sum::<f64>();
    let correlation = product(0, 1) / (product(0, 0) * product(1, 1)).sqrt();
    correlation.is_finite().then_some(correlation)
}
