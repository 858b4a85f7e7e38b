//! What `gutskin check` says of pictures: those that are gone, those that are not as they were written, and those that no photo
//! names. None of it keeps anybody from the diary.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::error::StorageError;
use super::folder::Folder;
use super::photo_files::{PhotoCount, PhotoFiles};
use super::problem::Problem;
use crate::model::diary::Diary;
use crate::model::photo::BlobId;

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

/// The pictures that a diary names.
fn named(diary: &Diary) -> BTreeSet<BlobId> {
    diary.photos().map(|photo| photo.blob).collect()
}

/// Counts the pictures of a diary, and says how many are gone.
pub(super) fn missing(folder: &Folder, diary: &Diary) -> Option<Problem> {
    let files = PhotoFiles::new(&folder.path).with(&folder.vault);
    let named = named(diary);
    let here = named.iter().filter(|id| files.holds(**id)).count();
    (here < named.len()).then(|| Problem {
        file: PathBuf::from("photos"),
        line: None,
        what: format!("{here} of {} photos are here", named.len()),
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
    let mut problems: Vec<Problem> = missing(folder, diary).into_iter().collect();
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
