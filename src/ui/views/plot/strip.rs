//! The strip beneath the plots: courses as bars with their after-effects hatched, events as marks.

use eframe::egui::{self, Align2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2};
use egui_plot::PlotTransform;

use super::drawing::Drawing;
use crate::model::time::Day;
use crate::report::chart::{Days, Mark, Span, within};
use crate::ui::theme::{Palette, faded, font, size};

/// Height of one lane.
const LANE: f32 = 18.0;
/// The most lanes; further courses are named in the tooltip and in the list of courses.
const MOST_LANES: usize = 6;

/// First and last day of a span on the axis, after-effects included.
fn ends(span: &Span) -> (f64, f64) {
    let (from, to) = span.whole();
    (f64::from(from.number()) - 0.5, f64::from(to.number()) + 0.5)
}

/// Spans in view, each in the first lane with room for it.
fn lanes(drawing: &Drawing, window: (f64, f64)) -> Vec<Vec<&Span>> {
    let mut lanes: Vec<(f64, Vec<&Span>)> = Vec::new();
    for span in &drawing.model.spans {
        let (from, to) = ends(span);
        if to <= window.0 || from >= window.1 {
            continue;
        }
        match lanes.iter_mut().find(|(until, _)| *until <= from) {
            Some((until, lane)) => {
                *until = to;
                lane.push(span);
            }
            None => lanes.push((to, vec![span])),
        }
    }
    lanes.into_iter().map(|(_, lane)| lane).take(MOST_LANES).collect()
}

fn has_marks(drawing: &Drawing, window: (f64, f64)) -> bool {
    drawing.model.marks.iter().any(|mark| (window.0..=window.1).contains(&f64::from(mark.day.number())))
}

/// Room the strip takes.
pub fn height(drawing: &Drawing, window: (f64, f64)) -> f32 {
    let marks = if has_marks(drawing, window) { 20.0 } else { 0.0 };
    lanes(drawing, window).len() as f32 * (LANE + 2.0) + marks + 8.0
}

/// Draws the strip on the time axis of the plots.
pub fn strip_ui(ui: &mut Ui, drawing: &Drawing, transform: &PlotTransform, window: (f64, f64)) {
    let frame = *transform.frame();
    let x = |number: f64| transform.position_from_point_x(number).clamp(frame.left(), frame.right());
    if has_marks(drawing, window) {
        marks_ui(ui, drawing, window, frame, &x);
    }
    for lane in lanes(drawing, window) {
        let (row, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), LANE), Sense::hover());
        for span in lane {
            span_ui(ui, span, row, window, &x);
        }
    }
}

fn span_ui(ui: &mut Ui, span: &Span, row: Rect, window: (f64, f64), x: &dyn Fn(f64) -> f32) {
    let palette = Palette::of(ui);
    let edge = |day: Day, after: f64| x(f64::from(day.number()) + after);
    let shown = (Day::nearest(window.0.ceil()), Day::nearest(window.1.floor()));
    let (Some(first), Some(last)) = shown else { return };
    let bar = |days: Days| {
        let (from, to) = within(days, (first, last))?;
        Some(Rect::from_x_y_ranges(edge(from, -0.5)..=edge(to, 0.5), row.y_range()))
    };
    let during = bar(span.during);
    let after = span.after.and_then(bar);
    if let Some(rect) = during {
        let stroke = Stroke::new(1.0, faded(palette.accent, 0.7));
        ui.painter().rect(rect, 3, palette.accent_faint, stroke, StrokeKind::Inside);
    }
    if let Some(rect) = after {
        hatch(ui, rect);
    }
    let whole = during.unwrap_or(Rect::NOTHING).union(after.unwrap_or(Rect::NOTHING));
    let label_at = Rect::from_min_max(whole.min, whole.max);
    ui.painter().with_clip_rect(label_at).text(
        label_at.left_center() + egui::vec2(5.0, 0.0),
        Align2::LEFT_CENTER,
        span.caption((first, last)),
        font(size::CAPTION),
        palette.text,
    );
    let tip = format!("{}: {}\n{}", span.kind, span.label, span.days_in_words());
    let id = ui.make_persistent_id((&span.label, span.during, span.after));
    ui.interact(whole, id, Sense::hover()).on_hover_text(tip);
}

/// Slanted lines: the course is over but may still act.
fn hatch(ui: &Ui, rect: Rect) {
    let palette = Palette::of(ui);
    let painter = ui.painter().with_clip_rect(rect);
    painter.rect_filled(rect, 0, faded(palette.accent, 0.06));
    let mut at = rect.left() - rect.height();
    while at < rect.right() {
        let line = [egui::pos2(at, rect.bottom()), egui::pos2(at + rect.height(), rect.top())];
        painter.line_segment(line, Stroke::new(1.0, faded(palette.accent, 0.35)));
        at += 6.0;
    }
}

fn marks_ui(ui: &mut Ui, drawing: &Drawing, window: (f64, f64), frame: Rect, x: &dyn Fn(f64) -> f32) {
    let palette = Palette::of(ui);
    let (row, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 18.0), Sense::hover());
    let in_view = |mark: &&Mark| (window.0..=window.1).contains(&f64::from(mark.day.number()));
    let marks: Vec<&Mark> = drawing.model.marks.iter().filter(in_view).collect();
    for (index, mark) in marks.iter().enumerate() {
        let number = f64::from(mark.day.number());
        let next = marks.get(index + 1).map_or(frame.right(), |next| x(f64::from(next.day.number())) - 6.0);
        let center = egui::pos2(x(number), row.center().y);
        let at = |dx: f32, dy: f32| center + egui::vec2(dx, dy);
        let corners = vec![at(0.0, -5.0), at(4.0, 0.0), at(0.0, 5.0), at(-4.0, 0.0)];
        ui.painter().add(egui::Shape::convex_polygon(corners, palette.quiet, Stroke::NONE));
        let galley = ui.painter().layout_no_wrap(mark.label.clone(), font(size::CAPTION), palette.quiet);
        // A label that would run into the next mark is left to the tooltip.
        if center.x + 8.0 + galley.size().x < next {
            ui.painter().galley(at(8.0, -galley.size().y / 2.0), galley, palette.quiet);
        }
        let spot = Rect::from_center_size(center, Vec2::splat(14.0));
        let id = ui.make_persistent_id(("mark", mark.day.number(), &mark.label));
        ui.interact(spot, id, Sense::hover()).on_hover_text(format!("{}\n{}", mark.day.short(), mark.label));
    }
}
