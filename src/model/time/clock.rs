//! The clock of this computer, which may be wrong by a century, and what to say of it then.

use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Datelike, Local, NaiveDate};

use super::YEARS;

/// The wall clock of this computer now.
pub(super) fn now() -> DateTime<Local> {
    on_wall(SystemTime::now())
}

/// An instant as the wall clock shows it. `chrono` itself stops the program on a clock before 1970, which an empty battery
/// brings about; and a clock past the year 9999 is read as the last day of that year.
fn on_wall(at: SystemTime) -> DateTime<Local> {
    /// Seconds from 1970 to 9999-12-30: every time zone still has four digits for the year.
    const MOST: i64 = 253_402_128_000;
    /// Seconds from 0001-01-03 to 1970.
    const LEAST: i64 = -62_135_424_000;
    let seconds = match at.duration_since(UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_secs()).unwrap_or(MOST),
        Err(before) => i64::try_from(before.duration().as_secs()).map_or(LEAST, |seconds| -seconds),
    };
    DateTime::from_timestamp(seconds.clamp(LEAST, MOST), 0).unwrap_or_default().with_timezone(&Local)
}

/// Why the clock of this computer can hardly be right, as half a sentence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the clock of this computer says {date}, which {why}")]
pub struct ClockDoubt {
    date: NaiveDate,
    why: &'static str,
}

impl ClockDoubt {
    /// Whether the clock shows a day that no diary holds.
    pub fn is_outside(&self) -> bool {
        !YEARS.contains(&self.date.year())
    }
}

/// Whether the clock of this computer can hardly be right.
pub fn doubted_clock() -> Option<ClockDoubt> {
    doubt(now().date_naive())
}

/// What would be doubted if the clock showed this date; for tests.
pub fn doubted_date(year: i32, month: u32, day: u32) -> Option<ClockDoubt> {
    doubt(NaiveDate::from_ymd_opt(year, month, day)?)
}

/// No diary of this program was kept before 2020.
fn doubt(date: NaiveDate) -> Option<ClockDoubt> {
    if date.year() < 2020 {
        Some(ClockDoubt { date, why: "lies before this program was made" })
    } else if date.year() > *YEARS.end() {
        Some(ClockDoubt { date, why: "lies beyond the last day of a diary" })
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Day, Moment};
    use super::*;

    fn at(seconds: i64) -> SystemTime {
        let far = std::time::Duration::from_secs(seconds.unsigned_abs());
        if seconds < 0 { UNIX_EPOCH - far } else { UNIX_EPOCH + far }
    }

    #[test]
    fn a_clock_before_1970_or_far_ahead_gives_a_day_of_the_diary_and_a_word() {
        // 1969, 1900, 1750, year 5, today's era, 2101, and as far ahead as the clock goes.
        for (seconds, year, doubted) in [
            (-86_400 * 3, 1969, true),
            (-2_208_900_000, 1900, true),
            (-6_942_000_000, 1900, true),
            (-62_000_000_000, 1900, true),
            (1_772_000_000, 2026, false),
            (4_134_000_000, 2100, true),
            (i64::MAX / 4, 2100, true),
        ] {
            let now = on_wall(at(seconds));
            let day = Day::on_calendar(now.date_naive());
            assert_eq!(day.year(), year, "{seconds}");
            assert_eq!(day.to_string().parse(), Ok(day), "what is written can be read again");
            assert_eq!(doubt(now.date_naive()).is_some(), doubted, "{seconds}");
            let moment = Moment::of(now);
            assert_eq!(moment.clock().len(), 5, "{moment}");
            assert_eq!(moment.as_str().find('T'), Some(10), "{moment}");
        }
    }

    #[test]
    fn the_first_and_the_last_day_of_a_diary_have_names_and_neighbours() {
        let (first, last) = (Day::from_ymd(1900, 1, 1).unwrap(), Day::from_ymd(2100, 12, 31).unwrap());
        assert_eq!((first.plus(-1), last.plus(1)), (first, last));
        for day in [first, last, Day::from_ymd(1969, 12, 31).unwrap()] {
            assert_eq!(Day::from_number(day.number()), Some(day));
            assert!(!day.long().is_empty() && !day.week_name().is_empty() && day.weekday() < 7);
        }
        for text in ["0001-01-01", "9999-12-31", "1899-12-31", "2101-01-01", "-0001-01-01", "+12026-01-01"] {
            assert!(text.parse::<Day>().is_err(), "{text} was taken");
        }
    }
}
