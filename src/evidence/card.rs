//! An evidence card: one claim with what studies found, how certain that is, and what to heed.

use serde::Deserialize;

use crate::model::course::CourseKind;
use crate::model::profile::{self, SafetyQuestion};

/// How certain a finding is (GRADE-like, an editorial judgement for the outcome named in the finding).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning; the words shown are in wording.rs")]
pub enum Certainty {
    High,
    Moderate,
    Low,
    VeryLow,
    Contested,
}

/// What the exposure or habit in the claim does to the outcome in the finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum Direction {
    Helps,
    Harms,
    Mixed,
    NoEffect,
}

/// Whom a card is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum For {
    Acne,
    Rosacea,
    AtopicDermatitis,
    Psoriasis,
    General,
}

impl For {
    /// The condition this is, unless it is for everybody.
    pub fn condition(self) -> Option<profile::Condition> {
        match self {
            Self::Acne => Some(profile::Condition::Acne),
            Self::Rosacea => Some(profile::Condition::Rosacea),
            Self::AtopicDermatitis => Some(profile::Condition::AtopicDermatitis),
            Self::Psoriasis => Some(profile::Condition::Psoriasis),
            Self::General => None,
        }
    }
}

/// The step of the gut-skin story a card belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum Mechanism {
    MicrobiotaBalance,
    IntestinalBarrier,
    SystemicInflammation,
    NutrientAbsorption,
    NeuroStress,
    Stress,
    Sleep,
    DietFibre,
    Diversity,
    FermentedProbiotic,
    Hydration,
    ProcessedFood,
    GlycaemicDairy,
    Alcohol,
    AntibioticsRecovery,
    BowelRegularity,
    TopicalCare,
    SunWeather,
    Other,
}

impl Mechanism {
    /// Whether a card of this kind is about what one eats or drinks, which red flags silence.
    pub fn is_diet(self) -> bool {
        !matches!(self, Self::Stress | Self::Sleep | Self::NeuroStress | Self::TopicalCare | Self::SunWeather)
    }
}

/// A source.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub struct Citation {
    pub authors: String,
    pub title: String,
    pub journal: String,
    pub year: u16,
    pub doi: Option<String>,
    pub pmid: Option<String>,
    /// Whether title, journal, year and the result were checked against the text.
    pub verified: bool,
}

impl Citation {
    /// One line: authors, title, journal, year, DOI.
    pub fn line(&self) -> String {
        let mut line =
            format!("{}. {}. {}, {}.", self.authors.trim_end_matches('.'), self.title, self.journal, self.year);
        if let Some(doi) = &self.doi {
            line += &format!(" doi:{doi}");
        } else if let Some(pmid) = &self.pmid {
            line += &format!(" PMID {pmid}");
        }
        if !self.verified {
            line += " (not checked)";
        }
        line
    }
}

/// Starts the last sentence of a finding that speaks of the claim in articles.
const VERDICT: &str = "Article check:";

/// What a card aims for, as far as the diary can measure it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum Aim {
    /// At least the reference intake of fibre.
    Fibre,
    /// A mean a day of at least this, by the key of the trackable, and where the number is from.
    AtLeast(String, f64, String),
    /// A mean a day of at most this.
    AtMost(String, f64, String),
    /// A course of this kind goes on.
    During(CourseKind),
}

/// When a card is no tip for a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Situation {
    /// For nobody.
    Always,
    /// Where this question of About you was answered yes.
    Yes(SafetyQuestion),
    /// Where anything speaks against leaving foods out.
    AgainstLeavingOut,
}

/// Whether more of a column is more, or less, of what a claim is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum Sense {
    More,
    Less,
}

/// One claim and what is known about it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Stable id.
    pub id: String,
    /// Step of the story.
    pub mechanism: Mechanism,
    /// For whom.
    pub conditions: Vec<For>,
    /// What is claimed.
    pub claim: String,
    /// What studies show.
    pub finding: String,
    /// How certain.
    pub certainty: Certainty,
    /// Which way.
    pub direction: Direction,
    /// Days between change and skin worth looking at; `(0, 0)` is background only.
    pub onset_days: (u16, u16),
    /// What to aim for.
    pub target: String,
    /// What the diary is held against. A card without an aim is never a tip, since the diary cannot say why now.
    #[serde(default)]
    pub aim: Option<Aim>,
    /// Must be shown with the suggestion.
    pub cautions: String,
    /// For whom it is no tip, and why.
    #[serde(default)]
    pub contraindications: Vec<(Situation, String)>,
    /// Whether the common claim goes beyond the evidence.
    pub article_overstates: bool,
    /// Columns of the day table that the claim is about. A diet low in sugar is less of sugary portions, and so on.
    #[serde(default)]
    pub relates: Vec<(String, Sense)>,
    /// Sources.
    pub citations: Vec<Citation>,
}

impl Card {
    /// Whether it may ever be shown as a tip: it is not contested and something is known to follow.
    pub fn may_be_a_tip(&self) -> bool {
        self.certainty != Certainty::Contested && matches!(self.direction, Direction::Helps | Direction::Harms)
    }

    /// What studies show, without the verdict on the claim as it is often made.
    pub fn finding_alone(&self) -> &str {
        self.finding.split_once(VERDICT).map_or(self.finding.as_str(), |(finding, _)| finding.trim_end())
    }

    /// What is to be said of the claim as it is often made, where the card says it.
    pub fn verdict(&self) -> Option<&str> {
        self.finding.split_once(VERDICT).map(|(_, verdict)| verdict.trim()).filter(|verdict| !verdict.is_empty())
    }

    /// Whether it belongs under "often claimed, not shown".
    pub fn is_unproven(&self) -> bool {
        self.certainty == Certainty::Contested || self.direction == Direction::NoEffect
    }
}
