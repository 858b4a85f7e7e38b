//! Finding a diary: what is a folder of one, what may become one, and whether its lock is open.

use std::fs;
use std::path::Path;

use super::error::StorageError;
use super::folder::Folder;
use super::private;
use super::seal::Vault;
use super::store::Access;

/// The folder, made if need be. Refuses a file, and a folder that holds other things.
pub(super) fn find(folder: &Path, access: Access, vault: &Vault) -> Result<Folder, StorageError> {
    let folder = find_any(folder, access, vault)?;
    match Vault::is_needed(&folder.path) {
        Ok(true) if !folder.vault.has_key() => Err(StorageError::Locked { folder: folder.path }),
        // What it kept cannot be opened by anybody; everything else is read, and what is sealed is named.
        Ok(_) | Err(StorageError::Damaged { .. }) => Ok(folder),
        Err(error) => Err(error),
    }
}

fn find_any(folder: &Path, access: Access, vault: &Vault) -> Result<Folder, StorageError> {
    if folder.exists() && !folder.is_dir() {
        return Err(StorageError::NotAFolder { folder: folder.to_path_buf() });
    }
    if !folder.exists() {
        if access == Access::Read {
            return Err(StorageError::NoDiary { folder: folder.to_path_buf() });
        }
        private::make_folder(folder)?;
    }
    let path = folder.canonicalize().map_err(StorageError::io("find", folder))?;
    let folder = Folder::new(path, vault.clone());
    if folder.has_identity()? {
        return Ok(folder);
    }
    if folder.holds_diary()? {
        return Ok(folder);
    }
    let mut foreign = false;
    for entry in fs::read_dir(&folder.path).map_err(StorageError::io("list", &folder.path))? {
        let name = entry.map_err(StorageError::io("list", &folder.path))?.file_name();
        match name.to_string_lossy().as_ref() {
            // Ours from the moment before, and what a file browser leaves behind.
            // `app.ron` is how the window looked, which an earlier version kept here.
            "LOCK" | ".DS_Store" | "desktop.ini" | "Thumbs.db" | "app.ron" => {}
            tmp if tmp.starts_with(".gutskin.ron.") || tmp.starts_with(".app.ron.") => {}
            "days" | "journal" | "index.ron" => {
                let what = "gutskin.ron is missing although the folder holds a diary".to_owned();
                return Err(StorageError::Damaged { file: folder.identity(), what });
            }
            _ => foreign = true,
        }
    }
    match (foreign, access) {
        (true, _) => Err(StorageError::NotADiary { folder: folder.path }),
        (false, Access::Read) => Err(StorageError::NoDiary { folder: folder.path }),
        (false, Access::Write) => Ok(folder),
    }
}
