//! The shipped evidence cards, read once.

use std::sync::OnceLock;

use super::card::Card;

/// All cards that ship with the program.
pub fn cards() -> &'static [Card] {
    static CARDS: OnceLock<Vec<Card>> = OnceLock::new();
    CARDS.get_or_init(|| {
        // The file is part of the program, and its tests prove that it reads.
        read(include_str!("../../assets/evidence/evidence.ron")).unwrap_or_else(|error| {
            log::error!("the evidence cards cannot be read: {error}");
            Vec::new()
        })
    })
}

/// The card with an id.
pub fn card(id: &str) -> Option<&'static Card> {
    cards().iter().find(|card| card.id == id)
}

/// Reads cards.
///
/// # Errors
/// The place and the reason, if the text is not a list of cards or names something that is no part of one.
pub fn read(text: &str) -> Result<Vec<Card>, ron::error::SpannedError> {
    ron::from_str(text)
}
