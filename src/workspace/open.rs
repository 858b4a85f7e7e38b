//! One open diary: what is in it, how to change it, and whether it is on disk.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use super::error::WorkspaceError;
use super::notices::{Notice, Notices};
use super::saver::{SaveState, Saver, Wake};
use super::second_copies::SecondCopies;
use super::whereabouts::Acquaintance;
use crate::columns::{self, DayTable};
use crate::edit::Session;
use crate::evidence::safety::{self, Flag};
use crate::model::diary::Diary;
use crate::model::time::Day;
use crate::storage::seal::{Secret, Vault};
use crate::storage::{self, Access, OpenReport, Store};

/// One open diary with its history and its writer.
pub struct Workspace {
    pub(super) session: Session,
    pub(super) revision: u64,
    pub(super) saver: Option<Saver>,
    /// Its copies in a second folder.
    pub(super) second: Option<SecondCopies>,
    /// The key of the diary, if it is encrypted; shared with the writer.
    pub(super) vault: Vault,
    pub(super) read_only: Option<String>,
    report: OpenReport,
    pub(super) notices: Notices,
    /// What this computer knows of it.
    pub(super) acquaintance: Option<Acquaintance>,
    pub(super) table: OnceLock<Arc<DayTable>>,
    /// What the rules say, and of which day.
    pub(super) flags: OnceLock<(Day, Arc<[Flag]>)>,
    pub(super) made_up: Option<tempfile::TempDir>,
}

impl Workspace {
    /// Opens the diary of a folder. A diary that cannot be written (open elsewhere, newer, damaged) is opened for reading,
    /// and [`SaveState::ReadOnly`] says why.
    ///
    /// # Errors
    /// [`StorageError`](crate::storage::StorageError) if nothing can be read.
    pub fn open(folder: &Path, access: Access, wake: Wake) -> Result<Self, WorkspaceError> {
        Self::open_with(folder, access, &Vault::default(), wake)
    }

    /// Opens a diary that may be encrypted.
    ///
    /// # Errors
    /// As [`open`](Self::open); [`StorageError::Locked`](crate::storage::StorageError::Locked) if it is and the vault has no key.
    pub fn open_with(folder: &Path, access: Access, vault: &Vault, wake: Wake) -> Result<Self, WorkspaceError> {
        let opened = Store::open_with(folder, access, vault)?;
        let steps = opened.store.kept_steps(&opened.diary);
        let session = Session::new(opened.diary).going_on(steps);
        let read_only = match (&opened.report.read_only, access) {
            (Some(reason), _) => Some(reason.to_string()),
            (None, Access::Read) => Some("it was opened for reading".to_owned()),
            (None, Access::Write) => None,
        };
        let notices = Notices::new(opened.store.folder(), vault.clone(), &opened.report, read_only.is_none());
        let is_written = read_only.is_none();
        let second = is_written.then(|| SecondCopies::start(opened.store.folder(), vault, wake.clone()));
        let saver = second.clone().map(|second| {
            let backed_up = Box::new(move || second.bring());
            Saver::start(opened.store, session.diary().clone(), opened.report.last_saved.clone(), wake, backed_up)
        });
        let (table, flags) = (OnceLock::new(), OnceLock::new());
        let report = opened.report;
        let vault = vault.clone();
        Ok(Self {
            session,
            revision: 0,
            saver,
            second,
            vault,
            read_only,
            report,
            notices,
            acquaintance: None,
            table,
            flags,
            made_up: None,
        })
    }

    /// Opens a diary for changes with what opens its lock, if it has one.
    ///
    /// # Errors
    /// As [`open_with`](Self::open_with), and [`StorageError::WrongPassphrase`](crate::storage::StorageError::WrongPassphrase).
    pub fn unlock(folder: &Path, secret: Option<&Secret>, wake: Wake) -> Result<Self, WorkspaceError> {
        let vault = secret.map(|secret| Vault::unlock(folder, secret)).transpose()?;
        Self::open_with(folder, Access::Write, &vault.unwrap_or_default(), wake)
    }

