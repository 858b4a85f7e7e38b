//! The store: opens a folder, makes edits durable, one flushed line each.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use super::atomic;
use super::error::StorageError;
use super::folder::{Folder, device, files_in};
use super::identity;
use super::journal::{self, JournalRecord};
use super::load::{self, CheckReport, OnDisk};
use super::lock::{self, Lock};
use super::private;
use super::problem::{OpenReport, Problem, ReadOnly};
use super::segment::Segment;
use crate::edit::JournalOp;
use crate::model::diary::Diary;
use crate::model::record::{NEWEST_SCHEMA, SCHEMA};
use crate::model::time::Moment;

/// How a diary is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// To be changed; makes the folder if it is not there.
    Write,
    /// To be read only, even while another program writes.
    Read,
}

/// What became durable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Number of the change.
    pub seq: u64,
    /// When.
    pub at: Moment,
}

/// An open diary.
pub struct Opened {
    /// The store.
    pub store: Store,
    /// What it holds.
    pub diary: Diary,
    /// What was found on the way.
    pub report: OpenReport,
}

/// The files of one diary, open.
pub struct Store {
    pub(super) folder: Folder,
    /// Held while writing; `None` for reading only.
    _lock: Option<Lock>,
    access: Access,
    /// Why nothing may be written although it was asked for.
    read_only: Option<ReadOnly>,
    pub(super) seq: u64,
    journal: Option<OpenJournal>,
    pub(super) journal_bytes: u64,
    pub(super) journals: Vec<(PathBuf, BTreeMap<Segment, u64>)>,
    pub(super) on_disk: BTreeMap<Segment, OnDisk>,
    pub(super) dirty: BTreeSet<Segment>,
    pub(super) last_saved: Option<Moment>,
    /// Whether everything that may go has gone.
    pub(super) is_pruned: bool,
    /// The schema that the folder says a program must know to write to it.
    pub(super) schema: u32,
    /// Whether the diary already needs a newer one.
    pub(super) is_upgrade_due: bool,
    /// The diary before anything needed a newer one.
    pub(super) before_upgrade: Option<BeforeUpgrade>,
    /// What the last checkpoint could not do.
    pub(super) stalled: Option<Problem>,
    /// What was found since this was last asked for.
    pub(super) found: Vec<Problem>,
}

/// A diary as it was after a change, when its folder could still say all of it.
pub(super) struct BeforeUpgrade {
    pub diary: Diary,
    pub seq: u64,
}

struct OpenJournal {
    file: File,
    path: PathBuf,
    length: u64,
}

impl Store {
    /// Opens a diary. One that cannot be written is opened for reading, and the report says why.
    ///
    /// # Errors
    /// [`StorageError`] if there is nothing to read or the folder is not a diary.
    pub fn open(folder: &Path, access: Access) -> Result<Opened, StorageError> {
        Self::open_knowing(folder, access, NEWEST_SCHEMA)
    }

    /// Opens a diary as a program does that knows no schema beyond one.
    pub(super) fn open_knowing(folder: &Path, access: Access, newest_schema: u32) -> Result<Opened, StorageError> {
        let folder = Folder { newest_schema, ..find(folder, access)? };
        let mut read_only = None;
        let known = match identity::read(&folder) {
            Ok(identity) => identity,
            Err(StorageError::Newer { schema, .. }) => {
                read_only = Some(ReadOnly::Newer { schema });
                None
            }
            Err(error) => return Err(error),
        };
        let mut lock = None;
        if access == Access::Write && read_only.is_none() {
            match lock::take(&folder.lock()) {
                Ok(Some(taken)) => lock = Some(taken),
                Ok(None) => read_only = Some(ReadOnly::OpenElsewhere),
                Err(error) => read_only = Some(ReadOnly::Unwritable(error.to_string())),
            }
        }
        if lock.is_some() {
            // An older version, or a copy from elsewhere, may have left it open to others.
            private::narrow(&folder.path);
            if known.is_none() {
                identity::write(&folder)?;
            }
        }
        let mut loaded = load_settled(&folder, lock.is_some())?;
        if let Some(schema) = loaded.newer {
            read_only = Some(ReadOnly::Newer { schema });
        } else if read_only.is_none() && loaded.problems.iter().any(|problem| problem.is_damage) {
            read_only = Some(ReadOnly::Damaged);
        }
        let is_written = access == Access::Write && read_only.is_none();
        let quarantined = if is_written { loaded.quarantine_edited(&folder) } else { Ok(()) };
        let mut report = OpenReport {
            stalled: None,
            problems: std::mem::take(&mut loaded.problems),
            read_only: read_only.clone(),
            last_saved: loaded.last_saved.clone(),
        };
        let diary = std::mem::take(&mut loaded.diary);
        let schema = known.map_or(SCHEMA, |identity| identity.schema.max(SCHEMA));
        let mut store = Self::new(folder, lock, access, read_only, loaded);
        if is_written {
            store.hold(schema, &diary);
        }
        // A disk that refuses keeps nobody from their diary: what is in the journal stays there, and the refusal is told.
        match quarantined {
            Ok(()) if is_written => drop(store.checkpoint(&diary)),
            Ok(()) => {}
            Err(error) => store.stalled = Some(Problem::stalled(&store.folder, &error)),
        }
        report.stalled.clone_from(&store.stalled);
        Ok(Opened { store, diary, report })
    }

