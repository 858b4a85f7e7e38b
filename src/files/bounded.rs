//! Reading a whole file that somebody named, and never more of it than fits.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// Why a file was not read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The operating system refused.
    #[error("cannot be read: {0}; check the name and the rights of the file")]
    Unreadable(#[from] io::Error),
    /// A folder, a pipe or a device: reading might never end.
    #[error("this is {0}, not a file; save what it holds as a file and name that")]
    NotAFile(&'static str),
    /// More than [`LARGEST_FILE`].
    #[error("this file is larger than {} MB; leave out what is not needed, or split it", LARGEST_FILE / 1024 / 1024)]
    TooLarge,
}

/// The content of a regular file of at most [`LARGEST_FILE`] bytes. What the file says of its own size is not believed.
///
/// # Errors
/// [`ReadError`].
pub fn read_file(path: &Path) -> Result<Vec<u8>, ReadError> {
    // Asked before it is opened, since opening a pipe waits for somebody to write into it.
    check_kind(&fs::metadata(path)?)?;
    let file = File::open(path)?;
    check_kind(&file.metadata()?)?;
    let mut content = Vec::new();
    file.take(LARGEST_FILE + 1).read_to_end(&mut content)?;
    if content.len() as u64 > LARGEST_FILE { Err(ReadError::TooLarge) } else { Ok(content) }
}

fn check_kind(meta: &fs::Metadata) -> Result<(), ReadError> {
    if meta.is_dir() {
        Err(ReadError::NotAFile("a folder"))
    } else if !meta.is_file() {
        Err(ReadError::NotAFile("a pipe or a device"))
    } else if meta.len() > LARGEST_FILE {
        Err(ReadError::TooLarge)
    } else {
        Ok(())
    }
}
