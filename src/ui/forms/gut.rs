//! The gut card: each stool by itself, then how the gut felt.

use eframe::egui::{Id, RichText, Ui};

use super::Form;
use crate::edit::{Command, EntryDraft, Place};
use crate::model::entry::{Entry, EntryKind};
use crate::model::trackable::Key;
use crate::model::value::Value;
use crate::ui::theme::Palette;
use crate::ui::widgets::stool_row;

impl Form<'_> {
    pub(super) fn gut_ui(&mut self, ui: &mut Ui) {
        let page = self.page;
        let stools = page.map(|page| page.of_kind(EntryKind::Stool)).unwrap_or_default();
        if stools.is_empty() {
            self.first_stool_ui(ui);
        }
        for (number, entry) in (1..).zip(&stools) {
            ui.push_id(("stool", entry.id), |ui| self.stool_ui(ui, number, entry));
        }
        if !stools.is_empty() {
            // The row asks for the form first: a stool without one would be a guess.
            let asking = Id::unique(("another stool", self.day.number(), stools.len()));
            if ui.data(|data| data.get_temp::<bool>(asking)).unwrap_or(false) {
                ui.push_id("next stool", |ui| self.first_stool_ui(ui));
            } else if ui.button("Another stool").clicked() {
                ui.data_mut(|data| data.insert_temp(asking, true));
            }
        }
        ui.separator();
        self.kind_ui(ui, EntryKind::GutCheck);
    }

    fn first_stool_ui(&mut self, ui: &mut Ui) {
        if let Some(Some(form)) = stool_row::show(ui, None)
            && let (Ok(key), Some(value)) = (Key::new("stool"), Value::number(form))
        {
            let mut draft = EntryDraft::new(EntryKind::Stool);
            draft.answers.set(&key, Some(value));
            self.outbox.edit(Command::Log { day: self.day, drafts: vec![draft] });
        }
    }

    fn stool_ui(&mut self, ui: &mut Ui, number: usize, entry: &Entry) {
        ui.horizontal(|ui| {
            let time = entry.at.map(|at| format!(" at {at}")).unwrap_or_default();
            ui.label(RichText::new(format!("Stool {number}{time}")).color(Palette::of(ui).quiet));
            if ui.link("delete").on_hover_text(format!("Delete stool {number}")).clicked() {
                self.outbox.edit(Command::Remove { day: self.day, id: entry.id });
            }
        });
        self.retime_ui(ui, entry);
        self.fields_ui(ui, EntryKind::Stool, Some(entry), Place::Entry(entry.id));
    }
}
