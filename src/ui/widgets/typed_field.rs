//! A small field that is typed into and taken over on Enter or on leaving it. What does not fit is said beneath, not changed
//! in silence. Empty means missing.

use eframe::egui::{self, Id, RichText, TextEdit, Ui};

use super::Edited;
use crate::ui::theme::{Palette, size};

/// What is being typed, until it is taken over.
#[derive(Clone, Default)]
struct Draft {
    text: String,
    refused: Option<String>,
}

/// A typed field for a value of type `T`.
pub struct TypedField<'a, T> {
    /// Accessible name.
    pub label: &'a str,
    /// What is there now, as shown.
    pub shown: String,
    /// Width in points.
    pub width: f32,
    /// What to write where nothing is typed.
    pub hint: &'a str,
    /// Reads what was typed, or says why it does not fit.
    pub read: &'a dyn Fn(&str) -> Result<T, String>,
}

/// Whether the keyboard is in the field of this name; the ids are those of this place of the window.
pub fn has_focus(ui: &Ui, label: &str) -> bool {
    let id = ui.make_persistent_id(("typed", label));
    ui.memory(|memory| memory.has_focus(id))
}

/// Drops what is being typed, because the value was set in another way.
pub fn forget_draft(ui: &Ui, label: &str) {
    let id = ui.make_persistent_id(("typed", label)).with("draft");
    ui.data_mut(|data| data.remove::<Draft>(id));
}

/// Why what stands in the field of this name does not fit; the ids are those of this place of the window.
pub fn refusal(ui: &Ui, label: &str) -> Option<String> {
    let id = ui.make_persistent_id(("typed", label)).with("draft");
    ui.data(|data| data.get_temp::<Draft>(id)).and_then(|draft| draft.refused)
}

/// Says why what was typed does not fit, on a line of its own.
pub fn refusal_ui(ui: &mut Ui, refused: Option<String>) {
    if let Some(why) = refused {
        let color = Palette::of(ui).attention;
        ui.add(egui::Label::new(RichText::new(why).size(size::CAPTION).color(color)).wrap());
    }
}

impl<T> TypedField<'_, T> {
    /// Shows the field, and beside it why what was typed does not fit.
    pub fn show(self, ui: &mut Ui) -> Edited<T> {
        let label = self.label;
        let edited = self.show_quietly(ui);
        let refused = refusal(ui, label);
        refusal_ui(ui, refused);
        edited
    }

    /// Shows the field alone; [`refusal`] knows why what was typed does not fit.
    pub fn show_quietly(self, ui: &mut Ui) -> Edited<T> {
        let id = ui.make_persistent_id(("typed", self.label));
        let draft_id: Id = id.with("draft");
        let kept = ui.data(|data| data.get_temp::<Draft>(draft_id));
        let mut draft = kept.unwrap_or_else(|| Draft { text: self.shown.clone(), refused: None });
        let field = TextEdit::singleline(&mut draft.text)
            .id(id)
            .desired_width(self.width)
            .hint_text(self.hint)
            .align(egui::Align2::RIGHT_CENTER);
        let response = ui.add(field).accessible_name(self.label);
        let mut edited = None;
        if response.lost_focus() {
            let typed = draft.text.trim();
            if typed == self.shown {
                draft.refused = None;
            } else if typed.is_empty() {
                edited = Some(None);
                draft.refused = None;
            } else {
                match (self.read)(typed) {
                    Ok(value) => {
                        edited = Some(Some(value));
                        draft.refused = None;
                    }
                    Err(why) => draft.refused = Some(why),
                }
            }
        }
        // Kept while the keyboard is in it, even if the window itself is in the background for a while.
        if ui.memory(|memory| memory.has_focus(id)) || draft.refused.is_some() {
            ui.data_mut(|data| data.insert_temp(draft_id, draft));
        } else {
            ui.data_mut(|data| data.remove::<Draft>(draft_id));
        }
        edited
    }
}
