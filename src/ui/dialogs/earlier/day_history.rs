//! What a day said before: every state that the journals and copies still know, and the way back to each.

use eframe::egui::{Label, Ui};

use crate::model::day_record::DayRecord;
use crate::model::time::Day;
use crate::storage::copies::{DayState, states_of};
use crate::ui::command::DialogRequest;
use crate::ui::context::ViewContext;
use crate::ui::modal;
use crate::ui::modal::Dialog;
use crate::ui::widgets::{caption_ui, quiet_ui};
use crate::words::count;
use crate::workspace::Workspace;

/// The states of a day, as they were when the page was opened.
pub(in crate::ui::dialogs) struct DayHistoryPage {
    day: Day,
    states: Result<Vec<DayState>, String>,
}

impl DayHistoryPage {
    pub(in crate::ui::dialogs) fn new(workspace: &Workspace, day: Day) -> Self {
        Self { day, states: states_of(workspace.folder(), workspace.vault(), day).map_err(|error| error.to_string()) }
    }

    fn state_ui(&self, ui: &mut Ui, state: &DayState, ctx: &mut ViewContext<'_>) {
        let when = when(state);
        let page = state.said.clone().unwrap_or_else(|| DayRecord::blank(self.day));
        let answers: usize = page.entries.iter().map(|entry| entry.answers.len()).sum();
        let held = match page.entries.len() {
            0 => "nothing logged".to_owned(),
            entries => format!("{}, {}", count(entries, "entry", "entries"), count(answers, "answer", "answers")),
        };
        let now = ctx.workspace.diary().day_record(self.day);
        let is_now = now.map_or(page.is_blank(), |now| now.says_the_same(&page));
        ui.horizontal_wrapped(|ui| {
            ui.add(Label::new(&when).wrap());
            caption_ui(ui, &held);
            if is_now {
                caption_ui(ui, "as it is now");
            } else if ui.link("Compare").on_hover_text(format!("Compare: {when}")).clicked() {
                ctx.commands.open(DialogRequest::CompareDay(when.clone(), Box::new(page)));
            }
        });
    }
}

impl Dialog for DayHistoryPage {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        modal::title_ui(ui, &format!("What {} said before", self.day.long()));
        match &self.states {
            Err(error) => quiet_ui(ui, error),
            Ok(states) if states.is_empty() => quiet_ui(ui, "Nothing is known of this day but what it says now."),
            Ok(states) => modal::middle_ui(ui, |ui| {
                for (place, state) in states.iter().enumerate() {
                    ui.push_id(place, |ui| self.state_ui(ui, state, ctx));
                }
            }),
        }
        quiet_ui(ui, "Older changes go once several copies hold what came of them.");
        modal::close_button_ui(ui, ctx.commands);
    }

    fn has_fields(&self) -> bool {
        false
    }
}

/// When it came to be so.
fn when(state: &DayState) -> String {
    let since = state.since.as_ref().and_then(|since| Some(format!("{}, {}", since.day()?.short(), since.clock())));
    since.unwrap_or_else(|| "from a copy".to_owned())
}
