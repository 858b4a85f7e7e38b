//! The places on the body map.

use serde::{Deserialize, Serialize};

macro_rules! regions {
    ($($variant:ident $label:literal),* $(,)?) => {
        /// A place on the body map.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[allow(missing_docs, reason = "the names are the meaning")]
        pub enum Region { $($variant),* }

        impl Region {
            /// All places, head to foot.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Name for people.
            pub fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),* }
            }
        }
    };
}

regions! {
    Forehead "Forehead", Nose "Nose", LeftCheek "Left cheek", RightCheek "Right cheek", Chin "Chin", Scalp "Scalp",
    Neck "Neck", Chest "Chest", Back "Back", LeftArm "Left arm", RightArm "Right arm", LeftHand "Left hand",
    RightHand "Right hand", LeftLeg "Left leg", RightLeg "Right leg", LeftFoot "Left foot", RightFoot "Right foot",
}

impl Region {
    /// Name in keys of the day table, for example `left_cheek`.
    pub fn key(self) -> String {
        self.label().to_lowercase().replace(' ', "_")
    }

    /// The region with a [`key`](Self::key).
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|region| region.key() == key)
    }
}
