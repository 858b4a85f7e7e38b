//! How the columns of a table are filled. It is worked out once for a table and kept with it, so that an edit of one day costs
//! no more than the rows it changes.

use std::fmt;
use std::ops::Range;

use super::contents::Contents;
use super::day_facts::DayFacts;
use super::formula::Formulas;
use super::registry;
use super::samples::Samples;
use super::table::{Column, DayTable};
use super::window::{CellFn, KnownPartFn, SourceColumn, Window};
use crate::model::diary::Diary;

/// How the columns of a table are filled, in their order.
pub(super) struct Layout {
    pub contents: Contents,
    fills: Vec<Fill>,
    /// Days that the longest window has of a column that is worked out from days.
    longest_window: usize,
    /// Days that the longest window has of any column.
    reach: usize,
}

struct Fill {
    /// `None` if a formula fills it from other columns.
    cell: Option<CellFn>,
    known_part: Option<KnownPartFn>,
    only_if_answered: bool,
}

impl Layout {
    /// The layout of a table with some contents; the table is given its columns, with missing cells.
    pub(super) fn new(contents: Contents, table: &mut DayTable) -> Self {
        let sources = registry::columns(&contents);
        let longest = |of_days: bool| {
            let those = sources.iter().filter(|source| source.cell.is_some() || !of_days);
            those.map(|source| source.spec.window_days).max().unwrap_or(1)
        };
        let (longest_window, reach) = (longest(true), longest(false));
        let mut fills = Vec::with_capacity(sources.len());
        for source in sources {
            let SourceColumn { spec, cell, known_part, only_if_answered } = source;
            table.columns.push(Column { spec, cells: vec![None; table.days] });
            table.known_parts.push(known_part.as_ref().map(|_| vec![None; table.days]).unwrap_or_default());
            fills.push(Fill { cell, known_part, only_if_answered });
        }
        Self { contents, fills, longest_window, reach }
    }

    /// Whether a table still has the columns that this fills.
    pub(super) fn fills(&self, table: &DayTable) -> bool {
        self.fills.len() == table.columns.len()
    }

    /// Days from an edited one on of which some column speaks of the edited one.
    pub(super) fn reach(&self) -> usize {
        self.reach
    }

    /// Works out cells of some rows of one stretch, where `concerns` says so of a row and the days that a column speaks of. Gives `false` if a column
    /// has lost its last number and should not be there any more.
    pub(super) fn fill(
        &self,
        table: &mut DayTable,
        diary: &Diary,
        rows: Range<usize>,
        concerns: impl Fn(usize, usize) -> bool,
    ) -> bool {
        let still_fits = self.fill_from_days(table, diary, rows.clone(), &concerns);
        let formulas = Formulas::placed(table, &self.contents.person);
        formulas.fill(table, rows, concerns);
        still_fits
    }

    /// The columns that are worked out from days.
    fn fill_from_days(
        &self,
        table: &mut DayTable,
        diary: &Diary,
        rows: Range<usize>,
        concerns: &impl Fn(usize, usize) -> bool,
    ) -> bool {
        // Later rows are none of the days' concern.
        let end =
            rows.clone().take_while(|row| concerns(*row, self.longest_window)).last().map_or(rows.start, |row| row + 1);
        let rows = rows.start..end;
        let floor = table.consecutive(rows.start).start;
        let first = (rows.start + 1).saturating_sub(self.longest_window).max(floor);
        let mut samples = Samples::default();
        let mut days: Vec<DayFacts<'_>> = Vec::with_capacity(self.longest_window);
        let mut still_fits = true;
        for row in first..rows.end {
            // The day that has left the longest window makes room for the next.
            if days.len() < self.longest_window {
                days.push(DayFacts::blank(&self.contents));
            } else {
                days.rotate_left(1);
            }
            if let Some(day) = days.last_mut() {
                day.read(diary, table.day(row), &mut samples);
            }
            if !rows.contains(&row) {
                continue;
            }
            let Some(newest) = days.last() else { continue };
            let filled = table.columns.iter_mut().zip(&mut table.known_parts).zip(&self.fills);
            for ((column, parts), fill) in filled {
                let days_of = column.spec.window_days;
                let (Some(cell_of), true) = (&fill.cell, concerns(row, days_of)) else { continue };
                let Some(cell) = column.cells.get_mut(row) else { continue };
                let window = Window { day: newest, days: last(&days, days_of) };
                let had_number = std::mem::replace(cell, cell_of(&window)).is_some();
                let lost = had_number && cell.is_none() && fill.only_if_answered;
                if let (Some(known_part), Some(part)) = (&fill.known_part, parts.get_mut(row)) {
                    *part = if cell.is_none() { known_part(&window) } else { None };
                }
                still_fits &= !lost || column.cells.iter().any(Option::is_some);
            }
        }
        still_fits
    }
}

/// So many of some days, the last ones; all where there are fewer.
fn last<T>(days: &[T], count: usize) -> &[T] {
    days.get(days.len().saturating_sub(count)..).unwrap_or(days)
}

impl fmt::Debug for Layout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Layout").field("longest_window", &self.longest_window).finish_non_exhaustive()
    }
}
