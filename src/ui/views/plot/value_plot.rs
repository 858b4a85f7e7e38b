//! One series over the days: a mark a day, the mean of seven days, and a few ticks to read a value by.

use eframe::egui::{Align2, Color32, Mesh, Painter, Pos2, Rect, Sense, Shape, Stroke, Ui, UiBuilder, pos2};
use egui_plot::{Line, Plot, PlotPoints, Points};

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

/// Shows a series in `frame`, and its ticks to the left of it.
pub fn value_plot_ui(ui: &mut Ui, frame: Rect, axis: &TimeAxis, panel: &Panel, curve: &Curve) {
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
    let color = palette.series(panel.style);
    let padding = f64::from(PADDING) * (high - low) / f64::from(room.span().max(1.0));
    let ends = (low - padding, high + padding);
    answers_ui(ui, (frame, ends), axis, panel, curve, color);
    let painter = ui.painter().with_clip_rect(frame);
    if axis.days() > BAND_DAYS {
        painter.add(band(between(&curve.answers, axis.window), at, faded(color, 0.3)));
    }
    // A plot by itself knows fewer dashes than files have.
    for run in &curve.mean {
        let points = apart(between(run, axis.window).iter().map(at));
        if points.len() > 1 {
            scene_ink::line(&painter, points, Stroke::new(MEAN, color), panel.style.dash, 1.0);
        }
    }
}

/// A mark a day, and a thin line from day to day where few are in view. The plot fills its frame and moves by itself in no way: the
/// stack moves all of them together.
fn answers_ui(
    ui: &mut Ui,
    (frame, ends): (Rect, (f64, f64)),
    axis: &TimeAxis,
    panel: &Panel,
    curve: &Curve,
    color: Color32,
) {
    let radius = match axis.days() {
        days if days <= 190.0 => 2.5,
        days if days <= 400.0 => 2.0,
        _ => 1.2,
    };
    let points = |part: &[Point]| PlotPoints::Owned(part.iter().map(|(day, value)| [*day, *value].into()).collect());
    let mut inside = ui.new_child(UiBuilder::new().max_rect(frame));
    let plot = Plot::new(("answers", &panel.key))
        .width(frame.width())
        .height(frame.height())
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .show_crosshair(false)
        .label_formatter(|_| None)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .allow_axis_zoom_drag(false)
        .sense(Sense::hover());
    plot.show(&mut inside, |plot| {
        plot.set_plot_bounds_x(axis.number(frame.left())..=axis.number(frame.right()));
        plot.set_plot_bounds_y(ends.0..=ends.1);
        if axis.days() <= LINE_DAYS {
            for part in curve.runs.iter().map(|run| between(run, axis.window)).filter(|part| part.len() > 1) {
                let line = Line::new(&panel.label, points(part)).color(faded(color, 0.45));
                plot.line(line.width(1.0).allow_hover(false));
            }
        }
        if axis.days() <= BAND_DAYS {
            let marks = Points::new(&panel.label, points(between(&curve.answers, axis.window))).radius(radius);
            let marks = marks.shape(scene_ink::marker_shape(panel.style.shape)).color(faded(color, MARK));
            plot.points(marks.allow_hover(false));
        }
    });
}

/// From the lowest to the highest answer of each point of width.
fn band(points: &[Point], at: impl Fn(&Point) -> Pos2, color: Color32) -> Shape {
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

fn add(mesh: &mut Mesh, column: Option<Rect>, color: Color32) {
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
pub fn ribbon(painter: &Painter, frame: Rect, axis: &TimeAxis, curve: &Curve, color: Color32) {
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
