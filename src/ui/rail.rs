//! The rail at the far left: one sign a view, painted, with its name beneath.

use eframe::egui::{self, Align2, CornerRadius, Painter, Pos2, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use super::actions;
use super::command::{Destination, UiCommands};
use super::theme::{Palette, ROUNDING, font, size};
use super::view_state::ViewId;
use super::views::VIEWS;
use super::widgets::cell;

/// Width of the rail.
const WIDTH: f32 = 64.0;
/// Added where its signs do not all fit, so that the scroll handle takes nothing from their names.
const HANDLE_WIDTH: f32 = 12.0;
/// Height of a sign, and what lies between two of them and above the first.
const SIGN_HEIGHT: f32 = 52.0;
const GAP: f32 = 4.0;
const TOP: f32 = 8.0;

/// Width of the rail in a window of some height, with a sign for the forms in a slim one.
pub fn width(height: f32, is_slim: bool) -> f32 {
    let signs = VIEWS.len() + usize::from(is_slim);
    let needed = TOP + (SIGN_HEIGHT + GAP) * signs as f32 + GAP;
    if needed > height { WIDTH + HANDLE_WIDTH } else { WIDTH }
}

/// Draws the rail. In a slim window the forms have a sign of their own; `log` says whether they are shown.
pub fn rail_ui(ui: &mut Ui, chosen: ViewId, log: Option<bool>, commands: &mut UiCommands) {
    ui.spacing_mut().item_spacing.y = GAP;
    ui.add_space(TOP);
    let logs = log == Some(true);
    if log.is_some() && sign_ui(ui, "Log", logs, "Log", pencil).clicked() {
        commands.go(Destination::Forms);
    }
    for view in VIEWS {
        let hint = actions::hint(ui, view.title, view.keys);
        if sign_ui(ui, view.title, view.id == chosen && !logs, &hint, view.icon).clicked() {
            commands.go(Destination::View(view.id));
        }
    }
}

/// One sign with its name beneath.
fn sign_ui(ui: &mut Ui, label: &str, chosen: bool, hint: &str, draw: impl Fn(&Painter, Pos2, Stroke)) -> Response {
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), SIGN_HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, label));
    let ground = match (chosen, response.hovered()) {
        (true, _) => Some(palette.accent_faint),
        (false, true) => Some(palette.hover),
        _ => None,
    };
    if let Some(ground) = ground {
        ui.painter().rect_filled(rect, CornerRadius::same(ROUNDING), ground);
    }
    if chosen {
        let bar = egui::Rect::from_min_max(rect.left_top(), egui::pos2(rect.left() + 3.0, rect.bottom()));
        ui.painter().rect_filled(bar, CornerRadius::same(1), palette.accent);
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
