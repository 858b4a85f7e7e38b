//! A second start brings the first window to the front instead of opening another that can only read. The window that writes a
//! diary listens on a socket in the runtime folder of the session (`XDG_RUNTIME_DIR`,
//! <https://specifications.freedesktop.org/basedir-spec/latest/>), which is for the user alone and reaches no network. The lock
//! of the diary stays the truth: where there is no such folder, or nobody answers, a second start opens a window as ever.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::workspace::Wake;

/// Whether another start has asked for this window. By itself it listens to nobody.
#[derive(Clone, Default)]
pub struct Summons {
    asked: Arc<AtomicBool>,
    listens: bool,
    /// Whether it listens already: a diary that is locked and opened again keeps its window.
    is_listening: Arc<AtomicBool>,
}

impl Summons {
    /// One that will listen once it is known of which diary the window is.
    pub fn ready() -> Self {
        Self { listens: true, ..Self::default() }
    }

    /// Listens for the window of a diary, on a thread of its own; the window is woken when somebody asks for it.
    pub fn listen(&self, diary: &Path, wake: Wake) {
        if !self.listens || self.is_listening.swap(true, Ordering::AcqRel) {
            return;
        }
        #[cfg(all(unix, not(target_os = "macos")))]
        if let Some(socket) = socket::path(diary) {
            socket::listen(&socket, self.asked.clone(), wake);
        }
        #[cfg(not(all(unix, not(target_os = "macos"))))]
        drop((diary, wake));
    }

    /// Whether the window was asked for since this was last looked at.
    pub fn take(&self) -> bool {
        self.asked.swap(false, Ordering::AcqRel)
    }
}

/// Brings the window that writes a diary to the front. Gives whether there is one that answered.
pub fn summon(diary: &Path) -> bool {
    #[cfg(all(unix, not(target_os = "macos")))]
    {
        socket::path(diary).is_some_and(|socket| socket::ask(&socket))
    }
    #[cfg(not(all(unix, not(target_os = "macos"))))]
    {
        let _ = diary;
        false
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
mod socket {
    use std::ffi::OsStr;
    use std::io::{self, Read, Write};
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::net::{UnixListener, UnixStream};
    use std::path::{Path, PathBuf};
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::Duration;

    use crate::workspace::Wake;

    const QUESTION: &[u8; 5] = b"front";
    const ANSWER: &[u8; 2] = b"ok";
    /// Neither side waits longer for the other.
    const PATIENCE: Duration = Duration::from_millis(500);

    /// Where the window of a diary listens; `None` without a runtime folder.
    pub fn path(diary: &Path) -> Option<PathBuf> {
        let folder = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|folder| folder.is_dir())?;
        let diary = diary.canonicalize().unwrap_or_else(|_| diary.to_owned());
        Some(folder.join(format!("gutskin-{:016x}", fingerprint(diary.as_os_str()))))
    }

    /// FNV-1a: a short name for a folder, the same in both programs (draft-eastlake-fnv).
    fn fingerprint(name: &OsStr) -> u64 {
        let hash = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        name.as_bytes().iter().fold(0xcbf2_9ce4_8422_2325, hash)
    }

    pub fn listen(socket: &Path, asked: Arc<AtomicBool>, wake: Wake) {
        // What a program left that was killed answers nobody. The diary's lock is ours, so no living window has the name.
        std::fs::remove_file(socket).ok();
        let listener = match UnixListener::bind(socket) {
            Ok(listener) => listener,
            Err(error) => return log::debug!("a second start cannot bring this window to the front: {error}"),
        };
        let serve = move || {
            for stream in listener.incoming().flatten() {
                if heard(stream).unwrap_or(false) {
                    asked.store(true, Ordering::Release);
                    wake();
                }
            }
        };
        std::thread::Builder::new().name("summons".to_owned()).spawn(serve).ok();
    }

    /// Whether somebody asked as a second start does.
    fn heard(mut stream: UnixStream) -> io::Result<bool> {
        stream.set_read_timeout(Some(PATIENCE))?;
        let mut question = [0; QUESTION.len()];
        stream.read_exact(&mut question)?;
        stream.write_all(ANSWER)?;
        Ok(&question == QUESTION)
    }

    pub fn ask(socket: &Path) -> bool {
        let ask = || -> io::Result<bool> {
            let mut stream = UnixStream::connect(socket)?;
            stream.set_read_timeout(Some(PATIENCE))?;
            stream.write_all(QUESTION)?;
            let mut answer = [0; ANSWER.len()];
            stream.read_exact(&mut answer)?;
            Ok(&answer == ANSWER)
        };
        ask().unwrap_or(false)
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn a_window_that_listens_is_found_and_what_a_killed_one_left_is_not() {
            let folder = tempfile::tempdir().unwrap();
            let socket = folder.path().join("gutskin");
            assert!(!ask(&socket), "nobody there");
            drop(UnixListener::bind(&socket).unwrap());
            assert!(socket.exists() && !ask(&socket), "left behind");
            let (asked, woken) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
            let told = woken.clone();
            listen(&socket, asked.clone(), Arc::new(move || told.store(true, Ordering::Release)));
            assert!(ask(&socket));
            // It answers before it tells the window.
            while !woken.load(Ordering::Acquire) {
                std::thread::yield_now();
            }
            assert!(asked.load(Ordering::Acquire));
        }

        #[test]
        fn every_diary_has_a_name_of_its_own() {
            assert_eq!(fingerprint(OsStr::new("")), 0xcbf2_9ce4_8422_2325);
            assert_ne!(fingerprint(OsStr::new("/a")), fingerprint(OsStr::new("/b")));
        }
    }
}
