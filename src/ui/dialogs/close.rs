//! The window is to be closed, but something is not on disk yet. Nothing is thrown away without being asked.

use eframe::egui::{self, RichText, Ui};

use crate::ui::request::{Outbox, Request};
use crate::ui::theme::Palette;
use crate::workspace::{SaveState, Workspace};

/// Shows what is not saved and the ways out.
pub fn show(ui: &mut Ui, workspace: &Workspace, outbox: &mut Outbox) {
    if matches!(workspace.save_state(), SaveState::Saved(_)) {
        super::title(ui, "Everything is on disk now");
        super::close_button(ui, outbox);
        return;
    }
    super::title(ui, "Your last changes are not on disk");
    let words = match workspace.save_state() {
        SaveState::NotSaved { since, reason } => format!("Not saved since {}: {reason}.", since.clock()),
        SaveState::Saving => "They are being written now.".to_owned(),
        SaveState::Saved(_) | SaveState::ReadOnly(_) => "They are on disk now.".to_owned(),
    };
    ui.label(RichText::new(words).color(Palette::of(ui).danger));
    ui.label("Gutskin keeps trying. Free some space or plug the disk back in, and it will be saved. You can also save all days to another place first.");
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        if ui.add(super::primary_button(ui, "Keep the window open")).clicked() {
            outbox.push(Request::CloseDialog);
        }
        if ui.add(egui::Button::new("Close and lose the last changes")).clicked() {
            outbox.push(Request::CloseAnyway);
        }
    });
}
