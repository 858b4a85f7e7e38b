//! Closing the window: what is being typed is taken over and written first, and nothing is thrown away without being asked.

use eframe::egui;

use super::App;
use crate::ui::dialogs::Dialog;
use crate::workspace::SaveState;

/// Where closing the window stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Closing {
    /// Nobody asked.
    No,
    /// Asked; what is being typed is taken over and written first.
    Waiting,
    /// Nothing holds it any more.
    Now,
}

impl App {
    /// Holds the window open until what was typed is on disk.
    pub(super) fn closing(&mut self, ctx: &egui::Context) {
        let asked = ctx.input(|input| input.viewport().close_requested());
        if asked && self.closing != Closing::Now {
            release_focus(ctx);
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.closing = Closing::Waiting;
            ctx.request_repaint();
            return;
        }
        if self.closing != Closing::Waiting || ctx.text_edit_focused() {
            return;
        }
        match self.workspace.save_state() {
            SaveState::Saved(_) | SaveState::ReadOnly(_) => {
                self.closing = Closing::Now;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
            SaveState::Saving => {}
            SaveState::NotSaved { .. } => {
                self.closing = Closing::No;
                self.dialog = Some(Dialog::CloseUnsaved);
            }
        }
    }
}

/// Takes the keyboard out of the field it is in, so that the field takes over what was typed.
pub(super) fn release_focus(ctx: &egui::Context) {
    ctx.memory_mut(|memory| {
        if let Some(id) = memory.focused() {
            memory.surrender_focus(id);
        }
    });
}
