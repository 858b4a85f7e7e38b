//! What the diary keeps of food beside its days: own foods, recipes, meals to log again, favourites. Each can be changed or
//! removed.

use eframe::egui::{Align, Label, Layout, RichText, Ui};

use crate::edit::Command;
use crate::model::pantry::{PantryItem, PantryItemId};
use crate::ui::command::{DialogRequest, UiCommands};
use crate::ui::context::ViewContext;
use crate::ui::modal;
use crate::ui::modal::Dialog;
use crate::ui::theme::{Palette, size};
use crate::workspace::Workspace;

/// The list.
pub(super) struct PantryPage;

impl Dialog for PantryPage {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let ViewContext { workspace, commands, .. } = ctx;
        modal::title_ui(ui, "What I keep");
        modal::middle_ui(ui, |ui| {
            let pantry = workspace.diary().pantry();
            heading_ui(ui, "Own foods", pantry.own.values().filter(|food| !food.hidden).count());
            for food in pantry.own.values().filter(|food| !food.hidden) {
                let change = row_ui(ui, food.name.as_str(), true, PantryItemId::OwnFood(food.id), commands);
                if change {
                    commands.open(DialogRequest::ChangeFood(food.id, workspace.today()));
                }
            }
            heading_ui(ui, "Recipes", pantry.recipes.values().filter(|recipe| !recipe.hidden).count());
            for recipe in pantry.recipes.values().filter(|recipe| !recipe.hidden) {
                let change = row_ui(ui, recipe.name.as_str(), true, PantryItemId::Recipe(recipe.id), commands);
                if change {
                    commands.open(DialogRequest::ChangeFood(recipe.id, workspace.today()));
                }
            }
            heading_ui(ui, "Meals to log again", pantry.templates.len());
            for template in pantry.templates.values() {
                row_ui(ui, template.name.as_str(), false, PantryItemId::Template(template.id), commands);
            }
            heading_ui(ui, "Favourites", pantry.favourites.len());
            for food in &pantry.favourites {
                let name = pantry.name(*food).unwrap_or("no longer known");
                row_ui(ui, name, false, PantryItemId::Favourite(*food), commands);
            }
            hidden_ui(ui, workspace, commands);
        });
        modal::close_button_ui(ui, commands);
    }

    fn has_fields(&self) -> bool {
        false
    }
}

/// Own foods and recipes that were removed but are part of past days can come back.
fn hidden_ui(ui: &mut Ui, workspace: &Workspace, commands: &mut UiCommands) {
    let pantry = workspace.diary().pantry();
    let hidden = pantry.items().filter(|item| match item {
        PantryItem::OwnFood(food) => food.hidden,
        PantryItem::Recipe(recipe) => recipe.hidden,
        _ => false,
    });
    let hidden: Vec<PantryItem> = hidden.collect();
    if hidden.is_empty() {
        return;
    }
    heading_ui(ui, "Removed, kept for past days", hidden.len());
    for mut item in hidden {
        let name = match &mut item {
            PantryItem::OwnFood(food) => {
                food.hidden = false;
                food.name.to_string()
            }
            PantryItem::Recipe(recipe) => {
                recipe.hidden = false;
                recipe.name.to_string()
            }
            _ => continue,
        };
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ui.link("bring back").on_hover_text(format!("Bring back {name}")).clicked() {
                    commands.edit(Command::KeepInPantry { item });
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| ui.add(Label::new(name).truncate()));
            });
        });
    }
}

fn heading_ui(ui: &mut Ui, words: &str, count: usize) {
    let words = if count == 0 { format!("{words}: none yet") } else { words.to_owned() };
    ui.label(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).quiet));
}

/// A name with the ways to change and remove it; gives whether it is to be changed.
fn row_ui(ui: &mut Ui, name: &str, can_change: bool, id: PantryItemId, commands: &mut UiCommands) -> bool {
    let mut change = false;
    ui.push_id(id_number(id), |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ui.link("remove").on_hover_text(format!("Remove {name}")).clicked() {
                    commands.edit(Command::TakeFromPantry { id });
                }
                change = can_change && ui.link("change").on_hover_text(format!("Change {name}")).clicked();
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| ui.add(Label::new(name).truncate()));
            });
        });
    });
    change
}

fn id_number(id: PantryItemId) -> (u8, u32) {
    match id {
        PantryItemId::OwnFood(food) => (0, food.0),
        PantryItemId::Recipe(food) => (1, food.0),
        PantryItemId::Template(template) => (2, template.0),
        PantryItemId::Favourite(food) => (3, food.0),
        PantryItemId::Drink(drink) => (4, drink as u32),
    }
}
