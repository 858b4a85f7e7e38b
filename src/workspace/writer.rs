//! The writer thread. One record is written at a time; edits that arrive meanwhile are joined into the next. What is not
//! acknowledged stays in memory and is tried again every five seconds, so a full disk loses nothing while the program runs.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use super::saver::{BackedUp, KeyWork, Message, Shared, Task, Wake};
use crate::edit::JournalOp;
use crate::model::diary::Diary;
use crate::model::time::Moment;
use crate::storage::Store;

/// Quiet time after which the journal is taken over into month files.
const IDLE: Duration = Duration::from_secs(30);
/// Pause between two tries while the disk refuses.
const RETRY: Duration = Duration::from_secs(5);
/// Journal size at which it is taken over at once.
const CHECKPOINT_BYTES: u64 = 256 * 1024;

/// What is done after what waits is written.
enum After {
    Task(Task),
    BackUp,
}

/// Writes one diary, on a thread of its own.
pub(super) struct Writer {
    store: Store,
    diary: Arc<Diary>,
    shared: Arc<Shared>,
    wake: Wake,
    backed_up: BackedUp,
    /// Not yet durable.
    waiting: Vec<JournalOp>,
    waiting_jobs: u64,
}

impl Writer {
    pub fn new(store: Store, diary: Arc<Diary>, shared: Arc<Shared>, wake: Wake, backed_up: BackedUp) -> Self {
        Self { store, diary, shared, wake, backed_up, waiting: Vec::new(), waiting_jobs: 0 }
    }

    /// Writes until nothing more can come; gives the files, which are still held.
    pub fn run(mut self, receiver: &Receiver<Message>) -> Store {
        loop {
            let pause = if self.waiting.is_empty() { IDLE } else { RETRY };
            match receiver.recv_timeout(pause) {
                Ok(message) => {
                    let mut after = self.take(message);
                    while after.is_none()
                        && let Ok(message) = receiver.try_recv()
                    {
                        after = self.take(message);
                    }
                    self.write();
                    match after {
                        Some(After::Task(task)) => self.perform(task),
                        Some(After::BackUp) => self.back_up(),
                        None => {}
                    }
                    if self.waiting.is_empty() && self.store.journal_bytes() >= CHECKPOINT_BYTES {
                        self.checkpoint();
                    }
                }
                Err(RecvTimeoutError::Timeout) if self.waiting.is_empty() => self.checkpoint(),
                Err(RecvTimeoutError::Timeout) if self.shared.lock().abandoned => {}
                Err(RecvTimeoutError::Timeout) => self.write(),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        if !self.waiting.is_empty() && !self.shared.lock().abandoned {
            self.write();
        }
        if self.waiting.is_empty() {
            self.checkpoint();
        }
        self.store
    }

    /// Takes in what is to be saved; gives what is to be done after it.
    fn take(&mut self, message: Message) -> Option<After> {
        match message {
            Message::Save { ops, diary } => {
                self.waiting.extend(ops);
                self.waiting_jobs += 1;
                self.diary = diary;
                None
            }
            Message::Task(task) => Some(After::Task(task)),
            Message::BackUp => Some(After::BackUp),
        }
    }

    fn perform(&mut self, task: Task) {
        let done = if self.waiting.is_empty() {
            task(&mut self.store, &self.diary).map_err(|error| error.to_string())
        } else {
            Err("your last changes are not on disk yet".to_owned())
        };
        if done.is_ok() {
            // The copies in the second folder are sealed, or get the key, as those here.
            (self.backed_up)();
        }
        let mut progress = self.shared.lock();
        progress.key_work = done.map_or_else(KeyWork::Failed, |()| KeyWork::Done);
        progress.stalled = self.store.stalled().cloned();
        drop(progress);
        (self.wake)();
    }

    fn back_up(&mut self) {
        // What is not durable yet belongs to no copy: its numbers are not given.
        if self.waiting.is_empty() {
            match self.store.back_up(&self.diary) {
                Ok(()) => (self.backed_up)(),
                Err(error) => log::warn!("no full copy: {error}"),
            }
            self.shared.lock().stalled = self.store.stalled().cloned();
            (self.wake)();
        }
    }

    fn write(&mut self) {
        if self.waiting.is_empty() && self.waiting_jobs == 0 {
            return;
        }
        let outcome = self.store.append(&self.waiting);
        let mut progress = self.shared.lock();
        match outcome {
            Ok(saved) => {
                self.waiting.clear();
                progress.durable += std::mem::take(&mut self.waiting_jobs);
                progress.failing = None;
                progress.last_saved = Some(saved.at);
            }
            Err(error) => {
                log::warn!("not saved: {error}");
                let since = progress.failing.take().map_or_else(Moment::now, |(since, _)| since);
                progress.failing = Some((since, error.to_string()));
            }
        }
        progress.found.extend(self.store.take_found());
        drop(progress);
        self.shared.changed.notify_all();
        (self.wake)();
    }

    fn checkpoint(&mut self) {
        if self.store.is_clean() {
            return;
        }
        match self.store.checkpoint(&self.diary) {
            Ok(()) => (self.backed_up)(),
            Err(error) => log::warn!("no checkpoint: {error}"),
        }
        let found = self.store.take_found();
        let stalled = self.store.stalled().cloned();
        let mut progress = self.shared.lock();
        let is_news = !found.is_empty() || progress.stalled != stalled;
        progress.found.extend(found);
        progress.stalled = stalled;
        drop(progress);
        if is_news {
            (self.wake)();
        }
    }
}
