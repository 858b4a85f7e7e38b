//! The one way to the disk: every step that changes it goes through here, one function a step. So a test can stand in between,
//! see each step, and refuse it or tear it, as a disk that is full, failing or cut off does.

use std::cell::RefCell;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::error::StorageError;
use super::private;

/// A step that changes the disk, before it is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DiskStep {
    /// A folder is made.
    MakeFolder(PathBuf),
    /// An empty file is made.
    Create(PathBuf),
    /// Bytes are put at the end of a file.
    Write(PathBuf, Vec<u8>),
    /// What a file holds is made durable.
    Flush(PathBuf),
    /// The names in a folder are made durable.
    FlushFolder(PathBuf),
    /// A file is cut to a length in bytes.
    Shorten(PathBuf, u64),
    /// A file takes another name, and the place of the one that had it.
    Rename(PathBuf, PathBuf),
    /// A file goes.
    Remove(PathBuf),
}

/// What becomes of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is made.
    Go,
    /// It fails and changes nothing.
    Refuse,
    /// A write fails after this many bytes; any other step fails and changes nothing.
    Tear(usize),
}

type Watcher = Box<dyn FnMut(&DiskStep) -> Verdict>;

thread_local! {
    static WATCHER: RefCell<Option<Watcher>> = const { RefCell::new(None) };
}

/// Does something while every step of this thread that changes the disk is first shown to a watcher, who decides what becomes
/// of it. For tests of what a failing disk does.
pub fn watched<T>(watcher: impl FnMut(&DiskStep) -> Verdict + 'static, act: impl FnOnce() -> T) -> T {
    WATCHER.with(|place| place.replace(Some(Box::new(watcher))));
    let done = act();
    WATCHER.with(|place| place.replace(None));
    done
}

fn verdict(step: impl FnOnce() -> DiskStep) -> Verdict {
    WATCHER.with(|place| place.borrow_mut().as_mut().map_or(Verdict::Go, |watcher| watcher(&step())))
}

fn allowed(step: impl FnOnce() -> DiskStep) -> io::Result<()> {
    match verdict(step) {
        Verdict::Go => Ok(()),
        Verdict::Refuse | Verdict::Tear(_) => Err(refused()),
    }
}

fn refused() -> io::Error {
    io::Error::other("the disk refused")
}

/// A file being written, and where.
#[derive(Debug)]
pub(super) struct DiskFile {
    file: File,
    pub path: PathBuf,
}

impl DiskFile {
    /// Makes a file that was not there.
    pub fn create(path: &Path) -> Result<Self, StorageError> {
        let file = allowed(|| DiskStep::Create(path.to_path_buf()))
            .and_then(|()| private::options().create_new(true).open(path))
            .map_err(StorageError::io("create", path))?;
        Ok(Self { file, path: path.to_path_buf() })
    }

    pub fn write(&mut self, bytes: &[u8]) -> Result<(), StorageError> {
        let written = match verdict(|| DiskStep::Write(self.path.clone(), bytes.to_vec())) {
            Verdict::Go => self.file.write_all(bytes),
            Verdict::Refuse => Err(refused()),
            Verdict::Tear(length) => {
                self.file.write_all(bytes.get(..length).unwrap_or(bytes)).and_then(|()| Err(refused()))
            }
        };
        written.map_err(StorageError::io("write", &self.path))
    }

    /// As [`flush`](Self::flush), with all that is known of the file, for one that is about to take the name of another.
    pub fn flush_whole(&self) -> Result<(), StorageError> {
        allowed(|| DiskStep::Flush(self.path.clone()))
            .and_then(|()| self.file.sync_all())
            .map_err(StorageError::io("flush", &self.path))
    }

    /// Makes what was written durable. After a failure it must not be tried again on this file: the system may have let go of
    /// what it could not write, and then says that all is well.
    pub fn flush(&self) -> Result<(), StorageError> {
        allowed(|| DiskStep::Flush(self.path.clone()))
            .and_then(|()| self.file.sync_data())
            .map_err(StorageError::io("flush", &self.path))
    }

    pub fn shorten(&self, length: u64) -> io::Result<()> {
        allowed(|| DiskStep::Shorten(self.path.clone(), length)).and_then(|()| self.file.set_len(length))
    }
}

/// Makes one folder, for its owner alone.
pub(super) fn make_folder(path: &Path) -> io::Result<()> {
    allowed(|| DiskStep::MakeFolder(path.to_path_buf()))?;
    #[cfg_attr(not(unix), allow(unused_mut, reason = "only unix has rights to set"))]
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Makes the names inside a folder durable. Windows cannot flush folders and does not need it.
pub(super) fn flush_folder(path: &Path) -> io::Result<()> {
    allowed(|| DiskStep::FlushFolder(path.to_path_buf()))?;
    if cfg!(windows) {
        return Ok(());
    }
    File::open(path).and_then(|file| file.sync_all())
}

pub(super) fn rename(from: &Path, to: &Path) -> Result<(), StorageError> {
    allowed(|| DiskStep::Rename(from.to_path_buf(), to.to_path_buf()))
        .and_then(|()| fs::rename(from, to))
        .map_err(StorageError::io("replace", to))
}

pub(super) fn remove(path: &Path) -> Result<(), StorageError> {
    allowed(|| DiskStep::Remove(path.to_path_buf()))
        .and_then(|()| fs::remove_file(path))
        .map_err(StorageError::io("remove", path))
}
