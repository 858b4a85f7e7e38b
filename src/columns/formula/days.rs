//! The days that a part of an index looks at, by the place of a column in its list.

use std::ops::Range;

use super::measured::{Measured, clamp};
use super::person::PersonOnDay;
use crate::columns::index::ColumnIndex;
use crate::columns::known_part::KnownPart;
use crate::columns::table::DayTable;

/// How many days back a number that itself speaks of a week may lie.
const NEWEST_OF_DAYS: usize = 3;
/// Days of a week.
const WEEK_DAYS: usize = 7;

/// The days of the columns of one part, up to one row.
pub(in crate::columns) struct PartDays<'a> {
    pub(super) table: &'a DayTable,
    /// Places of the columns of the part; `None` where the table has none of that name.
    pub(super) columns: &'a [Option<ColumnIndex>],
    /// Rows of the stretch.
    pub(super) rows: Range<usize>,
    /// The row; it may lie past the last of the stretch, on a day of which nothing is logged yet.
    pub(super) row: usize,
    pub(super) window_days: usize,
    pub(super) needed_days: usize,
    /// What is known of the person on that day.
    pub person: &'a PersonOnDay<'a>,
}

impl PartDays<'_> {
    /// Days it looks at.
    pub fn window_days(&self) -> usize {
        self.window_days
    }

    fn days_back(&self, days: usize) -> Range<usize> {
        let first = (self.row + 1).saturating_sub(days).max(self.rows.start);
        first..(self.row + 1).min(self.rows.end)
    }

    /// The cells of a column on some rows; none where the table has no such column.
    fn cells(&self, column: usize, rows: Range<usize>) -> &[Option<f64>] {
        let place = self.columns.get(column).copied().flatten();
        let cells = place.and_then(|place| self.table.columns.get(place.0)).map(|column| &column.cells);
        cells.and_then(|cells| cells.get(rows)).unwrap_or_default()
    }

    /// The cells of a column on the days of the window.
    fn window(&self, column: usize) -> &[Option<f64>] {
        self.cells(column, self.days_back(self.window_days))
    }

    /// The mean of what days come to, over those that come to something.
    fn mean_of(&self, column: usize, days: impl Iterator<Item = Option<f64>>) -> Measured {
        let (sum, answered) = days.flatten().fold((0.0, 0_usize), |(sum, days), amount| (sum + amount, days + 1));
        let enough = answered > 0 && answered >= self.needed_days;
        Measured { amount: enough.then(|| sum / answered as f64), ..Measured::missing(column, answered) }
    }

    /// The mean of the answered days of a column.
    pub fn mean(&self, column: usize) -> Measured {
        self.mean_of(column, self.window(column).iter().copied())
    }

    /// The mean of what the answered days of a column come to.
    pub fn mean_with(&self, column: usize, value: impl Fn(f64) -> f64) -> Measured {
        self.mean_of(column, self.window(column).iter().map(|cell| cell.map(&value)))
    }

    /// The mean of a column in which what is known of a sum stands for a missing cell.
    pub fn lower_bounds(&self, column: usize) -> Measured {
        let mean = self.mean_of_sums(column, |known| Some(known.amount));
        Measured { is_lower_bound: true, ..mean }
    }

    /// The mean of a column of sums; a day counts if at least this share of the weight of its food is known.
    pub fn mean_of_known(&self, column: usize, least_share: f64) -> Measured {
        let is_enough = |share: f64| share >= least_share;
        self.mean_of_sums(column, |known| known.share.is_some_and(is_enough).then_some(known.amount))
    }

    /// The mean of a column of sums, with what a missing cell comes to by what is known of it.
    fn mean_of_sums(&self, column: usize, of_known: impl Fn(KnownPart) -> Option<f64>) -> Measured {
        let rows = self.days_back(self.window_days);
        let place = self.columns.get(column).copied().flatten();
        let known = |row| of_known(self.table.known_part(place?, row)?);
        let cells = self.cells(column, rows.clone());
        self.mean_of(column, rows.zip(cells).map(|(row, cell)| cell.or_else(|| known(row))))
    }

    /// The mean over days of what several columns of a day come to.
    pub fn mean_across(&self, day: impl Fn(&dyn Fn(usize) -> Option<f64>) -> Option<f64>) -> Measured {
        let columns: Vec<&[Option<f64>]> = (0..self.columns.len()).map(|column| self.window(column)).collect();
        let days = 0..self.days_back(self.window_days).len();
        let of_day = |place: usize| day(&|column: usize| columns.get(column)?.get(place).copied().flatten());
        self.mean_of(0, days.map(of_day))
    }

    /// The sum of what the days of the window come to, with the days that come to something.
    pub fn sum(&self, column: usize) -> (f64, usize) {
        let amounts = self.window(column).iter().flatten();
        amounts.fold((0.0, 0), |(sum, days), amount| (sum + amount, days + 1))
    }

    /// Answered days of a column.
    pub fn answered(&self, column: usize) -> usize {
        self.window(column).iter().flatten().count()
    }

    /// The newest number of a column within three days, that of the row being the last.
    pub fn newest(&self, column: usize) -> Measured {
        let answered = self.answered(column);
        let enough = answered >= self.needed_days;
        Measured { amount: self.newest_before(column, 0).filter(|_| enough), ..Measured::missing(column, answered) }
    }

    /// The newest number of a column that itself needs enough days to be one.
    pub fn newest_of_any(&self, column: usize) -> Measured {
        Measured { amount: self.newest_before(column, 0), ..Measured::missing(column, self.answered(column)) }
    }

    /// The mean of what the newest number of a column comes to, now and a week ago. Both are needed.
    pub fn now_and_a_week_ago(&self, column: usize, value: impl Fn(f64) -> f64) -> Measured {
        let measured = self.now_and_a_week_ago_of_any(column, value);
        if measured.answered_days >= self.needed_days {
            measured
        } else {
            Measured::missing(column, measured.answered_days)
        }
    }

    /// The same for a column that itself needs enough days to have a number.
    pub fn now_and_a_week_ago_of_any(&self, column: usize, value: impl Fn(f64) -> f64) -> Measured {
        let both = self.newest_before(column, 0).zip(self.newest_before(column, WEEK_DAYS));
        let mean = both.map(|(now, before)| f64::midpoint(now, before));
        let value = both.map(|(now, before)| clamp(f64::midpoint(value(now), value(before))));
        Measured { amount: mean, value, ..Measured::missing(column, self.answered(column)) }
    }

    /// An amount as a share of the reference of a nutrient; `None` where there is none.
    pub fn share_of_reference(&self, nutrient: &str, amount: f64) -> Option<f64> {
        self.person.reference(nutrient).map(|enough| amount / enough.amount)
    }

    fn newest_before(&self, column: usize, days_ago: usize) -> Option<f64> {
        let last = self.row.checked_sub(days_ago)?;
        let first = (last + 1).saturating_sub(NEWEST_OF_DAYS).max(self.rows.start);
        // A day of which nothing is logged yet lies past the rows.
        let rows = first..(last + 1).min(self.rows.end);
        self.cells(column, rows).iter().rev().find_map(|cell| *cell)
    }
}
