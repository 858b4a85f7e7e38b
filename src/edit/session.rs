//! A session: one diary with its history, from the first edit to the last. Whoever keeps the diary (in files, in memory, not at
//! all) is handed what each edit leaves behind.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Instant;

use super::change::Change;
use super::error::CommandError;
use super::history::{History, KeptStep, MergeKey};
use super::journal_op::JournalOp;
use super::{Command, plan, trial};
use crate::model::diary::Diary;
use crate::model::entry::EntryId;
use crate::model::photo::BlobId;
use crate::model::record::{Record, RecordKey};
use crate::model::time::{ClockDoubt, Day, doubted_clock};

/// One diary with its history.
#[derive(Debug, Clone, Default)]
pub struct Session {
    diary: Arc<Diary>,
    history: History,
    pretended_today: Option<Day>,
    pretended_doubt: Option<ClockDoubt>,
}

/// What an edit did.
#[derive(Debug, Clone, PartialEq)]
pub struct Edited {
    /// Name of the step.
    pub label: String,
    /// What changed; nothing, if the diary said so already.
    pub changes: Vec<Change>,
    /// What is to be kept of it.
    pub ops: Vec<JournalOp>,
}

impl Edited {
    /// Days that changed.
    pub fn days(&self) -> Vec<Day> {
        self.changes.iter().filter_map(Change::day).collect()
    }

    /// Things that were not there before, under the numbers that they were given.
    pub fn created(&self) -> Vec<RecordKey> {
        let created = self.changes.iter().filter(|change| change.before.is_none() && change.after.is_some());
        created.map(|change| change.key.clone()).collect()
    }

    /// Entries that were not there before, with their day and the numbers that they were given.
    pub fn created_entries(&self) -> Vec<(Day, EntryId)> {
        let mut created = Vec::new();
        for change in &self.changes {
            let Some(Record::Day(after)) = &change.after else { continue };
            let was_there = |id| matches!(&change.before, Some(Record::Day(before)) if before.entry(id).is_some());
            let new = after.entries.iter().map(|entry| entry.id).filter(|id| !was_there(*id));
            created.extend(new.map(|id| (after.date, id)));
        }
        created
    }
}

impl Session {
    /// A session that begins with a diary.
    pub fn new(diary: Diary) -> Self {
        Self { diary: Arc::new(diary), ..Self::default() }
    }

    /// The same session, going on after the steps of an earlier run, oldest first.
    #[must_use]
    pub fn going_on(self, steps: Vec<KeptStep>) -> Self {
        Self { history: History::going_on(steps, Instant::now()), ..self }
    }

    /// The steps that can be undone, oldest first, as they are kept when the diary is closed.
    pub fn to_keep(&self) -> Vec<KeptStep> {
        self.history.to_keep()
    }

    /// The diary as it is now.
    pub fn diary(&self) -> &Arc<Diary> {
        &self.diary
    }

    /// The diary day it is now.
    pub fn today(&self) -> Day {
        self.pretended_today.unwrap_or_else(|| self.diary.settings().day_end.today())
    }

    /// From now on, as if it were another day.
    pub fn pretend_today(&mut self, today: Day) {
        self.pretended_today = Some(today);
    }

    /// From now on, as if the clock were doubted so.
    pub fn pretend_doubt(&mut self, doubt: ClockDoubt) {
        self.pretended_doubt = Some(doubt);
    }

    /// Why today is no day to file anything under, if so: a clock outside the years of a diary shows the nearest day of them.
    fn doubt(&self) -> Option<ClockDoubt> {
        let clock = || doubted_clock().filter(|_| self.pretended_today.is_none());
        self.pretended_doubt.clone().or_else(clock).filter(ClockDoubt::is_outside)
    }

    /// Forgets every step: what there is now is where this diary starts.
    pub fn forget_history(&mut self) {
        self.history = History::default();
    }

    /// Forgets every state of photos whose pictures go for good, so that no undo brings back a photo without one.
    pub fn forget_pictures(&mut self, pictures: &BTreeSet<BlobId>) {
        let is_of =
            |record: &Option<Record>| matches!(record, Some(Record::Photo(photo)) if pictures.contains(&photo.blob));
        self.history.forget(|change| is_of(&change.before) || is_of(&change.after));
    }

    /// Carries a command out: checks it, changes the diary, records the step. Rapid edits of one field are one step.
    ///
    /// # Errors
    /// [`CommandError`]; the diary is then as it was.
    pub fn submit(&mut self, command: Command, now: Instant) -> Result<Edited, CommandError> {
        let merge_key = command.merge_key();
        self.submit_as(command, merge_key, now)
    }

    /// Carries out what was typed into a field. Everything typed in one visit to the field is one step.
    ///
    /// # Errors
    /// As [`submit`](Self::submit).
    pub fn submit_typed(&mut self, command: Command, visit: u64, now: Instant) -> Result<Edited, CommandError> {
        self.submit_as(command, Some(MergeKey::Visit(visit)), now)
    }

    fn submit_as(
        &mut self,
        command: Command,
        merge_key: Option<MergeKey>,
        now: Instant,
    ) -> Result<Edited, CommandError> {
        let label = command.label(&self.diary, self.today());
        let changes = plan(&self.diary, command, self.today())?;
        let day = self.today();
        let is_new = |change: &Change| change.day() == Some(day) && change.before.is_none();
        if let Some(doubt) = self.doubt().filter(|_| changes.iter().any(is_new)) {
            return Err(CommandError::Clock { day, doubt });
        }
        if !changes.is_empty() {
            self.history.record(label.clone(), changes.clone(), merge_key, now);
        }
        Ok(self.apply(label, changes))
    }

    /// Takes the last step back. `None` if there is none.
    pub fn undo(&mut self) -> Option<Edited> {
        let (label, changes) = self.history.undo()?;
        Some(self.apply(label, self.as_seen(changes)))
    }

    /// Makes the last undone step again. `None` if there is none.
    pub fn redo(&mut self) -> Option<Edited> {
        let (label, changes) = self.history.redo()?;
        Some(self.apply(label, self.as_seen(changes)))
    }

    /// Name of the step undo would take back.
    pub fn undo_label(&self) -> Option<&str> {
        self.history.undo_label()
    }

    /// Name of the step redo would make again.
    pub fn redo_label(&self) -> Option<&str> {
        self.history.redo_label()
    }

    /// Steps go back and forth, but what a person has seen of a trial stays noted.
    fn as_seen(&self, changes: Vec<Change>) -> Vec<Change> {
        changes.into_iter().map(|change| trial::keep_seen(&self.diary, change, self.today())).collect()
    }

    fn apply(&mut self, label: String, changes: Vec<Change>) -> Edited {
        let mut ops = Vec::new();
        if !changes.is_empty() {
            let diary = Arc::make_mut(&mut self.diary);
            ops.extend(changes.iter().map(|change| change.apply(diary)));
        }
        Edited { label, changes, ops }
    }
}
