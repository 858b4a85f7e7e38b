//! One open diary: what is in it, how to change it, and whether it is on disk.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use super::notices::{Notice, Notices};
use super::saver::{SaveState, Saver, Wake};
use super::second_copies::SecondCopies;
use crate::columns::{self, DayTable};
use crate::edit::{Change, Command, CommandError, Edited, Session};
use crate::evidence::safety::{self, Flag};
use crate::model::diary::Diary;
use crate::model::entry::EntryId;
use crate::model::photo::BlobId;
use crate::model::record::RecordKey;
use crate::model::time::Day;
use crate::sample;
use crate::storage::seal::{Secret, Vault};
use crate::storage::{self, Access, OpenReport, StorageError, Store};

/// Why the workspace did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum WorkspaceError {
    /// The command does not fit the diary.
    #[error(transparent)]
    Command(#[from] CommandError),
    /// The diary is open for reading only.
    #[error("not changed: {0}")]
    ReadOnly(String),
    /// The disk.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The sample diary has no place to be.
    #[error(
        "the sample diary needs a temporary folder, and none could be made: {0}; free some space in the temporary folder"
    )]
    NoTemporaryFolder(String),
    /// The disk refused a save.
    #[error("not saved: {0}")]
    NotSaved(String),
}

/// What an edit did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Name of the step.
    pub label: String,
    /// Days that changed.
    pub days: Vec<Day>,
    /// Things that were not there before, under the numbers that they were given.
    pub created: Vec<RecordKey>,
    /// Entries that were not there before.
    pub entries: Vec<(Day, EntryId)>,
    /// Number of the diary's state after it.
    pub revision: u64,
}

/// One open diary with its history and its writer.
pub struct Workspace {
    session: Session,
    revision: u64,
    pub(super) saver: Option<Saver>,
    /// Its copies in a second folder.
    pub(super) second: Option<SecondCopies>,
    /// The key of the diary, if it is encrypted; shared with the writer.
    pub(super) vault: Vault,
    read_only: Option<String>,
    report: OpenReport,
    notices: Notices,
    table: OnceLock<Arc<DayTable>>,
    /// What the rules say, and of which day.
    flags: OnceLock<(Day, Arc<[Flag]>)>,
    made_up: Option<tempfile::TempDir>,
}

impl Workspace {
    /// Opens the diary of a folder. A diary that cannot be written (open elsewhere, newer, damaged) is opened for reading,
    /// and [`SaveState::ReadOnly`] says why.
    ///
    /// # Errors
    /// [`StorageError`] if nothing can be read.
    pub fn open(folder: &Path, access: Access, wake: Wake) -> Result<Self, WorkspaceError> {
        Self::open_with(folder, access, &Vault::default(), wake)
    }

