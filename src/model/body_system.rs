//! Which part of the body an outcome is about: painful joints are an outcome, but nothing that is said about skin fits them.

use serde::{Deserialize, Serialize};

use super::entry::EntryKind;

/// Which part of the body an outcome is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum BodySystem {
    /// The skin.
    Skin,
    /// The gut.
    Gut,
    /// Anything else.
    Other,
}

impl BodySystem {
    /// What an outcome is about that says nothing by itself, from the kind of entry that carries it.
    pub fn of_carrier(kind: EntryKind) -> Self {
        match kind {
            EntryKind::SkinCheck | EntryKind::SkinWeek => Self::Skin,
            EntryKind::Stool | EntryKind::GutCheck => Self::Gut,
            _ => Self::Other,
        }
    }
}
