//! A pregnancy that was said long ago is asked about again: what follows from it should neither stay too long nor go unseen.

use eframe::egui::{Panel, Ui};

use super::command::UiCommands;
use super::widgets::quiet_ui;
use crate::edit::Command;
use crate::model::profile::{Profile, SafetyQuestion};
use crate::workspace::Workspace;

/// Asks, where it is time.
pub fn asked_again_ui(ui: &mut Ui, workspace: &Workspace, commands: &mut UiCommands) {
    let (profile, today) = (workspace.diary().profile(), workspace.today());
    if !profile.asks_about_pregnancy_again(today) || workspace.read_only().is_some() {
        return;
    }
    Panel::top("asked again").show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            let said = profile.pregnancy_said.map_or_else(String::new, |day| format!(" on {}", day.short()));
            quiet_ui(ui, &format!("You said{said} that you are pregnant. Is that still so?"));
            let mut changed = profile.clone();
            if ui.button("Yes, still").clicked() {
                changed.pregnancy_said = Some(today);
            }
            if ui.button("No").on_hover_text("Not pregnant now").clicked() {
                changed.answer(SafetyQuestion::Pregnant, Some(false));
            }
            keep(profile, changed, commands);
        });
    });
}

fn keep(profile: &Profile, changed: Profile, commands: &mut UiCommands) {
    if changed != *profile {
        commands.edit(Command::SetProfile { profile: changed });
    }
}
