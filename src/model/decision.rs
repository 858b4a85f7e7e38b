//! What the person decided about something the program said: a flag seen, an idea tried or turned down. The diary keeps it, so
//! that nothing is asked twice and what was tried can be looked back on.

use serde::{Deserialize, Serialize};

use super::course::CourseId;
use super::text::Name;
use super::time::Day;

/// Number of a decision in the diary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DecisionId(pub u32);

impl DecisionId {
    /// A decision that has no number yet; keeping it gives it one.
    pub const NEW: Self = Self(0);
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Choice {
    /// "I have seen this" of a flag.
    FlagSeen {
        /// Id of the rule.
        rule: String,
        /// Its reading then: the flag comes back to full size once it is worse.
        reading: f64,
    },
    /// "A doctor has looked at this" of a flag.
    DoctorLooked {
        /// Id of the rule.
        rule: String,
        /// Its reading then.
        reading: f64,
        /// The day of the visit.
        on: Day,
    },
    /// An idea that is not for this person.
    NotForMe {
        /// Id of the card.
        card: String,
        /// Why, in the person's words; it is asked once.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        why: Option<Name>,
    },
    /// An idea that is tried for a while.
    Trying {
        /// Id of the card.
        card: String,
        /// The course that marks its days: one change, from a first to a last day.
        course: CourseId,
        /// The day of a first look at comfort.
        first_look: Day,
        /// The day on which to judge.
        judge_on: Day,
        /// The day on which the result was opened.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        judged: Option<Day>,
    },
}

/// A decision and its day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Number.
    pub id: DecisionId,
    /// The day it was made.
    pub made: Day,
    /// What was decided.
    pub choice: Choice,
}

impl Choice {
    /// The card it is about, if it is about one.
    pub fn card(&self) -> Option<&str> {
        match self {
            Self::NotForMe { card, .. } | Self::Trying { card, .. } => Some(card),
            Self::FlagSeen { .. } | Self::DoctorLooked { .. } => None,
        }
    }

    /// The rule it is about, if it is about one.
    pub fn rule(&self) -> Option<&str> {
        match self {
            Self::FlagSeen { rule, .. } | Self::DoctorLooked { rule, .. } => Some(rule),
            Self::NotForMe { .. } | Self::Trying { .. } => None,
        }
    }
}
