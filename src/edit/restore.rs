//! What a copy or an edited file says, in the place of what the diary says: days, and of a copy of the whole diary everything else
//! too. One act, and one step to be undone.

use std::collections::BTreeMap;

use super::change::Change;
use super::day::put_page;
use super::error::CommandError;
use super::validate::check_page;
use super::{check_record, pantry, trackable, trial};
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::record::{Record, RecordKind};
use crate::model::time::Day;
use crate::words::counted_kinds;

/// The changes that make days say what these pages say, and other things what these records say; a blank page empties its day.
///
/// # Errors
/// [`CommandError`] for the first thing that breaks a rule, or if nothing would change.
pub(super) fn restore(
    diary: &Diary,
    days: Vec<DayRecord>,
    records: Vec<Record>,
    today: Day,
) -> Result<Vec<Change>, CommandError> {
    let mut ahead = diary.clone();
    let mut changes = put_records(&mut ahead, records, today)?;
    for mut page in days {
        let day = page.date;
        if day.days_since(today) > 1 {
            return Err(CommandError::Future { day });
        }
        page.entries.retain(|entry| !entry.is_blank());
        // Answers may speak of what is brought back with them.
        check_page(&page, ahead.catalogue())?;
        changes.extend(put_page(diary, page));
    }
    if changes.is_empty() {
        return Err(CommandError::Nothing("the diary says so already".to_owned()));
    }
    Ok(changes)
}

/// Puts records into a diary and gives the changes. All are put before any is checked, since a recipe may speak of a food that comes
/// after it.
fn put_records(ahead: &mut Diary, records: Vec<Record>, today: Day) -> Result<Vec<Change>, CommandError> {
    let mut changes = Vec::new();
    for record in records {
        if let Record::Trackable(known) = &record {
            // Past answers keep their meaning.
            trackable::put(ahead, known.clone())?;
        }
        if let Record::Photo(photo) = &record
            && let Some(known) = ahead.photo_of_blob(photo.blob).filter(|known| known.id != photo.id)
        {
            let day = known.day.brief(today);
            return Err(CommandError::Photo(format!("this picture is in the diary already, on {day}")));
        }
        // What was seen of a trial stays seen.
        let change = trial::keep_seen(ahead, Change::put(ahead, record), today);
        if !change.is_nothing() {
            change.apply(ahead);
            changes.push(change);
        }
    }
    for record in changes.iter().filter_map(|change| change.after.as_ref()) {
        check_record(ahead, record)?;
    }
    if changes.iter().any(|change| change.key.kind() == RecordKind::PantryItem) {
        pantry::check_recipes(ahead.pantry())?;
    }
    Ok(changes)
}

/// What the step is called.
pub(super) fn name_of_restoring(source: &str, days: &[DayRecord], records: &[Record], today: Day) -> String {
    if let ([page], []) = (days, records) {
        return format!("taking {} over from {source}", page.date.brief(today));
    }
    let mut kinds = BTreeMap::from([(RecordKind::Day, days.len())]);
    for record in records {
        *kinds.entry(record.key().kind()).or_default() += 1;
    }
    format!("taking {} over from {source}", counted_kinds(kinds))
}
