//! Stress and rest, over 7 days.

use crate::columns::formula::{Formula, Measured, Part, PartDays, Remarks, Situation, lin};

/// Hours of sleep: none of it counts up to the first, all of it from the second to the third, none again from the fourth on.
type Hours = [f64; 4];
/// For adults. The middle is the usual advice of 7 to 9 hours.
const ADULT: Hours = [4.0, 7.0, 9.0, 12.0];
/// Below 18: 8 to 10 hours.
const MINOR: Hours = [5.0, 8.0, 10.0, 13.0];

pub(super) const FORMULA: Formula = Formula {
    key: "index_rest",
    title: "Stress and rest",
    label: "Stress and rest index (0 to 100)",
    window_days: 7,
    is_about_food: false,
    remarks: Remarks::NONE,
    parts: &[
        Part {
            weight: 0.45,
            label: "Low stress",
            rule: "mean of 7 days, from 10 down to 0",
            columns: &["stress"],
            window_days: 7,
            needed_days: 4,
            left_out: &[],
            measure: |days| days.mean(0).valued(|stress| 1.0 - stress / 10.0),
        },
        Part {
            weight: 0.30,
            label: "Sleep quality",
            rule: "mean of 7 days, from 0 to 10",
            columns: &["sleep_quality"],
            window_days: 7,
            needed_days: 4,
            left_out: &[],
            measure: |days| days.mean(0).valued(|quality| quality / 10.0),
        },
        Part {
            weight: 0.15,
            label: "Hours of sleep",
            rule: "each night all of it from 7 to 9 hours, falling to none at 4 and 12 (below 18 years 8 to 10, 5 and 13); mean of 7 \
                   days",
            columns: &["sleep_hours"],
            window_days: 7,
            needed_days: 4,
            left_out: &[],
            measure: hours,
        },
        Part {
            weight: 0.10,
            label: "Mood",
            rule: "mean of 7 days, from 0 to 10",
            columns: &["mood"],
            window_days: 7,
            needed_days: 4,
            left_out: &[],
            measure: |days| days.mean(0).valued(|mood| mood / 10.0),
        },
    ],
};

/// The mean of how well each night fits; the amount stays the mean of the hours, for that is what people know.
fn hours(days: &PartDays<'_>) -> Measured {
    let usual = if days.person.is_in(Situation::Minor) { MINOR } else { ADULT };
    let fit = days.mean_with(0, |hours| fit(hours, usual));
    Measured { value: fit.amount, ..days.mean(0) }
}

fn fit(hours: f64, [none, from, to, too_long]: Hours) -> f64 {
    lin(hours, none, from).min(1.0 - lin(hours, to, too_long))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_fit_in_the_middle_and_fall_straight_on_both_sides() {
        for (hours, expected) in [(3.0, 0.0), (4.0, 0.0), (5.5, 0.5), (7.0, 1.0), (9.0, 1.0), (10.5, 0.5), (12.0, 0.0)]
        {
            assert_eq!(fit(hours, ADULT), expected, "{hours} h");
        }
        for (hours, expected) in [(5.0, 0.0), (6.5, 0.5), (8.0, 1.0), (10.0, 1.0), (11.5, 0.5), (13.0, 0.0)] {
            assert_eq!(fit(hours, MINOR), expected, "{hours} h below 18");
        }
    }
}
