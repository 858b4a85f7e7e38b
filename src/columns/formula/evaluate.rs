//! From the columns of a table to the cells of its indices.

use std::ops::Range;

use super::days::PartDays;
use super::measured::Measured;
use super::person::{Person, PersonOnDay, Situation};
use super::{Formula, NEEDED_COVERAGE, Part, formulas};
use crate::columns::index::ColumnIndex;
use crate::columns::table::DayTable;

/// Shares of weights are told apart up to here.
const TINY: f64 = 1e-9;

/// The formulas of a table, with the places of the columns they read. The places are looked up once and not for each row.
pub(in crate::columns) struct Formulas<'a> {
    person: &'a Person,
    formulas: Vec<Placed>,
}

/// A formula with the places of what it reads.
pub(super) struct Placed {
    pub(super) formula: &'static Formula,
    column: Option<ColumnIndex>,
    parts: Vec<Vec<Option<ColumnIndex>>>,
    remarks: Vec<Option<ColumnIndex>>,
}

/// One row, and the rows of its stretch.
#[derive(Clone)]
pub(super) struct Row {
    pub rows: Range<usize>,
    pub row: usize,
}

/// A part of an index on one day: what it comes to, or why it is left out.
pub(super) type PartResult = Result<Measured, Situation>;

/// The weighted mean of some parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Combined {
    /// Weight of the parts that are there as a share of the weight of those that apply, 0 to 1.
    pub coverage: f64,
    /// 0 to 100, not rounded; `None` below [`NEEDED_COVERAGE`].
    pub value: Option<f64>,
}

impl Combined {
    /// Of weights, each with a value from 0 to 1 or nothing. What does not apply has no place here.
    pub fn of_parts(weighed: impl Iterator<Item = (f64, Option<f64>)>) -> Self {
        let (mut applicable, mut present, mut sum) = (0.0, 0.0, 0.0);
        for (weight, value) in weighed {
            applicable += weight;
            if let Some(value) = value {
                present += weight;
                sum += weight * value;
            }
        }
        let coverage = if applicable > 0.0 { present / applicable } else { 0.0 };
        let is_covered = present > 0.0 && coverage >= NEEDED_COVERAGE - TINY;
        Self { coverage, value: is_covered.then(|| 100.0 * sum / present) }
    }

    /// The index as it is shown: a whole number.
    pub fn whole(self) -> Option<f64> {
        // Half a point is told apart from what arithmetic leaves over.
        self.value.map(|value| (value + TINY).round())
    }
}

impl<'a> Formulas<'a> {
    /// For a table and a person.
    pub fn placed(table: &DayTable, person: &'a Person) -> Self {
        let places_of = |keys: &[&str]| keys.iter().map(|key| table.position(key)).collect::<Vec<_>>();
        let with_places = |formula: &'static Formula| Placed {
            formula,
            column: table.position(formula.key),
            parts: formula.parts.iter().map(|part| places_of(part.columns)).collect(),
            remarks: places_of(formula.remarks.columns),
        };
        Self { person, formulas: formulas().iter().map(with_places).collect() }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Placed> {
        self.formulas.iter()
    }

    pub(super) fn person(&self) -> &'a Person {
        self.person
    }

    /// Fills the cells of all indices in some rows of one stretch, where `concerns` says so of a row and the days that a column
    /// speaks of.
    pub fn fill(&self, table: &mut DayTable, rows: Range<usize>, concerns: impl Fn(usize, usize) -> bool) {
        let stretch = table.consecutive(rows.start);
        let mut cells = Vec::with_capacity(rows.len());
        for row in rows {
            let person = self.person.on(table.day(row));
            let at = Row { rows: stretch.clone(), row };
            for placed in &self.formulas {
                let Some(column) = placed.column.filter(|column| concerns(row, table[*column].window_days)) else {
                    continue;
                };
                cells.push((column, row, placed.combined(table, &at, &person).whole()));
            }
        }
        for (column, row, value) in cells {
            if let Some(cell) = table.columns.get_mut(column.0).and_then(|column| column.cells.get_mut(row)) {
                *cell = value;
            }
        }
    }
}

impl Placed {
    /// What the parts come to.
    pub fn parts<'a>(
        &'a self,
        table: &'a DayTable,
        at: &'a Row,
        person: &'a PersonOnDay<'a>,
    ) -> impl Iterator<Item = (&'static Part, PartResult)> + 'a {
        self.formula.parts.iter().zip(&self.parts).map(move |(part, columns)| {
            let result = match person.first_of(part.left_out) {
                Some(situation) => Err(situation),
                None => Ok((part.measure)(&days(table, columns, at, (part.window_days, part.needed_days), person))),
            };
            (part, result)
        })
    }

    /// What stands beside the index.
    pub fn remarks(&self, table: &DayTable, at: &Row, person: &PersonOnDay<'_>) -> Vec<&'static str> {
        (self.formula.remarks.say)(&days(table, &self.remarks, at, (self.formula.window_days, 1), person))
    }

    fn combined(&self, table: &DayTable, at: &Row, person: &PersonOnDay<'_>) -> Combined {
        let parts = self.parts(table, at, person);
        Combined::of_parts(parts.filter_map(|(part, result)| Some((part.weight, result.ok()?.value))))
    }
}

fn days<'a>(
    table: &'a DayTable,
    columns: &'a [Option<ColumnIndex>],
    at: &Row,
    (window_days, needed_days): (usize, usize),
    person: &'a PersonOnDay<'a>,
) -> PartDays<'a> {
    PartDays { table, columns, rows: at.rows.clone(), row: at.row, window_days, needed_days, person }
}
