//! The day table: one row a diary day, one column a trackable, missing kept apart from every number.
//!
//! Everything that computes (plots, reports, the analysis) reads this and nothing else, so that a day means the same thing
//! everywhere.

use crate::model::time::Day;

/// What a column is for the analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Skin: explained, never an explanation.
    Skin,
    /// Gut: explained by factors, and may itself explain the skin.
    Gut,
    /// May explain.
    Factor,
    /// Shown and exported, not analysed.
    Context,
}

/// How a number of a column is read where it has no unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scale {
    /// Points of a score, a grade or a form.
    Points,
    /// A count, an amount, yes or no, or nothing known.
    #[default]
    Number,
}

/// One column: a cell a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Stable key of the trackable, as in files and on the command line.
    pub key: String,
    /// Name for people.
    pub label: String,
    /// Unit as shown behind a number; empty if there is none.
    pub unit: String,
    /// How its numbers are read where there is no unit.
    pub scale: Scale,
    /// What the analysis may do with it.
    pub role: Role,
    /// One cell a day of the table. `None` is missing, which is never 0.
    pub cells: Vec<Option<f64>>,
}

impl Column {
    /// Number of days with an answer.
    pub fn answered_days(&self) -> usize {
        self.cells.iter().flatten().count()
    }

    /// The answered days in order: row and value.
    pub fn answers(&self) -> impl Iterator<Item = (usize, f64)> + '_ {
        self.cells.iter().enumerate().filter_map(|(row, cell)| cell.map(|value| (row, value)))
    }
}

/// Rows of consecutive days from `first`; every column has one cell a row.
#[derive(Debug, Clone, PartialEq)]
pub struct DayTable {
    /// The day of row 0.
    pub first: Day,
    /// Number of rows.
    pub days: usize,
    /// The columns, in catalogue order.
    pub columns: Vec<Column>,
}

impl DayTable {
    /// A table without rows.
    pub fn empty(first: Day) -> Self {
        Self { first, days: 0, columns: Vec::new() }
    }

    /// The day of a row.
    pub fn day(&self, row: usize) -> Day {
        self.first.plus(i32::try_from(row).unwrap_or(i32::MAX))
    }

    /// The row of a day, if the table has it.
    pub fn row(&self, day: Day) -> Option<usize> {
        usize::try_from(day.days_since(self.first)).ok().filter(|row| *row < self.days)
    }

    /// The column with a key.
    pub fn column(&self, key: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.key == key)
    }
}
