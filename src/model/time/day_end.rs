//! When a diary day ends, which is not midnight for everybody.

use serde::{Deserialize, Serialize};

use super::clock::now;
use super::{ClockTime, Day, TimeError};

/// The hour at which a diary day ends, 0 to 12. With the usual 4, a snack at 01:30 belongs to the evening before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct DayEnd(u8);

impl DayEnd {
    /// # Errors
    /// [`TimeError::DayEndOutOfRange`] above 12.
    pub fn new(hour: u8) -> Result<Self, TimeError> {
        if hour <= 12 { Ok(Self(hour)) } else { Err(TimeError::DayEndOutOfRange(hour)) }
    }

    /// The hour, 0 to 12.
    pub fn hour(self) -> u8 {
        self.0
    }

    /// The diary day of a time on a calendar date. This is the one place where that is decided.
    pub fn diary_day(self, calendar: Day, time: ClockTime) -> Day {
        if time.hour() < self.0 { calendar.plus(-1) } else { calendar }
    }

    /// The diary day it is now on this computer.
    pub fn today(self) -> Day {
        let now = now().naive_local();
        self.diary_day(Day::on_calendar(now.date()), ClockTime::of(now.time()))
    }
}

impl Default for DayEnd {
    fn default() -> Self {
        Self(4)
    }
}

impl TryFrom<u8> for DayEnd {
    type Error = TimeError;

    fn try_from(hour: u8) -> Result<Self, TimeError> {
        Self::new(hour)
    }
}

impl From<DayEnd> for u8 {
    fn from(end: DayEnd) -> Self {
        end.0
    }
}
