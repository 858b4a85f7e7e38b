//! How the columns of a table are filled. It is worked out once for a table and kept with it, so that an edit of one day costs
//! no more than the rows it changes.

use std::fmt;
use std::ops::Range;

use super::contents::Contents;
use super::day_facts::DayFacts;
use super::registry;
use super::samples::Samples;
use super::spec::ColumnSpec;
use super::table::{Column, DayTable};
use super::window::{CellFn, Window};
use crate::model::diary::Diary;

/// How the columns of a table are filled, in their order.
pub(super) struct Layout {
    pub contents: Contents,
    fills: Vec<Fill>,
    /// Days that the longest window has.
    longest_window: usize,
}

struct Fill {
    cell: CellFn,
    only_if_answered: bool,
}

impl Layout {
    /// The layout of a table with some contents, and its columns with missing cells.
    pub(super) fn new(contents: Contents, days: usize) -> (Self, Vec<Column>) {
        let sources = registry::columns(&contents);
        let longest_window = sources.iter().map(|source| source.spec.window_days).max().unwrap_or(1);
        let both = sources.into_iter().map(|source| {
            let fill = Fill { cell: source.cell, only_if_answered: source.only_if_answered };
            (fill, Column { spec: source.spec, cells: vec![None; days] })
        });
        let (fills, columns) = both.unzip();
        (Self { contents, fills, longest_window }, columns)
    }

    /// Whether a table still has the columns that this fills.
    pub(super) fn fills(&self, table: &DayTable) -> bool {
        self.fills.len() == table.columns.len()
    }

    /// Days from an edited one on of which some column speaks of the edited one.
    pub(super) fn reach(&self) -> usize {
        self.longest_window
    }

    /// Works out cells of some rows of one stretch, where `concerns` says so of a row and a column. Gives `false` if a column
    /// has lost its last number and should not be there any more.
    pub(super) fn fill(
        &self,
        table: &mut DayTable,
        diary: &Diary,
        rows: Range<usize>,
        concerns: impl Fn(usize, &ColumnSpec) -> bool,
    ) -> bool {
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
            for (column, fill) in table.columns.iter_mut().zip(&self.fills) {
                let window = Window::last(&days, column.spec.window_days).filter(|_| concerns(row, &column.spec));
                if let (Some(window), Some(cell)) = (window, column.cells.get_mut(row)) {
                    let had_number = std::mem::replace(cell, (fill.cell)(&window)).is_some();
                    let lost = had_number && cell.is_none() && fill.only_if_answered;
                    still_fits &= !lost || column.cells.iter().any(Option::is_some);
                }
            }
        }
        still_fits
    }
}

impl fmt::Debug for Layout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Layout").field("longest_window", &self.longest_window).finish_non_exhaustive()
    }
}
