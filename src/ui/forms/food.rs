//! The food and drink card: meals in words, quick counters for the day, drinks one click each.

use eframe::egui::{Id, Key, RichText, TextEdit, Ui};

use super::Form;
use super::entries::time_field;
use crate::edit::{Command, EntryDraft};
use crate::model::entry::EntryKind;
use crate::model::text::Note;
use crate::model::time::ClockTime;
use crate::model::trackable::Key as TrackableKey;
use crate::model::value::Value;
use crate::ui::theme::{Palette, size};
use crate::ui::widgets::cell;

/// One-click drinks: words, key, amount.
const DRINKS: &[(&str, &str, f64)] =
    &[("Water 250 ml", "water_ml", 250.0), ("Coffee", "coffee_cups", 1.0), ("Alcohol, 1 unit", "alcohol_units", 1.0)];

#[derive(Clone, Default)]
struct MealDraft {
    at: Option<ClockTime>,
    words: String,
}

impl Form<'_> {
    pub(super) fn food_ui(&mut self, ui: &mut Ui) {
        caption(ui, "Meals");
        self.moment_lines_ui(ui, EntryKind::Meal);
        self.new_meal_ui(ui);
        caption(ui, "All of the day");
        self.main_entry_ui(ui, EntryKind::Meal, None);
        caption(ui, "Drinks");
        self.quick_drinks_ui(ui);
        self.main_entry_ui(ui, EntryKind::Drink, None);
        self.moments_ui(ui, EntryKind::Drink);
    }

    fn new_meal_ui(&mut self, ui: &mut Ui) {
        let draft_id = Id::unique(("meal draft", self.day.number()));
        let mut draft: MealDraft = ui.data(|data| data.get_temp(draft_id)).unwrap_or_default();
        ui.horizontal(|ui| {
            let shown = draft.at.map(|at| at.to_string()).unwrap_or_default();
            if let Some(at) = time_field(ui, "Time of the new meal", shown) {
                draft.at = at;
            }
            let width = (ui.available_width() - 54.0).max(80.0);
            let field = TextEdit::singleline(&mut draft.words).desired_width(width).hint_text("What you ate");
            let response = ui.add(field).accessible_name("New meal");
            let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let note = Note::new(&draft.words);
            let add = ui.add_enabled(note.is_ok(), eframe::egui::Button::new("Add")).accessible_name("Add the meal");
            if (entered || add.on_hover_text("Add the meal").clicked())
                && let Ok(text) = note
            {
                let mut meal = EntryDraft::new(EntryKind::Meal);
                meal.at = draft.at;
                meal.text = Some(text);
                self.outbox.edit(Command::Log { day: self.day, drafts: vec![meal] });
                draft = MealDraft::default();
            }
        });
        ui.data_mut(|data| data.insert_temp(draft_id, draft));
    }

    /// Buttons that add to the day's drinks.
    fn quick_drinks_ui(&mut self, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            for (words, key, amount) in DRINKS {
                let galley_width = 20.0 + 7.0 * words.chars().count() as f32;
                let wanted = eframe::egui::vec2(galley_width, 28.0);
                let name = format!("Add {words}");
                if cell::show(ui, &format!("+ {words}"), &name, false, wanted).on_hover_text(&name).clicked() {
                    self.add_drink(key, *amount);
                }
            }
        });
    }

    fn add_drink(&mut self, key: &str, amount: f64) {
        let Ok(key) = TrackableKey::new(key) else { return };
        let entry = self.page.and_then(|page| page.main_entry(EntryKind::Drink, None));
        let now = entry.and_then(|entry| entry.answers.get(key.as_str())).map_or(0.0, Value::as_number);
        let most = self.diary.catalogue().get(key.as_str()).map_or(now, |known| known.kind.range().1);
        let place = crate::edit::Place::Main { kind: EntryKind::Drink, region: None };
        let value = Value::number((now + amount).min(most));
        self.outbox.edit(Command::Answer { day: self.day, place, key, value });
    }
}

/// A small heading inside a card.
pub(super) fn caption(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).quiet));
}
