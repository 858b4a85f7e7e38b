//! Independent pieces of work on as many threads as there are: what comes out does not depend on how many that is.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// More threads than this would only take memory.
const MOST_THREADS: usize = 4;
/// Days of diary all threads together may hold: what a search needs grows with its days, about 10 kB each.
const MOST_DAYS: usize = 7_300;
/// How often it is asked whether to go on.
const ASK_EVERY: Duration = Duration::from_millis(10);

/// Work on one piece, with a question whether to go on; `None` if it was stopped.
pub(super) type Work<'a, T> = dyn Fn(usize, &dyn Fn(f32) -> bool) -> Option<T> + Sync + 'a;

/// Threads for work on a diary of some days. Where there are two processors or more, one is left to the window, whose frames
/// would come late with all of them taken.
pub(super) fn threads(days: usize) -> usize {
    let processors = thread::available_parallelism().map_or(1, usize::from);
    (processors - 1).min(MOST_THREADS).min(MOST_DAYS / days.max(1)).max(1)
}

/// Does the pieces `0..count` of work on a diary of some days, the last first, since those take longest. `work` is given the
/// piece and a question whether to go on; `go_on` hears how far all of it is, 0 to 1. `None` if it was stopped.
pub(super) fn each<T: Send>(
    count: usize,
    days: usize,
    go_on: &dyn Fn(f32) -> bool,
    work: &Work<'_, T>,
) -> Option<Vec<T>> {
    let threads = threads(days).min(count);
    let next = AtomicUsize::new(0);
    let stopped = AtomicBool::new(false);
    let mut done: Vec<Option<T>> = (0..count).map(|_| None).collect();
    let (send, receive) = channel();
    thread::scope(|scope| {
        for _ in 0..threads {
            let (send, next, stopped) = (send.clone(), &next, &stopped);
            scope.spawn(move || {
                let wanted = |_: f32| !stopped.load(Ordering::Relaxed);
                while wanted(0.0) {
                    let Some(piece) = count.checked_sub(next.fetch_add(1, Ordering::Relaxed) + 1) else { break };
                    let Some(result) = work(piece, &wanted) else { break };
                    // Nobody listens only once all of it was stopped.
                    send.send((piece, result)).ok();
                }
            });
        }
        drop(send);
        let mut finished = 0_usize;
        loop {
            if !go_on(finished as f32 / count.max(1) as f32) {
                stopped.store(true, Ordering::Relaxed);
            }
            match receive.recv_timeout(ASK_EVERY) {
                Ok((piece, result)) => {
                    finished += 1;
                    if let Some(place) = done.get_mut(piece) {
                        *place = Some(result);
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
    });
    done.into_iter().collect()
}