    pub(super) fn new(
        folder: Folder,
        lock: Option<Lock>,
        access: Access,
        read_only: Option<ReadOnly>,
        loaded: load::Loaded,
    ) -> Self {
        Self {
            folder,
            _lock: lock,
            access,
            read_only,
            seq: loaded.seq,
            journal: None,
            journal_bytes: 0,
            journals: loaded.journals,
            on_disk: loaded.on_disk,
            dirty: loaded.dirty,
            last_saved: loaded.last_saved,
            is_pruned: true,
            schema: SCHEMA,
            is_upgrade_due: false,
            before_upgrade: None,
            stalled: None,
            found: Vec::new(),
        }
    }

    /// Reads every file of a diary and changes none, also while another program writes.
    ///
    /// # Errors
    /// [`StorageError`] if there is no diary, or it was made by a newer version.
    pub fn check(folder: &Path) -> Result<CheckReport, StorageError> {
        let folder = find(folder, Access::Read)?;
        identity::read(&folder)?;
        let loaded = load_settled(&folder, false)?;
        match loaded.newer {
            Some(schema) => Err(StorageError::Newer { folder: folder.path, schema }),
            None => Ok(CheckReport {
                problems: loaded.problems,
                days: loaded.diary.day_records().len(),
                files: loaded.files,
            }),
        }
    }

    /// Makes a change durable: one write and one flush. After a failure the journal file is given up and the same record is
    /// tried once in a new one; a flush is never tried again on the same file.
    ///
    /// # Errors
    /// [`StorageError`] if both refuse; nothing of this change is then kept.
    pub fn append(&mut self, ops: &[JournalOp]) -> Result<Saved, StorageError> {
        if let Some(refusal) = self.refusal() {
            return Err(refusal);
        }
        let record = JournalRecord { seq: self.seq.saturating_add(1), at: Moment::now(), ops: ops.to_vec() };
        let line =
            journal::encode(&record).map_err(|what| StorageError::Damaged { file: self.folder.journal(), what })?;
        if self.write_line(&line).is_err() {
            self.give_up_journal();
            if let Err(error) = self.write_line(&line) {
                self.give_up_journal();
                return Err(error);
            }
        }
        self.seq = record.seq;
        self.last_saved = Some(record.at.clone());
        let segments: BTreeSet<Segment> = ops.iter().map(|op| Segment::holding(&op.key())).collect();
        if let Some((_, touched)) = self.journals.last_mut() {
            touched.extend(segments.iter().map(|segment| (*segment, record.seq)));
        }
        self.dirty.extend(segments);
        Ok(Saved { seq: record.seq, at: record.at })
    }

    /// Why nothing may be written, if so.
    pub(super) fn refusal(&self) -> Option<StorageError> {
        let folder = self.folder.path.clone();
        Some(match (self.access, &self.read_only) {
            (Access::Write, None) => return None,
            (Access::Read, None) => StorageError::ForReading { folder },
            (_, Some(ReadOnly::OpenElsewhere)) => StorageError::OpenElsewhere { folder },
            (_, Some(ReadOnly::Newer { schema })) => StorageError::Newer { folder, schema: *schema },
            (_, Some(ReadOnly::Damaged)) => {
                StorageError::Damaged { file: folder, what: "files of this diary are damaged".to_owned() }
            }
            (_, Some(ReadOnly::Unwritable(reason))) => {
                StorageError::Io { doing: "write", path: folder, source: std::io::Error::other(reason.clone()) }
            }
        })
    }

    /// What the last checkpoint could not do, if anything; nothing is lost then.
    pub fn stalled(&self) -> Option<&Problem> {
        self.stalled.as_ref()
    }

    /// What saving and checkpoints found since this was last asked for.
    pub fn take_found(&mut self) -> Vec<Problem> {
        std::mem::take(&mut self.found)
    }

