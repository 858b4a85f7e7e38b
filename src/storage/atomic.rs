//! Replacing a file so that at any instant either the old or the new one is there, whole.

use std::fs;
use std::io::Write;
use std::path::Path;

use super::disk::{self, DiskFile};
use super::error::StorageError;
use super::private;

/// Writes `bytes` beside `path`, flushes, reads them back, renames over `path` and flushes the folder.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<(), StorageError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let tmp = folder.join(format!(".{name}.{}.tmp", std::process::id()));
    let written = write_checked(&tmp, bytes);
    let renamed = written.and_then(|()| disk::rename(&tmp, path));
    if renamed.is_err() {
        disk::remove(&tmp).ok();
    }
    renamed?;
    flush_folder(folder)
}

/// Puts a whole file, for its owner alone, into a folder that is made if need be.
///
/// # Errors
/// [`StorageError`]; the file that was there is then still whole.
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<(), StorageError> {
    private::make_folder(path.parent().unwrap_or(Path::new(".")))?;
    replace(path, bytes)
}

/// The same without waiting for the disk, for what is no loss: after a power cut it may be as it was, or gone.
///
/// # Errors
/// [`StorageError`].
pub fn write_private_unflushed(path: &Path, bytes: &[u8]) -> Result<(), StorageError> {
    private::make_folder(path.parent().unwrap_or(Path::new(".")))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let tmp = path.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
    let mut file = private::options().create(true).truncate(true).open(&tmp).map_err(StorageError::io("make", &tmp))?;
    let written = file.write_all(bytes).and_then(|()| fs::rename(&tmp, path));
    if written.is_err() {
        fs::remove_file(&tmp).ok();
    }
    written.map_err(StorageError::io("write", path))
}

/// Writes a file that is about to take the name of another, flushes it and reads it back.
pub(super) fn write_checked(tmp: &Path, bytes: &[u8]) -> Result<(), StorageError> {
    if tmp.exists() {
        disk::remove(tmp)?;
    }
    let mut file = DiskFile::create(tmp)?;
    file.write(bytes)?;
    file.flush_whole()?;
    drop(file);
    let back = fs::read(tmp).map_err(StorageError::io("read back", tmp))?;
    if back == bytes {
        Ok(())
    } else {
        Err(StorageError::Damaged {
            file: tmp.to_path_buf(),
            what: "the disk gave back other bytes than were written".to_owned(),
        })
    }
}

/// Makes the names inside a folder durable.
pub(super) fn flush_folder(folder: &Path) -> Result<(), StorageError> {
    disk::flush_folder(folder).map_err(StorageError::io("flush the folder", folder))
}
