//! The food and drink card: meals of foods or in words, quick counters for the day, drinks one click each.

use eframe::egui::{Button, Color32, Id, Key, RichText, TextEdit, Ui, vec2};

use super::entries::time_field;
use super::{Form, meal};
use crate::edit::{Command, EntryDraft, Place};
use crate::model::entry::{Entry, EntryId, EntryKind};
use crate::model::page::Page;
use crate::model::text::Note;
use crate::model::time::{ClockTime, Day};
use crate::model::trackable::Key as TrackableKey;
use crate::model::value::Value;
use crate::ui::theme::{Palette, font, size, space};
use crate::ui::widgets::cell;

/// One-click drinks: words, key, amount.
const DRINKS: &[(&str, &str, f64)] =
    &[("Water 250 ml", "water_ml", 250.0), ("Coffee", "coffee_cups", 1.0), ("Alcohol, 1 unit", "alcohol_units", 1.0)];

/// A meal in words that is not in the diary yet.
#[derive(Clone, Default)]
struct MealDraft {
    at: Option<ClockTime>,
    words: String,
}

/// Where the number of the meal that is being put together is kept.
fn composed_id(day: Day) -> Id {
    Id::unique(("composed meal", day.number()))
}

/// The search field of new meals, the same before and after the first food.
fn search_id(day: Day) -> Id {
    Id::unique(("food search", day.number()))
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

    /// The meal that is being put together. Its first food makes it an entry, so that nothing typed can be lost.
    pub(super) fn composed(&self, ui: &Ui) -> Option<EntryId> {
        ui.data(|data| data.get_temp(composed_id(self.day)))
    }

    fn new_meal_ui(&mut self, ui: &mut Ui) {
        if let Some(entry) = self.composed(ui).and_then(|id| self.page?.entry(id)) {
            self.composed_ui(ui, entry);
            return;
        }
        let habits = meal::habits(ui, self.diary, self.day);
        if let Some(line) = meal::search_ui(ui, search_id(self.day), "Search foods", &habits) {
            let mut meal = EntryDraft::new(EntryKind::Meal);
            meal.foods.push(line);
            self.outbox.edit(Command::Log { day: self.day, drafts: vec![meal] });
            let id = self.page.map_or(EntryId(1), Page::next_id);
            ui.data_mut(|data| data.insert_temp(composed_id(self.day), id));
        }
        self.words_only_ui(ui);
    }

    /// The meal being put together: its foods, what they add up to, time and name.
    fn composed_ui(&mut self, ui: &mut Ui, entry: &Entry) {
        caption(ui, "This meal");
        self.foods_ui(ui, entry, search_id(self.day), "Search foods");
        self.retime_ui(ui, entry);
        self.words_ui(ui, Place::Entry(entry.id), entry, "Name of the meal, if you like");
        if ui.button("Done with this meal").clicked() {
            ui.data_mut(|data| data.remove::<EntryId>(composed_id(self.day)));
        }
    }

    /// A meal in words alone.
    fn words_only_ui(&mut self, ui: &mut Ui) {
        let draft_id = Id::unique(("meal draft", self.day.number()));
        let mut draft: MealDraft = ui.data(|data| data.get_temp(draft_id)).unwrap_or_default();
        ui.horizontal(|ui| {
            let shown = draft.at.map(|at| at.to_string()).unwrap_or_default();
            if let Some(at) = time_field(ui, "Time of the new meal", shown) {
                draft.at = at;
            }
            let width = (ui.available_width() - 54.0).max(80.0);
            let field = TextEdit::singleline(&mut draft.words).desired_width(width).hint_text("Or the meal in words");
            let response = ui.add(field).accessible_name("New meal");
            let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let note = Note::new(&draft.words);
            let add = ui.add_enabled(note.is_ok(), Button::new("Add")).accessible_name("Add the meal");
            if (entered || add.on_hover_text("Add the meal").clicked())
                && let Ok(text) = note
            {
                let mut meal = EntryDraft::new(EntryKind::Meal);
                (meal.at, meal.text) = (draft.at, Some(text));
                self.outbox.edit(Command::Log { day: self.day, drafts: vec![meal] });
                draft = MealDraft::default();
            }
        });
        ui.data_mut(|data| data.insert_temp(draft_id, draft));
    }

    /// The foods of a meal that is in the diary, to be changed.
    pub(super) fn foods_ui(&mut self, ui: &mut Ui, entry: &Entry, id: Id, label: &str) {
        let habits = meal::habits(ui, self.diary, self.day);
        let mut foods = meal::lines_ui(ui, &entry.foods);
        if let Some(line) = meal::search_ui(ui, id, label, &habits) {
            foods.get_or_insert_with(|| entry.foods.clone()).push(line);
        }
        meal::totals_ui(ui, &entry.foods);
        if let Some(foods) = foods {
            let entry = Entry { foods, ..entry.clone() };
            self.outbox.edit(Command::Amend { day: self.day, entry });
        }
    }

    /// Buttons that add to the day's drinks.
    fn quick_drinks_ui(&mut self, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            for (words, key, amount) in DRINKS {
                let shown = format!("+ {words}");
                let galley = ui.painter().layout_no_wrap(shown.clone(), font(size::BODY), Color32::PLACEHOLDER);
                let wanted = vec2(galley.size().x + 20.0, space::CELL);
                let name = format!("Add {words}");
                if cell::show(ui, &shown, &name, false, wanted).on_hover_text(&name).clicked() {
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
        let place = Place::Main { kind: EntryKind::Drink, region: None };
        let value = Value::number((now + amount).min(most));
        self.outbox.edit(Command::Answer { day: self.day, place, key, value });
    }
}

/// A small heading inside a card.
pub(super) fn caption(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).quiet));
}
