//! The system asks the program to end: at logging out, at shutting down, by Ctrl+C in the terminal it was started from. What is
//! being typed is then written first. Other systems than Unix close the window, which does the same.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::workspace::Wake;

/// Whether the system has asked the program to end.
#[derive(Clone, Default)]
pub struct Ending(Arc<AtomicBool>);

impl Ending {
    /// Listens on a thread of its own; the window is woken when the system asks. Who asks twice does not want to wait.
    pub fn watch(wake: Wake) -> Self {
        let ending = Self::default();
        #[cfg(all(unix, not(target_os = "macos")))]
        {
            let theirs = ending.clone();
            let listen = move || {
                if let Err(error) = signals::listen(&theirs, &wake) {
                    log::debug!("the program ends at once when the system asks it to: {error}");
                }
            };
            std::thread::Builder::new().name("ending".to_owned()).spawn(listen).ok();
        }
        #[cfg(not(all(unix, not(target_os = "macos"))))]
        drop(wake);
        ending
    }

    /// Whether it has asked.
    pub fn is_asked(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }

    /// Asks the window to end.
    pub fn ask(&self) {
        self.0.store(true, Ordering::Release);
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
mod signals {
    use async_signal::{Signal, Signals};

    use super::Ending;
    use crate::workspace::Wake;

    /// Exit code of a program that a signal ended, less the number of the signal.
    const SIGNALLED: i32 = 128;

    pub fn listen(ending: &Ending, wake: &Wake) -> std::io::Result<()> {
        let signals = Signals::new([Signal::Term, Signal::Int, Signal::Hup])?;
        for signal in futures_lite::stream::block_on(signals) {
            let signal = signal?;
            if ending.is_asked() {
                std::process::exit(SIGNALLED + signal as i32);
            }
            ending.ask();
            wake();
        }
        Ok(())
    }
}
