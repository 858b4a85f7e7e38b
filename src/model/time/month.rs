//! A month of a year: what one file of the diary holds.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Day, TimeError};
use crate::model::text::excerpt;

/// A calendar month, the unit of the diary's files, written `2026-03`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i32,
    month: u32,
}

impl Month {
    /// The month a day lies in.
    pub fn of(day: Day) -> Self {
        Self { year: day.year(), month: day.month() }
    }

    /// First day of the month.
    pub fn first_day(self) -> Option<Day> {
        Day::from_ymd(self.year, self.month, 1)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for Month {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        format!("{text}-01").parse::<Day>().map(Self::of).map_err(|_| TimeError::NotADay(excerpt(text)))
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}
