//! Exit codes and the one line that goes with each.

use std::path::Path;

use crate::edit::CommandError;
use crate::model::text::show_path;
use crate::report::ReportError;
use crate::storage::{ReadOnly, StorageError};
use crate::workspace::{LostDiary, WorkspaceError};

/// What the program exits with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    /// Wrong use: an unknown key, a value out of range, a missing argument.
    Usage = 2,
    /// The diary is open elsewhere.
    OpenElsewhere = 3,
    /// The disk refused.
    NotSaved = 4,
    /// Files are damaged; nothing was changed.
    Damaged = 5,
    /// The input file was refused.
    InputRefused = 6,
    /// The diary was made by a newer version.
    Newer = 7,
    /// The diary is encrypted, and its passphrase is missing or wrong.
    WrongPassphrase = 8,
}

impl Code {
    /// The code for a diary that is open for reading only.
    pub fn for_read_only(reason: &ReadOnly) -> Self {
        match reason {
            ReadOnly::OpenElsewhere => Self::OpenElsewhere,
            ReadOnly::Newer { .. } => Self::Newer,
            ReadOnly::Damaged => Self::Damaged,
            ReadOnly::Unwritable(_) => Self::NotSaved,
        }
    }
}

/// A failed command: what is printed on stderr, and the exit code.
#[derive(Debug)]
pub struct Failure {
    /// One line: what, where, and what to do.
    pub message: String,
    /// Exit code.
    pub code: Code,
}

impl Failure {
    /// A failure with a code.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { message: message.into(), code }
    }

    /// Wrong use.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(Code::Usage, message)
    }

    /// A diary that cannot be written, or not wholly read: which one, why, and the way out.
    pub fn read_only(folder: &Path, reason: &ReadOnly) -> Self {
        Self::new(Code::for_read_only(reason), format!("{}: {reason}", show_path(folder)))
    }

    /// A diary that is not where it was: nothing is begun in its place unless that is asked for.
    pub fn lost(lost: &LostDiary) -> Self {
        let copy = lost.copies().first().map(|copy| show_path(&copy.path));
        let copy = copy.unwrap_or_else(|| "COPY".to_owned());
        Self::new(
            Code::NotSaved,
            format!(
                "{lost}; connect its drive, or name the folder it lies in now with --diary, or bring it back with \
                 “gutskin --new check --take {copy}”, or begin another with --new"
            ),
        )
    }

    /// Output that could not be written, except to a reader that went away.
    pub fn output(error: &std::io::Error) -> Self {
        Self::new(Code::NotSaved, format!("the output could not be written: {error}"))
    }
}

impl From<CommandError> for Failure {
    fn from(error: CommandError) -> Self {
        Self::usage(error.to_string())
    }
}

impl From<StorageError> for Failure {
    fn from(error: StorageError) -> Self {
        let code = match &error {
            StorageError::OpenElsewhere { .. } => Code::OpenElsewhere,
            StorageError::Newer { .. } => Code::Newer,
            StorageError::Damaged { .. } => Code::Damaged,
            StorageError::Locked { .. } | StorageError::WrongPassphrase { .. } => Code::WrongPassphrase,
            StorageError::NoDiary { .. }
            | StorageError::NotAFolder { .. }
            | StorageError::NotADiary { .. }
            | StorageError::NoDiaryThere { .. }
            | StorageError::EncryptedAlready { .. } => Code::Usage,
            StorageError::ForReading { .. }
            | StorageError::FolderGone { .. }
            | StorageError::SecondFolder { .. }
            | StorageError::Io { .. } => Code::NotSaved,
        };
        Self::new(code, error.to_string())
    }
}

impl From<WorkspaceError> for Failure {
    fn from(error: WorkspaceError) -> Self {
        match error {
            WorkspaceError::Command(error) => error.into(),
            WorkspaceError::Storage(error) => error.into(),
            WorkspaceError::Copy(error) => error.into(),
            WorkspaceError::Lost(lost) => Self::lost(&lost),
            error @ (WorkspaceError::ReadOnly(_)
            | WorkspaceError::NotSaved(_)
            | WorkspaceError::NoTemporaryFolder(_)) => Self::new(Code::NotSaved, error.to_string()),
        }
    }
}

impl From<ReportError> for Failure {
    fn from(error: ReportError) -> Self {
        let code = match &error {
            ReportError::Io { .. } | ReportError::Format { .. } | ReportError::Cancelled => Code::NotSaved,
            _ => Code::Usage,
        };
        Self::new(code, error.to_string())
    }
}
