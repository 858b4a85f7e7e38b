//! Why the disk did not do what it was asked: what, where, and the way out.

use std::io;
use std::path::{Path, PathBuf};

use crate::model::text::show_path;

/// Why the disk did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// There is no diary to read.
    #[error(
        "{}: there is no diary here yet; log something first, for example with “gutskin log redness=2”",
        show_path(folder)
    )]
    NoDiary {
        /// The folder.
        folder: PathBuf,
    },
    /// The diary's folder is a file.
    #[error("{}: this is not a folder; name a folder for the diary", show_path(folder))]
    NotAFolder {
        /// The path.
        folder: PathBuf,
    },
    /// The folder holds other things.
    #[error("{}: this folder holds other files and no gutskin.ron; name an empty folder or a diary", show_path(folder))]
    NotADiary {
        /// The folder.
        folder: PathBuf,
    },
    /// It was said to lie in a folder that holds none.
    #[error("{}: there is no diary in this folder; choose the one that holds the file gutskin.ron", show_path(folder))]
    NoDiaryThere {
        /// The folder.
        folder: PathBuf,
    },
    /// Another program has it open.
    #[error("{}: this diary is open elsewhere; close the other window or command first", show_path(folder))]
    OpenElsewhere {
        /// The folder.
        folder: PathBuf,
    },
    /// It was moved, deleted or unmounted while it was open.
    #[error(
        "{}: this folder was moved, deleted or unmounted while the diary was open; bring it back, and what is not saved is saved then",
        show_path(folder)
    )]
    FolderGone {
        /// The folder.
        folder: PathBuf,
    },
    /// The second folder for copies is not there, or can be none.
    #[error("{}: {what}", show_path(folder))]
    SecondFolder {
        /// The folder.
        folder: PathBuf,
        /// What is wrong, and the way out.
        what: &'static str,
    },
    /// It is encrypted, and nobody has opened its lock.
    #[error("{}: this diary is encrypted; its passphrase or recovery code opens it", show_path(folder))]
    Locked {
        /// The folder.
        folder: PathBuf,
    },
    /// Neither its passphrase nor its recovery code.
    #[error("{}: this is neither the passphrase of this diary nor its recovery code; try again", show_path(folder))]
    WrongPassphrase {
        /// The folder.
        folder: PathBuf,
    },
    /// It is to be encrypted, and is.
    #[error("{}: this diary is encrypted already; change its passphrase in its place", show_path(folder))]
    EncryptedAlready {
        /// The folder.
        folder: PathBuf,
    },
    /// It was opened for reading.
    #[error("{}: this diary was opened for reading; open it for writing to change it", show_path(folder))]
    ForReading {
        /// The folder.
        folder: PathBuf,
    },
    /// Made by a newer version.
    #[error(
        "{}: made by a newer version of Gutskin (schema {schema}); use that version to write to it",
        show_path(folder)
    )]
    Newer {
        /// The folder.
        folder: PathBuf,
        /// Its schema number.
        schema: u32,
    },
    /// Damaged, and therefore not written to.
    #[error("{}: {what}; nothing was changed, and “gutskin check” lists what can be recovered", show_path(file))]
    Damaged {
        /// The file.
        file: PathBuf,
        /// What is wrong.
        what: String,
    },
    /// The operating system refused.
    #[error("{}: cannot {doing}: {source}; {}", show_path(path), way_out(source))]
    Io {
        /// What was being done, as in "cannot *write*".
        doing: &'static str,
        /// Where.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
}

impl StorageError {
    /// Wraps what the operating system said.
    pub(super) fn io(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_path_buf();
        move |source| Self::Io { doing, path, source }
    }

    /// What it was and the way out, without where.
    pub fn what(&self) -> String {
        let (_, what, way_out) = self.parts();
        if way_out.is_empty() { what } else { format!("{what}; {way_out}") }
    }

    /// Where it happened, what it was, and the way out, which may be part of what it was.
    pub(super) fn parts(&self) -> (&Path, String, &'static str) {
        match self {
            Self::Io { doing, path, source } => (path, format!("cannot {doing}: {source}"), way_out(source)),
            Self::Damaged { file, what } => (file, what.clone(), ""),
            Self::SecondFolder { folder, what } => (folder, (*what).to_owned(), ""),
            Self::NoDiary { folder }
            | Self::NotAFolder { folder }
            | Self::NotADiary { folder }
            | Self::NoDiaryThere { folder }
            | Self::OpenElsewhere { folder }
            | Self::FolderGone { folder }
            | Self::Locked { folder }
            | Self::WrongPassphrase { folder }
            | Self::EncryptedAlready { folder }
            | Self::ForReading { folder }
            | Self::Newer { folder, .. } => (folder, self.to_string(), ""),
        }
    }
}

fn way_out(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "the disk is full: free some space",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "you may not write here: change the rights of the folder or choose another with --diary"
        }
        _ => "check the disk, or choose another folder with --diary",
    }
}
