//! One food: every value, where it comes from, its tags with how they were found, measures and plants.

use eframe::egui::{self, Grid, RichText, ScrollArea, Ui};

use super::named_ui;
use crate::edit::Command;
use crate::evidence::leave_out::LeftOut;
use crate::foods::amount::amount;
use crate::foods::food::Food;
use crate::foods::nutrient::Nutrient;
use crate::foods::pantry::Pantry;
use crate::foods::portion::PortionBasis;
use crate::foods::table::FoodTable;
use crate::foods::tag_words::{TagLine, tag_lines};
use crate::model::food_line::FoodId;
use crate::model::pantry::{PantryItem, PantryItemId};
use crate::ui::command::{DialogRequest, UiCommands};
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::widgets::{card, choice, focus};
use crate::ui::widgets::{heading_ui, quiet_ui};
use crate::words::capital;
use crate::words::rounded;
use crate::workspace::Workspace;

/// Whether energy is shown: only to who asks for it, and only if nothing said in the profile speaks against it.
pub(super) fn shows_energy(workspace: &Workspace) -> bool {
    workspace.diary().shows_energy(workspace.today().year())
}

/// Shows the page; gives whether somebody wants to go back to the list.
pub(super) fn detail_ui(
    ui: &mut Ui,
    food: FoodId,
    portion: &mut usize,
    workspace: &Workspace,
    commands: &mut UiCommands,
) -> bool {
    let pantry = workspace.diary().pantry();
    let back = ui.link("‹ Foods").clicked();
    let Some(name) = pantry.name(food) else {
        quiet_ui(ui, "This food is not in the pantry any more. Days on which it was eaten keep its name and grams.");
        return back;
    };
    ui.add(egui::Label::new(RichText::new(name).font(strong_font(size::VIEW))).wrap());
    let area = ScrollArea::vertical().id_salt(("food", food.0)).auto_shrink(false);
    focus::scrolled(ui, area, |ui| {
        let table_food = FoodTable::get().food(food);
        quiet_ui(ui, &origin(pantry, food, table_food));
        buttons_ui(ui, food, workspace, commands);
        ui.add_space(space::TIGHT);
        card::plain_ui(ui, |ui| amounts_ui(ui, food, portion, workspace));
        ui.add_space(space::ROW);
        let tags = table_food.map(|food| &food.tags).or_else(|| pantry.own.get(&food).map(|own| &own.tags));
        if let Some(tags) = tags {
            card::plain_ui(ui, |ui| tags_ui(ui, &tag_lines(tags, food.is_own())));
            ui.add_space(space::ROW);
        }
        plants_ui(ui, pantry, food);
        if let Some(food) = table_food {
            portions_ui(ui, food);
            names_ui(ui, food);
        }
    });
    back
}

fn origin(pantry: &Pantry, food: FoodId, table_food: Option<&Food>) -> String {
    if let Some(food) = table_food {
        return format!("{}. Values: {}, number {}.", food.group, food.source.label(), food.id.0);
    }
    let copied = pantry.own.get(&food).and_then(|own| own.copied_from).and_then(|from| pantry.name(from));
    match copied {
        Some(from) => format!("Own food. Copied from {from} and yours to correct; past days keep what they logged."),
        None => format!("{}. Values: yours.", pantry.group(food)),
    }
}

fn buttons_ui(ui: &mut Ui, food: FoodId, workspace: &Workspace, commands: &mut UiCommands) {
    let diary = workspace.diary();
    let writable = workspace.read_only().is_none();
    ui.add_enabled_ui(writable, |ui| {
        ui.horizontal_wrapped(|ui| {
            if diary.pantry().favourites.contains(&food) {
                if ui.button("Take out of favourites").clicked() {
                    commands.edit(Command::TakeFromPantry { id: PantryItemId::Favourite(food) });
                }
            } else if ui.button("Add to favourites").clicked() {
                commands.edit(Command::KeepInPantry { item: PantryItem::Favourite(food) });
            }
            let hint = "Makes an own food with these values, which you can then change.";
            if diary.pantry().own.contains_key(&food) {
                if ui.button("Change this food…").clicked() {
                    commands.open(DialogRequest::ChangeFood(food, workspace.today()));
                }
            } else if FoodTable::get().food(food).is_some()
                && ui.button("Correct this food…").on_hover_text(hint).clicked()
            {
                commands.open(DialogRequest::ChangeFood(food, workspace.today()));
            }
            if ui.button("Leave it out for a while…").clicked() {
                commands.open(DialogRequest::LeaveOut(LeftOut::food(diary.pantry(), food)));
            }
        });
    });
}

