//! The rail between forms and centre: one sign a view, painted, with its name beneath.

use eframe::egui::{self, Align2, CornerRadius, Painter, Pos2, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use super::actions::Action;
use super::request::{Outbox, Request};
use super::theme::{Palette, ROUNDING, font};
use super::view_state::View;
use super::widgets::cell;

/// Width of the rail.
pub const WIDTH: f32 = 64.0;

/// Shows the rail.
pub fn show(ui: &mut Ui, chosen: View, outbox: &mut Outbox) {
    let palette = Palette::of(ui);
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.add_space(8.0);
    for (view, action) in
        View::ALL.into_iter().zip([Action::ShowPlot, Action::ShowCalendar, Action::ShowInsights, Action::ShowCourses])
    {
        let (rect, response) = ui.allocate_exact_size(Vec2::new(WIDTH - 8.0, 52.0), Sense::click());
        let is_chosen = view == chosen;
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, view.label()));
        let ground = match (is_chosen, response.hovered()) {
            (true, _) => Some(palette.accent_faint),
            (false, true) => Some(palette.hover),
            _ => None,
        };
        if let Some(ground) = ground {
            ui.painter().rect_filled(rect, CornerRadius::same(ROUNDING), ground);
        }
        if response.has_focus() {
            cell::focus_ring(ui, rect);
        }
        let ink = if is_chosen { palette.accent } else { palette.quiet };
        sign(ui.painter(), rect.center_top() + egui::vec2(0.0, 18.0), view, Stroke::new(1.6, ink));
        let at = rect.center_bottom() - egui::vec2(0.0, 5.0);
        let words = if is_chosen { palette.text } else { palette.quiet };
        ui.painter().text(at, Align2::CENTER_BOTTOM, view.label(), font(11.5), words);
        let keys = action.shortcut().map(|keys| ui.format_shortcut(&keys)).unwrap_or_default();
        if response.on_hover_text(format!("{} ({keys})", view.label())).clicked() {
            outbox.push(Request::Show(view));
        }
    }
}

/// A sign of about 20 by 16 points around a centre.
fn sign(painter: &Painter, center: Pos2, view: View, stroke: Stroke) {
    let at = |x: f32, y: f32| center + egui::vec2(x, y);
    match view {
        View::Plot => {
            painter.line(vec![at(-10.0, 5.0), at(-5.0, -1.0), at(0.0, 3.0), at(5.0, -6.0), at(10.0, -2.0)], stroke);
            painter.line_segment([at(-10.0, 9.0), at(10.0, 9.0)], stroke);
        }
        View::Calendar => {
            let rect = egui::Rect::from_center_size(center + egui::vec2(0.0, 1.0), Vec2::new(18.0, 16.0));
            painter.rect_stroke(rect, 3, stroke, StrokeKind::Inside);
            painter.line_segment([at(-9.0, -2.0), at(9.0, -2.0)], stroke);
            for x in [-4.0, 0.0, 4.0] {
                painter.circle_filled(at(x, 3.0), 1.2, stroke.color);
            }
        }
        View::Insights => {
            painter.circle_stroke(at(-2.0, -1.0), 6.5, stroke);
            painter.line_segment([at(3.0, 4.0), at(9.0, 9.0)], stroke);
        }
        View::Courses => {
            for (from, to, y) in [(-10.0, 2.0, -5.0), (-4.0, 10.0, 1.0), (-8.0, -1.0, 7.0)] {
                painter.line_segment([at(from, y), at(to, y)], Stroke::new(3.5, stroke.color));
            }
        }
    }
}
