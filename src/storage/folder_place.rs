//! Whether the folder of an open diary is still the one that was opened. A folder that was moved, deleted or unmounted leaves a
//! program writing into files that nobody finds again, or into an empty place of the same name.

use std::fs;
use std::path::Path;

use super::error::StorageError;
use super::folder::Folder;
use super::identity;

/// What the folder was known by when it was opened.
#[derive(Debug, Clone)]
pub(super) struct FolderPlace {
    /// The number of the diary in `gutskin.ron`, if that could be read.
    id: Option<String>,
    /// The number that the file system gives the folder.
    node: Option<(u64, u64)>,
}

impl FolderPlace {
    pub fn new(folder: &Folder) -> Self {
        Self { id: id_in(folder), node: node_at(&folder.path) }
    }

    /// Looks whether the folder is still this one.
    ///
    /// # Errors
    /// [`StorageError::FolderGone`].
    pub fn check(&self, folder: &Folder) -> Result<(), StorageError> {
        let is_same_node = self.node.is_some() && node_at(&folder.path) == self.node;
        // Some file systems number anew what they have not shown for a while.
        let is_same = is_same_node || (self.id.is_some() && id_in(folder) == self.id);
        if is_same { Ok(()) } else { Err(StorageError::FolderGone { folder: folder.path.clone() }) }
    }
}

fn id_in(folder: &Folder) -> Option<String> {
    Some(identity::read(folder).ok()??.id)
}

#[cfg(unix)]
fn node_at(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    let meta = fs::metadata(path).ok().filter(fs::Metadata::is_dir)?;
    Some((meta.dev(), meta.ino()))
}

#[cfg(not(unix))]
fn node_at(path: &Path) -> Option<(u64, u64)> {
    let _ = fs::metadata(path);
    None
}
