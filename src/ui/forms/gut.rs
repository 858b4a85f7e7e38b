//! The gut card: each stool by itself, then how the gut felt.

use eframe::egui::Ui;

use super::{Form, Rows};
use crate::edit::{Command, EntryDraft, Place};
use crate::model::entry::{Entry, EntryKind};
use crate::model::trackable::Key;
use crate::model::value::Value;
use crate::ui::widgets::stool_row;

impl Form<'_> {
    pub(super) fn gut_ui(&mut self, ui: &mut Ui) {
        let page = self.page;
        let stools = page.map(|page| page.of_kind(EntryKind::Stool)).unwrap_or_default();
        for (number, entry) in (1..).zip(&stools) {
            ui.push_id(("stool", number), |ui| self.stool_ui(ui, number, entry));
        }
        // The row of the next one is, once it is answered, the row of that stool: it stands where it stood.
        let next = stools.len() + 1;
        if stools.is_empty() {
            ui.push_id(("stool", next), |ui| self.new_stool_ui(ui, "Stool form", false));
        } else {
            // The row asks for the form first: a stool without one would be a guess. What is kept says whether it is new, and
            // then takes the keyboard over from the button in whose place it stands.
            let asking = (self.day, stools.len());
            if let Some(is_new) = self.state.new_stools.get(&asking).copied() {
                ui.push_id(("stool", next), |ui| self.new_stool_ui(ui, "Next stool form", is_new));
                self.state.new_stools.insert(asking, false);
            } else if ui.button("Another stool").clicked() {
                self.state.new_stools.insert(asking, true);
                ui.ctx().request_repaint();
            }
        }
        self.kind_ui(ui, EntryKind::GutCheck);
    }

    fn new_stool_ui(&mut self, ui: &mut Ui, label: &str, takes_focus: bool) {
        if let Some(Some(form)) = stool_row::beside_ui(ui, label, (None, self.first_form_before()), takes_focus, |_| {})
            && let (Ok(key), Some(value)) = (Key::new("stool"), Value::number(form))
        {
            let mut draft = EntryDraft::new(EntryKind::Stool);
            draft.answers.set(&key, Some(value));
            self.commands.edit(Command::Log { day: self.day, drafts: vec![draft] });
        }
    }

    /// The form of the first stool of the day before.
    fn first_form_before(&self) -> Option<f64> {
        let stools = self.before?.of_kind(EntryKind::Stool);
        stools.first()?.answers.get("stool").map(Value::as_number)
    }

    /// The row of its form first: it stands where the row that asked for it stood.
    fn stool_ui(&mut self, ui: &mut Ui, number: usize, entry: &Entry) {
        let value = entry.answers.get("stool").map(Value::as_number);
        let label = if number == 1 { "Stool form".to_owned() } else { format!("Stool {number} form") };
        let mut deleted = false;
        let edited = stool_row::beside_ui(ui, &label, (value, None), false, |ui| {
            deleted = ui.link("delete").on_hover_text(format!("Delete stool {number}")).clicked();
        });
        if deleted {
            self.commands.edit(Command::Remove { day: self.day, id: entry.id });
        }
        if let (Some(form), Ok(key)) = (edited, Key::new("stool")) {
            let value = form.and_then(Value::number);
            self.commands.edit(Command::Answer { day: self.day, place: Place::Entry(entry.id), key, value });
        }
        if self.is_whole || entry.at.is_some() {
            self.retime_ui(ui, entry);
        }
        self.fields_ui(ui, EntryKind::Stool, Some(entry), Place::Entry(entry.id), Rows::First);
    }
}
