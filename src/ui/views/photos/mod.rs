//! Photos: a gallery by month, one photo with what is said of it, two side by side, a series rated without its dates, and the way in.
//! Everything is covered until somebody asks for it.

mod about;
mod compare;
mod covers;
mod gallery;
mod incoming;
mod leftover;
mod marking;
mod measured;
mod page;
mod pose;
mod rating;
mod source;
mod textures;
mod tile;

use std::collections::BTreeSet;
use std::path::PathBuf;

use eframe::egui::{self, Key, Modifiers, Painter, Pos2, Rect, RichText, Stroke, StrokeKind, Ui};

use self::compare::Compare;
pub(super) use self::covers::Covers;
use self::incoming::{Incoming, Outcome};
use self::leftover::Leftover;
use self::page::PhotoPage;
use self::rating::{BeginRating, BlindRatingPage};
use self::source::Source;
pub use self::source::is_called_picture;
pub(super) use self::textures::Textures;
pub(super) use self::tile::{eye, fitting, paint, spoken_name};
use super::{View, ViewSpec};
use crate::edit::Command;
use crate::model::diary::Diary;
use crate::model::photo::{Photo, PhotoId};
use crate::photos::series_names;
use crate::ui::command::{Destination, DialogRequest};
use crate::ui::context::ViewContext;
use crate::ui::theme::{size, strong_font};
use crate::ui::view_state::ViewId;
use crate::ui::widgets::quiet_ui;
use crate::words::count;
use crate::workspace::jobs::photos::PhotoSource;

/// The row of this view.
pub(super) const VIEW: ViewSpec = ViewSpec {
    id: ViewId::Photos,
    title: "Photos",
    keys: &[(Modifiers::COMMAND, Key::Num8)],
    icon: camera,
    new: || Box::new(PhotosView::default()),
};

/// A camera.
fn camera(painter: &Painter, center: Pos2, stroke: Stroke) {
    let body = Rect::from_center_size(center + egui::vec2(0.0, 1.0), egui::vec2(20.0, 13.0));
    painter.rect_stroke(body, 2.0, stroke, StrokeKind::Middle);
    painter.circle_stroke(body.center(), 4.0, stroke);
    let top = center.y - 8.0;
    painter.line_segment([egui::pos2(center.x - 4.0, top), egui::pos2(center.x + 4.0, top)], stroke);
}

/// What the centre shows of photos.
#[derive(Default)]
enum Screen {
    #[default]
    Gallery,
    Adding(Box<Incoming>),
    OnePhoto(Box<PhotoPage>),
    Compare(Box<Compare>),
    Rating(Box<BlindRatingPage>),
}

/// What the view remembers.
#[derive(Default)]
struct PhotosView {
    textures: Textures,
    covers: Covers,
    source: Source,
    screen: Screen,
    /// The series whose photos alone are shown.
    series: Option<String>,
    /// Photos that are chosen, while some are being chosen.
    chosen: Option<BTreeSet<PhotoId>>,
    /// Files that somebody dropped, to be looked at with the next frame.
    dropped: Vec<PathBuf>,
    leftover: Leftover,
    begin_rating: BeginRating,
    shows_pose: bool,
}

impl View for PhotosView {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        self.textures.begin(ui.ctx(), ctx.workspace, ctx.wake);
        if self.covers.begin(ui.ctx()) {
            self.textures.cover_all();
        }
        if !self.dropped.is_empty() {
            let sources = self.dropped.drain(..).map(PhotoSource::File).collect();
            self.screen = Screen::Adding(Box::new(Incoming::start(sources, ctx)));
        }
        let is_done = match &mut self.screen {
            Screen::Gallery => {
                self.gallery_screen_ui(ui, ctx);
                false
            }
            Screen::Adding(incoming) => incoming.ui(ui, ctx) == Outcome::Done,
            Screen::OnePhoto(page) => page.ui(ui, (&mut self.textures, &mut self.covers), ctx) == Outcome::Done,
            Screen::Compare(compare) => compare.ui(ui, (&mut self.textures, &mut self.covers), ctx) == Outcome::Done,
            Screen::Rating(rating) => rating.ui(ui, (&mut self.textures, &mut self.covers), ctx) == Outcome::Done,
        };
        let is_escaped = !matches!(self.screen, Screen::Gallery) && escaped(ui);
        let is_within = match &mut self.screen {
            Screen::OnePhoto(page) if is_escaped => page.close_marking(),
            _ => false,
        };
        if is_done || (is_escaped && !is_within) {
            self.show_gallery();
        }
    }

    fn arrive(&mut self, to: &Destination, again: bool, ctx: &mut ViewContext<'_>) {
        if !again {
            self.covers.cover_all();
            self.textures.cover_all();
        }
        match to {
            Destination::AddPhotos(paths) => self.dropped.clone_from(paths),
            Destination::Photo(id) => {
                let photo = ctx.workspace.diary().photo(*id);
                self.screen = photo.map_or(Screen::Gallery, |photo| Screen::OnePhoto(Box::new(PhotoPage::new(photo))));
            }
            _ if again => self.show_gallery(),
            _ => {}
        }
    }

    fn is_alone(&self) -> bool {
        matches!(&self.screen, Screen::Rating(rating) if rating.is_rating())
    }

    fn pictures_gone(&mut self) {
        self.leftover = Leftover::default();
        self.textures = Textures::default();
    }

    fn diary_replaced(&mut self) {
        *self = Self::default();
    }
}

