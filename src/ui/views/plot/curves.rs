//! The stacked plots. All share one window of days, which this file alone moves: wheel zooms, drag pans, double click resets.

use eframe::egui::{self, Rect, Response, RichText, Role, Stroke, Ui, Vec2b};
use egui_plot::{GridMark, Line, LineStyle, Plot, PlotPoints, PlotTransform, Points, Span, VLine};

use super::drawing::{Curve, Drawing, between};
use super::{strip, tooltip};
use crate::model::time::Day;
use crate::report::chart::Panel;
use crate::report::ticks;
use crate::ui::command::{Destination, UiCommands};
use crate::ui::theme::{Palette, faded, size, space};
use crate::ui::widgets::scene_ink;
use crate::words::Period;

/// Past this many days in view only the points and the mean are drawn: the thin line from day to day would be a scribble.
const SCRIBBLE_DAYS: f64 = 200.0;
/// Past this many days there are several a pixel: answers become a band from lowest to highest, which also costs far less.
const SCATTER_DAYS: f64 = 1_200.0;
/// Width of the numbers beside the value axis.
const AXIS_WIDTH: f32 = 40.0;
/// Least and most days in view.
const FEWEST_DAYS: f64 = 3.0;
const MOST_DAYS: f64 = 80_000.0;

/// What the pointer did to the window of days.
#[derive(Default)]
pub struct Moved {
    /// The new window.
    pub window: Option<(f64, f64)>,
    /// Whether to go back to the range button.
    pub reset: bool,
    /// The day under the pointer.
    pub hovered: Option<Day>,
}

/// Shows all plots and the strip of courses beneath.
pub fn curves_ui(
    ui: &mut Ui,
    drawing: &Drawing,
    window: (f64, f64),
    day: Day,
    hovered: Option<Day>,
    commands: &mut UiCommands,
) -> Moved {
    let mut moved = Moved::default();
    let lanes = strip::height(drawing, window);
    let count = drawing.model.panels.len().max(1) as f32;
    // Head, its space above, and the spaces between rows.
    let head = 22.0 + space::TIGHT + 6.0;
    let height = ((ui.available_height() - lanes - 32.0) / count - head).clamp(70.0, 420.0);
    let [first, last] = [window.0.ceil(), window.1.floor()].map(|place| Day::nearest(place).unwrap_or(day));
    let in_view = Period::new(first, last);
    let mut last_transform = None;
    ui.spacing_mut().item_spacing.y = 2.0;
    for (index, (panel, curve)) in drawing.model.panels.iter().zip(&drawing.curves).enumerate() {
        head_ui(ui, panel, drawing, hovered.unwrap_or(day), in_view);
        let is_last = index + 1 == drawing.model.panels.len();
        let tall = if is_last { height + 22.0 } else { height };
        let Some((response, transform)) = plot_ui(ui, index, drawing, window, (tall, is_last), day, hovered) else {
            continue;
        };
        mean_ui(ui, panel, curve, window, &transform);
        ribbon(ui, panel, drawing.model.first, &transform);
        let words = format!("{}. {}", panel.label, drawing.alt);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Figure);
            node.set_label(panel.label.clone());
            node.set_description(words);
        });
        if let Some(hovered) = pointer(ui, &response, &transform, window, &mut moved) {
            moved.hovered = Some(hovered);
            if response.clicked() {
                commands.go(Destination::Day(hovered));
            }
            response.on_hover_ui_at_pointer(|ui| tooltip::tooltip_ui(ui, &drawing.model, hovered));
        }
        last_transform = Some(transform);
    }
    if let Some(transform) = last_transform {
        strip::strip_ui(ui, drawing, &transform, window);
    }
    moved
}

/// Name of the series, what its marks mean, and its number on the day under the pointer or else the open day.
fn head_ui(ui: &mut Ui, panel: &Panel, drawing: &Drawing, day: Day, in_view: Period) {
    let palette = Palette::of(ui);
    ui.add_space(space::TIGHT);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        scene_ink::series_mark_ui(ui, panel.style);
        ui.label(RichText::new(panel.name()).color(palette.text));
        let quiet = |words: String| RichText::new(words).size(size::CAPTION).color(palette.quiet);
        if ui.available_width() > 340.0 {
            ui.label(quiet("each answer and its 7-day mean".to_owned()));
        }
        let cell = usize::try_from(day.days_since(drawing.model.first)).ok();
        let value = cell.and_then(|cell| panel.values.get(cell).copied().flatten());
        let date = in_view.day(day);
        let words = value.map_or_else(|| "not answered".to_owned(), |value| panel.show(value));
        let words = format!("{date}: {words}");
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| ui.label(quiet(words)));
    });
}

