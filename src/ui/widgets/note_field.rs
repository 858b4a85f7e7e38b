//! A field for words. A text that is too long is refused with a word, never cut.

use eframe::egui::{RichText, ScrollArea, TextEdit, Ui};

use super::focus;
use super::typed_field::Typed;
use crate::model::text::Note;
use crate::ui::drafts::Drafts;
use crate::ui::theme::{Palette, size};

/// Height at which a text begins to scroll within its field.
const MOST_HEIGHT: f32 = 240.0;

/// A field for words.
pub struct NoteField<'a> {
    /// Accessible name.
    pub label: &'a str,
    /// What is written now.
    pub shown: &'a str,
    /// What to write where nothing is typed.
    pub hint: &'a str,
    /// Rows; 1 is left with Enter.
    pub rows: usize,
}

impl NoteField<'_> {
    /// Shows the field, and beneath it why the words are not kept.
    pub fn ui(self, ui: &mut Ui, drafts: &mut Drafts) -> Typed {
        let id = ui.make_persistent_id(("note", self.label));
        let mut text = drafts.text(id, self.shown);
        let edit = if self.rows > 1 { TextEdit::multiline(&mut text) } else { TextEdit::singleline(&mut text) };
        let edit = edit.id(id).hint_text(self.hint).desired_rows(self.rows).desired_width(f32::INFINITY);
        // A long text scrolls within the field; what stands beneath stays in reach.
        let area = ScrollArea::vertical().id_salt(id).max_height(MOST_HEIGHT).min_scrolled_height(MOST_HEIGHT);
        let area = area.auto_shrink([false, true]);
        let response = area.show(ui, |ui| ui.add(edit)).inner.accessible_name(self.label);
        if self.rows > 1 {
            focus::field_of_lines(ui.ctx(), id);
        }
        let changed = drafts.put(ui, id, text, self.shown);
        if let Some(why) = drafts.refusal(id) {
            not_kept_ui(ui, why);
        }
        Typed { id, changed, left: response.lost_focus() }
    }
}

/// The words of a note; none if nothing is written.
///
/// # Errors
/// Why they do not fit.
pub fn read(text: &str) -> Result<Option<Note>, String> {
    if text.trim().is_empty() { Ok(None) } else { Note::new(text).map(Some).map_err(|error| error.to_string()) }
}

/// Says why a text is not in the diary yet.
pub fn not_kept_ui(ui: &mut Ui, why: &str) {
    let words = format!("Not kept yet: {why}.");
    ui.label(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).attention));
}
