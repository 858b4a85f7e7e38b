//! One diary in the window, and what belongs to it alone: what is being typed, what stands open. The person's own lies aside as
//! one while the sample is looked at, and comes back as it was.

use crate::edit::Command;
use crate::model::time::Day;
use crate::ui::command::UiCommands;
use crate::ui::context::ViewContext;
use crate::ui::drafts::Drafts;
use crate::ui::food_editor::state::FoodEditorState;
use crate::ui::forms::state::FormsState;
use crate::ui::view_state::ViewState;
use crate::workspace::jobs::insights::InsightsWorker;
use crate::workspace::{Wake, Workspace, WorkspaceError};

/// One diary in the window.
pub(super) struct Desk {
    pub workspace: Workspace,
    /// What is being typed into it.
    pub drafts: Drafts,
    /// What its forms remember.
    pub forms: FormsState,
    /// What is remembered while foods are put together.
    pub food: FoodEditorState,
    /// Works its insights out.
    pub insights: InsightsWorker,
}

impl Desk {
    /// A diary that was just opened.
    pub(super) fn new(workspace: Workspace) -> Self {
        let (drafts, forms, food) = (Drafts::default(), FormsState::default(), FoodEditorState::default());
        Self { workspace, drafts, forms, food, insights: InsightsWorker::default() }
    }

    /// Carries a change out, and lets the forms know what it made. What was typed in one visit to a field is one step.
    pub(super) fn submit(&mut self, command: Command, visit: Option<u64>) -> Result<(), WorkspaceError> {
        let receipt = match visit {
            Some(visit) => self.workspace.submit_typed(command, visit),
            None => self.workspace.submit(command),
        }?;
        self.forms.entries_made(self.workspace.diary(), &receipt.entries);
        Ok(())
    }

    /// What a view, a form or a dialog gets of it.
    pub(super) fn context<'a>(
        &'a mut self,
        wake: &'a Wake,
        view: &'a mut ViewState,
        day: Day,
        commands: &'a mut UiCommands,
    ) -> ViewContext<'a> {
        let Self { workspace, drafts, forms, food, insights } = self;
        ViewContext { workspace, wake, view, day, drafts, forms, food, insights, commands }
    }
}
