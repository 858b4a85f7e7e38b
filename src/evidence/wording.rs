//! Fixed words. They follow the wording rules of the safety page to the letter, so that no panel and no report invents its own.

use super::card::{Card, Certainty, Direction, Tip};

/// Stands under every suggestion.
pub const SELF_CARE: &str = "self-care idea, not medical advice";
/// Stands with a card that is never a tip.
pub const UNPROVEN: &str = "not recommended / unproven / background";
/// Stands above what is known for the skin.
pub const FOR_SKIN: &str = "For skin";
/// Stands above what is known for health.
pub const FOR_HEALTH: &str = "For health";
/// Stands where nothing is far from its aim.
pub const NOTHING_NOW: &str = "Nothing to suggest now";
/// Stands beside a finding in place of a card that is closed to the person.
pub const STUDIES_EXIST: &str = "Studies exist on this.";
/// Marks a claim that a number of the diary speaks to.
pub const FITS_THE_LOG: &str = "fits what you log";

/// Words that are never said of anything the diary shows.
pub const FORBIDDEN: &[&str] = &[
    "caused",
    "causes",
    "cured",
    "cures",
    "heals",
    "detox",
    "resets",
    "boosts immunity",
    "triggered by",
    "due to your",
];

/// What is known of one outcome: how certain, and which way. Never the one without the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Chip {
    /// How certain.
    pub certainty: Certainty,
    /// Which way.
    pub direction: Direction,
}

impl Chip {
    /// What is known of a card for the skin.
    pub fn for_skin(card: &Card) -> Self {
        Self { certainty: card.skin_certainty, direction: card.direction }
    }

    /// What is known of a card for health other than skin.
    pub fn for_health(card: &Card) -> Self {
        Self { certainty: card.health_certainty, direction: card.health_direction }
    }

    /// Certainty and direction in words.
    pub fn words(self) -> &'static str {
        match (self.certainty, self.direction) {
            (Certainty::None, _) => "not studied",
            (Certainty::NoEffect, _)
            | (Certainty::High | Certainty::Moderate | Certainty::Low, Direction::NoEffect) => {
                "studies found no effect"
            }
            (Certainty::Contested, _) => "experts disagree",
            (Certainty::VeryLow, _) => "uncertain",
            (Certainty::High, Direction::Helps) => "helps, well supported",
            (Certainty::High, Direction::Harms) => "harms, well supported",
            (Certainty::High, Direction::Mixed | Direction::Unknown) => "mixed results, well supported",
            (Certainty::Moderate, Direction::Helps) => "probably helps",
            (Certainty::Moderate, Direction::Harms) => "probably worsens",
            (Certainty::Moderate, Direction::Mixed | Direction::Unknown) => "probably mixed",
            (Certainty::Low, Direction::Helps) => "may help, limited evidence",
            (Certainty::Low, Direction::Harms) => "may worsen, limited evidence",
            (Certainty::Low, Direction::Mixed | Direction::Unknown) => "mixed results, limited evidence",
        }
    }
}

/// The word for a degree of certainty. No percentages. On a screen it stands with its direction: see [`Chip`].
pub fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::High => "well supported",
        Certainty::Moderate => "probably",
        Certainty::Low => "may, limited evidence",
        Certainty::VeryLow => "uncertain",
        Certainty::Contested => "experts disagree",
        Certainty::NoEffect => "studies found no effect",
        Certainty::None => "not studied",
    }
}

/// What stands above a tip; `None` for a card that is never one. One that rests on health alone says so.
pub fn heading(card: &Card) -> Option<&'static str> {
    match card.tip {
        Tip::ForSkin => Some("For your skin"),
        Tip::ForHealth if card.skin_certainty == Certainty::None => Some("For your health; skin was not studied"),
        Tip::ForHealth => Some("For your health"),
        Tip::ForSafety => Some("For your safety"),
        Tip::Never => None,
    }
}

/// The days between change and outcome, in words.
pub fn lag_window(card: &Card) -> String {
    let (from, to) = card.onset_days;
    days_to_look((usize::from(from), usize::from(to)))
}

/// A first and a last day between change and outcome, in words; `(0, 0)` is background.
pub fn days_to_look(days: (usize, usize)) -> String {
    match days {
        (0, 0) => "background; no number of days to look for".to_owned(),
        (from, to) if to >= 21 => format!("look for a change after {} to {} weeks", (from / 7).max(1), to / 7),
        (0, to) => format!("look on the same day to {to} days later"),
        (from, to) => format!("look {from} to {to} days later"),
    }
}

/// For whom a card is, in words.
pub fn conditions(card: &Card) -> String {
    let names: Vec<&str> =
        card.conditions.iter().map(|who| who.condition().map_or("anyone", |condition| condition.label())).collect();
    names.join(", ")
}
