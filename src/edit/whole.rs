//! A whole diary comes into an empty one: every record as it is, under its own number, so that nothing that names another thing loses
//! it. One step, and one step back.

use std::collections::BTreeSet;

use super::change::Change;
use super::check_record;
use super::error::CommandError;
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::record::{Record, RecordKey};
use crate::model::time::Day;

/// The changes that bring it.
///
/// # Errors
/// [`CommandError`] if the diary is not empty, or for the first record that breaks a rule, stands twice, or lies in the future.
pub(super) fn bring(diary: &Diary, records: Vec<Record>, today: Day) -> Result<Vec<Change>, CommandError> {
    if !diary.is_empty() {
        let words = "this diary is not empty any more; look at the file again to see what it adds to it";
        return Err(CommandError::Nothing(words.to_owned()));
    }
    let records: Vec<Record> = records.into_iter().map(without_blanks).collect();
    let mut seen: BTreeSet<RecordKey> = BTreeSet::new();
    let mut changes = Vec::new();
    for record in &records {
        if !seen.insert(record.key()) {
            return Err(CommandError::Nothing(format!("a {} stands twice in it", record.key().kind().noun())));
        }
        let is_blank = matches!(record, Record::Day(page) if page.is_blank());
        changes.extend((!is_blank).then(|| Change::put(diary, record.clone())));
    }
    // Records may speak of each other in any order.
    let mut ahead = diary.clone();
    for change in &changes {
        change.apply(&mut ahead);
    }
    for record in &records {
        let day = match record {
            Record::Day(page) => Some(page.date),
            Record::Photo(photo) => Some(photo.day),
            _ => None,
        };
        if let Some(day) = day.filter(|day| day.days_since(today) > 1) {
            return Err(CommandError::Future { day });
        }
        check_record(&ahead, record)?;
    }
    Ok(changes)
}

/// A day without entries that say nothing. How often it was changed elsewhere is not of this diary.
fn without_blanks(record: Record) -> Record {
    match record {
        Record::Day(page) => {
            let mut page = DayRecord { rev: 0, ..DayRecord::clone(&page) };
            page.entries.retain(|entry| !entry.is_blank());
            Record::Day(page.into())
        }
        record => record,
    }
}
