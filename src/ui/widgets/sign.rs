//! A small painted sign that is pressed: its ground, its ring and its name. What is painted on it says whoever draws it.

use eframe::egui::{CornerRadius, Rect, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use super::cell;
use crate::ui::theme::{Palette, ROUNDING_SMALL, space};

/// The ground of a sign, with its name.
pub fn ground_ui(ui: &Ui, rect: Rect, response: &Response, name: &str) {
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let palette = Palette::of(ui);
    if response.hovered() && ui.is_enabled() {
        ui.painter().rect_filled(rect, CornerRadius::same(ROUNDING_SMALL), palette.hover);
    }
    if response.has_focus() {
        cell::focus_ring(ui, rect);
    }
}

/// An arrow that bends back to the left, or to the right.
pub fn bent_arrow_ui(ui: &mut Ui, to_the_left: bool, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(space::CELL), Sense::click());
    ground_ui(ui, rect, &response, name);
    let palette = Palette::of(ui);
    let ink = if ui.is_enabled() { palette.text } else { palette.outline };
    let stroke = Stroke::new(1.6, ink);
    let side = if to_the_left { 1.0 } else { -1.0 };
    let at = |x: f32, y: f32| rect.center() + Vec2::new(side * x, y);
    let bow = (0..=10).map(|step| {
        let angle = std::f32::consts::PI * (-0.5 + step as f32 / 10.0);
        at(2.0 + 4.5 * angle.cos(), 1.5 + 4.5 * angle.sin())
    });
    let line = std::iter::once(at(-6.0, -3.0)).chain(bow).chain([at(-2.0, 6.0)]);
    ui.painter().line(line.collect(), stroke);
    ui.painter().line(vec![at(-2.5, -6.5), at(-6.0, -3.0), at(-2.5, 0.5)], stroke);
    response
}
