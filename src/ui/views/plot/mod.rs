//! The plot panel: chosen series over time, stacked on one time axis, gaps drawn as gaps. It draws a chart model and holds
//! nothing of its own but which days are in view.

mod curves;
mod drawing;
mod first_start;
mod numbers;
mod series_list;
mod strip;
mod tooltip;

use eframe::egui::{self, Key, Modifiers, Painter, Pos2, RichText, Stroke, Ui};

use self::drawing::Drawing;
use self::series_list::SeriesList;
use super::body_over_time::BodyOverTime;
use super::{View, ViewSpec};
use crate::model::stretch;
use crate::model::time::Day;
use crate::report::chart::{MOST_SERIES, whole_period};
use crate::ui::actions::Action;
use crate::ui::command::{Destination, UiCommands};
use crate::ui::context::ViewContext;
use crate::ui::text;
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::view_state::{Range, ViewId, ViewState};
use crate::ui::widgets::segmented;
use crate::words::count;
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

/// What the plot panel remembers from frame to frame.
#[derive(Default)]
struct PlotView {
    /// The day under the pointer in the last frame, for the line through all curves.
    hovered: Option<Day>,
    drawing: Option<Drawing>,
    list: SeriesList,
    body: BodyOverTime,
}

impl View for PlotView {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let ViewContext { workspace, view, commands, .. } = ctx;
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
        let moved = curves::curves_ui(ui, drawing, window, day, self.hovered, commands);
        self.hovered = moved.hovered;
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

    fn diary_replaced(&mut self) {
        *self = Self::default();
    }
}

/// First and last day in view.
pub fn days_in_view(workspace: &Workspace, view: &ViewState, day: Day) -> (Day, Day) {
    let (from, to) = view.zoom.unwrap_or_else(|| usual_window(workspace, view.range, day));
    let whole = |number: f64| Day::nearest(number).unwrap_or(day);
    (whole((from + 0.5).floor()), whole((to - 0.5).ceil()))
}

impl PlotView {
    /// Builds the drawing anew where the diary or the choice of series has changed. Gives whether there is anything to draw.
    fn refresh(&mut self, workspace: &Workspace, view: &ViewState) -> bool {
        let stale = self.drawing.as_ref().is_none_or(|drawing| !drawing.is_of(workspace, view));
        if stale {
            self.drawing = Drawing::new(workspace, view);
        }
        self.drawing.is_some()
    }

    fn head_ui(ui: &mut Ui, view: &mut ViewState, commands: &mut UiCommands) {
        let roomy = ui.available_width() > 520.0;
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
                        ui.add_space((ui.available_width() - 230.0).max(0.0));
                        range_ui(ui, view);
                    });
                }
            });
        });
        if !roomy {
            range_ui(ui, view);
        }
    }
}

fn range_ui(ui: &mut Ui, view: &mut ViewState) {
    let choices = Range::ALL.map(|range| (range, range.label()));
    let chosen = view.zoom.is_none().then_some(view.range);
    if let Some(range) = segmented::segmented_ui(ui, "Days shown", chosen, &choices) {
        view.range = range;
        view.zoom = None;
    }
}

/// The days of a range button as a window on the time axis, half a day wider at both ends. It ends today; if the open day
/// lies before it, the window moves back to hold it.
fn usual_window(workspace: &Workspace, range: Range, day: Day) -> (f64, f64) {
    let table = workspace.table();
    let logged_last = table.day(table.days.saturating_sub(1));
    let today = workspace.today();
    let mut last = if table.days == 0 { today } else { logged_last.max(today) };
    let everything = stretch::everything(&table.stretches).unwrap_or((table.first, last));
    let first = if let Some(days) = range.days() {
        if day <= last.plus(-days) {
            last = day.plus(days / 2).min(last);
        }
        last.plus(1 - days)
    } else {
        // Days far from all others have a view of their own, which opening one of them shows.
        let apart = table.stretches.iter().find(|stretch| stretch.holds(day) && stretch.last < everything.0);
        let (from, to) = apart.map_or((everything.0, last), |stretch| (stretch.first, stretch.last));
        last = to;
        whole_period(workspace.diary(), (from, to), today).0.min(last.plus(-6))
    };
    (f64::from(first.number()) - 0.5, f64::from(last.number()) + 0.5)
}

/// What is said where “all” leaves out days that lie far from all others.
fn left_out(workspace: &Workspace, (from, _): (f64, f64)) -> Option<String> {
    let days = stretch::logged_before(&workspace.table().stretches, Day::nearest(from.ceil())?);
    let verb = if days == 1 { "lies" } else { "lie" };
    (days > 0).then(|| format!("{} {verb} far before these; zoom out to see more.", count(days, "day", "days")))
}

fn empty_ui(ui: &mut Ui, workspace: &Workspace, commands: &mut UiCommands) {
    if !workspace.is_made_up() && workspace.diary().span().is_none() {
        first_start::first_start_ui(ui, workspace, commands);
        return;
    }
    let room = ui.available_height();
    ui.vertical_centered(|ui| {
        ui.add_space((room * 0.3).min(220.0));
        ui.label(RichText::new(text::EMPTY_PLOT_TITLE).font(strong_font(size::TITLE)));
        ui.label(RichText::new(text::EMPTY_PLOT).color(Palette::of(ui).quiet));
    });
}
