//! An evidence card: one claim with what studies found for skin and for health apart, how certain that is, what the diary is held
//! against, when it is reached, and whom it is not for. The head of `assets/evidence/evidence.ron` says what every field means.

mod aim;
mod audience;
mod citation;
mod mechanism;
mod relates;
mod seed_row;
mod show_when;
mod try_it;

use serde::Deserialize;
use serde::de::IgnoredAny;

pub use aim::{Aim, Side, Stat, Window};
pub use audience::{Audience, Gate, Need, Strictness};
pub use citation::Citation;
pub use mechanism::Mechanism;
pub use relates::{Relation, Sign};
pub use seed_row::SeedRow;
pub use show_when::{CoursePhase, Outcomes, ShowWhen};
pub use try_it::{Effort, TryIt};

pub use crate::model::certainty::Certainty;
use crate::model::profile;

/// What the thing named in a claim does to the outcome in the finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum Direction {
    Helps,
    Harms,
    Mixed,
    NoEffect,
    Unknown,
}

/// Whom a card is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum For {
    Acne,
    Rosacea,
    AtopicDermatitis,
    Psoriasis,
    HidradenitisSuppurativa,
    /// Anybody.
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
            Self::HidradenitisSuppurativa => Some(profile::Condition::HidradenitisSuppurativa),
            Self::General => None,
        }
    }
}

/// Under which heading a card may be a tip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Tip {
    /// For the skin.
    ForSkin,
    /// For health other than skin.
    ForHealth,
    /// A reason to be careful or to ask a doctor.
    ForSafety,
    /// Never a tip: in the library, the list of what is often claimed, beside a course, beside a finding, or on the axis map.
    Never,
}

/// One claim and what is known about it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Stable id.
    pub id: String,
    /// Step of the story.
    pub mechanism: Mechanism,
    /// Ideas of the gut and the skin it speaks of; the first is its home.
    pub seed_rows: Vec<SeedRow>,
    /// For whom.
    pub conditions: Vec<For>,
    /// The action, in at most seven words.
    pub title: String,
    /// What is claimed.
    pub claim: String,
    /// What is known of it, in one sentence.
    pub plain: String,
    /// What studies show.
    pub finding: String,
    /// How certain that is, for skin.
    pub skin_certainty: Certainty,
    /// Which way it goes, for skin.
    pub direction: Direction,
    /// How certain it is, for health other than skin.
    pub health_certainty: Certainty,
    /// Which way it goes, for health other than skin.
    pub health_direction: Direction,
    /// Under which heading it may be a tip.
    pub tip: Tip,
    /// Days between change and outcome worth looking at; `(0, 0)` is background only.
    pub onset_days: (u16, u16),
    /// Whom it speaks to.
    pub audience: Audience,
    /// What the diary is held against: the first that can be read.
    pub aim: Vec<Aim>,
    /// Every way it is reached; any one is enough.
    pub show_when: Vec<ShowWhen>,
    /// What the literature expects of a finding.
    pub relates: Vec<Relation>,
    /// Whom it is not for, or not without a question first.
    pub contraindications: Vec<Gate>,
    /// How much trouble the change is.
    pub effort: Effort,
    /// The one change to try.
    pub try_it: Option<TryIt>,
    /// Must be shown with the suggestion.
    pub cautions: String,
    /// What the popular claim overstates.
    pub seed_remark: Option<String>,
    /// Words among its editors. They are not kept, so that nothing can show them.
    editor_notes: IgnoredAny,
    /// Sources.
    pub citations: Vec<Citation>,
}

impl Card {
    /// Whether it may ever stand as a tip.
    pub fn may_be_a_tip(&self) -> bool {
        self.tip != Tip::Never
    }

    /// Whether it stands as not recommended, unproven or background, and never as a tip.
    pub fn is_unproven(&self) -> bool {
        matches!(self.skin_certainty, Certainty::Contested | Certainty::NoEffect) || self.tip == Tip::Never
    }

    /// Whether an idea of the card is about eating or drinking.
    pub fn is_diet(&self) -> bool {
        self.tip != Tip::ForSafety && self.mechanism.is_diet()
    }

    /// Whether it is for everybody, or for a condition that was entered.
    pub fn is_for(&self, profile: &profile::Profile) -> bool {
        let entered = |condition| profile.conditions.contains(&condition);
        self.conditions.iter().any(|who| who.condition().is_none_or(entered))
    }

    /// Whether it stands in the list of what is often claimed.
    pub fn is_often_claimed(&self) -> bool {
        self.show_when.contains(&ShowWhen::Claimed)
    }

    /// The arrows of the axis map on which it stands.
    pub fn arrows(&self) -> impl Iterator<Item = &str> {
        self.show_when.iter().filter_map(|way| match way {
            ShowWhen::Axis(arrow) => Some(arrow.as_str()),
            _ => None,
        })
    }
}
