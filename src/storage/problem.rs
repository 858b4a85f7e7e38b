//! What was found wrong while reading, in words a person can act on.

use std::fmt;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::error::StorageError;
use super::folder::Folder;
use crate::model::text::{excerpt_of, show_path};
use crate::model::time::Moment;

/// Something wrong with one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Problem {
    /// The file, relative to the diary's folder.
    pub file: PathBuf,
    /// Line, if known.
    pub line: Option<usize>,
    /// What is wrong.
    pub what: String,
    /// What was done about it, and what can be done.
    pub done: String,
    /// Whether something may be lost or the file cannot be trusted.
    pub is_damage: bool,
    /// Where a copy of the bytes that were not taken over lies, relative to the diary's folder.
    pub kept: Option<PathBuf>,
    /// Whether the file itself lies beside the diary and can be compared with it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_beside: bool,
}

impl Problem {
    /// What a checkpoint could not do. It is no loss: the journal holds everything until it can be done.
    pub(super) fn stalled(folder: &Folder, error: &StorageError) -> Self {
        let (place, what, way_out) = error.parts();
        let done = "what was saved is safe in the journal, and this is tried again every half minute".to_owned();
        let done = if way_out.is_empty() { done } else { format!("{way_out}; {done}") };
        Self { file: folder.shown(place), line: None, what, done, is_damage: false, kept: None, is_beside: false }
    }

    /// A file that somebody changed while the diary was open, and that had to give way.
    pub(super) fn gave_way(folder: &Folder, path: &Path, kept: PathBuf) -> Self {
        let what = "changed outside Gutskin while the diary was open".to_owned();
        let done = format!("what Gutskin holds was written in its place; {}", take_over(&kept));
        Self { file: folder.shown(path), line: None, what, done, is_damage: false, kept: Some(kept), is_beside: false }
    }
}

/// The way to take over what was put aside.
pub(super) fn take_over(kept: &Path) -> String {
    format!("the changed file is kept as {}, and bringing that file in takes the change over", show_path(kept))
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&show_path(&self.file))?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        write!(f, ": {}; {}", self.what, self.done)
    }
}

/// Why a diary is open for reading only.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}; {}", self.what(), self.way_out())]
pub enum ReadOnly {
    /// Another window or command has it.
    OpenElsewhere,
    /// Made by a newer version.
    Newer {
        /// Its schema number.
        schema: u32,
    },
    /// Damaged; nothing is written so that nothing is lost.
    Damaged,
    /// The folder cannot be written; holds what the system said.
    Unwritable(String),
}

impl ReadOnly {
    /// What keeps it from being written.
    pub fn what(&self) -> String {
        match self {
            Self::OpenElsewhere => "this diary is open elsewhere".to_owned(),
            Self::Newer { schema } => format!("this diary was made by a newer version of Gutskin (schema {schema})"),
            Self::Damaged => "files of this diary are damaged, so nothing is written".to_owned(),
            Self::Unwritable(_) => "this folder cannot be written to".to_owned(),
        }
    }

    /// What can be done about it.
    pub fn way_out(&self) -> String {
        match self {
            Self::OpenElsewhere => "close the other window or command, then open it again".to_owned(),
            Self::Newer { .. } => "use that version to write to it, and to see all of it".to_owned(),
            Self::Damaged => {
                "“gutskin check” lists them and “gutskin check --repair” puts them aside and goes on with \
                              all that can be read"
                    .to_owned()
            }
            Self::Unwritable(reason) => reason.clone(),
        }
    }
}

/// What was found while opening.
#[derive(Debug, Clone, Default)]
pub struct OpenReport {
    /// What is wrong, file by file.
    pub problems: Vec<Problem>,
    /// What the checkpoint at opening could not do, if anything; nothing is lost then.
    pub stalled: Option<Problem>,
    /// Why nothing will be written, if so.
    pub read_only: Option<ReadOnly>,
    /// When this diary was last saved.
    pub last_saved: Option<Moment>,
    /// Number of its last change.
    pub seq: u64,
    /// Whether another computer wrote to it last.
    pub is_written_elsewhere: bool,
}

/// Cuts a message that may echo a broken file to what fits a line.
pub(super) fn escaped_excerpt(message: &str) -> String {
    excerpt_of(message, 200)
}
