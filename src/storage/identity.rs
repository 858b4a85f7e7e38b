//! `gutskin.ron`: the file that says that a folder is a diary. Its absence in a folder that holds one stops writing.

use super::atomic;
use super::envelope::{DecodeError, Decoded, IdentityFile, decode, encode};
use super::error::StorageError;
use super::folder::Folder;
use super::load;
use crate::model::files::SCHEMA;
use crate::model::time::Moment;

/// Reads `gutskin.ron`. `None` if it is not there.
pub(super) fn read(folder: &Folder) -> Result<Option<IdentityFile>, StorageError> {
    Ok(decoded_identity(folder)?.map(|decoded| decoded.content))
}

/// The same, with whether the sum fits.
pub(super) fn decoded_identity(folder: &Folder) -> Result<Option<Decoded<IdentityFile>>, StorageError> {
    let path = folder.identity();
    let Some(bytes) = load::read(&path)? else { return Ok(None) };
    match decode::<IdentityFile>(&bytes) {
        Ok(decoded) => Ok(Some(decoded)),
        Err(DecodeError::Newer(schema)) => Err(StorageError::Newer { folder: folder.0.clone(), schema }),
        Err(DecodeError::Broken(_, what)) => Err(StorageError::Damaged { file: path, what }),
    }
}

/// Makes a folder a diary.
pub(super) fn write(folder: &Folder) -> Result<(), StorageError> {
    let made_at = Moment::now();
    let seed = format!("{made_at} {} {:?}", std::process::id(), std::time::Instant::now());
    let id = blake3::hash(seed.as_bytes()).to_hex().as_str()[..32].to_owned();
    let identity = IdentityFile { format: "gutskin/diary".to_owned(), schema: SCHEMA, id, made_at };
    let path = folder.identity();
    let bytes = encode("this folder is a diary. Keep this file.", &identity)
        .map_err(|what| StorageError::Damaged { file: path.clone(), what })?;
    atomic::replace(&path, &bytes)
}
