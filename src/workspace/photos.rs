//! Photos of the open diary that go for good: the record, what undo remembers of it, and the picture itself.

use std::collections::BTreeSet;
use std::path::Path;

use super::edits::Receipt;
use super::error::WorkspaceError;
use super::jobs::photos::keep_all;
use super::open::Workspace;
use crate::edit::Command;
use crate::model::diary::Diary;
use crate::model::photo::{BlobId, Photo, PhotoId};
use crate::photos::Picture;
use crate::sample::drawn_photos;
use crate::storage::{self, PhotoFiles, StorageError};

/// Pictures in a diary's folder that no photo names: those that were deleted and not yet deleted for good.
///
/// # Errors
/// [`StorageError`] if the folder cannot be listed.
pub fn leftover_pictures(folder: &Path, diary: &Diary) -> Result<BTreeSet<BlobId>, StorageError> {
    let named: BTreeSet<BlobId> = diary.photos().map(|photo| photo.blob).collect();
    Ok(PhotoFiles::new(folder).all()?.difference(&named).copied().collect())
}

impl Workspace {
    /// The pictures of this diary.
    pub fn photo_files(&self) -> PhotoFiles {
        PhotoFiles::new(self.folder()).with(self.vault())
    }

    /// Adds the pictures of the made-up sample.
    pub(super) fn add_drawn_photos(&mut self) -> Result<(), WorkspaceError> {
        let drawn = drawn_photos(self.today());
        let lot: Vec<(Picture, Photo)> =
            drawn.iter().map(|drawn| (drawn.picture.clone(), drawn.photo.clone())).collect();
        keep_all(&self.photo_files(), &lot, |_| {}).map_err(WorkspaceError::NoTemporaryFolder)?;
        let first = drawn.iter().filter(|drawn| drawn.repeats.is_none()).map(|drawn| drawn.photo.clone());
        self.submit(Command::AddPhotos { photos: first.collect() })?;
        let repeats = drawn.iter().filter_map(|repeat| {
            let repeated = self.diary().photo_of_blob(drawn.get(repeat.repeats?)?.photo.blob)?;
            Some(Photo { repeat_of: Some(repeated.id), ..repeat.photo.clone() })
        });
        let photos = repeats.collect();
        self.submit(Command::AddPhotos { photos })?;
        Ok(())
    }

    /// How many of the pictures that the diary names are here: “1,198 of 1,200 photos are here”.
    pub fn photos_here(&self) -> String {
        let (here, named) = storage::photos_here(self.folder(), self.diary());
        storage::photos_here_in_words(here, named)
    }

    /// Deletes photos with their pictures. Nothing brings them back: what undo remembers of them goes too.
    ///
    /// # Errors
    /// [`WorkspaceError`] if the diary cannot be changed or the disk refuses. A picture goes only after the diary on the disk does
    /// not speak of it any more.
    pub fn delete_photos_for_good(&mut self, ids: &[PhotoId]) -> Result<Receipt, WorkspaceError> {
        let pictures: BTreeSet<BlobId> =
            ids.iter().filter_map(|id| self.diary().photo(*id)).map(|photo| photo.blob).collect();
        let receipt = self.submit(Command::RemovePhotos { ids: ids.to_vec() })?;
        self.wait_until_saved()?;
        self.delete_pictures_for_good(&pictures)?;
        Ok(receipt)
    }

    /// Deletes pictures that no photo names. One that a photo names stays.
    ///
    /// # Errors
    /// [`WorkspaceError`] if the diary cannot be changed or the disk refuses.
    pub fn delete_pictures_for_good(&mut self, pictures: &BTreeSet<BlobId>) -> Result<(), WorkspaceError> {
        self.check_writable()?;
        let named: BTreeSet<BlobId> = self.diary().photos().map(|photo| photo.blob).collect();
        let going: BTreeSet<BlobId> = pictures.difference(&named).copied().collect();
        self.forget_pictures(&going);
        let files = self.photo_files();
        going.iter().try_for_each(|id| files.delete_for_good(*id)).map_err(WorkspaceError::from)
    }
}
