//! A trial as it was run, from a table with a row a day: which day belonged to which period, what was on, what was logged.

use super::design::Design;
use super::error::DesignError;
use super::randomisation::Randomisation;
use super::sequence::Sequence;
use crate::analysis::tidy_csv::{self, TidyError};
use crate::columns::DayTable;
use crate::model::text::excerpt;
use crate::model::time::Day;

/// The column with the number of the period, from 1.
pub const PERIOD: &str = "period";
/// The column that says what was drawn: 1 on, 0 off.
pub const ON: &str = "on";
/// The column that says what was followed: 1 on, 0 off.
pub const TAKEN: &str = "taken";

/// How the lot was drawn; the number of periods follows from the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RandomisationKind {
    /// As many periods on as off, with at most so many alike in a row.
    Balanced {
        /// Periods alike in a row.
        most_alike: usize,
    },
    /// One on and one off in each pair.
    Pairs,
}

/// A trial as it was run.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The first day.
    pub first: Day,
    /// Days of each period.
    pub lengths: Vec<usize>,
    /// What was on.
    pub sequence: Sequence,
    /// The outcome, one cell a day from the first day on.
    pub outcome: Vec<Option<f64>>,
    /// Covariates, one number a day; where one is missing its mean stands, which says nothing.
    pub covariates: Vec<Vec<f64>>,
    /// Share of the days with a word on it that were as drawn; `None` without any.
    pub adherence: Option<f64>,
}

/// Why a table is no trial.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RunError {
    /// It is no table.
    #[error(transparent)]
    Tidy(#[from] TidyError),
    /// A column is not there.
    #[error("line 1: there is no column “{name}”; the file has {known}")]
    NoColumn {
        /// The name, cut short.
        name: String,
        /// Names that there are.
        known: String,
    },
    /// A day within the trial without its period or without what was drawn.
    #[error("line {line}: {day} has no {column}; every row of the trial needs one")]
    Empty {
        /// Line, counted from 1.
        line: u64,
        /// The day.
        day: Day,
        /// The column.
        column: &'static str,
    },
    /// A period that is no whole number, or not the one that comes next.
    #[error(
        "line {line}: period {found} does not follow period {before}; periods are numbered 1, 2, 3 in the order of their days"
    )]
    Order {
        /// Line, counted from 1.
        line: u64,
        /// The period before.
        before: usize,
        /// What stands there.
        found: String,
    },
    /// Something other than on and off.
    #[error("line {line}: {column} is {found}; it must be 1 (on) or 0 (off)")]
    NotOnOrOff {
        /// Line, counted from 1.
        line: u64,
        /// The column.
        column: &'static str,
        /// What stands there.
        found: String,
    },
    /// A period that is both.
    #[error("line {line}: period {period} is both on and off; what was drawn stays the same within a period")]
    Both {
        /// Line, counted from 1.
        line: u64,
        /// The period.
        period: usize,
    },
    /// No row has a period.
    #[error("no row has a period; number the rows of the trial 1, 2, 3 by period")]
    NoPeriod,
    /// More periods than can be judged.
    #[error(transparent)]
    Design(#[from] DesignError),
}

impl RandomisationKind {
    /// The lot for a number of periods.
    pub fn randomisation(self, periods: usize) -> Randomisation {
        match self {
            Self::Balanced { most_alike } => Randomisation::Balanced { periods, most_alike },
            Self::Pairs => Randomisation::Pairs { pairs: periods.div_ceil(2) },
        }
    }
}