fn plot_ui(
    ui: &mut Ui,
    index: usize,
    drawing: &Drawing,
    window: (f64, f64),
    (height, shows_days): (f32, bool),
    day: Day,
    hovered: Option<Day>,
) -> Option<(Response, PlotTransform)> {
    let (Some(panel), Some(curve)) = (drawing.model.panels.get(index), drawing.curves.get(index)) else {
        return None;
    };
    let palette = Palette::of(ui);
    let room = ui.available_width();
    // One tick for every 76 points of width.
    let most_ticks = (1..40_u8).take_while(|count| f32::from(*count) * 76.0 <= room).count().max(2);
    let marks = day_marks(window, most_ticks);
    let labels = marks.clone();
    // All lines alike: how far apart they are decides whether a label has room.
    let step_size = (window.1 - window.0) / marks.len().max(1) as f64;
    let (low, high) = panel.ends();
    let margin = (high - low) * 0.08;
    let plot = Plot::new(("series", index))
        .height(height)
        .show_axes(Vec2b::new(shows_days, true))
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .allow_axis_zoom_drag(false)
        .show_x(false)
        .show_y(false)
        .show_crosshair(false)
        .label_formatter(|_| None)
        .sense(egui::Sense::click_and_drag())
        .y_axis_min_width(AXIS_WIDTH)
        .grid_color(palette.faint)
        .grid_fade(0.0)
        .x_grid_spacer(move |_| marks.iter().map(|(at, _)| GridMark { value: *at, step_size }).collect())
        .x_axis_formatter(move |mark, _| {
            let found = labels.iter().find(|(at, _)| (at - mark.value).abs() < 0.01);
            found.map(|(_, label)| label.clone()).unwrap_or_default()
        })
        .y_grid_spacer(|_| {
            panel.ticks.iter().map(|tick| GridMark { value: *tick, step_size: (high - low).max(1e-9) }).collect()
        })
        .y_axis_formatter(|mark, _| panel.show_tick(mark.value));
    let wide = window.1 - window.0;
    let answer = plot.show(ui, |plot| {
        plot.set_plot_bounds_x(window.0..=window.1);
        plot.set_plot_bounds_y(low - margin * 1.6..=high + margin);
        let color = palette.series(panel.style);
        for (from, to) in drawing.model.spans.iter().map(|span| span.during) {
            let days = f64::from(from.number()) - 0.5..=f64::from(to.number()) + 0.5;
            let shade = Span::new("", days).fill(faded(palette.accent, 0.05)).border_width(0.0);
            plot.span(shade);
        }
        for mark in &drawing.model.marks {
            let line = VLine::new("event", f64::from(mark.day.number())).color(faded(palette.quiet, 0.5));
            plot.vline(line.width(1.0).style(LineStyle::Dashed { length: 5.0 }));
        }
        plot.vline(VLine::new("open day", f64::from(day.number())).color(faded(palette.accent, 0.55)).width(1.5));
        if let Some(hovered) = hovered.filter(|hovered| *hovered != day) {
            let line = VLine::new("pointer", f64::from(hovered.number())).color(palette.outline).width(1.0);
            plot.vline(line.style(LineStyle::Dotted { spacing: 4.0 }));
        }
        if wide <= SCRIBBLE_DAYS {
            for run in &curve.runs {
                let part = between(run, window);
                if part.len() > 1 {
                    let line = Line::new(&panel.label, PlotPoints::Borrowed(part));
                    plot.line(line.color(faded(color, 0.45)).width(1.0).allow_hover(false));
                }
            }
        }
        let ink = if wide <= SCRIBBLE_DAYS { color } else { faded(color, 0.55) };
        if wide <= SCATTER_DAYS {
            let radius = if wide <= 100.0 {
                3.0
            } else if wide <= 400.0 {
                2.0
            } else {
                1.2
            };
            let shape = scene_ink::marker_shape(panel.style.shape);
            let points = Points::new(&panel.label, PlotPoints::Borrowed(between(&curve.answers, window)));
            plot.points(points.radius(radius).shape(shape).color(ink).allow_hover(false));
        } else {
            for run in &curve.runs {
                let part = between(run, window);
                let line = Line::new(&panel.label, PlotPoints::Borrowed(part));
                plot.line(line.color(faded(color, 0.3)).width(1.0).allow_hover(false));
            }
        }
    });
    Some((answer.response, answer.transform))
}

