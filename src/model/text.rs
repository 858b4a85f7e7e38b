//! Names and notes: text a person typed, kept within a size that a file and a screen can bear; and how text of unknown make is
//! shown in a message.

use std::path::Path;

use serde::{Deserialize, Serialize};

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 200;
/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 20_000;

/// The most characters of somebody's text that a message echoes.
const LONGEST_EXCERPT: usize = 40;

/// Text of unknown make as a message may show it: signs that would end the line, move the cursor or turn the direction of
/// writing stand as codes, so that a file or a name cannot make a message say something else.
pub fn escape_for_display(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for sign in text.chars() {
        let turns_text = matches!(
            sign,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        );
        if sign.is_control() || turns_text {
            shown.extend(sign.escape_default());
        } else {
            shown.push(sign);
        }
    }
    shown
}

/// The beginning of what somebody typed or a file holds, for a message: [`escape_for_display`], cut short.
pub fn excerpt(text: &str) -> String {
    excerpt_of(text, LONGEST_EXCERPT)
}

/// As [`excerpt`], with a length of its own.
pub fn excerpt_of(text: &str, most: usize) -> String {
    escape_for_display(&text.chars().take(most).collect::<String>())
}

/// The name of a file as a message may show it.
pub fn show_path(path: &Path) -> String {
    escape_for_display(&path.to_string_lossy())
}

/// Why a text was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// A name of nothing but blanks.
    #[error("a name is needed here")]
    EmptyName,
    /// A note of nothing but blanks.
    #[error("this note is empty; write at least a word, or leave the note out")]
    EmptyNote,
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
        if name.is_empty() { Err(TextError::EmptyName) } else { Ok(Self(name)) }
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
        if note.is_empty() { Err(TextError::EmptyNote) } else { Ok(Self(note)) }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_the_line_or_turns_its_direction() {
        let shown = escape_for_display("a\n\u{1b}[2K\u{202e}b\u{2066}\u{200f}é");
        assert_eq!(shown, "a\\n\\u{1b}[2K\\u{202e}b\\u{2066}\\u{200f}é");
        assert_eq!(show_path(Path::new("d/\u{202e}vsc.exe\n")), "d/\\u{202e}vsc.exe\\n");
        assert_eq!(excerpt(&"é".repeat(90)), "é".repeat(40));
    }
}
