//! The day table: one row a diary day, one column a trackable, missing kept apart from every number.
//!
//! Everything that computes (plots, reports, the analysis) reads this and nothing else, so that a day means the same thing
//! everywhere. Where nothing was logged for a very long time there are no rows ([`stretch`]): days far apart stand in stretches
//! of their own, so that one wrong date costs nothing, and whatever counts from day to day stays within one stretch.

use std::borrow::Cow;
use std::ops::{Deref, Range};
use std::sync::Arc;

use super::known_part::KnownParts;
use super::layout::Layout;
use super::spec::{ColumnSpec, Scale};
use crate::model::stretch::{self, Stretch};
use crate::model::time::Day;
use crate::words::{Quantity, step_of};

/// One column: what it is, and a cell a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// What it is.
    pub spec: ColumnSpec,
    /// One cell a day of the table. `None` is missing, which is never 0.
    pub cells: Vec<Option<f64>>,
}

/// A column is read like what it is: `column.key`, `column.role`.
impl Deref for Column {
    type Target = ColumnSpec;

    fn deref(&self) -> &ColumnSpec {
        &self.spec
    }
}

impl Column {
    /// Number of days with an answer.
    pub fn answered_days(&self) -> usize {
        self.cells.iter().flatten().count()
    }

    /// What its numbers are: their unit, whether they are yes and no only, and the step in which they were answered.
    pub fn quantity(&self) -> Quantity<'_> {
        let answers = self.cells.iter().flatten().copied();
        let unit = match (self.unit.as_str(), self.scale) {
            ("", Scale::Points) => "points",
            (unit, _) => unit,
        };
        let yes_no = answers.clone().all(|value| value == 0.0 || value == 1.0);
        Quantity { unit, yes_no, step: step_of(answers) }
    }

    /// The answered days in order: row and value.
    pub fn answers(&self) -> impl Iterator<Item = (usize, f64)> + '_ {
        self.cells.iter().enumerate().filter_map(|(row, cell)| cell.map(|value| (row, value)))
    }
}

/// Rows of days, consecutive within each stretch; every column has one cell a row.
#[derive(Debug, Clone)]
pub struct DayTable {
    /// The day of row 0.
    pub first: Day,
    /// Number of rows.
    pub days: usize,
    /// The columns, in catalogue order.
    pub columns: Vec<Column>,
    /// The days that have rows, oldest first.
    pub stretches: Vec<Stretch>,
    /// How the columns are filled, where they were filled from a diary.
    pub(super) layout: Option<Arc<Layout>>,
    /// What is known of missing cells, column by column; see [`DayTable::lower_bound`].
    pub(super) known_parts: KnownParts,
}

/// Two tables are equal if they say the same, however they were filled.
impl PartialEq for DayTable {
    fn eq(&self, other: &Self) -> bool {
        let said = |table: &Self| (table.first, table.days);
        said(self) == said(other)
            && self.columns == other.columns
            && self.known_parts == other.known_parts
            && self.stretches == other.stretches
    }
}

impl DayTable {
    /// A table of consecutive days from `first` on.
    pub fn new(first: Day, days: usize, columns: Vec<Column>) -> Self {
        let last = first.plus(i32::try_from(days).unwrap_or(i32::MAX) - 1);
        let stretch = (days > 0).then_some(Stretch { first, last, logged: days });
        Self { first, days, columns, stretches: stretch.into_iter().collect(), layout: None, known_parts: Vec::new() }
    }

    /// A table of some stretches of days, the first of which begins on `first`.
    pub fn of_stretches(first: Day, stretches: Vec<Stretch>, columns: Vec<Column>) -> Self {
        let days = stretches.iter().map(Stretch::days).sum();
        Self { first, days, columns, stretches, layout: None, known_parts: Vec::new() }
    }

    /// A table without rows.
    pub fn empty(first: Day) -> Self {
        Self::new(first, 0, Vec::new())
    }

    /// The day of a row.
    pub fn day(&self, row: usize) -> Day {
        let rows = self.rows().find(|(rows, _)| rows.contains(&row));
        let (start, first) = rows.map_or((0, self.first), |(rows, stretch)| (rows.start, stretch.first));
        first.plus(i32::try_from(row - start).unwrap_or(i32::MAX))
    }

    /// The row of a day, if the table has it.
    pub fn row(&self, day: Day) -> Option<usize> {
        let (rows, stretch) = self.rows().find(|(_, stretch)| stretch.holds(day))?;
        let within = usize::try_from(day.days_since(stretch.first)).ok()?;
        Some(rows.start + within).filter(|row| *row < self.days)
    }

    /// Each stretch with its rows, oldest first.
    pub fn rows(&self) -> impl Iterator<Item = (Range<usize>, Stretch)> + '_ {
        self.stretches.iter().scan(0, |start, stretch| {
            let rows = *start..*start + stretch.days();
            *start = rows.end;
            Some((rows, *stretch))
        })
    }

    /// The rows of the stretch in which a row lies.
    pub fn consecutive(&self, row: usize) -> Range<usize> {
        let rows = self.rows().map(|(rows, _)| rows).find(|rows| rows.contains(&row));
        rows.map_or(0..self.days, |rows| rows.start..rows.end.min(self.days))
    }

    /// The part that is analysed: the stretch with the most logged days. Mostly that is the whole table.
    pub fn main_part(&self) -> Cow<'_, Self> {
        let place = stretch::main_stretch(&self.stretches).filter(|_| self.stretches.len() > 1);
        let Some((rows, stretch)) = place.and_then(|place| self.rows().nth(place)) else { return Cow::Borrowed(self) };
        let mut columns = self.columns.clone();
        for column in &mut columns {
            column.cells = column.cells.get(rows.clone()).unwrap_or_default().to_vec();
        }
        let part = |parts: &Vec<_>| parts.get(rows.clone()).unwrap_or_default().to_vec();
        let known_parts = self.known_parts.iter().map(part).collect();
        Cow::Owned(Self { known_parts, ..Self::of_stretches(stretch.first, vec![stretch], columns) })
    }

    /// As [`main_part`](Self::main_part), of a table that is shared.
    pub fn shared_main_part(table: &Arc<Self>) -> Arc<Self> {
        match table.main_part() {
            Cow::Borrowed(_) => table.clone(),
            Cow::Owned(part) => Arc::new(part),
        }
    }

    /// The column with a key.
    pub fn column(&self, key: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.key == key)
    }

    /// The number of the column with a key on a day.
    pub fn number(&self, key: &str, day: Day) -> Option<f64> {
        self.column(key)?.cells.get(self.row(day)?).copied().flatten()
    }
}
