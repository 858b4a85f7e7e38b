//! Why a file was refused as a whole: what, where, and what to do. Single bad lines do not refuse a file; they are listed.

use std::path::PathBuf;

use super::registry::usual_endings;
use crate::files::ReadError;
use crate::model::text::show_path;
use crate::words::one_of;

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
    #[error("{}: only files that end in {} can be read; rename it or export it as CSV", show_path(.0), usual_endings())]
    UnknownKind(PathBuf),
    /// The file could be of several kinds.
    #[error("{}: this could be {}; give the file the ending of the one it is", show_path(path), one_of(names))]
    Unclear {
        /// The file.
        path: PathBuf,
        /// What it could be.
        names: Vec<&'static str>,
    },
    /// The file is damaged or something else than its name says.
    #[error("{}, line {line}: {reason}", show_path(path))]
    Refused {
        /// The file.
        path: PathBuf,
        /// Where, counted from 1.
        line: u64,
        /// What, and what to do.
        reason: String,
    },
    /// What the file says does not fit into a diary.
    #[error("{}: {reason}; nothing was changed", show_path(path))]
    Unfit {
        /// The file.
        path: PathBuf,
        /// What does not fit.
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
