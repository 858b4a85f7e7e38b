//! One writer at a time. The lock is the operating system's, so a killed program leaves none behind.

use std::fs::{File, TryLockError};
use std::path::Path;

use super::error::StorageError;
use super::private;

/// Held while the diary is open for writing.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

/// Takes the lock; `None` if another has it.
pub(super) fn take(path: &Path) -> Result<Option<Lock>, StorageError> {
    let file = private::options().create(true).truncate(false).open(path).map_err(StorageError::io("open", path))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(Lock { _file: file })),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(StorageError::io("lock", path)(error)),
    }
}
