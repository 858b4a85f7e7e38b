//! From what a file says to what a diary is to do: commands, and what is to be said of them. All formats share this.

mod cell;
mod entries;
mod observed;
mod own_things;
mod whole;

use super::{ForeignDiary, ImportError, Preview, Source, Warnings};
use crate::edit::Command;
use crate::model::diary::Diary;
use crate::model::time::Day;

/// The steps that bring a diary what a file says, counted in the preview.
///
/// # Errors
/// [`ImportError`] if the file is refused as a whole.
pub(super) fn steps(
    mut foreign: ForeignDiary,
    source: &Source<'_>,
    diary: &Diary,
    today: Day,
    preview: &mut Preview,
    warnings: &mut Warnings,
) -> Result<Vec<Command>, ImportError> {
    if !foreign.fields.is_empty() {
        let recorded = (foreign.fields.as_slice(), foreign.records.as_slice());
        foreign.own.pages.extend(observed::pages(recorded, source, diary, today, preview, warnings)?);
    }
    let entries = std::mem::take(&mut foreign.entries);
    foreign.own.pages.extend(entries::pages(entries, diary, today, preview, warnings));
    Ok(own_things::steps(foreign.own, foreign.standing, diary, preview, warnings))
}
