//! The window is to be closed, but something is not on disk or not in the diary yet. Nothing is thrown away without being asked.

use eframe::egui::{self, Label, RichText, Ui};

use crate::ui::command::{DialogRequest, UiCommand};
use crate::ui::context::ViewContext;
use crate::ui::drafts::Unkept;
use crate::ui::modal::Dialog;
use crate::ui::modal::{self, Foot};
use crate::ui::theme::{Palette, size, space};
use crate::workspace::SaveState;

/// Leads back.
const STAY: &str = "Keep the window open";
/// Letters of a text that are shown.
const SHOWN: usize = 120;

/// Something is not on disk; the ways out.
pub(super) struct CloseUnsaved;

impl Dialog for CloseUnsaved {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let ViewContext { workspace, commands, .. } = ctx;
        if matches!(workspace.save_state(), SaveState::Saved(_)) {
            modal::title_ui(ui, "Everything is on disk now");
            modal::close_button_ui(ui, commands);
            return;
        }
        modal::title_ui(ui, "Your last changes are not on disk");
        let words = match workspace.save_state() {
            SaveState::NotSaved { since, reason } => format!("Not saved since {}: {reason}.", since.clock()),
            SaveState::Saving => "They are being written now.".to_owned(),
            SaveState::Saved(_) | SaveState::ReadOnly(_) => "They are on disk now.".to_owned(),
        };
        ui.label(RichText::new(words).color(Palette::of(ui).danger));
        ui.label("Gutskin keeps trying. Free some space or plug the disk back in, and it will be saved. You can also save all days to another place first.");
        ui.add_space(8.0);
        let stays = Foot::new(STAY).ui(ui, |ui| {
            let words = RichText::new("Close and lose the last changes").color(Palette::of(ui).danger);
            if ui.add(egui::Button::new(words)).clicked() {
                commands.push(UiCommand::CloseAnyway);
            }
            if ui.button("Save a copy elsewhere…").clicked() {
                commands.open(DialogRequest::ExportData);
            }
        });
        if stays {
            commands.close_dialog();
        }
    }

    fn has_fields(&self) -> bool {
        false
    }
}

/// Something that was typed is not in the diary; the ways out.
pub(super) struct CloseUnkept(pub Vec<Unkept>);

impl Dialog for CloseUnkept {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let (Self(unkept), ViewContext { commands, .. }) = (self, ctx);
        modal::title_ui(ui, "Something you typed is not in the diary yet");
        modal::middle_ui(ui, |ui| {
            for text in unkept.iter() {
                unkept_text_ui(ui, text);
            }
        });
        let addable = unkept.iter().all(|text| text.refused.is_none());
        let words = if addable { "Add and close" } else { STAY };
        let pressed = Foot::new(words).ui(ui, |ui| {
            if addable && ui.button(STAY).clicked() {
                commands.close_dialog();
            }
            let words = RichText::new("Close without it").color(Palette::of(ui).danger);
            if ui.add(egui::Button::new(words)).clicked() {
                commands.push(UiCommand::CloseAfter { add: false });
            }
        });
        if pressed {
            commands.push(if addable { UiCommand::CloseAfter { add: true } } else { UiCommand::CloseDialog });
        }
    }
}

fn unkept_text_ui(ui: &mut Ui, unkept: &Unkept) {
    let palette = Palette::of(ui);
    ui.label(RichText::new(&unkept.field).size(size::CAPTION).color(palette.quiet));
    let mut text: String = unkept.text.chars().take(SHOWN).collect();
    if text.len() < unkept.text.len() {
        text.push('…');
    }
    ui.add(Label::new(text).wrap());
    if let Some(why) = &unkept.refused {
        ui.add(Label::new(RichText::new(format!("Does not fit: {why}")).color(palette.attention)).wrap());
    }
    ui.add_space(space::ROW);
}
