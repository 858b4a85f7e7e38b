//! The plot panel: chosen series over time, stacked on one time axis, gaps drawn as gaps. It draws a chart model and holds
//! nothing of its own but which days are in view.

mod curves;
mod drawing;
mod numbers;
mod series_list;
mod strip;
mod tooltip;

use eframe::egui::{self, RichText, Ui};

use self::drawing::Drawing;
use self::series_list::SeriesList;
use super::actions::Action;
use super::request::Outbox;
use super::theme::{Palette, size, space, strong_font};
use super::view_state::{Range, ViewState};
use super::{text, widgets};
use crate::model::stretch;
use crate::model::time::Day;
use crate::report::chart::whole_period;
use crate::words::count;
use crate::workspace::Workspace;

/// What the plot panel remembers from frame to frame.
#[derive(Default)]
pub struct PlotPanel {
    /// Days in view after zooming or panning; `None` follows the range buttons.
    window: Option<(f64, f64)>,
    /// The day under the pointer in the last frame, for the line through all curves.
    hovered: Option<Day>,
    drawing: Option<Drawing>,
    list: SeriesList,
}

impl PlotPanel {
    /// Opens the list of series and puts the keyboard into its search field.
    pub fn find_series(&mut self) {
        self.list.open = true;
    }

    /// First and last day in view.
    pub fn days_in_view(&self, workspace: &Workspace, view: &ViewState, day: Day) -> (Day, Day) {
        let (from, to) = self.window.unwrap_or_else(|| usual_window(workspace, view.range, day));
        let whole = |number: f64| Day::nearest(number).unwrap_or(day);
        (whole((from + 0.5).floor()), whole((to - 0.5).ceil()))
    }

    /// Shows the panel.
    pub fn show(&mut self, ui: &mut Ui, workspace: &Workspace, view: &mut ViewState, day: Day, outbox: &mut Outbox) {
        self.head_ui(ui, view, outbox);
        self.list.show(ui, workspace, view);
        view.keep_styles();
        ui.add_space(space::TIGHT);
        if !self.refresh(workspace, view) {
            empty_ui(ui, workspace, outbox);
            return;
        }
        let days = self.days_in_view(workspace, view, day);
        if view.shows_table {
            if let Some(drawing) = &self.drawing {
                numbers::show(ui, &drawing.model, days, outbox);
            }
            return;
        }
        let window = self.window.unwrap_or_else(|| usual_window(workspace, view.range, day));
        if let Some(words) = left_out(workspace, window).filter(|_| view.range == Range::All && self.window.is_none()) {
            ui.label(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).quiet));
        }
        let Some(drawing) = &mut self.drawing else { return };
        drawing.look_at(workspace, days);
        let moved = curves::show(ui, drawing, window, day, self.hovered, outbox);
        self.hovered = moved.hovered;
        if moved.reset {
            self.window = None;
        } else if let Some(window) = moved.window {
            self.window = Some(window);
        }
    }

    /// Builds the drawing anew where the diary or the choice of series has changed. Gives whether there is anything to draw.
    fn refresh(&mut self, workspace: &Workspace, view: &ViewState) -> bool {
        let stale = self.drawing.as_ref().is_none_or(|drawing| !drawing.is_of(workspace, view));
        if stale {
            self.drawing = Drawing::new(workspace, view);
        }
        self.drawing.is_some()
    }

    fn head_ui(&mut self, ui: &mut Ui, view: &mut ViewState, outbox: &mut Outbox) {
        let roomy = ui.available_width() > 520.0;
        ui.horizontal(|ui| {
            ui.label(RichText::new("Plot").font(strong_font(size::VIEW)));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if ui.button("Save…").on_hover_text("Save the chart as SVG or PNG (Ctrl+E)").clicked() {
                    outbox.act(Action::ExportChart);
                }
                let table = if view.shows_table { "Curves" } else { "Table" };
                if ui.button(table).on_hover_text("The same numbers as a table (Ctrl+T)").clicked() {
                    outbox.act(Action::ToggleTable);
                }
                if roomy {
                    ui.add_space(space::ROW);
                    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                        ui.add_space((ui.available_width() - 230.0).max(0.0));
                        self.range_ui(ui, view);
                    });
                }
            });
        });
        if !roomy {
            self.range_ui(ui, view);
        }
    }

    fn range_ui(&mut self, ui: &mut Ui, view: &mut ViewState) {
        let choices = Range::ALL.map(|range| (range, range.label()));
        let chosen = self.window.is_none().then_some(view.range);
        if let Some(range) = widgets::segmented::show(ui, "Days shown", chosen, &choices) {
            view.range = range;
            self.window = None;
        }
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

fn empty_ui(ui: &mut Ui, workspace: &Workspace, outbox: &mut Outbox) {
    let palette = Palette::of(ui);
    let room = ui.available_height();
    ui.vertical_centered(|ui| {
        ui.add_space((room * 0.3).min(220.0));
        ui.label(RichText::new(text::EMPTY_PLOT_TITLE).font(strong_font(size::TITLE)));
        ui.label(RichText::new(text::EMPTY_PLOT).color(palette.quiet));
        if !workspace.is_made_up() && workspace.diary().span().is_none() {
            ui.add_space(space::ROW);
            if ui.button(Action::Sample.label()).clicked() {
                outbox.act(Action::Sample);
            }
            ui.add_space(space::BETWEEN);
            for line in [text::PRIVATE, text::NOT_MEDICAL] {
                ui.label(RichText::new(line).size(size::CAPTION).color(palette.quiet));
            }
        }
    });
}
