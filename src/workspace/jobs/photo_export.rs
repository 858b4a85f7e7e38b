//! Photos written as files of their own into a folder that somebody chose: each is read from where the diary keeps it, and none is
//! written over another file. What was written before somebody stopped, or the disk was full, stays and is said.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::{Job, Progress};
use crate::model::diary::Diary;
use crate::model::photo::{Photo, PhotoId};
use crate::model::text::show_path;
use crate::report::ReportError;
use crate::report::write::write_file;
use crate::storage::PhotoFiles;
use crate::words::photo_files as words;
use crate::workspace::{Wake, Workspace};

/// Photos that are to be written, and where.
#[derive(Debug, Clone)]
pub struct PhotoExport {
    /// Which ones.
    pub ids: Vec<PhotoId>,
    /// Where they go.
    pub folder: PathBuf,
}

/// Why nothing can be written there, which is known before anything is read.
#[derive(Debug, thiserror::Error)]
pub enum PhotoExportError {
    /// There is no such photo, or none at all.
    #[error("there are no photos to write")]
    NoPhotos,
    /// The folder lies in the diary's own.
    #[error("{}: this place belongs to the diary’s own files; choose another folder", show_path(.0))]
    OfDiary(PathBuf),
    /// There is no such folder, and none can be made.
    #[error("{}: this folder cannot be used: {source}; choose another", show_path(path))]
    NoFolder {
        /// Where.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}

/// What became of photos that were to be written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExportedPhotos {
    /// Where they are.
    pub folder: PathBuf,
    /// The files that were written, in their order.
    pub written: Vec<PathBuf>,
    /// Photos whose file lay there already, just as it would have been written.
    pub there_already: usize,
    /// Photos that cannot be read, each with the reason.
    pub unreadable: Vec<String>,
    /// Photos that nobody got to, since somebody stopped or the disk refused.
    pub left: usize,
    /// What the disk said, if it refused.
    pub refused: Option<String>,
}

impl ExportedPhotos {
    /// What is to be said of it, a sentence each, the most important first.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![words::written(self.written.len(), &self.folder)];
        lines.extend(self.refused.clone());
        lines.extend((self.there_already > 0).then(|| words::there_already(self.there_already)));
        lines.extend((self.left > 0).then(|| words::left(self.left)));
        lines.extend(self.unreadable.iter().cloned());
        lines.extend((!self.written.is_empty()).then(|| words::UNGUARDED.to_owned()));
        lines
    }
}

/// Photos on their way out.
pub type PhotoExportJob = Job<ExportedPhotos>;

impl PhotoExport {
    /// Starts to write them.
    ///
    /// # Errors
    /// [`PhotoExportError`] if nothing can be written there.
    pub fn start(self, workspace: &Workspace, wake: Wake) -> Result<PhotoExportJob, PhotoExportError> {
        self.check(workspace)?;
        let (diary, files) = (workspace.diary().clone(), workspace.photo_files());
        Ok(Job::start(wake, move |progress| self.write(&diary, &files, progress)))
    }

    /// Whether they could be written there; a folder that is not there yet is made.
    ///
    /// # Errors
    /// [`PhotoExportError`].
    pub fn check(&self, workspace: &Workspace) -> Result<(), PhotoExportError> {
        if self.photos(workspace.diary()).is_empty() {
            return Err(PhotoExportError::NoPhotos);
        }
        let no_folder = |source| PhotoExportError::NoFolder { path: self.folder.clone(), source };
        if is_inside(&self.folder, workspace.folder()) {
            return Err(PhotoExportError::OfDiary(self.folder.clone()));
        }
        if !self.folder.is_dir() {
            fs::create_dir(&self.folder).map_err(no_folder)?;
        }
        Ok(())
    }

    /// The photos, by day.
    fn photos<'a>(&self, diary: &'a Diary) -> Vec<&'a Photo> {
        let wanted: BTreeSet<PhotoId> = self.ids.iter().copied().collect();
        let mut photos: Vec<&Photo> = diary.photos().filter(|photo| wanted.contains(&photo.id)).collect();
        photos.sort_by_key(|photo| (photo.day, photo.at, photo.id));
        photos
    }

    /// Writes them, one after the other.
    pub fn write(&self, diary: &Diary, files: &PhotoFiles, progress: &Progress) -> ExportedPhotos {
        let photos = self.photos(diary);
        let mut done = ExportedPhotos { folder: self.folder.clone(), ..ExportedPhotos::default() };
        let mut taken = BTreeSet::new();
        for (place, photo) in photos.iter().enumerate() {
            if progress.report(place as f32 / photos.len() as f32).is_break() {
                done.left = photos.len() - place;
                break;
            }
            let kept = match files.read(photo.blob) {
                Ok(Some(kept)) => kept,
                Ok(None) => {
                    let why = "its picture is not here; copy the folder photos from where it was last";
                    done.unreadable.push(not_written(photo, why));
                    continue;
                }
                Err(error) => {
                    done.unreadable.push(not_written(photo, &error.to_string()));
                    continue;
                }
            };
            match self.write_one(photo, &kept, &mut taken) {
                Ok(Some(path)) => done.written.push(path),
                Ok(None) => done.there_already += 1,
                Err(error) => {
                    done.refused = Some(error.to_string());
                    done.left = photos.len() - place;
                    break;
                }
            }
        }
        done
    }

    /// Writes one under the first number that is free; `None` if its file is there already.
    fn write_one(
        &self,
        photo: &Photo,
        kept: &[u8],
        taken: &mut BTreeSet<PathBuf>,
    ) -> Result<Option<PathBuf>, ReportError> {
        let stem = words::stem(photo);
        let mut number = 0_u32;
        loop {
            number += 1;
            let path = self.folder.join(format!("{stem} {number}.jpg"));
            if !taken.insert(path.clone()) {
                continue;
            }
            match write_file(&path, kept, false) {
                Ok(()) => return Ok(Some(path)),
                Err(ReportError::Exists(_)) if holds(&path, kept) => return Ok(None),
                Err(ReportError::Exists(_)) if number < u32::from(u16::MAX) => {}
                Err(error) => return Err(error),
            }
        }
    }
}

fn not_written(photo: &Photo, why: &str) -> String {
    format!("{}, {}: not written, {why}", photo.day.short(), photo.subject())
}

/// Whether a file has this content.
fn holds(path: &Path, content: &[u8]) -> bool {
    let is_alike = fs::symlink_metadata(path).is_ok_and(|meta| meta.is_file() && meta.len() == content.len() as u64);
    is_alike && fs::read(path).is_ok_and(|there| there == content)
}

/// Whether a folder, or the one in which it would be made, lies in the diary's.
fn is_inside(folder: &Path, diary: &Path) -> bool {
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let real = folder.canonicalize().or_else(|_| parent.canonicalize());
    match (real, diary.canonicalize()) {
        (Ok(real), Ok(diary)) => real.starts_with(diary),
        _ => false,
    }
}
