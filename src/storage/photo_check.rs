//! What `gutskin check` says of pictures: those that are gone, those that are not as they were written, and those that no photo
//! names. None of it keeps anybody from the diary.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::error::StorageError;
use super::folder::Folder;
use super::photo_files::{PhotoCount, PhotoFiles};
use super::problem::Problem;
use crate::model::diary::Diary;
use crate::model::photo::BlobId;

/// The folder of the pictures, within that of the diary.
const PHOTOS: &str = "photos";

/// What was found of the pictures of a diary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PhotoReport {
    /// Photos that the diary speaks of.
    pub named: usize,
    /// Their pictures that are here.
    pub here: PhotoCount,
    /// Pictures that no photo names: those that were deleted and not yet deleted for good.
    pub unnamed: PhotoCount,
}

/// “1,198 of 1,200 photos are here”.
pub fn photos_here_in_words(here: usize, named: usize) -> String {
    format!("{here} of {named} {} here", if named == 1 { "photo is" } else { "photos are" })
}

impl Problem {
    /// Whether it is about pictures that are not here.
    pub fn is_of_photos(&self) -> bool {
        self.file == Path::new(PHOTOS)
    }
}

/// The pictures that a diary names.
fn named(diary: &Diary) -> BTreeSet<BlobId> {
    diary.photos().map(|photo| photo.blob).collect()
}

/// How many of the pictures that a diary names are here, and how many it names.
pub fn photos_here(folder: &Path, diary: &Diary) -> (usize, usize) {
    let files = PhotoFiles::new(folder);
    let named = named(diary);
    (named.iter().filter(|id| files.holds(**id)).count(), named.len())
}

/// Says how many pictures of a diary are gone, if any.
pub fn missing_photos(folder: &Path, diary: &Diary) -> Option<Problem> {
    let (here, named) = photos_here(folder, diary);
    (here < named).then(|| Problem {
        file: PathBuf::from(PHOTOS),
        line: None,
        what: photos_here_in_words(here, named),
        done:
            "what the diary says of the others is kept; copy the folder photos from where it was last, or delete them"
                .to_owned(),
        is_damage: false,
        kept: None,
        is_beside: false,
    })
}

/// Reads every picture of a diary, and says which are gone or not as they were written.
///
/// # Errors
/// [`StorageError`] if a folder cannot be listed.
pub(super) fn check(folder: &Folder, diary: &Diary) -> Result<(PhotoReport, Vec<Problem>), StorageError> {
    let files = PhotoFiles::new(&folder.path).with(&folder.vault);
    let named = named(diary);
    let unnamed: BTreeSet<BlobId> = files.all()?.difference(&named).copied().collect();
    let mut problems: Vec<Problem> = missing_photos(&folder.path, diary).into_iter().collect();
    for id in &named {
        let Err(error) = files.read(*id) else { continue };
        let (path, what, _) = error.parts();
        problems.push(Problem {
            file: folder.shown(path),
            line: None,
            what,
            done: "put the file from a copy of the folder photos in its place, or delete the photo".to_owned(),
            is_damage: false,
            kept: None,
            is_beside: false,
        });
    }
    let report = PhotoReport { named: named.len(), here: files.count(&named), unnamed: files.count(&unnamed) };
    Ok((report, problems))
}
