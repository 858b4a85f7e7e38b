//! Edits of an open diary: carried out, taken back, made again, and handed to the writer and to the day table.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use super::error::WorkspaceError;
use super::open::Workspace;
use crate::columns;
use crate::edit::{Change, Command, Edited};
use crate::model::entry::EntryId;
use crate::model::photo::BlobId;
use crate::model::record::{Record, RecordKey};
use crate::model::time::Day;
use crate::storage;

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

impl Workspace {
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
            self.look_for_photos(&edited.changes);
            self.refresh_table(&edited.changes);
            if let Some(saver) = &self.saver {
                saver.enqueue(edited.ops, self.session.diary().clone());
            }
        }
        Receipt { label: edited.label, days, created, entries, revision: self.revision }
    }

    /// Says how many pictures are here where photos came back without theirs, or went.
    fn look_for_photos(&mut self, changes: &[Change]) {
        let files = self.photo_files();
        let is_bare = |change: &Change| match (&change.before, &change.after) {
            (None, Some(Record::Photo(photo))) => !files.holds(photo.blob),
            (Some(Record::Photo(_)), None) => self.notices.speak_of_photos(),
            _ => false,
        };
        if changes.iter().any(is_bare) {
            let missing = storage::missing_photos(self.folder(), self.diary());
            self.notices.hear_of_photos(missing);
        }
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
