//! Which ideas stand first.

use std::cmp::Ordering;

use super::{Idea, MOST_IDEAS, OwnDiary};
use crate::evidence::card::{Certainty, Tip};
use crate::evidence::related::Agreement;

/// Those not tried yet before those tried; then certainty under its heading, effort, distance, and last a finding of the person's
/// own that points the same way.
fn order(a: &Idea, b: &Idea) -> Ordering {
    let tried = |idea: &Idea| idea.tried.is_some();
    let share = |idea: &Idea| idea.distance.as_ref().map_or(0.0, |distance| distance.share);
    let supported = |idea: &Idea| matches!(idea.own, OwnDiary::Found { agreement: Agreement::SameWay, .. });
    tried(a)
        .cmp(&tried(b))
        .then(certainty(a).cmp(&certainty(b)))
        .then(a.card.effort.cmp(&b.card.effort))
        .then(share(b).total_cmp(&share(a)))
        .then(supported(b).cmp(&supported(a)))
}

/// How certain it is under the heading it stands under.
fn certainty(idea: &Idea) -> Certainty {
    if idea.card.tip == Tip::ForSkin { idea.card.skin_certainty } else { idea.card.health_certainty }
}

/// For sorting ideas for safety: the best supported first.
pub(super) fn key(idea: &Idea) -> Certainty {
    certainty(idea)
}

/// The ideas that are shown, and those that wait for room: at most [`MOST_IDEAS`], and at most one about a factor.
pub(super) fn choose(mut ideas: Vec<Idea>) -> (Vec<Idea>, Vec<Idea>) {
    ideas.sort_by(order);
    let (mut chosen, mut waiting): (Vec<Idea>, Vec<Idea>) = (Vec::new(), Vec::new());
    for idea in ideas {
        let factor = |idea: &Idea| idea.distance.as_ref().map(|distance| distance.column.clone());
        let is_new = factor(&idea).is_none() || chosen.iter().all(|other| factor(other) != factor(&idea));
        if is_new && chosen.len() < MOST_IDEAS { chosen.push(idea) } else { waiting.push(idea) }
    }
    (chosen, waiting)
}
