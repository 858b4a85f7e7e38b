//! Dialogs: one at a time, over the window. A dialog edits a copy; only its last button asks for a change.

mod about;
mod close;
mod confirm;
mod course;
pub mod export;
mod foot;
mod help;
mod hide_idea;
mod import;
mod keyboard;
mod leave_out;
mod own_food;
mod own_food_fields;
mod pantry;
mod profile;
mod recipe;
mod settings;
mod suspects;
mod trackable;

use eframe::egui::{self, Id, Key, Modal, RichText, Ui};

pub use self::course::CourseDraft;
pub use self::export::ExportDraft;
use self::foot::{close_button, destroying_link, foot};
pub use self::import::ImportDraft;
pub use self::keyboard::Keyboard;
pub use self::leave_out::LeaveOutDraft;
pub use self::own_food::OwnFoodDraft;
pub use self::recipe::RecipeDraft;
pub use self::settings::SettingsDraft;
pub use self::suspects::SuspectsDraft;
pub use self::trackable::TrackableDraft;
use super::drafts::Unkept;
use super::request::{Outbox, Request};
use super::theme::{Palette, size, space, strong_font};
use super::view_state::ViewState;
use super::widgets::focus;
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
    /// An own food, new or to be changed.
    OwnFood(Box<OwnFoodDraft>),
    /// A recipe, new or to be changed.
    Recipe(Box<RecipeDraft>),
    /// Own foods, recipes, kept meals and favourites.
    Pantry,
    /// Pairs named beforehand.
    Suspects(SuspectsDraft),
    /// One food or group to be left out for a while.
    LeaveOut(Box<LeaveOutDraft>),
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
    /// The window is to be closed, but something that was typed is not in the diary.
    CloseUnkept(Vec<Unkept>),
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

    /// Whether something can be filled in; if not, the keyboard starts on the button the dialog is for.
    fn has_fields(&self) -> bool {
        !matches!(self, Self::Help | Self::About | Self::Pantry | Self::DeleteDay(_) | Self::CloseUnsaved)
    }
}

/// What dialogs show and change.
pub struct Shown<'a> {
    /// What is open.
    pub workspace: &'a Workspace,
    /// Wakes the window from another thread.
    pub wake: &'a Wake,
    /// How it is looked at.
    pub view: &'a mut ViewState,
}

/// Shows the open dialog.
pub fn show(
    ctx: &egui::Context,
    dialog: &mut Dialog,
    keyboard: &mut Keyboard,
    Shown { workspace, wake, view }: Shown<'_>,
    outbox: &mut Outbox,
) {
    keyboard.begin(ctx, dialog);
    let frame = egui::Frame::popup(&ctx.global_style()).inner_margin(egui::Margin::same(20));
    let mut asked = Outbox::default();
    let modal = Modal::new(Id::unique("dialog")).frame(frame).show(ctx, |ui| {
        let room = ui.ctx().content_rect();
        ui.set_max_width((room.width() - 80.0).min(560.0));
        ui.set_min_width((room.width() - 80.0).min(460.0));
        match dialog {
            Dialog::Help => help::show(ui, &mut asked),
            Dialog::About => about::show(ui, &mut asked),
            Dialog::Profile(profile) => profile::show(ui, profile, workspace, &mut asked),
            Dialog::Settings(draft) => draft.show(ui, workspace, view, &mut asked),
            Dialog::Course(draft) => draft.show(ui, workspace, &mut asked),
            Dialog::OwnFood(draft) => draft.show(ui, workspace, &mut asked),
            Dialog::Recipe(draft) => draft.show(ui, workspace, &mut asked),
            Dialog::Pantry => pantry::show(ui, workspace, &mut asked),
            Dialog::Suspects(draft) => draft.show(ui, workspace, &mut asked),
            Dialog::LeaveOut(draft) => draft.show(ui, workspace, &mut asked),
            Dialog::Trackable(draft) => draft.show(ui, workspace, &mut asked),
            Dialog::HideIdea { card, reason } => hide_idea::show(ui, card, reason, &mut asked),
            Dialog::Export(draft) => draft.show(ui, workspace, wake, &mut asked),
            Dialog::Import(draft) => draft.show(ui, workspace, wake, &mut asked),
            Dialog::DeleteDay(day) => confirm::delete_day(ui, *day, workspace, &mut asked),
            Dialog::CloseUnsaved => close::unsaved_ui(ui, workspace, &mut asked),
            Dialog::CloseUnkept(unkept) => close::unkept_ui(ui, unkept, &mut asked),
        }
    });
    keyboard.end(ctx, modal.response.layer_id, dialog);
    debug_assert!(asked.edits() <= 1, "one press in a dialog must be one step to be undone");
    outbox.0.append(&mut asked.0);
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
    focus::scrolled(ui, area, |ui| {
        // Where there is no field to go to, the pages are turned.
        if !ui.text_edit_focused() {
            let turned = |key| ui.input(|input| input.key_pressed(key));
            let pages = f32::from(u8::from(turned(Key::PageUp))) - f32::from(u8::from(turned(Key::PageDown)));
            ui.scroll_with_delta(egui::vec2(0.0, pages * room * 0.8));
        }
        add(ui);
    });
    ui.add_space(space::ROW);
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
