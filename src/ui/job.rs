//! Work that would hold up the window: it runs on a thread of its own, tells how far it is, and can be stopped.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex};
use std::thread;

use crate::workspace::Wake;

/// How far a job is and whether it is still wanted.
#[derive(Clone, Default)]
pub struct Ticket {
    stopped: Arc<AtomicBool>,
    /// Bits of how far it is, 0 to 1.
    done: Arc<AtomicU32>,
}

impl Ticket {
    /// Tells how far the work is, 0 to 1; gives whether to go on.
    pub fn tell(&self, done: f32) -> bool {
        self.done.store(done.clamp(0.0, 1.0).to_bits(), Ordering::Relaxed);
        !self.stopped.load(Ordering::Relaxed)
    }
}

/// A job whose answer is awaited.
pub struct Job<T> {
    ticket: Ticket,
    answer: Receiver<T>,
}

impl<T: Send + 'static> Job<T> {
    /// Starts the work. The window is woken when it is done.
    pub fn start(wake: Wake, work: impl FnOnce(&Ticket) -> T + Send + 'static) -> Self {
        let ticket = Ticket::default();
        let (send, answer) = channel();
        let inner = ticket.clone();
        thread::spawn(move || {
            // Nobody may be waiting any more; then the answer is not needed.
            send.send(work(&inner)).ok();
            wake();
        });
        Self { ticket, answer }
    }

    /// The answer, once. `Err` if the work ended without one.
    pub fn poll(&self) -> Option<Result<T, Ended>> {
        match self.answer.try_recv() {
            Ok(answer) => Some(Ok(answer)),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(Ended)),
        }
    }

    /// How far it is, 0 to 1.
    pub fn done(&self) -> f32 {
        f32::from_bits(self.ticket.done.load(Ordering::Relaxed))
    }

    /// Asks it to stop.
    pub fn stop(&self) {
        self.ticket.stopped.store(true, Ordering::Relaxed);
    }
}

/// The work ended without an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended;

/// A job in a dialog: shared, since a dialog is copied from frame to frame.
pub type Shared<T> = Arc<Mutex<Job<T>>>;
