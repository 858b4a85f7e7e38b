//! Why a file was refused as a whole: what, where, and what to do. Single bad lines do not refuse a file; they are listed.

use std::path::{Path, PathBuf};

use crate::files::ReadError;
use crate::model::text::show_path;

/// Why a file was refused.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file cannot be read, or is none.
    #[error("{}: {source}", show_path(path))]
    Unread {
        /// The file.
        path: PathBuf,
        /// Why.
        source: ReadError,
    },
    /// The file is of no known kind.
    #[error("{}: only files that end in .csv, .ron or .json can be read; rename it or export it as CSV", show_path(.0))]
    UnknownKind(PathBuf),
    /// The file is damaged or something else than its name says.
    #[error("{}, line {line}: {reason}", show_path(path))]
    Refused {
        /// The file.
        path: PathBuf,
        /// Where, counted from 1.
        line: usize,
        /// What, and what to do.
        reason: String,
    },
    /// The file was made by a newer version.
    #[error("{}: made by a newer version of Gutskin (schema {schema}); use that version to read it", show_path(path))]
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
