//! Closing the window: what is being typed is taken over and written first, and nothing is thrown away without being asked.

use eframe::egui;

use super::App;
use crate::ui::command::DialogRequest;
use crate::workspace::SaveState;

/// Where closing the window stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Closing {
    /// Nobody asked.
    No,
    /// Asked; what is being typed is taken over and written first.
    Waiting,
    /// The system asked: nobody is there to answer questions.
    Ending,
    /// Nothing holds it any more.
    Now,
}

impl App {
    /// Whether the window is about to close.
    pub(super) fn is_closing(&self) -> bool {
        matches!(self.closing, Closing::Waiting | Closing::Ending)
    }

    /// Holds the window open until what was typed is on disk.
    pub(super) fn closing(&mut self, ctx: &egui::Context) {
        if self.desktop.ending.is_asked() && !matches!(self.closing, Closing::Ending | Closing::Now) {
            self.end(ctx);
        }
        let asked = ctx.input(|input| input.viewport().close_requested());
        if asked && self.closing != Closing::Now {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            if self.closing == Closing::No {
                self.closing = Closing::Waiting;
            }
            // What came with the same frame is typed first.
            ctx.request_repaint();
            return;
        }
        if !self.is_closing() {
            return;
        }
        if self.closing == Closing::Waiting && self.asks_about_unkept() {
            return;
        }
        match self.desk.workspace.save_state() {
            SaveState::Saved(_) | SaveState::ReadOnly(_) => self.close(ctx),
            SaveState::Saving => {}
            // The disk is tried once more when the diary is let go.
            SaveState::NotSaved { .. } if self.closing == Closing::Ending => self.close(ctx),
            SaveState::NotSaved { .. } => {
                self.closing = Closing::No;
                self.open_dialog(DialogRequest::CloseUnsaved);
            }
        }
    }

    fn close(&mut self, ctx: &egui::Context) {
        self.closing = Closing::Now;
        ctx.send_viewport_cmd(egui::ViewportCommand::Close);
    }

    /// The system asks the program to end: whatever can be kept is kept.
    fn end(&mut self, ctx: &egui::Context) {
        self.back_to_own();
        self.closing = Closing::Ending;
        self.desk.drafts.add_all();
        self.take_over(ctx, true);
    }

    /// Asks what is to become of what was typed but is not in the diary; gives whether there is such a thing.
    fn asks_about_unkept(&mut self) -> bool {
        if self.own.as_ref().is_some_and(|own| !own.drafts.unkept().is_empty()) {
            self.back_to_own();
        }
        let unkept = self.has_unkept();
        if unkept {
            self.closing = Closing::No;
            self.open_dialog(DialogRequest::CloseUnkept(self.desk.drafts.unkept()));
        }
        unkept
    }

    /// Goes on with closing after the answer to what is to become of what was typed.
    pub(super) fn close_after(&mut self, ctx: &egui::Context, add: bool) {
        if add {
            self.desk.drafts.add_all();
            self.take_over(ctx, true);
        } else {
            self.desk.drafts.drop_unkept();
        }
        self.close_dialog();
        self.closing = Closing::Waiting;
        ctx.request_repaint();
    }
}
