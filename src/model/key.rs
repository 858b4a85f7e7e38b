//! The name of a trackable in files and on the command line.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::text::excerpt;

/// Letters of every key seen so far. Ten years hold 150,000 answers and a few dozen keys, so equal keys share their letters.
static LETTERS: Mutex<BTreeSet<Arc<str>>> = Mutex::new(BTreeSet::new());

/// Stable name of a trackable in files and on the command line: `redness`, `sleep_hours`. Lower-case letters, digits and
/// underscores, starting with a letter, at most 40.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Key(Arc<str>);

/// The text is not a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a key; keys are lower-case letters, digits and _, for example sleep_hours")]
pub struct KeyError(String);

impl Key {
    /// # Errors
    /// [`KeyError`] if the text is not of the form above.
    pub fn new(text: &str) -> Result<Self, KeyError> {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
        let starts = text.bytes().next().is_some_and(|b| b.is_ascii_lowercase());
        if starts && text.len() <= 40 && text.bytes().all(plain) {
            // A thread that stopped half-way has at most added a key.
            let mut known = LETTERS.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(letters) = known.get(text) {
                return Ok(Self(letters.clone()));
            }
            let letters: Arc<str> = text.into();
            known.insert(letters.clone());
            Ok(Self(letters))
        } else {
            Err(KeyError(excerpt(text)))
        }
    }

    /// The key.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for Key {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Key {
    type Error = KeyError;

    fn try_from(text: String) -> Result<Self, KeyError> {
        Self::new(&text)
    }
}

impl From<Key> for String {
    fn from(key: Key) -> Self {
        key.as_str().to_owned()
    }
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
