//! Words of the day: one note, and events that happened once.

use eframe::egui::{Button, Id, Key, TextEdit, Ui};

use super::Form;
use super::food::caption;
use crate::edit::{Command, EntryDraft, Place};
use crate::model::entry::EntryKind;
use crate::model::text::{Note, TextError};
use crate::ui::widgets::note_field::{NoteField, not_kept_ui};

impl Form<'_> {
    pub(super) fn notes_ui(&mut self, ui: &mut Ui) {
        let kind = EntryKind::Note;
        let notes = self.page.map(|page| page.of_kind(kind)).unwrap_or_default();
        caption(ui, "Note");
        for entry in &notes {
            let shown = entry.text.as_ref().map(ToString::to_string).unwrap_or_default();
            let label = if notes.len() > 1 { format!("Note {}", entry.id.0) } else { "Note".to_owned() };
            let field = NoteField { label: &label, shown: &shown, hint: "Anything worth remembering", rows: 3 };
            if let Some(text) = ui.push_id(("note", entry.id), |ui| field.show(ui)).inner {
                self.outbox.edit(Command::Write { day: self.day, place: Place::Entry(entry.id), text });
            }
        }
        if notes.is_empty() {
            let field = NoteField { label: "Note", shown: "", hint: "Anything worth remembering", rows: 3 };
            if let Some(Some(text)) = field.show(ui) {
                let place = Place::Main { kind, region: None };
                self.outbox.edit(Command::Write { day: self.day, place, text: Some(text) });
            }
        }
        caption(ui, "Events: something that happened once, marked on the plot");
        self.moment_lines_ui(ui, EntryKind::Event);
        self.new_words_ui(ui, EntryKind::Event, "New event", "For example: started a new job");
    }

    /// A field and a button that add an entry made of words.
    pub(super) fn new_words_ui(&mut self, ui: &mut Ui, kind: EntryKind, label: &str, hint: &str) {
        let draft_id = Id::unique((label, self.day.number()));
        let mut words: String = ui.data(|data| data.get_temp(draft_id)).unwrap_or_default();
        ui.horizontal(|ui| {
            let width = (ui.available_width() - 54.0).max(80.0);
            let field = TextEdit::singleline(&mut words).desired_width(width).hint_text(hint);
            let response = ui.add(field).accessible_name(label);
            let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let note = Note::new(&words);
            let add = ui.add_enabled(note.is_ok(), Button::new("Add")).accessible_name(format!("Add: {label}"));
            if (entered || add.clicked())
                && let Ok(text) = note
            {
                let mut draft = EntryDraft::new(kind);
                draft.text = Some(text);
                self.outbox.edit(Command::Log { day: self.day, drafts: vec![draft] });
                words.clear();
            }
        });
        if let Err(error @ TextError::TooLong { .. }) = Note::new(&words) {
            not_kept_ui(ui, &error);
        }
        ui.data_mut(|data| data.insert_temp(draft_id, words));
    }
}
