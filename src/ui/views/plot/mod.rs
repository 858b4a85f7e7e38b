//! The plot panel: chosen series over time, stacked on one time axis, gaps drawn as gaps. It draws a chart model and holds
//! nothing of its own but which days are in view.

mod barcode;
mod days_shown;
mod drawing;
mod events;
mod lanes;
mod numbers;
mod overview;
mod panel_head;
mod photo_strip;
mod pointer;
mod preview;
mod series_list;
mod stack;
mod time_axis;
mod tooltip;
mod value_plot;

use eframe::egui::{self, Key, Modifiers, Painter, Pos2, RichText, Stroke, Ui};

pub use self::days_shown::days_in_view;
use self::days_shown::{left_out, usual_window};
use self::drawing::Drawing;
use self::photo_strip::PhotoStrips;
pub use self::preview::Preview;
use self::series_list::SeriesList;
use self::stack::{Look, Stack};
use super::body_over_time::BodyOverTime;
use super::{View, ViewSpec};
use crate::report::chart::MOST_SERIES;
use crate::ui::actions::Action;
use crate::ui::command::{Destination, UiCommands};
use crate::ui::context::ViewContext;
use crate::ui::text;
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::view_state::{Range, ViewId, ViewState};
use crate::ui::widgets::segmented;
use crate::workspace::Workspace;

/// The row of this view.
pub(super) const VIEW: ViewSpec = ViewSpec {
    id: ViewId::Plot,
    title: "Plot",
    keys: &[(Modifiers::COMMAND, Key::Num1)],
    icon: curve,
    new: || Box::new(PlotView::default()),
};

/// A curve over its axis.
fn curve(painter: &Painter, center: Pos2, stroke: Stroke) {
    let at = |x: f32, y: f32| center + egui::vec2(x, y);
    painter.line(vec![at(-10.0, 5.0), at(-5.0, -1.0), at(0.0, 3.0), at(5.0, -6.0), at(10.0, -2.0)], stroke);
    painter.line_segment([at(-10.0, 9.0), at(10.0, 9.0)], stroke);
}

/// Width of the range buttons, and of the way back from zooming.
const RANGES: f32 = 230.0;
const RESET: f32 = 100.0;

/// What the plot panel remembers from frame to frame.
#[derive(Default)]
struct PlotView {
    stack: Stack,
    drawing: Option<Drawing>,
    list: SeriesList,
    body: BodyOverTime,
}

impl View for PlotView {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let ViewContext { workspace, wake, view, commands, .. } = ctx;
        let day = ctx.day;
        Self::head_ui(ui, view, commands);
        self.list.ui(ui, workspace, view);
        view.keep_styles();
        ui.add_space(space::TIGHT);
        if !self.refresh(workspace, view) {
            empty_ui(ui, workspace, commands);
            return;
        }
        let days = days_in_view(workspace, view, day);
        if self.body.switched_ui(ui, workspace, ("Curves", days), commands) {
            return;
        }
        if view.shows_table {
            if let Some(drawing) = &self.drawing {
                numbers::numbers_ui(ui, &drawing.model, days, commands);
            }
            return;
        }
        let window = view.zoom.unwrap_or_else(|| usual_window(workspace, view.range, day));
        if let Some(words) = left_out(workspace, window).filter(|_| view.range == Range::All && view.zoom.is_none()) {
            ui.label(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).quiet));
        }
        let Some(drawing) = &mut self.drawing else { return };
        drawing.look_at(workspace, days);
        self.stack.strips.show(ui.ctx(), (workspace, wake), &view.photo_strips);
        let moved = self.stack.ui(ui, drawing, Look { window, day }, commands);
        if moved.reset {
            view.zoom = None;
        } else if let Some(window) = moved.window {
            view.zoom = Some(window);
        }
    }

    fn arrive(&mut self, to: &Destination, _again: bool, ctx: &mut ViewContext<'_>) {
        match to {
            Destination::SeriesSearch => self.list.open = true,
            Destination::Series(key) => {
                let series = &mut ctx.view.series;
                series.retain(|chosen| chosen != key);
                series.insert(0, key.clone());
                series.truncate(MOST_SERIES);
            }
            _ => {}
        }
    }

    fn pictures_gone(&mut self) {
        self.stack.strips = PhotoStrips::default();
    }

    fn diary_replaced(&mut self) {
        *self = Self::default();
    }
}

impl PlotView {
    /// Builds the drawing anew where the diary or the choice of series has changed. Gives whether there is anything to draw.
    fn refresh(&mut self, workspace: &Workspace, view: &ViewState) -> bool {
        let stale = self.drawing.as_ref().is_none_or(|drawing| !drawing.is_of(workspace, &view.series, &view.styles));
        if stale {
            self.drawing = Drawing::new(workspace, &view.series, &view.styles);
        }
        self.drawing.is_some()
    }

    fn head_ui(ui: &mut Ui, view: &mut ViewState, commands: &mut UiCommands) {
        let roomy = ui.available_width() > 580.0;
        ui.horizontal(|ui| {
            ui.label(RichText::new(VIEW.title).font(strong_font(size::VIEW)));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if ui
                    .button("Save…")
                    .on_hover_text(Action::ExportChart.hint(ui, "Save the chart as SVG or PNG"))
                    .clicked()
                {
                    commands.act(Action::ExportChart);
                }
                let table = if view.shows_table { "Curves" } else { "Table" };
                if ui.button(table).on_hover_text(Action::ToggleTable.hint(ui, "The same numbers as a table")).clicked()
                {
                    commands.act(Action::ToggleTable);
                }
                if roomy {
                    ui.add_space(space::ROW);
                    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                        let wanted = if view.zoom.is_some() { RANGES + RESET } else { RANGES };
                        ui.add_space((ui.available_width() - wanted).max(0.0));
                        range_ui(ui, view);
                    });
                }
            });
        });
        if !roomy {
            ui.horizontal_wrapped(|ui| range_ui(ui, view));
        }
    }
}

/// The way back from zooming, and the ranges.
fn range_ui(ui: &mut Ui, view: &mut ViewState) {
    if view.zoom.is_some() && ui.button("Reset zoom").on_hover_text("Back to the days of the button").clicked() {
        view.zoom = None;
    }
    let choices = Range::ALL.map(|range| (range, range.label()));
    let chosen = view.zoom.is_none().then_some(view.range);
    if let Some(range) = segmented::segmented_ui(ui, "Days shown", chosen, &choices) {
        view.range = range;
        view.zoom = None;
    }
}

fn empty_ui(ui: &mut Ui, workspace: &Workspace, commands: &mut UiCommands) {
    if !workspace.is_made_up() && workspace.diary().span().is_none() {
        super::first_start::first_start_ui(ui, text::EMPTY_PLOT_TITLE, workspace, commands);
        return;
    }
    let room = ui.available_height();
    ui.vertical_centered(|ui| {
        ui.add_space((room * 0.3).min(220.0));
        ui.label(RichText::new(text::EMPTY_PLOT_TITLE).font(strong_font(size::TITLE)));
        ui.label(RichText::new(text::EMPTY_PLOT).color(Palette::of(ui).quiet));
    });
}