fn amounts_ui(ui: &mut Ui, food: FoodId, portion: &mut usize, workspace: &Workspace) {
    let pantry = workspace.diary().pantry();
    heading_ui(ui, "What it holds");
    let measures = measures(pantry, food);
    if !measures.is_empty() {
        let choices: Vec<(usize, String)> = measures
            .iter()
            .enumerate()
            .map(|(at, (name, grams))| (at, format!("{name}, {} g", amount(*grams))))
            .collect();
        ui.horizontal(|ui| {
            ui.label("Beside 100 g:");
            if let Some(at) = choice::choice_ui(ui, "Beside 100 g", *portion, &choices) {
                *portion = at;
            }
        });
    }
    let chosen = measures.get(*portion);
    Grid::new("amounts").num_columns(3).striped(true).spacing([24.0, 4.0]).show(ui, |ui| {
        let caption = |ui: &mut Ui, words: &str| {
            ui.label(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).quiet));
        };
        caption(ui, "");
        caption(ui, "in 100 g");
        if let Some((name, _)) = chosen {
            caption(ui, name);
        }
        ui.end_row();
        for nutrient in Nutrient::ALL.into_iter().filter(|n| *n != Nutrient::Energy || shows_energy(workspace)) {
            ui.label(capital(nutrient.label()));
            let value = pantry.per_100g(food, nutrient);
            value_ui(ui, value, nutrient);
            if let Some((_, grams)) = chosen {
                value_ui(ui, value.map(|value| value * grams / 100.0), nutrient);
            }
            ui.end_row();
        }
    });
    quiet_ui(ui, "Unknown means that nobody measured it here. It is never counted as 0.");
}

fn value_ui(ui: &mut Ui, value: Option<f64>, nutrient: Nutrient) {
    match value {
        Some(value) => ui.label(format!("{} {}", amount(value), nutrient.unit())),
        None => ui.label(RichText::new("unknown").color(Palette::of(ui).quiet)),
    };
}

/// Household measures with their grams, the usual one first.
fn measures(pantry: &Pantry, food: FoodId) -> Vec<(String, f64)> {
    if let Some(recipe) = pantry.recipes.get(&food) {
        return recipe.serving_grams().map(|grams| ("1 portion".to_owned(), grams)).into_iter().collect();
    }
    if let Some(own) = pantry.own.get(&food) {
        return own.portion_grams.map(|grams| ("1 portion".to_owned(), grams)).into_iter().collect();
    }
    let Some(food) = FoodTable::get().food(food) else { return Vec::new() };
    let mut portions: Vec<_> = food.portions.iter().collect();
    portions.sort_by_key(|portion| !portion.is_default);
    portions.into_iter().map(|portion| (portion.measure.to_owned(), portion.grams)).collect()
}

fn tags_ui(ui: &mut Ui, lines: &[TagLine]) {
    heading_ui(ui, "Tags, and how each was found");
    for line in lines {
        named_ui(ui, line.name, 180.0, |ui| {
            let palette = Palette::of(ui);
            let ink = if line.value == "unknown" { palette.quiet } else { palette.text };
            ui.add(egui::Label::new(RichText::new(&line.value).color(ink)).wrap());
            let basis = RichText::new(line.basis).size(size::CAPTION).color(palette.quiet);
            ui.add(egui::Label::new(basis).wrap());
        });
    }
}

fn plants_ui(ui: &mut Ui, pantry: &Pantry, food: FoodId) {
    let table = FoodTable::get();
    let mut shares = Vec::new();
    pantry.each_part(food, 100.0, &mut |part| {
        shares.extend(part.plants().into_iter().map(|(plant, share)| (plant, share * part.grams)));
    });
    card::plain_ui(ui, |ui| {
        heading_ui(ui, "Plants that count");
        if shares.is_empty() {
            quiet_ui(ui, "None. Juice, oil, sugar and refined flour count no plant, as do foods from animals.");
        }
        for (plant, percent) in &shares {
            let Some(plant) = table.plant(*plant) else { continue };
            ui.label(format!(
                "{}: about {} % of the weight, counts {}",
                plant.key,
                amount(*percent),
                amount(plant.points)
            ));
        }
    });
    ui.add_space(space::ROW);
}

fn portions_ui(ui: &mut Ui, food: &Food) {
    card::plain_ui(ui, |ui| {
        heading_ui(ui, "Measures");
        for portion in &food.portions {
            let usual = if portion.is_default { ", offered first" } else { "" };
            let basis = match portion.basis {
                PortionBasis::Fndds | PortionBasis::Sr26 => "weighed, USDA",
                PortionBasis::Typical => "a usual size, set by hand",
                PortionBasis::Density => "from the density",
                PortionBasis::Guess => "a guess from the group",
            };
            ui.label(format!("{}: {} g{usual} ({basis})", portion.measure, amount(portion.grams)));
        }
        match food.density() {
            Some(density) => ui.label(format!("1 ml weighs {} g", rounded(density, -2))),
            None => ui.label("What a millilitre weighs is unknown."),
        };
    });
    ui.add_space(space::ROW);
}

fn names_ui(ui: &mut Ui, food: &Food) {
    if food.aliases.is_empty() {
        return;
    }
    card::plain_ui(ui, |ui| {
        heading_ui(ui, "Also found as");
        ui.add(egui::Label::new(food.aliases.join("; ")).wrap());
    });
}
