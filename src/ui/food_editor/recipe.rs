//! A recipe: what goes in, what the finished dish weighs, how many it serves; scaled to any number of servings.

use eframe::egui::{Button, Id, RichText, TextEdit, Ui};

use super::food_lines;
use super::food_search::{self, Besides, Picked};
use super::meal_totals::meal_totals_ui;
use super::own_food_fields::number;
use super::state::FoodEditorState;
use crate::edit::{Command, EntryDraft};
use crate::foods::amount::amount;
use crate::foods::measures::Measures;
use crate::foods::past_meals;
use crate::model::entry::{Entry, EntryKind};
use crate::model::food_line::{FoodId, FoodLine};
use crate::model::pantry::{Pantry, PantryItem, PantryItemId};
use crate::model::recipe::Recipe;
use crate::model::text::Name;
use crate::model::time::Day;
use crate::ui::context::ViewContext;
use crate::ui::drafts::Drafts;
use crate::ui::modal::Dialog;
use crate::ui::modal::{self, Foot, cancel_ui};
use crate::ui::theme::{Palette, size, space};
use crate::words::marked;
use crate::workspace::Workspace;

/// A recipe being put together.
#[derive(Debug)]
pub(super) struct RecipeDraft {
    id: FoodId,
    name: String,
    ingredients: Vec<FoodLine>,
    cooked: String,
    servings: String,
    scale_to: String,
    exists: bool,
    /// An own food was asked for that is not there yet.
    lacks_own_food: bool,
    day: Day,
    /// Amounts that are being typed.
    amounts: Drafts,
}

impl Dialog for RecipeDraft {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let ViewContext { workspace, food, commands, .. } = ctx;
        modal::title_ui(ui, if self.exists { "Change a recipe" } else { "New recipe" });
        let built = self.build(workspace.diary().pantry());
        modal::middle_ui(ui, |ui| self.fields_ui(ui, workspace, food, built.as_ref().err()));
        if self.exists {
            modal::quiet_ui(
                ui,
                "A change also counts for past days on which it was eaten; their words stay. To cook it differently from now on, keep it as a new recipe.",
            );
            if modal::destroying_link_ui(ui, "Remove this recipe") {
                commands.edit(Command::TakeFromPantry { id: PantryItemId::Recipe(self.id) });
                commands.close_dialog();
            }
        }
        // What was typed in this very frame counts.
        let built = self.build(workspace.diary().pantry());
        let fine = built.is_ok();
        let (mut log, mut anew) = (false, false);
        let keep = Foot::new("Keep").enabled(fine).ui(ui, |ui| {
            log = ui.add_enabled(fine, Button::new("Keep and log one serving")).clicked();
            anew = self.exists && ui.add_enabled(fine, Button::new("Keep as a new recipe")).clicked();
            cancel_ui(ui, commands);
        });
        let Ok(mut recipe) = built else { return };
        if anew {
            recipe.id = FoodId::NEW_RECIPE;
        }
        if keep || log || anew {
            let mut steps = vec![Command::KeepInPantry { item: PantryItem::Recipe(recipe.clone()) }];
            if let Some(line) = recipe.line(1.0).ok().filter(|_| log) {
                let draft = EntryDraft { foods: vec![line], ..EntryDraft::new(EntryKind::Meal) };
                steps.push(Command::Log { day: self.day, drafts: vec![draft] });
            }
            commands.edit_all(&format!("keep and log {}", recipe.name), steps);
            commands.close_dialog();
        }
    }
}

impl RecipeDraft {
    /// A recipe with nothing in it. `day` is where a serving can be logged.
    pub fn blank(day: Day) -> Self {
        Self {
            id: FoodId::NEW_RECIPE,
            name: String::new(),
            ingredients: Vec::new(),
            cooked: String::new(),
            servings: "4".to_owned(),
            scale_to: String::new(),
            exists: false,
            lacks_own_food: false,
            day,
            amounts: Drafts::default(),
        }
    }

    /// A recipe that is kept, to be changed.
    pub fn of(recipe: &Recipe, day: Day) -> Self {
        Self {
            id: recipe.id,
            name: recipe.name.to_string(),
            ingredients: recipe.ingredients.clone(),
            cooked: recipe.cooked_grams.map(|grams| marked(&grams.to_string())).unwrap_or_default(),
            servings: marked(&recipe.servings.to_string()),
            scale_to: String::new(),
            exists: true,
            lacks_own_food: false,
            day,
            amounts: Drafts::default(),
        }
    }

    /// A recipe of the foods of a meal, which was one serving.
    pub fn of_meal(entry: &Entry, day: Day) -> Self {
        let name = past_meals::title(entry.text.as_ref(), &entry.foods);
        Self { name, ingredients: entry.foods.clone(), servings: "1".to_owned(), ..Self::blank(day) }
    }

