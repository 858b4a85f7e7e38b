//! The body over the days in view: each place shaded by its answers, the same drawing that is saved, and the places in words below.
//! It stands where curves or days would, and is offered once something was logged for a place.

use std::sync::Arc;

use eframe::egui::{self, Ui};

use crate::analysis::heat_map::{HeatMap, Summary, can_show};
use crate::columns::DayTable;
use crate::model::time::Day;
use crate::model::trackable::Trackable;
use crate::report::exportable_figure::ExportableFigure;
use crate::report::figure::body::{draw, place_words};
use crate::ui::command::UiCommands;
use crate::ui::theme::space;
use crate::ui::widgets::{exportable_figure, heading_ui, quiet_ui, segmented};
use crate::workspace::Workspace;

/// Below this width the three views stand below each other.
const NARROW: f32 = 640.0;
/// Width of the drawing where there is room.
const WIDE: f32 = 760.0;
/// Width of the drawing where there is none.
const SLIM: f32 = 440.0;

/// Which trackable is shown, and how.
#[derive(Default)]
pub(super) struct BodyOverTime {
    is_shown: bool,
    key: Option<String>,
    summary: Summary,
    drawn: Option<Drawn>,
}

/// A drawing, with what it was made from.
struct Drawn {
    table: Arc<DayTable>,
    key: String,
    period: (Day, Day),
    summary: Summary,
    is_narrow: bool,
    map: HeatMap,
    figure: Arc<ExportableFigure>,
}

impl BodyOverTime {
    /// A switch between what `usual` names and the body of its days, once places were logged; gives whether the body is shown.
    pub(super) fn switched_ui(
        &mut self,
        ui: &mut Ui,
        workspace: &Workspace,
        usual: (&str, (Day, Day)),
        commands: &mut UiCommands,
    ) -> bool {
        let table = workspace.table();
        let offered = offered(workspace, &table);
        if offered.is_empty() {
            return false;
        }
        let choices = [(false, usual.0), (true, "Body")];
        if let Some(shown) = segmented::segmented_ui(ui, "What is shown", Some(self.is_shown), &choices) {
            self.is_shown = shown;
        }
        if self.is_shown {
            let chosen = self.choices_ui(ui, &offered);
            egui::ScrollArea::vertical().id_salt("body over time").auto_shrink(false).show(ui, |ui| {
                self.body_ui(ui, workspace, (&table, chosen, usual.1), commands);
            });
        }
        self.is_shown
    }

    fn choices_ui<'a>(&mut self, ui: &mut Ui, offered: &[&'a Trackable]) -> Option<&'a Trackable> {
        let is_chosen = |known: &&&Trackable| self.key.as_deref() == Some(known.key.as_str());
        let mut chosen = offered.iter().find(is_chosen).or_else(|| offered.first()).copied();
        ui.horizontal_wrapped(|ui| {
            for known in offered {
                let is_chosen = chosen.is_some_and(|chosen| chosen.key == known.key);
                if ui.selectable_label(is_chosen, known.label.as_str()).clicked() {
                    self.key = Some(known.key.to_string());
                    chosen = Some(*known);
                }
            }
            ui.add_space(space::BETWEEN);
            for (summary, words) in [(Summary::Worst, "Worst"), (Summary::Mean, "Mean")] {
                if ui.selectable_label(self.summary == summary, words).clicked() {
                    self.summary = summary;
                }
            }
        });
        chosen
    }

    fn body_ui(
        &mut self,
        ui: &mut Ui,
        workspace: &Workspace,
        (table, known, period): (&Arc<DayTable>, Option<&Trackable>, (Day, Day)),
        commands: &mut UiCommands,
    ) {
        let Some(known) = known else { return };
        let is_narrow = ui.available_width() < NARROW;
        let is_of_now = |drawn: &Drawn| {
            Arc::ptr_eq(&drawn.table, table)
                && drawn.key == known.key.as_str()
                && (drawn.period, drawn.summary, drawn.is_narrow) == (period, self.summary, is_narrow)
        };
        if !self.drawn.as_ref().is_some_and(is_of_now) {
            let map = HeatMap::new(workspace.diary(), known, period, self.summary);
            let figure = Arc::new(draw(&map, if is_narrow { SLIM } else { WIDE }));
            let (table, key, summary) = (table.clone(), known.key.to_string(), self.summary);
            self.drawn = Some(Drawn { table, key, period, summary, is_narrow, map, figure });
        }
        let Some(drawn) = &self.drawn else { return };
        exportable_figure::exportable_figure_ui(ui, &drawn.figure, commands);
        heading_ui(ui, "Place by place");
        let rows = drawn.map.rows();
        if rows.is_empty() {
            quiet_ui(ui, "Nothing was logged for single places in these days.");
        }
        for (region, place) in rows {
            ui.label(place_words(&drawn.map, region.label(), &place));
        }
    }
}

/// What places were logged for, in the order of the form.
fn offered<'a>(workspace: &'a Workspace, table: &DayTable) -> Vec<&'a Trackable> {
    let places = || table.columns.iter().filter(|column| column.place.is_some());
    let is_logged = |known: &&Trackable| {
        places().any(|column| column.key.split_once('.').is_some_and(|(key, _)| key == known.key.as_str()))
    };
    workspace.diary().catalogue().iter().filter(|known| can_show(known)).filter(is_logged).collect()
}
