//! The disk refuses: said under the menu until it is no longer so, with the way to a copy elsewhere. What is typed stays in the window
//! meanwhile, and is tried again by itself.

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{Frame, Label, Margin, Panel, RichText, Stroke, Ui};

use super::command::{DialogRequest, UiCommands};
use super::theme::{Palette, space};
use crate::workspace::{SaveState, Workspace};

/// Leads to a copy of the whole diary in another place.
pub(super) const ELSEWHERE: &str = "Save a copy elsewhere…";

/// Says so, as long as it is so.
pub(super) fn unsaved_ui(ui: &mut Ui, workspace: &Workspace, commands: &mut UiCommands) {
    let SaveState::NotSaved { since, reason } = workspace.save_state() else { return };
    let palette = Palette::of(ui);
    let stroke = Stroke::new(1.0, palette.danger);
    let frame = Frame::new().fill(palette.window).stroke(stroke).inner_margin(Margin::symmetric(12, 8));
    Panel::top("not saved").frame(frame).show(ui, |ui| {
        let words = format!("Your changes since {} are not on disk: {reason}.", since.clock());
        let said = ui.add(Label::new(RichText::new(&words).color(palette.danger).strong()).wrap());
        ui.ctx().accesskit_node_builder(said.id, |node| {
            node.set_role(Role::Alert);
            node.set_label(words);
            node.clear_value();
            node.set_live(Live::Assertive);
        });
        ui.add(
            Label::new("You can go on: they stay in this window, and saving is tried again every five seconds.").wrap(),
        );
        ui.add_space(space::TIGHT);
        if ui.button(ELSEWHERE).clicked() {
            commands.open(DialogRequest::ExportData);
        }
    });
}
