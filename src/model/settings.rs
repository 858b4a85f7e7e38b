//! Settings that belong to the diary and are kept with it. How somebody looks at it (theme, panes) is kept elsewhere.

use serde::{Deserialize, Serialize};

use super::pair_mark::PairMark;
use super::prespecified::PrespecifiedPairs;
use super::text::Name;
use super::time::DayEnd;

/// Whose reference intakes are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Reference {
    /// European Food Safety Authority.
    #[default]
    Efsa,
    /// United States, IOM / NASEM.
    Us,
}

/// A suggestion the person does not want to see, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HiddenCard {
    /// Id of the evidence card.
    pub card: String,
    /// The person's reason.
    pub reason: Name,
}

/// Settings of one diary.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// The hour at which a diary day ends.
    pub day_end: DayEnd,
    /// Whose reference intakes.
    pub reference: Reference,
    /// Whether the energy of foods is shown. Off unless asked for; the profile may keep it hidden all the same.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub shows_energy: bool,
    /// Suggestions hidden by the person.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hidden_cards: Vec<HiddenCard>,
    /// What the person decided about pairs of factor and outcome.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pair_marks: Vec<PairMark>,
    /// Pairs the person named beforehand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suspects: Option<PrespecifiedPairs>,
}

impl Settings {
    /// Whether a suggestion is hidden.
    pub fn hides(&self, card: &str) -> bool {
        self.hidden_cards.iter().any(|hidden| hidden.card == card)
    }

    /// What was decided about a pair.
    pub fn mark_of(&self, factor: &str, outcome: &str) -> PairMark {
        let kept = self.pair_marks.iter().find(|mark| mark.is_of(factor, outcome));
        kept.cloned().unwrap_or_else(|| PairMark::blank(factor, outcome))
    }
}
