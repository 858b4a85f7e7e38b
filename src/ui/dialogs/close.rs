//! The window is to be closed, but something is not on disk or not in the diary yet. Nothing is thrown away without being asked.

use eframe::egui::{self, Label, RichText, Ui};

use super::foot::Foot;
use crate::ui::drafts::Unkept;
use crate::ui::request::{Outbox, Request};
use crate::ui::theme::{Palette, size, space};
use crate::workspace::{SaveState, Workspace};

/// Leads back.
const STAY: &str = "Keep the window open";
/// Letters of a text that are shown.
const SHOWN: usize = 120;

/// Shows what is not saved and the ways out.
pub fn unsaved_ui(ui: &mut Ui, workspace: &Workspace, outbox: &mut Outbox) {
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
    let stays = Foot::new(STAY).show(ui, |ui| {
        let words = RichText::new("Close and lose the last changes").color(Palette::of(ui).danger);
        if ui.add(egui::Button::new(words)).clicked() {
            outbox.push(Request::CloseAnyway);
        }
    });
    if stays {
        outbox.push(Request::CloseDialog);
    }
}

/// Shows what was typed but is not in the diary, and the ways out.
pub fn unkept_ui(ui: &mut Ui, unkept: &[Unkept], outbox: &mut Outbox) {
    super::title(ui, "Something you typed is not in the diary yet");
    super::middle(ui, |ui| {
        for text in unkept {
            unkept_text_ui(ui, text);
        }
    });
    let addable = unkept.iter().all(|text| text.refused.is_none());
    let words = if addable { "Add and close" } else { STAY };
    let pressed = Foot::new(words).show(ui, |ui| {
        if addable && ui.button(STAY).clicked() {
            outbox.push(Request::CloseDialog);
        }
        let words = RichText::new("Close without it").color(Palette::of(ui).danger);
        if ui.add(egui::Button::new(words)).clicked() {
            outbox.push(Request::CloseAfter { add: false });
        }
    });
    if pressed {
        outbox.push(if addable { Request::CloseAfter { add: true } } else { Request::CloseDialog });
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
