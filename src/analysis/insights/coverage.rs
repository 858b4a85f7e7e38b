//! On how many of a look's days each outcome and factor was answered.

use super::Insights;
use super::words::{label, lowered};
use crate::columns::DayTable;
use crate::model::course::CourseKind;
use crate::words::percent;

/// How often one column was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// Key of the column.
    pub key: String,
    /// Whether it was looked at as an outcome.
    pub is_outcome: bool,
    /// Days with an answer.
    pub answered: usize,
    /// Days of the look.
    pub days: usize,
}

impl Answered {
    /// Share of the days, 0 to 1.
    pub fn share(&self) -> f64 {
        self.answered as f64 / self.days.max(1) as f64
    }
}

/// Every tested outcome, then every tested factor that is no outcome, each as the look first named it. Courses need no answer
/// and are not among them.
pub fn coverage(insights: &Insights, table: &DayTable) -> Vec<Answered> {
    let mut found: Vec<Answered> = Vec::new();
    let outcomes = insights.lag_rows.iter().map(|row| (&row.outcome, true));
    let factors = insights.lag_rows.iter().map(|row| (&row.factor, false));
    for (key, is_outcome) in outcomes.chain(factors) {
        let is_course = CourseKind::ALL.iter().any(|kind| kind.key() == key.as_str());
        if is_course || found.iter().any(|known| known.key == *key) {
            continue;
        }
        let Some(column) = table.column(key) else { continue };
        let answered = column.cells.iter().take(insights.days).flatten().count();
        found.push(Answered { key: key.clone(), is_outcome, answered, days: insights.days });
    }
    found
}

/// One line: "Answered on the 336 days of this look: skin and gut on 81 % of days (least itch, 60 %), factors on 74 % (least
/// dairy, 31 %)." `None` if nothing was tested.
pub fn line(coverage: &[Answered], table: &DayTable) -> Option<String> {
    let days = coverage.first()?.days;
    let part = |is_outcome: bool, name: &str| {
        let of: Vec<&Answered> = coverage.iter().filter(|answered| answered.is_outcome == is_outcome).collect();
        let least = of.iter().min_by(|a, b| a.answered.cmp(&b.answered))?;
        let mean = of.iter().map(|answered| answered.share()).sum::<f64>() / of.len() as f64;
        let (share, fewest) = (percent(mean), percent(least.share()));
        let least = lowered(&label(table, &least.key));
        Some(format!("{name} on {share} of days (least {least}, {fewest})"))
    };
    let parts: Vec<String> = [part(true, "skin and gut"), part(false, "factors")].into_iter().flatten().collect();
    Some(format!("Answered on the {days} days of this look: {}.", parts.join(", ")))
}
