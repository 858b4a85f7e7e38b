//! A note is marked for the doctor, or the mark is taken off.

use super::change::Change;
use super::day::{on_page, place_in};
use super::error::CommandError;
use super::{Place, day};
use crate::model::diary::Diary;
use crate::model::doctor_mark;
use crate::model::entry::EntryKind;
use crate::model::time::Day;

/// The changes that put the mark into the words of a place, or take it out.
///
/// # Errors
/// [`CommandError`] if nothing is written there, or there is no room for the mark.
pub(super) fn mark(
    diary: &Diary,
    day: Day,
    today: Day,
    place: Place,
    is_marked: bool,
) -> Result<Vec<Change>, CommandError> {
    on_page(diary, day, today, |page| {
        let entry = place_in(page, place)?;
        let Some(text) = &entry.text else {
            let words = "nothing is written here yet; write the note, then mark it for the doctor";
            return Err(CommandError::Nothing(words.to_owned()));
        };
        entry.text = if is_marked { Some(doctor_mark::marked(text)?) } else { doctor_mark::unmarked(text) };
        Ok(())
    })
}

pub(super) fn name_of_marking(diary: &Diary, (on, today): (Day, Day), place: Place, is_marked: bool) -> String {
    let kind = match place {
        Place::Main { kind, .. } => Some(kind),
        Place::Entry(id) => day::entry(diary, on, id).map(|entry| entry.kind),
    };
    let what = kind.unwrap_or(EntryKind::Note).label();
    let on = on.brief(today);
    if is_marked { format!("marking a {what} for the doctor, {on}") } else { format!("unmarking a {what}, {on}") }
}
