//! Reading a file of the diary whole, or saying why not. Every failure is a failure, never "empty".

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::error::StorageError;

/// No file of a diary comes near this; anything larger is not ours.
const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// The bytes of a file; `None` if it is not there.
pub(super) fn read_file(path: &Path) -> Result<Option<Vec<u8>>, StorageError> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(StorageError::io("open", path)(error)),
    };
    let meta = file.metadata().map_err(StorageError::io("read", path))?;
    if !meta.is_file() || meta.len() > LARGEST_FILE {
        let what = if meta.is_file() { "larger than any file of a diary" } else { "not a file" };
        return Err(StorageError::Damaged { file: path.to_path_buf(), what: what.to_owned() });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or(0));
    file.take(LARGEST_FILE).read_to_end(&mut bytes).map_err(StorageError::io("read", path))?;
    Ok(Some(bytes))
}
