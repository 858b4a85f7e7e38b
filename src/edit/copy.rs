//! Same as yesterday: what a card held on one day, taken over by another. What the other day answers itself stays.

use super::change::Change;
use super::day::{EntryDraft, add, on_page};
use super::error::CommandError;
use crate::model::diary::Diary;
use crate::model::entry::{Card, Entry};
use crate::model::time::Day;

/// The changes that copy a card.
///
/// # Errors
/// [`CommandError`] if there is nothing to copy, or the day has not come yet.
pub(super) fn copy_card(
    diary: &Diary,
    from: Day,
    to: Day,
    card: Card,
    today: Day,
) -> Result<Vec<Change>, CommandError> {
    if to > today {
        return Err(CommandError::ToCome { day: to });
    }
    let source: Vec<Entry> = diary
        .day_record(from)
        .map(|page| page.entries.iter().filter(|entry| entry.kind.card() == card).cloned().collect())
        .unwrap_or_default();
    if source.is_empty() {
        return Err(CommandError::Nothing(format!(
            "{} has no entry for {} on {}",
            "the diary",
            card.label(),
            from.short()
        )));
    }
    on_page(diary, to, today, |page| {
        for entry in source {
            let Entry { kind, at, region, answers, text, foods, .. } = entry;
            // Words and foods name one thing; only the same thing is filled up.
            let same = page.entries.iter().find(|there| {
                (there.kind, there.region, there.at) == (kind, region, at) && there.text == text && there.foods == foods
            });
            let same = same.map(|entry| entry.id);
            match same.and_then(|id| page.entry_mut(id)) {
                Some(there) => {
                    for (key, value) in answers.iter() {
                        if there.answers.get(key.as_str()).is_none() {
                            there.answers.set(key, Some(value));
                        }
                    }
                }
                None => {
                    add(page, EntryDraft { kind, at, region, answers, text, foods });
                }
            }
        }
        Ok(())
    })
}

pub(super) fn name_of_copying((to, today): (Day, Day), card: Card) -> String {
    format!("{} same as yesterday, {}", card.label(), to.brief(today))
}
