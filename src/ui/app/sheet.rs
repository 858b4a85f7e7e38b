//! The suggestions in a narrow window: a sheet over the centre, opened from the strip at the right edge. It lies over what it
//! covers and moves nothing, and goes by Escape, by its own sign, and by a click beside it.

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Align, Area, Frame, Id, Key, Layout, Margin, Modifiers, Order, Pos2, Rect, Ui, vec2};

use super::App;
use super::panes::{IDEAS, name_pane};
use crate::ui::command::{UiCommand, UiCommands};
use crate::ui::theme::{Palette, ROUNDING, space};

/// Width of the sheet.
const WIDTH: f32 = 324.0;
/// What is left free at its left edge, so that it is seen to lie over something.
const BESIDE: f32 = 24.0;

/// Whether the sheet is open, and what it needs to know from frame to frame.
#[derive(Debug, Default)]
pub(super) struct IdeasSheet {
    open: bool,
    /// Whether the keyboard is still to be led into it.
    is_new: bool,
}

impl IdeasSheet {
    pub(super) fn is_open(&self) -> bool {
        self.open
    }

    pub(super) fn toggle(&mut self) {
        (self.open, self.is_new) = (!self.open, !self.open);
    }

    pub(super) fn close(&mut self) {
        *self = Self::default();
    }
}

impl App {
    /// Shows the sheet, if it is open, over what is left of the window.
    pub(super) fn sheet_ui(&mut self, ui: &Ui, commands: &mut UiCommands) {
        if !self.sheet.open {
            return;
        }
        let room = ui.available_rect_before_wrap();
        let wide = WIDTH.min(room.width() - BESIDE);
        let place = Rect::from_min_max(Pos2::new(room.right() - wide, room.top()), room.right_bottom());
        let before = commands.0.len();
        let mut leaves = false;
        let area = Area::new(Id::unique("ideas sheet")).order(Order::Middle).fixed_pos(place.min).movable(false);
        area.show(ui.ctx(), |ui| {
            let palette = Palette::of(ui);
            let frame = Frame::new()
                .fill(palette.window)
                .stroke(egui::Stroke::new(1.0, palette.outline))
                .shadow(ui.visuals().popup_shadow)
                .corner_radius(ROUNDING)
                .inner_margin(Margin::symmetric(12, 10));
            frame.show(ui, |ui| {
                let inside = place.size() - vec2(24.0, 20.0);
                ui.set_min_size(inside);
                ui.set_max_size(inside);
                name_pane(ui, Role::Complementary, IDEAS);
                leaves = self.sheet_head_ui(ui);
                ui.add_space(space::TIGHT);
                self.suggestions.ui(ui, &self.desk.workspace, self.desk.insights.answer(), commands);
            });
        });
        // What leads somewhere would be hidden by the sheet that it was asked in.
        let leads = commands.0.iter().skip(before).any(|command| matches!(command, UiCommand::Go(_)));
        if self.dialog.is_none() && (leads || leaves || left_by_hand(ui, place)) {
            self.sheet.close();
        }
    }

    /// The sign that closes it, where the keyboard begins. Gives whether it was pressed.
    fn sheet_head_ui(&mut self, ui: &mut Ui) -> bool {
        let close = ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.button("×").on_hover_text("Close (Esc)").accessible_name("Close the ideas")
        });
        if std::mem::take(&mut self.sheet.is_new) {
            close.inner.request_focus();
        }
        close.inner.clicked()
    }
}

/// Whether somebody pressed Escape, or something beside the sheet. The strip beside it closes it by itself.
fn left_by_hand(ui: &Ui, place: Rect) -> bool {
    let typing = ui.text_edit_focused();
    ui.input_mut(|input| {
        let beside = |at: Pos2| at.x < place.left() && place.y_range().contains(at.y);
        let pressed = input.pointer.any_pressed() && input.pointer.interact_pos().is_some_and(beside);
        pressed || !typing && input.consume_key(Modifiers::NONE, Key::Escape)
    })
}
