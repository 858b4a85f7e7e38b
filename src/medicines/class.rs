//! A class of medicines: what its members have in common.

use std::fmt;

use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::rule::MedicineRule;
use crate::model::certainty::Certainty;
use crate::model::course::CourseKind;
use crate::model::profile::Condition;

/// Name of a class, as the tables write it: a bare word such as `OralRetinoid`. No class is known to the program itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassId(String);

impl ClassId {
    /// The class with a name.
    pub fn new(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    /// Its name in the tables.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ClassId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for ClassId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for ClassId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_identifier(Word)
    }
}

struct Word;

impl Visitor<'_> for Word {
    type Value = ClassId;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a class of medicines")
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<ClassId, E> {
        Ok(ClassId(word.to_owned()))
    }
}

/// A condition that a medicine is known to bring out or worsen.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flare {
    /// Which.
    pub condition: Condition,
    /// How certain that it does.
    pub certainty: Certainty,
    /// Days after which it shows, first and last.
    pub lag_days: (u16, u16),
    /// In words for the person.
    pub words: String,
    /// Where that is from.
    pub source: String,
    /// Whether the substance was read in stored text; otherwise it is general knowledge.
    pub seen: bool,
}

/// What is known of a class of medicines.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::struct_excessive_bools, reason = "each is a field of the table")]
pub struct MedicineClass {
    /// Its name, which rules and cards use.
    pub class: ClassId,
    /// Its name for people.
    pub label: String,
    /// The kind of course that is offered.
    pub kind: CourseKind,
    /// Conditions it is given for.
    pub treats: Vec<Condition>,
    /// Days until the skin, or the sign it is given for, can be judged; `(0, 0)` is not given for skin.
    pub onset_days: (u16, u16),
    /// Days after the last dose in which it may still act.
    pub carry_over_days: u16,
    /// Whether its use is never drawn by lot although it is not prescribed everywhere.
    #[serde(default)]
    pub never_by_lot: bool,
    /// Whether the onset was read in stored text.
    pub timing_seen: bool,
    /// Whether a running course means a weakened immune system.
    pub immunosuppressant: bool,
    /// Whether skin may burn faster in the sun.
    pub sun: bool,
    /// Whether a low mood may need a call to the prescriber.
    pub mood: bool,
    /// The intake that its dose adds to.
    pub counts_as: Option<String>,
    /// What it brings out.
    pub flares: Vec<Flare>,
    /// What has to be said of it.
    pub rules: Vec<MedicineRule>,
}
