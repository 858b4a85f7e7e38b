//! The food and drink card: meals to log again, meals of foods or in words, drinks one click each, and what it adds up to.

use eframe::egui::{Id, RichText, Ui};

use super::Form;
use super::entries::{read_time, time_field};
use crate::edit::{Command, EntryDraft, quick_add};
use crate::model::day_record::DayRecord;
use crate::model::entry::{Entry, EntryId, EntryKind};
use crate::model::text::Note;
use crate::model::time::Day;
use crate::ui::command::DialogRequest;
use crate::ui::food_editor::dragging;
use crate::ui::food_editor::food_search::{self, Besides, Picked};
use crate::ui::theme::{Palette, space};
use crate::ui::widgets::caption_ui;
use crate::ui::widgets::note_field::not_kept_ui;

/// The field of a meal in words.
const NEW_MEAL: &str = "New meal";

/// The search field of new meals, the same before and after the first food.
fn search_id(day: Day) -> Id {
    Id::unique(("food search", day.number()))
}

impl Form<'_> {
    pub(super) fn food_ui(&mut self, ui: &mut Ui) {
        self.again_ui(ui);
        self.moment_lines_ui(ui, EntryKind::Meal);
        self.new_meal_ui(ui);
        if self.is_whole {
            self.quick_add_ui(ui);
            self.kitchen_links_ui(ui);
        }
        self.quick_drinks_ui(ui);
        self.moment_lines_ui(ui, EntryKind::Drink);
        let foods = |page: &DayRecord| page.entries.iter().any(|entry| !entry.foods.is_empty());
        if self.is_whole || self.diary.day_records_between(self.day.plus(-6), self.day).any(|page| foods(page)) {
            self.food_totals_ui(ui);
        }
        if self.shows_rows_of(EntryKind::Meal) || self.shows_rows_of(EntryKind::Drink) {
            caption_ui(ui, "By hand, for all of the day");
            self.main_entry_ui(ui, EntryKind::Meal, None);
            self.main_entry_ui(ui, EntryKind::Drink, None);
        }
        if self.is_whole {
            self.new_moment_ui(ui, EntryKind::Drink);
        }
    }

    /// Own foods, recipes, and what is kept of both.
    fn kitchen_links_ui(&mut self, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::INSIDE;
            if ui.link("new own food").on_hover_text("From a packet's label").clicked() {
                self.new_own_food("");
            }
            if ui.link("new recipe").on_hover_text("A dish from its ingredients").clicked() {
                self.commands.open(DialogRequest::NewRecipe(self.day));
            }
            if !self.diary.pantry().is_empty()
                && ui.link("what I keep").on_hover_text("Own foods, recipes, kept meals, favourites").clicked()
            {
                self.commands.open(DialogRequest::Pantry);
            }
        });
    }

    /// The meal that is being put together. Its first food makes it an entry, so that nothing typed can be lost.
    pub(super) fn composed(&self) -> Option<EntryId> {
        self.state.composed.get(&self.day).copied().flatten()
    }

    fn new_meal_ui(&mut self, ui: &mut Ui) {
        if let Some(entry) = self.composed().and_then(|id| self.page?.entry(id)) {
            self.composed_ui(ui, entry);
            return;
        }
        let (id, pantry) = (search_id(self.day), self.diary.pantry());
        let history = self.food.history(self.diary, self.day);
        let query = self.food.query(id);
        let answer = quick_add(self.diary, self.day, &query.text).ok();
        let answer = answer.map(|command| command.label(self.diary, self.day));
        let besides = Besides { answer, words: true };
        match food_search::food_search_ui(ui, (id, "Search foods"), query, &history, pantry, &[], &besides) {
            Some(Picked::Answer(line)) => {
                if let Ok(command) = quick_add(self.diary, self.day, &line) {
                    self.commands.edit(command);
                }
            }
            Some(Picked::Words(line)) => {
                if let Ok(text) = Note::new(&line) {
                    let meal = EntryDraft { text: Some(text), ..EntryDraft::new(EntryKind::Meal) };
                    self.commands.edit(Command::Log { day: self.day, drafts: vec![meal] });
                }
            }
            Some(Picked::Line(line)) => {
                let meal = EntryDraft { foods: vec![line], ..EntryDraft::new(EntryKind::Meal) };
                self.commands.edit(Command::Log { day: self.day, drafts: vec![meal] });
                self.state.composed.insert(self.day, None);
            }
            Some(Picked::OwnFood(name)) => self.new_own_food(&name),
            None => {}
        }
        if dragging::is_dragging(ui, self.day) {
            let (day, quiet) = (self.day, Palette::of(ui).quiet);
            dragging::target_ui(ui, self.commands, day, None, |ui, _| {
                ui.label(RichText::new("Drop here for a new meal").color(quiet));
            });
        }
        if self.is_whole {
            self.words_only_ui(ui);
        }
    }

    /// The meal being put together: its foods, what they add up to, time and name.
    fn composed_ui(&mut self, ui: &mut Ui, entry: &Entry) {
        caption_ui(ui, "This meal");
        self.foods_ui(ui, entry, search_id(self.day), "Search foods");
        self.retime_ui(ui, entry);
        self.words_ui(ui, entry, "Name of the meal, if you like");
        self.meal_actions_ui(ui, entry);
        if ui.button("Done with this meal").clicked() {
            self.state.composed.remove(&self.day);
        }
    }

    /// A meal in words alone, with a time if it has one.
    fn words_only_ui(&mut self, ui: &mut Ui) {
        let (id, day) = (Id::unique(("new meal", self.day.number())), self.day);
        let time = ui.horizontal(|ui| {
            let time = time_field("Time of the new meal", "").quietly_ui(ui, self.drafts).id;
            self.drafts.keep_until_added(time, self.field(NEW_MEAL, None));
            let at = self.drafts.text(time, "");
            let add = move |text| {
                let meal = EntryDraft { at: read_time(&at)?, text: Some(text), ..EntryDraft::new(EntryKind::Meal) };
                Ok(Command::Log { day, drafts: vec![meal] })
            };
            self.adding_ui(ui, (id, NEW_MEAL, "Or the meal in words"), add);
            time
        });
        let is_typing = ui.memory(|memory| memory.has_focus(time.inner));
        if let Err(why) = read_time(&self.drafts.text(time.inner, ""))
            && !is_typing
        {
            not_kept_ui(ui, &why);
        } else {
            self.not_added_ui(ui, id);
        }
    }
}
