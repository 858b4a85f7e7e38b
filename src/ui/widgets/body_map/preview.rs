//! The way into the map: front, back and face, small, tinted by what is logged for their places. A press opens the map there.

use eframe::egui::{Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use super::spots::spots;
use super::{BodyMapState, Frame, LoggedPlace, TITLES, line, mesh, tint};
use crate::model::body_map::BodyMap;
use crate::ui::theme::{Palette, faded};
use crate::ui::widgets::cell;

/// Height of a figure in points.
const HEIGHT: f32 = 40.0;

/// Shows the three figures; a press opens the map with that view, and closes it again.
pub fn preview_ui(ui: &mut Ui, state: &mut BodyMapState, is_open: &mut bool, logged: &[LoggedPlace]) {
    for (number, (view, title)) in BodyMap::shipped().views().iter().zip(TITLES).enumerate() {
        let size = Vec2::new((HEIGHT * view.aspect).max(28.0), HEIGHT);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let is_shown = *is_open && state.view == number;
        let name = format!("Places: {}", title.to_lowercase());
        response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_shown, &name));
        if ui.is_rect_visible(rect) {
            let palette = Palette::of(ui);
            let figure = Rect::from_center_size(rect.center(), Vec2::new(HEIGHT * view.aspect, HEIGHT));
            let frame = Frame { area: figure.shrink(2.0), is_mirrored: state.is_mirrored };
            let strength = if response.hovered() || is_shown { 0.35 } else { 0.15 };
            let ground = if is_shown { palette.accent } else { palette.outline };
            let painter = ui.painter();
            painter.add(mesh(frame, &view.outline, &view.triangles, faded(ground, strength)));
            for spot in spots(view, state.finer) {
                let Some(strength) = tint(spot.region, logged) else { continue };
                for place in &spot.places {
                    let color = faded(palette.attention, 0.25 + 0.7 * strength as f32);
                    painter.add(mesh(frame, &place.ring, &place.triangles, color));
                }
            }
            let stroke = Stroke::new(1.0, if is_shown { palette.accent } else { palette.outline });
            painter.add(eframe::egui::Shape::closed_line(line(frame, &view.outline), stroke));
            if response.has_focus() {
                cell::focus_ring(ui, rect);
            }
        }
        if response.on_hover_text(format!("Log places by themselves: {}", title.to_lowercase())).clicked() {
            *is_open = !is_shown;
            state.view = number;
        }
    }
}
