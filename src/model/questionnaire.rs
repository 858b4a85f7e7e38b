//! Short questionnaires that were made and tested by others. Each asks about weeks, so it is answered now and then, never daily;
//! its sum is a column of the day table. Whose they are and what they say stands in `evidence::instruments`.

use super::builtin;
use super::entry::EntryKind;
use super::trackable::Trackable;

/// A questionnaire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Deserialize)]
pub enum Questionnaire {
    /// Well-being of two weeks, 0 to 100, more is better.
    Who5,
    /// Perceived stress of a month, 0 to 16, more is worse.
    Pss4,
}

impl Questionnaire {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Who5, Self::Pss4];

    /// The one whose answers an entry of a kind holds.
    pub fn carried_by(kind: EntryKind) -> Option<Self> {
        Self::ALL.into_iter().find(|questionnaire| questionnaire.kind() == kind)
    }

    /// The kind of entry that holds its answers.
    pub const fn kind(self) -> EntryKind {
        match self {
            Self::Who5 => EntryKind::WellBeing,
            Self::Pss4 => EntryKind::PerceivedStress,
        }
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Who5 => "WHO-5",
            Self::Pss4 => "PSS-4",
        }
    }

    /// Key of the column of its sum.
    pub const fn score_key(self) -> &'static str {
        match self {
            Self::Who5 => "who5",
            Self::Pss4 => "pss4",
        }
    }

    /// The highest sum.
    pub const fn most_points(self) -> u32 {
        match self {
            Self::Who5 => 100,
            Self::Pss4 => 16,
        }
    }

    /// The days from one answering to the next, at least.
    pub const fn days_apart(self) -> i32 {
        match self {
            Self::Who5 => 14,
            Self::Pss4 => 30,
        }
    }

    /// What it asks, in its order.
    pub fn items(self) -> impl Iterator<Item = &'static Trackable> {
        builtin::trackables().iter().filter(move |known| known.carried_by == self.kind())
    }
}
