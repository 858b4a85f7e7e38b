//! A week against the week before it: the difference of two plain means of the days that were answered. It describes; seven days are
//! too few to test anything, so it only says whether the difference is more than what is usual from day to day.

use crate::columns::{Column, DayTable};
use crate::model::time::Day;

/// Days in a week.
pub const WEEK_DAYS: usize = 7;
/// Days that must be answered in each week before their means are compared: more than half.
pub const NEEDED_DAYS: usize = 4;
/// A difference below this share of the spread from day to day within the weeks is called usual.
const SHARE_OF_SPREAD: f64 = 0.5;

/// Two weeks compared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeekChange {
    /// Mean of the week less that of the week before, in the unit of the series.
    pub difference: f64,
    /// Standard deviation of the days about the mean of their own week, over both weeks; 0 where they were all alike.
    pub spread: f64,
    /// Answered days of the week and of the one before.
    pub answered: (usize, usize),
}

impl WeekChange {
    /// Whether the difference is not more than what is usual from day to day.
    pub fn is_usual(&self) -> bool {
        self.difference == 0.0 || self.difference.abs() < SHARE_OF_SPREAD * self.spread
    }
}

/// Answered days of a week and of the one before, where they are too few: [`NEEDED_DAYS`] are needed in each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooFewDays {
    /// Of the week.
    pub now: usize,
    /// Of the week before.
    pub before: usize,
}

/// The cells of so many days up to one, the oldest first. Days without a row are missing.
pub fn days_up_to(table: &DayTable, column: &Column, last: Day, days: usize) -> Vec<Option<f64>> {
    let back = (0..i32::try_from(days).unwrap_or(i32::MAX)).rev();
    back.map(|back| column.cells.get(table.row(last.plus(-back))?).copied().flatten()).collect()
}

/// Compares the week that ends on a day with the week before it. Missing days have no part in either mean.
///
/// # Errors
/// [`TooFewDays`], with what there is.
pub fn week_change(table: &DayTable, column: &Column, last: Day) -> Result<WeekChange, TooFewDays> {
    let cells = days_up_to(table, column, last, 2 * WEEK_DAYS);
    let (before, now) = cells.split_at(WEEK_DAYS.min(cells.len()));
    let answers = |cells: &[Option<f64>]| cells.iter().flatten().copied().collect::<Vec<f64>>();
    let (before, now) = (answers(before), answers(now));
    if now.len() < NEEDED_DAYS || before.len() < NEEDED_DAYS {
        return Err(TooFewDays { now: now.len(), before: before.len() });
    }
    let mean = |answers: &[f64]| answers.iter().sum::<f64>() / answers.len() as f64;
    let squares = |answers: &[f64]| {
        let mean = mean(answers);
        answers.iter().map(|answer| (answer - mean).powi(2)).sum::<f64>()
    };
    let free = (now.len() + before.len() - 2) as f64;
    Ok(WeekChange {
        difference: mean(&now) - mean(&before),
        spread: ((squares(&now) + squares(&before)) / free).sqrt(),
        answered: (now.len(), before.len()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columns::{ColumnSpec, Origin, Role};

    fn change(cells: [i32; 14]) -> Result<WeekChange, TooFewDays> {
        let first = Day::from_ymd(2026, 3, 2).unwrap();
        let cells = cells.iter().map(|cell| (*cell >= 0).then(|| f64::from(*cell))).collect();
        let spec = ColumnSpec::new("itch", "Itch", Role::Outcome, Origin::Logged);
        let table = DayTable::new(first, 14, vec![Column { spec, cells }]);
        week_change(&table, &table.columns[0], first.plus(13))
    }

    /// A day without an answer.
    const NO: i32 = -1;

    #[test]
    fn missing_days_have_no_part_in_a_mean() {
        // Before: (4+6+4+6)/4 = 5. Now: (2+4+2+4+3)/5 = 3.
        // Squares about their means: 4*1 and 4*1+0, over 4+5-2 = 7 degrees of freedom: 8/7.
        let change = change([4, NO, 6, 4, NO, 6, NO, 2, 4, NO, 2, 4, NO, 3]).unwrap();
        assert_eq!((change.difference, change.answered), (-2.0, (5, 4)));
        assert!((change.spread - (8.0_f64 / 7.0).sqrt()).abs() < 1e-12);
        assert!(!change.is_usual());
    }

    #[test]
    fn less_than_half_the_spread_from_day_to_day_is_usual() {
        // Before: mean 5, now: mean 5 + 1/7; squares 7*4 - ... well above 2 in spread.
        let moved = change([3, 7, 3, 7, 3, 7, 5, 3, 7, 3, 7, 3, 7, 6]).unwrap();
        assert!((moved.difference - 1.0 / 7.0).abs() < 1e-12);
        assert!(moved.is_usual());
        let alike = change([2; 14]).unwrap();
        assert_eq!((alike.difference, alike.spread), (0.0, 0.0));
        assert!(alike.is_usual());
        let step = change([2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3]).unwrap();
        assert_eq!(step.difference, 1.0);
        assert!(!step.is_usual(), "nothing varied but from week to week");
    }

    #[test]
    fn fewer_than_four_days_of_either_week_are_not_compared() {
        let few = change([1, 1, 1, NO, NO, NO, NO, 2, 2, 2, 2, 2, 2, 2]);
        assert_eq!(few, Err(TooFewDays { now: 7, before: 3 }));
        let none = change([NO; 14]);
        assert_eq!(none, Err(TooFewDays { now: 0, before: 0 }));
    }
}
