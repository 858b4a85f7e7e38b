//! Courses above the plots: each a bar on its real days with its name, what may linger hatched, and of a trial the days that are
//! on filled. Whatever lasts over days and has
//! a span in the chart model stands here.

use eframe::egui::{self, Rect, Sense, Stroke, StrokeKind, Ui, Vec2};

use super::time_axis::TimeAxis;
use crate::report::chart::{ChartModel, Span};
use crate::ui::theme::{Palette, faded, font, size};
use crate::ui::widgets::caption_ui;
use crate::words::{Period, count};

/// Height of one lane.
const LANE: f32 = 16.0;
/// Between two lanes.
const GAP: f32 = 2.0;
/// The most lanes; further courses are counted.
const MOST_LANES: usize = 6;

/// The spans in view, lane by lane, by their places in the model.
pub struct Lanes {
    lanes: Vec<Vec<usize>>,
    left_out: usize,
}

impl Lanes {
    /// Spans in view, each in the first lane with room for it and its name.
    pub fn new(ui: &Ui, model: &ChartModel, axis: &TimeAxis) -> Self {
        let mut lanes: Vec<(f32, Vec<usize>)> = Vec::new();
        let mut left_out = 0;
        for (place, span) in model.spans.iter().enumerate() {
            let Some(reach) = axis.reach(span.whole()) else { continue };
            let name = caption(span, axis);
            let width = ui.painter().layout_no_wrap(name, font(size::CAPTION), egui::Color32::PLACEHOLDER).size().x;
            let until = reach.max.max((reach.min + width + 10.0).min(axis.room.max));
            let has_room = lanes.len() < MOST_LANES;
            let lane = lanes.iter_mut().find(|(busy, _)| *busy <= reach.min + 0.5);
            match lane {
                Some((busy, lane)) => {
                    *busy = until;
                    lane.push(place);
                }
                None if has_room => lanes.push((until, vec![place])),
                None => left_out += 1,
            }
        }
        Self { lanes: lanes.into_iter().map(|(_, lane)| lane).collect(), left_out }
    }

    /// Draws them, and gives the span under the pointer, by its place in the model.
    pub fn lanes_ui(&self, ui: &mut Ui, model: &ChartModel, axis: &TimeAxis) -> Option<usize> {
        let mut pointed = None;
        for lane in &self.lanes {
            let (row, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), LANE), Sense::hover());
            for place in lane {
                let Some(span) = model.spans.get(*place) else { continue };
                if span_ui(ui, span, row, axis) {
                    pointed = Some(*place);
                }
            }
            ui.add_space(GAP);
        }
        if self.left_out > 0 {
            caption_ui(ui, &format!("{} in these days not drawn", count(self.left_out, "more course", "more courses")));
        }
        pointed
    }
}

fn caption(span: &Span, axis: &TimeAxis) -> String {
    axis.shown().map_or_else(|| span.label.clone(), |shown| span.caption(shown))
}

/// Draws a span; gives whether the pointer is on it.
fn span_ui(ui: &mut Ui, span: &Span, row: Rect, axis: &TimeAxis) -> bool {
    let palette = Palette::of(ui);
    let bar = |days| axis.reach(days).map(|across| Rect::from_x_y_ranges(across, row.y_range()));
    let during = bar(span.during);
    let after = span.after.and_then(bar);
    let whole = during.unwrap_or(Rect::NOTHING).union(after.unwrap_or(Rect::NOTHING));
    let id = ui.make_persistent_id(("span", &span.label, span.during, span.after));
    let response = ui.interact(whole, id, Sense::hover());
    let is_pointed = response.hovered();
    if let Some(rect) = during {
        let stroke = Stroke::new(1.0, faded(palette.accent, if is_pointed { 1.0 } else { 0.6 }));
        // Where only some days are on, they alone are filled.
        let ground = if span.on.is_empty() { palette.accent_faint } else { egui::Color32::TRANSPARENT };
        ui.painter().rect(rect, 3, ground, stroke, StrokeKind::Inside);
        for on in span.on.iter().filter_map(|days| bar(*days)) {
            ui.painter().rect_filled(on.shrink2(egui::vec2(0.0, 1.0)), 2, faded(palette.accent, 0.3));
        }
    }
    if let Some(rect) = after {
        hatch(ui, rect);
    }
    // A name is never cut: it may run on beyond a short bar, where its lane is kept free.
    let words = caption(span, axis);
    let galley = ui.painter().layout_no_wrap(words, font(size::CAPTION), palette.text);
    let left = (whole.left() + 5.0).min(axis.room.max - galley.size().x).max(axis.room.min);
    let at = egui::pos2(left, row.center().y - galley.size().y / 2.0);
    ui.painter().with_clip_rect(row.with_max_x(axis.room.max)).galley(at, galley, palette.text);
    let year = Period::new(span.during.0, span.during.1);
    let on = span.on.iter().map(|(from, to)| format!("{} to {}", year.day(*from), year.day(*to)));
    let on: Vec<String> = on.collect();
    let on = if on.is_empty() { String::new() } else { format!("; on: {}", on.join(", ")) };
    let said = format!("{}: {}, {}{on}", span.kind, span.label, span.days_in_words());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::Role::ListItem);
        node.set_label(said.clone());
    });
    response.on_hover_text(said);
    is_pointed
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

/// The days of the span under the pointer, behind a plot.
pub fn shade(ui: &Ui, frame: Rect, span: &Span, axis: &TimeAxis) {
    if let Some(across) = axis.reach(span.during) {
        let color = faded(Palette::of(ui).accent, 0.1);
        ui.painter().rect_filled(Rect::from_x_y_ranges(across, frame.y_range()), 0, color);
    }
}
