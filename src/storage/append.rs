//! Making a change durable: one line in the journal, one write and one flush, and what is done when the disk refuses.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use super::atomic;
use super::disk::{self, DiskFile};
use super::error::StorageError;
use super::folder::{device, files_in, journal_number};
use super::journal::{self, JournalRecord};
use super::private;
use super::problem::Problem;
use super::segment::Segment;
use super::store::{Saved, Store};
use crate::edit::JournalOp;
use crate::model::time::Moment;

/// The journal file of this run.
pub(super) struct OpenJournal {
    file: DiskFile,
    /// Bytes of the lines that were acknowledged.
    length: u64,
}

impl Store {
    /// Makes a change durable: one write and one flush. After a failure the journal file is given up and the same record is
    /// tried once in a new one; a flush is never tried again on the same file.
    ///
    /// # Errors
    /// [`StorageError`] if both refuse; nothing of this change is then kept.
    pub fn append(&mut self, ops: &[JournalOp]) -> Result<Saved, StorageError> {
        if let Some(refusal) = self.refusal() {
            return Err(refusal);
        }
        let records = self.records_for(ops);
        let lines: Result<Vec<Vec<u8>>, String> =
            records.iter().map(|record| journal::encode(record, &self.folder.vault)).collect();
        let lines = lines.map_err(|what| StorageError::Damaged { file: self.folder.journal(), what })?.concat();
        if self.write_lines(&lines).is_err() {
            self.give_up_journal(&records);
            if let Err(error) = self.write_lines(&lines) {
                self.give_up_journal(&records);
                return Err(error);
            }
        }
        self.unsure.clear();
        let Some(record) = records.into_iter().next_back() else { return Err(self.gone()) };
        self.seq = record.seq;
        self.last_saved = Some(record.at.clone());
        let segments: BTreeSet<Segment> = ops.iter().map(|op| Segment::holding(&op.key())).collect();
        if let Some((_, touched)) = self.journals.last_mut() {
            touched.extend(segments.iter().map(|segment| (*segment, record.seq)));
        }
        self.dirty.extend(segments);
        Ok(Saved { seq: record.seq, at: record.at })
    }

    /// What has to be written to make a change durable. A number that may already stand in the journal is not given to
    /// another change: what it stood for is written again, and the change gets the next one.
    fn records_for(&self, ops: &[JournalOp]) -> Vec<JournalRecord> {
        let mut records = self.unsure.clone();
        if records.last().is_none_or(|last| last.ops != ops) {
            let last = records.last().map_or(self.seq, |last| last.seq);
            records.push(JournalRecord { seq: last.saturating_add(1), at: Moment::now(), ops: ops.to_vec() });
        }
        records
    }

    fn gone(&self) -> StorageError {
        StorageError::FolderGone { folder: self.folder.path.clone() }
    }

    fn write_lines(&mut self, lines: &[u8]) -> Result<(), StorageError> {
        if self.journal.is_none() {
            self.journal = Some(self.new_journal()?);
        }
        let Some(journal) = &mut self.journal else { return Err(self.gone()) };
        journal.file.write(lines)?;
        journal.file.flush()?;
        // The file that was written must be the one that the next run finds under this name.
        if !stands_at(&journal.file.path, journal.length, lines) {
            return Err(self.gone());
        }
        journal.length += lines.len() as u64;
        self.journal_bytes += lines.len() as u64;
        Ok(())
    }

    fn new_journal(&mut self) -> Result<OpenJournal, StorageError> {
        self.place.check(&self.folder)?;
        let folder = self.folder.journal();
        private::make_folder(&folder)?;
        let last = files_in(&folder, "ron")?.iter().filter_map(|path| journal_number(path)).max().unwrap_or(0);
        let path = folder.join(format!("{}-{:08}.ron", device(), last.saturating_add(1)));
        let file = DiskFile::create(&path)?;
        // A run that was killed may have made the folder without flushing its name.
        let flushed = atomic::flush_folder(&folder).and_then(|()| atomic::flush_folder(&self.folder.path));
        if let Err(error) = flushed {
            disk::remove(&path).ok();
            return Err(error);
        }
        self.journals.push((path, BTreeMap::new()));
        Ok(OpenJournal { file, length: 0 })
    }

    /// Ends a journal file whose last write failed, taking back what was not acknowledged as far as the disk lets us. A file
    /// without an acknowledged line goes, so that a disk that stays full is not filled with empty ones.
    fn give_up_journal(&mut self, records: &[JournalRecord]) {
        let Some(journal) = self.journal.take() else { return };
        let path = journal.file.path.clone();
        let taken_back = journal.file.shorten(journal.length);
        if journal.length == 0 && disk::remove(&path).is_ok() {
            self.journals.retain(|(other, _)| *other != path);
        } else if let Err(error) = taken_back {
            self.unsure = records.to_vec();
            let what = format!("the end of a save that failed could not be taken back: {error}");
            let done =
                "everything shown as saved is safe; close the diary and look what “gutskin check” says".to_owned();
            let file = self.folder.shown(&path);
            self.found.push(Problem { file, line: None, what, done, is_damage: false, kept: None, is_beside: false });
        }
    }

    pub(super) fn close_journal(&mut self) {
        self.journal = None;
    }
}

/// Whether these bytes stand in the file of this name, from a place on.
fn stands_at(path: &Path, from: u64, bytes: &[u8]) -> bool {
    let read = || {
        let mut file = File::open(path)?;
        file.seek(SeekFrom::Start(from))?;
        let mut found = Vec::with_capacity(bytes.len());
        file.take(bytes.len() as u64 + 1).read_to_end(&mut found)?;
        std::io::Result::Ok(found)
    };
    read().is_ok_and(|found| found == bytes)
}
