//! The places on the body map. A place is kept by its name here; what it is called, which place it is part of and how much of
//! the skin it is stand in the data of the [map](super::body_map).

use serde::{Deserialize, Serialize};

use super::body_map::{BodyMap, RegionData};

/// A place on the body map. The coarse place stands before the finer ones that it is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum Region {
    Face,
    Forehead,
    LeftEyelid,
    RightEyelid,
    Nose,
    LeftCheek,
    RightCheek,
    Mouth,
    Chin,
    LeftJaw,
    RightJaw,
    Scalp,
    LeftEar,
    RightEar,
    Neck,
    Chest,
    UnderBreasts,
    Abdomen,
    LeftArmpit,
    RightArmpit,
    LeftGroin,
    RightGroin,
    Genitals,
    Back,
    UpperBack,
    LowerBack,
    LeftButtock,
    RightButtock,
    LeftArm,
    LeftUpperArm,
    LeftElbow,
    LeftElbowCrease,
    LeftForearm,
    RightArm,
    RightUpperArm,
    RightElbow,
    RightElbowCrease,
    RightForearm,
    LeftHand,
    LeftHandBack,
    LeftPalm,
    RightHand,
    RightHandBack,
    RightPalm,
    LeftLeg,
    LeftThigh,
    LeftKnee,
    LeftKneeCrease,
    LeftLowerLeg,
    RightLeg,
    RightThigh,
    RightKnee,
    RightKneeCrease,
    RightLowerLeg,
    LeftFoot,
    LeftFootTop,
    LeftSole,
    RightFoot,
    RightFootTop,
    RightSole,
}

/// One of the four parts of the body that clinicians' scores go by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum BodyPart {
    /// Head and neck.
    Head,
    /// Arms and hands.
    Arms,
    /// Front, back, armpits, groins and genitals.
    Trunk,
    /// Buttocks, legs and feet.
    Legs,
}

impl BodyPart {
    /// All four, as the scores list them.
    pub const ALL: [Self; 4] = [Self::Head, Self::Arms, Self::Trunk, Self::Legs];

    /// Name for people, in the middle of a sentence.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Head => "head and neck",
            Self::Arms => "arms and hands",
            Self::Trunk => "trunk",
            Self::Legs => "legs and feet",
        }
    }

    /// The finest places of it.
    pub fn finest(self) -> &'static [Region] {
        BodyMap::shipped().finest_of(self)
    }
}

impl Region {
    /// All places, coarse and fine, head to foot.
    pub fn all() -> &'static [Self] {
        BodyMap::shipped().regions_in_order()
    }

    /// The places that are offered before somebody asks for finer ones: those that no other is made of stand in for theirs,
    /// and the face is asked part by part.
    pub fn coarse() -> impl Iterator<Item = Self> {
        let offered = |region: &Self| region.coarsened() == *region && !region.is_asked_only_finely();
        Self::all().iter().copied().filter(offered)
    }

    /// The place that is drawn for this one while nobody asked for finer places.
    #[must_use]
    pub fn coarsened(self) -> Self {
        self.parent().filter(|parent| *parent != Self::Face).unwrap_or(self)
    }

    /// Whether it is the face or a part of it, by which somebody is known.
    pub fn is_of_face(self) -> bool {
        self == Self::Face || self.parent() == Some(Self::Face)
    }

    /// Whether it is asked about only where somebody asked for finer places.
    pub fn is_asked_only_finely(self) -> bool {
        matches!(
            self,
            Self::LeftGroin
                | Self::RightGroin
                | Self::Genitals
                | Self::UnderBreasts
                | Self::LeftButtock
                | Self::RightButtock
        )
    }

    /// Name in keys of the day table, for example `left_cheek`. It stays whatever becomes of the label.
    pub fn key(self) -> &'static str {
        self.data().map_or("", |data| &data.key)
    }

    /// Name for people.
    pub fn label(self) -> &'static str {
        self.data().map_or("", |data| &data.label)
    }

    /// The coarse place that it is part of.
    pub fn parent(self) -> Option<Self> {
        self.data()?.parent
    }

    /// The same place on the other side of the body.
    pub fn twin(self) -> Option<Self> {
        self.data()?.twin
    }

    /// The finer places it is made of.
    pub fn children(self) -> impl Iterator<Item = Self> {
        BodyMap::shipped().children(self).iter().copied()
    }

    /// The finest places of it: its parts, or itself.
    pub fn leaves(self) -> impl Iterator<Item = Self> {
        BodyMap::shipped().leaves(self).iter().copied()
    }

    /// The finest places of the whole skin, which make it up without anything counting twice.
    pub fn finest() -> &'static [Self] {
        BodyMap::shipped().finest()
    }

    /// Part of an adult's skin, in percent (Lund and Browder 1944 by group); a coarse place has the sum of its parts.
    pub fn share_percent(self) -> f64 {
        self.leaves().filter_map(|leaf| leaf.data()?.share).sum()
    }

    /// Whether it is the left one of two.
    pub fn is_left_of_two(self) -> bool {
        self.twin().is_some_and(|twin| self < twin)
    }

    /// The part of the body it belongs to.
    pub fn body_part(self) -> Option<BodyPart> {
        self.leaves().next()?.data()?.group
    }

    /// The region with a [`key`](Self::key).
    pub fn from_key(key: &str) -> Option<Self> {
        BodyMap::shipped().with_key(key)
    }

    /// Whether programs that know only the schemas before 4 have not heard of it.
    pub fn is_since_schema_4(self) -> bool {
        !matches!(
            self,
            Self::Forehead
                | Self::Nose
                | Self::LeftCheek
                | Self::RightCheek
                | Self::Chin
                | Self::Scalp
                | Self::Neck
                | Self::Chest
                | Self::Back
                | Self::LeftArm
                | Self::RightArm
                | Self::LeftHand
                | Self::RightHand
                | Self::LeftLeg
                | Self::RightLeg
                | Self::LeftFoot
                | Self::RightFoot
        )
    }

    fn data(self) -> Option<&'static RegionData> {
        BodyMap::shipped().data(self)
    }
}
