//! Days within a period: with their year where the period has more than one.

use std::fmt;

use crate::model::time::Day;

/// From one day to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
}

impl Period {
    /// A period.
    pub fn new(first: Day, last: Day) -> Self {
        Self { first, last }
    }

    /// A day of the period: `12 Mar`, and `12 Mar 2026` where its year is not the only one.
    pub fn day(self, day: Day) -> String {
        if self.first.year() == self.last.year() { day.brief(self.first) } else { day.short() }
    }
}

/// `1 Mar 2026 to 31 Mar 2026`, or one day.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.first.short())?;
        if self.first == self.last { Ok(()) } else { write!(f, " to {}", self.last.short()) }
    }
}

/// How long a number of days is: `12 days`, `14 months`, `40 years`.
fn span(days: i32) -> String {
    let days = days.abs();
    let (number, one, many) = match days {
        0..60 => (days, "day", "days"),
        60..730 => ((days * 12 + 182) / 365, "month", "months"),
        _ => ((days * 4 + 730) / 1461, "year", "years"),
    };
    super::count(usize::try_from(number).unwrap_or(0), one, many)
}

/// Where a day lies that is far from every other: `1 Jan 1985 lies 40 years before every other logged day`.
pub fn far(day: Day, nearest: Day) -> String {
    let side = if day < nearest { "before" } else { "after" };
    format!("{} lies {} {side} every other logged day", day.short(), span(day.days_since(nearest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_has_its_year_where_the_period_has_two() {
        let within = Period::new(day("2026-01-01"), day("2026-12-31"));
        let beyond = Period::new(day("2025-11-30"), day("2026-01-31"));
        assert_eq!(
            (within.day(day("2026-01-06")), beyond.day(day("2026-01-06"))),
            ("6 Jan".into(), "6 Jan 2026".into())
        );
        assert_eq!(within.day(day("2025-01-06")), "6 Jan 2025");
        assert_eq!(beyond.to_string(), "30 Nov 2025 to 31 Jan 2026");
        assert_eq!(Period::new(day("2026-01-06"), day("2026-01-06")).to_string(), "6 Jan 2026");
    }

    #[test]
    fn a_far_day_is_said_to_lie_before_or_after_the_others() {
        let (old, new) = (day("1985-01-01"), day("2025-03-12"));
        assert_eq!(far(old, new), "1 Jan 1985 lies 40 years before every other logged day");
        assert_eq!(far(new, old), "12 Mar 2025 lies 40 years after every other logged day");
    }

    #[test]
    fn a_long_time_is_told_in_months_and_years() {
        for (days, words) in [
            (1, "1 day"),
            (59, "59 days"),
            (410, "13 months"),
            (-14_975, "41 years"),
            (730, "2 years"),
            (400, "13 months"),
        ] {
            assert_eq!(span(days), words);
        }
    }
}
