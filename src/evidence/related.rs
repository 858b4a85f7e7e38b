//! What studies say about a pair the diary shows: the card that speaks of it, if there is one, and whether both point the same
//! way. Neither proves the other.

use super::card::{Card, Direction, Sense};
use super::{library, wording};
use crate::columns::DayTable;
use crate::model::body_system::BodySystem;
use crate::model::diary::Diary;
use crate::model::trackable;

/// How a finding stands to a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// Both point the same way.
    SameWay,
    /// They point different ways.
    OtherWay,
    /// Studies disagree or did not settle it.
    Unsettled,
    /// Studies found no effect.
    NoEffect,
}

impl Agreement {
    /// In a sentence.
    pub fn words(self) -> &'static str {
        match self {
            Self::SameWay => "People in studies and your log point the same way. Neither proves the other.",
            Self::OtherWay => "People in studies and your log point different ways. Neither disproves the other.",
            Self::Unsettled => "Studies have not settled this, so they neither support nor contradict your log.",
            Self::NoEffect => "Studies found no effect. Your log alone is a weak reason to think otherwise.",
        }
    }
}

/// A card about a pair.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    /// The card.
    pub card: &'static Card,
    /// How the finding stands to it.
    pub agreement: Agreement,
    /// What the days of both say about each other.
    pub days: String,
}

/// The cards that speak of a factor and the skin, for this person, with what a finding of a sign and lag window says to them.
/// Only outcomes that are worse when higher can be compared.
pub fn related(
    diary: &Diary,
    table: &DayTable,
    (factor, outcome): (&str, &str),
    effect: f64,
    lags: (usize, usize),
) -> Vec<Related> {
    if !is_worse_when_higher(diary, table, outcome) {
        return Vec::new();
    }
    let cards = library::cards().iter().filter(|card| super::suggest::is_for(card, diary));
    cards
        .filter_map(|card| {
            let (_, sense) = card.relates.iter().find(|(key, _)| key == factor)?;
            let worse_with_more = (effect > 0.0) == (*sense == Sense::More);
            Some(Related { card, agreement: agreement(card, worse_with_more), days: compare_days(card, lags) })
        })
        .collect()
}

fn is_worse_when_higher(diary: &Diary, table: &DayTable, outcome: &str) -> bool {
    let is_skin = table.column(outcome).is_some_and(|column| column.is_outcome_of(BodySystem::Skin));
    let known = diary.catalogue().get(outcome).map(|known| known.direction);
    is_skin && (outcome == "skin_today" || known == Some(trackable::Direction::WorseUp))
}

fn agreement(card: &Card, worse_with_more: bool) -> Agreement {
    match (card.direction, worse_with_more) {
        (Direction::NoEffect, _) => Agreement::NoEffect,
        _ if card.is_unproven() => Agreement::Unsettled,
        (Direction::Mixed, _) => Agreement::Unsettled,
        (Direction::Harms, true) | (Direction::Helps, false) => Agreement::SameWay,
        (Direction::Harms, false) | (Direction::Helps, true) => Agreement::OtherWay,
    }
}

fn compare_days(card: &Card, (from, to): (usize, usize)) -> String {
    let (first, last) = (usize::from(card.onset_days.0), usize::from(card.onset_days.1));
    let studied = wording::lag_window(card);
    match (first, last) {
        (0, 0) => "Studies name no number of days to look for.".to_owned(),
        _ if to < first || from > last => format!(
            "Studies say: {studied}. Your finding is about other days, so the two may not be about the same thing."
        ),
        _ => format!("Studies say: {studied}. Your finding lies within that."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columns;
    use crate::model::catalogue::Catalogue;

    #[test]
    fn every_factor_of_a_card_is_a_column() {
        let catalogue = Catalogue::default();
        let is_column = columns::keys(&catalogue);
        for (card, (key, _)) in library::cards().iter().flat_map(|card| card.relates.iter().map(move |it| (card, it))) {
            assert!(is_column(key), "{}: no column {key}", card.id);
        }
    }

    #[test]
    fn a_helpful_thing_that_goes_with_better_skin_points_the_same_way() {
        let emollients = library::card("emollients-eczema").unwrap();
        assert_eq!(agreement(emollients, false), Agreement::SameWay);
        assert_eq!(agreement(emollients, true), Agreement::OtherWay);
        let alcohol = library::card("alcohol-rosacea").unwrap();
        assert_eq!(agreement(alcohol, true), Agreement::SameWay);
    }

    #[test]
    fn where_experts_disagree_nothing_agrees() {
        let milk = library::card("milk-whey-acne").unwrap();
        assert_eq!(agreement(milk, true), Agreement::Unsettled);
        let vitamin_d = library::card("vitamin-d-oral-psoriasis").unwrap();
        assert_eq!(agreement(vitamin_d, false), Agreement::NoEffect);
    }

    #[test]
    fn days_far_from_those_of_the_studies_are_said_to_be_other_days() {
        let zinc = library::card("zinc-acne").unwrap();
        assert!(compare_days(zinc, (1, 2)).contains("other days"), "{}", compare_days(zinc, (1, 2)));
        let alcohol = library::card("alcohol-rosacea").unwrap();
        assert!(compare_days(alcohol, (1, 1)).contains("lies within"), "{}", compare_days(alcohol, (1, 1)));
    }
}
