//! A trial of the diary: one factor switched on and off in an order drawn by lot, and what is watched meanwhile. All that decides
//! over the result is written here before the first day and stays as it is; afterwards only answers and an early end come in.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::course::CourseId;
use super::region::Region;
use super::text::Name;
use super::time::Day;
use super::trackable::Direction;
pub use super::trial_design::{Lot, TrialDesign};
use super::trial_look::TrialLook;
use super::trial_sides::{NEITHER_SIDE, TrialSides};

/// The most outcomes that are watched beside the main one.
pub const MOST_WATCHED: usize = 3;
/// The most columns that are taken out of the outcome before it is judged.
pub const MOST_COVARIATES: usize = 2;
/// Days a trial lasts at most.
pub const MOST_TRIAL_DAYS: usize = 730;
/// The most periods of a trial.
pub const MOST_TRIAL_PERIODS: usize = 60;

/// Number of a trial in the diary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TrialId(pub u32);

impl TrialId {
    /// A trial that has no number yet; keeping it gives it one.
    pub const NEW: Self = Self(0);
}

/// What of the diary the factor is, where the diary knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum TrialSubject {
    /// A trackable, a tag of foods or what is worked out from them, by its key in the day table.
    Column(String),
    /// Something that is taken.
    Course(CourseId),
}

/// What is switched on and off.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrialFactor {
    /// What it is called, in the person's words: "dairy".
    pub name: Name,
    /// What is done on a day on: "dairy with two meals".
    pub on: Name,
    /// What is done on a day off: "no dairy".
    pub off: Name,
    /// What of the diary it is; `None` if the diary does not follow it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<TrialSubject>,
}

/// How far the instruction of a day was kept to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Adherence {
    /// Wholly.
    Yes,
    /// With a small slip.
    Mostly,
    /// Not that day.
    No,
}

impl Adherence {
    /// All answers.
    pub const ALL: [Self; 3] = [Self::Yes, Self::Mostly, Self::No];

    /// The word for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Mostly => "mostly",
            Self::No => "no",
        }
    }
}

/// A trial that was ended before its last day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndedEarly {
    /// The last day that belongs to it.
    pub on: Day,
    /// Why, in the person's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Name>,
}

/// A trial.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trial {
    /// Number.
    pub id: TrialId,
    /// The day on which all this was fixed and the order drawn.
    pub drawn: Day,
    /// First day.
    pub start: Day,
    /// What is switched.
    pub factor: TrialFactor,
    /// Key of the main outcome, as in the day table.
    pub outcome: String,
    /// Which way of it is better.
    pub direction: Direction,
    /// The smallest change of it that would matter, above 0, in its unit.
    pub smallest_change: f64,
    /// Keys of what else is watched, at most [`MOST_WATCHED`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub watched: Vec<String>,
    /// Keys of what is taken out of the outcome before it is judged, at most [`MOST_COVARIATES`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub covariates: Vec<String>,
    /// Periods.
    pub design: TrialDesign,
    /// What the order was drawn from.
    pub seed: u64,
    /// The order, A for a period off, B for one on.
    pub order: String,
    /// Places that are compared, for a trial of one side against the other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sides: Option<TrialSides>,
    /// Answers to "Kept to it?", by day. A day without one is missing.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub kept: BTreeMap<Day, Adherence>,
    /// Looks that were taken on the way, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub looked: Vec<TrialLook>,
    /// The end, if it came early.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<EndedEarly>,
    /// The day on which somebody first looked at the whole order while it ran.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_seen: Option<Day>,
    /// The day on which an early end was taken back and the trial went on: its result could be seen by then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resumed: Option<Day>,
}

/// Where a day lies against a trial.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrialStage {
    /// Before its first day.
    Ahead,
    /// On this day of it, the first being 1.
    Running {
        /// The day.
        day: usize,
    },
    /// Its last day is over.
    Over,
}