/// The moving mean, dashed as in files. A plot by itself knows fewer dashes.
fn mean_ui(ui: &Ui, panel: &Panel, curve: &Curve, window: (f64, f64), transform: &PlotTransform) {
    let painter = ui.painter().with_clip_rect(*transform.frame());
    let stroke = Stroke::new(2.2, Palette::of(ui).series(panel.style));
    for run in &curve.mean {
        let part = between(run, window);
        if part.len() > 1 {
            let points = part.iter().map(|point| transform.position_from_point(point)).collect();
            scene_ink::line(&painter, points, stroke, panel.style.dash, 1.0);
        }
    }
}

/// Ticks of the time axis: place and label.
fn day_marks(window: (f64, f64), most: usize) -> Vec<(f64, String)> {
    let (Some(first), Some(last)) = (Day::nearest(window.0.ceil()), Day::nearest(window.1.floor())) else {
        return Vec::new();
    };
    ticks::along(first, last.max(first), most)
        .into_iter()
        .map(|tick| (f64::from(tick.day.number()), tick.label))
        .collect()
}

/// The coverage ribbon: the days on which the series was answered, along the foot of its plot.
fn ribbon(ui: &Ui, panel: &Panel, first: Day, transform: &PlotTransform) {
    let frame = *transform.frame();
    let start = f64::from(first.number());
    let painter = ui.painter().with_clip_rect(frame);
    let (left, right) =
        (transform.value_from_position(frame.left_top()).x, transform.value_from_position(frame.right_top()).x);
    let bottom = frame.bottom() - 1.0;
    for run in Panel::runs(&panel.values) {
        let (Some((from, _)), Some((to, _))) = (run.first(), run.last()) else { continue };
        let (from, to) = (start + *from as f64 - 0.5, start + *to as f64 + 0.5);
        if to < left || from > right {
            continue;
        }
        let x = |value: f64| transform.position_from_point_x(value);
        let rect = Rect::from_x_y_ranges(x(from)..=x(to), bottom - 4.0..=bottom);
        painter.rect_filled(rect, 0, faded(Palette::of(ui).series(panel.style), 0.6));
    }
}

/// Wheel zooms around the pointer, drag pans, double click resets. Gives the day under the pointer.
fn pointer(
    ui: &Ui,
    response: &Response,
    transform: &PlotTransform,
    window: (f64, f64),
    moved: &mut Moved,
) -> Option<Day> {
    if response.double_clicked() {
        moved.reset = true;
    }
    let wide = window.1 - window.0;
    if response.dragged() && response.drag_delta().x != 0.0 {
        let days = f64::from(response.drag_delta().x) / f64::from(transform.frame().width().max(1.0)) * wide;
        moved.window = sanitized((window.0 - days, window.1 - days));
    }
    let at = response.hover_pos().filter(|at| transform.frame().contains(*at))?;
    let x = transform.value_from_position(at).x;
    let (wheel, pinch) = ui.input(|input| (input.smooth_scroll_delta, input.zoom_delta()));
    let factor = if pinch == 1.0 { (-f64::from(wheel.y) * 0.004).exp() } else { 1.0 / f64::from(pinch) };
    if factor != 1.0 {
        let least = FEWEST_DAYS / wide;
        let factor = factor.clamp(least, (MOST_DAYS / wide).max(least));
        moved.window = sanitized((x - (x - window.0) * factor, x + (window.1 - x) * factor));
    }
    Day::nearest(x)
}

/// A window that lies within the days the diary can hold.
fn sanitized(window: (f64, f64)) -> Option<(f64, f64)> {
    let holds = |number: f64| Day::nearest(number).is_some();
    (holds(window.0) && holds(window.1) && window.1 > window.0).then_some(window)
}
