//! Checkpoints: what the journal holds goes into the files of segments, and journal files that two other copies cover go.

use std::collections::BTreeMap;
use std::path::Path;

use super::disk;
use super::envelope::{IndexFile, IndexedMonth, encode};
use super::error::StorageError;
use super::folder::copies_in;
use super::loaded::OnDisk;
use super::private;
use super::problem::Problem;
use super::quarantine::quarantine;
use super::retention::prunable;
use super::segment::Segment;
use super::store::Store;
use super::upgrade::schema_of;
use crate::model::diary::Diary;
use crate::model::record::SCHEMA;
use crate::model::time::{Moment, Month};

/// Journal files that always stay.
const JOURNALS_KEPT: usize = 20;

impl Store {
    /// Writes what the journal holds into the files of segments. `diary` must be the diary after the last [`Store::append`].
    /// Stopped at any point, it leaves old or new files, whole, and the journal.
    ///
    /// # Errors
    /// [`StorageError`]; the journal still holds everything.
    pub fn checkpoint(&mut self, diary: &Diary) -> Result<(), StorageError> {
        let written = self.write_dirty(diary);
        self.stalled = written.as_ref().err().map(|error| Problem::stalled(&self.folder, error));
        written
    }

    fn write_dirty(&mut self, diary: &Diary) -> Result<(), StorageError> {
        if let Some(refusal) = self.refusal() {
            return Err(refusal);
        }
        if self.is_clean() {
            return Ok(());
        }
        self.place.check(&self.folder)?;
        let needed = schema_of(diary);
        if !self.dirty.is_empty() || self.is_upgrade_due {
            self.close_journal();
            self.back_up_before_upgrade(needed)?;
            for segment in self.dirty.clone() {
                self.write_segment(segment, diary)?;
            }
            self.write_index(diary)?;
            self.write_weekly_backup(diary)?;
            self.finish_upgrade(needed)?;
            self.dirty.clear();
            self.journal_bytes = 0;
            self.is_pruned = false;
            self.remember(diary);
        }
        self.prune()?;
        self.is_pruned = true;
        Ok(())
    }

    fn write_segment(&mut self, segment: Segment, diary: &Diary) -> Result<(), StorageError> {
        let path = segment.path(&self.folder);
        let made = |what| StorageError::Damaged { file: path.clone(), what };
        let bytes = segment.encode(diary, self.seq).map_err(made)?;
        if let Some(old) = self.folder.read(&path)? {
            let hash = blake3::hash(&old);
            let attempted = self.attempted.get(&segment).filter(|attempted| attempted.hash == hash);
            match attempted.or_else(|| self.on_disk.get(&segment)) {
                Some(known) if known.hash == hash && known.is_sound => self.copy(segment, known.seq, &old)?,
                // Named when it was read; no copy to fall back on, so it goes where the others of its kind are.
                Some(known) if known.hash == hash => drop(quarantine(&self.folder, &path, &old)?),
                // Somebody changed the file since it was read: put theirs aside before ours takes its place.
                _ => {
                    let kept = quarantine(&self.folder, &path, &old)?;
                    self.found.push(Problem::gave_way(&self.folder, &path, kept));
                }
            }
        }
        private::make_folder(path.parent().unwrap_or(Path::new(".")))?;
        let written = OnDisk { seq: self.seq, hash: blake3::hash(&bytes), is_sound: true };
        self.attempted.insert(segment, written);
        self.folder.replace(&path, &bytes)?;
        self.on_disk.insert(segment, written);
        Ok(())
    }

    fn copy(&self, segment: Segment, seq: u64, bytes: &[u8]) -> Result<(), StorageError> {
        let folder = self.folder.backups(&segment.name());
        let path = folder.join(format!("s{seq:08}.ron"));
        if path.exists() {
            return Ok(());
        }
        private::make_folder(&folder)?;
        self.folder.replace(&path, bytes)
    }

    fn write_index(&self, diary: &Diary) -> Result<(), StorageError> {
        let mut days: BTreeMap<Month, usize> = BTreeMap::new();
        for page in diary.day_records() {
            *days.entry(Month::of(page.date)).or_default() += 1;
        }
        let months = self.on_disk.iter().filter_map(|(segment, file)| match segment {
            Segment::Month(month) => {
                Some(IndexedMonth { month: *month, seq: file.seq, days: days.get(month).copied().unwrap_or(0) })
            }
            _ => None,
        });
        let saved_at = self.last_saved.clone().or_else(|| Some(Moment::now()));
        let index = IndexFile {
            format: "gutskin/index".to_owned(),
            schema: SCHEMA,
            seq: self.seq,
            saved_at,
            months: months.collect(),
        };
        let path = self.folder.index();
        let bytes = encode("what should be here. Made by the program; editing it changes nothing.", &index)
            .map_err(|what| StorageError::Damaged { file: path.clone(), what })?;
        self.folder.replace(&path, &bytes)
    }

    /// Lets journal files go whose every change is in a month file and in a separate copy, except the last twenty.
    fn prune(&mut self) -> Result<(), StorageError> {
        let too_many = self.journals.len().saturating_sub(JOURNALS_KEPT);
        for (path, touched) in self.journals.drain(..too_many).collect::<Vec<_>>() {
            for (segment, seq) in touched {
                self.cover(segment, seq)?;
            }
            disk::remove(&path)?;
        }
        let segments: Vec<Segment> = self.on_disk.keys().copied().collect();
        for segment in segments {
            for path in prunable(&self.folder, &self.folder.backups(&segment.name()))? {
                disk::remove(&path)?;
            }
        }
        Ok(())
    }

    /// Makes sure that a separate copy holds a segment's changes up to `seq`.
    pub(super) fn cover(&self, segment: Segment, seq: u64) -> Result<(), StorageError> {
        let newest = copies_in(&self.folder.backups(&segment.name()))?.first().map_or(0, |(seq, _)| *seq);
        if newest >= seq {
            return Ok(());
        }
        let path = segment.path(&self.folder);
        match (self.folder.read(&path)?, self.on_disk.get(&segment)) {
            (Some(bytes), Some(known)) if known.is_sound && known.hash == blake3::hash(&bytes) && known.seq >= seq => {
                self.copy(segment, known.seq, &bytes)
            }
            _ => Err(StorageError::Damaged {
                file: path,
                what: "changed outside Gutskin while it was open, so the journal is kept".to_owned(),
            }),
        }
    }
}
