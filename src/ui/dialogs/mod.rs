//! Dialogs: one at a time, over the window. A dialog edits a copy; only its last button asks for a change.

mod about;
mod close;
mod confirm;
mod course;
pub mod export;
mod help;
mod hide_idea;
mod import;
mod leave_out;
mod own_food;
mod own_food_fields;
mod pantry;
mod profile;
mod recipe;
mod settings;
mod suspects;
mod trackable;

use eframe::egui::{self, Id, Modal, RichText, Ui};

pub use self::course::CourseDraft;
pub use self::export::ExportDraft;
pub use self::import::ImportDraft;
pub use self::leave_out::LeaveOutDraft;
pub use self::own_food::OwnFoodDraft;
pub use self::recipe::RecipeDraft;
pub use self::settings::SettingsDraft;
pub use self::suspects::SuspectsDraft;
pub use self::trackable::TrackableDraft;
use super::request::{Outbox, Request};
use super::theme::{Palette, size, space, strong_font};
use super::view_state::ViewState;
use crate::model::course::Course;
use crate::model::profile::Profile;
use crate::model::time::Day;
use crate::workspace::{Wake, Workspace};

/// A dialog and what it holds.
#[derive(Debug, Clone)]
pub enum Dialog {
    /// Keys and words.
    Help,
    /// What the program is.
    About,
    /// What the person says about themselves.
    Profile(Profile),
    /// Settings.
    Settings(SettingsDraft),
    /// A course, new or to be changed.
    Course(Box<CourseDraft>),
    /// Pairs named beforehand.
    Suspects(SuspectsDraft),
    /// One food or group to be left out for a while.
    LeaveOut(Box<LeaveOutDraft>),
    /// An own food, new or to be changed.
    OwnFood(Box<OwnFoodDraft>),
    /// A recipe, new or to be changed.
    Recipe(Box<RecipeDraft>),
    /// Own foods, recipes, kept meals and favourites.
    Pantry,
    /// A new trackable.
    Trackable(TrackableDraft),
    /// Why a suggestion is to be hidden.
    HideIdea {
        /// Id of the card.
        card: String,
        /// The person's reason.
        reason: String,
    },
    /// A file to be saved.
    Export(Box<ExportDraft>),
    /// A file to be brought in.
    Import(Box<ImportDraft>),
    /// Whether to delete a day.
    DeleteDay(Day),
    /// The window is to be closed, but something is not saved.
    CloseUnsaved,
}

impl Dialog {
    /// The dialog of a course.
    pub fn course(course: Course, exists: bool) -> Self {
        Self::Course(Box::new(CourseDraft::new(course, exists)))
    }

    /// The dialog of an own food.
    pub fn own_food(draft: OwnFoodDraft) -> Self {
        Self::OwnFood(Box::new(draft))
    }

    /// The dialog of a recipe.
    pub fn recipe(draft: RecipeDraft) -> Self {
        Self::Recipe(Box::new(draft))
    }
}

/// Shows the open dialog.
pub fn show(
    ctx: &egui::Context,
    dialog: &mut Dialog,
    (workspace, wake): (&Workspace, &Wake),
    view: &mut ViewState,
    outbox: &mut Outbox,
) {
    let frame = egui::Frame::popup(&ctx.global_style()).inner_margin(egui::Margin::same(20));
    let modal = Modal::new(Id::unique("dialog")).frame(frame).show(ctx, |ui| {
        let room = ui.ctx().content_rect();
        ui.set_max_width((room.width() - 80.0).min(560.0));
        ui.set_min_width((room.width() - 80.0).min(460.0));
        match dialog {
            Dialog::Help => help::show(ui, outbox),
            Dialog::About => about::show(ui, outbox),
            Dialog::Profile(profile) => profile::show(ui, profile, workspace, outbox),
            Dialog::Settings(draft) => draft.show(ui, workspace, view, outbox),
            Dialog::Course(draft) => draft.show(ui, workspace, outbox),
            Dialog::Suspects(draft) => draft.show(ui, workspace, outbox),
            Dialog::LeaveOut(draft) => draft.show(ui, workspace, outbox),
            Dialog::OwnFood(draft) => draft.show(ui, workspace, outbox),
            Dialog::Recipe(draft) => draft.show(ui, workspace, outbox),
            Dialog::Pantry => pantry::show(ui, workspace, outbox),
            Dialog::Trackable(draft) => draft.show(ui, workspace, outbox),
            Dialog::HideIdea { card, reason } => hide_idea::show(ui, card, reason, outbox),
            Dialog::Export(draft) => draft.show(ui, workspace, wake, outbox),
            Dialog::Import(draft) => draft.show(ui, workspace, wake, outbox),
            Dialog::DeleteDay(day) => confirm::delete_day(ui, *day, workspace, outbox),
            Dialog::CloseUnsaved => close::show(ui, workspace, outbox),
        }
    });
    if modal.should_close() {
        outbox.push(Request::CloseDialog);
    }
}

/// Heading of a dialog.
fn title(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).font(strong_font(size::VIEW)));
    ui.add_space(space::TIGHT);
}

/// A quiet line.
pub fn quiet(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).color(Palette::of(ui).quiet));
}

/// The scrolling middle of a long dialog.
fn middle(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let room = (ui.ctx().content_rect().height() - 220.0).max(160.0);
    let area = egui::ScrollArea::vertical().max_height(room).min_scrolled_height(room).auto_shrink([false, true]);
    area.show(ui, |ui| {
        ui.set_max_width(ui.available_width() - 12.0);
        add(ui);
    });
    ui.add_space(space::ROW);
}

/// The buttons at the foot: what the dialog is for, and the way out. Gives whether the first was pressed.
fn foot(ui: &mut Ui, primary: &str, enabled: bool, outbox: &mut Outbox) -> bool {
    let mut pressed = false;
    ui.horizontal(|ui| {
        pressed = ui.add_enabled(enabled, primary_button(ui, primary)).clicked();
        if ui.button("Cancel").clicked() {
            outbox.push(Request::CloseDialog);
        }
    });
    pressed
}

/// The one button a dialog is for.
fn primary_button<'a>(ui: &Ui, words: &'a str) -> egui::Button<'a> {
    let palette = Palette::of(ui);
    egui::Button::new(RichText::new(words).color(palette.on_accent)).fill(palette.accent)
}

/// A label in a column of its own, and what belongs to it.
fn labelled(ui: &mut Ui, label: &str, add: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(190.0, space::CELL), egui::Sense::hover());
        let font = super::theme::font(size::BODY);
        ui.painter().text(rect.left_center(), egui::Align2::LEFT_CENTER, label, font, Palette::of(ui).text);
        add(ui);
    });
}

/// A line with one button that closes the dialog.
fn close_button(ui: &mut Ui, outbox: &mut Outbox) {
    if ui.add(primary_button(ui, "Close")).clicked() {
        outbox.push(Request::CloseDialog);
    }
}
