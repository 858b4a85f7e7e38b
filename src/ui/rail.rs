//! The rail between forms and centre: one sign a view, painted, with its name beneath.

use eframe::egui::{
    self, Align2, CornerRadius, Painter, Pos2, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};

use super::actions::Action;
use super::request::{Outbox, Request};
use super::theme::{Palette, ROUNDING, font, size};
use super::view_state::View;
use super::widgets::cell;

/// Width of the rail.
pub const WIDTH: f32 = 64.0;

/// Shows the rail. In a slim window the forms have a sign of their own; `log` says whether they are shown.
pub fn show(ui: &mut Ui, chosen: View, log: Option<bool>, outbox: &mut Outbox) {
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.add_space(8.0);
    let logs = log == Some(true);
    if log.is_some() && sign_ui(ui, "Log", logs, "Log", pencil).clicked() {
        outbox.push(Request::ShowForms);
    }
    for view in View::ALL {
        let action = Action::show(view);
        let hint = format!("{} ({})", view.label(), action.shown_keys(ui));
        let draw = |painter: &Painter, center, stroke| sign(painter, center, view, stroke);
        if sign_ui(ui, view.label(), view == chosen && !logs, &hint, draw).clicked() {
            outbox.act(action);
        }
    }
}

/// One sign with its name beneath.
fn sign_ui(ui: &mut Ui, label: &str, chosen: bool, hint: &str, draw: impl Fn(&Painter, Pos2, Stroke)) -> Response {
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 52.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, label));
    let ground = match (chosen, response.hovered()) {
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
    let ink = if chosen { palette.accent } else { palette.quiet };
    draw(ui.painter(), rect.center_top() + egui::vec2(0.0, 18.0), Stroke::new(1.6, ink));
    let at = rect.center_bottom() - egui::vec2(0.0, 5.0);
    let words = if chosen { palette.text } else { palette.quiet };
    ui.painter().text(at, Align2::CENTER_BOTTOM, label, font(size::CAPTION), words);
    response.on_hover_text(hint)
}

/// A pencil.
fn pencil(painter: &Painter, center: Pos2, stroke: Stroke) {
    let at = |x: f32, y: f32| center + egui::vec2(x, y);
    painter
        .line(vec![at(-8.0, 8.0), at(-6.0, 3.0), at(5.0, -8.0), at(8.0, -5.0), at(-3.0, 6.0), at(-8.0, 8.0)], stroke);
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
        View::Foods => bowl(painter, center, stroke),
    }
}

/// A bowl with steam above it.
fn bowl(painter: &Painter, center: Pos2, stroke: Stroke) {
    let at = |x: f32, y: f32| center + egui::vec2(x, y);
    let rim = (0..=12_u8).map(|step| {
        let angle = std::f32::consts::PI * f32::from(step) / 12.0;
        at(-9.0 * angle.cos(), 9.0 * angle.sin())
    });
    painter.line(rim.collect(), stroke);
    painter.line_segment([at(-10.5, 0.0), at(10.5, 0.0)], stroke);
    for x in [-4.0, 0.0, 4.0] {
        painter.line(vec![at(x, -4.0), at(x + 1.2, -6.0), at(x - 1.2, -8.0), at(x, -10.0)], stroke);
    }
}
