//! The way to try an idea: open while nothing else is being changed, else disabled with its reason.

use eframe::egui::{Button, Ui};

use crate::evidence::card::Card;
use crate::evidence::suggest::Running;
use crate::ui::command::{DialogRequest, UiCommands};
use crate::workspace::Workspace;

/// Why no idea can be tried now, as a sentence; `None` if one can.
pub fn refusal(workspace: &Workspace) -> Option<String> {
    let read_only = workspace.read_only().map(|reason| format!("This diary is open for reading only: {reason}."));
    let running = || Running::find(workspace.diary(), workspace.today()).map(|running| running.one_at_a_time());
    read_only.or_else(running)
}

/// Shows the button that opens the dialog of a card.
pub fn try_button_ui(ui: &mut Ui, card: &Card, workspace: &Workspace, commands: &mut UiCommands) {
    let refused = refusal(workspace);
    let button = ui.add_enabled(refused.is_none(), Button::new("Try it"));
    let button = button.accessible_name(format!("Try it: {}", card.title));
    let pressed = match refused {
        Some(why) => button.on_disabled_hover_text(why).clicked(),
        None => button.clicked(),
    };
    if pressed {
        commands.open(DialogRequest::TryIdea(card.id.clone()));
    }
}
