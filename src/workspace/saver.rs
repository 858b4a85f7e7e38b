//! The writer thread: everything that goes to disk goes through it, so that typing never waits for a disk.
//!
//! One record is written at a time; edits that arrive meanwhile are joined into the next. What is not acknowledged stays in
//! memory and is tried again every five seconds, so a full disk loses nothing while the program runs.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::edit::JournalOp;
use crate::model::diary::Diary;
use crate::model::time::Moment;
use crate::storage::{Problem, StorageError, Store};

/// Called whenever the state of saving changed, from any thread; a window asks for a repaint here.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// Quiet time after which the journal is taken over into month files.
const IDLE: Duration = Duration::from_secs(30);
/// Pause between two tries while the disk refuses.
const RETRY: Duration = Duration::from_secs(5);
/// Journal size at which it is taken over at once.
const CHECKPOINT_BYTES: u64 = 256 * 1024;

/// How far the disk is behind the screen. What it says is true at every moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveState {
    /// Everything is on disk; the moment of the last save of this diary, if there was one.
    Saved(Option<Moment>),
    /// Something is on its way to the disk.
    Saving,
    /// The disk refuses: since when, and why.
    NotSaved {
        /// Since when.
        since: Moment,
        /// Why, and what to do.
        reason: String,
    },
    /// Nothing is ever written, and why.
    ReadOnly(String),
}

/// Work on the key of a diary, or on all of its files.
pub(super) type Task = Box<dyn FnOnce(&mut Store, &Diary) -> Result<(), StorageError> + Send>;

/// How the last work on the key of a diary stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum KeyWork {
    /// None was asked for.
    #[default]
    None,
    /// It is being done; what is logged meanwhile is saved after it.
    Running,
    /// It is done.
    Done,
    /// It was not done, and why.
    Failed(String),
}

enum Message {
    Save { ops: Vec<JournalOp>, diary: Arc<Diary> },
    Task(Task),
}

struct Progress {
    enqueued: u64,
    durable: u64,
    failing: Option<(Moment, String)>,
    last_saved: Option<Moment>,
    /// What the last checkpoint could not do; the journal still holds everything.
    stalled: Option<Problem>,
    /// What was found and nobody has asked for yet.
    found: Vec<Problem>,
    /// What is not durable is not to be tried again.
    abandoned: bool,
    key_work: KeyWork,
}

struct Shared {
    progress: Mutex<Progress>,
    changed: Condvar,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Handle to the writer thread. Dropping it waits until everything is written, in the journal and in the files.
pub struct Saver {
    sender: Option<Sender<Message>>,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<Store>>,
}

/// What the writer found since it was last asked.
pub struct News {
    /// What saving and checkpoints found.
    pub found: Vec<Problem>,
    /// What a checkpoint cannot do now.
    pub stalled: Option<Problem>,
}

impl Saver {
    /// Starts the writer thread of an open store.
    pub fn start(store: Store, diary: Arc<Diary>, last_saved: Option<Moment>, wake: Wake) -> Self {
        let (sender, receiver) = channel();
        let progress = Progress {
            enqueued: 0,
            durable: 0,
            failing: None,
            last_saved,
            stalled: store.stalled().cloned(),
            found: Vec::new(),
            abandoned: false,
            key_work: KeyWork::None,
        };
        let shared = Arc::new(Shared { progress: Mutex::new(progress), changed: Condvar::new() });
        let writer = Writer { store, diary, shared: shared.clone(), wake, waiting: Vec::new(), waiting_jobs: 0 };
        let thread = std::thread::Builder::new().name("writer".to_owned()).spawn(move || writer.run(&receiver)).ok();
        Self { sender: Some(sender), shared, thread }
    }

    /// Hands what an edit left behind to the writer.
    pub fn enqueue(&self, ops: Vec<JournalOp>, diary: Arc<Diary>) {
        let mut progress = self.shared.lock();
        progress.enqueued += 1;
        let sent = self.sender.as_ref().is_some_and(|sender| sender.send(Message::Save { ops, diary }).is_ok());
        if !sent && progress.failing.is_none() {
            progress.failing =
                Some((Moment::now(), "the writer has stopped; export a copy, then start the program again".to_owned()));
        }
    }

