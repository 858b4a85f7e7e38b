//! One open diary: what is in it, how to change it, and whether it is on disk.

use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use super::notices::{Notice, Notices};
use super::saver::{SaveState, Saver, Wake};
use crate::columns::{self, DayTable};
use crate::edit::{self, Change, Command, CommandError, History, MergeKey};
use crate::model::diary::Diary;
use crate::model::time::Day;
use crate::sample;
use crate::storage::{Access, OpenReport, StorageError, Store};

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
    /// Number of the diary's state after it.
    pub revision: u64,
}

/// One open diary with its history and its writer.
pub struct Workspace {
    diary: Arc<Diary>,
    history: History,
    revision: u64,
    saver: Option<Saver>,
    read_only: Option<String>,
    report: OpenReport,
    notices: Notices,
    table: OnceLock<Arc<DayTable>>,
    made_up: Option<tempfile::TempDir>,
    pretended_today: Option<Day>,
}

impl Workspace {
    /// Opens the diary of a folder. A diary that cannot be written (open elsewhere, newer, damaged) is opened for reading,
    /// and [`SaveState::ReadOnly`] says why.
    ///
    /// # Errors
    /// [`StorageError`] if nothing can be read.
    pub fn open(folder: &Path, access: Access, wake: Wake) -> Result<Self, WorkspaceError> {
        let opened = Store::open(folder, access)?;
        let diary = Arc::new(opened.diary);
        let read_only = match (&opened.report.read_only, access) {
            (Some(reason), _) => Some(reason.to_string()),
            (None, Access::Read) => Some("it was opened for reading".to_owned()),
            (None, Access::Write) => None,
        };
        let notices = Notices::new(opened.store.folder(), &opened.report, read_only.is_none());
        let saver = read_only
            .is_none()
            .then(|| Saver::start(opened.store, diary.clone(), opened.report.last_saved.clone(), wake));
        let table = OnceLock::new();
        Ok(Self {
            diary,
            history: History::default(),
            revision: 0,
            saver,
            read_only,
            report: opened.report,
            notices,
            table,
            made_up: None,
            pretended_today: None,
        })
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
        workspace.pretended_today = today;
        for command in sample::sample(sample::SEED, workspace.today()).into_commands() {
            workspace.submit(command)?;
        }
        // The sample is where this diary starts: there is nothing to undo yet.
        workspace.history = History::default();
        workspace.made_up = Some(folder);
        Ok(workspace)
    }

    /// The same diary as if it were another day, so that what is said of it never changes.
    #[must_use]
    pub fn as_on(mut self, today: Day) -> Self {
        self.pretended_today = Some(today);
        self
    }

    /// Whether everything in this diary is made up.
    pub fn is_made_up(&self) -> bool {
        self.made_up.is_some()
    }

    /// The diary as it is now.
    pub fn diary(&self) -> &Arc<Diary> {
        &self.diary
    }

    /// The day table of the diary as it is now; made when first asked for.
    pub fn table(&self) -> Arc<DayTable> {
        self.table.get_or_init(|| Arc::new(columns::tabulate(&self.diary))).clone()
    }

    /// The diary day it is now.
    pub fn today(&self) -> Day {
        self.pretended_today.unwrap_or_else(|| self.diary.settings().day_end.today())
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
        self.history.undo_label()
    }

    /// Name of the step redo would make again.
    pub fn redo_label(&self) -> Option<&str> {
        self.history.redo_label()
    }

    /// Carries a command out: checks, changes, hands to the writer.
    ///
    /// # Errors
    /// [`WorkspaceError::Command`] or [`WorkspaceError::ReadOnly`]; the diary is then as it was.
    pub fn submit(&mut self, command: Command) -> Result<Receipt, WorkspaceError> {
        let merge_key = command.merge_key();
        self.submit_as(command, merge_key)
    }

    /// Carries out what was typed into a field. Everything typed in one visit to the field is one step of undo.
    ///
    /// # Errors
    /// As [`submit`](Self::submit).
    pub fn submit_typed(&mut self, command: Command, visit: u64) -> Result<Receipt, WorkspaceError> {
        self.submit_as(command, Some(MergeKey::Visit(visit)))
    }

    fn submit_as(&mut self, command: Command, merge_key: Option<MergeKey>) -> Result<Receipt, WorkspaceError> {
        self.check_writable()?;
        let label = command.label(&self.diary, self.today());
        let changes = edit::plan(&self.diary, command, self.today())?;
        if !changes.is_empty() {
            self.carry_out(&changes);
            self.history.record(label.clone(), changes.clone(), merge_key, Instant::now());
        }
        Ok(self.receipt(label, &changes))
    }

    /// Takes the last step back. `None` if there is none.
    ///
    /// # Errors
    /// [`WorkspaceError::ReadOnly`].
    pub fn undo(&mut self) -> Result<Option<Receipt>, WorkspaceError> {
        self.check_writable()?;
        let Some((label, changes)) = self.history.undo() else { return Ok(None) };
        self.carry_out(&changes);
        Ok(Some(self.receipt(label, &changes)))
    }

    /// Makes the last undone step again. `None` if there is none.
    ///
    /// # Errors
    /// [`WorkspaceError::ReadOnly`].
    pub fn redo(&mut self) -> Result<Option<Receipt>, WorkspaceError> {
        self.check_writable()?;
        let Some((label, changes)) = self.history.redo() else { return Ok(None) };
        self.carry_out(&changes);
        Ok(Some(self.receipt(label, &changes)))
    }

    /// The state of saving.
    pub fn save_state(&self) -> SaveState {
        match (&self.saver, &self.read_only) {
            (Some(saver), _) => saver.state(),
            (None, reason) => SaveState::ReadOnly(reason.clone().unwrap_or_default()),
        }
    }

    /// What opening, saving and tidying found or could not do, and nobody has understood yet.
    pub fn notices(&self) -> Vec<Notice> {
        self.notices.all()
    }

    /// Takes in what the writer found since; to be called before [`notices`](Self::notices) are shown.
    pub fn hear(&mut self) {
        if let Some(saver) = &self.saver {
            self.notices.hear(saver.take_news());
        }
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

    fn check_writable(&self) -> Result<(), WorkspaceError> {
        self.read_only.as_ref().map_or(Ok(()), |reason| Err(WorkspaceError::ReadOnly(reason.clone())))
    }

    fn receipt(&self, label: String, changes: &[Change]) -> Receipt {
        let days = changes.iter().filter_map(Change::day).collect();
        Receipt { label, days, revision: self.revision }
    }

    fn carry_out(&mut self, changes: &[Change]) {
        let diary = Arc::make_mut(&mut self.diary);
        let ops = changes.iter().map(|change| change.carry_out(diary)).collect();
        self.revision += 1;
        self.refresh_table(changes);
        if let Some(saver) = &self.saver {
            saver.hand_in(ops, self.diary.clone());
        }
    }

    /// Recomputes only the rows that changed where that is enough.
    fn refresh_table(&mut self, changes: &[Change]) {
        let Some(mut table) = self.table.take() else { return };
        let only_pages = changes.iter().all(|change| change.day().is_some());
        let up_to_date = only_pages && changes.len() <= 40 && {
            let table = Arc::make_mut(&mut table);
            changes.iter().filter_map(Change::day).all(|day| columns::update_day(table, &self.diary, day))
        };
        if up_to_date {
            self.table = OnceLock::from(table);
        }
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        // What the last tidying found is for the next window. The files are held until it is written down.
        if let Some(saver) = self.saver.take() {
            let (news, _held) = saver.finish();
            self.notices.hear(news);
        }
    }
}
