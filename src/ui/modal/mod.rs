//! What all dialogs have in common: one at a time, over the window, with a title, a middle that scrolls and a foot with the one
//! button the dialog is for.

mod foot;
mod keyboard;

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{
    self, Align2, Color32, CornerRadius, Frame, Id, Key, LayerId, Margin, Modal, Order, Rect, RichText, ScrollArea, Ui,
};

pub use self::foot::{Foot, cancel_ui, close_button_ui, destroying_link_ui, foot_ui};
pub use self::keyboard::Keyboard;
use super::context::ViewContext;
use super::theme::{BEHIND_DIALOG, Palette, size, space, strong_font};
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

/// What has to stay in sight over a dialog.
#[derive(Debug, Clone, Copy)]
pub struct Above<'a> {
    /// Where it ends; the dialog is placed below it where there is room.
    pub bottom: f32,
    /// What the dialog says first where there is not.
    pub lines: &'a [String],
}

/// Room for a dialog, in points of height: with less below what stays in sight, the dialog takes the whole window.
const LEAST_ROOM: f32 = 330.0;
/// What the frame of a dialog takes of its room, with some air.
const AROUND: f32 = 56.0;

/// Draws the open dialog over the window.
pub fn dialog_ui(
    egui: &egui::Context,
    dialog: &mut dyn Dialog,
    keyboard: &mut Keyboard,
    above: Option<Above<'_>>,
    ctx: ViewContext<'_>,
) {
    keyboard.begin(egui);
    let ViewContext { commands, .. } = ctx;
    let mut asked = UiCommands::default();
    let mut ctx = ViewContext { commands: &mut asked, ..ctx };
    let whole = egui.content_rect();
    let (mut room, mut lines) = (whole, &[][..]);
    if let Some(above) = above {
        room.min.y = above.bottom.clamp(whole.top(), whole.bottom());
        if room.height() < LEAST_ROOM {
            (room, lines) = (whole, above.lines);
        }
    }
    dim(egui, room);
    let area = Modal::default_area(Id::unique("dialog")).anchor(Align2::CENTER_CENTER, room.center() - whole.center());
    let frame =
        Frame::popup(&egui.global_style()).inner_margin(Margin::same(if room.height() < LEAST_ROOM { 8 } else { 20 }));
    let modal = Modal::new(Id::unique("dialog")).area(area).frame(frame).backdrop_color(Color32::TRANSPARENT);
    let modal = modal.show(egui, |ui| {
        ui.set_max_width((room.width() - 80.0).min(560.0));
        ui.set_min_width((room.width() - 80.0).min(460.0));
        let top = ui.cursor().top();
        for line in lines {
            repeated_ui(ui, line);
        }
        let left = room.height() - AROUND - (ui.cursor().top() - top);
        if room.height() < LEAST_ROOM {
            // Too low for a part that scrolls between parts that stand: all of it scrolls.
            let area = ScrollArea::vertical().max_height(left).min_scrolled_height(left.max(40.0));
            focus::scrolled(ui, area, |ui| dialog.ui(ui, &mut ctx));
        } else {
            ui.set_max_height(left);
            dialog.ui(ui, &mut ctx);
        }
    });
    keyboard.end(egui, modal.response.layer_id, dialog);
    debug_assert!(asked.edits() <= 1, "one press in a dialog must be one step to be undone");
    commands.0.append(&mut asked.0);
    if modal.should_close() {
        commands.close_dialog();
    }
}

/// Darkens what cannot be used while a dialog is open, below what has to stay in sight.
fn dim(egui: &egui::Context, room: Rect) {
    let layer = LayerId::new(Order::Middle, Id::unique("behind the dialog"));
    egui.layer_painter(layer).rect_filled(room, CornerRadius::ZERO, BEHIND_DIALOG);
}

/// What stands above a dialog that covers it.
fn repeated_ui(ui: &mut Ui, line: &str) {
    let words = RichText::new(line).color(Palette::of(ui).danger).strong();
    let response = ui.add(egui::Label::new(words).wrap());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Alert);
        node.set_label(line);
        node.clear_value();
        node.set_live(Live::Assertive);
    });
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

/// What title and foot of a dialog take of its height.
const TITLE_AND_FOOT: f32 = 164.0;

/// The scrolling middle of a long dialog. Where the whole dialog scrolls, it stands as it is.
pub fn middle_ui(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let whole = ui.max_rect().height();
    if !ui.available_height().is_finite() {
        add(ui);
        ui.add_space(space::ROW);
        return;
    }
    let room = (whole - TITLE_AND_FOOT).max(160.0);
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
pub fn labelled_ui<R>(ui: &mut Ui, label: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    let row = ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(190.0, space::CELL), egui::Sense::hover());
        let font = crate::ui::theme::font(size::BODY);
        ui.painter().text(rect.left_center(), egui::Align2::LEFT_CENTER, label, font, Palette::of(ui).text);
        add(ui)
    });
    row.inner
}
