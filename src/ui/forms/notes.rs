//! Words of the day: one note, and events that happened once.

use std::rc::Rc;

use eframe::egui::{Button, Checkbox, Id, Key, RichText, TextEdit, Ui};

use super::Form;
use crate::edit::{Command, EntryDraft, Place};
use crate::model::diary::Diary;
use crate::model::doctor_mark::is_marked;
use crate::model::entry::{EntryId, EntryKind};
use crate::model::text::Note;
use crate::ui::drafts::HandOver;
use crate::ui::theme::size;
use crate::ui::widgets::caption_ui;
use crate::ui::widgets::note_field::{NoteField, not_kept_ui};

impl Form<'_> {
    pub(super) fn notes_ui(&mut self, ui: &mut Ui) {
        let kind = EntryKind::Note;
        let notes = self.page.map(|page| page.of_kind(kind)).unwrap_or_default();
        let main = self.page.and_then(|page| page.main_entry(kind, None));
        for entry in &notes {
            let label = if notes.len() > 1 { format!("Note {}", entry.id.0) } else { "Note".to_owned() };
            // The day's own note is one field from its first letter on.
            let salt = (Some(entry.id) != main.map(|main| main.id)).then_some(entry.id);
            ui.push_id(("note", salt), |ui| {
                let shown = entry.text.as_ref().map(ToString::to_string).unwrap_or_default();
                let place = Place::Entry(entry.id);
                let words = self.note_ui(ui, note_field(&label, &shown), place, salt);
                self.mark_ui(ui, &label, &words, place);
            });
        }
        if notes.is_empty() {
            let place = Place::Main { kind, region: None };
            ui.push_id(("note", None::<EntryId>), |ui| {
                let words = self.note_ui(ui, note_field("Note", ""), place, None);
                self.mark_ui(ui, "Note", &words, place);
            });
        }
        caption_ui(ui, "Events: something that happened once, marked on the plot");
        self.moment_lines_ui(ui, EntryKind::Event);
        self.new_words_ui(ui, EntryKind::Event, "New event", "For example: started a new job");
    }

    /// Whether a note is meant for the doctor, as it stands in its field now; what is being typed is taken over first.
    fn mark_ui(&mut self, ui: &mut Ui, label: &str, words: &str, place: Place) {
        let mut marked = is_marked(words);
        let tick = Checkbox::new(&mut marked, RichText::new("For the doctor").size(size::CAPTION));
        let response =
            ui.add_enabled(!words.trim().is_empty(), tick).accessible_name(format!("{label}: for the doctor"));
        let hint = "Puts it into the report for your doctor, under “Events and notes marked for the doctor”";
        let response = response.on_hover_text(hint).on_disabled_hover_text("Write the note first");
        if response.changed() {
            self.commands.edit(Command::MarkForDoctor { day: self.day, place, is_marked: marked });
        }
    }

    /// A field and a button that add an entry made of words.
    pub(super) fn new_words_ui(&mut self, ui: &mut Ui, kind: EntryKind, label: &str, hint: &str) {
        let (id, day) = (Id::unique((label, self.day.number())), self.day);
        let add = move |text| {
            let draft = EntryDraft { text: Some(text), ..EntryDraft::new(kind) };
            Ok(Command::Log { day, drafts: vec![draft] })
        };
        ui.horizontal(|ui| self.adding_ui(ui, (id, label, hint), add));
        self.not_added_ui(ui, id);
    }

    /// A field for words and the button that makes them an entry. Until then they stay here, and are not called saved.
    pub(super) fn adding_ui(
        &mut self,
        ui: &mut Ui,
        (id, label, hint): (Id, &str, &str),
        add: impl Fn(Note) -> Result<Command, String> + 'static,
    ) {
        let mut text = self.drafts.text(id, "");
        let width = (ui.available_width() - 54.0).max(80.0);
        let edit = TextEdit::singleline(&mut text).id(id).desired_width(width).hint_text(hint);
        let response = ui.add(edit).accessible_name(label);
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let button = ui.add_enabled(Note::new(&text).is_ok(), Button::new("Add"));
        let name = format!("Add: {label}");
        let pressed = button.on_hover_text(&name).accessible_name(&name).clicked();
        let blank = text.trim().is_empty();
        self.drafts.put(ui, id, text, "");
        if !blank {
            let ask = move |text: &str, _: &Diary| {
                let note = Note::new(text).map_err(|error| error.to_string())?;
                add(note).map(Some)
            };
            self.drafts.ask(id, self.field(label, None), HandOver::Adding, Rc::new(ask));
        }
        if entered || pressed {
            self.drafts.add(id);
        }
    }

    /// Why words could not be added, beneath their field.
    pub(super) fn not_added_ui(&self, ui: &mut Ui, id: Id) {
        if let Some(why) = self.drafts.refusal(id) {
            not_kept_ui(ui, why);
        }
    }
}

fn note_field<'a>(label: &'a str, shown: &'a str) -> NoteField<'a> {
    NoteField { label, shown, hint: "Anything worth remembering", rows: 2 }
}
