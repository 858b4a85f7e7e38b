//! What a card holds the diary against, as far as the diary can measure it.

use serde::Deserialize;

use crate::medicines::ClassId;
use crate::model::course::CourseKind;

/// How the answered days of a window become one number.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub enum Stat {
    /// The mean of the answered days.
    MeanPerDay,
    /// Seven times the mean of the answered days.
    SumPerWeek,
    /// Seven times the share of answered days with a value of at least this.
    DaysPerWeek(f64),
}

/// On which side of an intake the aim lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Side {
    /// The reference intake is to be reached.
    Reach,
    /// The upper limit is not to be passed.
    StayBelow,
}

/// What the diary is held against. `seen` says whether the number was read in stored text.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the fields are those of every aim: column, number, window, days needed, source")]
pub enum Aim {
    /// At least this much.
    AtLeast {
        column: String,
        stat: Stat,
        number: f64,
        unit: String,
        window_days: u16,
        needed_days: u16,
        source: String,
        seen: bool,
    },
    /// At most this much.
    AtMost {
        column: String,
        stat: Stat,
        number: f64,
        unit: String,
        window_days: u16,
        needed_days: u16,
        source: String,
        seen: bool,
    },
    /// A reference intake or an upper limit by its key in the table of intakes. Far is below `far_at` times the reference (0: never
    /// far), or above `far_at` times the limit.
    Intake {
        nutrient: String,
        column: String,
        side: Side,
        far_at: f64,
        window_days: u16,
        needed_days: u16,
        source: String,
        seen: bool,
    },
    /// At least this many kinds of plants, by the newest value.
    DistinctPlants { column: String, number: f64, window_days: u16, needed_days: u16, source: String, seen: bool },
    /// At most this share, 0 to 1, by the newest value.
    Share { column: String, at_most: f64, window_days: u16, needed_days: u16, source: String, seen: bool },
    /// Hours of sleep within a range, which differs below 18.
    SleepHours {
        column: String,
        low: f64,
        high: f64,
        low_under_18: f64,
        high_under_18: f64,
        window_days: u16,
        needed_days: u16,
        source: String,
        seen: bool,
    },
    /// A course of this kind and one of these classes goes on; its effect can be judged after so many days.
    Course { kind: CourseKind, classes: Vec<ClassId>, judge_days: (u16, u16), source: String, seen: bool },
    /// Nothing to measure, and why.
    NoAim { why: String },
}

/// The column an aim reads and the days it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window<'a> {
    /// Key of the column.
    pub column: &'a str,
    /// Days looked at, the day itself being the last.
    pub days: u16,
    /// Answered days needed within them.
    pub needed: u16,
}

impl Aim {
    /// The column it reads and the days it needs; `None` if it reads no column.
    pub fn window(&self) -> Option<Window<'_>> {
        match self {
            Self::AtLeast { column, window_days, needed_days, .. }
            | Self::AtMost { column, window_days, needed_days, .. }
            | Self::Intake { column, window_days, needed_days, .. }
            | Self::DistinctPlants { column, window_days, needed_days, .. }
            | Self::Share { column, window_days, needed_days, .. }
            | Self::SleepHours { column, window_days, needed_days, .. } => {
                Some(Window { column, days: *window_days, needed: *needed_days })
            }
            Self::Course { .. } | Self::NoAim { .. } => None,
        }
    }

    /// Where its number is from, and whether that was read in stored text; `None` if it has none.
    pub fn source(&self) -> Option<(&str, bool)> {
        match self {
            Self::AtLeast { source, seen, .. }
            | Self::AtMost { source, seen, .. }
            | Self::Intake { source, seen, .. }
            | Self::DistinctPlants { source, seen, .. }
            | Self::Share { source, seen, .. }
            | Self::SleepHours { source, seen, .. }
            | Self::Course { source, seen, .. } => Some((source, *seen)),
            Self::NoAim { .. } => None,
        }
    }
}
