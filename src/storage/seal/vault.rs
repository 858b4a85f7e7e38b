//! The vault: the key of a diary while it is open, shared by all who read and write its files. Without a key it lets everything
//! through as it is.

use std::fmt;
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::age_file::{DiaryKey, Secret};
use super::key_file::KeyFile;
use super::sealed_file;
use crate::storage::error::StorageError;

/// How far a diary is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(in crate::storage) enum Stage {
    /// Nothing is sealed.
    #[default]
    Plain,
    /// Some files are sealed, and the rest is to be.
    Sealing,
    /// All is sealed; a file that is not was put there by somebody else.
    Sealed,
    /// Some files are sealed still, and none is to be.
    Unsealing,
}

/// The key of an open diary.
#[derive(Clone, Default)]
pub struct Vault(Arc<RwLock<State>>);

#[derive(Default)]
struct State {
    key: Option<Arc<DiaryKey>>,
    stage: Stage,
}

/// What a file holds.
pub(in crate::storage) struct Opened {
    pub bytes: Vec<u8>,
    /// Whether it can be from this diary: what is not sealed in one that is, is not.
    pub is_own: bool,
}

impl Vault {
    /// Opens the lock of a diary: with its passphrase, or with its recovery code. A diary without a lock needs neither.
    ///
    /// # Errors
    /// [`StorageError::WrongPassphrase`], [`StorageError::Damaged`] for a key that cannot be read, and what the disk says.
    pub fn unlock(folder: &Path, secret: &Secret) -> Result<Self, StorageError> {
        let Some(file) = KeyFile::find(folder)? else { return Ok(Self::default()) };
        let key = file.unlock(folder, secret)?;
        Ok(Self(Arc::new(RwLock::new(State { key: Some(Arc::new(key)), stage: file.stage }))))
    }

    /// Whether a diary has a lock.
    ///
    /// # Errors
    /// [`StorageError`] if that cannot be told.
    pub fn is_needed(folder: &Path) -> Result<bool, StorageError> {
        Ok(KeyFile::find(folder)?.is_some())
    }

    /// Whether what is written is sealed.
    pub fn is_sealing(&self) -> bool {
        matches!(self.stage(), Stage::Sealing | Stage::Sealed)
    }

    /// Whether it holds a key.
    pub(in crate::storage) fn has_key(&self) -> bool {
        self.key().is_some()
    }

    pub(super) fn key(&self) -> Option<Arc<DiaryKey>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).key.clone()
    }

    pub(super) fn stage(&self) -> Stage {
        self.0.read().unwrap_or_else(PoisonError::into_inner).stage
    }

    /// From now on everybody who shares it reads and writes so.
    pub(super) fn set(&self, key: Option<Arc<DiaryKey>>, stage: Stage) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = State { key, stage };
    }

    /// The bytes to write for a file. What is sealed already stays as it is.
    pub(in crate::storage) fn seal(&self, path: &Path, bytes: &[u8]) -> Result<Vec<u8>, String> {
        match self.key() {
            Some(key) if self.is_sealing() && !sealed_file::is_sealed(bytes) => sealed_file::seal(&key, path, bytes),
            _ => Ok(bytes.to_vec()),
        }
    }

    /// What the bytes of a file hold. Where they cannot be opened they stay as they are: whoever reads them says so.
    pub(in crate::storage) fn open(&self, bytes: Vec<u8>) -> Opened {
        if !sealed_file::is_sealed(&bytes) {
            return Opened { bytes, is_own: self.stage() != Stage::Sealed };
        }
        let opened = self.key().and_then(|key| sealed_file::open(&key, &bytes).ok());
        Opened { is_own: opened.is_some(), bytes: opened.unwrap_or(bytes) }
    }

    /// The body of a line of the journal, as it is written.
    pub(in crate::storage) fn seal_line(&self, body: String) -> Result<String, String> {
        match self.key() {
            Some(key) if self.is_sealing() => {
                Ok(format!("{LINE_HEAD}{}{LINE_END}", STANDARD.encode(key.seal_bare(body.as_bytes())?)))
            }
            _ => Ok(body),
        }
    }

    /// The body of a sealed line of the journal; `None` if the line is not sealed.
    pub(in crate::storage) fn open_line(&self, body: &str) -> Option<Result<String, String>> {
        let sealed = body.strip_prefix(LINE_HEAD)?.strip_suffix(LINE_END)?;
        let key = self.key().ok_or_else(|| "sealed with a key that this diary does not have".to_owned());
        Some(key.and_then(|key| {
            let sealed = STANDARD.decode(sealed).map_err(|error| error.to_string())?;
            String::from_utf8(key.open(&sealed)?).map_err(|error| error.to_string())
        }))
    }
}

const LINE_HEAD: &str = "Sealed(\"";
const LINE_END: &str = "\")";

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Vault({:?})", self.stage())
    }
}
