//! The name of a course, and under it the medicines that begin like what is typed. Any other name is as good: nothing that was
//! typed is changed unless an offer is taken.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{self, Id, Key, Modifiers, Response, RichText, TextEdit, Ui};

use crate::medicines::{self, Medicine};
use crate::ui::modal;
use crate::ui::theme::{Palette, size};

/// The most medicines offered at once.
const MOST_OFFERS: usize = 6;

/// The name as it is being typed.
#[derive(Debug, Clone, Default)]
pub(super) struct NameField {
    /// What was typed.
    pub text: String,
    /// Medicines that are offered: from a key that is typed until an offer is taken.
    offers: Vec<&'static Medicine>,
    /// The offer that the arrows are on.
    at: Option<usize>,
}

impl NameField {
    /// A name that is there already.
    pub(super) fn new(text: String) -> Self {
        Self { text, ..Self::default() }
    }

    /// Shows the field and its offers; gives whether the name is another one now.
    pub(super) fn ui(&mut self, ui: &mut Ui) -> bool {
        let edit = TextEdit::singleline(&mut self.text).hint_text("For example: doxycycline");
        let field = modal::labelled_ui(ui, "Name", |ui| {
            ui.add(edit.desired_width(f32::INFINITY)).accessible_name("Course Name")
        });
        if field.changed() {
            (self.offers, self.at) = (self.offered(), None);
        }
        let entered = self.keys(ui, &field);
        let mut taken = entered.then(|| self.offers.get(self.at?)).flatten().copied();
        for (index, medicine) in self.offers.iter().enumerate() {
            if offer_ui(ui, medicine, self.at == Some(index)).clicked() {
                taken = Some(medicine);
            }
        }
        if let Some(medicine) = taken {
            *self = Self::new(medicine.name.clone());
            field.request_focus();
            self.to_end(ui, field.id);
        }
        field.changed() || taken.is_some()
    }

    /// Whether medicines are offered now.
    pub(super) fn offers_any(&self) -> bool {
        !self.offers.is_empty()
    }

    /// Puts the cursor behind the name, so that one can type on.
    fn to_end(&self, ui: &Ui, field: Id) {
        let mut state = TextEditState::load(ui.ctx(), field).unwrap_or_default();
        let end = CCursor::new(self.text.chars().count());
        state.cursor.set_char_range(Some(CCursorRange::one(end)));
        state.store(ui.ctx(), field);
    }

    /// Medicines that begin like what was typed, unless it names one of them outright.
    fn offered(&self) -> Vec<&'static Medicine> {
        let offers = medicines::offers(&self.text, MOST_OFFERS);
        let is_named = offers.iter().any(|medicine| medicine.name.eq_ignore_ascii_case(self.text.trim()));
        if is_named && offers.len() == 1 { Vec::new() } else { offers }
    }

    /// Moves through the offers; gives whether Enter took the one the arrows are on. Without one, Enter confirms the dialog.
    fn keys(&mut self, ui: &Ui, field: &Response) -> bool {
        let Some(last) = self.offers.len().checked_sub(1) else { return false };
        if field.has_focus() {
            let pressed = |key| ui.input(|input| input.key_pressed(key));
            if pressed(Key::ArrowDown) {
                self.at = Some(self.at.map_or(0, |at| (at + 1).min(last)));
            }
            if pressed(Key::ArrowUp) {
                self.at = self.at.and_then(|at| at.checked_sub(1));
            }
        }
        field.lost_focus() && self.at.is_some() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
    }
}

fn offer_ui(ui: &mut Ui, medicine: &Medicine, at: bool) -> Response {
    let class = medicines::class(&medicine.class).map_or("", |class| class.label.as_str());
    let quiet = RichText::new(class).size(size::CAPTION).color(Palette::of(ui).quiet);
    let button = egui::Button::selectable(at, medicine.name.as_str())
        .right_text(quiet)
        .truncate()
        .min_size(egui::vec2(ui.available_width(), 24.0));
    let response = ui.add(button).accessible_name(format!("Medicine: {}", medicine.name));
    if at {
        response.scroll_to_me(None);
    }
    response
}
