//! Sums, means, medians and shares over the answered days of a window.

use super::raised::Raised;
use super::reader::Reader;
use super::when::Is;
use crate::analysis::quantile::median;
use crate::model::time::Day;
use crate::words::{count, percent};

impl Reader<'_> {
    /// The answered days of a window, newest first, as a comparison reads them.
    fn answered(&self, column: &str, is: Is, of: i32, before: i32) -> Vec<(Day, f64)> {
        self.window(of, before).filter_map(|day| Some((day, self.compared(column, is, day)?))).collect()
    }

    pub(super) fn share(&self, column: &str, is: Is, share: f64, needed: usize, of: i32) -> Option<Raised> {
        let answered = self.answered(column, is, of, 0);
        let days: Vec<Day> = answered.iter().filter(|(_, value)| is.holds(*value)).map(|(day, _)| *day).collect();
        let part = days.len() as f64 / answered.len().max(1) as f64;
        if answered.len() < needed.max(1) || part < share {
            return None;
        }
        let (Is::AtLeast(mark) | Is::Above(mark) | Is::AtMost(mark)) = is;
        let side = if is.is_upward() { "or more" } else { "or less" };
        let because = format!(
            "{}: {} {side} on {} of {} answered days of the last {of} ({}).",
            self.label(column),
            self.amount(column, mark),
            days.len(),
            answered.len(),
            percent(part)
        );
        Some(Raised { days, reading: part, ..Raised::said(because) })
    }

    pub(super) fn sum(&self, column: &str, is: Is, needed: usize, of: i32) -> Option<Raised> {
        let answered = self.answered(column, is, of, 0);
        let sum: f64 = answered.iter().map(|(_, value)| value).sum();
        self.over_window(column, is, needed, of, &answered, (sum, "in all"))
    }

    pub(super) fn mean(&self, column: &str, is: Is, needed: usize, of: i32) -> Option<Raised> {
        let answered = self.answered(column, is, of, 0);
        let sum: f64 = answered.iter().map(|(_, value)| value).sum();
        self.over_window(column, is, needed, of, &answered, (sum / answered.len().max(1) as f64, "on average"))
    }

    fn over_window(
        &self,
        column: &str,
        is: Is,
        needed: usize,
        of: i32,
        answered: &[(Day, f64)],
        (value, how): (f64, &str),
    ) -> Option<Raised> {
        if answered.len() < needed.max(1) || !is.holds(value) {
            return None;
        }
        let days = count(answered.len(), "answered day", "answered days");
        let because = format!("{}: {} {how}, {days} of the last {of}.", self.label(column), self.amount(column, value));
        // Days with nothing have no part in a sum that is too high.
        let days = answered.iter().filter(|(_, value)| *value > 0.0 || !is.is_upward()).map(|(day, _)| *day);
        Some(Raised { days: days.collect(), reading: is.badness(value), ..Raised::said(because) })
    }

    pub(super) fn median_fell(&self, column: &str, by: f64, of: i32, before: i32, needed: usize) -> Option<Raised> {
        let values = |of: i32, before: i32| -> Vec<f64> {
            self.window(of, before).filter_map(|day| self.value(column, day)).collect()
        };
        let (late, early) = (values(of, 0), values(before, of));
        if late.len() < needed || early.len() < needed {
            return None;
        }
        let (late, early) = (median(late)?, median(early)?);
        let fell = early - late;
        if fell < by {
            return None;
        }
        let because = format!(
            "{}: {} in the middle of the last {of} days, {} in the {before} days before.",
            self.label(column),
            self.amount(column, late),
            self.amount(column, early)
        );
        Some(Raised { days: vec![self.today()], reading: fell / by.max(1.0), ..Raised::said(because) })
    }

    pub(super) fn unanswered(&self, column: &str, of: i32) -> Option<Raised> {
        let answered = self.window(of, 0).any(|day| self.value(column, day).is_some());
        (!answered).then(|| Raised::said(format!("{}: no answer in the last {of} days.", self.label(column))))
    }
}
