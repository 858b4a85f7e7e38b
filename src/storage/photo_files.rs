//! The files of pixels: `photos/ab/<sum>.jpg` and a small one beside it under `photos/thumbs`. Each is written once, is named by its
//! own sum and never changes, so that a copy of the folder needs new files only. They are written before the diary speaks of
//! them: a stop in between leaves at most a picture that no photo names.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::atomic::write_private;
use super::disk;
use super::error::StorageError;
use super::folder::{files_in, folders_in};
use super::read_file::read_file;
use super::seal::Vault;
use crate::model::photo::BlobId;

/// The folder of the small copies.
const SMALL: &str = "thumbs";
/// Ending of every picture.
const ENDING: &str = "jpg";

/// The pictures in a diary's folder.
#[derive(Debug, Clone)]
pub struct PhotoFiles {
    folder: PathBuf,
    vault: Vault,
}

/// How many pictures lie somewhere, and how large they are together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PhotoCount {
    /// Pictures.
    pub pictures: usize,
    /// Bytes of all of them, the small ones included.
    pub bytes: u64,
}

impl PhotoFiles {
    /// The pictures of the diary in a folder.
    pub fn new(diary_folder: &Path) -> Self {
        Self { folder: diary_folder.join("photos"), vault: Vault::default() }
    }

    /// The same, sealed and opened as the other files of the diary are. A picture is named by its own sum, not by that of the
    /// sealed file, so that encrypting a diary changes no photo.
    #[must_use]
    pub fn with(self, vault: &Vault) -> Self {
        Self { vault: vault.clone(), ..self }
    }

    /// Every file of a picture, the small ones included.
    pub(super) fn paths(&self) -> Result<Vec<PathBuf>, StorageError> {
        let mut found = Vec::new();
        for folder in self.folders()? {
            found.extend(files_in(&folder, ENDING)?);
        }
        Ok(found)
    }

    /// The folders in which they lie.
    pub(super) fn folders(&self) -> Result<Vec<PathBuf>, StorageError> {
        let mut found = Vec::new();
        for folder in [self.folder.clone(), self.folder.join(SMALL)] {
            found.extend(folders_in(&folder)?.into_iter().filter(|name| name != SMALL).map(|name| folder.join(name)));
        }
        Ok(found)
    }

    fn opened(&self, path: &Path) -> Result<Option<Vec<u8>>, StorageError> {
        Ok(read_file(path)?.map(|bytes| self.vault.open(bytes).bytes))
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), StorageError> {
        let sealed = self.vault.seal(path, bytes);
        write_private(path, &sealed.map_err(|what| StorageError::Damaged { file: path.to_path_buf(), what })?)
    }

    /// The file of a picture.
    pub fn picture(&self, id: BlobId) -> PathBuf {
        place(&self.folder, id)
    }

    /// The file of its small copy.
    pub fn thumbnail(&self, id: BlobId) -> PathBuf {
        place(&self.folder.join(SMALL), id)
    }

    /// Whether a picture is here; not whether it is whole.
    pub fn holds(&self, id: BlobId) -> bool {
        self.picture(id).is_file()
    }

    /// Writes a picture and its small copy, durably, for their owner alone. What is there already is left alone.
    ///
    /// # Errors
    /// [`StorageError`]; nothing half written is left then.
    pub fn keep(&self, picture: &[u8], thumbnail: &[u8]) -> Result<BlobId, StorageError> {
        let id = BlobId::new(picture);
        let path = self.picture(id);
        // One that was damaged is written anew.
        let is_new = self.opened(&path)?.is_none_or(|bytes| BlobId::new(&bytes) != id);
        let small = self.thumbnail(id);
        let is_small_new = !small.is_file();
        let written = if is_new { self.write(&path, picture) } else { Ok(()) };
        let written = written.and_then(|()| if is_small_new { self.write(&small, thumbnail) } else { Ok(()) });
        if written.is_err() {
            // A file may have its name and yet not be known to be on the disk.
            for (path, is_new) in [(&path, is_new), (&small, is_small_new)] {
                if is_new && path.exists() {
                    disk::remove(path).ok();
                }
            }
        }
        written.map(|()| id)
    }

    /// Writes the small copy of a picture anew.
    ///
    /// # Errors
    /// [`StorageError`].
    pub fn keep_thumbnail(&self, id: BlobId, thumbnail: &[u8]) -> Result<(), StorageError> {
        self.write(&self.thumbnail(id), thumbnail)
    }

    /// The bytes of a picture, if it is here and whole.
    ///
    /// # Errors
    /// [`StorageError::Damaged`] if its sum does not fit, or what the disk says.
    pub fn read(&self, id: BlobId) -> Result<Option<Vec<u8>>, StorageError> {
        let path = self.picture(id);
        match self.opened(&path)? {
            Some(bytes) if BlobId::new(&bytes) != id => {
                Err(StorageError::Damaged { file: path, what: "this picture is not as it was written".to_owned() })
            }
            found => Ok(found),
        }
    }

    /// The bytes of a small copy, if it is here. It has no sum of its own: one that is damaged is made anew.
    pub fn read_thumbnail(&self, id: BlobId) -> Option<Vec<u8>> {
        self.opened(&self.thumbnail(id)).ok().flatten()
    }

    /// Removes a picture and its small copy from the disk. Nothing brings them back.
    ///
    /// # Errors
    /// [`StorageError`] if the disk refuses.
    pub fn delete_for_good(&self, id: BlobId) -> Result<(), StorageError> {
        for path in [self.thumbnail(id), self.picture(id)] {
            if path.is_file() {
                disk::remove(&path)?;
            }
        }
        Ok(())
    }

    /// Every picture that lies here, whether the diary names it or not.
    ///
    /// # Errors
    /// [`StorageError`] if a folder cannot be listed.
    pub fn all(&self) -> Result<BTreeSet<BlobId>, StorageError> {
        let mut found = BTreeSet::new();
        for name in folders_in(&self.folder)? {
            for path in files_in(&self.folder.join(name), ENDING)? {
                let id = path.file_stem().and_then(|stem| stem.to_str()?.parse::<BlobId>().ok());
                found.extend(id.filter(|id| self.picture(*id) == path));
            }
        }
        Ok(found)
    }

    /// How many of these pictures are here, and how large they are.
    pub fn count<'a>(&self, ids: impl IntoIterator<Item = &'a BlobId>) -> PhotoCount {
        let size = |path: PathBuf| fs::metadata(path).map(|meta| meta.len()).ok();
        let mut count = PhotoCount::default();
        for id in ids {
            let Some(bytes) = size(self.picture(*id)) else { continue };
            count.pictures += 1;
            count.bytes += bytes + size(self.thumbnail(*id)).unwrap_or_default();
        }
        count
    }
}

fn place(folder: &Path, id: BlobId) -> PathBuf {
    let name = id.to_string();
    folder.join(name.get(..2).unwrap_or_default()).join(format!("{name}.{ENDING}"))
}
