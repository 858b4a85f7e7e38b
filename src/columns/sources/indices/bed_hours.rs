//! Hours between going to bed and getting up.

use super::IndexSpec;
use crate::columns::day_facts::DayFacts;

pub(super) const SPEC: IndexSpec = IndexSpec {
    key: "bed_hours",
    label: "Time in bed",
    unit: "h",
    cell: |window| hours(window.day),
    ..IndexSpec::PLAIN
};

/// The hours of a night. Bed times after midnight count on past 24 h, see [`number_of`](crate::columns::number_of).
pub(in crate::columns) fn hours(day: &DayFacts<'_>) -> Option<f64> {
    Some((day.answer("wake_time")? + 24.0 - day.answer("bed_time")?).rem_euclid(24.0))
}
