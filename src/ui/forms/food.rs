//! The food and drink card: meals to log again, meals of foods or in words, drinks one click each, and what it adds up to.

use eframe::egui::{Button, Id, Key, RichText, TextEdit, Ui};

use super::entries::time_field;
use super::food_search::{self, Picked};
use super::{Form, dragging, eater};
use crate::edit::{Command, EntryDraft, Place};
use crate::model::entry::{Entry, EntryId, EntryKind};
use crate::model::page::Page;
use crate::model::text::Note;
use crate::model::time::{ClockTime, Day};
use crate::ui::dialogs::{Dialog, RecipeDraft};
use crate::ui::theme::{Palette, size, space};

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
        self.again_ui(ui);
        caption(ui, "Meals");
        self.moment_lines_ui(ui, EntryKind::Meal);
        self.new_meal_ui(ui);
        self.quick_add_ui(ui);
        self.kitchen_links_ui(ui);
        caption(ui, "Drinks");
        self.quick_drinks_ui(ui);
        self.moment_lines_ui(ui, EntryKind::Drink);
        self.food_totals_ui(ui);
        caption(ui, "By hand, for all of the day");
        self.main_entry_ui(ui, EntryKind::Meal, None);
        self.main_entry_ui(ui, EntryKind::Drink, None);
        self.new_moment_ui(ui, EntryKind::Drink);
    }

    /// Own foods, recipes, and what is kept of both.
    fn kitchen_links_ui(&mut self, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::INSIDE;
            if ui.link("new own food").on_hover_text("From a packet's label").clicked() {
                self.new_own_food("");
            }
            if ui.link("new recipe").on_hover_text("A dish from its ingredients").clicked() {
                self.outbox.ask(Dialog::recipe(RecipeDraft::blank(self.diary, self.day)));
            }
            if !self.diary.pantry().is_empty()
                && ui.link("what I keep").on_hover_text("Own foods, recipes, kept meals, favourites").clicked()
            {
                self.outbox.ask(Dialog::Pantry);
            }
        });
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
        let eater = eater::of(ui, self.diary, self.day);
        match food_search::show(ui, (search_id(self.day), "Search foods"), &eater, self.diary.pantry(), &[]) {
            Some(Picked::Line(line)) => {
                let meal = EntryDraft { foods: vec![line], ..EntryDraft::new(EntryKind::Meal) };
                self.outbox.edit(Command::Log { day: self.day, drafts: vec![meal] });
                let id = self.page.map_or(EntryId(1), Page::next_id);
                ui.data_mut(|data| data.insert_temp(composed_id(self.day), id));
            }
            Some(Picked::OwnFood(name)) => self.new_own_food(&name),
            None => {}
        }
        if dragging::is_dragging(ui, self.day) {
            let (day, quiet) = (self.day, Palette::of(ui).quiet);
            dragging::target_ui(ui, self.outbox, day, None, |ui, _| {
                ui.label(RichText::new("Drop here for a new meal").color(quiet));
            });
        }
        self.words_only_ui(ui);
    }

    /// The meal being put together: its foods, what they add up to, time and name.
    fn composed_ui(&mut self, ui: &mut Ui, entry: &Entry) {
        caption(ui, "This meal");
        self.foods_ui(ui, entry, search_id(self.day), "Search foods");
        self.retime_ui(ui, entry);
        self.words_ui(ui, Place::Entry(entry.id), entry, "Name of the meal, if you like");
        self.meal_actions_ui(ui, entry);
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
}

/// A small heading inside a card.
pub(super) fn caption(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).quiet));
}
