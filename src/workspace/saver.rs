//! The door to the writer thread: everything that goes to disk is handed in here, so that typing never waits for a disk, and here
//! stands how far the disk is behind.

use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use super::writer::Writer;
use crate::edit::JournalOp;
use crate::model::diary::Diary;
use crate::model::time::Moment;
use crate::storage::{Problem, StorageError, Store};

/// Called whenever the state of saving changed, from any thread; a window asks for a repaint here.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

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

pub(super) enum Message {
    Save {
        ops: Vec<JournalOp>,
        diary: Arc<Diary>,
    },
    Task(Task),
    /// A full copy of the diary as it is after all that came before.
    BackUp,
}

/// Called when there may be a full copy that was not there before.
pub(super) type BackedUp = Box<dyn Fn() + Send>;

pub(super) struct Progress {
    enqueued: u64,
    pub durable: u64,
    pub failing: Option<(Moment, String)>,
    pub last_saved: Option<Moment>,
    /// What the last checkpoint could not do; the journal still holds everything.
    pub stalled: Option<Problem>,
    /// What was found and nobody has asked for yet.
    pub found: Vec<Problem>,
    /// What is not durable is not to be tried again.
    pub abandoned: bool,
    pub key_work: KeyWork,
}

pub(super) struct Shared {
    progress: Mutex<Progress>,
    pub changed: Condvar,
}

impl Shared {
    pub fn lock(&self) -> MutexGuard<'_, Progress> {
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
    pub fn start(store: Store, diary: Arc<Diary>, last_saved: Option<Moment>, wake: Wake, backed_up: BackedUp) -> Self {
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
        let writer = Writer::new(store, diary, shared.clone(), wake, backed_up);
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

    /// Asks for a full copy of the diary as it is after all that was enqueued.
    pub fn back_up(&self) {
        if let Some(sender) = &self.sender {
            sender.send(Message::BackUp).ok();
        }
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
