//! Reading a diary's folder: journal first, then month files, index last; every read error is an error, never "empty".

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::contents::Contents;
use super::envelope::{DecodeError, IndexFile, decode_up_to};
use super::error::StorageError;
use super::folder::{Folder, files_in, folders_in, journal_number};
use super::identity;
use super::journal::{self, JournalRecord};
use super::loaded::{Edited, Loaded, LostLine};
use super::photo_check::PhotoReport;
use super::problem::Problem;
use super::seal::is_sealed;
use super::segment::Segment;
use crate::edit::check_record;
use crate::model::record::SCHEMA;
use crate::model::time::Month;

/// What is done about a diary whose `gutskin.ron` is gone or broken. It may be that a folder is still being copied, so nothing is
/// written into it unasked.
const NO_IDENTITY: &str = "it only says that this folder is a diary, and everything else was read; it is made anew by “gutskin check --repair”";

/// What `gutskin check` found.
#[derive(Debug, Clone)]
pub struct CheckReport {
    /// What is wrong, file by file.
    pub problems: Vec<Problem>,
    /// Days that can be read.
    pub days: usize,
    /// Files read.
    pub files: usize,
    /// Pictures.
    pub photos: PhotoReport,
}

impl CheckReport {
    /// Whether nothing is damaged.
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }
}

/// Reads everything in a folder. Damage is told in [`Loaded::problems`], not as an error.
pub(super) fn load(folder: &Folder) -> Result<Loaded, StorageError> {
    let mut reader = Loader {
        folder,
        loaded: Loaded::default(),
        schema: SCHEMA,
        seq_of: BTreeMap::new(),
        lost_lines: Vec::new(),
        indexed: BTreeSet::new(),
        full_backup: None,
        sought_full_backup: false,
        seek_full_backup: false,
    };
    reader.identity();
    let records = reader.journals()?;
    let index = reader.index()?;
    reader.files(index.as_ref())?;
    reader.judge_lost_lines(index.as_ref(), &records);
    reader.replay(&records, index.as_ref());
    reader.check_index(index.as_ref(), &records);
    reader.validate();
    let mut loaded = reader.loaded;
    if loaded.newer.is_some() {
        // What a newer version says in words that are unheard of here is not damaged.
        loaded.problems.retain(|problem| !problem.is_damage);
    }
    loaded.last_saved =
        records.last().map(|record| record.at.clone()).or_else(|| index.and_then(|index| index.saved_at));
    Ok(loaded)
}

/// A folder being read.
pub(super) struct Loader<'a> {
    pub(super) folder: &'a Folder,
    pub(super) loaded: Loaded,
    /// The schema that the folder is written in.
    pub(super) schema: u32,
    /// The last change inside what is held of each segment.
    pub(super) seq_of: BTreeMap<Segment, u64>,
    /// Lines of the journal that could not be read.
    pub(super) lost_lines: Vec<LostLine>,
    /// Months the index knows.
    pub(super) indexed: BTreeSet<Month>,
    /// The newest full backup, read when first needed.
    pub(super) full_backup: Option<Contents>,
    /// Whether it was looked for.
    pub(super) sought_full_backup: bool,
    /// Whether it is worth looking for, since a file is not as it was written.
    pub(super) seek_full_backup: bool,
}

