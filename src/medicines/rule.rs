//! A rule about a medicine: when all of its triggers hold, its words are said.

use serde::Deserialize;

use super::class::ClassId;
use crate::model::profile::Condition;

/// How soon somebody should be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum RuleLevel {
    /// A call to prescriber or pharmacist on the same day; nobody changes anything alone.
    CallToday,
    /// Within days, before the next refill.
    AskSoon,
    /// One line where the course stands.
    Know,
}

/// A food that matters beside a medicine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum FoodWith {
    Liver,
    Dairy,
    Grapefruit,
    LeafyGreens,
    AgedOrFermented,
}

/// One thing that must hold.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum Trigger {
    /// Whenever the course runs.
    Always,
    /// Pregnant.
    Pregnant,
    /// Trying for a baby.
    TryingToConceive,
    /// Breastfeeding.
    Breastfeeding,
    /// Younger than so many years.
    Under(u16),
    /// Smokes.
    Smoker,
    /// Another course of one of these classes runs.
    WithClass(Vec<ClassId>),
    /// The food was logged in the last 7 days.
    WithFood(FoodWith),
    /// At least so many units of alcohol in so many days.
    Alcohol {
        /// UK units, 8 g each.
        units: f64,
        /// The last days that are summed.
        window_days: u16,
    },
    /// Mood at most so high on so many days of a window.
    Mood {
        /// 0 to 10.
        at_most: f64,
        /// Answered days that low.
        days: u16,
        /// Last days looked at.
        window_days: u16,
    },
    /// Sun for at least so many minutes a day.
    Sun {
        /// Minutes on one of the last days.
        minutes: f64,
    },
    /// A column at least so high on so many days of a window.
    Column {
        /// Key of the day table.
        column: String,
        /// In the unit of the column.
        at_least: f64,
        /// Answered days that high.
        days: u16,
        /// Last days looked at.
        window_days: u16,
    },
    /// A warning sign ticked in the last 3 days.
    Warning(String),
    /// Ended at most so many days ago, instead of running.
    RecentlyStopped {
        /// Days since the last one.
        days: u16,
    },
    /// Has run for at least so many days.
    RunningFor {
        /// Days since the first one.
        days: u16,
    },
    /// Above an upper limit of the intakes.
    OverLimit(String),
    /// A condition of the profile.
    Has(Condition),
    /// A question of the profile answered yes, by its key.
    Says(String),
}

/// What has to be said of a medicine when all of its triggers hold.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MedicineRule {
    /// Stable id.
    pub id: String,
    /// All must hold.
    pub when: Vec<Trigger>,
    /// How soon.
    pub level: RuleLevel,
    /// For the person.
    pub words: String,
    /// Where that is from.
    pub source: String,
    /// Whether the substance was read in stored text; otherwise it is general knowledge.
    pub seen: bool,
}
