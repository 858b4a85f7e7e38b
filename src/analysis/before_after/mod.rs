//! One change on one date, and one outcome before and after it: a course that started, a diet, something that happened once.
//!
//! A step beside one common line, the week taken out, with noise that remembers (segmented regression by generalised least
//! squares, Turner et al. 2021, doi:10.1186/s12874-021-01306-w). The date is a fact that somebody entered, never searched for. A
//! second slope after the change would cost the power and the coverage, so there is none. It can say that something was
//! different after the date, never why; its best grade is *possible*.

mod occasion;
pub mod words;

use std::ops::Range;

pub use self::occasion::{NEAR_DAYS, Occasion, OccasionKind, OtherChange, occasions, what_else};
use super::engine::minimum::check_outcome;
use super::engine::nuisance;
use super::gls;
use crate::columns::DayTable;
use crate::model::time::Day;

/// Logged days that are needed on each side.
pub const SIDE_DAYS: usize = 21;
/// Calendar days looked at on each side at most: one line does not fit years.
pub const MOST_SIDE_DAYS: usize = 84;
/// The longer side has at most so many times the days of the shorter, so that the change lies between 25 % and 75 %.
const MOST_RATIO: usize = 3;
/// Days before the change that may be a stretch out of the ordinary, and the days before those.
const STRETCH_DAYS: usize = 7;
const USUAL_DAYS: usize = 60;
/// Standard deviations from which it is one.
const STRETCH_SD: f64 = 1.0;
/// Logged days needed to say so.
const STRETCH_LOGGED: usize = 3;
const USUAL_LOGGED: usize = 14;

/// Before and after, compared.
#[derive(Debug, Clone, PartialEq)]
pub struct BeforeAfter {
    /// Key of the outcome.
    pub outcome: String,
    /// The first day of the change.
    pub change: Day,
    /// Days from the change on that were left out, because what it does may take so long to begin.
    pub onset_days: usize,
    /// Step of the outcome at the change, in its unit; above 0 is higher after.
    pub step: f64,
    /// Ends of the 95 % interval of the step.
    pub interval: (f64, f64),
    /// Two-sided p of no step.
    pub p: f64,
    /// Degrees of freedom.
    pub df: f64,
    /// Logged days used before the change and after it.
    pub days_used: (usize, usize),
    /// The fitted line without the week: row of the table and value, one a day of the span; days left out are not in it.
    pub line: Vec<LinePoint>,
    /// How far the 7 days before the change lay from the 60 days before those, in standard deviations, where that is more
    /// than one: part of the way back is then to be expected.
    pub stretch: Option<f64>,
    /// Least and most logged value in the span.
    pub range: (f64, f64),
}

/// A point of the fitted line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LinePoint {
    /// Row of the table.
    pub row: usize,
    /// Whether it lies after the change.
    pub after: bool,
    /// The line there, in the unit of the outcome.
    pub value: f64,
}

impl BeforeAfter {
    /// Whether the interval leaves out no step at all. Then it is *possible*, the best grade there is here.
    pub fn is_possible(&self) -> bool {
        self.interval.0 > 0.0 || self.interval.1 < 0.0
    }
}

/// Why nothing is compared, with what is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooLittle {
    /// The table has no such column.
    NoOutcome,
    /// The date lies outside the diary.
    NotInDiary,
    /// Logged days before the change and after it; [`SIDE_DAYS`] are needed on each side.
    Days {
        /// Before.
        before: usize,
        /// After, days of the onset left out.
        after: usize,
    },
    /// The outcome is the same on every day but a few, so no step can be told from a slip.
    NoVariation,
}

/// Compares an outcome before and after a change. `onset_days` from the change on are left out.
///
/// # Errors
/// [`TooLittle`] with what there is.
pub fn before_after(table: &DayTable, outcome: &str, change: Day, onset_days: usize) -> Result<BeforeAfter, TooLittle> {
    let column = table.column(outcome).ok_or(TooLittle::NoOutcome)?;
    let at = table.row(change).ok_or(TooLittle::NotInDiary)?;
    let within = table.consecutive(at);
    let (first, end) = span(at, within.clone(), onset_days);
    let after_from = (at + onset_days).min(end);
    let cells: Vec<Option<f64>> =
        (first..end).map(|row| if (at..after_from).contains(&row) { None } else { column.cells[row] }).collect();
    let logged = |rows: std::ops::Range<usize>| rows.filter(|row| column.cells[*row].is_some()).count();
    let (before, after) = (logged(first..at), logged(after_from..end));
    if before < SIDE_DAYS || after < SIDE_DAYS {
        return Err(TooLittle::Days { before, after });
    }
    if check_outcome(&cells).is_err() {
        return Err(TooLittle::NoVariation);
    }
    let values: Vec<f64> = cells.iter().flatten().copied().collect();
    let days = cells.len();
    let step_at = at - first;
    let step: Vec<f64> = (0..days).map(|day| f64::from(u8::from(day >= step_at))).collect();
    let line: Vec<f64> = (0..days).map(|day| (day as f64 - step_at as f64) / days as f64).collect();
    let weekday = table.day(first).weekday();
    let mut columns = vec![vec![1.0; days], step, line];
    columns.extend(nuisance::week(&cells, weekday));
    let fit = gls::fit(&cells, &columns, None).ok_or(TooLittle::NoVariation)?;
    let df = fit.effective_df();
    let line = (0..days)
        .filter(|day| !(at..after_from).contains(&(first + day)))
        .map(|day| LinePoint {
            row: first + day,
            after: day >= step_at,
            value: (0..3).map(|column| fit.slopes[column] * columns[column][day]).sum(),
        })
        .collect();
    let bounds = values.iter().fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(*value), high.max(*value)));
    Ok(BeforeAfter {
        outcome: outcome.to_owned(),
        change,
        onset_days,
        step: fit.slopes[1],
        interval: fit.interval(1, df),
        p: fit.p(1, df),
        df,
        days_used: (before, after),
        line,
        stretch: stretch(column.cells.get(within.clone()).unwrap_or_default(), at - within.start),
        range: bounds,
    })
}

/// The rows that are used of those `within` one stretch: at most [`MOST_SIDE_DAYS`] on each side, the longer side no more than
/// three times the shorter.
fn span(at: usize, within: Range<usize>, onset_days: usize) -> (usize, usize) {
    let before = (at - within.start).min(MOST_SIDE_DAYS);
    let after = within.end.saturating_sub(at + onset_days).min(MOST_SIDE_DAYS);
    let (before, after) = (before.min(MOST_RATIO * after), after.min(MOST_RATIO * before));
    (at - before, (at + onset_days + after).min(within.end))
}

/// How far the last days before the change lay from the usual ones.
fn stretch(cells: &[Option<f64>], at: usize) -> Option<f64> {
    let from = at.saturating_sub(STRETCH_DAYS);
    let last: Vec<f64> = cells.get(from..at)?.iter().flatten().copied().collect();
    let usual: Vec<f64> = cells.get(from.saturating_sub(USUAL_DAYS)..from)?.iter().flatten().copied().collect();
    if last.len() < STRETCH_LOGGED || usual.len() < USUAL_LOGGED {
        return None;
    }
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let middle = mean(&usual);
    let sd = mean(&usual.iter().map(|value| (value - middle).powi(2)).collect::<Vec<_>>()).sqrt();
    let away = (mean(&last) - middle) / sd;
    (away.is_finite() && away.abs() > STRETCH_SD).then_some(away)
}
