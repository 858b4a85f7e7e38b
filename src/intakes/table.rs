//! The shipped table of intakes, read once.

use std::sync::OnceLock;

use serde::{Deserialize, Deserializer};

use super::Intake;
use super::person::{Person, State};

/// What kind of number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Kind {
    /// A tolerable upper intake level.
    UpperLevel,
    /// A safe level: the data were too thin for a limit.
    SafeLevel,
    /// Covers nearly everybody.
    Recommended,
    /// Thought to be enough.
    Adequate,
    /// Another daily mark.
    Guidance,
    /// None was set.
    NoneSet,
}

/// Which sources of a nutrient a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Counts {
    /// Food and pills.
    AllSources,
    /// The preformed vitamin alone.
    PreformedOnly,
    /// Pills alone.
    SupplementsOnly,
    /// Pills and fortified foods.
    SupplementsAndFortified,
}

/// Of which sex a row speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum SexOf {
    Any,
    Female,
    Male,
}

/// The amount for some people.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// First and last age, in years.
    pub ages: (u16, u16),
    /// Sex.
    pub sex: SexOf,
    /// Pregnant or breastfeeding.
    pub state: State,
    /// Amount a day.
    pub amount: f64,
    /// Whether it was read in stored text.
    pub seen: bool,
}

/// What one authority says of a nutrient.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standard {
    /// What kind of number.
    pub kind: Kind,
    /// Which sources count.
    pub counts: Counts,
    /// By age, sex and state.
    pub rows: Vec<Row>,
    /// Who says so.
    pub source: String,
    /// When.
    pub year: u16,
    /// DOI.
    pub doi: Option<String>,
    /// What to know of it.
    pub note: String,
}

/// A nutrient with a limit.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UpperNutrient {
    /// Stable key.
    pub key: String,
    /// Name for people.
    pub label: String,
    /// Unit, as people write it: the file has `ug` for `µg`.
    #[serde(deserialize_with = "unit_for_people")]
    pub unit: String,
    /// Columns of the day table that are added up.
    pub columns: Vec<String>,
    /// European.
    pub efsa: Standard,
    /// United States.
    pub us: Standard,
    /// Whether the lower of both limits is taken. Otherwise the European one stands alone.
    #[serde(default = "is_usual")]
    pub lower_of_two: bool,
    /// What to say above it.
    pub over_words: String,
}

/// A nutrient with a reference.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nutrient {
    /// Stable key.
    pub key: String,
    /// Name for people.
    pub label: String,
    /// Unit, as people write it: the file has `ug` for `µg`.
    #[serde(deserialize_with = "unit_for_people")]
    pub unit: String,
    /// Columns of the day table that are added up.
    pub columns: Vec<String>,
    /// Whether it is part of the index of nutrient cover.
    pub in_cover: bool,
    /// European.
    pub efsa: Standard,
    /// United States.
    pub us: Standard,
    /// What to know of it.
    pub note: String,
}

/// Another daily mark.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guidance {
    /// Stable key.
    pub key: String,
    /// Name for people.
    pub label: String,
    /// Unit, as people write it: the file has `ug` for `µg`.
    #[serde(deserialize_with = "unit_for_people")]
    pub unit: String,
    /// Columns of the day table that are added up.
    pub columns: Vec<String>,
    /// By age, sex and state.
    pub rows: Vec<Row>,
    /// Who says so.
    pub source: String,
    /// When.
    pub year: u16,
    /// In words for the person.
    pub words: String,
}

/// Everything.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Version of the table.
    pub version: u32,
    /// Limits.
    pub upper: Vec<UpperNutrient>,
    /// References.
    pub reference: Vec<Nutrient>,
    /// Other marks.
    pub guidance: Vec<Guidance>,
}

fn unit_for_people<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Ok(String::deserialize(deserializer)?.replace("ug", "µg"))
}

fn is_usual() -> bool {
    true
}

/// The table that ships with the program.
pub fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        // The file is part of the program; its test proves that it reads.
        ron::from_str(include_str!("../../assets/evidence/upper_limits.ron")).unwrap_or_else(|error| {
            log::error!("the table of intakes cannot be read: {error}");
            Table::default()
        })
    })
}

impl Standard {
    /// The amount for a person; `None` where none is set.
    pub(super) fn intake(&'static self, person: Person) -> Option<Intake> {
        let row = person.row(&self.rows)?;
        let Self { kind, counts, source, year, .. } = self;
        Some(Intake { amount: row.amount, kind: *kind, counts: *counts, source, year: *year, seen: row.seen })
    }
}
