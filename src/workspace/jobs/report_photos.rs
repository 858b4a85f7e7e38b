//! The photos of a report: read from where the diary keeps them, and made ready for paper, one after the other. Only those that were
//! picked are ever read.

use super::{Job, Progress};
use crate::model::diary::Diary;
use crate::model::photo::{Photo, PhotoId};
use crate::photos::{EyeBar, for_paper};
use crate::report::doctor::{MOST_PHOTOS, PickedPhoto};
use crate::storage::PhotoFiles;
use crate::workspace::{Wake, Workspace};

/// A photo that is to be in a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PhotoPick {
    /// Its number.
    pub id: PhotoId,
    /// The bar over the eyes, where one was asked for.
    pub eye_bar: Option<EyeBar>,
}

/// Why a photo cannot be in a report.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PickError {
    /// The diary has none of this number.
    #[error("there is no photo {}; {known}", id.0)]
    Unknown {
        /// The number.
        id: PhotoId,
        /// The photos that there are, in words.
        known: String,
    },
    /// Too many.
    #[error("a report holds at most {MOST_PHOTOS} photos; pick fewer")]
    TooMany,
    /// Its picture is not here, or cannot be read.
    #[error("photo {} of {day}: {reason}", id.0)]
    Unreadable {
        /// The number.
        id: PhotoId,
        /// Its day.
        day: String,
        /// Why.
        reason: String,
    },
    /// Nobody wants it any more.
    #[error("stopped; nothing was written")]
    Cancelled,
}

/// Photos on their way into a report.
pub type ReportPhotos = Job<Result<Vec<PickedPhoto>, PickError>>;

/// Starts to make photos ready.
pub fn start(picks: Vec<PhotoPick>, workspace: &Workspace, wake: Wake) -> ReportPhotos {
    let (diary, files) = (workspace.diary().clone(), workspace.photo_files());
    Job::start(wake, move |progress| prepare(&picks, &diary, &files, progress))
}

/// The photos that were picked, as they are printed.
///
/// # Errors
/// [`PickError`] for the first that cannot be.
pub fn prepare(
    picks: &[PhotoPick],
    diary: &Diary,
    files: &PhotoFiles,
    progress: &Progress,
) -> Result<Vec<PickedPhoto>, PickError> {
    if picks.len() > MOST_PHOTOS {
        return Err(PickError::TooMany);
    }
    let mut ready = Vec::new();
    for (place, PhotoPick { id, eye_bar }) in picks.iter().copied().enumerate() {
        if progress.report(place as f32 / picks.len() as f32).is_break() {
            return Err(PickError::Cancelled);
        }
        let photo = diary.photo(id).ok_or_else(|| PickError::Unknown { id, known: known(diary) })?;
        let unreadable = |reason: String| PickError::Unreadable { id, day: photo.day.short(), reason };
        let kept = files.read(photo.blob).map_err(|error| unreadable(error.to_string()))?;
        let missing =
            || unreadable("its picture is not here; copy the folder photos from where it was last".to_owned());
        let picture = for_paper(&kept.ok_or_else(missing)?, eye_bar).map_err(|error| unreadable(error.to_string()))?;
        ready.push(PickedPhoto { id, picture, has_eye_bar: eye_bar.is_some() });
    }
    Ok(ready)
}

/// The most photos that a sentence lists.
const MOST_LISTED: usize = 20;

/// The photos of a diary in a sentence, the latest first.
fn known(diary: &Diary) -> String {
    let mut photos: Vec<&Photo> = diary.photos().collect();
    photos.sort_by_key(|photo| std::cmp::Reverse((photo.day, photo.at, photo.id)));
    let listed =
        photos.iter().take(MOST_LISTED).map(|photo| format!("{} ({}, {})", photo.id.0, photo.day, photo.subject()));
    let listed: Vec<String> = listed.collect();
    let more = photos.len().saturating_sub(MOST_LISTED);
    match (listed.is_empty(), more) {
        (true, _) => "the diary has no photos".to_owned(),
        (false, 0) => format!("the photos are {}", listed.join(", ")),
        (false, more) => format!("the photos are {} and {more} earlier ones", listed.join(", ")),
    }
}
