//! Copies: earlier states of the diary that lie in its folder, what was put aside, and what a cloud folder left beside a file when
//! two computers wrote it. Nothing here is ever used by itself: each is looked at, compared with the diary, and taken over by a
//! person or not at all.

use std::path::{Path, PathBuf};

use super::envelope::{DecodeError, Decoded, decode};
use super::error::StorageError;
use super::folder::{Folder, copies_in, files_in, folders_in};
use super::full_backup;
use super::journal;
use super::problem::escaped_excerpt;
use super::read_file::read_file;
use super::retention::made_on;
use super::seal::Vault;
use super::segment::Segment;
use crate::edit::JournalOp;
use crate::model::day_record::DayRecord;
use crate::model::files::MonthFile;
use crate::model::record::{NEWEST_SCHEMA, Record, RecordKey};
use crate::model::text::show_path;
use crate::model::time::{Day, Moment, Month};

/// Why what a file holds cannot be looked at. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// The disk did not give it.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// It holds no days that can be read.
    #[error("{}: {what}; name a month file, a copy of one, or a full backup", show_path(file))]
    NoDays {
        /// The file.
        file: PathBuf,
        /// What is wrong.
        what: String,
    },
}

/// What a copy is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CopyKind {
    /// The whole diary, once a week.
    Whole,
    /// One month, as it was before it was written anew.
    Month(Month),
    /// Put aside: edited by hand, or damaged.
    PutAside,
    /// Left by a cloud folder, or by hand, beside a file of the diary.
    Beside,
}

/// A copy of the diary or of a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiaryCopy {
    /// What it is.
    pub kind: CopyKind,
    /// The file.
    pub path: PathBuf,
    /// The day it was written, as far as the disk knows.
    pub made_on: Option<Day>,
    /// Its size in bytes.
    pub bytes: u64,
}

/// What a copy holds.
#[derive(Debug, Clone, PartialEq)]
pub struct CopyContents {
    /// The month it is of: a day of it that is not there was not logged. `None` if it is of the whole diary.
    pub month: Option<Month>,
    /// Its logged days, oldest first.
    pub days: Vec<DayRecord>,
    /// Everything else that it holds: of a copy of the whole diary courses, foods, trials and so on.
    pub records: Vec<Record>,
    /// Whether it is as Gutskin wrote it. Otherwise somebody edited it, or a disk damaged it.
    pub is_as_written: bool,
}

/// One state of a day.
#[derive(Debug, Clone, PartialEq)]
pub struct DayState {
    /// When it came to be so, where a journal knows.
    pub since: Option<Moment>,
    /// What it said; `None` if nothing was logged.
    pub said: Option<DayRecord>,
}

/// Every copy that lies in a diary's folder: whole ones first, then months, then what was put aside and what lies beside, each newest
/// first.
///
/// # Errors
/// [`StorageError`] if a folder cannot be listed.
pub fn copies(folder: &Path) -> Result<Vec<DiaryCopy>, StorageError> {
    let folder = Folder::new(folder.to_path_buf(), Vault::default());
    let mut found = Vec::new();
    for (_, path) in full_backup::full_backups(&folder.backups("full"))? {
        found.push(DiaryCopy::at(CopyKind::Whole, path)?);
    }
    let mut months: Vec<Month> = folders_in(&folder.backups(""))?.iter().filter_map(|name| name.parse().ok()).collect();
    months.sort_unstable_by_key(|month| std::cmp::Reverse(*month));
    for month in months {
        for (_, path) in copies_in(&folder.backups(&month.to_string()))? {
            found.push(DiaryCopy::at(CopyKind::Month(month), path)?);
        }
    }
    for path in files_in(&folder.quarantine(), "ron")? {
        found.push(DiaryCopy::at(CopyKind::PutAside, path)?);
    }
    // Of a diary that lay here before this one was begun.
    for name in folders_in(&folder.quarantine())? {
        for (_, path) in full_backup::full_backups(&folder.quarantine().join(name).join("backups").join("full"))? {
            found.push(DiaryCopy::at(CopyKind::PutAside, path)?);
        }
    }
    for path in files_in(&folder.days(), "ron")? {
        let is_month = path.file_stem().is_some_and(|stem| stem.to_string_lossy().parse::<Month>().is_ok());
        if !is_month {
            found.push(DiaryCopy::at(CopyKind::Beside, path)?);
        }
    }
    Ok(found)
}

/// What a copy of a month or of the whole diary holds, whoever wrote it.
///
/// # Errors
/// [`CopyError`] if it is not there, cannot be read, is of a newer version, or is no such copy.
pub fn read_copy(path: &Path, vault: &Vault) -> Result<CopyContents, CopyError> {
    let no_days = |what: String| CopyError::NoDays { file: path.to_path_buf(), what };
    let bytes = read_file(path)?.map(|bytes| vault.open(bytes).bytes);
    let bytes = bytes.ok_or_else(|| no_days("there is no such file".to_owned()))?;
    contents_of(&bytes).map_err(no_days)
}

