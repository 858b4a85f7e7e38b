//! Putting a finished file on disk: whole or not at all, and never over another one unasked.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::error::ReportError;

/// Writes a file beside its place, flushes it and renames it, so that nobody ever sees half of it. Who may read it is as for any
/// file this user makes, since it is made to be given away. With `overwrite` a file of that name gives way.
///
/// # Errors
/// [`ReportError::Exists`], [`ReportError::NoFolder`] or [`ReportError::Io`]; the disk is then as it was.
pub fn write_file(path: &Path, bytes: &[u8], overwrite: bool) -> Result<(), ReportError> {
    check_place(path, overwrite)?;
    let folder = folder_of(path);
    let io = |source: std::io::Error| ReportError::Io { path: path.to_path_buf(), source };
    // The name of the file beside the place is nobody's business; the kind of the refusal is.
    let mut beside = tempfile::Builder::new();
    #[cfg(unix)]
    beside.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let beside = beside.prefix(".gutskin-").tempfile_in(&folder);
    let mut file = beside.map_err(|error| io(error.kind().into()))?;
    file.write_all(bytes).map_err(io)?;
    file.as_file().sync_all().map_err(io)?;
    if overwrite {
        file.persist(path).map_err(|error| io(error.error))?;
    } else {
        file.persist_noclobber(path).map_err(|error| match error.error.kind() {
            std::io::ErrorKind::AlreadyExists => ReportError::Exists(path.to_path_buf()),
            _ => io(error.error),
        })?;
    }
    if cfg!(unix) {
        File::open(&folder).and_then(|folder| folder.sync_all()).map_err(io)?;
    }
    Ok(())
}

/// Writes several files that belong together, the first the most important. Whether each could be written is asked before any is.
///
/// # Errors
/// As [`write_file`].
pub fn write_files(files: &[(PathBuf, &[u8])], overwrite: bool) -> Result<(), ReportError> {
    files.iter().try_for_each(|(path, _)| check_place(path, overwrite))?;
    files.iter().try_for_each(|(path, bytes)| write_file(path, bytes, overwrite))
}

/// Whether a file could be written there, asked before long work begins.
///
/// # Errors
/// [`ReportError::Exists`] or [`ReportError::NoFolder`].
pub fn check_place(path: &Path, overwrite: bool) -> Result<(), ReportError> {
    if !folder_of(path).is_dir() {
        return Err(ReportError::NoFolder(path.to_path_buf()));
    }
    if path.is_dir() || (!overwrite && path.symlink_metadata().is_ok()) {
        return Err(ReportError::Exists(path.to_path_buf()));
    }
    Ok(())
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_path_buf(),
        _ => PathBuf::from("."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_never_overwritten_unasked_and_leaves_nothing_half_done() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("chart.svg");
        write_file(&path, b"one", false).unwrap();
        assert!(matches!(write_file(&path, b"two", false), Err(ReportError::Exists(_))));
        assert_eq!(std::fs::read(&path).unwrap(), b"one");
        write_file(&path, b"two", true).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        let astray = folder.path().join("missing/chart.svg");
        assert!(matches!(write_file(&astray, b"x", true), Err(ReportError::NoFolder(_))));
    }
}
