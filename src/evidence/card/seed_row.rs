//! The sixteen ideas of gut and skin that the program was made for.

use serde::Deserialize;

/// One of the ideas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[allow(missing_docs, reason = "the labels are the meaning")]
pub enum SeedRow {
    S1,
    S2,
    S3,
    S4,
    S5,
    S6,
    S7,
    S8,
    S9,
    S10,
    S11,
    S12,
    S13,
    S14,
    S15,
    S16,
}

impl SeedRow {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::S1,
        Self::S2,
        Self::S3,
        Self::S4,
        Self::S5,
        Self::S6,
        Self::S7,
        Self::S8,
        Self::S9,
        Self::S10,
        Self::S11,
        Self::S12,
        Self::S13,
        Self::S14,
        Self::S15,
        Self::S16,
    ];

    /// Its name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::S1 => "Flora balance",
            Self::S2 => "The gut lining",
            Self::S3 => "Inflammation",
            Self::S4 => "Nutrients",
            Self::S5 => "Nerves between gut and skin",
            Self::S6 => "Fibre",
            Self::S7 => "Water",
            Self::S8 => "Variety and ferments",
            Self::S9 => "Creams or diet",
            Self::S10 => "Sleep",
            Self::S11 => "Stress",
            Self::S12 => "Processed food, sugar and milk",
            Self::S13 => "Antibiotics and probiotics",
            Self::S14 => "Regular bowels",
            Self::S15 => "Psoriasis",
            Self::S16 => "Acne, rosacea and eczema",
        }
    }
}
