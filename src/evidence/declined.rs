//! Ideas that are not for this person, by their own word. Those of an earlier version stand in the settings, newer ones among the
//! decisions; both count alike, and both can be taken back.

use crate::model::decision::{Choice, DecisionId};
use crate::model::diary::Diary;
use crate::model::text::Name;

/// Where it is kept that an idea is not for this person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeclinedBy {
    /// A decision.
    Decision(DecisionId),
    /// The settings, where an earlier version kept it.
    Settings,
}

/// An idea that is not for this person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Declined<'a> {
    /// Id of the card.
    pub card: &'a str,
    /// Why, in the person's words, if they said.
    pub why: Option<&'a str>,
    /// Where it is kept.
    pub by: DeclinedBy,
}

/// All of them, those of the settings first.
pub fn declined(diary: &Diary) -> Vec<Declined<'_>> {
    let kept = diary.settings().hidden_cards.iter().map(|hidden| Declined {
        card: &hidden.card,
        why: Some(hidden.reason.as_str()),
        by: DeclinedBy::Settings,
    });
    let decided = diary.decisions().filter_map(|decision| match &decision.choice {
        Choice::NotForMe { card, why } => {
            Some(Declined { card, why: why.as_ref().map(Name::as_str), by: DeclinedBy::Decision(decision.id) })
        }
        _ => None,
    });
    kept.chain(decided).collect()
}

/// Whether an idea is among them.
pub fn is_declined(diary: &Diary, card: &str) -> bool {
    declined(diary).iter().any(|idea| idea.card == card)
}
