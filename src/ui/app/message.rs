//! What the window says about the last thing that was done or went wrong, and the way back from it.

use eframe::egui::{Panel, Ui};

use super::App;
use crate::ui::actions::Action;
use crate::ui::request::Outbox;

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
    pub(super) fn message_ui(&mut self, ui: &mut Ui, outbox: &mut Outbox) {
        let Some(message) = self.said.clone() else { return };
        Panel::bottom("said").show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.label(message.words);
                if let Some(action) = message.offers
                    && ui.link(action.label()).clicked()
                {
                    outbox.act(action);
                }
                if ui.link("dismiss").clicked() {
                    self.said = None;
                }
            });
        });
    }
}
