//! What all dialogs have in common: one at a time, over the window, with a title, a middle that scrolls and a foot with the one
//! button the dialog is for.

mod foot;
mod keyboard;

use eframe::egui::{self, Id, Key, Modal, RichText, Ui};

pub use self::foot::{Foot, cancel_ui, close_button_ui, destroying_link_ui, foot_ui};
pub use self::keyboard::Keyboard;
use super::context::ViewContext;
use super::theme::{Palette, size, space, strong_font};
use super::view_state::ViewState;
use super::widgets::focus;
use crate::ui::command::UiCommands;

/// A dialog and what it holds. It edits a copy; only its last button asks for a change.
pub trait Dialog {
    /// Draws it.
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>);

    /// Whether something can be filled in; if not, the keyboard starts on the button the dialog is for.
    fn has_fields(&self) -> bool {
        true
    }

    /// It is closed: what showed at once but was not kept is put back.
    fn closed(&mut self, _view: &mut ViewState) {}
}

/// Draws the open dialog over the window.
pub fn dialog_ui(egui: &egui::Context, dialog: &mut dyn Dialog, keyboard: &mut Keyboard, ctx: ViewContext<'_>) {
    keyboard.begin(egui);
    let frame = egui::Frame::popup(&egui.global_style()).inner_margin(egui::Margin::same(20));
    let ViewContext { commands, .. } = ctx;
    let mut asked = UiCommands::default();
    let mut ctx = ViewContext { commands: &mut asked, ..ctx };
    let modal = Modal::new(Id::unique("dialog")).frame(frame).show(egui, |ui| {
        let room = ui.ctx().content_rect();
        ui.set_max_width((room.width() - 80.0).min(560.0));
        ui.set_min_width((room.width() - 80.0).min(460.0));
        dialog.ui(ui, &mut ctx);
    });
    keyboard.end(egui, modal.response.layer_id, dialog);
    debug_assert!(asked.edits() <= 1, "one press in a dialog must be one step to be undone");
    commands.0.append(&mut asked.0);
    if modal.should_close() {
        commands.close_dialog();
    }
}

/// Heading of a dialog.
pub fn title_ui(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).font(strong_font(size::VIEW)));
    ui.add_space(space::TIGHT);
}

/// Heading of a part of a dialog.
pub fn heading_ui(ui: &mut Ui, words: &str) {
    ui.add_space(space::TIGHT);
    ui.label(RichText::new(words).font(strong_font(size::BODY)));
}

/// A quiet line.
pub fn quiet_ui(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).color(Palette::of(ui).quiet));
}

/// The scrolling middle of a long dialog.
pub fn middle_ui(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
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
pub fn labelled_ui(ui: &mut Ui, label: &str, add: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(190.0, space::CELL), egui::Sense::hover());
        let font = crate::ui::theme::font(size::BODY);
        ui.painter().text(rect.left_center(), egui::Align2::LEFT_CENTER, label, font, Palette::of(ui).text);
        add(ui);
    });
}
