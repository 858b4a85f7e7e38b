//! Meals to log again with one click: saved ones, yesterday's, and those had often.

use eframe::egui::{self, RichText, Ui, Vec2};

use super::Form;
use crate::edit::{Command, EntryDraft};
use crate::foods::amount::amount;
use crate::foods::past_meals::PastMeal;
use crate::model::entry::{Entry, EntryKind};
use crate::model::food_line::{FoodId, FoodLine};
use crate::model::meal_template::{MealTemplate, TemplateId};
use crate::model::pantry::PantryItem;
use crate::model::text::{Name, Note};
use crate::ui::theme::{size, space};
use crate::ui::widgets::caption_ui;

/// Meals of yesterday, and meals had often, that stand open.
const OPEN: usize = 3;
/// Meals in the menu.
const IN_MENU: usize = 15;
/// Longest title on a button, in characters.
const LONGEST: usize = 34;

impl Form<'_> {
    /// One button a meal.
    pub(super) fn again_ui(&mut self, ui: &mut Ui) {
        let history = self.food.history(self.diary, self.day);
        let templates: Vec<&MealTemplate> = self.diary.pantry().templates.values().collect();
        let offered: Vec<&PastMeal> = history
            .meals
            .iter()
            .filter(|meal| !self.is_logged(&meal.foods))
            .filter(|meal| templates.iter().all(|template| !same_foods(&template.foods, &meal.foods)))
            .collect();
        if templates.is_empty() && offered.is_empty() {
            return;
        }
        caption_ui(ui, "Log again");
        let mut log = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(space::TIGHT);
            for template in &templates {
                let name = template.name.as_str();
                let foods: Vec<&str> = template.foods.iter().map(|line| line.name.as_str()).collect();
                if button_ui(ui, name, name, &foods.join(", ")) {
                    log = Some((Note::new(name).ok(), template.at, template.foods.clone()));
                }
            }
            let of_yesterday: Vec<_> =
                offered.iter().filter(|meal| meal.last == self.day.plus(-1)).take(OPEN).copied().collect();
            let often = offered.iter().filter(|meal| meal.times > 1 && !of_yesterday.contains(*meal)).take(OPEN);
            for meal in of_yesterday.iter().chain(often) {
                if meal_button_ui(ui, meal, self.day.plus(-1) == meal.last) {
                    log = Some((meal.text.clone(), meal.at, meal.foods.clone()));
                }
            }
            if !offered.is_empty() {
                let menu = ui.menu_button(RichText::new("more…").size(size::CAPTION), |ui| {
                    for meal in offered.iter().take(IN_MENU) {
                        if ui.button(format!("{}, {}", meal.title(), meal.last.short())).clicked() {
                            log = Some((meal.text.clone(), meal.at, meal.foods.clone()));
                            ui.close();
                        }
                    }
                });
                menu.response.accessible_name("More meals to log again");
            }
        });
        if let Some((text, at, foods)) = log {
            let meal = EntryDraft { at, text, foods, ..EntryDraft::new(EntryKind::Meal) };
            self.commands.edit(Command::Log { day: self.day, drafts: vec![meal] });
        }
    }

    fn is_logged(&self, foods: &[FoodLine]) -> bool {
        self.page.is_some_and(|page| page.entries.iter().any(|entry| same_foods(&entry.foods, foods)))
    }

    /// Keeps a meal under its name, to be logged again.
    pub(super) fn save_meal(&mut self, entry: &Entry) {
        let title = crate::foods::past_meals::title(entry.text.as_ref(), &entry.foods);
        let Ok(name) = Name::new(&title) else { return };
        let template = MealTemplate { id: TemplateId::NEW, name, at: entry.at, foods: entry.foods.clone() };
        self.commands.edit(Command::KeepInPantry { item: PantryItem::Template(template) });
    }

    /// Whether a meal of these foods is kept already.
    pub(super) fn is_saved(&self, entry: &Entry) -> bool {
        self.diary.pantry().templates.values().any(|template| template.foods == entry.foods)
    }
}

fn meal_button_ui(ui: &mut Ui, meal: &PastMeal, yesterday: bool) -> bool {
    let title = meal.title();
    let shown = if yesterday { format!("Yesterday: {title}") } else { title.clone() };
    let foods: Vec<String> = meal.foods.iter().map(|line| format!("{} {} g", line.name, amount(line.grams))).collect();
    button_ui(ui, &shown, &title, &foods.join(", "))
}

fn button_ui(ui: &mut Ui, shown: &str, title: &str, foods: &str) -> bool {
    let mut words: String = shown.chars().take(LONGEST).collect();
    if words.len() < shown.len() {
        words.push('…');
    }
    let response = ui.add(egui::Button::new(words)).on_hover_text(foods);
    response.accessible_name(format!("Log again: {title}")).clicked()
}

fn same_foods(a: &[FoodLine], b: &[FoodLine]) -> bool {
    let sorted = |lines: &[FoodLine]| {
        let mut foods: Vec<FoodId> = lines.iter().map(|line| line.food).collect();
        foods.sort_unstable();
        foods
    };
    a.len() == b.len() && sorted(a) == sorted(b)
}