    fn fields_ui(&mut self, ui: &mut Ui, workspace: &Workspace, food: &mut FoodEditorState, fault: Option<&Fault>) {
        let started = self.exists || !self.ingredients.is_empty() || !self.name.trim().is_empty();
        let wrong = |ui: &mut Ui, place: Place| {
            if let Some(fault) = fault.filter(|fault| fault.place == place && started) {
                ui.label(RichText::new(&fault.words).size(size::CAPTION).color(Palette::of(ui).attention));
            }
        };
        let pantry = workspace.diary().pantry();
        let name = TextEdit::singleline(&mut self.name).id_salt("recipe name").desired_width(f32::INFINITY);
        ui.add(name.hint_text("Name of the dish")).accessible_name("Name of the recipe");
        wrong(ui, Place::Name);
        ui.label("What goes in");
        if let Some((place, edit)) =
            food_lines::food_lines_ui(ui, &mut self.amounts, &mut food.units, pantry, &self.ingredients, None)
            && let Some(after) = food_lines::after(&self.ingredients, place, &edit)
        {
            self.ingredients = after;
        }
        let history = food.history(workspace.diary(), self.day);
        let id = Id::unique(("recipe search", self.id));
        match food_search::food_search_ui(
            ui,
            (id, "Search ingredients"),
            food.query(id),
            &history,
            pantry,
            &self.ingredients,
            &Besides::default(),
        ) {
            Some(Picked::Line(line)) => self.ingredients.push(line),
            Some(Picked::OwnFood(_)) => self.lacks_own_food = true,
            Some(Picked::Answer(_) | Picked::Words(_)) | None => {}
        }
        if self.lacks_own_food {
            modal::quiet_ui(
                ui,
                "Make the own food first, with “new own food” in the food card; then it is found here.",
            );
        }
        wrong(ui, Place::Ingredients);
        modal::labelled_ui(ui, "It serves", |ui| {
            ui.add(TextEdit::singleline(&mut self.servings).id_salt("servings").desired_width(56.0))
                .accessible_name("Servings");
        });
        wrong(ui, Place::Servings);
        modal::labelled_ui(ui, "The finished dish weighs, g", |ui| {
            let hint = amount(self.ingredients.iter().map(|line| line.grams).sum());
            ui.add(TextEdit::singleline(&mut self.cooked).id_salt("cooked").hint_text(hint).desired_width(72.0))
                .accessible_name("Weight of the finished dish");
        });
        wrong(ui, Place::Cooked);
        self.scale_ui(ui);
        self.serving_ui(ui, pantry);
    }

    /// All amounts for another number of servings.
    fn scale_ui(&mut self, ui: &mut Ui) {
        modal::labelled_ui(ui, "Scale all amounts to", |ui| {
            ui.add(TextEdit::singleline(&mut self.scale_to).id_salt("scale").desired_width(56.0))
                .accessible_name("Servings to scale to");
            ui.label("servings");
            let to = number(&self.scale_to).ok().flatten().filter(|to| (0.25..=200.0).contains(to));
            let now = number(&self.servings).ok().flatten().filter(|now| *now > 0.0);
            let ready = to.zip(now);
            if ui.add_enabled(ready.is_some(), Button::new("Scale")).clicked()
                && let Some((to, now)) = ready
            {
                self.ingredients.iter_mut().for_each(|line| line.grams *= to / now);
                if let Ok(Some(cooked)) = number(&self.cooked) {
                    self.cooked = marked(&(cooked * to / now).to_string());
                }
                self.servings = std::mem::take(&mut self.scale_to);
            }
        });
    }

    /// What one serving weighs and holds.
    fn serving_ui(&self, ui: &mut Ui, pantry: &Pantry) {
        let Ok(recipe) = self.build(pantry) else { return };
        let Ok(line) = recipe.line(1.0) else { return };
        let mut with = Pantry::clone(pantry);
        with.recipes.insert(recipe.id, recipe);
        let grams = Measures::of(&with, line.food).list.first().map_or(line.grams, |measure| measure.grams);
        ui.add_space(space::TIGHT);
        ui.label(format!("One serving, {} g:", amount(grams)));
        meal_totals_ui(ui, &with, &[line]);
    }

    /// The recipe as typed, or the first thing that is wrong, with its place.
    fn build(&self, pantry: &Pantry) -> Result<Recipe, Fault> {
        let at = |place: Place| move |words: String| Fault { place, words };
        let name = Name::new(&self.name).map_err(|error| error.to_string()).map_err(at(Place::Name))?;
        let servings = number(&self.servings).map_err(at(Place::Servings))?;
        let missing = || Fault { place: Place::Servings, words: "how many does it serve?".to_owned() };
        let servings = servings.ok_or_else(missing)?;
        let cooked_grams = number(&self.cooked).map_err(at(Place::Cooked))?;
        let recipe =
            Recipe { id: self.id, name, ingredients: self.ingredients.clone(), cooked_grams, servings, hidden: false };
        match recipe.check(pantry) {
            Ok(()) => Ok(recipe),
            Err(error) => Err(Fault { place: place_of(&error), words: error.to_string() }),
        }
    }
}

/// Where a fault belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Name,
    Ingredients,
    Servings,
    Cooked,
}

/// What is wrong, and where.
struct Fault {
    place: Place,
    words: String,
}

fn place_of(error: &crate::foods::recipe::RecipeError) -> Place {
    use crate::foods::recipe::RecipeError;
    match error {
        RecipeError::Yield(_) => Place::Cooked,
        RecipeError::Servings(_) => Place::Servings,
        RecipeError::Name(_) => Place::Name,
        _ => Place::Ingredients,
    }
}
