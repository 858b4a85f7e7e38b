//! The way to try an idea: open while nothing else is being changed, else disabled with its reason.

use eframe::egui::{Button, Label, RichText, Ui};

use crate::evidence::card::Card;
use crate::evidence::gate::Shown;
use crate::evidence::suggest::{Offer, Running};
use crate::ui::command::{DialogRequest, UiCommands};
use crate::ui::theme::Palette;
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

/// The same as a link, as far as a card is offered. One that is closed now says why when pointed at; where a gate closed it, nothing
/// stands here, since the gate has said so.
pub(super) fn offer_ui(ui: &mut Ui, card: &Card, offer: &Offer, shown: &Shown, commands: &mut UiCommands) {
    let name = format!("Try it: {}", card.title);
    match offer {
        Offer::Open(_) => {
            if ui.link("Try it").accessible_name(&name).clicked() {
                commands.open(DialogRequest::TryIdea(card.id.clone()));
            }
        }
        Offer::Closed(why) if shown.say().is_none() => {
            let words = Label::new(RichText::new("Try it").color(Palette::of(ui).outline));
            ui.add_enabled(false, words).accessible_name(format!("{name}. Not now: {why}")).on_disabled_hover_text(why);
        }
        Offer::Closed(_) | Offer::None => {}
    }
}
