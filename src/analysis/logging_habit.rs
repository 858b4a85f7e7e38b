//! Whether logging depends on the outcome itself: somebody who writes on bad days only makes every average look worse, and a
//! factor that goes along with writing look like one that goes along with the skin.
//!
//! What an unlogged day was like nobody knows. But an outcome changes slowly, so the days next to unlogged ones tell something
//! of them: if those are lower than others, days with a high value are written down more often. The difference is that between
//! logged days with an unlogged neighbour and the other logged days, the week and slow changes taken out, with the outcome's
//! own noise ([`gls`]). It is smaller than the habit itself.

use super::engine::minimum::check_outcome;
use super::engine::nuisance;
use super::gls;
use super::insights::words::lowered;
use crate::columns::{Column, DayTable};
use crate::words::{Effect, EffectWords};

/// Logged days that are needed next to unlogged ones, and as many others.
pub const SIDE_DAYS: usize = 15;

/// The check of one outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct LoggingHabit {
    /// Key of the outcome.
    pub outcome: String,
    /// How much higher the outcome is next to unlogged days than elsewhere, in its unit.
    pub difference: f64,
    /// Ends of the 95 % interval.
    pub interval: (f64, f64),
    /// Logged days next to an unlogged one, and the other logged days.
    pub days: (usize, usize),
}

/// What is missing for the check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooFew {
    /// The table has no such column.
    NoOutcome,
    /// Logged days next to an unlogged one, and the other logged days; [`SIDE_DAYS`] of each are needed.
    Days {
        /// Next to an unlogged day.
        next_to: usize,
        /// Others.
        others: usize,
    },
    /// The outcome hardly varies.
    NoVariation,
}

impl LoggingHabit {
    /// Whether the interval leaves out that logging does not depend on the outcome.
    pub fn stands_out(&self) -> bool {
        self.interval.0 > 0.0 || self.interval.1 < 0.0
    }
}

/// Checks one outcome over the first `days` of a table.
///
/// # Errors
/// [`TooFew`] with what there is.
pub fn logging_habit(table: &DayTable, outcome: &str, days: usize) -> Result<LoggingHabit, TooFew> {
    let column = table.column(outcome).ok_or(TooFew::NoOutcome)?;
    let first = column.cells.iter().position(Option::is_some).unwrap_or(0);
    let end = days.min(table.days);
    // Before its first answer the outcome was not yet followed, after its last no longer.
    let last = column.cells.iter().take(end).rposition(Option::is_some).map_or(first, |last| last + 1);
    let cells = column.cells.get(first..last).unwrap_or(&[]);
    let missing = |day: Option<usize>| day.and_then(|day| cells.get(day)).is_some_and(Option::is_none);
    let next_to: Vec<f64> = (0..cells.len())
        .map(|day| f64::from(u8::from(missing(day.checked_sub(1)) || missing(Some(day + 1)))))
        .collect();
    let logged = |side: f64| cells.iter().zip(&next_to).filter(|(cell, mark)| cell.is_some() && **mark == side).count();
    let sides = (logged(1.0), logged(0.0));
    if sides.0 < SIDE_DAYS || sides.1 < SIDE_DAYS {
        return Err(TooFew::Days { next_to: sides.0, others: sides.1 });
    }
    if check_outcome(cells).is_err() {
        return Err(TooFew::NoVariation);
    }
    let weekday = (table.first.weekday() + first) % 7;
    let mut columns = nuisance::columns(cells.len(), weekday, sides.0 + sides.1);
    columns.insert(0, next_to);
    let fit = gls::fit(cells, &columns, None).ok_or(TooFew::NoVariation)?;
    let (difference, interval) = (fit.slopes[0], fit.interval(0, fit.effective_df()));
    Ok(LoggingHabit { outcome: outcome.to_owned(), difference, interval, days: sides })
}

/// The check in a sentence.
pub fn sentence(found: &LoggingHabit, outcome: &Column) -> String {
    let label = lowered(&outcome.label);
    let (next_to, others) = found.days;
    if !found.stands_out() {
        return format!(
            "Nothing shows that {label} is logged more often when it is high or low: the {next_to} days next to unlogged ones \
             are like the {others} others."
        );
    }
    let often = if found.difference < 0.0 { "high" } else { "low" };
    let of = outcome.quantity();
    let there = if of.yes_no { "there on " } else { "" };
    let EffectWords { size, interval } = Effect { estimate: found.difference, interval: found.interval }.words(&of);
    format!(
        "On the {next_to} days next to unlogged ones {label} was {there}{size} than on the {others} others (95 % interval \
         {interval}). So days with {often} {label} may be logged more often than others; averages then lean that way, and a \
         pattern can come from logging alone."
    )
}

/// What is missing for the check, in a sentence.
pub fn too_few(missing: &TooFew, label: &str) -> String {
    match missing {
        TooFew::NoOutcome => format!("{label} is not in the diary."),
        TooFew::Days { next_to, others } => format!(
            "{label}: {next_to} logged days lie next to unlogged ones and {others} do not; {SIDE_DAYS} of each are needed to tell \
             whether logging depends on how it is."
        ),
        TooFew::NoVariation => format!("{label} hardly varies, so logging cannot depend on it in a way that shows."),
    }
}
