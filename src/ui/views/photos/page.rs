//! One photo, large, with what is said of it.

use eframe::egui::{Rect, ScrollArea, Sense, Ui, Vec2, WidgetInfo};

use super::about::AboutPhoto;
use super::covers::Covers;
use super::incoming::Outcome;
use super::marking::Marking;
use super::measured::{rated_ui, redness_ui, repeats_ui};
use super::textures::Textures;
use super::tile::{fitting, paint, spoken_name};
use crate::edit::Command;
use crate::model::photo::{Photo, PhotoId};
use crate::photos::{is_blurred, is_clipped};
use crate::ui::command::{Destination, DialogRequest};
use crate::ui::context::ViewContext;
use crate::ui::theme::space;
use crate::ui::widgets::{card, cell, heading_ui, quiet_ui};
use crate::workspace::jobs::photo_loader::PictureView;

/// The longer side of a picture on the screen, in pixels.
pub(super) const SCREEN_SIDE: u32 = 2048;

/// One photo that is looked at.
pub(super) struct PhotoPage {
    id: PhotoId,
    about: AboutPhoto,
    is_changed: bool,
    /// What is being set in it, while something is.
    marking: Option<Marking>,
}

impl PhotoPage {
    pub(super) fn new(photo: &Photo) -> Self {
        Self { id: photo.id, about: AboutPhoto::of_photo(photo), is_changed: false, marking: None }
    }

    /// Leaves the marks as they were kept; gives whether they were being set.
    pub(super) fn close_marking(&mut self) -> bool {
        self.marking.take().is_some()
    }

    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        (textures, covers): (&mut Textures, &mut Covers),
        ctx: &mut ViewContext<'_>,
    ) -> Outcome {
        let diary = ctx.workspace.diary();
        let Some(photo) = diary.photo(self.id) else { return Outcome::Done };
        let mut outcome = Outcome::Open;
        ui.horizontal_wrapped(|ui| {
            if ui.button("‹ Photos").clicked() {
                outcome = Outcome::Done;
            }
            heading_ui(ui, &format!("{}, {}", crate::words::capital(&photo.subject()), photo.day.short()));
            if ui.link("open the day").clicked() {
                ctx.commands.go(Destination::Day(photo.day));
            }
        });
        // What is covered is not drawn sharp for its marks either.
        if covers.is_covered(photo) {
            self.marking = None;
        }
        ScrollArea::vertical().id_salt("photo").auto_shrink(false).show(ui, |ui| {
            if let Some(marking) = &mut self.marking {
                if marking.ui(ui, textures, ctx) == Outcome::Done {
                    self.marking = None;
                }
                return;
            }
            picture_ui(ui, textures, covers, photo);
            warnings_ui(ui, photo, ctx);
            redness_ui(ui, diary, photo);
            rated_ui(ui, diary, photo);
            repeats_ui(ui, photo, ctx);
            self.marking_button_ui(ui, covers, photo, ctx);
            card::plain_ui(ui, |ui| {
                self.about.ui(ui, diary);
                self.keep_ui(ui, photo, ctx);
            });
            ui.add_space(space::ROW);
            ui.horizontal_wrapped(|ui| {
                if ui.button("Delete").clicked() {
                    ctx.commands.edit(Command::RemovePhotos { ids: vec![photo.id] });
                    outcome = Outcome::Done;
                }
                if ui.button("Delete for good…").clicked() {
                    ctx.commands.open(DialogRequest::DeletePhotosForGood(vec![photo.id]));
                }
            });
        });
        outcome
    }

    fn marking_button_ui(&mut self, ui: &mut Ui, covers: &mut Covers, photo: &Photo, ctx: &ViewContext<'_>) {
        if ctx.workspace.read_only().is_some() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            if ui.button("Marks and colours").clicked() {
                covers.uncover(photo.id);
                self.marking = Some(Marking::new(photo));
            }
            let words = match (photo.marks.is_some(), photo.colors.is_some()) {
                (_, true) => "Set in this photo.",
                (true, false) => "Two marks are set; how red the skin is needs a grey card in the picture.",
                (false, false) => "Two marks lay photos over each other; with a grey card, redness is measured.",
            };
            quiet_ui(ui, words);
        });
        ui.add_space(space::TIGHT);
    }

    fn keep_ui(&mut self, ui: &mut Ui, photo: &Photo, ctx: &mut ViewContext<'_>) {
        let said = self.about.said();
        let changed = said.as_ref().ok().map(|said| said.put_into(photo.clone())).filter(|changed| changed != photo);
        self.is_changed = changed.is_some();
        if let Err(why) = &said {
            quiet_ui(ui, why);
        }
        let button = ui.add_enabled(self.is_changed, eframe::egui::Button::new("Save what is said"));
        if let (true, Some(changed)) = (button.clicked(), changed) {
            ctx.commands.edit(Command::AmendPhoto { photo: Box::new(changed) });
        }
    }
}

/// The picture as large as there is room; a press covers and uncovers it.
fn picture_ui(ui: &mut Ui, textures: &mut Textures, covers: &mut Covers, photo: &Photo) {
    let width = ui.available_width() - 10.0;
    let room = Vec2::new(width, (width * 0.75).clamp(200.0, 560.0));
    let (room, response) = ui.allocate_exact_size(room, Sense::click());
    let is_covered = covers.is_covered(photo);
    response.widget_info(|| WidgetInfo::labeled(eframe::egui::Role::Button, true, spoken_name(photo, is_covered)));
    let rect: Rect = fitting(photo, room);
    let view = if is_covered { PictureView::Cover } else { PictureView::Whole(SCREEN_SIDE) };
    paint(ui, textures, photo, rect, view);
    if response.has_focus() {
        cell::focus_ring(ui, rect);
    }
    if response.clicked() {
        if is_covered {
            covers.uncover(photo.id);
        } else {
            covers.cover(photo.id);
        }
    }
    let words =
        if is_covered { "Covered. Click it, or press Space, to see it." } else { "Click it to cover it again." };
    quiet_ui(ui, words);
}

/// What makes a photo hard to compare. Nothing is refused for it.
fn warnings_ui(ui: &mut Ui, photo: &Photo, ctx: &ViewContext<'_>) {
    let diary = ctx.workspace.diary();
    let others = || diary.photos().filter(|other| other.id != photo.id && other.series == photo.series);
    if photo.series.is_some() && is_blurred(photo.sharpness, others()) {
        quiet_ui(ui, "It looks blurred beside the others of its series. Tap the skin to focus, and hold still.");
    }
    if is_clipped(photo.clipped) {
        quiet_ui(ui, "Parts of it are burnt out or black, so their colour cannot be told.");
    }
    let last = others().filter(|other| other.day < photo.day).max_by_key(|other| (other.day, other.id));
    if photo.series.is_some() && last.is_some_and(|last| !last.is_comparable_with(photo)) {
        quiet_ui(ui, "The set-up is not that of the photo before it: colours of the two cannot be compared.");
    }
}
