//! The plots under one another: courses, photos and the numbers of events above, a panel a series, the days, and the brush below. All
//! share one time axis.

use eframe::egui::{Rangef, Rect, Response, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::drawing::Drawing;
use super::lanes::{self, Lanes};
use super::overview::Overview;
use super::photo_strip::PhotoStrips;
use super::pointer::{Moved, pointer};
use super::time_axis::TimeAxis;
use super::{barcode, events, panel_head, tooltip, value_plot};
use crate::analysis::photo_limits::limits_of_all;
use crate::model::time::Day;
use crate::report::chart::{Mark, Reading};
use crate::report::ticks;
use crate::ui::command::{Destination, UiCommands};
use crate::ui::theme::{Palette, faded, font, size, space};
use crate::ui::widgets::{caption_ui, focus};
use crate::words::Period;

/// Room for the numbers beside the value axis.
const GUTTER: f32 = 40.0;
/// Room kept free at both ends of the time axis, so that no mark is cut.
const END: f32 = 6.0;
/// Height of the labels of the time axis.
const DAYS: f32 = 18.0;
/// Least and greatest height of a plot.
const LEAST: f32 = 70.0;
const MOST: f32 = 420.0;
/// Between two panels.
const GAP: f32 = space::TIGHT;
/// Room of one label of the time axis.
const LABEL: f32 = 76.0;

/// What the stack remembers from frame to frame.
pub struct Stack {
    /// The day under the pointer, for the line through all plots and for their heads.
    hovered: Option<Day>,
    /// The course under the pointer, by its place in the model.
    pointed: Option<usize>,
    overview: Overview,
    /// Photos below the courses; none unless they are asked for.
    pub(super) strips: PhotoStrips,
    /// Height of all that is not a plot.
    around: f32,
}

impl Default for Stack {
    fn default() -> Self {
        let (overview, strips) = (Overview::default(), PhotoStrips::default());
        Self { hovered: None, pointed: None, overview, strips, around: 160.0 }
    }
}

/// The days in view, and what is read out of them.
#[derive(Clone, Copy)]
pub struct Look {
    /// Days in view, as numbers on the time axis.
    pub window: (f64, f64),
    /// The open day.
    pub day: Day,
}

impl Stack {
    /// Shows everything; gives what was done to the days in view.
    pub fn ui(&mut self, ui: &mut Ui, drawing: &Drawing, look: Look, commands: &mut UiCommands) -> Moved {
        let room = ui.available_height();
        let strips = drawing.model.panels.iter().filter(|panel| panel.reading == Reading::YesNo).count();
        let plots = (drawing.model.panels.len() - strips).max(1) as f32;
        let wanted = (room - self.around - strips as f32 * barcode::HEIGHT) / plots;
        let height = wanted.clamp(LEAST, MOST);
        let fits = wanted >= LEAST;
        let area = ScrollArea::vertical().auto_shrink(false);
        let (moved, total) = focus::scrolled(ui, area, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let top = ui.cursor().top();
            let moved = self.stack_ui(ui, drawing, look, (height, fits), commands);
            (moved, ui.cursor().top() - top)
        });
        let used = height * (drawing.model.panels.len() - strips) as f32 + strips as f32 * barcode::HEIGHT;
        let around = total - used;
        if (around - self.around).abs() > 0.5 {
            // The list of events or the courses in view have changed: the plots take the room that is left.
            self.around = around;
            ui.ctx().request_repaint();
        }
        moved
    }

    fn stack_ui(
        &mut self,
        ui: &mut Ui,
        drawing: &Drawing,
        Look { window, day }: Look,
        (height, fits): (f32, bool),
        commands: &mut UiCommands,
    ) -> Moved {
        let across = across(ui);
        let axis = TimeAxis { room: across.shrink(END), window };
        let marks = events::in_view(&drawing.model, &axis);
        let mut moved = self.panels_ui(ui, drawing, Look { window, day }, (height, fits), commands);
        ui.add_space(GAP);
        let in_view = axis.shown().map_or(Period::new(day, day), |(first, last)| Period::new(first, last));
        events::list_ui(ui, &marks, in_view, commands);
        for limits in limits_of_all(drawing.model.panels.iter().map(|panel| panel.key.as_str())) {
            caption_ui(ui, limits);
        }
        ui.add_space(GAP);
        let color = drawing.model.panels.first().map(|panel| Palette::of(ui).series(panel.style)).unwrap_or_default();
        if let Some(window) = self.overview.ui(ui, &drawing.outline, window, across, color) {
            moved.window = Some(window);
        }
        moved
    }

    /// The courses, the plots and the days, each plot of a height; the wheel belongs to them where all of them `fits`.
    pub fn panels_ui(
        &mut self,
        ui: &mut Ui,
        drawing: &Drawing,
        Look { window, day }: Look,
        (height, fits): (f32, bool),
        commands: &mut UiCommands,
    ) -> Moved {
        let mut moved = Moved::default();
        let across = across(ui);
        let axis = TimeAxis { room: across.shrink(END), window };
        let marks = events::in_view(&drawing.model, &axis);
        let pointed = Lanes::new(ui, &drawing.model, &axis).lanes_ui(ui, &drawing.model, &axis);
        self.strips.ui(ui, &axis, commands);
        if !marks.is_empty() {
            let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), events::ROW), Sense::hover());
            events::paint_numbers(ui, row, &marks, &axis);
        }
        let days = day_marks(&axis);
        let in_view = axis.shown().map_or(Period::new(day, day), |(first, last)| Period::new(first, last));
        let read_out = self.hovered.unwrap_or(day);
        for place in 0..drawing.model.panels.len() {
            ui.add_space(GAP);
            if let Some(panel) = drawing.model.panels.get(place) {
                panel_head::panel_head_ui(ui, panel, drawing, read_out, in_view);
            }
            let (response, frame) = self.panel_ui(ui, place, drawing, (&axis, across), (height, day), &marks, &days);
            pointer(ui, &response, frame, &axis, fits, &mut moved);
            if let Some(hovered) = moved.hovered.filter(|_| response.hovered()) {
                if response.clicked() {
                    commands.go(Destination::Day(hovered));
                }
                response.on_hover_ui_at_pointer(|ui| tooltip::tooltip_ui(ui, &drawing.model, hovered));
            }
        }
        day_labels_ui(ui, across, &days);
        self.hovered = moved.hovered;
        self.pointed = pointed;
        moved
    }

    /// One plot; gives what was done to it and where it stands.
    #[expect(clippy::too_many_arguments, reason = "one panel of the stack, with all that the panels share")]
    fn panel_ui(
        &self,
        ui: &mut Ui,
        place: usize,
        drawing: &Drawing,
        (axis, across): (&TimeAxis, Rangef),
        (height, day): (f32, Day),
        marks: &[&Mark],
        days: &[(f32, String)],
    ) -> (Response, Rect) {
        let shown = drawing.model.panels.get(place).zip(drawing.curves.get(place));
        let is_strip = shown.is_some_and(|(panel, _)| panel.reading == Reading::YesNo);
        let height = if is_strip { barcode::HEIGHT } else { height };
        let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let frame = Rect::from_x_y_ranges(across, row.y_range());
        // Tab passes over the plots: the brush below is where the keyboard chooses days.
        let response = ui.interact(frame, ui.make_persistent_id(("panel", place)), Sense::CLICK | Sense::DRAG);
        let Some((panel, curve)) = shown else { return (response, frame) };
        let words = format!("{}. {}", panel.label, drawing.alt);
        response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, &panel.label));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(words));
        if !ui.is_rect_visible(row) {
            return (response, frame);
        }
        let palette = Palette::of(ui);
        for (x, _) in days {
            ui.painter().vline(*x, frame.y_range(), Stroke::new(1.0, faded(palette.faint, 0.7)));
        }
        if let Some(span) = self.pointed.and_then(|pointed| drawing.model.spans.get(pointed)) {
            lanes::shade(ui, frame, span, axis);
        }
        events::paint_lines(ui, frame, marks, axis);
        if is_strip {
            barcode::paint(ui, frame, axis, panel, curve, drawing.model.first);
        } else {
            ui.painter().hline(frame.x_range(), frame.bottom(), Stroke::new(1.0, palette.faint));
            value_plot::value_plot_ui(ui, frame, axis, panel, curve);
            value_plot::ribbon(ui.painter(), frame, axis, curve, palette.series(panel.style));
        }
        for (line, color) in [(Some(day), faded(palette.accent, 0.6)), (self.hovered, palette.outline)] {
            let Some(x) = line.map(|day| axis.middle(day)).filter(|x| frame.x_range().contains(*x)) else { continue };
            ui.painter().vline(x, frame.y_range(), Stroke::new(1.5, color));
        }
        (response, frame)
    }
}

