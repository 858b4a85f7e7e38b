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
            self.new_stool_ui(ui, "Stool form");
        }
        for (number, entry) in (1..).zip(&stools) {
            ui.push_id(("stool", entry.id), |ui| self.stool_ui(ui, number, entry));
        }
        if !stools.is_empty() {
            // The row asks for the form first: a stool without one would be a guess.
            let asking = Id::unique(("another stool", self.day.number(), stools.len()));
            if ui.data(|data| data.get_temp::<bool>(asking)).unwrap_or(false) {
                ui.push_id("next stool", |ui| self.new_stool_ui(ui, "Next stool form"));
            } else if ui.button("Another stool").clicked() {
                ui.data_mut(|data| data.insert_temp(asking, true));
            }
        }
        ui.separator();
        self.kind_ui(ui, EntryKind::GutCheck);
    }

    fn new_stool_ui(&mut self, ui: &mut Ui, label: &str) {
        if let Some(Some(form)) = stool_row::show(ui, label, None)
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
        let value = entry.answers.get("stool").map(Value::as_number);
        let label = if number == 1 { "Stool form".to_owned() } else { format!("Stool {number} form") };
        if let (Some(form), Ok(key)) = (stool_row::show(ui, &label, value), Key::new("stool")) {
            let value = form.and_then(Value::number);
            self.outbox.edit(Command::Answer { day: self.day, place: Place::Entry(entry.id), key, value });
        }
        self.fields_ui(ui, EntryKind::Stool, Some(entry), Place::Entry(entry.id));
    }
}
