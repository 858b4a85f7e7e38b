//! `key.ron`: the key of a diary, sealed twice, by the passphrase and by the recovery code. Losing it is losing everything, so it
//! also lies wherever copies of the diary do.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::age_file::{DiaryKey, Secret};
use super::recovery_code::RecoveryCode;
use super::secrets::NewSecrets;
use super::vault::Stage;
use crate::model::record::{NEWEST_SCHEMA, SCHEMA};
use crate::storage::envelope::{DecodeError, Decoded, decode, finished};
use crate::storage::error::StorageError;
use crate::storage::read_file::read_file;
use crate::storage::{atomic, disk, private};

const FORMAT: &str = "gutskin/key";
/// Its name, wherever it lies.
pub(in crate::storage) const NAME: &str = "key.ron";
/// Folders of a diary that hold it, the one that counts first.
const PLACES: [&str; 3] = ["", "backups", "backups/full"];
const COMMENT: &str = "the key of this diary. Without this file nobody can open the diary again. It holds the key twice, as files of \
age (age-encryption.org): sealed by the passphrase, and by the recovery code.";

/// The key of a diary, as it lies on the disk.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename = "Key", deny_unknown_fields)]
pub(super) struct KeyFile {
    format: String,
    schema: u32,
    /// How far the diary is encrypted.
    pub stage: Stage,
    passphrase: String,
    recovery: String,
}

impl KeyFile {
    /// A key, sealed by both secrets.
    pub fn new(key: &DiaryKey, secrets: &NewSecrets, stage: Stage) -> Result<Self, String> {
        let passphrase = key.wrapped(&secrets.passphrase, secrets.work)?;
        let recovery = key.wrapped(&secrets.recovery.secret(), secrets.work)?;
        Ok(Self { format: FORMAT.to_owned(), schema: SCHEMA, stage, passphrase, recovery })
    }

    /// The same key, the diary being encrypted so far.
    pub fn at(self, stage: Stage) -> Self {
        Self { stage, ..self }
    }

    /// The same key for another passphrase.
    pub fn with_passphrase(&self, key: &DiaryKey, passphrase: &Secret, work: u8) -> Result<Self, String> {
        Ok(Self { passphrase: key.wrapped(passphrase, work)?, ..self.clone() })
    }

    /// The same key for another recovery code.
    pub fn with_recovery(&self, key: &DiaryKey, recovery: &RecoveryCode, work: u8) -> Result<Self, String> {
        Ok(Self { recovery: key.wrapped(&recovery.secret(), work)?, ..self.clone() })
    }

    /// The key file of a diary, from wherever it is whole; `None` if there is none anywhere.
    ///
    /// # Errors
    /// [`StorageError`] if there is one, and none can be read.
    pub fn find(folder: &Path) -> Result<Option<Self>, StorageError> {
        // A path that is no folder has no key; what it is instead is said where a diary is looked for.
        if !folder.is_dir() {
            return Ok(None);
        }
        let mut refused = None;
        for path in paths(folder) {
            let Some(bytes) = read_file(&path)? else { continue };
            let damaged = |what: String| StorageError::Damaged { file: path.clone(), what };
            match decode::<Self>(&bytes) {
                Ok(Decoded { content, checksum_fits: true, .. }) if content.schema <= NEWEST_SCHEMA => {
                    return Ok(Some(content));
                }
                Ok(_) => refused = refused.or_else(|| Some(damaged("its sum does not fit".to_owned()))),
                Err(DecodeError::Newer(schema)) => {
                    return Err(StorageError::Newer { folder: folder.to_path_buf(), schema });
                }
                Err(DecodeError::Broken(_, why)) => refused = refused.or_else(|| Some(damaged(why))),
            }
        }
        refused.map_or(Ok(None), Err)
    }

    /// The key, by the passphrase or the recovery code.
    ///
    /// # Errors
    /// [`StorageError::WrongPassphrase`], or [`StorageError::Damaged`].
    pub fn unlock(&self, folder: &Path, secret: &Secret) -> Result<DiaryKey, StorageError> {
        use age::secrecy::ExposeSecret;
        let damaged = |what| StorageError::Damaged { file: folder.join(NAME), what };
        if let Ok(code) = RecoveryCode::read(secret.expose_secret())
            && let Some(key) = DiaryKey::unwrap(self.recovery.trim_start(), &code.secret()).map_err(damaged)?
        {
            return Ok(key);
        }
        let key = DiaryKey::unwrap(self.passphrase.trim_start(), secret).map_err(damaged)?;
        key.ok_or_else(|| StorageError::WrongPassphrase { folder: folder.to_path_buf() })
    }

    fn bytes(&self) -> Vec<u8> {
        let Self { format, schema, stage, passphrase, recovery } = self;
        let (passphrase, recovery) = (passphrase.trim_start(), recovery.trim_start());
        finished(format!(
            "#![enable(implicit_some)]\n// Gutskin, {COMMENT}\nKey(\n  format: \"{format}\",\n  schema: {schema},\n  stage: {stage:?},\n  \
             passphrase: r\"\n{passphrase}\",\n  recovery: r\"\n{recovery}\",\n)\n"
        ))
    }

    /// Writes it where it counts, then beside every kind of copy.
    pub fn write(&self, folder: &Path) -> Result<(), StorageError> {
        let bytes = self.bytes();
        for path in paths(folder) {
            if read_file(&path).ok().flatten().as_ref() == Some(&bytes) {
                continue;
            }
            private::make_folder(path.parent().unwrap_or(folder))?;
            atomic::replace(&path, &bytes)?;
        }
        Ok(())
    }

    /// Takes it away, where it counts last of all.
    pub fn remove(folder: &Path) -> Result<(), StorageError> {
        let mut held: Vec<PathBuf> = paths(folder).into_iter().filter(|path| path.exists()).collect();
        held.reverse();
        for path in held {
            disk::remove(&path)?;
            atomic::flush_folder(path.parent().unwrap_or(folder))?;
        }
        Ok(())
    }
}

/// Where it lies.
fn paths(folder: &Path) -> Vec<PathBuf> {
    PLACES.iter().map(|place| folder.join(place).join(NAME)).collect()
}