/// Where the time axis runs: beside the numbers of the value axis, to the right end.
fn across(ui: &Ui) -> Rangef {
    let left = ui.max_rect().left();
    Rangef::new(left + GUTTER, left + ui.available_width())
}

/// Ticks of the time axis: place and label.
fn day_marks(axis: &TimeAxis) -> Vec<(f32, String)> {
    let Some((first, last)) = axis.shown() else { return Vec::new() };
    let most = (1..40_u8).take_while(|count| f32::from(*count) * LABEL <= axis.room.span()).count().max(2);
    let ticks = ticks::along(first, last.max(first), most).into_iter();
    ticks.map(|tick| (axis.middle(tick.day), tick.label)).filter(|(x, _)| axis.room.contains(*x)).collect()
}

/// The labels of the time axis under the last plot.
fn day_labels_ui(ui: &mut Ui, across: Rangef, days: &[(f32, String)]) {
    let palette = Palette::of(ui);
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), DAYS), Sense::hover());
    let mut free_from = row.left();
    for (x, label) in days {
        let galley = ui.painter().layout_no_wrap(label.clone(), font(size::CAPTION), palette.quiet);
        let half = galley.size().x / 2.0;
        let middle = x.clamp(across.min + half - END, (across.max - half).max(across.min + half));
        if middle - half >= free_from {
            free_from = middle + half + 6.0;
            ui.painter().galley(pos2(middle - half, row.center().y - galley.size().y / 2.0), galley, palette.quiet);
        }
    }
}
