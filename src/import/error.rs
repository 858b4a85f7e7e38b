//! Why a file was refused as a whole: what, where, and what to do. Single bad lines do not refuse a file; they are listed.

use std::path::{Path, PathBuf};

/// Why a file was refused.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file cannot be read.
    #[error("{}: cannot be read: {source}; check the name and the rights of the file", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// The file is of no known kind.
    #[error("{}: only files that end in .csv, .ron or .json can be read; rename it or export it as CSV", .0.display())]
    UnknownKind(PathBuf),
    /// The file is larger than any diary.
    #[error("{}: this file has {bytes} bytes and at most {most} can be read; split it", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size.
        bytes: u64,
        /// The limit.
        most: u64,
    },
    /// The file is damaged or something else than its name says.
    #[error("{}, line {line}: {reason}", path.display())]
    Refused {
        /// The file.
        path: PathBuf,
        /// Where, counted from 1.
        line: usize,
        /// What, and what to do.
        reason: String,
    },
    /// The file was made by a newer version.
    #[error("{}: made by a newer version of Gutskin (schema {schema}); use that version to read it", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its schema number.
        schema: u32,
    },
}

impl ImportError {
    pub(super) fn refused(path: &Path, line: usize, reason: impl Into<String>) -> Self {
        Self::Refused { path: path.to_path_buf(), line, reason: reason.into() }
    }
}
