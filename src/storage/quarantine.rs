//! Quarantine: copies of bytes that are not taken over. The program never deletes there.

use std::path::{Path, PathBuf};

use super::error::StorageError;
use super::folder::Folder;
use super::private;

/// Copies the bytes of a file into quarantine, and gives their place in the diary's folder.
pub(super) fn quarantine(folder: &Folder, path: &Path, bytes: &[u8]) -> Result<PathBuf, StorageError> {
    let quarantine = folder.quarantine();
    private::make_folder(&quarantine)?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let checksum = blake3::hash(bytes).to_hex();
    let target = quarantine.join(format!("{stem}-{}.ron", &checksum.as_str()[..8]));
    if !target.exists() {
        folder.replace(&target, bytes)?;
    }
    Ok(folder.shown(&target))
}
