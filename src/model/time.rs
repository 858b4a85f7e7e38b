//! Days, times of day and moments: the only room that knows `chrono`.
//!
//! A diary is kept by the civil date a person sees on the wall. An instant is never turned back into a date later; what
//! was written down stays what it was, whatever the clock or the time zone does afterwards.

mod clock;
mod clock_time;
mod day_end;
mod moment;
mod month;

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use self::clock::now;
pub use self::clock::{ClockDoubt, doubted_clock, doubted_date};
pub use self::clock_time::ClockTime;
pub use self::day_end::DayEnd;
pub use self::moment::Moment;
pub use self::month::Month;
use super::locale::{DateOrder, Locale};
use super::text::excerpt;

/// The first and the last year a diary may hold.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;
/// Days from 0001-01-01, which is day 1, to 1970-01-01: 719,162 and one.
const EPOCH_FROM_CE: i32 = 719_163;

/// Why a day or a time could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TimeError {
    /// The text is not a civil date.
    #[error("“{0}” is not a date; write it as 2026-03-12")]
    NotADay(String),
    /// The date lies outside [`YEARS`].
    #[error("the year of {0} is outside 1900 to 2100")]
    YearOutOfRange(String),
    /// The text is not a time of day.
    #[error("“{0}” is not a time of day; write it as 7:30 or 19:05")]
    NotATime(String),
    /// The hour cannot end a day.
    #[error("a day can end between 0:00 and 12:00, not at {0}:00")]
    DayEndOutOfRange(u8),
}

/// A civil day, 1900 to 2100, written `2026-03-12`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// The day of a civil date; `None` if there is no such date or the year is outside [`YEARS`].
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        if !YEARS.contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// The calendar date on this computer now.
    pub fn calendar_today() -> Self {
        Self::on_calendar(now().date_naive())
    }

    /// A date of the clock; one outside [`YEARS`] is moved to the nearest day a diary may hold.
    fn on_calendar(date: NaiveDate) -> Self {
        let end = |year: i32, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or(date);
        Self(date.max(end(*YEARS.start(), 1, 1)).min(end(*YEARS.end(), 12, 31)))
    }

    /// Days since 1970-01-01; negative before.
    pub fn number(self) -> i32 {
        self.0.num_days_from_ce() - EPOCH_FROM_CE
    }

    /// The day nearest to a place on an axis that counts days by [`number`](Self::number); `None` outside the years a diary
    /// holds.
    pub fn nearest(place: f64) -> Option<Self> {
        let rounded = place.round();
        if !(f64::from(i32::MIN)..=f64::from(i32::MAX)).contains(&rounded) {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, reason = "within the range of the type, as just checked")]
        let number = rounded as i32;
        Self::from_number(number)
    }

    /// The day with this [`number`](Self::number); `None` outside [`YEARS`].
    pub fn from_number(number: i32) -> Option<Self> {
        let date = NaiveDate::from_num_days_from_ce_opt(number.checked_add(EPOCH_FROM_CE)?)?;
        YEARS.contains(&date.year()).then_some(Self(date))
    }

    /// This day moved by a number of days, stopping at the first and last day a diary may hold.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self::from_number(self.number().saturating_add(days)).unwrap_or(if days < 0 {
            Self(NaiveDate::from_ymd_opt(*YEARS.start(), 1, 1).unwrap_or(self.0))
        } else {
            Self(NaiveDate::from_ymd_opt(*YEARS.end(), 12, 31).unwrap_or(self.0))
        })
    }

    /// Days from `earlier` to this one; negative if this one comes first.
    pub fn days_since(self, earlier: Self) -> i32 {
        self.number() - earlier.number()
    }

    /// Year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// Month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// Day of the month, 1 to 31.
    pub fn day_of_month(self) -> u32 {
        self.0.day()
    }

    /// Day of the week, 0 = Monday to 6 = Sunday.
    pub fn weekday(self) -> usize {
        self.0.weekday().num_days_from_monday() as usize
    }

    /// Day of the week in two letters: "Th".
    pub fn weekday_letters(self) -> &'static str {
        ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"].get(self.weekday()).unwrap_or(&"")
    }

    /// "Thursday 12 March 2026"; "Thursday, March 12, 2026" where the [`Locale`] has the month first.
    pub fn long(self) -> String {
        self.written("%A %-d %B %Y", "%A, %B %-d, %Y")
    }

    /// "12 Mar 2026" or "Mar 12, 2026".
    pub fn short(self) -> String {
        self.written("%-d %b %Y", "%b %-d, %Y")
    }

    /// "12 Mar" or "Mar 12" as seen from another day of its year, else with its year as [`Day::short`] has it.
    pub fn brief(self, seen_from: Self) -> String {
        if self.year() == seen_from.year() { self.written("%-d %b", "%b %-d") } else { self.short() }
    }

    /// In words, in the order of the locale.
    fn written(self, day_first: &str, month_first: &str) -> String {
        let format = match Locale::current().date_order {
            DateOrder::DayFirst => day_first,
            DateOrder::MonthFirst => month_first,
        };
        self.0.format(format).to_string()
    }

    /// "March 2026".
    pub fn month_name(self) -> String {
        self.0.format("%B %Y").to_string()
    }

    /// `2026-W10`, the ISO week.
    pub fn week_name(self) -> String {
        self.0.format("%G-W%V").to_string()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

impl FromStr for Day {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        let date = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").map_err(|_| TimeError::NotADay(excerpt(text)))?;
        if YEARS.contains(&date.year()) { Ok(Self(date)) } else { Err(TimeError::YearOutOfRange(excerpt(text))) }
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_words_has_the_month_first_where_somebody_writes_so() {
        let day = Day::from_ymd(2026, 3, 12).unwrap();
        let written = |day: Day| [day.long(), day.short(), day.brief(day), day.to_string()];
        assert_eq!(written(day), ["Thursday 12 March 2026", "12 Mar 2026", "12 Mar", "2026-03-12"]);
        let month_first = Locale { date_order: DateOrder::MonthFirst, ..Locale::PLAIN };
        let american = month_first.during(|| written(day));
        assert_eq!(american, ["Thursday, March 12, 2026", "Mar 12, 2026", "Mar 12", "2026-03-12"]);
    }
}
