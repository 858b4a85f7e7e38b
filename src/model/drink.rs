//! The drinks that a single click logs.

use serde::{Deserialize, Serialize};

/// A drink that a single click logs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum Drink {
    Water,
    Coffee,
    Tea,
    Alcohol,
}

impl Drink {
    /// All drinks, as the row shows them.
    pub const ALL: &'static [Self] = &[Self::Water, Self::Coffee, Self::Tea, Self::Alcohol];

    /// Name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Water => "Water",
            Self::Coffee => "Coffee",
            Self::Tea => "Tea",
            Self::Alcohol => "Alcohol",
        }
    }
}