    /// Hands work on the key, or on all files, to the writer.
    pub fn start_task(&self, task: Task) {
        let mut progress = self.shared.lock();
        let sent = self.sender.as_ref().is_some_and(|sender| sender.send(Message::Task(task)).is_ok());
        progress.key_work = if sent { KeyWork::Running } else { KeyWork::Failed("the writer has stopped".to_owned()) };
    }

    /// How the last of it stands.
    pub fn key_work(&self) -> KeyWork {
        self.shared.lock().key_work.clone()
    }

    /// The state of saving.
    pub fn state(&self) -> SaveState {
        let progress = self.shared.lock();
        match &progress.failing {
            Some((since, reason)) => SaveState::NotSaved { since: since.clone(), reason: reason.clone() },
            None if progress.durable < progress.enqueued => SaveState::Saving,
            None => SaveState::Saved(progress.last_saved.clone()),
        }
    }

    /// Waits until everything enqueued is durable, or the disk refuses it.
    ///
    /// # Errors
    /// The reason the disk gave.
    pub fn wait(&self) -> Result<(), String> {
        let mut progress = self.shared.lock();
        loop {
            if let Some((_, reason)) = &progress.failing {
                return Err(reason.clone());
            }
            if progress.durable >= progress.enqueued {
                return Ok(());
            }
            progress = self.shared.changed.wait(progress).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Gives up what the disk refused, so that it is not written later behind the back of somebody who was told it failed.
    pub fn abandon(&self) {
        self.shared.lock().abandoned = true;
    }

    /// What was found since this was last asked for.
    pub fn take_news(&self) -> News {
        let mut progress = self.shared.lock();
        News { found: std::mem::take(&mut progress.found), stalled: progress.stalled.clone() }
    }

    /// Waits until everything is written, in the journal and in the files; gives what was found on the way, and the files, which are still held.
    pub fn finish(mut self) -> (News, Option<Store>) {
        let store = self.stop();
        (self.take_news(), store)
    }

    fn stop(&mut self) -> Option<Store> {
        self.sender = None;
        self.thread.take().and_then(|thread| thread.join().ok())
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        self.stop();
    }
}

struct Writer {
    store: Store,
    diary: Arc<Diary>,
    shared: Arc<Shared>,
    wake: Wake,
    /// Not yet durable.
    waiting: Vec<JournalOp>,
    waiting_jobs: u64,
}

impl Writer {
    fn run(mut self, receiver: &Receiver<Message>) -> Store {
        loop {
            let pause = if self.waiting.is_empty() { IDLE } else { RETRY };
            match receiver.recv_timeout(pause) {
                Ok(message) => {
                    let mut task = self.take(message);
                    while task.is_none()
                        && let Ok(message) = receiver.try_recv()
                    {
                        task = self.take(message);
                    }
                    self.write();
                    if let Some(task) = task {
                        self.perform(task);
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
    fn take(&mut self, message: Message) -> Option<Task> {
        match message {
            Message::Save { ops, diary } => {
                self.waiting.extend(ops);
                self.waiting_jobs += 1;
                self.diary = diary;
                None
            }
            Message::Task(task) => Some(task),
        }
    }

    fn perform(&mut self, task: Task) {
        let done = if self.waiting.is_empty() {
            task(&mut self.store, &self.diary).map_err(|error| error.to_string())
        } else {
            Err("your last changes are not on disk yet".to_owned())
        };
        let mut progress = self.shared.lock();
        progress.key_work = done.map_or_else(KeyWork::Failed, |()| KeyWork::Done);
        progress.stalled = self.store.stalled().cloned();
        drop(progress);
        (self.wake)();
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
        if let Err(error) = self.store.checkpoint(&self.diary) {
            log::warn!("no checkpoint: {error}");
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