impl Trial {
    /// Days of the whole trial as planned.
    pub fn days(&self) -> usize {
        self.design.days()
    }

    /// The last day as planned.
    pub fn last(&self) -> Day {
        self.start.plus(i32::try_from(self.days()).unwrap_or(i32::MAX) - 1)
    }

    /// The day on which it was ended, by the person or by a look that was fixed beforehand.
    fn ended_on(&self) -> Option<Day> {
        let by_look = self.ended_by_look().map(|look| look.on);
        by_look.into_iter().chain(self.ended.as_ref().map(|ended| ended.on)).min()
    }

    /// The last day that belongs to it: as planned, or the day on which it was ended.
    pub fn end(&self) -> Day {
        self.ended_on().map_or(self.last(), |on| on.min(self.last()))
    }

    /// Whether a program that knows only the schemas before 7 cannot read it.
    pub fn needs_schema_7(&self) -> bool {
        !self.design.lot.has_orders() || self.design.looks
    }

    /// Where a day lies against it.
    pub fn stage(&self, today: Day) -> TrialStage {
        let ended = self.ended_on().is_some_and(|on| today >= on);
        if ended || today > self.end() {
            TrialStage::Over
        } else if today < self.start {
            TrialStage::Ahead
        } else {
            TrialStage::Running { day: usize::try_from(today.days_since(self.start)).unwrap_or_default() + 1 }
        }
    }

    /// Whether it has begun and is not over.
    pub fn is_running(&self, today: Day) -> bool {
        matches!(self.stage(today), TrialStage::Running { .. })
    }

    /// Whether its periods may be told apart: not while it runs and an outcome stands beside them, which would be its result.
    pub fn tells_periods(&self, beside_outcome: bool, today: Day) -> bool {
        !(beside_outcome && self.is_running(today))
    }

    /// Whether a column is its main outcome or one that is watched.
    pub fn looks_at(&self, key: &str) -> bool {
        self.outcome == key || self.watched.iter().any(|watched| watched == key)
    }

    /// Whether a day belongs to it.
    pub fn has(&self, day: Day) -> bool {
        (self.start..=self.end()).contains(&day)
    }

    /// Which periods are on, in order.
    pub fn on(&self) -> impl Iterator<Item = bool> + '_ {
        self.order.chars().map(|period| period == 'B')
    }

    /// Whether a day is on; `None` for a day that does not belong to it, and for one on which neither side is treated.
    pub fn is_on(&self, day: Day) -> Option<bool> {
        let row = usize::try_from(day.days_since(self.treated_from())).ok().filter(|_| self.has(day))?;
        self.on().nth(row.checked_div(usize::from(self.design.days_per_period))?)
    }

    /// First day of the first period: the days before it leave both sides untreated.
    pub fn treated_from(&self) -> Day {
        self.start.plus(i32::from(self.design.lot.untreated_days()))
    }

    /// What is to be done on a day; `None` for a day that does not belong to it.
    pub fn instruction(&self, day: Day) -> Option<&str> {
        match self.is_on(day) {
            Some(true) => Some(self.factor.on.as_str()),
            Some(false) => Some(self.factor.off.as_str()),
            None => (self.has(day) && day < self.treated_from()).then_some(NEITHER_SIDE),
        }
    }

    /// The place that is treated on a day; `None` unless it compares two sides and one of them is treated that day.
    pub fn treated(&self, day: Day) -> Option<Region> {
        let (sides, on) = (self.sides?, self.is_on(day)?);
        Some(if on { sides.one } else { sides.other })
    }

    /// First day, day behind the last, and whether it was on, of every period.
    pub fn periods(&self) -> impl Iterator<Item = (Range<Day>, bool)> + '_ {
        let long = i32::from(self.design.days_per_period);
        let from = self.treated_from();
        self.on().zip(0_i32..).map(move |(on, place)| {
            let first = from.plus(place.saturating_mul(long));
            (first..first.plus(long), on)
        })
    }
}
