//! Work that would hold up whoever asked for it: it runs on a thread of its own, tells how far it is, and can be cancelled. A window
//! only shows what is found here.

pub mod export;
pub mod import;
pub mod insights;
pub mod photo_colors;
pub mod photo_export;
pub mod photo_loader;
pub mod photos;
pub mod report_photos;
pub mod report_preview;
pub mod trial_plan;

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use super::Wake;
use crate::model::locale::Locale;

/// Says, to both sides of a thread, whether work is still wanted.
#[derive(Debug, Clone, Default)]
pub struct CancelToken(Arc<AtomicBool>);

impl CancelToken {
    /// The work is not wanted any more.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether to stop.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// How far work is, and whether it is still wanted.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    cancel: CancelToken,
    /// Bits of the share that is done, 0 to 1.
    share: Arc<AtomicU32>,
}

impl Progress {
    /// Tells which share of the work is done, 0 to 1; hears whether to go on.
    pub fn report(&self, share: f32) -> ControlFlow<()> {
        self.share.store(share.clamp(0.0, 1.0).to_bits(), Ordering::Relaxed);
        if self.cancel.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn share(&self) -> f32 {
        f32::from_bits(self.share.load(Ordering::Relaxed))
    }
}

/// The work ended without an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the work stopped without a result; please try again")]
pub struct JobEnded;

/// Work whose answer is awaited.
#[derive(Debug)]
pub struct Job<T> {
    progress: Progress,
    answer: Receiver<T>,
}

impl<T: Send + 'static> Job<T> {
    /// Starts the work, which writes as this thread does. Whoever waits is woken when it is done.
    pub fn start(wake: Wake, work: impl FnOnce(&Progress) -> T + Send + 'static) -> Self {
        let progress = Progress::default();
        let (send, answer) = channel();
        let inner = progress.clone();
        let locale = Locale::current();
        thread::spawn(move || {
            locale.enter();
            // Nobody may be waiting any more; then the answer is not needed.
            send.send(work(&inner)).ok();
            wake();
        });
        Self { progress, answer }
    }

    /// The answer, once it is there.
    ///
    /// # Errors
    /// [`JobEnded`] if the work ended without one.
    pub fn poll(&self) -> Option<Result<T, JobEnded>> {
        match self.answer.try_recv() {
            Ok(answer) => Some(Ok(answer)),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(JobEnded)),
        }
    }

    /// Waits for the answer.
    ///
    /// # Errors
    /// [`JobEnded`] if the work ends without one.
    pub fn wait(&self) -> Result<T, JobEnded> {
        self.answer.recv().map_err(|_| JobEnded)
    }

    /// The share that is done, 0 to 1.
    pub fn progress(&self) -> f32 {
        self.progress.share()
    }

    /// Asks it to stop.
    pub fn cancel(&self) {
        self.progress.cancel.cancel();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::sync_channel;

    use super::*;

    #[test]
    fn work_tells_how_far_it_is_and_stops_when_it_is_not_wanted_any_more() {
        let ((at_half, is_half), (go_on, goes_on)) = (sync_channel(0), sync_channel(0));
        let (woken, wakes) = sync_channel(1);
        let job = Job::start(Arc::new(move || woken.send(()).unwrap()), move |progress| {
            assert!(progress.report(0.5).is_continue());
            at_half.send(()).unwrap();
            goes_on.recv().unwrap();
            progress.report(7.0).is_break()
        });
        is_half.recv().unwrap();
        assert!(job.poll().is_none());
        assert_eq!(job.progress(), 0.5);
        job.cancel();
        go_on.send(()).unwrap();
        assert_eq!(job.wait(), Ok(true), "it hears that it was cancelled");
        assert_eq!(job.progress(), 1.0, "a share is never more than all");
        wakes.recv().unwrap();
    }

    #[test]
    fn work_that_fails_is_not_awaited_for_ever() {
        let job: Job<()> = Job::start(Arc::new(|| {}), |_| std::panic::resume_unwind(Box::new("gone")));
        assert_eq!(job.wait(), Err(JobEnded));
        assert_eq!(job.poll(), Some(Err(JobEnded)));
    }
}