impl Loader<'_> {
    pub(super) fn damage(&mut self, path: &Path, line: Option<usize>, what: impl Into<String>, done: &str) {
        self.problem(path, line, what.into(), done, true);
    }

    pub(super) fn problem(&mut self, path: &Path, line: Option<usize>, what: String, done: &str, is_damage: bool) {
        let file = self.folder.shown(path);
        self.loaded.problems.push(Problem {
            file,
            line,
            what,
            done: done.to_owned(),
            is_damage,
            kept: None,
            is_beside: false,
        });
    }

    pub(super) fn edited_or_damaged(&mut self, path: &Path, done: &str) {
        self.problem(path, None, "edited outside Gutskin, or damaged: its sum does not fit".to_owned(), done, false);
    }

    /// Remembers that the file named last is to be put aside.
    pub(super) fn await_quarantine(&mut self, path: &Path, bytes: Vec<u8>, once_aside: Option<&'static str>) {
        let problem = self.loaded.problems.len().saturating_sub(1);
        self.loaded.edited.push(Edited { path: path.to_path_buf(), bytes, problem, once_aside });
    }

    fn identity(&mut self) {
        match identity::decoded(self.folder) {
            Ok(Some(decoded)) => {
                self.schema = decoded.schema.min(self.folder.newest_schema);
                if !decoded.checksum_fits {
                    self.edited_or_damaged(
                        &self.folder.identity(),
                        "nothing is lost by it, since it only says that this folder is a diary",
                    );
                }
            }
            Err(StorageError::Newer { schema, .. }) => self.loaded.newer = Some(schema),
            Ok(None) if self.folder.holds_diary().unwrap_or(false) => {
                self.damage(&self.folder.identity(), None, "this file is gone", NO_IDENTITY);
            }
            Ok(None) => {}
            Err(error) => {
                let what = error.parts().1;
                self.damage(&self.folder.identity(), None, what, NO_IDENTITY);
            }
        }
    }

    fn journals(&mut self) -> Result<Vec<JournalRecord>, StorageError> {
        let mut records: BTreeMap<u64, JournalRecord> = BTreeMap::new();
        let mut firsts = BTreeMap::new();
        for path in files_in(&self.folder.journal(), "ron")? {
            let Some(opened) = self.folder.read_opened(&path)? else { continue };
            self.loaded.files += 1;
            let lines = journal::decode(&opened.bytes, &self.folder.vault, opened.is_own);
            for bad in &lines.bad {
                let seq = lines.highest_seq(bad).unwrap_or(u64::MAX);
                self.lost_lines.push(LostLine { path: path.clone(), line: bad.line, why: bad.why.clone(), seq });
            }
            if let (Some(number), Some(first)) = (journal_number(&path), lines.records.first()) {
                firsts.insert(number, first.seq);
            }
            let mut touched = BTreeMap::new();
            for record in lines.records {
                for op in &record.ops {
                    touched.insert(Segment::holding(&op.key()), record.seq);
                }
                let seq = record.seq;
                if let Some(other) = records.insert(seq, record)
                    && records.get(&seq).is_some_and(|record| record.ops != other.ops)
                {
                    self.damage(
                        &path,
                        None,
                        format!("change {seq} stands twice and differs"),
                        "the later file was used",
                    );
                }
            }
            self.loaded.journals.push((path, touched));
        }
        // One program writes at a time, so that the next file starts where the one before it ended.
        for lost in &mut self.lost_lines {
            let next = journal_number(&lost.path).and_then(|number| firsts.range(number + 1..).next());
            if let Some((_, first)) = next {
                lost.seq = lost.seq.min(first.saturating_sub(1));
            }
        }
        Ok(records.into_values().collect())
    }

    fn files(&mut self, index: Option<&IndexFile>) -> Result<(), StorageError> {
        // A month whose file is gone still has its copies, or the index knows of it.
        let mut months = copied_months(self.folder)?;
        self.indexed = index.into_iter().flat_map(|index| &index.months).map(|known| known.month).collect();
        months.extend(&self.indexed);
        months.extend(self.months_here()?);
        self.name_copies_of_singles()?;
        months.into_iter().try_for_each(|month| self.segment(Segment::Month(month)))?;
        Segment::singles().into_iter().try_for_each(|segment| self.segment(segment))
    }

    fn index(&mut self) -> Result<Option<IndexFile>, StorageError> {
        let path = self.folder.index();
        let Some(bytes) = self.folder.read(&path)? else { return Ok(None) };
        self.loaded.files += 1;
        if is_sealed(&bytes) {
            self.name_lost_key();
        }
        match decode_up_to::<IndexFile>(&bytes, self.folder.newest_schema) {
            Ok(decoded) if decoded.checksum_fits => {
                self.loaded.newer = self.loaded.newer.max(decoded.newer_than(self.folder.newest_schema));
                Ok(Some(decoded.content))
            }
            Ok(_) => {
                self.quarantine_index(&path, bytes, None, "its sum does not fit".to_owned());
                Ok(None)
            }
            Err(DecodeError::Newer(schema)) => {
                self.loaded.newer = self.loaded.newer.max(Some(schema));
                Ok(None)
            }
            Err(DecodeError::Broken(line, why)) => {
                self.quarantine_index(&path, bytes, line, why);
                Ok(None)
            }
        }
    }

    /// The index only advises: without it nothing is lost.
    fn quarantine_index(&mut self, path: &Path, bytes: Vec<u8>, line: Option<usize>, why: String) {
        let done = "it was not used, and nothing is lost by it: it only lists what should be here, and is made anew";
        self.problem(path, line, why, done, false);
        self.await_quarantine(path, bytes, None);
    }

    /// Everything that was read must obey the rules every form obeys.
    fn validate(&mut self) {
        let diary = std::mem::take(&mut self.loaded.diary);
        for record in diary.records() {
            if let Err(error) = check_record(&diary, &record) {
                let key = record.key();
                let done = format!("the {} is shown as it stands and not written", key.kind().noun());
                self.damage(&Segment::holding(&key).path(self.folder), None, error.to_string(), &done);
            }
        }
        self.loaded.diary = diary;
    }
}

/// Months of which there are earlier copies.
fn copied_months(folder: &Folder) -> Result<BTreeSet<Month>, StorageError> {
    Ok(folders_in(&folder.backups(""))?.iter().filter_map(|name| name.parse().ok()).collect())
}