impl PhotosView {
    fn show_gallery(&mut self) {
        // Beside its date, what was just rated without it would tell.
        if let Screen::Rating(rating) = &self.screen {
            rating.cover(&mut self.covers);
        }
        self.screen = Screen::Gallery;
    }

    fn gallery_screen_ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let workspace = ctx.workspace;
        let diary = workspace.diary();
        let shown = self.shown(diary);
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(VIEW.title).font(strong_font(size::VIEW)));
            if !shown.is_empty() {
                self.actions_ui(ui, ctx, &shown);
                if let Some(page) = self.begin_rating.ui(ui, workspace, self.series.as_deref()) {
                    self.screen = Screen::Rating(Box::new(page));
                }
            }
        });
        let sources = if workspace.read_only().is_none() { self.source.ui(ui, ctx.view) } else { Vec::new() };
        if !sources.is_empty() {
            self.screen = Screen::Adding(Box::new(Incoming::start(sources, ctx)));
            return;
        }
        self.series_ui(ui, diary);
        if self.shows_pose {
            let last = shown.first().copied();
            pose::pose_ui(ui, (&mut self.textures, &mut self.covers), last);
            return;
        }
        if shown.is_empty() {
            quiet_ui(
                ui,
                "Photos of your skin will be here, each written anew without the place and the camera, and covered until you \
                 ask. Choose some, drop them on the window, or paste one.",
            );
        }
        self.chosen_ui(ui, ctx);
        self.leftover.ui(ui, ctx);
        let chosen = &self.chosen;
        let is_chosen = |id| chosen.as_ref().map(|chosen| chosen.contains(&id));
        let pressed = gallery::gallery_ui(ui, &mut self.textures, &self.covers, &shown, is_chosen);
        if let Some(photo) = pressed {
            self.press(photo);
        }
    }

    /// The photos that are shown, latest first.
    fn shown<'a>(&self, diary: &'a Diary) -> Vec<&'a Photo> {
        let is_of_series =
            |photo: &&Photo| self.series.is_none() || photo.series.as_ref().map(ToString::to_string) == self.series;
        let mut shown: Vec<&Photo> = diary.photos().filter(is_of_series).collect();
        shown.sort_by_key(|photo| std::cmp::Reverse((photo.day, photo.at, photo.id)));
        shown
    }

    /// A press uncovers a photo, and opens one that is uncovered.
    fn press(&mut self, photo: &Photo) {
        if let Some(chosen) = &mut self.chosen {
            if !chosen.remove(&photo.id) {
                chosen.insert(photo.id);
            }
        } else if self.covers.is_covered(photo) {
            self.covers.uncover(photo.id);
        } else {
            self.screen = Screen::OnePhoto(Box::new(PhotoPage::new(photo)));
        }
    }

    fn actions_ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>, shown: &[&Photo]) {
        let words = if self.chosen.is_some() { "Choose no more" } else { "Choose several" };
        if ui.button(words).clicked() {
            self.chosen = if self.chosen.is_some() { None } else { Some(BTreeSet::new()) };
        }
        if ui.button(if self.shows_pose { "Back to the photos" } else { "Before the next photo" }).clicked() {
            self.shows_pose = !self.shows_pose;
        }
        if self.covers.any() && ui.button("Cover all").clicked() {
            self.covers.cover_all();
            self.textures.cover(&ctx.workspace.diary().photos().map(|photo| photo.blob).collect());
        }
        if self.chosen.is_none() && ui.button("Save as files…").on_hover_text("All that are shown here").clicked() {
            ctx.commands.open(DialogRequest::ExportPhotos(shown.iter().map(|photo| photo.id).collect()));
        }
    }

    fn series_ui(&mut self, ui: &mut Ui, diary: &Diary) {
        let names = series_names(diary.photos());
        if names.is_empty() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            if ui.selectable_label(self.series.is_none(), "All").clicked() {
                self.series = None;
            }
            for name in names {
                if ui.selectable_label(self.series.as_ref() == Some(&name), &name).clicked() {
                    self.series = Some(name);
                }
            }
        });
    }

    /// What can be done with the photos that are chosen.
    fn chosen_ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let Some(chosen) = &self.chosen else { return };
        let ids: Vec<PhotoId> =
            chosen.iter().copied().filter(|id| ctx.workspace.diary().photo(*id).is_some()).collect();
        let mut is_over = false;
        ui.horizontal_wrapped(|ui| {
            ui.label(format!("{} chosen", count(ids.len(), "photo", "photos")));
            let compares = (2..=compare::MOST).contains(&ids.len());
            if ui.add_enabled(compares, egui::Button::new("Compare")).clicked() {
                self.screen = Screen::Compare(Box::new(Compare::new(ids.clone())));
                is_over = true;
            }
            if ui.add_enabled(!ids.is_empty(), egui::Button::new("Save as files…")).clicked() {
                ctx.commands.open(DialogRequest::ExportPhotos(ids.clone()));
                is_over = true;
            }
            if ui.add_enabled(!ids.is_empty(), egui::Button::new("Delete")).clicked() {
                ctx.commands.edit(Command::RemovePhotos { ids: ids.clone() });
                is_over = true;
            }
            if ui.add_enabled(!ids.is_empty(), egui::Button::new("Delete for good…")).clicked() {
                ctx.commands.open(DialogRequest::DeletePhotosForGood(ids.clone()));
                is_over = true;
            }
        });
        if is_over {
            self.chosen = None;
        }
    }
}

/// Whether Escape was pressed, and nothing is being typed.
pub(super) fn escaped(ui: &Ui) -> bool {
    !ui.text_edit_focused() && ui.input(|input| input.key_pressed(Key::Escape))
}
