//! One writer at a time. The lock is the operating system's, so a killed program leaves none behind.

use std::fs::{File, TryLockError};

use super::error::StorageError;
use super::folder::Folder;
use super::private;

/// Held while the diary is open for writing.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
    /// Where the system can lock a folder: who deletes the file does not let a second writer in.
    _folder: Option<File>,
}

/// Takes the lock; `None` if another has it.
pub(super) fn take(folder: &Folder) -> Result<Option<Lock>, StorageError> {
    let path = folder.lock();
    let file = private::options().create(true).truncate(false).open(&path).map_err(StorageError::io("open", &path))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(None),
        Err(TryLockError::Error(error)) => return Err(StorageError::io("lock", &path)(error)),
    }
    let Ok(above) = File::open(&folder.path) else { return Ok(Some(Lock { _file: file, _folder: None })) };
    match above.try_lock() {
        Ok(()) => Ok(Some(Lock { _file: file, _folder: Some(above) })),
        Err(TryLockError::WouldBlock) => Ok(None),
        // Not every file system can; the file is locked all the same.
        Err(TryLockError::Error(_)) => Ok(Some(Lock { _file: file, _folder: None })),
    }
}
