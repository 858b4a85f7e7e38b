//! The store: opens a folder, makes edits durable, one flushed line each.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::append::OpenJournal;
use super::error::StorageError;
use super::find::find;
use super::folder::{Folder, device};
use super::folder_place::FolderPlace;
use super::identity;
use super::journal::JournalRecord;
use super::load::{self, CheckReport};
use super::loaded::{Loaded, OnDisk};
use super::lock::{self, Lock};
use super::photo_check;
use super::private;
use super::problem::{OpenReport, Problem, ReadOnly};
use super::seal::Vault;
use super::segment::Segment;
use crate::model::diary::Diary;
use crate::model::record::SCHEMA;
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
    pub(super) journal: Option<OpenJournal>,
    /// What the folder was known by when it was opened.
    pub(super) place: FolderPlace,
    /// Changes that nobody was told are saved, and whose lines could not be taken back: they may stand in the journal.
    pub(super) unsure: Vec<JournalRecord>,
    pub(super) journal_bytes: u64,
    pub(super) journals: Vec<(PathBuf, BTreeMap<Segment, u64>)>,
    pub(super) on_disk: BTreeMap<Segment, OnDisk>,
    /// What was to be written and may have been: the disk failed before it said so.
    pub(super) attempted: BTreeMap<Segment, OnDisk>,
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

impl Store {
    /// Opens a diary. One that cannot be written is opened for reading, and the report says why.
    ///
    /// # Errors
    /// [`StorageError`] if there is nothing to read or the folder is not a diary.
    pub fn open(folder: &Path, access: Access) -> Result<Opened, StorageError> {
        Self::open_with(folder, access, &Vault::default())
    }

    /// Opens a diary that may be encrypted.
    ///
    /// # Errors
    /// As [`open`](Self::open), and [`StorageError::Locked`] if it is and the vault has no key.
    pub fn open_with(folder: &Path, access: Access, vault: &Vault) -> Result<Opened, StorageError> {
        Self::open_in(find(folder, access, vault)?, access)
    }

    /// Opens a diary as a program does that knows no schema beyond one.
    #[cfg(test)]
    pub(super) fn open_knowing(folder: &Path, access: Access, newest_schema: u32) -> Result<Opened, StorageError> {
        Self::open_in(Folder { newest_schema, ..find(folder, access, &Vault::default())? }, access)
    }

    fn open_in(folder: Folder, access: Access) -> Result<Opened, StorageError> {
        let mut read_only = None;
        let mut is_new = false;
        let known = match identity::read(&folder) {
            Ok(identity) => {
                is_new = identity.is_none() && !folder.holds_diary()?;
                identity
            }
            Err(StorageError::Newer { schema, .. }) => {
                read_only = Some(ReadOnly::Newer { schema });
                None
            }
            // It only says that this is a diary; what is wrong with it is told among the problems.
            Err(StorageError::Damaged { .. }) => None,
            Err(error) => return Err(error),
        };
        let mut lock = None;
        if access == Access::Write && read_only.is_none() {
            match lock::take(&folder) {
                Ok(Some(taken)) => lock = Some(taken),
                Ok(None) => read_only = Some(ReadOnly::OpenElsewhere),
                Err(error) => read_only = Some(ReadOnly::Unwritable(error.to_string())),
            }
        }
        if lock.is_some() {
            // An older version, or a copy from elsewhere, may have left it open to others.
            private::narrow(&folder.path);
            if is_new {
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
        loaded.problems.extend(photo_check::missing_photos(&folder.path, &loaded.diary));
        let quarantined = if is_written { loaded.quarantine_edited(&folder) } else { Ok(()) };
        let mut report = OpenReport {
            stalled: None,
            problems: std::mem::take(&mut loaded.problems),
            read_only: read_only.clone(),
            last_saved: loaded.last_saved.clone(),
            seq: loaded.seq,
            is_written_elsewhere: loaded.last_writer().is_some_and(|writer| writer != device()),
        };
        let diary = std::mem::take(&mut loaded.diary);
        let schema = known.map_or(SCHEMA, |identity| identity.schema.max(SCHEMA));
        let mut store = Self::new(folder, lock, access, read_only, loaded);
        if is_written {
            store.hold(schema, &diary);
        }
        // A disk that refuses keeps nobody from their diary: what is in the journal stays there, and the refusal is told.
        match quarantined.and_then(|()| if is_written { store.settle() } else { Ok(()) }) {
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
        loaded: Loaded,
    ) -> Self {
        Self {
            place: FolderPlace::new(&folder),
            unsure: Vec::new(),
            attempted: BTreeMap::new(),
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
        Self::check_with(folder, &Vault::default())
    }

    /// The same for a diary that may be encrypted.
    ///
    /// # Errors
    /// As [`check`](Self::check), and [`StorageError::Locked`].
    pub fn check_with(folder: &Path, vault: &Vault) -> Result<CheckReport, StorageError> {
        let folder = find(folder, Access::Read, vault)?;
        let loaded = load_settled(&folder, false)?;
        if let Some(schema) = loaded.newer {
            return Err(StorageError::Newer { folder: folder.path, schema });
        }
        let (photos, of_photos) = photo_check::check(&folder, &loaded.diary)?;
        let problems = loaded.problems.into_iter().chain(of_photos).collect();
        Ok(CheckReport { problems, days: loaded.diary.day_records().len(), files: loaded.files, photos })
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

    /// Number of the last change.
    pub fn seq(&self) -> u64 {
        self.seq
    }

    /// Bytes in the journal that month files do not hold yet.
    pub fn journal_bytes(&self) -> u64 {
        self.journal_bytes
    }

    /// The diary's folder.
    pub fn folder(&self) -> &Path {
        &self.folder.path
    }
}

/// Reads a folder; while another program writes, a first look that finds damage may only have met a checkpoint halfway.
fn load_settled(folder: &Folder, alone: bool) -> Result<Loaded, StorageError> {
    let loaded = load::load(folder)?;
    if alone || loaded.problems.is_empty() { Ok(loaded) } else { load::load(folder) }
}
