//! What is asked before something of a locked trial: ending it early, deleting it, looking at its whole order.

use eframe::egui::{TextEdit, Ui};

use crate::analysis::trial::words;
use crate::edit::Command;
use crate::model::text::Name;
use crate::model::trial::{EndedEarly, TrialId, TrialStage};
use crate::ui::context::ViewContext;
use crate::ui::modal::{self, Dialog, Foot};
use crate::ui::theme::space;
use crate::ui::widgets::segmented;
use crate::workspace::Workspace;

/// Reasons to end a trial, offered with one click.
const REASONS: [&str; 4] =
    ["It did me no good", "A doctor advised it", "It does not fit my life now", "Something else has changed"];

/// Ending a trial before its last day.
pub(super) struct EndTrial {
    id: TrialId,
    name: String,
    why: String,
}

impl EndTrial {
    /// For a trial that is not over.
    pub(super) fn new(workspace: &Workspace, id: TrialId) -> Option<Self> {
        let trial = workspace.diary().trial(id)?;
        let goes_on = trial.stage(workspace.today()) != TrialStage::Over;
        goes_on.then(|| Self { id, name: trial.factor.name.to_string(), why: String::new() })
    }
}

impl Dialog for EndTrial {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        modal::title_ui(ui, &format!("End the trial of {} today?", self.name));
        ui.label("It stays in the diary, and its result says that it ended early. Ending is always fine.");
        ui.add_space(space::TIGHT);
        ui.label("Why? You need not say.");
        let chosen = REASONS.iter().copied().find(|offered| *offered == self.why);
        if let Some(pressed) = segmented::segmented_ui(ui, "Why", chosen, &REASONS.map(|words| (words, words))) {
            // A second press takes it back.
            self.why = if chosen == Some(pressed) { String::new() } else { pressed.to_owned() };
        }
        ui.add(TextEdit::singleline(&mut self.why).hint_text("Or in your own words").desired_width(f32::INFINITY))
            .accessible_name("Reason");
        ui.add_space(space::ROW);
        let said = !self.why.trim().is_empty();
        let why = Name::new(&self.why);
        if modal::foot_ui(ui, "End the trial", !said || why.is_ok(), ctx.commands) {
            let ended = EndedEarly { on: ctx.workspace.today(), why: why.ok().filter(|_| said) };
            ctx.commands.edit(Command::EndTrial { id: self.id, ended });
            ctx.commands.close_dialog();
        }
    }
}

/// Deleting a trial with its answers.
pub(super) struct DeleteTrial {
    id: TrialId,
    name: String,
    answers: usize,
}

impl DeleteTrial {
    /// For a trial of the diary.
    pub(super) fn new(workspace: &Workspace, id: TrialId) -> Option<Self> {
        let trial = workspace.diary().trial(id)?;
        Some(Self { id, name: trial.factor.name.to_string(), answers: trial.kept.len() })
    }
}

impl Dialog for DeleteTrial {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        modal::title_ui(ui, &format!("Delete the trial of {}?", self.name));
        ui.label(format!(
            "Its plan, its order and {} go. What you logged on its days stays. Undo brings the trial back.",
            crate::words::count(self.answers, "answer", "answers")
        ));
        ui.label("A trial that showed nothing is worth keeping: it says what you need not try again.");
        ui.add_space(space::ROW);
        if Foot::new("Delete the trial").destroys().with_cancel_ui(ui, ctx.commands) {
            ctx.commands.edit(Command::RemoveTrial { id: self.id });
            ctx.commands.close_dialog();
        }
    }

    fn has_fields(&self) -> bool {
        false
    }
}

/// The whole order of a trial, on request.
pub(super) struct TrialOrder(TrialId);

impl TrialOrder {
    /// For a trial of the diary.
    pub(super) fn new(workspace: &Workspace, id: TrialId) -> Option<Self> {
        workspace.diary().trial(id).map(|trial| Self(trial.id))
    }
}

impl Dialog for TrialOrder {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let ViewContext { workspace, commands, .. } = ctx;
        let today = workspace.today();
        let Some(trial) = workspace.diary().trial(self.0) else {
            commands.close_dialog();
            return;
        };
        modal::title_ui(ui, &format!("The order of the trial of {}", trial.factor.name));
        let is_open = trial.order_seen.is_some() || trial.stage(today) == TrialStage::Over;
        if !is_open {
            ui.label(words::WHY_NOT_TO_LOOK);
            modal::quiet_ui(ui, "Today's instruction stands on top of the forms, and tomorrow's in the evening.");
            ui.add_space(space::ROW);
            if Foot::new("Show the order").enabled(workspace.read_only().is_none()).with_cancel_ui(ui, commands) {
                commands.edit(Command::SeeTrialOrder { id: trial.id });
            }
            return;
        }
        modal::middle_ui(ui, |ui| {
            for (days, on) in trial.periods() {
                let what = if on { &trial.factor.on } else { &trial.factor.off };
                ui.label(format!("{} to {}: {what}", days.start.short(), days.end.plus(-1).short()));
            }
        });
        modal::close_button_ui(ui, commands);
    }

    fn has_fields(&self) -> bool {
        false
    }
}
