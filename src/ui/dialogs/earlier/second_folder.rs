//! The second folder for full copies on the page of backups: which one it is, what lies there, what is in the way.

use std::path::PathBuf;

use eframe::egui::{Label, RichText, Ui};

use super::backups::{Listed, group_ui};
use crate::model::text::show_path;
use crate::model::time::Day;
use crate::storage::second_folder::VerifiedCopies;
use crate::ui::context::ViewContext;
use crate::ui::theme::Palette;
use crate::ui::widgets::path_field::{Asked, PathField};
use crate::ui::widgets::{heading_ui, quiet_ui};
use crate::words::count;
use crate::workspace::SecondState;

/// What is being chosen, and what is listed of it.
#[derive(Default)]
pub(super) struct SecondFolderPart {
    field: Option<PathField>,
    refused: Option<String>,
    listed: Vec<Listed>,
}

impl SecondFolderPart {
    /// Draws it.
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        heading_ui(ui, "In a second folder");
        let state = ctx.workspace.second_copies();
        if ctx.workspace.read_only().is_some() {
            quiet_ui(ui, "The second folder is looked at once the diary can be written.");
            return;
        }
        match &state.place {
            None => quiet_ui(
                ui,
                "Copies on a stick or a network drive are there when this computer is not. Gutskin brings each full copy there by itself.",
            ),
            Some(place) => {
                ui.add(Label::new(show_path(place)).wrap());
                ui.add(Label::new(newest_words(&state)).wrap());
            }
        }
        for why in state.in_the_way.iter().chain(&self.refused) {
            ui.add(Label::new(RichText::new(sentence(why)).color(Palette::of(ui).attention)).wrap());
        }
        self.acts_ui(ui, ctx, &state);
        if let Some(verified) = &state.verified {
            verified_ui(ui, verified);
        }
        let are_listed = self.listed.len() == state.copies.len()
            && self.listed.iter().zip(&state.copies).all(|(listed, copy)| listed.copy == *copy);
        if !are_listed {
            self.listed = state.copies.iter().cloned().map(Listed::new).collect();
        }
        group_ui(ui, &mut self.listed, ctx);
    }

    fn acts_ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>, state: &SecondState) {
        let mut done = Ok(());
        if let Some(field) = &mut self.field {
            field.ui(ui, "Second folder", &Asked::Folder);
        }
        ui.horizontal_wrapped(|ui| {
            if let Some(field) = &self.field {
                let typed = field.path.trim().to_owned();
                let chooses = ui.add_enabled(!typed.is_empty(), eframe::egui::Button::new("Copy there from now on"));
                if chooses.clicked() {
                    done = ctx.workspace.choose_second_folder(Some(PathBuf::from(typed)));
                    self.field = None;
                } else if ui.link("Not now").clicked() {
                    self.field = None;
                }
                return;
            }
            if state.is_busy {
                ui.spinner();
                quiet_ui(ui, "Copying and reading…");
                return;
            }
            if ui.button(if state.place.is_some() { "Another folder…" } else { "Choose a second folder…" }).clicked()
            {
                let path = state.place.as_ref().map(|place| place.to_string_lossy().into_owned());
                self.field = Some(PathField::new(path.unwrap_or_default()));
            }
            if ui.button("Copy now").on_hover_text("A full copy of the diary as it is now").clicked() {
                done = ctx.workspace.back_up();
            }
            let hover = "Reads every full copy, here and in the second folder, and checks its sum";
            if ui.button("Verify now").on_hover_text(hover).clicked() {
                done = ctx.workspace.verify_copies();
            }
            if state.place.is_some() && ui.link("No second folder").clicked() {
                done = ctx.workspace.choose_second_folder(None);
            }
        });
        if let Err(error) = done {
            self.refused = Some(error.to_string());
        }
    }
}

/// What lies there, and how new it is.
fn newest_words(state: &SecondState) -> String {
    let made = state.copies.first().map(|copy| copy.made_on.map(Day::short));
    let newest = match made {
        Some(Some(day)) => format!("The newest copy there is of {day}."),
        Some(None) => "There are copies there; the drive does not say of when.".to_owned(),
        None if state.is_busy || state.in_the_way.is_some() => return String::new(),
        None => "There is no copy there yet; the first is made once something is logged.".to_owned(),
    };
    if state.is_due { format!("{newest} One more waits to go there.") } else { newest }
}

fn verified_ui(ui: &mut Ui, verified: &VerifiedCopies) {
    let VerifiedCopies { sound, bad } = verified;
    if bad.is_empty() && *sound == 0 {
        quiet_ui(ui, "There is no full copy to read yet.");
    } else if bad.is_empty() {
        let (read, are) = (count(*sound, "full copy", "full copies"), if *sound == 1 { "it is" } else { "all are" });
        quiet_ui(ui, &format!("{read} read: {are} as written."));
    } else {
        for (path, why) in bad {
            let words = format!("{}: {why}. The other copies are not touched by it.", show_path(path));
            ui.add(Label::new(RichText::new(words).color(Palette::of(ui).attention)).wrap());
        }
        quiet_ui(ui, &format!("{} as written.", count(*sound, "full copy is", "full copies are")));
    }
}

/// The same words as a sentence.
fn sentence(words: &str) -> String {
    let mut signs = words.chars();
    signs.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), signs.as_str()))
}
