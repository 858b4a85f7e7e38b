//! Fixed words. They follow the wording rules of the safety page to the letter, so that no panel and no report invents its own.

use super::card::{Card, Certainty};

/// Stands under every suggestion.
pub const SELF_CARE: &str = "self-care idea, not medical advice";

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

/// The word for a degree of certainty. No percentages.
pub fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::High => "well supported",
        Certainty::Moderate => "probably",
        Certainty::Low => "may, limited evidence",
        Certainty::VeryLow => "uncertain",
        Certainty::Contested => "experts disagree",
    }
}

/// The days between change and skin, in words.
pub fn lag_window(card: &Card) -> String {
    match card.onset_days {
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
