//! Pictures read for the screen, on one thread beside the window: what was asked for last comes first, since that is what somebody looks
//! at, and what is not wanted any more is not read.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use image::RgbImage;

use crate::model::photo::BlobId;
use crate::photos::{cover_of, decode_kept, shrink_to, thumbnail_of};
use crate::storage::PhotoFiles;
use crate::workspace::{Wake, Workspace};

/// How much of a picture is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PictureView {
    /// A few blurred patches.
    Cover,
    /// The small copy.
    Thumbnail,
    /// The picture, its longer side with at most so many pixels.
    Whole(u32),
}

/// A picture that was asked for.
pub type PictureKey = (BlobId, PictureView);

/// A picture as pixels: width, height, red, green, blue row by row; or in words why it cannot be shown.
pub type LoadedPicture = (PictureKey, Result<([usize; 2], Vec<u8>), String>);

/// The longer side of small copies in memory, in pixels.
const SMALL_SIDE: u32 = 256;
/// The most pictures that wait; what was asked for before them is asked for again when it is in sight.
const MOST_WAITING: usize = 200;

/// Reads pictures of one diary.
#[derive(Debug)]
pub struct PhotoLoader {
    folder: PathBuf,
    ask: Sender<PictureKey>,
    loaded: Receiver<LoadedPicture>,
}

impl PhotoLoader {
    /// Starts to wait for what is asked for. It ends when it is dropped.
    pub fn start(workspace: &Workspace, wake: Wake) -> Self {
        let (ask, asked) = channel();
        let (send, loaded) = channel();
        let files = workspace.photo_files();
        thread::spawn(move || run(&files, &asked, &send, &wake));
        Self { folder: workspace.folder().to_path_buf(), ask, loaded }
    }

    /// Whether it reads the pictures of the diary in a folder.
    pub fn is_of(&self, diary_folder: &Path) -> bool {
        self.folder == diary_folder
    }

    /// Asks for a picture.
    pub fn ask(&self, key: PictureKey) {
        // A thread that has ended answers nothing, and what is not there is drawn as its mean colour.
        self.ask.send(key).ok();
    }

    /// The next picture that was read, if there is one.
    pub fn take(&self) -> Option<LoadedPicture> {
        self.loaded.try_recv().ok()
    }
}

fn run(files: &PhotoFiles, asked: &Receiver<PictureKey>, send: &Sender<LoadedPicture>, wake: &Wake) {
    let mut waiting: Vec<PictureKey> = Vec::new();
    loop {
        if waiting.is_empty() {
            let Ok(key) = asked.recv() else { return };
            waiting.push(key);
        }
        while let Ok(key) = asked.try_recv() {
            waiting.retain(|other| *other != key);
            waiting.push(key);
        }
        if waiting.len() > MOST_WAITING {
            for key in waiting.drain(..waiting.len() - MOST_WAITING) {
                send.send((key, Err("passed by".to_owned()))).ok();
            }
        }
        let Some(key) = waiting.pop() else { continue };
        if send.send((key, load(files, key))).is_err() {
            return;
        }
        wake();
    }
}

/// Reads one picture. A small copy that is gone is made anew.
fn load(files: &PhotoFiles, (id, view): PictureKey) -> Result<([usize; 2], Vec<u8>), String> {
    let picture = match view {
        PictureView::Whole(side) => {
            shrink_to(&decode_kept(&whole(files, id)?).map_err(|error| error.to_string())?, side)
        }
        PictureView::Thumbnail => shrink_to(&thumbnail(files, id)?, SMALL_SIDE),
        PictureView::Cover => cover_of(&thumbnail(files, id)?),
    };
    let size = [picture.width() as usize, picture.height() as usize];
    Ok((size, picture.into_raw()))
}

fn whole(files: &PhotoFiles, id: BlobId) -> Result<Vec<u8>, String> {
    let found = files.read(id).map_err(|error| error.to_string())?;
    found.ok_or_else(|| "this picture is not here; copy the folder photos from where it was last".to_owned())
}

fn thumbnail(files: &PhotoFiles, id: BlobId) -> Result<RgbImage, String> {
    let small = files.read_thumbnail(id);
    if let Some(picture) = small.and_then(|bytes| decode_kept(&bytes).ok()) {
        return Ok(picture);
    }
    let small = thumbnail_of(&whole(files, id)?).map_err(|error| error.to_string())?;
    // Only for the next time; a folder that cannot be written to shows its photos all the same.
    files.keep_thumbnail(id, &small).ok();
    decode_kept(&small).map_err(|error| error.to_string())
}
