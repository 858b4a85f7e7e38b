//! Pictures on the graphics card: those that were drawn last, and no more, so that a gallery of thousands takes as much memory as one of a
//! few hundred.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{self, ColorImage, TextureHandle, TextureOptions};

use crate::model::photo::BlobId;
use crate::workspace::jobs::photo_loader::{PhotoLoader, PictureKey, PictureView};
use crate::workspace::{Wake, Workspace};

/// The most small copies and covers that are held; 256 x 256 pixels each make 64 MB.
const MOST_SMALL: usize = 256;
/// The most whole pictures: as many as are compared.
const MOST_WHOLE: usize = 4;
/// The most pictures that go to the card in one frame.
const MOST_UPLOADS: usize = 8;
/// The longest side of a picture on the card, whatever the card can.
const LONGEST_SIDE: usize = 4096;

/// What is known of a picture that was asked for.
enum Shown {
    /// It is being read.
    Awaited,
    /// It can be drawn.
    Texture(TextureHandle),
    /// It cannot be shown, and why.
    Failed(String),
}

/// The pictures that were drawn last.
#[derive(Default)]
pub(in crate::ui::views) struct Textures {
    loader: Option<PhotoLoader>,
    shown: BTreeMap<PictureKey, (Shown, u64)>,
    frame: u64,
}

/// A picture to be drawn now.
pub(in crate::ui::views) enum Drawable<'a> {
    /// Not yet.
    Awaited,
    /// This.
    Texture(&'a TextureHandle),
    /// Never, and why.
    Failed(&'a str),
}

impl Textures {
    /// To be called once a frame, before anything is drawn: takes in what was read.
    pub(in crate::ui::views) fn begin(&mut self, ctx: &egui::Context, workspace: &Workspace, wake: &Wake) {
        self.frame += 1;
        let folder = workspace.folder();
        if !self.loader.as_ref().is_some_and(|loader| loader.is_of(folder)) {
            self.shown.clear();
            self.loader = Some(PhotoLoader::start(workspace, wake.clone()));
        }
        let longest = ctx.input(|input| input.max_texture_side).min(LONGEST_SIDE);
        let mut uploads = 0;
        while uploads < MOST_UPLOADS {
            let Some((key, read)) = self.loader.as_ref().and_then(PhotoLoader::take) else { break };
            let shown = match read {
                Ok((size, rgb)) if size.iter().all(|side| (1..=longest).contains(side)) => {
                    uploads += 1;
                    let name = format!("photo {}", key.0);
                    Shown::Texture(ctx.load_texture(name, ColorImage::from_rgb(size, &rgb), TextureOptions::LINEAR))
                }
                Ok(_) => Shown::Failed("this picture is too large for the graphics card".to_owned()),
                Err(why) => Shown::Failed(why),
            };
            self.shown.insert(key, (shown, self.frame));
        }
        if uploads == MOST_UPLOADS {
            ctx.request_repaint();
        }
        self.drop_oldest(MOST_SMALL, |view| !matches!(view, PictureView::Whole(_)));
        self.drop_oldest(MOST_WHOLE, |view| matches!(view, PictureView::Whole(_)));
    }

    /// A picture, asked for if it is not there.
    pub(in crate::ui::views) fn get(&mut self, key: PictureKey) -> Drawable<'_> {
        let frame = self.frame;
        let loader = &self.loader;
        let (shown, drawn) = self.shown.entry(key).or_insert_with(|| {
            if let Some(loader) = loader {
                loader.ask(key);
            }
            (Shown::Awaited, frame)
        });
        *drawn = frame;
        match shown {
            Shown::Awaited => Drawable::Awaited,
            Shown::Texture(texture) => Drawable::Texture(texture),
            Shown::Failed(why) => Drawable::Failed(why),
        }
    }

    /// Lets go of the sharp copies of pictures that are covered now.
    pub(super) fn cover(&mut self, pictures: &BTreeSet<BlobId>) {
        self.shown.retain(|(id, view), _| *view == PictureView::Cover || !pictures.contains(id));
    }

    /// Lets go of all sharp copies.
    pub(in crate::ui::views) fn cover_all(&mut self) {
        self.shown.retain(|(_, view), _| *view == PictureView::Cover);
    }

    fn drop_oldest(&mut self, most: usize, is_of: impl Fn(PictureView) -> bool) {
        let held = self.shown.iter().filter(|((_, view), _)| is_of(*view));
        let mut held: Vec<(u64, PictureKey)> = held.map(|(key, (_, drawn))| (*drawn, *key)).collect();
        if held.len() <= most {
            return;
        }
        held.sort_unstable();
        let excess = held.len() - most;
        for (drawn, key) in held.into_iter().take(excess) {
            // What was drawn in the last frame is about to be drawn again.
            if drawn + 1 < self.frame {
                self.shown.remove(&key);
            }
        }
    }
}
