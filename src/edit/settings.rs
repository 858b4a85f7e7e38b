//! Settings of the diary, with what the person decided about suggestions and findings.

use super::change::Change;
use crate::model::diary::Diary;
use crate::model::pair_mark::PairMark;
use crate::model::record::Record;
use crate::model::settings::{HiddenCard, Settings};
use crate::model::text::Name;

pub(super) fn set(diary: &Diary, new: Settings) -> Vec<Change> {
    change(diary, |settings| *settings = new)
}

pub(super) fn hide_card(diary: &Diary, card: String, reason: Name) -> Vec<Change> {
    change(diary, |settings| {
        settings.hidden_cards.retain(|hidden| hidden.card != card);
        settings.hidden_cards.push(HiddenCard { card, reason });
    })
}

pub(super) fn mark_pair(diary: &Diary, mark: PairMark) -> Vec<Change> {
    change(diary, |settings| {
        settings.pair_marks.retain(|kept| !kept.is_of(&mark.factor, &mark.outcome));
        if !mark.is_blank() {
            settings.pair_marks.push(mark);
        }
    })
}

/// Copies the settings, lets `edit` change the copy, and gives the change; none if they are as before.
pub(super) fn change(diary: &Diary, edit: impl FnOnce(&mut Settings)) -> Vec<Change> {
    let mut settings = diary.settings().clone();
    edit(&mut settings);
    Change::put(diary, Record::Settings(settings)).unless_nothing()
}

/// Which part of the decision differs from what was decided before. Columns that are no fields of the forms have no name here.
pub(super) fn name_of_mark(diary: &Diary, mark: &PairMark) -> String {
    let label = |key: &str| diary.catalogue().get(key).map(|known| known.label.to_string());
    let pair = match (label(&mark.factor), label(&mark.outcome)) {
        (Some(factor), Some(outcome)) => format!("the finding {factor} and {}", outcome.to_lowercase()),
        _ => "a finding".to_owned(),
    };
    let before = diary.settings().mark_of(&mark.factor, &mark.outcome);
    match mark {
        PairMark { hidden, .. } if *hidden != before.hidden && *hidden => format!("hiding {pair}"),
        PairMark { hidden, .. } if *hidden != before.hidden => format!("showing {pair} again"),
        PairMark { to_test, .. } if *to_test != before.to_test && *to_test => format!("marking {pair} for a test"),
        PairMark { to_test, .. } if *to_test != before.to_test => format!("no longer testing {pair}"),
        PairMark { note: None, .. } => format!("clearing the note on {pair}"),
        PairMark { .. } => format!("the note on {pair}"),
    }
}
