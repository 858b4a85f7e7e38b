//! What everything that is drawn in the window gets to see and to ask: views, forms and dialogs share one context.

use super::command::UiCommands;
use super::drafts::Drafts;
use super::food_editor::state::FoodEditorState;
use super::forms::state::FormsState;
use super::view_state::ViewState;
use crate::model::time::Day;
use crate::workspace::jobs::insights::InsightsWorker;
use crate::workspace::{Wake, Workspace};

/// What a view, a form or a dialog reads, and where it puts what it asks for.
pub struct ViewContext<'a> {
    /// What is open. It is read here; changes are asked for through `commands`.
    pub workspace: &'a Workspace,
    /// Wakes the window from another thread.
    pub wake: &'a Wake,
    /// How the diary is looked at; remembered from one start to the next.
    pub view: &'a mut ViewState,
    /// The open day, that of the forms.
    pub day: Day,
    /// What is being typed into the fields of the diary.
    pub drafts: &'a mut Drafts,
    /// What the forms remember.
    pub forms: &'a mut FormsState,
    /// What is remembered while foods are put together.
    pub food: &'a mut FoodEditorState,
    /// Works the insights of the diary out, for whichever view asks first.
    pub insights: &'a mut InsightsWorker,
    /// What is asked for.
    pub commands: &'a mut UiCommands,
}
