//! The foods of one meal that is in the diary: amounts, what they add up to, and what else can be done with the meal.

use eframe::egui::{Id, RichText, Ui};

use super::Form;
use crate::edit::Command;
use crate::foods::past_meals;
use crate::model::entry::{Entry, EntryId, EntryKind};
use crate::model::food_line::FoodLine;
use crate::model::pantry::{PantryItem, PantryItemId};
use crate::ui::command::DialogRequest;
use crate::ui::food_editor::dragging::Dragged;
use crate::ui::food_editor::food_lines::{self, LineEdit};
use crate::ui::food_editor::food_search::{self, Besides, Picked};
use crate::ui::food_editor::meal_totals::meal_totals_ui;
use crate::ui::theme::{size, space};
use crate::ui::widgets::caption_ui;

impl Form<'_> {
    /// The foods of a meal, a search for more, and what they add up to.
    pub(super) fn foods_ui(&mut self, ui: &mut Ui, entry: &Entry, id: Id, label: &str) {
        let history = self.food.history(self.diary, self.day);
        let pantry = self.diary.pantry();
        let dragged = Dragged { day: self.day, from: entry.id, line: None };
        let meal = food_lines::Meal { dragged, others: self.other_meals(entry.id) };
        let edited =
            food_lines::food_lines_ui(ui, self.drafts, &mut self.food.units, pantry, &entry.foods, Some(&meal));
        meal_totals_ui(ui, pantry, &entry.foods);
        let besides = Besides::default();
        let picked =
            food_search::food_search_ui(ui, (id, label), self.food.query(id), &history, pantry, &entry.foods, &besides);
        if let Some((place, edit)) = edited {
            self.edit_line(entry, place, &edit);
        }
        match picked {
            Some(Picked::Line(line)) => {
                let mut foods = entry.foods.clone();
                foods.push(line);
                self.amend(entry, foods);
            }
            Some(Picked::OwnFood(name)) => self.new_own_food(&name),
            Some(Picked::Answer(_) | Picked::Words(_)) | None => {}
        }
    }

    fn amend(&mut self, entry: &Entry, foods: Vec<FoodLine>) {
        let entry = Entry { foods, ..entry.clone() };
        self.commands.edit(Command::Amend { day: self.day, entry });
    }

    fn edit_line(&mut self, entry: &Entry, place: usize, edit: &LineEdit) {
        let Some(line) = entry.foods.get(place) else { return };
        match edit {
            LineEdit::Grams(_) | LineEdit::Remove => {
                if let Some(foods) = food_lines::after(&entry.foods, place, edit) {
                    self.amend(entry, foods);
                }
            }
            LineEdit::Favourite(true) => {
                self.commands.edit(Command::KeepInPantry { item: PantryItem::Favourite(line.food) });
            }
            LineEdit::Favourite(false) => {
                self.commands.edit(Command::TakeFromPantry { id: PantryItemId::Favourite(line.food) });
            }
            LineEdit::Change => self.commands.open(DialogRequest::ChangeFood(line.food, self.day)),
            LineEdit::Move(to) => {
                self.commands.edit(Command::MoveFood { day: self.day, from: entry.id, line: Some(place), to: *to });
            }
        }
    }

    /// The dialog of a new own food.
    pub(super) fn new_own_food(&mut self, name: &str) {
        self.commands.open(DialogRequest::NewOwnFood(name.to_owned()));
    }

    /// The other meals of the day, each with a name.
    fn other_meals(&self, but: EntryId) -> Vec<(EntryId, String)> {
        let meals = self.page.map(|page| page.of_kind(EntryKind::Meal)).unwrap_or_default();
        let others = meals.into_iter().filter(|entry| entry.id != but && !entry.is_of_the_whole_day());
        let named = others.map(|entry| {
            let title: String = past_meals::title(entry.text.as_ref(), &entry.foods).chars().take(40).collect();
            let at = entry.at.map(|at| format!("{at} ")).unwrap_or_default();
            (entry.id, format!("{at}{title}"))
        });
        named.collect()
    }

    /// Keeping a meal, making a recipe of it, joining it with another.
    pub(super) fn meal_actions_ui(&mut self, ui: &mut Ui, entry: &Entry) {
        if entry.foods.is_empty() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::ROW;
            if self.is_saved(entry) {
                caption_ui(ui, "Kept to log again");
            } else if ui.link("keep to log again").on_hover_text("One click will log this meal on any day").clicked() {
                self.save_meal(entry);
            }
            if ui.link("make a recipe of it").clicked() {
                self.commands.open(DialogRequest::RecipeOfMeal(self.day, entry.id));
            }
            let others = self.other_meals(entry.id);
            if !others.is_empty() {
                let menu = ui.menu_button(RichText::new("join with").size(size::CAPTION), |ui| {
                    for (id, title) in &others {
                        if ui.button(title).accessible_name(format!("Join with {title}")).clicked() {
                            let (day, to) = (self.day, Some(*id));
                            self.commands.edit(Command::MoveFood { day, from: entry.id, line: None, to });
                            ui.close();
                        }
                    }
                });
                menu.response.accessible_name("Join this meal with another");
            }
        });
    }
}
