//! What was put aside and nobody has read yet. The file that was found is whole again by then, so that the next opening finds
//! nothing: what was said of it stays here until somebody has understood it, whoever opened the diary meanwhile.

use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::envelope::{decode, encode};
use super::error::StorageError;
use super::folder::Folder;
use super::problem::Problem;
use super::seal::Vault;
use crate::model::record::SCHEMA;

const NAME: &str = "unread.ron";

/// `unread.ron`.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Unread", deny_unknown_fields)]
struct UnreadFile {
    format: String,
    schema: u32,
    problems: Vec<Problem>,
}

/// What is kept in a diary's folder. A file that cannot be read says nothing: what it spoke of lies in quarantine all the same.
pub fn read(folder: &Path, vault: &Vault) -> Vec<Problem> {
    let folder = Folder::new(folder.to_path_buf(), vault.clone());
    let bytes = folder.read(&folder.path.join(NAME)).ok().flatten();
    bytes.and_then(|bytes| decode::<UnreadFile>(&bytes).ok()).map(|file| file.content.problems).unwrap_or_default()
}

/// Keeps these and forgets all others.
///
/// # Errors
/// [`StorageError`]; what was kept before stays.
pub fn keep(folder: &Path, vault: &Vault, problems: &[Problem]) -> Result<(), StorageError> {
    let path = folder.join(NAME);
    if problems.is_empty() {
        return match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(StorageError::io("remove", &path)(error)),
            _ => Ok(()),
        };
    }
    let file = UnreadFile { format: "gutskin/unread".to_owned(), schema: SCHEMA, problems: problems.to_vec() };
    let bytes = encode("what was found and nobody has read yet. Made by the program.", &file)
        .map_err(|what| StorageError::Damaged { file: path.clone(), what })?;
    Folder::new(folder.to_path_buf(), vault.clone()).replace(&path, &bytes)
}