/// What the bytes of a copy hold, or why they are none.
fn contents_of(bytes: &[u8]) -> Result<CopyContents, String> {
    let (contents, month, is_as_written) = match decode::<MonthFile>(bytes) {
        Ok(Decoded { content: MonthFile { month, .. }, .. }) => {
            let decoded = Segment::Month(month).decode(bytes, NEWEST_SCHEMA).map_err(DecodeError::said)?;
            (decoded.content, Some(month), decoded.checksum_fits)
        }
        // Of the two forms the first says better what is wrong, but for a file that says that it is the other.
        Err(of_month) => match full_backup::read(bytes) {
            Ok(decoded) => (decoded.content, None, decoded.checksum_fits),
            Err(of_whole) if full_backup::is_one(bytes) => return Err(of_whole.said()),
            Err(_) => return Err(of_month.said()),
        },
    };
    if let Some(wrong) = contents.wrong {
        return Err(wrong);
    }
    let (days, records) = parted(contents.records);
    Ok(CopyContents { month, days, records, is_as_written })
}

/// The states that a day went through, as far as journals and copies still know, newest first. Each differs from the one after it.
///
/// # Errors
/// [`StorageError`] if a file cannot be read. What is damaged is passed over: opening the diary has said so.
pub fn states_of(folder: &Path, vault: &Vault, day: Day) -> Result<Vec<DayState>, StorageError> {
    let folder = Folder::new(folder.to_path_buf(), vault.clone());
    let mut states: Vec<(u64, DayState)> = Vec::new();
    for path in files_in(&folder.journal(), "ron")? {
        let Some(opened) = folder.read_opened(&path)? else { continue };
        for record in journal::decode(&opened.bytes, vault, opened.is_own).records {
            let last = record.ops.iter().rev().find(|op| op.key() == RecordKey::Day(day));
            let said = match last {
                Some(JournalOp::Put(Record::Day(page))) => Some(DayRecord::clone(page)),
                Some(_) => None,
                None => continue,
            };
            states.push((record.seq, DayState { since: Some(record.at), said }));
        }
    }
    let month = Month::of(day);
    for (seq, path) in copies_in(&folder.backups(&month.to_string()))? {
        states.extend(state_in(&folder, &path, day)?.map(|state| (seq, state)));
    }
    for (seq, path) in full_backup::full_backups(&folder.backups("full"))? {
        states.extend(state_in(&folder, &path, day)?.map(|state| (seq, state)));
    }
    // Of one change the journal knows when it was; a copy only repeats what was said before it.
    states.sort_by_key(|(seq, state)| (*seq, state.since.is_none()));
    let mut states: Vec<DayState> = states.into_iter().map(|(_, state)| state).collect();
    states.dedup_by(|later, earlier| says_the_same(later, earlier));
    states.reverse();
    Ok(states)
}

/// What a copy says of a day; `None` if it cannot be used.
fn state_in(folder: &Folder, path: &Path, day: Day) -> Result<Option<DayState>, StorageError> {
    let bytes = folder.read(path)?.unwrap_or_default();
    let copied = contents_of(&bytes).ok().filter(|copied| copied.is_as_written);
    let state =
        |copied: CopyContents| DayState { since: None, said: copied.days.into_iter().find(|page| page.date == day) };
    Ok(copied.map(state))
}

fn says_the_same(one: &DayState, other: &DayState) -> bool {
    let entries = |state: &DayState| state.said.as_ref().map(|page| page.entries.clone()).unwrap_or_default();
    entries(one) == entries(other)
}

/// Days, oldest first, and all that is none.
fn parted(records: Vec<Record>) -> (Vec<DayRecord>, Vec<Record>) {
    let (mut days, mut others) = (Vec::new(), Vec::new());
    for record in records {
        match record {
            Record::Day(page) => days.push(DayRecord::clone(&page)),
            other => others.push(other),
        }
    }
    days.sort_by_key(|page| page.date);
    (days, others)
}

impl CopyContents {
    /// What it is called in the middle of a sentence: a copy that Gutskin made by its day, any other file by its name.
    pub fn name(&self, path: &Path) -> String {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let number = stem.rsplit_once('s').map(|(_, number)| number);
        let is_copy = self.is_as_written && number.is_some_and(|number| number.parse::<u64>().is_ok());
        let made = made_on(path).ok().flatten().filter(|_| is_copy).map(Day::short);
        match (made, self.month.and_then(Month::first_day)) {
            (Some(made), None) => format!("the copy of {made}"),
            (Some(made), Some(first)) => format!("the copy of {}, written {made}", first.month_name()),
            (None, _) => escaped_excerpt(&path.file_name().unwrap_or_default().to_string_lossy()),
        }
    }
}

impl DiaryCopy {
    pub(super) fn at(kind: CopyKind, path: PathBuf) -> Result<Self, StorageError> {
        let made_on = made_on(&path)?;
        let bytes = std::fs::metadata(&path).map_err(StorageError::io("look at", &path))?.len();
        Ok(Self { kind, path, made_on, bytes })
    }

    /// Its name for people: what it is, and of when.
    pub fn label(&self) -> String {
        let made = self.made_on.map(|day| format!(", written {}", day.short())).unwrap_or_default();
        let name = || escaped_excerpt(&self.path.file_name().unwrap_or_default().to_string_lossy());
        match self.kind {
            CopyKind::Whole => format!("The whole diary{made}"),
            CopyKind::Month(month) => format!("{}{made}", month.first_day().map(Day::month_name).unwrap_or_default()),
            CopyKind::PutAside => format!("Put aside: {}{made}", name()),
            CopyKind::Beside => format!("Lies beside the diary: {}{made}", name()),
        }
    }
}
