//! A small field that is typed into. What does not fit is said beneath, not changed in silence. Empty means missing.

use eframe::egui::{self, Id, RichText, TextEdit, Ui};

use super::Edited;
use crate::ui::drafts::Drafts;
use crate::ui::theme::{Palette, size};

/// A typed field.
pub struct TypedField<'a> {
    /// Accessible name.
    pub label: &'a str,
    /// What is there now, as shown.
    pub shown: &'a str,
    /// Width in points.
    pub width: f32,
    /// What to write where nothing is typed.
    pub hint: &'a str,
}

/// What happened to a field that is typed into.
#[derive(Debug, Clone, Copy)]
pub struct Typed {
    /// The field.
    pub id: Id,
    /// Whether its text changed just now.
    pub changed: bool,
    /// Whether the keyboard left it just now.
    pub left: bool,
}

impl TypedField<'_> {
    /// Shows the field, and beneath it why what was typed does not fit.
    pub fn ui(self, ui: &mut Ui, drafts: &mut Drafts) -> Typed {
        let typed = self.quietly_ui(ui, drafts);
        refusal_ui(ui, drafts, typed.id);
        typed
    }

    /// Shows the field alone; [`refusal_ui`] says why what was typed does not fit.
    pub fn quietly_ui(self, ui: &mut Ui, drafts: &mut Drafts) -> Typed {
        let id = ui.make_persistent_id(("typed", self.label));
        let mut text = drafts.text(id, self.shown);
        let field = TextEdit::singleline(&mut text)
            .id(id)
            .desired_width(self.width)
            .hint_text(self.hint)
            .align(egui::Align2::RIGHT_CENTER);
        let response = ui.add(field).accessible_name(self.label);
        if response.lost_focus() {
            // Enter has done its work here; it does not also confirm what the field stands in.
            ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Enter));
        }
        let changed = drafts.put(ui, id, text, self.shown);
        Typed { id, changed, left: response.lost_focus() }
    }

    /// Shows a field of something that is not in the diary yet: its text is read on leaving it.
    pub fn edited<T>(
        self,
        ui: &mut Ui,
        drafts: &mut Drafts,
        read: &dyn Fn(&str) -> Result<T, String>,
    ) -> (Typed, Edited<T>) {
        let (label, shown) = (self.label, self.shown);
        let typed = self.quietly_ui(ui, drafts);
        let edited = typed.left.then(|| typed.read(drafts, (label, shown), read)).flatten();
        refusal_ui(ui, drafts, typed.id);
        (typed, edited)
    }
}

impl Typed {
    /// What stands in a field that was left, if it is something else than was `shown`.
    pub fn read<T>(
        self,
        drafts: &mut Drafts,
        (label, shown): (&str, &str),
        read: &dyn Fn(&str) -> Result<T, String>,
    ) -> Edited<T> {
        let text = drafts.text(self.id, shown);
        let text = text.trim();
        let edited = match text {
            same if same == shown => None,
            "" => Some(None),
            text => match read(text) {
                Ok(value) => Some(Some(value)),
                Err(why) => {
                    drafts.refuse(self.id, label, why);
                    return None;
                }
            },
        };
        drafts.forget(self.id);
        edited
    }
}

/// Says why what was typed does not fit, on a line of its own.
pub fn refusal_ui(ui: &mut Ui, drafts: &Drafts, id: Id) {
    if let Some(why) = drafts.refusal(id) {
        let color = Palette::of(ui).attention;
        ui.add(egui::Label::new(RichText::new(why).size(size::CAPTION).color(color)).wrap());
    }
}

/// Arrow up or down, pressed in the field.
pub fn arrow(ui: &Ui, id: Id) -> Option<bool> {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return None;
    }
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    if pressed(egui::Key::ArrowUp) { Some(true) } else { pressed(egui::Key::ArrowDown).then_some(false) }
}
