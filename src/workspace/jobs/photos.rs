//! Pictures on their way into the diary: read one after the other, so that only one lies in memory unpacked, shown to a person, and kept
//! once it is said what they show.

use std::path::PathBuf;

use super::Job;
use crate::model::diary::Diary;
use crate::model::photo::Photo;
use crate::model::text::escape_for_display;
use crate::model::time::{ClockTime, Day};
use crate::photos::{MOST_AT_ONCE, Picture, Taken, read_picture, read_pixels};
use crate::storage::PhotoFiles;
use crate::workspace::{Wake, Workspace};

/// Where a picture comes from.
#[derive(Debug, Clone)]
pub enum PhotoSource {
    /// A file.
    File(PathBuf),
    /// Pixels from the clipboard: width, height, and red, green, blue, alpha.
    Pixels(u32, u32, Vec<u8>),
}

/// A picture that was looked at.
#[derive(Debug, Clone)]
pub struct IncomingPhoto {
    /// Name of its file.
    pub name: String,
    /// What becomes of it, or why it cannot be taken.
    pub picture: Result<Picture, String>,
    /// The diary day on which it was taken, if its file says one that has come.
    pub day: Option<Day>,
    /// The time.
    pub at: Option<ClockTime>,
    /// Why it has no day although its file names one.
    pub doubt: Option<String>,
}

/// Pictures being read.
pub type ReadPhotos = Job<Vec<IncomingPhoto>>;
/// Pictures being kept.
pub type KeepPhotos = Job<Result<Vec<Photo>, String>>;

/// Starts to read pictures. Those beyond [`MOST_AT_ONCE`] are named and not read.
pub fn read(sources: Vec<PhotoSource>, workspace: &Workspace, wake: Wake) -> ReadPhotos {
    let (diary, today) = (workspace.diary().clone(), workspace.today());
    Job::start(wake, move |progress| {
        let count = sources.len().max(1);
        let mut read: Vec<IncomingPhoto> = Vec::new();
        for (place, source) in sources.into_iter().enumerate() {
            if progress.report(place as f32 / count as f32).is_break() {
                break;
            }
            let name = name_of(&source);
            let picture = if place < MOST_AT_ONCE {
                take_in(&source, &diary, &read, today)
            } else {
                Err(format!("at most {MOST_AT_ONCE} photos are added at a time; add this one after them"))
            };
            let taken = picture.as_ref().ok().and_then(|picture| picture.taken);
            read.push(incoming(name, picture, taken, &diary, today));
        }
        read
    })
}

fn incoming(
    name: String,
    picture: Result<Picture, String>,
    taken: Option<Taken>,
    diary: &Diary,
    today: Day,
) -> IncomingPhoto {
    let day = taken.map(|taken| diary.settings().day_end.diary_day(taken.date, taken.time));
    match day {
        Some(day) if day > today => {
            let doubt = format!("its camera says {}, which is still to come; choose the day", day.short());
            IncomingPhoto { name, picture, day: None, at: None, doubt: Some(doubt) }
        }
        day => IncomingPhoto { name, picture, day, at: taken.map(|taken| taken.time), doubt: None },
    }
}

fn name_of(source: &PhotoSource) -> String {
    match source {
        PhotoSource::File(path) => escape_for_display(&path.file_name().unwrap_or_default().to_string_lossy()),
        PhotoSource::Pixels(..) => "from the clipboard".to_owned(),
    }
}

fn take_in(source: &PhotoSource, diary: &Diary, before: &[IncomingPhoto], today: Day) -> Result<Picture, String> {
    let picture = match source {
        PhotoSource::File(path) => read_picture(path),
        PhotoSource::Pixels(width, height, rgba) => read_pixels(*width, *height, rgba),
    };
    let picture = picture.map_err(|error| error.to_string())?;
    if let Some(known) = diary.photo_of_blob(picture.blob) {
        return Err(format!("this picture is in the diary already, on {}", known.day.brief(today)));
    }
    let is_same = |other: &&IncomingPhoto| other.picture.as_ref().is_ok_and(|other| other.blob == picture.blob);
    if let Some(other) = before.iter().find(is_same) {
        return Err(format!("this is the same picture as {}", other.name));
    }
    Ok(picture)
}

/// Starts to write pictures into the diary's folder; gives the photos of them, to be added. If the disk refuses one, none is kept.
pub fn keep(photos: Vec<(Picture, Photo)>, workspace: &Workspace, wake: Wake) -> KeepPhotos {
    let files = workspace.photo_files();
    Job::start(wake, move |progress| {
        let count = photos.len().max(1);
        let kept = keep_all(&files, &photos, |place| {
            // Whoever asked for it waits; there is nothing to break off.
            let _: std::ops::ControlFlow<()> = progress.report(place as f32 / count as f32);
        });
        kept.map(|()| photos.into_iter().map(|(_, photo)| photo).collect())
    })
}

/// Writes pictures, or none of them.
///
/// # Errors
/// What the disk says.
pub fn keep_all(files: &PhotoFiles, photos: &[(Picture, Photo)], report: impl Fn(usize)) -> Result<(), String> {
    let mut new = Vec::new();
    for (place, (picture, _)) in photos.iter().enumerate() {
        report(place);
        let was_here = files.holds(picture.blob);
        match files.keep(&picture.jpeg, &picture.thumbnail) {
            Ok(id) if !was_here => new.push(id),
            Ok(_) => {}
            Err(error) => {
                // What was written of this lot goes again; a disk that refuses this too leaves pictures that no photo names.
                for id in &new {
                    files.delete_for_good(*id).ok();
                }
                return Err(format!("nothing was added: {error}"));
            }
        }
    }
    Ok(())
}
