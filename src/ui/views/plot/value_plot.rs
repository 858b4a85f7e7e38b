//! One series over the days: a mark a day, the mean of seven days, and a few ticks to read a value by.

use eframe::egui::{Align2, Mesh, Painter, Pos2, Rect, Shape, Stroke, Ui, pos2};

use super::drawing::{Curve, Point, between};
use super::time_axis::{TimeAxis, in_points};
use crate::report::chart::Panel;
use crate::ui::theme::{Palette, faded, font, size};
use crate::ui::widgets::scene_ink;

/// Past this many days in view no line leads from day to day: it would be a scribble.
const LINE_DAYS: f64 = 30.0;
/// Past this many days there are several a point: answers become a band from lowest to highest, which also costs far less.
const BAND_DAYS: f64 = 1_200.0;
/// Room kept free above and below the numbers.
const PADDING: f32 = 6.0;
/// Thickness of the mean.
const MEAN: f32 = 2.0;
/// How strongly the marks of the days are drawn.
const MARK: f32 = 0.55;

/// Paints a series into `frame`, and its ticks to the left of it.
pub fn paint(ui: &Ui, frame: Rect, axis: &TimeAxis, panel: &Panel, curve: &Curve) {
    let palette = Palette::of(ui);
    let (low, high) = panel.ends();
    let room = frame.y_range().shrink(PADDING);
    let y = |value: f64| room.max - in_points((value - low) / (high - low)).clamp(-0.2, 1.2) * room.span();
    let at = |point: &Point| pos2(axis.x(point.0), y(point.1));
    for tick in panel.shown_ticks() {
        let place = pos2(frame.left() - 6.0, y(tick));
        ui.painter().hline(frame.x_range(), y(tick), Stroke::new(1.0, palette.faint));
        ui.painter().text(place, Align2::RIGHT_CENTER, panel.show_tick(tick), font(size::CAPTION), palette.quiet);
    }
    let painter = ui.painter().with_clip_rect(frame);
    let color = palette.series(panel.style);
    if axis.days() <= LINE_DAYS {
        for run in &curve.runs {
            let part = between(run, axis.window);
            if part.len() > 1 {
                painter.line(part.iter().map(at).collect(), Stroke::new(1.0, faded(color, 0.45)));
            }
        }
    }
    if axis.days() <= BAND_DAYS {
        let radius = if axis.days() <= 190.0 {
            2.5
        } else if axis.days() <= 400.0 {
            2.0
        } else {
            1.2
        };
        for point in between(&curve.answers, axis.window) {
            scene_ink::mark(&painter, at(point), radius, panel.style.shape, faded(color, MARK));
        }
    } else {
        painter.add(band(between(&curve.answers, axis.window), at, faded(color, 0.3)));
    }
    for run in &curve.mean {
        let points = apart(between(run, axis.window).iter().map(at));
        if points.len() > 1 {
            scene_ink::line(&painter, points, Stroke::new(MEAN, color), panel.style.dash, 1.0);
        }
    }
}

/// From the lowest to the highest answer of each point of width.
fn band(points: &[Point], at: impl Fn(&Point) -> Pos2, color: eframe::egui::Color32) -> Shape {
    let mut mesh = Mesh::default();
    let mut open: Option<Rect> = None;
    for place in points.iter().map(at) {
        match &mut open {
            Some(column) if place.x < column.right() => column.extend_with_y(place.y),
            _ => {
                add(&mut mesh, open, color);
                open = Some(Rect::from_min_size(pos2(place.x.floor(), place.y), eframe::egui::vec2(1.0, 0.0)));
            }
        }
    }
    add(&mut mesh, open, color);
    Shape::mesh(mesh)
}

fn add(mesh: &mut Mesh, column: Option<Rect>, color: eframe::egui::Color32) {
    if let Some(column) = column {
        // Days of one answer are seen too.
        mesh.add_colored_rect(column.expand2(eframe::egui::vec2(0.0, 1.0)), color);
    }
}

/// The points of a line that lie far enough apart to be told from each other.
fn apart(points: impl Iterator<Item = Pos2>) -> Vec<Pos2> {
    let mut kept: Vec<Pos2> = Vec::new();
    for point in points {
        if kept.last().is_none_or(|last| point.x - last.x >= 0.75) {
            kept.push(point);
        }
    }
    kept
}

/// The coverage ribbon: the days on which the series was answered, along the foot of its plot.
pub fn ribbon(painter: &Painter, frame: Rect, axis: &TimeAxis, curve: &Curve, color: eframe::egui::Color32) {
    let painter = painter.with_clip_rect(frame);
    for run in &curve.runs {
        let (Some((from, _)), Some((to, _))) = (run.first(), run.last()) else { continue };
        let (left, right) = (axis.x(from - 0.5), axis.x(to + 0.5));
        if right >= frame.left() && left <= frame.right() {
            let rect = Rect::from_x_y_ranges(left..=right, frame.bottom() - 4.0..=frame.bottom());
            painter.rect_filled(rect, 0, faded(color, 0.5));
        }
    }
}
