//! Retention: which earlier copies of a file may go. By number and by the days and months on which they were made, never by their age
//! alone: a clock that ran ahead must not eat anything.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::envelope::decode;
use super::error::StorageError;
use super::folder::{Folder, copies_in};
use crate::model::files::MonthFile;
use crate::model::time::{Day, Month};

/// Newest copies that always stay.
const NEWEST_KEPT: usize = 10;
/// Days with changes of which the newest copy stays.
const DAYS_KEPT: usize = 14;
/// Months with changes of which the newest copy stays.
const MONTHS_KEPT: usize = 24;

/// Newest full backups that always stay.
const FULL_NEWEST_KEPT: usize = 4;
/// Months of which the newest full backup stays.
const FULL_MONTHS_KEPT: usize = 12;

/// The copies in a folder of backups that may go: none of the newest ten, of one a day, of one a month, and none at all
/// while the newest holds fewer days than the one before it.
pub(super) fn prunable(diary: &Folder, folder: &Path) -> Result<Vec<PathBuf>, StorageError> {
    let copies = copies_in(folder)?;
    if copies.len() <= NEWEST_KEPT || has_shrunk(diary, &copies)? {
        return Ok(Vec::new());
    }
    let (mut days, mut months) = (BTreeSet::new(), BTreeSet::new());
    let mut prunable = Vec::new();
    for (place, (_, path)) in copies.into_iter().enumerate() {
        let Some(day) = made_on(&path)? else { continue };
        let new_day = days.len() < DAYS_KEPT && days.insert(day);
        let new_month = months.len() < MONTHS_KEPT && months.insert(Month::of(day));
        if place >= NEWEST_KEPT && !new_day && !new_month {
            prunable.push(path);
        }
    }
    Ok(prunable)
}

/// The full backups, newest first, that may go: none of the newest four, of one a month for a year, and of one a year.
pub(super) fn prunable_full_backups(copies: Vec<(u64, PathBuf)>) -> Result<Vec<PathBuf>, StorageError> {
    let (mut months, mut years) = (BTreeSet::new(), BTreeSet::new());
    let mut prunable = Vec::new();
    for (place, (_, path)) in copies.into_iter().enumerate() {
        let Some(day) = made_on(&path)? else { continue };
        let new_month = months.len() < FULL_MONTHS_KEPT && months.insert(Month::of(day));
        let new_year = years.insert(day.year());
        if place >= FULL_NEWEST_KEPT && !new_month && !new_year {
            prunable.push(path);
        }
    }
    Ok(prunable)
}

/// The day a copy was made; `None`, which keeps it, if the disk does not know.
pub(super) fn made_on(path: &Path) -> Result<Option<Day>, StorageError> {
    let meta = fs::metadata(path).map_err(StorageError::io("look at", path))?;
    let seconds = meta.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok()).map(|since| since.as_secs());
    Ok(seconds.and_then(|seconds| i32::try_from(seconds / 86_400).ok()).and_then(Day::from_number))
}

/// Whether the newest copy of a month holds fewer days than the one before it, or one of the two cannot be read.
fn has_shrunk(diary: &Folder, copies: &[(u64, PathBuf)]) -> Result<bool, StorageError> {
    let mut held = Vec::new();
    for (_, path) in copies.iter().take(2) {
        let bytes = diary.read(path)?.unwrap_or_default();
        if let Ok(month) = decode::<MonthFile>(&bytes) {
            held.push(month.content.days.len());
        }
    }
    Ok(matches!(held.as_slice(), [newest, before] if newest < before) || held.len() == 1)
}
