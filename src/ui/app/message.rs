//! What the window says about the last thing that was done or went wrong, and the way back from it.

use eframe::egui::{Panel, Ui};

use super::App;
use crate::ui::actions::Action;
use crate::ui::command::UiCommands;

/// One line, until the next edit.
#[derive(Debug, Clone)]
pub(super) struct Message {
    words: String,
    /// What can be done about it, with one press.
    offers: Option<Action>,
}

impl Message {
    /// Words with something that can be done about them.
    pub(super) fn offering(words: String, action: Action) -> Self {
        Self { words, offers: Some(action) }
    }
}

impl From<String> for Message {
    fn from(words: String) -> Self {
        Self { words, offers: None }
    }
}

impl App {
    pub(super) fn message_ui(&mut self, ui: &mut Ui, commands: &mut UiCommands) {
        let Some(message) = self.status_message.clone() else { return };
        Panel::bottom("status message").show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.label(message.words);
                if let Some(action) = message.offers
                    && ui.link(action.label()).clicked()
                {
                    commands.act(action);
                }
                if ui.link("dismiss").clicked() {
                    self.status_message = None;
                }
            });
        });
    }
}