    /// The same diary as if it were another day, so that what is said of it never changes.
    #[must_use]
    pub fn as_on(mut self, today: Day) -> Self {
        self.session.pretend_today(today);
        self.flags = OnceLock::new();
        self
    }

    /// The diary as it is now.
    pub fn diary(&self) -> &Arc<Diary> {
        self.session.diary()
    }

    /// The day table of the diary as it is now; made when first asked for.
    pub fn table(&self) -> Arc<DayTable> {
        self.table.get_or_init(|| Arc::new(columns::tabulate(self.session.diary()))).clone()
    }

    /// What the rules of safety say of the diary as it is now, the most urgent first.
    pub fn flags(&self) -> Arc<[Flag]> {
        let today = self.today();
        let of = |today| Arc::from(safety::flags(self.diary(), &self.table(), today));
        let (day, flags) = self.flags.get_or_init(|| (today, of(today)));
        // Past the day's end, until `hear` drops them.
        if *day == today { flags.clone() } else { of(today) }
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        self.notices.folder()
    }

    /// What tells this diary from all others, for files that leave the program; empty if it cannot be read, or is made up.
    pub fn diary_id(&self) -> String {
        if self.is_made_up() { String::new() } else { storage::diary_id(self.folder()).unwrap_or_default() }
    }

    /// The diary day it is now.
    pub fn today(&self) -> Day {
        self.session.today()
    }

    /// Rises with every change.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// What was found while opening.
    pub fn report(&self) -> &OpenReport {
        &self.report
    }

    /// Why the diary cannot be changed, if so.
    pub fn read_only(&self) -> Option<&str> {
        self.read_only.as_deref()
    }

    /// The state of saving.
    pub fn save_state(&self) -> SaveState {
        match (&self.saver, &self.read_only) {
            (Some(saver), _) => saver.state(),
            (None, reason) => SaveState::ReadOnly(reason.clone().unwrap_or_default()),
        }
    }

    /// What opening, saving and checkpoints found or could not do, and nobody has understood yet.
    pub fn notices(&self) -> Vec<Notice> {
        self.unread_whereabouts().iter().cloned().chain(self.notices.all()).collect()
    }

    /// Takes in what the writer found since; to be called before [`notices`](Self::notices) are shown.
    pub fn hear(&mut self) {
        let today = self.today();
        if self.flags.get().is_some_and(|(day, _)| *day != today) {
            self.flags = OnceLock::new();
        }
        if let Some(saver) = &self.saver {
            self.notices.hear(saver.take_news());
        }
        self.notices.hear_of_second(self.second.as_ref().and_then(SecondCopies::notice));
    }

    /// Somebody has read and understood this one.
    pub fn understand(&mut self, notice: &Notice) {
        if !self.acquaintance.as_mut().is_some_and(|acquaintance| acquaintance.understand(notice)) {
            self.notices.understand(notice);
        }
    }

    /// Waits until everything is durable on disk.
    ///
    /// # Errors
    /// [`WorkspaceError::NotSaved`] with the disk's reason.
    pub fn wait_until_saved(&self) -> Result<(), WorkspaceError> {
        self.saver.as_ref().map_or(Ok(()), |saver| saver.wait().map_err(WorkspaceError::NotSaved))
    }

    /// Gives up what the disk refused; what was saved stays.
    pub fn abandon_unsaved(&self) {
        if let Some(saver) = &self.saver {
            saver.abandon();
        }
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        // What the last checkpoint found is for the next window. The files are held until it is written down.
        if let Some(saver) = self.saver.take() {
            let (news, held) = saver.finish();
            self.notices.hear(news);
            if let Some(store) = held {
                if let Err(error) = store.keep_steps(&self.session.to_keep()) {
                    log::warn!("the steps to be undone are not kept: {error}");
                }
                if let Some(acquaintance) = self.acquaintance.take() {
                    acquaintance.close(self, store.seq());
                }
            }
        }
        if let Some(second) = &self.second {
            second.finish();
        }
    }
}
