//! The foods of one meal that is in the diary: amounts, what they add up to, and what else can be done with the meal.

use eframe::egui::{Id, RichText, Ui};

use super::dragging::Dragged;
use super::food_lines::{self, LineEdit};
use super::food_search::{self, Picked};
use super::{Form, eater};
use crate::edit::Command;
use crate::foods::figures::{Figure, portions};
use crate::foods::nutrient::Nutrient;
use crate::foods::past_meals;
use crate::foods::tags::Presence;
use crate::foods::totals::Totals;
use crate::model::entry::{Entry, EntryId, EntryKind};
use crate::model::food_line::{FoodId, FoodLine};
use crate::model::pantry::{Pantry, PantryItem, PantryItemId};
use crate::ui::dialogs::{Dialog, OwnFoodDraft, RecipeDraft};
use crate::ui::theme::{Palette, size, space};

impl Form<'_> {
    /// The foods of a meal, a search for more, and what they add up to.
    pub(super) fn foods_ui(&mut self, ui: &mut Ui, entry: &Entry, id: Id, label: &str) {
        let eater = eater::of(ui, self.diary, self.day);
        let pantry = self.diary.pantry();
        let dragged = Dragged { day: self.day, from: entry.id, line: None };
        let meal = food_lines::Meal { dragged, others: self.other_meals(entry.id) };
        let edited = food_lines::show(ui, self.drafts, pantry, &entry.foods, Some(&meal));
        totals_ui(ui, pantry, &entry.foods);
        let picked = food_search::show(ui, (id, label), &eater, pantry, &entry.foods);
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
            None => {}
        }
    }

    fn amend(&mut self, entry: &Entry, foods: Vec<FoodLine>) {
        let entry = Entry { foods, ..entry.clone() };
        self.outbox.edit(Command::Amend { day: self.day, entry });
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
                self.outbox.edit(Command::KeepInPantry { item: PantryItem::Favourite(line.food) });
            }
            LineEdit::Favourite(false) => {
                self.outbox.edit(Command::TakeFromPantry { id: PantryItemId::Favourite(line.food) });
            }
            LineEdit::Change => self.change_food(line.food),
            LineEdit::Move(to) => {
                self.outbox.edit(Command::MoveFood { day: self.day, from: entry.id, line: Some(place), to: *to });
            }
        }
    }

    /// The dialog of a new own food.
    pub(super) fn new_own_food(&mut self, name: &str) {
        if let Some(draft) = OwnFoodDraft::named(self.diary, name) {
            self.outbox.ask(Dialog::own_food(draft));
        }
    }

    fn change_food(&mut self, food: FoodId) {
        let pantry = self.diary.pantry();
        if let Some(recipe) = pantry.recipes.get(&food) {
            self.outbox.ask(Dialog::recipe(RecipeDraft::of(recipe, self.day)));
        } else if let Some(own) = pantry.own.get(&food) {
            self.outbox.ask(Dialog::own_food(OwnFoodDraft::of(own)));
        } else if let Some(draft) = OwnFoodDraft::copy(food) {
            self.outbox.ask(Dialog::own_food(draft));
        }
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
                super::food::caption(ui, "Kept to log again");
            } else if ui.link("keep to log again").on_hover_text("One click will log this meal on any day").clicked() {
                self.save_meal(entry);
            }
            if ui.link("make a recipe of it").clicked() {
                self.outbox.ask(Dialog::recipe(RecipeDraft::of_meal(entry, self.day)));
            }
            let others = self.other_meals(entry.id);
            if !others.is_empty() {
                let menu = ui.menu_button(RichText::new("join with").size(size::CAPTION), |ui| {
                    for (id, title) in &others {
                        if ui.button(title).accessible_name(format!("Join with {title}")).clicked() {
                            let (day, to) = (self.day, Some(*id));
                            self.outbox.edit(Command::MoveFood { day, from: entry.id, line: None, to });
                            ui.close();
                        }
                    }
                });
                menu.response.accessible_name("Join this meal with another");
            }
        });
    }
}

/// What foods add up to, in a few lines. Sums with an unknown part say so.
pub fn totals_ui(ui: &mut Ui, pantry: &Pantry, lines: &[FoodLine]) {
    if lines.is_empty() {
        return;
    }
    let totals = Totals::of(pantry, lines);
    let fibre = totals.sum(Nutrient::Fibre).words("g");
    let sugars = totals.sum(Nutrient::Sugars).words("g");
    let mut parts =
        vec![format!("Fibre {fibre}"), format!("sugars {sugars}"), format!("plants {}", totals.plants().len())];
    for (count, kind, name) in [(totals.live_cultures, "live", "live ferments"), (totals.sugary, "sugary", "sugary")] {
        if count.presence() != Presence::No {
            parts.push(format!("{name}: {}", portions(count, kind)));
        }
    }
    if totals.prebiotic > 0 {
        parts.push(format!("rich in prebiotics {}", totals.prebiotic));
    }
    if totals.waters > 0 {
        parts.push(format!("water {}", Figure::WaterDrunk.words(&totals)));
    }
    if totals.nova_known > 0 {
        parts.push(format!("ultra-processed {} of {}", totals.ultra_processed, totals.nova_known));
    }
    for (count, name) in [(totals.dairy, "dairy"), (totals.gluten, "gluten")] {
        match (count.yes, count.maybe) {
            (0, 0) => {}
            (0, _) => parts.push(format!("perhaps {name}")),
            _ => parts.push(name.to_owned()),
        }
    }
    ui.add(
        eframe::egui::Label::new(RichText::new(parts.join(" · ")).size(size::CAPTION).color(Palette::of(ui).quiet))
            .wrap(),
    );
}
