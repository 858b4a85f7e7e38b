//! Full copies in a second folder. A stick may be gone and a network drive may hang, so all of this runs on a thread of its own:
//! neither saving nor closing waits long for it, and what is in the way is said.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::notices::Notice;
use super::saver::Wake;
use crate::model::text::show_path;
use crate::storage::StorageError;
use crate::storage::copies::DiaryCopy;
use crate::storage::seal::Vault;
use crate::storage::second_folder::{SecondFolder, VerifiedCopies, full, verify};

/// How long closing a diary waits for copies that are on their way.
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// How the copies in a second folder stand.
#[derive(Debug, Clone, Default)]
pub struct SecondState {
    /// The folder that was chosen, if any.
    pub place: Option<PathBuf>,
    /// The copies that lie there, as far as was seen, newest first.
    pub copies: Vec<DiaryCopy>,
    /// Whether it is being worked on.
    pub is_busy: bool,
    /// Why the last of it was not done.
    pub in_the_way: Option<String>,
    /// Whether a full copy waits to be brought there.
    pub is_due: bool,
    /// What reading all full copies came to, here and there.
    pub verified: Option<VerifiedCopies>,
}

/// What is to be done.
enum CopyTask {
    Bring,
    Choose(Option<PathBuf>),
    Verify,
}

/// The copies of one diary in its second folder; shared by all who ask for something.
#[derive(Clone)]
pub(super) struct SecondCopies(Arc<Shared>);

struct Shared {
    state: Mutex<SecondState>,
    /// Dropped when nothing more is asked for.
    sender: Mutex<Option<Sender<CopyTask>>>,
    /// What was asked for and is not done.
    pending: AtomicUsize,
    /// Ends when the thread does.
    ended: Mutex<Receiver<()>>,
}

/// Works on a thread of its own.
struct Worker {
    folder: PathBuf,
    vault: Vault,
    shared: Arc<Shared>,
    wake: Wake,
    chosen: Option<SecondFolder>,
    _ended: Sender<()>,
}

impl SecondCopies {
    /// Those of the diary in a folder, which is open for writing.
    pub fn start(folder: &Path, vault: &Vault, wake: Wake) -> Self {
        let (sender, tasks) = channel();
        let (ending, ended) = channel();
        let chosen = SecondFolder::chosen(folder, vault);
        let state = SecondState { place: chosen.as_ref().map(|chosen| chosen.place.clone()), ..SecondState::default() };
        let shared = Arc::new(Shared {
            state: Mutex::new(state),
            sender: Mutex::new(Some(sender)),
            pending: AtomicUsize::new(0),
            ended: Mutex::new(ended),
        });
        let (folder, vault) = (folder.to_path_buf(), vault.clone());
        let worker = Worker { folder, vault, shared: shared.clone(), wake, chosen, _ended: ending };
        let copies = Self(shared);
        // Without a thread nothing is ever busy, and nothing is brought.
        thread::Builder::new().name("second copies".to_owned()).spawn(move || worker.run(&tasks)).ok();
        copies.bring();
        copies
    }

    /// How they stand.
    pub fn state(&self) -> SecondState {
        let is_busy = self.0.pending.load(Ordering::Acquire) > 0;
        SecondState { is_busy, ..lock(&self.0.state).clone() }
    }

    /// Asks for what is not there yet to be brought, if a folder was chosen.
    pub fn bring(&self) {
        // Somebody may just have chosen one.
        let state = self.state();
        if state.is_busy || state.place.is_some() {
            self.ask(CopyTask::Bring);
        }
    }

    /// Chooses a folder, or none.
    pub fn choose(&self, place: Option<PathBuf>) {
        self.ask(CopyTask::Choose(place));
    }

    /// Asks for all full copies to be read, here and there.
    pub fn verify(&self) {
        self.ask(CopyTask::Verify);
    }

    fn ask(&self, task: CopyTask) {
        self.0.pending.fetch_add(1, Ordering::AcqRel);
        if lock(&self.0.sender).as_ref().is_none_or(|sender| sender.send(task).is_err()) {
            self.0.pending.fetch_sub(1, Ordering::AcqRel);
        }
    }

    /// What somebody should know of it: a copy that waits for a folder that is not there.
    pub fn notice(&self) -> Option<Notice> {
        let state = lock(&self.0.state);
        let (place, what) = (state.place.as_ref()?, state.in_the_way.as_ref().filter(|_| state.is_due)?);
        let done = "your diary itself is saved; a full copy waits to go there, and goes as soon as it can".to_owned();
        Some(Notice { place: show_path(place), what: what.clone(), done, kept: None })
    }

    /// Lets what is on its way arrive, if that does not take long.
    pub fn finish(&self) {
        drop(lock(&self.0.sender).take());
        lock(&self.0.ended).recv_timeout(LONGEST_WAIT).ok();
    }
}

impl Worker {
    fn run(mut self, tasks: &Receiver<CopyTask>) {
        while let Ok(task) = tasks.recv() {
            let done = self.perform(task);
            let is_due = self.chosen.as_ref().is_some_and(|chosen| chosen.is_due(&self.folder));
            let mut state = lock(&self.shared.state);
            state.in_the_way = done.err().map(|error| error.what());
            state.is_due = is_due;
            drop(state);
            self.shared.pending.fetch_sub(1, Ordering::AcqRel);
            (self.wake)();
        }
    }

    fn perform(&mut self, task: CopyTask) -> Result<(), StorageError> {
        match task {
            CopyTask::Bring => self.bring(),
            CopyTask::Choose(None) => {
                SecondFolder::give_up(&self.folder)?;
                self.chosen = None;
                *lock(&self.shared.state) = SecondState::default();
                Ok(())
            }
            CopyTask::Choose(Some(place)) => {
                let chosen = SecondFolder::choose(&self.folder, &self.vault, &place)?;
                let place = Some(chosen.place.clone());
                self.chosen = Some(chosen);
                *lock(&self.shared.state) = SecondState { place, ..SecondState::default() };
                self.bring()
            }
            CopyTask::Verify => {
                let home = self.chosen.as_ref().map(|chosen| chosen.home(&self.folder));
                let folders: Vec<PathBuf> = std::iter::once(full(&self.folder)).chain(home).collect();
                let verified = verify(&folders, &self.vault)?;
                lock(&self.shared.state).verified = Some(verified);
                self.bring()
            }
        }
    }

    fn bring(&mut self) -> Result<(), StorageError> {
        let Some(chosen) = &mut self.chosen else { return Ok(()) };
        let copies = chosen.bring(&self.folder, &self.vault)?;
        lock(&self.shared.state).copies = copies;
        Ok(())
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
