//! The name of a course, and under it the medicines that begin like what is typed. Any other name is as good: nothing that was
//! typed is changed unless an offer is taken.

use eframe::egui::{self, Key, Modifiers, Response, RichText, TextEdit, Ui};

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
    /// Whether medicines are offered: from a key that is typed until an offer is taken.
    offers: bool,
    /// The offer that the arrows are on.
    at: Option<usize>,
}

impl NameField {
    /// A name that is there already.
    pub(super) fn new(text: String) -> Self {
        Self { text, ..Self::default() }
    }

    /// Shows the field and its offers.
    pub(super) fn ui(&mut self, ui: &mut Ui) {
        let mut field = None;
        modal::labelled_ui(ui, "Name", |ui| {
            let edit = TextEdit::singleline(&mut self.text).hint_text("For example: doxycycline");
            field = Some(ui.add(edit.desired_width(f32::INFINITY)).accessible_name("Course Name"));
        });
        let Some(field) = field else { return };
        if field.changed() {
            (self.offers, self.at) = (true, None);
        }
        let offers = if self.offers { self.offered() } else { Vec::new() };
        let entered = self.keys(ui, &field, offers.len());
        let mut taken = entered.then(|| offers.get(self.at?)).flatten();
        for (index, medicine) in offers.iter().enumerate() {
            if offer_ui(ui, medicine, self.at == Some(index)).clicked() {
                taken = Some(medicine);
            }
        }
        if let Some(medicine) = taken {
            *self = Self::new(medicine.name.clone());
            field.request_focus();
        }
    }

    /// Medicines that begin like what was typed, unless it names one of them outright.
    fn offered(&self) -> Vec<&'static Medicine> {
        let offers = medicines::offers(&self.text, MOST_OFFERS);
        let is_named = offers.iter().any(|medicine| medicine.name.eq_ignore_ascii_case(self.text.trim()));
        if is_named && offers.len() == 1 { Vec::new() } else { offers }
    }

    /// Moves through the offers; gives whether Enter took the one the arrows are on. Without one, Enter confirms the dialog.
    fn keys(&mut self, ui: &Ui, field: &Response, offers: usize) -> bool {
        let Some(last) = offers.checked_sub(1) else { return false };
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
