//! A time of day as people write it.

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveTime, Timelike};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::TimeError;
use super::clock::now;
use crate::model::text::excerpt;

/// A time on the wall clock, to the minute, written `07:30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime {
    hour: u8,
    minute: u8,
}

impl ClockTime {
    /// `None` unless hour is 0 to 23 and minute 0 to 59.
    pub fn new(hour: u8, minute: u8) -> Option<Self> {
        (hour < 24 && minute < 60).then_some(Self { hour, minute })
    }

    pub(super) fn of(time: NaiveTime) -> Self {
        let part = |value: u32| u8::try_from(value).unwrap_or(0);
        Self { hour: part(time.hour()), minute: part(time.minute()) }
    }

    /// The time on this computer now.
    pub fn now() -> Self {
        Self::of(now().time())
    }

    /// Hour, 0 to 23.
    pub fn hour(self) -> u8 {
        self.hour
    }

    /// Minute, 0 to 59.
    pub fn minute(self) -> u8 {
        self.minute
    }

    /// Hours since midnight, 0 to just under 24.
    pub fn hours(self) -> f64 {
        f64::from(self.hour) + f64::from(self.minute) / 60.0
    }

    /// Reads `7:30`, `07.30`, `0730`, `730`, `7h30`, `7`, `19:05`, `7:30 pm`.
    ///
    /// # Errors
    /// [`TimeError::NotATime`] for anything else.
    pub fn parse(text: &str) -> Result<Self, TimeError> {
        let fail = || TimeError::NotATime(excerpt(text));
        let lower = text.trim().to_ascii_lowercase();
        let (body, afternoon) = if let Some(rest) = lower.strip_suffix("pm") {
            (rest.trim(), Some(true))
        } else if let Some(rest) = lower.strip_suffix("am") {
            (rest.trim(), Some(false))
        } else {
            (lower.as_str(), None)
        };
        let (hour, minute) = match body.split_once([':', '.', 'h']) {
            Some((hour, "")) => (hour, "0"),
            Some(parts) => parts,
            None if !body.is_ascii() => return Err(fail()),
            None if body.len() > 2 => body.split_at(body.len() - 2),
            None => (body, "0"),
        };
        let digits = |part: &str| {
            (!part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit())).then_some(())
        };
        digits(hour).and(digits(minute)).ok_or_else(fail)?;
        let mut hour: u8 = hour.parse().map_err(|_| fail())?;
        let minute: u8 = minute.parse().map_err(|_| fail())?;
        if let Some(afternoon) = afternoon {
            if !(1..=12).contains(&hour) {
                return Err(fail());
            }
            hour = hour % 12 + if afternoon { 12 } else { 0 };
        }
        Self::new(hour, minute).ok_or_else(fail)
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour(), self.minute())
    }
}

impl FromStr for ClockTime {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        Self::parse(text)
    }
}

impl Serialize for ClockTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ClockTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}