    /// Opens a diary that may be encrypted.
    ///
    /// # Errors
    /// As [`open`](Self::open); [`StorageError::Locked`] if it is and the vault has no key.
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
        Ok(Self { session, revision: 0, saver, second, vault, read_only, report, notices, table, flags, made_up: None })
    }

    /// Opens a diary for changes with what opens its lock, if it has one.
    ///
    /// # Errors
    /// As [`open_with`](Self::open_with), and [`StorageError::WrongPassphrase`].
    pub fn unlock(folder: &Path, secret: Option<&Secret>, wake: Wake) -> Result<Self, WorkspaceError> {
        let vault = secret.map(|secret| Vault::unlock(folder, secret)).transpose()?;
        Self::open_with(folder, Access::Write, &vault.unwrap_or_default(), wake)
    }

    /// Opens the made-up sample diary in a temporary folder, which goes away with the workspace.
    ///
    /// # Errors
    /// [`WorkspaceError::NoTemporaryFolder`], or what opening a new diary may say.
    pub fn open_sample(wake: Wake) -> Result<Self, WorkspaceError> {
        Self::open_sample_on(None, wake)
    }

    /// The sample as it would be opened on a given day, so that pictures of it never change.
    ///
    /// # Errors
    /// As [`open_sample`](Self::open_sample).
    pub fn open_sample_on(today: Option<Day>, wake: Wake) -> Result<Self, WorkspaceError> {
        let folder = tempfile::Builder::new().prefix("gutskin-sample-").tempdir();
        let folder = folder.map_err(|error| WorkspaceError::NoTemporaryFolder(error.to_string()))?;
        let mut workspace = Self::open(folder.path(), Access::Write, wake)?;
        if let Some(today) = today {
            workspace.session.pretend_today(today);
        }
        for command in sample::sample(sample::SEED, workspace.today()).into_commands() {
            workspace.submit(command)?;
        }
        workspace.add_drawn_photos()?;
        // The sample is where this diary starts: there is nothing to undo yet.
        workspace.session.forget_history();
        workspace.made_up = Some(folder);
        Ok(workspace)
    }

    /// The same diary as if it were another day, so that what is said of it never changes.
    #[must_use]
    pub fn as_on(mut self, today: Day) -> Self {
        self.session.pretend_today(today);
        self.flags = OnceLock::new();
        self
    }

    /// Whether everything in this diary is made up.
    pub fn is_made_up(&self) -> bool {
        self.made_up.is_some()
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

    /// Name of the step undo would take back.
    pub fn undo_label(&self) -> Option<&str> {
        self.session.undo_label()
    }

    /// Name of the step redo would make again.
    pub fn redo_label(&self) -> Option<&str> {
        self.session.redo_label()
    }

    /// Carries a command out: checks, changes, hands to the writer.
    ///
    /// # Errors
    /// [`WorkspaceError::Command`] or [`WorkspaceError::ReadOnly`]; the diary is then as it was.
    pub fn submit(&mut self, command: Command) -> Result<Receipt, WorkspaceError> {
        self.check_writable()?;
        let is_sweeping = command.is_sweeping();
        let edited = self.session.submit(command, Instant::now())?;
        if let Some(saver) = self.saver.as_ref().filter(|_| is_sweeping && !edited.changes.is_empty()) {
            saver.back_up();
        }
        Ok(self.take_over(edited))
    }

    /// Carries out what was typed into a field. Everything typed in one visit to the field is one step of undo.
    ///
    /// # Errors
    /// As [`submit`](Self::submit).
    pub fn submit_typed(&mut self, command: Command, visit: u64) -> Result<Receipt, WorkspaceError> {
        self.check_writable()?;
        let edited = self.session.submit_typed(command, visit, Instant::now())?;
        Ok(self.take_over(edited))
    }

    /// Takes the last step back. `None` if there is none.
    ///
    /// # Errors
    /// [`WorkspaceError::ReadOnly`].
    pub fn undo(&mut self) -> Result<Option<Receipt>, WorkspaceError> {
        self.check_writable()?;
        let edited = self.session.undo();
        Ok(edited.map(|edited| self.take_over(edited)))
    }

    /// Makes the last undone step again. `None` if there is none.
    ///
    /// # Errors
    /// [`WorkspaceError::ReadOnly`].
    pub fn redo(&mut self) -> Result<Option<Receipt>, WorkspaceError> {
        self.check_writable()?;
        let edited = self.session.redo();
        Ok(edited.map(|edited| self.take_over(edited)))
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
        self.notices.all()
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
        self.notices.understand(notice);
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

    /// Forgets what undo remembers of pictures.
    pub(super) fn forget_pictures(&mut self, pictures: &BTreeSet<BlobId>) {
        self.session.forget_pictures(pictures);
    }

    pub(super) fn check_writable(&self) -> Result<(), WorkspaceError> {
        self.read_only.as_ref().map_or(Ok(()), |reason| Err(WorkspaceError::ReadOnly(reason.clone())))
    }

    /// Keeps what an edit left behind: in the table, and on the disk.
    fn take_over(&mut self, edited: Edited) -> Receipt {
        let (days, created, entries) = (edited.days(), edited.created(), edited.created_entries());
        if !edited.changes.is_empty() {
            self.revision += 1;
            self.flags = OnceLock::new();
            self.refresh_table(&edited.changes);
            if let Some(saver) = &self.saver {
                saver.enqueue(edited.ops, self.session.diary().clone());
            }
        }
        Receipt { label: edited.label, days, created, entries, revision: self.revision }
    }

    /// Recomputes only the rows that changed where that is enough.
    fn refresh_table(&mut self, changes: &[Change]) {
        let Some(mut table) = self.table.take() else { return };
        let only_pages = changes.iter().all(|change| change.day().is_some());
        let up_to_date = only_pages && changes.len() <= 40 && {
            let table = Arc::make_mut(&mut table);
            changes.iter().filter_map(Change::day).all(|day| columns::update_day(table, self.session.diary(), day))
        };
        if up_to_date {
            self.table = OnceLock::from(table);
        }
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        // What the last checkpoint found is for the next window. The files are held until it is written down.
        if let Some(saver) = self.saver.take() {
            let (news, held) = saver.finish();
            self.notices.hear(news);
            if let Some(Err(error)) = held.map(|store| store.keep_steps(&self.session.to_keep())) {
                log::warn!("the steps to be undone are not kept: {error}");
            }
        }
        if let Some(second) = &self.second {
            second.finish();
        }
    }
}
