//! The ways in which a card is reached.

use serde::Deserialize;

use super::aim::Stat;
use crate::columns::ColumnSpec;
use crate::medicines::ClassId;
use crate::model::body_system::BodySystem;
use crate::model::course::{CourseKind, Phase};

/// Where a day lies against a course, for a card to stand beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum CoursePhase {
    /// First to last day.
    During,
    /// After the last day, while it may still act.
    After,
}

impl CoursePhase {
    fn word(self) -> &'static str {
        match self {
            Self::During => "during",
            Self::After => "after",
        }
    }

    /// Whether this is that phase.
    pub fn is(self, phase: Phase) -> bool {
        matches!((self, phase), (Self::During, Phase::During) | (Self::After, Phase::After))
    }
}

/// Columns that are explained, by key, or all of a part of the body by a word.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(transparent)]
pub struct Outcomes(Vec<String>);

/// The words that stand for all outcomes of a part of the body.
const GROUPS: [(&str, BodySystem); 2] = [("any_skin", BodySystem::Skin), ("any_gut", BodySystem::Gut)];

impl Outcomes {
    /// Whether a column is among them. Columns that are no outcomes can be named by key.
    pub fn hold(&self, column: &ColumnSpec) -> bool {
        self.0.iter().any(|name| {
            let group = GROUPS.iter().find(|(word, _)| word == name);
            group.map_or(*name == column.key, |(_, system)| column.is_outcome_of(*system))
        })
    }

    /// The names, as the cards write them.
    pub fn names(&self) -> &[String] {
        &self.0
    }

    /// The keys that are named one by one.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str).filter(|name| GROUPS.iter().all(|(word, _)| word != name))
    }
}

/// One way in which a card is reached.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum ShowWhen {
    /// The diary is far from its aim: a tip.
    FarFromAim,
    /// It stands in the list of what is often claimed.
    Claimed,
    /// The person switched its subject on.
    OptIn,
    /// It stands on an arrow of the axis map, by its id: "from->to".
    Axis(String),
    /// A rule of the safety page holds, by its id.
    RedFlag(String),
    /// Beside a course of this kind, in one of these phases, of one of these classes (empty: any).
    Course {
        /// Kind.
        kind: CourseKind,
        /// Phases.
        phases: Vec<CoursePhase>,
        /// Classes.
        classes: Vec<ClassId>,
    },
    /// Beside a finding about one of these factors and one of these outcomes.
    Finding {
        /// Columns that may explain.
        factors: Vec<String>,
        /// Columns that are explained.
        outcomes: Outcomes,
    },
    /// A number of the diary is at least this.
    Reading {
        /// Key of the column.
        column: String,
        /// How its days become a number.
        stat: Stat,
        /// From this on.
        at_least: f64,
        /// Days looked at.
        window_days: u16,
        /// Answered days needed.
        needed_days: u16,
    },
}

impl ShowWhen {
    /// The way in a few words, columns by their keys.
    pub fn in_words(&self) -> String {
        match self {
            Self::FarFromAim => "a tip while the diary is far from its aim".to_owned(),
            Self::Claimed => "in the list of what is often claimed".to_owned(),
            Self::OptIn => "once its subject is switched on in About you".to_owned(),
            Self::Axis(arrow) => format!("on the arrow {arrow} of the axis map"),
            Self::RedFlag(rule) => format!("while the safety rule {rule} holds"),
            Self::Course { kind, phases, classes } => {
                let when: Vec<&str> = phases.iter().map(|phase| phase.word()).collect();
                let of: Vec<&str> = classes.iter().map(ClassId::as_str).collect();
                let of = if of.is_empty() { String::new() } else { format!(" of {}", of.join(", ")) };
                format!("beside a course, {} it: {}{of}", when.join(" and "), kind.label().to_lowercase())
            }
            Self::Finding { factors, outcomes } => {
                format!("beside a finding: {} with {}", factors.join(", "), outcomes.names().join(", "))
            }
            Self::Reading { column, stat, at_least, window_days, .. } => {
                let how = match stat {
                    Stat::MeanPerDay => "a day",
                    Stat::SumPerWeek => "a week",
                    Stat::DaysPerWeek(_) => "days a week",
                };
                format!("while {column} is at least {at_least} {how} over {window_days} days")
            }
        }
    }
}
