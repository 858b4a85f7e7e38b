//! Rights: what the diary writes is for its owner alone. Where the system knows no such rights (Windows, most memory sticks),
//! the place decides who may read.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::Path;

use super::disk;
use super::error::StorageError;

/// Options to write a file that only its owner may read.
pub(super) fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes a folder, and those above it, that only its owner may enter. Their names are durable then: a file that is flushed is
/// lost all the same where the name of its folder is.
pub(super) fn make_folder(path: &Path) -> Result<(), StorageError> {
    if path.as_os_str().is_empty() || path.is_dir() {
        return Ok(());
    }
    let above = path.parent().unwrap_or(path);
    make_folder(above)?;
    match disk::make_folder(path) {
        Err(_) if path.is_dir() => {}
        made => made.map_err(StorageError::io("make the folder", path))?,
    }
    let above = if above.as_os_str().is_empty() { Path::new(".") } else { above };
    match disk::flush_folder(above) {
        // The folder above belongs to somebody else, who lets us enter it and not look into it.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(()),
        Err(error) => {
            // Made anew, and flushed, when this is tried again.
            fs::remove_dir(path).ok();
            Err(StorageError::io("flush the folder", above)(error))
        }
        Ok(()) => Ok(()),
    }
}

/// Takes the rights of other users away from a file, or from a folder and everything in it. A folder that nobody else may enter
/// is left alone: what lies in it is out of reach already. Links are not followed.
pub fn narrow(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let Ok(meta) = fs::symlink_metadata(path) else { return };
        let mode = meta.permissions().mode();
        if meta.is_symlink() || mode.trailing_zeros() >= 6 {
            return;
        }
        // Refused by file systems without rights, and for what belongs to somebody else, who then decides.
        if fs::set_permissions(path, fs::Permissions::from_mode(mode & 0o700)).is_ok() && meta.is_dir() {
            fs::read_dir(path).into_iter().flatten().flatten().for_each(|entry| narrow(&entry.path()));
        }
    }
    #[cfg(not(unix))]
    let _ = path;
}
