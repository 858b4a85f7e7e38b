//! What was found wrong while reading, in words a person can act on.

use std::fmt;
use std::path::PathBuf;

use crate::model::time::Moment;

/// Something wrong with one file.
#[derive(Debug, Clone, PartialEq, Eq)]
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
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        write!(f, ": {}; {}", self.what, self.done)
    }
}

/// Why a diary is open for reading only.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadOnly {
    /// Another window or command has it.
    #[error("this diary is open elsewhere; close the other window or command, then open it again")]
    OpenElsewhere,
    /// Made by a newer version.
    #[error("this diary was made by a newer version of Gutskin (schema {schema}); use that version to write to it")]
    Newer {
        /// Its schema number.
        schema: u32,
    },
    /// Damaged; nothing is written so that nothing is lost.
    #[error(
        "files of this diary are damaged, so nothing is written; “gutskin check” lists them and “gutskin check --repair” puts them aside and goes on with all that can be read"
    )]
    Damaged,
    /// The folder cannot be written.
    #[error("this folder cannot be written to: {0}")]
    Unwritable(String),
}

/// What was found while opening.
#[derive(Debug, Clone, Default)]
pub struct OpenReport {
    /// What is wrong, file by file.
    pub problems: Vec<Problem>,
    /// Why nothing will be written, if so.
    pub read_only: Option<ReadOnly>,
    /// When this diary was last saved.
    pub last_saved: Option<Moment>,
}

/// Cuts a message that may echo a broken file to what fits a line, with control and direction signs shown as codes.
pub(super) fn tame(message: &str) -> String {
    let mut tamed = String::new();
    for sign in message.chars().take(200) {
        let turns_text = matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if sign.is_control() || turns_text {
            tamed.extend(sign.escape_unicode());
        } else {
            tamed.push(sign);
        }
    }
    tamed
}
