//! Names and notes: text a person typed, kept within a size that a file and a screen can bear.

use serde::{Deserialize, Serialize};

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 200;
/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 20_000;

/// Why a text was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing but blanks.
    #[error("a name is needed here")]
    Empty,
    /// Too long; holds the limit and the length.
    #[error("this text has {length} characters; at most {most} fit, so please shorten it")]
    TooLong {
        /// Characters given.
        length: usize,
        /// Characters allowed.
        most: usize,
    },
}

fn checked(text: &str, most: usize) -> Result<String, TextError> {
    // Control characters would break a line of the journal for the eye; line ends in notes stay. They go first: a blank
    // behind one would otherwise stay here and be trimmed when the file is read again.
    let plain: String = text.chars().filter(|c| !c.is_control() || *c == '\n' || *c == '\t').collect();
    let trimmed = plain.trim();
    let length = trimmed.chars().count();
    if length > most { Err(TextError::TooLong { length, most }) } else { Ok(trimmed.to_owned()) }
}

/// A short name on one line, never empty, at most [`LONGEST_NAME`] characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Name(String);

impl Name {
    /// # Errors
    /// [`TextError`] if the text is blank or too long.
    pub fn new(text: &str) -> Result<Self, TextError> {
        let name = checked(text, LONGEST_NAME)?.replace(['\n', '\t'], " ");
        if name.is_empty() { Err(TextError::Empty) } else { Ok(Self(name)) }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A note of any number of lines, never blank, at most [`LONGEST_NOTE`] characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Note(String);

impl Note {
    /// # Errors
    /// [`TextError`] if the text is blank or too long.
    pub fn new(text: &str) -> Result<Self, TextError> {
        let note = checked(text, LONGEST_NOTE)?;
        if note.is_empty() { Err(TextError::Empty) } else { Ok(Self(note)) }
    }

    /// The note.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

macro_rules! as_text {
    ($($kind:ident),*) => {$(
        impl TryFrom<String> for $kind {
            type Error = TextError;
            fn try_from(text: String) -> Result<Self, TextError> {
                Self::new(&text)
            }
        }
        impl From<$kind> for String {
            fn from(text: $kind) -> Self {
                text.0
            }
        }
        impl std::fmt::Display for $kind {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}
as_text!(Name, Note);
