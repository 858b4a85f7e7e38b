//! Why a command was not carried out. The diary is then as it was.

use crate::model::entry::EntryId;
use crate::model::text::TextError;
use crate::model::time::{ClockDoubt, Day};
use crate::model::trackable::{KeyError, ValueError};

/// Why a command was not carried out.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum CommandError {
    /// An answer does not fit its trackable.
    #[error(transparent)]
    Value(#[from] ValueError),
    /// A name or note is blank or too long.
    #[error(transparent)]
    Text(#[from] TextError),
    /// A key is not of the form of a key.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// No trackable has this key.
    #[error("“{key}” is not a known key{}", near(.nearest))]
    UnknownKey {
        /// The key, cut short.
        key: String,
        /// Known keys that look like it.
        nearest: Vec<String>,
    },
    /// The day lies more than one day ahead.
    #[error("{day} lies in the future; a day can be filled in from one day ahead on, so please check the date")]
    Future {
        /// The day.
        day: Day,
    },
    /// The clock of this computer shows a day that no diary holds, so that today is none.
    #[error("nothing is filed under {day}: {doubt}; please set it, or choose the day")]
    Clock {
        /// The day that would be today.
        day: Day,
        /// What is wrong with the clock.
        doubt: ClockDoubt,
    },
    /// Answers of another day were to be copied to a day that has not come yet.
    #[error("{} is still to come, so it cannot be the same as another day yet; copy once it is here", day.short())]
    ToCome {
        /// The day.
        day: Day,
    },
    /// The decision is not there.
    #[error("this decision is not there any more; it may have been taken back already")]
    NoDecision,
    /// The entry is not there.
    #[error("entry {} of {day} is no longer there; it may have been deleted or undone", id.0)]
    NoEntry {
        /// The day.
        day: Day,
        /// The entry.
        id: EntryId,
    },
    /// The course is not there.
    #[error("this course is no longer there; it may have been deleted or undone")]
    NoCourse,
    /// The trial is not there.
    #[error("this trial is no longer there; it may have been deleted or undone")]
    NoTrial,
    /// A trial breaks a rule, or something of it that is locked was to be changed.
    #[error("{0}")]
    Trial(String),
    /// There is nothing to copy, delete or change.
    #[error("{0}")]
    Nothing(String),
    /// A course ends before it starts, or lasts absurdly long.
    #[error("{0}")]
    Course(String),
    /// An own food, a recipe, a template or a drink breaks a rule.
    #[error("{0}")]
    Pantry(String),
    /// The photo is not there.
    #[error("this photo is no longer there; it may have been deleted or undone")]
    NoPhoto,
    /// A photo breaks a rule.
    #[error("{0}")]
    Photo(String),
    /// Something about the profile or settings does not fit.
    #[error("{0}")]
    Profile(String),
    /// A page read from outside breaks a rule.
    #[error("{day}: {reason}")]
    Day {
        /// The day.
        day: Day,
        /// The rule and the way out.
        reason: String,
    },
    /// A day holds more than a day can.
    #[error("{day} already holds {most} entries; delete some before adding more")]
    Full {
        /// The day.
        day: Day,
        /// The limit.
        most: usize,
    },
}

fn near(nearest: &[String]) -> String {
    if nearest.is_empty() {
        "; “gutskin days” prints the known ones in its first line".to_owned()
    } else {
        format!("; did you mean {}?", nearest.join(" or "))
    }
}
