//! Days as a copy or an edited file says them, in the place of what the diary says; one act, and one step to be undone.

use super::change::Change;
use super::day::put_page;
use super::error::CommandError;
use super::validate::check_page;
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::time::Day;

/// The changes that make days say what these pages say; a blank one empties its day.
///
/// # Errors
/// [`CommandError`] for the first page that breaks a rule, or if nothing would change.
pub(super) fn restore(diary: &Diary, days: Vec<DayRecord>, today: Day) -> Result<Vec<Change>, CommandError> {
    let mut changes = Vec::new();
    for mut page in days {
        let day = page.date;
        if day.days_since(today) > 1 {
            return Err(CommandError::Future { day });
        }
        page.entries.retain(|entry| !entry.is_blank());
        check_page(&page, diary.catalogue())?;
        changes.extend(put_page(diary, page));
    }
    if changes.is_empty() {
        return Err(CommandError::Nothing("these days say so already".to_owned()));
    }
    Ok(changes)
}

/// What the step is called.
pub(super) fn name_of_restoring(source: &str, days: &[DayRecord], today: Day) -> String {
    match days {
        [page] => format!("taking {} over from {source}", page.date.brief(today)),
        days => format!("taking {} days over from {source}", days.len()),
    }
}
