//! Replacing a file so that at any instant either the old or the new one is there, whole.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use super::error::StorageError;
use super::private;

/// Writes `bytes` beside `path`, flushes, reads them back, renames over `path` and flushes the folder.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<(), StorageError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let tmp = folder.join(format!(".{name}.{}.tmp", std::process::id()));
    let written = write_checked(&tmp, bytes);
    let renamed = written.and_then(|()| fs::rename(&tmp, path).map_err(StorageError::io("replace", path)));
    if renamed.is_err() {
        fs::remove_file(&tmp).ok();
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

fn write_checked(tmp: &Path, bytes: &[u8]) -> Result<(), StorageError> {
    fs::remove_file(tmp).ok();
    let mut file = private::options().create_new(true).open(tmp).map_err(StorageError::io("create", tmp))?;
    file.write_all(bytes).map_err(StorageError::io("write", tmp))?;
    file.sync_all().map_err(StorageError::io("flush", tmp))?;
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

/// Makes the names inside a folder durable. Windows cannot flush folders and does not need it.
pub(super) fn flush_folder(folder: &Path) -> Result<(), StorageError> {
    if cfg!(windows) {
        return Ok(());
    }
    File::open(folder).and_then(|file| file.sync_all()).map_err(StorageError::io("flush the folder", folder))
}
