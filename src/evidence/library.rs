//! The shipped evidence cards, read once.

use std::sync::OnceLock;

use super::card::Card;

/// All cards that ship with the program.
pub fn cards() -> &'static [Card] {
    static CARDS: OnceLock<Vec<Card>> = OnceLock::new();
    CARDS.get_or_init(|| {
        // The file is part of the program; the test below proves that it reads.
        ron::from_str(include_str!("../../assets/evidence/evidence.ron")).unwrap_or_else(|error| {
            log::error!("the evidence cards cannot be read: {error}");
            Vec::new()
        })
    })
}

/// The card with an id.
pub fn card(id: &str) -> Option<&'static Card> {
    cards().iter().find(|card| card.id == id)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_card_is_whole_and_has_an_id_of_its_own() {
        let read: Result<Vec<Card>, _> = ron::from_str(include_str!("../../assets/evidence/evidence.ron"));
        assert!(read.is_ok(), "{read:?}");
        let ids: BTreeSet<&str> = cards().iter().map(|card| card.id.as_str()).collect();
        assert_eq!(ids.len(), cards().len());
        for card in cards() {
            for text in [&card.claim, &card.finding, &card.target, &card.cautions] {
                assert!(text.len() > 3, "{} has an empty text", card.id);
            }
            assert!(!card.conditions.is_empty() && !card.citations.is_empty(), "{}", card.id);
            assert!(card.onset_days.0 <= card.onset_days.1, "{}", card.id);
            for citation in &card.citations {
                let stated = citation.doi.is_some() || citation.pmid.is_some();
                assert!(citation.verified || !stated, "{}: an unchecked source carries an identifier", card.id);
                assert!(citation.doi.as_ref().is_none_or(|doi| doi.starts_with("10.")), "{}", card.id);
            }
        }
    }
}