    /// Whether the files hold everything that the journal does, and nothing is left over.
    pub fn is_clean(&self) -> bool {
        self.dirty.is_empty() && self.is_pruned && !self.is_upgrade_due
    }

    /// Bytes in the journal that month files do not hold yet.
    pub fn journal_bytes(&self) -> u64 {
        self.journal_bytes
    }

    /// The diary's folder.
    pub fn folder(&self) -> &Path {
        &self.folder.path
    }

    fn write_line(&mut self, line: &[u8]) -> Result<(), StorageError> {
        if self.journal.is_none() {
            self.journal = Some(self.new_journal()?);
        }
        let Some(journal) = &mut self.journal else { return Ok(()) };
        journal.file.write_all(line).map_err(StorageError::io("write", &journal.path))?;
        journal.file.sync_data().map_err(StorageError::io("flush", &journal.path))?;
        journal.length += line.len() as u64;
        self.journal_bytes += line.len() as u64;
        Ok(())
    }

    fn new_journal(&mut self) -> Result<OpenJournal, StorageError> {
        let folder = self.folder.journal();
        private::make_folder(&folder)?;
        let number_of = |path: &Path| path.file_stem()?.to_str()?.rsplit('-').next()?.parse::<u64>().ok();
        let last = files_in(&folder, "ron")?.iter().filter_map(|path| number_of(path)).max().unwrap_or(0);
        let path = folder.join(format!("{}-{:08}.ron", device(), last + 1));
        let file = private::options().create_new(true).open(&path).map_err(StorageError::io("create", &path))?;
        atomic::flush_folder(&folder)?;
        self.journals.push((path.clone(), BTreeMap::new()));
        Ok(OpenJournal { file, path, length: 0 })
    }

    /// Ends a journal file whose last write failed, taking back what was not acknowledged as far as the disk lets us.
    fn give_up_journal(&mut self) {
        if let Some(journal) = self.journal.take()
            && let Err(error) = journal.file.set_len(journal.length)
        {
            let what = format!("the end of a save that failed could not be taken back: {error}");
            let done =
                "everything shown as saved is safe; close the diary and look what “gutskin check” says".to_owned();
            let file = self.folder.shown(&journal.path);
            self.found.push(Problem { file, line: None, what, done, is_damage: false, kept: None });
        }
    }

    pub(super) fn close_journal(&mut self) {
        self.journal = None;
    }
}

/// The folder, made if need be. Refuses a file, and a folder that holds other things.
pub(super) fn find(folder: &Path, access: Access) -> Result<Folder, StorageError> {
    if folder.exists() && !folder.is_dir() {
        return Err(StorageError::NotAFolder { folder: folder.to_path_buf() });
    }
    if !folder.exists() {
        if access == Access::Read {
            return Err(StorageError::NoDiary { folder: folder.to_path_buf() });
        }
        private::make_folder(folder)?;
    }
    let path = folder.canonicalize().map_err(StorageError::io("find", folder))?;
    let folder = Folder { path, newest_schema: NEWEST_SCHEMA };
    if folder.has_identity()? {
        return Ok(folder);
    }
    let mut foreign = false;
    for entry in fs::read_dir(&folder.path).map_err(StorageError::io("list", &folder.path))? {
        let name = entry.map_err(StorageError::io("list", &folder.path))?.file_name();
        match name.to_string_lossy().as_ref() {
            // Ours from the moment before, and what a file browser leaves behind.
            // `app.ron` is how the window looked, which an earlier version kept here.
            "LOCK" | ".DS_Store" | "desktop.ini" | "Thumbs.db" | "app.ron" => {}
            tmp if tmp.starts_with(".gutskin.ron.") || tmp.starts_with(".app.ron.") => {}
            "days" | "journal" | "index.ron" => {
                let what = "gutskin.ron is missing although the folder holds a diary".to_owned();
                return Err(StorageError::Damaged { file: folder.identity(), what });
            }
            _ => foreign = true,
        }
    }
    match (foreign, access) {
        (true, _) => Err(StorageError::NotADiary { folder: folder.path }),
        (false, Access::Read) => Err(StorageError::NoDiary { folder: folder.path }),
        (false, Access::Write) => Ok(folder),
    }
}

/// Reads a folder; while another program writes, a first look that finds damage may only have met a checkpoint halfway.
fn load_settled(folder: &Folder, alone: bool) -> Result<load::Loaded, StorageError> {
    let loaded = load::load(folder)?;
    if alone || loaded.problems.is_empty() { Ok(loaded) } else { load::load(folder) }
}
