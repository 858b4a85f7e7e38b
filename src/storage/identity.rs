//! `gutskin.ron`: the file that says that a folder is a diary, and which schema it needs. Its absence in a folder that holds one
//! stops writing.

use std::path::Path;

use super::atomic;
use super::envelope::{DecodeError, Decoded, IdentityFile, decode_up_to, encode};
use super::error::StorageError;
use super::folder::Folder;
use super::quarantine::quarantine;
use super::read_file::read_file;
use super::seal::Vault;
use crate::model::record::SCHEMA;
use crate::model::time::Moment;

/// Reads `gutskin.ron`. `None` if it is not there.
///
/// # Errors
/// [`StorageError::Newer`] if the folder needs a schema that is not known here.
pub(super) fn read(folder: &Folder) -> Result<Option<IdentityFile>, StorageError> {
    Ok(decoded(folder)?.map(|decoded| decoded.content))
}

/// What tells the diary of a folder from all others; `None` if it cannot be read.
pub fn diary_id(folder: &Path) -> Option<String> {
    // The identity is never sealed.
    let folder = Folder::new(folder.to_path_buf(), Vault::default());
    Some(read(&folder).ok()??.id)
}

/// The same, with whether the checksum fits.
pub(super) fn decoded(folder: &Folder) -> Result<Option<Decoded<IdentityFile>>, StorageError> {
    let path = folder.identity();
    let Some(bytes) = read_file(&path)? else { return Ok(None) };
    let newer = |schema| StorageError::Newer { folder: folder.path.clone(), schema };
    match decode_up_to::<IdentityFile>(&bytes, folder.newest_schema) {
        Ok(decoded) => match decoded.newer_than(folder.newest_schema) {
            Some(schema) => Err(newer(schema)),
            None => Ok(Some(decoded)),
        },
        Err(DecodeError::Newer(schema)) => Err(newer(schema)),
        Err(DecodeError::Broken(_, what)) => Err(StorageError::Damaged { file: path, what }),
    }
}

/// Makes a folder a diary.
pub(super) fn write(folder: &Folder) -> Result<(), StorageError> {
    let made_at = Moment::now();
    let seed = format!("{made_at} {} {:?}", std::process::id(), std::time::Instant::now());
    let id = blake3::hash(seed.as_bytes()).to_hex().as_str()[..32].to_owned();
    put(folder, &IdentityFile { format: "gutskin/diary".to_owned(), schema: SCHEMA, id, made_at })
}

/// Says that a folder needs a newer schema than before.
pub(super) fn raise(folder: &Folder, schema: u32) -> Result<(), StorageError> {
    let Some(Decoded { content, checksum_fits, .. }) = decoded(folder)? else { return Ok(()) };
    if !checksum_fits {
        let path = folder.identity();
        quarantine(folder, &path, &read_file(&path)?.unwrap_or_default())?;
    }
    put(folder, &IdentityFile { schema, ..content })
}

fn put(folder: &Folder, identity: &IdentityFile) -> Result<(), StorageError> {
    let path = folder.identity();
    let bytes = encode("this folder is a diary. Keep this file.", identity)
        .map_err(|what| StorageError::Damaged { file: path.clone(), what })?;
    atomic::replace(&path, &bytes)
}
