//! Why the workspace did not do what it was asked.

use super::lost_diary::LostDiary;
use crate::edit::CommandError;
use crate::storage::StorageError;
use crate::storage::copies::CopyError;

/// Why the workspace did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum WorkspaceError {
    /// The command does not fit the diary.
    #[error(transparent)]
    Command(#[from] CommandError),
    /// The diary is open for reading only.
    #[error("not changed: {0}")]
    ReadOnly(String),
    /// The disk.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The sample diary has no place to be.
    #[error(
        "the sample diary needs a temporary folder, and none could be made: {0}; free some space in the temporary folder"
    )]
    NoTemporaryFolder(String),
    /// It is not where it was.
    #[error("{0}")]
    Lost(Box<LostDiary>),
    /// A copy cannot be read.
    #[error(transparent)]
    Copy(#[from] CopyError),
    /// The disk refused a save.
    #[error("not saved: {0}")]
    NotSaved(String),
}
