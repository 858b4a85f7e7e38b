//! The form every file shares: RON a person can edit, a schema number, the number of the last change inside, and a checksum.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::problem::escaped_excerpt;
use super::seal::{is_sealed, why_closed};
use crate::model::record::{NEWEST_SCHEMA, SCHEMA};
use crate::model::ron_text;
use crate::model::time::{Moment, Month};

/// No diary has so many changes; a larger number comes from a damaged file and would leave no room to count on.
pub(super) const LARGEST_SEQ: u64 = 1 << 53;

const CHECKSUM_LINE: &str = "// gutskin-sum: ";

/// `gutskin.ron`: says that a folder is a diary.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Diary", deny_unknown_fields)]
pub(super) struct IdentityFile {
    pub format: String,
    pub schema: u32,
    pub id: String,
    pub made_at: Moment,
}

/// `index.ron`: what should be there. Advisory.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename = "Index", deny_unknown_fields)]
pub(super) struct IndexFile {
    pub format: String,
    pub schema: u32,
    pub seq: u64,
    pub saved_at: Option<Moment>,
    pub months: Vec<IndexedMonth>,
}

/// A month the index knows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Month", deny_unknown_fields)]
pub(super) struct IndexedMonth {
    pub month: Month,
    pub seq: u64,
    pub days: usize,
}

/// A decoded file.
pub(super) struct Decoded<T> {
    pub content: T,
    /// Whether the checksum is there and right. If not, somebody edited the file or a disk damaged it.
    pub checksum_fits: bool,
    /// The schema that the file says it is written in; 1 if it does not say.
    pub schema: u32,
}

impl<T> Decoded<T> {
    /// The schema of the file, if it is beyond what is known here. A number in a file that is not as it was written says nothing.
    pub fn newer_than(&self, newest: u32) -> Option<u32> {
        Some(self.schema).filter(|schema| self.checksum_fits && *schema > newest)
    }
}

/// Why a file could not be decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum DecodeError {
    /// Of a newer schema, and not readable here.
    Newer(u32),
    /// Not readable: line if known, and why.
    Broken(Option<usize>, String),
}

impl DecodeError {
    /// In words, with the line if it is known.
    pub fn said(self) -> String {
        match self {
            Self::Newer(schema) => format!("made by a newer version of Gutskin (schema {schema})"),
            Self::Broken(Some(line), why) => format!("line {line}: {why}"),
            Self::Broken(None, why) => why,
        }
    }
}

/// The bytes of a file: dialect line, a sentence for the reader, the content, the checksum.
pub(super) fn encode<T: Serialize>(comment: &str, content: &T) -> Result<Vec<u8>, String> {
    let body = ron_text::to_lines(content).map_err(|error| escaped_excerpt(&error.to_string()))?;
    Ok(finished(format!("#![enable(implicit_some)]\n// Gutskin, {comment}\n{body}\n")))
}

/// The bytes of a file: all of its lines, and the checksum of them.
pub(super) fn finished(text: String) -> Vec<u8> {
    let checksum = checksum(text.as_bytes());
    (text + CHECKSUM_LINE + &checksum + "\n").into_bytes()
}

/// Reads what [`encode`] wrote, or what a person made of it.
pub(super) fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<Decoded<T>, DecodeError> {
    decode_up_to(bytes, NEWEST_SCHEMA)
}

/// The same for a program that knows no schema beyond one. A newer file is read as far as it says nothing unheard of.
pub(super) fn decode_up_to<T: DeserializeOwned>(bytes: &[u8], newest: u32) -> Result<Decoded<T>, DecodeError> {
    if !is_sealed(bytes) {
        return decode_as_it_is(bytes, newest);
    }
    // Whatever could be opened is open by now.
    Err(DecodeError::Broken(None, why_closed(std::str::from_utf8(bytes).is_ok_and(fits))))
}

/// Reads a file as it lies on the disk, sealed or not.
pub(super) fn decode_as_it_is<T: DeserializeOwned>(bytes: &[u8], newest: u32) -> Result<Decoded<T>, DecodeError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes)
        .map_err(|error| DecodeError::Broken(None, format!("not UTF-8 text from byte {} on", error.valid_up_to())))?;
    let schema = schema_of(text).unwrap_or(SCHEMA);
    let checksum_fits = fits(text);
    let content = ron_text::read::<T>(text).map_err(|error| {
        // Without a checksum that fits, the number itself may be what is damaged.
        if schema > newest && checksum_fits {
            DecodeError::Newer(schema)
        } else {
            DecodeError::Broken(Some(error.span.start.line), escaped_excerpt(&error.code.to_string()))
        }
    })?;
    Ok(Decoded { content, checksum_fits, schema })
}

/// Whether the last line says the checksum of all above it.
fn fits(text: &str) -> bool {
    text.rfind(CHECKSUM_LINE).is_some_and(|at| {
        let (above, line) = text.split_at(at);
        let told = line.strip_prefix(CHECKSUM_LINE).unwrap_or_default().trim();
        told == checksum(above.as_bytes()) || told == checksum(above.replace("\r\n", "\n").as_bytes())
    })
}

/// The schema number near the head of a file, read without parsing the rest.
fn schema_of(text: &str) -> Option<u32> {
    let head: String = text.chars().take(600).collect();
    let after = head.split_once("schema:")?.1.trim_start();
    after.chars().take_while(char::is_ascii_digit).collect::<String>().parse().ok()
}

/// BLAKE3, first 128 bits, as hexadecimal.
fn checksum(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().as_str()[..32].to_owned()
}
