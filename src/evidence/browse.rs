//! Looking cards up: all of them, searched by words and narrowed by condition, idea and certainty. What a gate closes to a person is
//! neither listed nor found by its words.

use super::card::{Card, Certainty, For, SeedRow};
use super::gate::{Part, Shown, Surface, shown};
use super::library;
use super::situation::Person;

/// What a certainty is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CertaintyFor {
    /// Skin.
    Skin(Certainty),
    /// Health other than skin.
    Health(Certainty),
}

/// What is looked for; nothing narrows it at first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CardQuery {
    /// Words that must all stand in what may be shown of a card.
    pub text: String,
    /// For whom.
    pub condition: Option<For>,
    /// Which idea of gut and skin it speaks of.
    pub idea: Option<SeedRow>,
    /// How certain.
    pub certainty: Option<CertaintyFor>,
}

/// A card of the library, with what may be shown of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// The card.
    pub card: &'static Card,
    /// What is left of it.
    pub shown: Shown,
}

impl Listed {
    /// A card for a person; `None` if it stands nowhere for them.
    pub fn new(card: &'static Card, person: &Person<'_>, trials_are_silent: bool) -> Option<Self> {
        let shown = shown(card, person, Surface::Library, trials_are_silent);
        (!shown.is_nothing()).then_some(Self { card, shown })
    }

    /// What it is called: the action, or where that is closed the claim, in quotes.
    pub fn name(&self) -> String {
        if self.shown.has(Part::Title) { self.card.title.clone() } else { format!("“{}”", self.card.claim) }
    }

    /// Everything of it that may be read, in lower case.
    fn words(&self) -> String {
        let card = self.card;
        let parts = [
            (Part::Title, card.title.as_str()),
            (Part::PopularClaim, card.claim.as_str()),
            (Part::Plain, card.plain.as_str()),
            (Part::Finding, card.finding.as_str()),
            (Part::Cautions, card.cautions.as_str()),
            (Part::Remark, card.seed_remark.as_deref().unwrap_or_default()),
        ];
        let mut words: Vec<&str> =
            parts.into_iter().filter(|(part, _)| self.shown.has(*part)).map(|(_, words)| words).collect();
        if self.shown.has(Part::Citations) {
            words.extend(card.citations.iter().flat_map(|source| [source.authors.as_str(), source.title.as_str()]));
        }
        words.extend(card.seed_rows.iter().map(|idea| idea.label()));
        words.join("\n").to_lowercase()
    }

    /// Whether it is among what is looked for.
    pub fn fits(&self, query: &CardQuery) -> bool {
        let card = self.card;
        let certainty = query.certainty.is_none_or(|wanted| {
            // A certainty that may not be read is not found by it either.
            self.shown.has(Part::Chips)
                && match wanted {
                    CertaintyFor::Skin(certainty) => card.skin_certainty == certainty,
                    CertaintyFor::Health(certainty) => card.health_certainty == certainty,
                }
        });
        certainty
            && query.condition.is_none_or(|who| card.conditions.contains(&who))
            && query.idea.is_none_or(|idea| card.seed_rows.contains(&idea))
            && (query.text.trim().is_empty() || {
                let words = self.words();
                query.text.to_lowercase().split_whitespace().all(|word| words.contains(word))
            })
    }
}

/// The cards that fit, in the order of the ideas they are at home in.
pub fn find(person: &Person<'_>, trials_are_silent: bool, query: &CardQuery) -> Vec<Listed> {
    let listed = library::cards().iter().filter_map(|card| Listed::new(card, person, trials_are_silent));
    let mut found: Vec<Listed> = listed.filter(|listed| listed.fits(query)).collect();
    found.sort_by_key(|listed| listed.card.seed_rows.first().copied());
    found
}
