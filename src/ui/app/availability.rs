//! What can be done now, and why the rest cannot: the menu says it when pointed at, the bottom line when its keys are pressed.

use super::App;
use super::navigation::Panes;
use crate::ui::actions::Action;
use crate::ui::menu_bar::ActionState;
use crate::ui::view_state::ViewState;

impl App {
    /// Whether an action can be done now.
    ///
    /// # Errors
    /// Why not, as a sentence.
    pub(super) fn is_enabled(&self, action: Action) -> Result<(), String> {
        if let Some(reason) = self.desk.workspace.read_only().filter(|_| action.changes_diary()) {
            return Err(format!("This diary is open for reading only: {reason}."));
        }
        if matches!(action, Action::ExportChart | Action::CopyFigure) {
            return self.has_figure();
        }
        let refused = match action {
            Action::Undo => self.desk.workspace.undo_label().is_none().then_some("There is nothing to undo."),
            Action::Redo => self.desk.workspace.redo_label().is_none().then_some("There is nothing to redo."),
            Action::NextDay => (self.day >= self.latest_day()).then_some("Later days have not come yet."),
            Action::DeleteDay => {
                self.desk.workspace.diary().day_record(self.day).is_none().then_some("Nothing is logged on this day.")
            }
            Action::Encryption => {
                (self.desk.workspace.is_made_up()).then_some("The sample is made up; there is nothing to encrypt.")
            }
            Action::Lock => (!self.desk.workspace.is_encrypted())
                .then_some("This diary is not encrypted. “Encryption…” in the menu “Diary” turns that on."),
            Action::ToBanner => (!self.banner.is_there()).then_some("Nothing needs a look now."),
            Action::Larger => (self.view.scale >= *ViewState::SCALES.end()).then_some("It is as large as it gets."),
            Action::Smaller => (self.view.scale <= *ViewState::SCALES.start()).then_some("It is as small as it gets."),
            Action::Sample => (self.desk.workspace.is_made_up() && self.own.is_none())
                .then_some("This window was opened with the sample. Start Gutskin without --demo for your own diary."),
            _ => None,
        };
        refused.map_or(Ok(()), |why| Err(why.to_owned()))
    }

    /// How an action stands, for the menu.
    pub(super) fn state_of(&self, action: Action, panes: Panes) -> ActionState {
        let step = match action {
            Action::Undo => Some(self.desk.workspace.undo_label()),
            Action::Redo => Some(self.desk.workspace.redo_label()),
            _ => None,
        };
        let label = match step {
            Some(Some(step)) => format!("{} {step}", action.label()).into(),
            Some(None) => format!("Nothing to {}", action.label().to_lowercase()).into(),
            None if action == Action::Sample && self.desk.workspace.is_made_up() => "Back to my diary".into(),
            None => action.label().into(),
        };
        let ticked = match action {
            Action::ToggleForms => Some(panes.forms),
            Action::ToggleSuggestions => Some(panes.suggestions),
            Action::ToggleTable => Some(self.view.shows_table),
            _ => None,
        };
        ActionState { label, refused: self.is_enabled(action).err(), ticked }
    }
}
