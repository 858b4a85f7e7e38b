//! The sign of a level, told apart by its shape.

use std::f32::consts::TAU;

use eframe::egui::{Align2, Color32, CornerRadius, Pos2, Sense, Shape, Stroke, Ui, Vec2, pos2};

use crate::evidence::safety::Level;
use crate::ui::theme::{Palette, size, strong_font};

/// Its side.
const SIDE: f32 = 18.0;

/// Paints the sign of a level. It says nothing that the words beside it do not say.
pub fn sign_ui(ui: &mut Ui, level: Level, color: Color32) {
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(SIDE), Sense::hover());
    let (center, radius) = (rect.center(), SIDE / 2.0 - 1.0);
    let ground = Palette::of(ui).card;
    let painter = ui.painter();
    let polygon = |corners: u8, turned: f32| -> Vec<Pos2> {
        let at = |corner: u8| (f32::from(corner) / f32::from(corners) + turned) * TAU;
        let point = |angle: f32| pos2(center.x + radius * angle.cos(), center.y + radius * angle.sin());
        (0..corners).map(|corner| point(at(corner))).collect()
    };
    let filled = |points: Vec<Pos2>| Shape::convex_polygon(points, color, Stroke::NONE);
    let (mark, ink) = match level {
        Level::Emergency => {
            painter.add(filled(polygon(8, 1.0 / 16.0)));
            ("!", ground)
        }
        Level::Today => {
            painter.add(filled(polygon(3, -0.25)));
            ("!", ground)
        }
        Level::Soon => {
            painter.add(Shape::closed_line(polygon(4, 0.0), Stroke::new(1.6, color)));
            ("!", color)
        }
        Level::SupportNow => {
            painter.circle_filled(center, radius, color);
            ("+", ground)
        }
        Level::Support => {
            painter.circle_stroke(center, radius, Stroke::new(1.6, color));
            ("+", color)
        }
        Level::Ask | Level::Know => {
            let stroke = Stroke::new(1.6, color);
            let kind = eframe::egui::StrokeKind::Inside;
            painter.rect_stroke(rect.shrink(1.0), CornerRadius::same(3), stroke, kind);
            (if level == Level::Ask { "?" } else { "i" }, color)
        }
    };
    painter.text(center, Align2::CENTER_CENTER, mark, strong_font(size::CAPTION), ink);
}
