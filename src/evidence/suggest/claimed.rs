//! What is often claimed, with what is known of it.

use super::{Chooser, Idea};
use crate::evidence::card::{Card, ShowWhen, Tip};
use crate::evidence::distance::Distance;
use crate::evidence::gate::{self, Shown, Surface};
use crate::evidence::library;

/// A claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Claimed {
    /// Its card.
    pub card: &'static Card,
    /// What may be shown of it.
    pub shown: Shown,
    /// A number of the diary that it speaks to: such a claim stands first.
    pub fits: Option<Distance>,
}

/// The claims that are for the person and no idea now, those that fit what is logged first.
pub(super) fn all(chooser: &Chooser<'_>, ideas: &[Idea]) -> Vec<Claimed> {
    let profile = chooser.person.profile;
    let is_claimed = |card: &&Card| card.is_often_claimed() && card.is_for(profile);
    let cards = library::cards().iter().filter(is_claimed);
    let mut claims: Vec<Claimed> = cards
        .filter(|card| ideas.iter().all(|idea| idea.card.id != card.id))
        .map(|card| Claimed {
            card,
            shown: gate::shown(card, chooser.person, Surface::Claimed, chooser.silence.trials.is_some()),
            fits: fits(chooser, card),
        })
        .filter(|claim| !claim.shown.is_nothing())
        .collect();
    claims.sort_by_key(|claim| claim.fits.is_none());
    claims
}

/// The number of the diary that a claim speaks to, where its card is never a tip.
fn fits(chooser: &Chooser<'_>, card: &Card) -> Option<Distance> {
    card.show_when.iter().filter(|_| card.tip == Tip::Never).find_map(|way| match way {
        ShowWhen::Reading { column, stat, at_least, window_days, needed_days } => {
            chooser.measure.triggered(column, *stat, *at_least, (*window_days, *needed_days))
        }
        _ => None,
    })
}
