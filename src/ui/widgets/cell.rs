//! One numbered or named cell: the smallest thing that is pressed. Outlined when empty, filled when it is the answer.

use eframe::egui::{self, CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use crate::ui::theme::{Palette, ROUNDING_SMALL, font, size, strong_font};

/// Paints and senses a cell. `name` is what a screen reader says, for example "Redness 3".
pub fn cell_ui(ui: &mut Ui, text: &str, name: &str, chosen: bool, wanted: Vec2) -> Response {
    sensed(ui, text, (Role::Button, name), chosen, wanted, Sense::click())
}

/// A cell that is one of a few, of which one is chosen at the most.
pub fn option_ui(ui: &mut Ui, text: &str, name: &str, chosen: bool, wanted: Vec2) -> Response {
    sensed(ui, text, (Role::RadioButton, name), chosen, wanted, Sense::click())
}

/// One of a few in a row that is one stop for the keyboard: pressed by the pointer, passed over by Tab.
pub fn option_part_ui(ui: &mut Ui, text: &str, name: &str, chosen: bool, wanted: Vec2) -> Response {
    sensed(ui, text, (Role::RadioButton, name), chosen, wanted, Sense::CLICK)
}

/// A cell of a row that is one stop for the keyboard: pressed by the pointer, passed over by Tab.
pub fn part_ui(ui: &mut Ui, text: &str, name: &str, chosen: bool, wanted: Vec2) -> Response {
    sensed(ui, text, (Role::Button, name), chosen, wanted, Sense::CLICK)
}

fn sensed(ui: &mut Ui, text: &str, (role, name): (Role, &str), chosen: bool, wanted: Vec2, sense: Sense) -> Response {
    let (rect, response) = ui.allocate_exact_size(wanted, sense);
    response.widget_info(|| WidgetInfo::selected(role, ui.is_enabled(), chosen, name));
    if ui.is_rect_visible(rect) {
        paint(ui, rect, &response, chosen);
        let palette = Palette::of(ui);
        let (ink, font) =
            if chosen { (palette.on_accent, strong_font(size::BODY)) } else { (palette.text, font(size::BODY)) };
        ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, text, font, ink);
    }
    response
}

/// The ground of a cell: outline, hover, answer, focus ring.
pub fn paint(ui: &Ui, rect: Rect, response: &Response, chosen: bool) {
    let palette = Palette::of(ui);
    let radius = CornerRadius::same(ROUNDING_SMALL);
    let inner = rect.shrink(1.0);
    let (fill, stroke) = match (chosen, response.hovered()) {
        (true, _) => (palette.accent, Stroke::new(1.0, palette.accent)),
        (false, true) => (palette.hover, Stroke::new(1.0, palette.accent)),
        (false, false) => (palette.card, Stroke::new(1.0, palette.outline)),
    };
    ui.painter().rect(inner, radius, fill, stroke, StrokeKind::Inside);
    if response.has_focus() {
        focus_ring(ui, rect);
    }
}

/// The dot under the answer of the day before: 4 points wide, within the cell, so that no row grows by it.
pub fn dot_of_yesterday(ui: &Ui, rect: Rect, chosen: bool) {
    let palette = Palette::of(ui);
    let ink = if chosen { palette.on_accent } else { palette.quiet };
    ui.painter().circle_filled(rect.center_bottom() - egui::vec2(0.0, 5.0), 2.0, ink);
}

/// The ring around what the keyboard is on.
pub fn focus_ring(ui: &Ui, rect: Rect) {
    let palette = Palette::of(ui);
    let radius = CornerRadius::same(ROUNDING_SMALL + 2);
    ui.painter().rect_stroke(rect.expand(1.0), radius, Stroke::new(2.0, palette.accent), StrokeKind::Outside);
}
