//! A tidy CSV as a day table: first column `date`, one column a variable, one row a day, an empty cell is missing.

use std::collections::BTreeMap;

use super::day_table::{Column, DayTable, Role, Scale};
use crate::model::time::{Day, TimeError};

/// The most columns a file may have.
pub const MOST_COLUMNS: usize = 500;
/// The most days from the first to the last.
pub const MOST_DAYS: i32 = 14_610;

/// Why a file was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TidyError {
    /// It is not readable as CSV at all.
    #[error("line {line}: {reason}; save the file as comma-separated UTF-8")]
    NotCsv {
        /// Line, counted from 1.
        line: u64,
        /// What the reader said.
        reason: String,
    },
    /// The first column is not the date.
    #[error("line 1: the first column must be called date, but is called “{0}”")]
    NoDate(String),
    /// Nothing but a head.
    #[error("the file has no day; put one row a day under the first line")]
    Empty,
    /// Too many columns.
    #[error("line 1: {0} columns are too many; at most {MOST_COLUMNS} fit, so leave out what is not needed")]
    TooManyColumns(usize),
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
    let content = content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(content);
    let mut records = reader.records();
    let head = match records.next() {
        Some(head) => head.map_err(|error| not_csv(&error))?,
        None => return Err(TidyError::Empty),
    };
    let names = names(&head)?;
    let mut rows: BTreeMap<Day, (u64, Vec<Option<f64>>)> = BTreeMap::new();
    for record in records {
        let record = record.map_err(|error| not_csv(&error))?;
        let line = record.position().map_or(0, csv::Position::line);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let given = record.get(0).unwrap_or_default();
        let day: Day = given.parse().map_err(|error: TimeError| TidyError::Date { line, reason: error.to_string() })?;
        let cells: Vec<Option<f64>> = names
            .iter()
            .enumerate()
            .map(|(place, name)| cell(record.get(place + 1).unwrap_or_default(), line, name))
            .collect::<Result<_, _>>()?;
        if let Some((before, _)) = rows.insert(day, (line, cells)) {
            return Err(TidyError::Twice { line, day, before });
        }
    }
    table(names, rows)
}

fn names(head: &csv::StringRecord) -> Result<Vec<String>, TidyError> {
    let first = head.get(0).unwrap_or_default().trim();
    if !first.eq_ignore_ascii_case("date") {
        return Err(TidyError::NoDate(short(first)));
    }
    if head.len() > MOST_COLUMNS + 1 {
        return Err(TidyError::TooManyColumns(head.len() - 1));
    }
    let mut names: Vec<String> = Vec::new();
    for (index, name) in head.iter().enumerate().skip(1) {
        let name = name.trim().to_owned();
        if name.is_empty() || names.contains(&name) {
            return Err(TidyError::Name { place: index + 1, name: short(&name) });
        }
        names.push(name);
    }
    Ok(names)
}

fn cell(text: &str, line: u64, column: &str) -> Result<Option<f64>, TidyError> {
    let text = text.trim();
    let refused = || TidyError::Cell { line, column: short(column), given: short(text) };
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
    let days = usize::try_from(last.days_since(first)).unwrap_or(0) + 1;
    let mut columns: Vec<Column> = names
        .into_iter()
        .map(|name| Column {
            label: name.clone(),
            key: name,
            unit: String::new(),
            scale: Scale::Number,
            role: Role::Context,
            cells: vec![None; days],
        })
        .collect();
    for (day, (_, cells)) in rows {
        let Ok(row) = usize::try_from(day.days_since(first)) else { continue };
        for (column, cell) in columns.iter_mut().zip(cells) {
            if let Some(place) = column.cells.get_mut(row) {
                *place = cell;
            }
        }
    }
    Ok(DayTable { first, days, columns })
}

fn not_csv(error: &csv::Error) -> TidyError {
    let line = error.position().map_or(0, csv::Position::line);
    let reason = match error.kind() {
        csv::ErrorKind::Utf8 { .. } => "this is not UTF-8 text".to_owned(),
        _ => "this is not a line of a table".to_owned(),
    };
    TidyError::NotCsv { line, reason }
}

fn short(text: &str) -> String {
    text.chars().take(40).filter(|sign| !sign.is_control()).collect()
}
