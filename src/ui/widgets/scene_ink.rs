//! Marks and lines as files draw them, on the screen: one shape and one row of dashes a series, wherever it is shown.

use eframe::egui::{self, Color32, Mesh, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, Vec2};

use egui_plot::MarkerShape;

use crate::report::scene::{Shape as Mark, corners};
use crate::report::series_style::SeriesStyle;
use crate::ui::theme::Palette;

/// Side of the room that the mark of a series takes in a line of words.
const SIDE: f32 = 12.0;
/// Half the size of such a mark.
const RADIUS: f32 = 4.0;

/// A filled mark.
pub fn mark(painter: &Painter, at: Pos2, radius: f32, shape: Mark, color: Color32) {
    if shape == Mark::Circle {
        painter.circle_filled(at, radius, color);
        return;
    }
    let points = corners(shape, (at.x, at.y), radius).into_iter().map(|(x, y)| egui::pos2(x, y)).collect();
    painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
}

/// The same shape for many marks in a plot.
pub fn marker_shape(shape: Mark) -> MarkerShape {
    match shape {
        Mark::Circle => MarkerShape::Circle,
        Mark::Square => MarkerShape::Square,
        Mark::Triangle => MarkerShape::Up,
        Mark::Diamond => MarkerShape::Diamond,
        Mark::TriangleDown => MarkerShape::Down,
        Mark::TriangleRight => MarkerShape::Right,
    }
}

/// A line; `dash` are lengths of dashes and gaps in turn, in points at a `scale` of 1.
pub fn line(painter: &Painter, points: Vec<Pos2>, stroke: Stroke, dash: &[f32], scale: f32) {
    let lengths = |from: usize| dash.iter().skip(from).step_by(2).map(|length| length * scale).collect::<Vec<f32>>();
    let (dashes, gaps) = (lengths(0), lengths(1));
    if dashes.is_empty() || dashes.len() != gaps.len() {
        painter.add(Shape::line(points, stroke));
    } else {
        painter.extend(Shape::dashed_line_with_offset(&points, stroke, &dashes, &gaps, 0.0));
    }
}

/// A simple polygon with its border.
pub fn area(painter: &Painter, ring: &[Pos2], triangles: &[[u32; 3]], fill: Option<Color32>, border: Stroke) {
    if let Some(color) = fill {
        let mut mesh = Mesh::default();
        for point in ring {
            mesh.colored_vertex(*point, color);
        }
        for [a, b, c] in triangles {
            mesh.add_triangle(*a, *b, *c);
        }
        painter.add(Shape::mesh(mesh));
    }
    painter.add(Shape::closed_line(ring.to_vec(), border));
}

/// The mark of a series in a line of words.
pub fn series_mark_ui(ui: &mut Ui, style: SeriesStyle) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(SIDE), Sense::hover());
    paint_series_mark(ui, rect, style);
    response
}

/// The mark of a series in a room that is kept for it.
pub fn paint_series_mark(ui: &Ui, room: Rect, style: SeriesStyle) {
    mark(ui.painter(), room.center(), RADIUS, style.shape, Palette::of(ui).series(style));
}

/// A button that begins with the mark of a series.
pub fn series_button_ui(ui: &mut Ui, style: SeriesStyle, words: egui::RichText, chosen: bool) -> Response {
    let room = egui::IdSalt::new("mark of the series");
    let color = Palette::of(ui).series(style);
    let button = egui::Button::new((egui::Atom::custom(room, Vec2::splat(SIDE)), words)).selected(chosen);
    let shown = button.stroke(Stroke::new(1.5, color)).atom_ui(ui);
    if let Some(rect) = shown.rect(room) {
        paint_series_mark(ui, rect, style);
    }
    shown.response
}
