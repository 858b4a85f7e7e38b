//! Full backups: the whole diary in one file, once a week and before its schema rises. For the day when more than one file is
//! lost, and to take along.

use std::path::{Path, PathBuf};

use super::contents::Contents;
use super::disk;
use super::envelope::{DecodeError, Decoded, decode, encode};
use super::error::StorageError;
use super::folder::{Folder, files_in};
use super::private;
use super::problem::Problem;
use super::retention::prunable_full_backups;
use super::segment::Segment;
use super::store::Store;
use super::upgrade::upgraded;
use crate::model::diary::Diary;
use crate::model::export::{Export, WHOLE_FORMAT, WholeFile};
use crate::model::time::Day;

/// What a full backup holds, with the number of the last change inside.
fn contents(file: WholeFile) -> Contents {
    let (seq, schema) = (file.seq, file.schema);
    Contents::new(seq, upgraded(file.into_export().into_records(), schema), None)
}

impl Contents {
    /// What one segment's file would hold of a full backup; `None` if the backup has nothing of it.
    pub(super) fn part(&self, segment: Segment) -> Option<Self> {
        let records = self.records.iter().filter(|record| Segment::holding(&record.key()) == segment).cloned();
        Some(Self::new(self.seq, records, None)).filter(|part| !part.records.is_empty())
    }
}

/// Full backups, newest change first.
pub(super) fn full_backups(folder: &Path) -> Result<Vec<(u64, PathBuf)>, StorageError> {
    let seq_of = |path: &Path| path.file_stem()?.to_str()?.rsplit_once("-s")?.1.parse().ok();
    let mut backups: Vec<(u64, PathBuf)> =
        files_in(folder, "ron")?.into_iter().filter_map(|path| Some((seq_of(&path)?, path))).collect();
    backups.sort_by_key(|(seq, _)| std::cmp::Reverse(*seq));
    Ok(backups)
}

/// What a full backup holds.
pub(super) fn read(bytes: &[u8]) -> Result<Decoded<Contents>, DecodeError> {
    let Decoded { content, checksum_fits, schema } = decode::<WholeFile>(bytes)?;
    Ok(Decoded { content: contents(content), checksum_fits, schema })
}

/// Whether a file says that it is a full backup.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(600)).unwrap_or_default();
    String::from_utf8_lossy(head).contains(WHOLE_FORMAT)
}

/// What the newest sound full backup holds.
pub(super) fn newest(folder: &Folder) -> Result<Option<Contents>, StorageError> {
    for (_, path) in full_backups(&folder.backups("full"))? {
        let Some(bytes) = folder.read(&path)? else { continue };
        if let Ok(decoded) = read(&bytes)
            && decoded.checksum_fits
        {
            return Ok(Some(decoded.content));
        }
    }
    Ok(None)
}

impl Store {
    /// Writes a full backup once a week. To be called when the files hold everything.
    pub(super) fn write_weekly_backup(&self, diary: &Diary) -> Result<(), StorageError> {
        let week = Day::calendar_today().week_name();
        let is_of_week = |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&week));
        if full_backups(&self.folder.backups("full"))?.iter().any(|(_, path)| is_of_week(path)) {
            return Ok(());
        }
        self.write_full_backup(diary, self.seq)
    }

    /// Makes a full backup of the diary as it is now, which must be as after the last [`Store::append`].
    ///
    /// # Errors
    /// [`StorageError`].
    pub fn back_up(&mut self, diary: &Diary) -> Result<(), StorageError> {
        let made = self.refusal().map_or_else(|| self.write_full_backup(diary, self.seq), Err);
        if let Err(error) = &made {
            self.stalled = Some(Problem::stalled(&self.folder, error));
        }
        made
    }

    /// Writes the whole diary as it was after the change `seq`, if anything is logged, and lets older full backups go.
    pub(super) fn write_full_backup(&self, diary: &Diary, seq: u64) -> Result<(), StorageError> {
        let folder = self.folder.backups("full");
        let path = folder.join(format!("{}-s{seq:08}.ron", Day::calendar_today().week_name()));
        if diary.span().is_none() || path.exists() {
            return Ok(());
        }
        let bytes =
            encode("the whole diary. Used when more than one file is lost.", &WholeFile::new(Export::of(diary), seq))
                .map_err(|what| StorageError::Damaged { file: path.clone(), what })?;
        private::make_folder(&folder)?;
        self.folder.replace(&path, &bytes)?;
        for path in prunable_full_backups(full_backups(&folder)?)? {
            disk::remove(&path)?;
        }
        Ok(())
    }
}
