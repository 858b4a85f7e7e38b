//! A field for words. What is typed is taken over on leaving it; a text that is too long is refused with a word, never cut.

use eframe::egui::{Id, Key, RichText, ScrollArea, TextEdit, Ui};

use crate::model::text::{Note, TextError};
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
    /// Rows; 1 takes the words over on Enter too.
    pub rows: usize,
}

impl NoteField<'_> {
    /// Shows the field: `Some(None)` cleared, `Some(Some(note))` written.
    pub fn show(self, ui: &mut Ui) -> super::Edited<Note> {
        let id = ui.make_persistent_id(("note", self.label));
        let draft_id: Id = id.with("draft");
        let kept = ui.data(|data| data.get_temp::<String>(draft_id));
        let mut text = kept.unwrap_or_else(|| self.shown.to_owned());
        let edit = if self.rows > 1 { TextEdit::multiline(&mut text) } else { TextEdit::singleline(&mut text) };
        let edit = edit.id(id).hint_text(self.hint).desired_rows(self.rows).desired_width(f32::INFINITY);
        // A long text scrolls within the field; what stands beneath stays in reach.
        let area = ScrollArea::vertical().id_salt(id).max_height(MOST_HEIGHT).min_scrolled_height(MOST_HEIGHT);
        let area = area.auto_shrink([false, true]);
        let response = area.show(ui, |ui| ui.add(edit)).inner.accessible_name(self.label);
        let left = response.lost_focus() && !ui.input(|input| input.key_pressed(Key::Escape));
        let mut edited = None;
        // Kept while the keyboard is in it, even if the window itself is in the background for a while.
        let mut keep = ui.memory(|memory| memory.has_focus(id));
        if left && text.trim() != self.shown {
            if text.trim().is_empty() {
                edited = Some(None);
            } else {
                edited = Note::new(text.trim()).ok().map(Some);
            }
        }
        // A text that does not fit stays until it is shortened.
        if let Err(error @ TextError::TooLong { .. }) = Note::new(text.trim()) {
            keep = true;
            not_kept_ui(ui, &error);
        }
        if keep {
            ui.data_mut(|data| data.insert_temp(draft_id, text));
        } else {
            ui.data_mut(|data| data.remove::<String>(draft_id));
        }
        edited
    }
}

/// Says why a text is not in the diary yet.
pub fn not_kept_ui(ui: &mut Ui, error: &TextError) {
    let words = format!("Not kept yet: {error}.");
    ui.label(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).attention));
}
