//! What is taken out of every outcome before anything is compared: its level, its week, and everything slower than about 60 days.

use std::sync::Arc;

use super::Cells;
use super::lanes::{LANES, Row, add_row};
use super::low_frequency_cosines::LowFrequencyCosines;

/// Logged days from which every weekday has its own column; below, one for the weekend.
const WEEKDAY_DAYS: usize = 56;

/// The columns that are taken out, one value a calendar day: those that only know the weekday, the slow cosines, and others.
#[derive(Debug, Clone)]
pub struct Nuisance {
    /// Weekday of the first day, 0 = Monday.
    weekday: usize,
    /// Value on each weekday; the first column is 1.
    on_weekdays: Vec<[f64; 7]>,
    weekly: Vec<Vec<f64>>,
    cosines: Option<Arc<LowFrequencyCosines>>,
    others: Vec<Vec<f64>>,
}

impl Nuisance {
    /// The columns of an outcome, of which so many days are logged: the week, cosines, which any outcome of as many days
    /// shares, and `others` beside them.
    pub fn new(weekday: usize, logged: usize, cosines: Arc<LowFrequencyCosines>, others: Vec<Vec<f64>>) -> Self {
        let mut on_weekdays = vec![[1.0; 7]];
        on_weekdays.extend(weekly_values(logged, [true; 7]));
        let weekly = on_weekdays.iter().map(|values| spread(cosines.days(), weekday, values)).collect();
        Self { weekday, on_weekdays, weekly, cosines: Some(cosines), others }
    }

    /// Any columns, without a week and without cosines.
    pub fn of_columns(columns: Vec<Vec<f64>>) -> Self {
        Self { weekday: 0, on_weekdays: Vec::new(), weekly: Vec::new(), cosines: None, others: columns }
    }

    fn cosines(&self) -> &[Vec<f64>] {
        self.cosines.as_ref().map_or(&[], |cosines| cosines.columns())
    }

    /// All columns, in their order.
    pub fn columns(&self) -> Vec<&[f64]> {
        self.weekly.iter().chain(self.cosines()).chain(&self.others).map(Vec::as_slice).collect()
    }

    /// The product of each lane of a series, one row a day, with each column.
    pub fn products(&self, series: &[Row]) -> Vec<Row> {
        let mut sums = vec![[0.0; LANES]; self.weekly.len() + self.cosines().len() + self.others.len()];
        let (of_week, rest) = sums.split_at_mut(self.weekly.len());
        let (of_cosines, of_others) = rest.split_at_mut(self.cosines().len());
        if !of_week.is_empty() {
            let mut by_weekday = [[0.0; LANES]; 7];
            for (day, row) in series.iter().enumerate() {
                add_row(&mut by_weekday[(day + self.weekday) % 7], 1.0, row);
            }
            for (sum, values) in of_week.iter_mut().zip(&self.on_weekdays) {
                for (value, row) in values.iter().zip(&by_weekday) {
                    add_row(sum, *value, row);
                }
            }
        }
        if let Some(cosines) = &self.cosines {
            cosines.add_products(series, of_cosines);
        }
        for (sum, column) in of_others.iter_mut().zip(&self.others) {
            for (value, row) in column.iter().zip(series) {
                add_row(sum, *value, row);
            }
        }
        sums
    }
}

/// What each weekday has in the columns of the week: one column less than there are weekdays with an answer, or one for the
/// weekend where fewer than 56 days are logged.
fn weekly_values(logged: usize, answered: [bool; 7]) -> Vec<[f64; 7]> {
    let is = |yes: bool| f64::from(u8::from(yes));
    if logged >= WEEKDAY_DAYS {
        let mut known: Vec<usize> = (0..7).filter(|weekday| answered[*weekday]).collect();
        let last = known.pop();
        let apart = |k: usize| std::array::from_fn(|weekday| is(weekday == k) - is(Some(weekday) == last));
        return known.into_iter().map(apart).collect();
    }
    let (week, weekend) = answered.split_at(5);
    if !week.contains(&true) || !weekend.contains(&true) {
        return Vec::new();
    }
    vec![std::array::from_fn(|weekday| is(weekday >= 5) - 2.0 / 7.0)]
}

fn spread(days: usize, weekday: usize, values: &[f64; 7]) -> Vec<f64> {
    (0..days).map(|day| values[(day + weekday) % 7]).collect()
}

/// The columns, one value a calendar day. `weekday` is that of the first day, 0 = Monday.
pub fn columns(days: usize, weekday: usize, logged: usize) -> Vec<Vec<f64>> {
    let all = Nuisance::new(weekday, logged, Arc::new(LowFrequencyCosines::new(days)), Vec::new());
    all.columns().into_iter().map(<[f64]>::to_vec).collect()
}

/// The week alone, for a series whose first day is this weekday: six columns, or one for the weekend where fewer than 56 days are
/// logged. A weekday on which nobody ever logs has none: it would say what the others say already, and nothing could be fitted.
pub fn week(cells: &Cells, weekday: usize) -> Vec<Vec<f64>> {
    let mut answered = [false; 7];
    for day in cells.iter().enumerate().filter_map(|(day, cell)| cell.map(|_| (day + weekday) % 7)) {
        answered[day] = true;
    }
    let logged = cells.iter().flatten().count();
    weekly_values(logged, answered).iter().map(|values| spread(cells.len(), weekday, values)).collect()
}

/// Logged days a course must hold, and as many must lie outside.
const COURSE_DAYS: usize = 5;
/// Days after a course that have a column of their own.
const AFTER_DAYS: usize = 28;

/// Antibiotic courses: a column for the days in one, and one for the 28 days after. A course counts if at least five logged
/// days of the outcome lie in it. `inside` holds 1 for a day in a course, from the first day of the diary on; `outcome` begins
/// on day `start`, and so do the columns.
pub fn courses(inside: &Cells, outcome: &Cells, start: usize) -> Vec<Vec<f64>> {
    let days = outcome.len();
    let (mut within, mut after) = (vec![0.0; days], vec![0.0; days]);
    let local = |day: usize| day.checked_sub(start).filter(|day| *day < days);
    let is_inside = |day: usize| inside.get(day).copied().flatten() == Some(1.0);
    let mut day = 0;
    while day < inside.len() {
        let end = (day..inside.len()).find(|day| !is_inside(*day)).unwrap_or(inside.len());
        let rows = || (day..end).filter_map(local);
        if rows().filter(|row| outcome[*row].is_some()).count() >= COURSE_DAYS {
            rows().for_each(|row| within[row] = 1.0);
            (end..end + AFTER_DAYS).filter(|day| !is_inside(*day)).filter_map(local).for_each(|row| after[row] = 1.0);
        }
        day = end + 1;
    }
    let logged =
        |column: &[f64]| column.iter().zip(outcome).filter(|(mark, cell)| **mark == 1.0 && cell.is_some()).count();
    let outside = outcome.iter().flatten().count() - logged(&within) - logged(&after);
    if logged(&within) < COURSE_DAYS || outside < COURSE_DAYS {
        return Vec::new();
    }
    if logged(&after) == 0 { vec![within] } else { vec![within, after] }
}
