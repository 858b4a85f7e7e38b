//! The vocabulary in which rules say when they hold. Rules are data; each word here means one thing, and all can be combined.

use serde::Deserialize;

use crate::medicines::{ClassId, FoodWith};
use crate::model::course::CourseKind;
use crate::model::entry::EntryKind;

/// How a number compares.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub enum Is {
    /// That or more.
    AtLeast(f64),
    /// More.
    Above(f64),
    /// That or less.
    AtMost(f64),
}

/// Something that holds on a day, or does not. What was not answered never holds.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum OnDay {
    /// The number of a column of the day table or, for a key without a column, its answer; yes is 1. A sum with an unknown part
    /// is a lower bound and settles only "above".
    Value(String, Is),
    /// So many answers to a key that compare so, within the entries of the day.
    Answers {
        /// Key of the trackable.
        key: String,
        /// What of them is counted.
        is: Is,
        /// At least so many.
        times: usize,
    },
    /// No entry of a kind.
    NoEntry(EntryKind),
    /// A food was logged.
    Food(FoodWith),
    /// A nutrient of the upper limits was above the limit of this person.
    OverLimit(String),
    /// All of these.
    All(Vec<OnDay>),
    /// At least one of these.
    Any(Vec<OnDay>),
}

/// Which courses are meant.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum CourseIs {
    /// Of a kind, by what the person entered or by the medicine that its name names.
    Kind(CourseKind),
    /// A medicine of a class.
    Class(ClassId),
    /// A medicine with which a low mood may need a call.
    LowersMood,
}

/// When a rule holds. "The last N days" are today and the N-1 days before it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum When {
    /// All of these.
    All(Vec<When>),
    /// At least one of these.
    Any(Vec<When>),
    /// This does not hold.
    Not(Box<When>),
    /// A warning sign was ticked, within the days for which its level keeps a tick raised.
    Ticked(String),
    /// On so many of the last days something held.
    Days {
        /// What.
        day: OnDay,
        /// On at least so many days.
        on: usize,
        /// Of the last so many.
        of: i32,
        /// Counted back from so many days ago.
        #[serde(default)]
        before: i32,
    },
    /// Of the answered days at least a share compares so.
    Share {
        /// Key of the column.
        column: String,
        /// What is counted.
        is: Is,
        /// 0 to 1 of the answered days.
        share: f64,
        /// Answered days needed.
        answered: usize,
        /// Of the last so many.
        of: i32,
    },
    /// The sum of the answered days.
    Sum {
        /// Key of the column.
        column: String,
        /// How the sum compares.
        is: Is,
        /// Answered days needed.
        answered: usize,
        /// Of the last so many.
        of: i32,
    },
    /// The mean of the answered days.
    Mean {
        /// Key of the column.
        column: String,
        /// How the mean compares.
        is: Is,
        /// Answered days needed.
        answered: usize,
        /// Of the last so many.
        of: i32,
    },
    /// The median of the last days lies below that of the days before them.
    MedianFell {
        /// Key of the column.
        column: String,
        /// By at least so much.
        by: f64,
        /// The last days.
        of: i32,
        /// The days before them.
        before: i32,
        /// Answered days needed in each.
        answered: usize,
    },
    /// No answer in the last days.
    Unanswered {
        /// Key of the column.
        column: String,
        /// The last days.
        of: i32,
    },
    /// A question of the profile was answered yes, by its key.
    Says(String),
    /// Younger than so many years; an age that is not known is not.
    Under(i32),
    /// A course runs.
    Running(CourseIs),
    /// A course runs, or ended at most so many days ago.
    RunningOrEnded(CourseIs, i32),
    /// Foods were logged on enough days, and they were few different ones.
    FewFoods {
        /// Fewer different ones than this.
        fewer_than: usize,
        /// Days with foods that are needed.
        logged: usize,
        /// Of the last so many.
        of: i32,
    },
}

impl Is {
    /// Whether a number compares so.
    pub fn holds(self, value: f64) -> bool {
        match self {
            Self::AtLeast(mark) => value >= mark,
            Self::Above(mark) => value > mark,
            Self::AtMost(mark) => value <= mark,
        }
    }

    /// Whether a lower bound can settle it.
    pub fn is_upward(self) -> bool {
        !matches!(self, Self::AtMost(_))
    }

    /// How bad a number is that compares so: 1 at the mark, more beyond it, in shares of the mark.
    pub(super) fn badness(self, value: f64) -> f64 {
        let (Self::AtLeast(mark) | Self::Above(mark) | Self::AtMost(mark)) = self;
        1.0 + (value - mark).abs() / mark.abs().max(1.0)
    }
}

impl When {
    /// The condition and all within it.
    pub fn each(&self) -> Vec<&Self> {
        let within: Vec<&Self> = match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::each).collect(),
            Self::Not(part) => part.each(),
            _ => Vec::new(),
        };
        std::iter::once(self).chain(within).collect()
    }

    /// Keys of columns and trackables that it reads.
    pub fn keys(&self) -> Vec<&str> {
        self.each().into_iter().flat_map(Self::own_keys).collect()
    }

    fn own_keys(&self) -> Vec<&str> {
        match self {
            Self::Ticked(key) => vec![key],
            Self::Share { column, .. }
            | Self::Sum { column, .. }
            | Self::Mean { column, .. }
            | Self::MedianFell { column, .. }
            | Self::Unanswered { column, .. } => vec![column],
            Self::Days { day, .. } => day.keys(),
            _ => Vec::new(),
        }
    }
}

impl OnDay {
    /// Keys of columns and trackables that it reads.
    pub fn keys(&self) -> Vec<&str> {
        match self {
            Self::Value(key, _) | Self::Answers { key, .. } => vec![key],
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::keys).collect(),
            Self::NoEntry(_) | Self::Food(_) | Self::OverLimit(_) => Vec::new(),
        }
    }
}
