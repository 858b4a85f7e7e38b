//! A tidy CSV as a day table: first column `date`, one column a variable, one row a day, an empty cell is missing.

use std::collections::{BTreeMap, HashSet};

use csv::StringRecord;

use crate::columns::{self, Column, ColumnSpec, DayTable, Origin, Role};
use crate::files::{Rows, TableError, check_width, text_of};
use crate::model::catalogue::Catalogue;
use crate::model::stretch::{self, Stretch};
use crate::model::text::excerpt;
use crate::model::time::{Day, TimeError};

/// The most days from the first to the last.
pub const MOST_DAYS: i32 = 14_610;

/// Why a file was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TidyError {
    /// It is not readable as a table at all.
    #[error("line {}: {_0}", _0.line())]
    NotATable(#[from] TableError),
    /// The first column is not the date.
    #[error("line 1: the first column must be called date, but is called “{0}”")]
    NoDate(String),
    /// Nothing but a head.
    #[error("the file has no day; put one row a day under the first line")]
    Empty,
    /// Two columns of one name, or one without.
    #[error("line 1: column {place} is called “{name}”; every column needs a name of its own")]
    Name {
        /// Place, counted from 1.
        place: usize,
        /// The name, cut short.
        name: String,
    },
    /// A date that is none.
    #[error("line {line}: {reason}")]
    Date {
        /// Line, counted from 1.
        line: u64,
        /// What stands there, and what would fit.
        reason: String,
    },
    /// A date that was there before.
    #[error("line {line}: {day} stands in line {before} already; a day may have one row only")]
    Twice {
        /// Line, counted from 1.
        line: u64,
        /// The day.
        day: Day,
        /// The earlier line.
        before: u64,
    },
    /// The dates lie too far apart.
    #[error("{first} and {last} lie more than {MOST_DAYS} days apart; check the years")]
    TooLong {
        /// First day.
        first: Day,
        /// Last day.
        last: Day,
    },
    /// A cell that is no number.
    #[error("line {line}, column {column}: “{given}” is not a number; leave the cell empty where nothing is known")]
    Cell {
        /// Line, counted from 1.
        line: u64,
        /// Name of the column, cut short.
        column: String,
        /// What stands there, cut short.
        given: String,
    },
}

/// Reads a file. Rows may stand in any order; yes and no, true and false are 1 and 0.
///
/// # Errors
/// [`TidyError`] with the line and what to do.
pub fn read(content: &[u8]) -> Result<DayTable, TidyError> {
    let mut records = Rows::new(text_of(content)?, b',');
    let Some(head) = records.next() else { return Err(TidyError::Empty) };
    let names = names(&head?.cells)?;
    let mut rows: BTreeMap<Day, (u64, Vec<Option<f64>>)> = BTreeMap::new();
    for row in records {
        let row = row?;
        let line = row.line;
        if row.cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let given = row.cells.get(0).unwrap_or_default();
        let day: Day = given.parse().map_err(|error: TimeError| TidyError::Date { line, reason: error.to_string() })?;
        let cells: Vec<Option<f64>> = names
            .iter()
            .enumerate()
            .map(|(place, name)| cell(row.cells.get(place + 1).unwrap_or_default(), line, name))
            .collect::<Result<_, _>>()?;
        if let Some((before, _)) = rows.insert(day, (line, cells)) {
            return Err(TidyError::Twice { line, day, before });
        }
    }
    table(names, rows)
}

/// The line of a file, counted from 1, on which the row of a day stands.
pub fn line_of(content: &[u8], day: Day) -> Option<u64> {
    let mut rows = Rows::new(text_of(content).ok()?, b',').flatten();
    rows.find(|row| row.cells.get(0).and_then(|cell| cell.parse::<Day>().ok()) == Some(day)).map(|row| row.line)
}

fn names(head: &StringRecord) -> Result<Vec<String>, TidyError> {
    let first = head.get(0).unwrap_or_default().trim();
    if !first.eq_ignore_ascii_case("date") {
        return Err(TidyError::NoDate(excerpt(first)));
    }
    check_width(head.iter().skip(1), columns::keys(&Catalogue::default()))?;
    let mut seen = HashSet::new();
    let mut names: Vec<String> = Vec::new();
    for (index, name) in head.iter().enumerate().skip(1) {
        let name = name.trim();
        if name.is_empty() || !seen.insert(name) {
            return Err(TidyError::Name { place: index + 1, name: excerpt(name) });
        }
        names.push(name.to_owned());
    }
    Ok(names)
}

fn cell(text: &str, line: u64, column: &str) -> Result<Option<f64>, TidyError> {
    let text = text.trim();
    let refused = || TidyError::Cell { line, column: excerpt(column), given: excerpt(text) };
    match text.to_ascii_lowercase().as_str() {
        "" => Ok(None),
        "yes" | "true" => Ok(Some(1.0)),
        "no" | "false" => Ok(Some(0.0)),
        plain => {
            let number: f64 = plain.parse().map_err(|_| refused())?;
            // Past this a square is no longer a number.
            if number.is_finite() && number.abs() < 1e100 { Ok(Some(number)) } else { Err(refused()) }
        }
    }
}

fn table(names: Vec<String>, rows: BTreeMap<Day, (u64, Vec<Option<f64>>)>) -> Result<DayTable, TidyError> {
    let (Some((first, _)), Some((last, _))) = (rows.first_key_value(), rows.last_key_value()) else {
        return Err(TidyError::Empty);
    };
    let (first, last) = (*first, *last);
    if last.days_since(first) >= MOST_DAYS {
        return Err(TidyError::TooLong { first, last });
    }
    // A row without an answer logs nothing; rows before the first and after the last answer are kept all the same.
    let answered = rows.iter().filter(|(_, (_, cells))| cells.iter().any(Option::is_some)).map(|(day, _)| *day);
    let mut stretches = stretch::stretches(answered);
    if stretches.len() <= 1 {
        stretches = vec![Stretch { first, last, logged: rows.len() }];
    }
    let first = stretches.first().map_or(first, |stretch| stretch.first);
    let mut table = DayTable::of_stretches(first, stretches, Vec::new());
    table.columns = names
        .into_iter()
        .map(|name| Column {
            spec: ColumnSpec::new(name.clone(), name, Role::Context, Origin::Logged),
            cells: vec![None; table.days],
        })
        .collect();
    for (day, (_, cells)) in rows {
        let Some(row) = table.row(day) else { continue };
        for (column, cell) in table.columns.iter_mut().zip(cells) {
            if let Some(place) = column.cells.get_mut(row) {
                *place = cell;
            }
        }
    }
    Ok(table)
}
