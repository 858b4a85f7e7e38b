//! Many series as small charts side by side over the same days, each on its own scale: for seeing what moves when, not for reading
//! off numbers.

use std::fmt::Write;

use super::builder::{FigureBuilder, share};
use crate::report::chart::{ChartModel, Panel, Reading};
use crate::report::exportable_figure::ExportableFigure;
use crate::report::scene::{Anchor, Shape, Stroke, cut_to, palette};
use crate::report::ticks;
use crate::words::Period;

/// The most charts of one figure.
pub const MOST: usize = 12;

const MARGIN: f32 = 10.0;
const TOP: f32 = 50.0;
const GAP: f32 = 22.0;
const HEAD: f32 = 38.0;
const HIGH: f32 = 78.0;
const FOOT: f32 = 26.0;
const AXIS: f32 = 34.0;
const BODY: f32 = 10.0;
/// Days from which a day-to-day line would be a scribble.
const MOST_JOINED: usize = 60;

/// Draws models of one series each over the same days; nothing without any.
pub fn draw(models: &[ChartModel], width: f32) -> Option<ExportableFigure> {
    let first = models.first()?;
    let mut figure = FigureBuilder::new(width.max(320.0));
    let across = if figure.width >= 720.0 { 3 } else { 2 };
    let wide = (figure.width - 2.0 * MARGIN - GAP * (across as f32 - 1.0)) / across as f32;
    let period = Period::new(first.first, first.last);
    let title = format!("{} series side by side, {period}", models.len());
    figure.heading((MARGIN, 18.0), &cut_to(&title, 13.0, figure.width - 2.0 * MARGIN));
    let how = "Marks: one day. Line: mean of the last 7 days. Each chart has a scale of its own.";
    figure.text((MARGIN, 35.0), BODY, Anchor::Start, palette::QUIET, &cut_to(how, BODY, figure.width - 2.0 * MARGIN));
    let step = HEAD + HIGH + FOOT;
    for (place, model) in models.iter().enumerate() {
        let (row, column) = (place / across, place % across);
        let at = (MARGIN + column as f32 * (wide + GAP), TOP + row as f32 * step);
        if let Some(panel) = model.panels.first() {
            small(&mut figure, model, panel, at, wide);
        }
    }
    let height = TOP + models.len().div_ceil(across) as f32 * step + 4.0;
    let mut desc = format!("{title}.");
    for model in models {
        write!(desc, " {}", model.alt).ok();
    }
    Some(ExportableFigure { stem: "gutskin-multiples", scene: figure.finish(height, title, desc), csv: csv(models) })
}

fn small(figure: &mut FigureBuilder, model: &ChartModel, panel: &Panel, (left, top): (f32, f32), wide: f32) {
    let (from, right) = (left + AXIS, left + wide);
    let plot_bottom = top + HEAD + HIGH;
    let style = panel.style;
    figure.mark((left + 5.0, top + 8.0), 3.5, style.shape, style.color);
    figure.strong((left + 14.0, top + 12.0), 11.0, Anchor::Start, &cut_to(&panel.name(), 11.0, wide - 14.0));
    let n = format!("n {} of {} days", panel.answered(), model.days());
    figure.text((left + 14.0, top + 25.0), BODY, Anchor::Start, palette::QUIET, &n);
    let ends = panel.ends();
    let y = |value: f64| plot_bottom - share(value, ends) * HIGH;
    for value in [ends.0, ends.1] {
        figure.line((from, y(value)), (right, y(value)), Stroke::solid(palette::GRID, 0.75));
        let tick = panel.show_tick(value);
        figure.text((from - 5.0, y(value) + 3.5), BODY, Anchor::End, palette::QUIET, &tick);
    }
    let days = model.days().max(1);
    let x = |index: usize| from + (index as f32 + 0.5) / days as f32 * (right - from);
    let is_number = panel.reading != Reading::YesNo;
    for (index, value) in panel.values.iter().enumerate().filter_map(|(index, cell)| Some((index, (*cell)?))) {
        let color = if days > MOST_JOINED { style.color.paler() } else { style.color };
        let shape = if is_number { style.shape } else { Shape::Square };
        figure.mark((x(index), y(value)), 1.4, shape, color);
    }
    if is_number {
        for run in Panel::runs(&panel.mean).into_iter().filter(|run| run.len() > 1) {
            let points = run.iter().map(|(index, value)| (x(*index), y(*value))).collect();
            figure.path(points, Stroke::solid(style.color, 1.6));
        }
    }
    figure.line((from, plot_bottom), (right, plot_bottom), Stroke::solid(palette::AXIS, 1.0));
    for tick in ticks::along(model.first, model.last, 3) {
        let index = usize::try_from(tick.day.days_since(model.first)).unwrap_or(0);
        figure.line((x(index), plot_bottom), (x(index), plot_bottom + 3.0), Stroke::solid(palette::AXIS, 0.75));
        figure.text((x(index), plot_bottom + 14.0), BODY, Anchor::Middle, palette::QUIET, &tick.label);
    }
}

/// A row a day, a column a series.
fn csv(models: &[ChartModel]) -> String {
    let mut text = String::from("date");
    let panels: Vec<&Panel> = models.iter().filter_map(|model| model.panels.first()).collect();
    for panel in &panels {
        write!(text, ",{}", panel.key).ok();
    }
    text.push('\n');
    let Some(first) = models.first() else { return text };
    for index in 0..first.days() {
        write!(text, "{}", first.day(index)).ok();
        for panel in &panels {
            text.push(',');
            if let Some(value) = panel.values.get(index).copied().flatten() {
                write!(text, "{value}").ok();
            }
        }
        text.push('\n');
    }
    text
}