impl Run {
    /// Reads a tidy CSV: columns `date`, `period`, `on`, the outcome, and perhaps covariates and `taken`. A date without a row is
    /// a day that was not logged; it belongs to the period before it.
    ///
    /// # Errors
    /// [`RunError`] with the line and what to do.
    pub fn read(content: &[u8], outcome: &str, covariates: &[String]) -> Result<Self, RunError> {
        let table = tidy_csv::read(content)?;
        let line = |day: Day| tidy_csv::line_of(content, day).unwrap_or(1);
        let (periods, on) = (column(&table, PERIOD)?, column(&table, ON)?);
        let logged = column(&table, outcome)?;
        let beside: Vec<&[Option<f64>]> =
            covariates.iter().map(|name| column(&table, name)).collect::<Result<_, _>>()?;
        let taken = table.position(TAKEN).map(|at| table[at].cells.as_slice());
        let has_period = |row: &usize| cell(periods, *row).is_some();
        let rows = 0..table.days;
        let (Some(first), Some(last)) = (rows.clone().find(has_period), rows.rev().find(has_period)) else {
            return Err(RunError::NoPeriod);
        };
        let (mut lengths, mut drawn): (Vec<usize>, Vec<bool>) = (Vec::new(), Vec::new());
        for row in first..=last {
            let day = table.day(row);
            // Days without a row are not logged, and belong to the period they lie in.
            let Some(number) = cell(periods, row) else {
                if cell(on, row).is_some() || cell(logged, row).is_some() {
                    return Err(RunError::Empty { line: line(day), day, column: PERIOD });
                }
                if let Some(length) = lengths.last_mut() {
                    *length += 1;
                }
                continue;
            };
            let is_on = match cell(on, row) {
                Some(1.0) => true,
                Some(0.0) => false,
                None => return Err(RunError::Empty { line: line(day), day, column: ON }),
                Some(found) => {
                    return Err(RunError::NotOnOrOff { line: line(day), column: ON, found: found.to_string() });
                }
            };
            let before = lengths.len();
            if number == before as f64 && before > 0 {
                if drawn.last() != Some(&is_on) {
                    return Err(RunError::Both { line: line(day), period: before });
                }
                lengths[before - 1] += 1;
            } else if number == (before + 1) as f64 {
                lengths.push(1);
                drawn.push(is_on);
            } else {
                return Err(RunError::Order { line: line(day), before, found: number.to_string() });
            }
        }
        let periods = drawn.len();
        let sequence = Sequence::of(drawn).ok_or(DesignError::Periods { periods })?;
        let within = |cells: &[Option<f64>]| (first..=last).map(|row| cell(cells, row)).collect::<Vec<_>>();
        let adherence = match taken {
            Some(taken) => adherence(&within(taken), &within(on), |at, found| RunError::NotOnOrOff {
                line: line(table.day(first + at)),
                column: TAKEN,
                found: found.to_string(),
            })?,
            None => None,
        };
        Ok(Self {
            first: table.day(first),
            lengths,
            sequence,
            outcome: within(logged),
            covariates: beside.into_iter().map(|cells| with_mean(&within(cells))).collect(),
            adherence,
        })
    }

    /// Its design, for a lot and some days dropped at the start of each period.
    ///
    /// # Errors
    /// As [`Design::with_lengths`].
    pub fn design(&self, scheme: RandomisationKind, washout: usize) -> Result<Design, DesignError> {
        Design::with_lengths(scheme.randomisation(self.lengths.len()), &self.lengths, washout)
    }
}

fn column<'a>(table: &'a DayTable, name: &str) -> Result<&'a [Option<f64>], RunError> {
    let found = table.columns.iter().find(|column| column.key == name);
    found.map(|column| column.cells.as_slice()).ok_or_else(|| {
        let known: Vec<String> = table.columns.iter().map(|column| excerpt(&column.key)).take(12).collect();
        RunError::NoColumn { name: excerpt(name), known: known.join(", ") }
    })
}

fn cell(cells: &[Option<f64>], row: usize) -> Option<f64> {
    cells.get(row).copied().flatten()
}

/// Share of the days with a word on it on which what was taken is what was drawn.
fn adherence(
    taken: &[Option<f64>],
    on: &[Option<f64>],
    refused: impl Fn(usize, f64) -> RunError,
) -> Result<Option<f64>, RunError> {
    let (mut kept, mut said) = (0_usize, 0_usize);
    for (at, (taken, on)) in taken.iter().zip(on).enumerate() {
        let (Some(taken), Some(on)) = (taken, on) else { continue };
        if *taken != 0.0 && *taken != 1.0 {
            return Err(refused(at, *taken));
        }
        said += 1;
        kept += usize::from(taken == on);
    }
    Ok((said > 0).then(|| kept as f64 / said as f64))
}

/// The numbers, with their mean where one is missing.
fn with_mean(cells: &[Option<f64>]) -> Vec<f64> {
    let known: Vec<f64> = cells.iter().flatten().copied().collect();
    let mean = if known.is_empty() { 0.0 } else { known.iter().sum::<f64>() / known.len() as f64 };
    cells.iter().map(|cell| cell.unwrap_or(mean)).collect()
}
