//! The values of an own food, each a field: what is typed is kept at once and can be undone; empty means unknown.

use eframe::egui::{Grid, RichText, Ui};

use super::{amount, capital, heading, quiet};
use crate::edit::Command;
use crate::foods::nutrient::Nutrient;
use crate::foods::own_food::OwnFood;
use crate::model::food_line::check_grams;
use crate::model::food_tags::Presence;
use crate::model::pantry::PantryItem;
use crate::model::text::Name;
use crate::ui::request::Outbox;
use crate::ui::theme::{Palette, size};
use crate::ui::widgets::typed_field::TypedField;
use crate::ui::widgets::{card, segmented};

/// Shows the fields.
pub(super) fn show(ui: &mut Ui, food: &OwnFood, shows_energy: bool, outbox: &mut Outbox) {
    let mut changed = None;
    card::plain(ui, |ui| {
        heading(ui, "What it holds in 100 g");
        quiet(ui, "Empty means unknown, not 0. Carbohydrate is meant with its fibre.");
        ui.horizontal(|ui| {
            ui.label("Name");
            let read = |text: &str| Name::new(text).map_err(|error| error.to_string());
            let shown = food.name.to_string();
            let field = TypedField { label: "Name of the own food", shown, width: 300.0, hint: "", read: &read };
            if let Some(Some(name)) = field.show(ui) {
                changed = Some(OwnFood { name, ..food.clone() });
            }
        });
        Grid::new("own amounts").num_columns(3).spacing([16.0, 4.0]).show(ui, |ui| {
            for nutrient in Nutrient::ALL.into_iter().filter(|n| *n != Nutrient::Energy || shows_energy) {
                ui.label(capital(nutrient.label()));
                changed = amount_ui(ui, food, nutrient).or(changed.take());
                ui.label(RichText::new(nutrient.unit()).size(size::CAPTION).color(Palette::of(ui).quiet));
                ui.end_row();
            }
            ui.label("One portion");
            changed = portion_ui(ui, food).or(changed.take());
            ui.label(RichText::new("g").size(size::CAPTION).color(Palette::of(ui).quiet));
            ui.end_row();
        });
        changed = presences_ui(ui, food).or(changed.take());
    });
    if let Some(food) = changed {
        outbox.edit(Command::KeepInPantry { item: PantryItem::OwnFood(food) });
    }
}

fn amount_ui(ui: &mut Ui, food: &OwnFood, nutrient: Nutrient) -> Option<OwnFood> {
    let with = |value: f64| {
        let mut after = food.clone();
        after.per_100g.insert(nutrient, value);
        after
    };
    let read = |text: &str| {
        let value = text.replace(',', ".").parse::<f64>().map_err(|_| "a number is needed here".to_owned())?;
        let fault = with(value).faults().into_iter().next();
        fault.map_or(Ok(value), |fault| Err(fault.to_string()))
    };
    let shown = food.per_100g.get(&nutrient).map(|value| amount(*value)).unwrap_or_default();
    let label = format!("{} in 100 g", nutrient.label());
    let field = TypedField { label: &label, shown, width: 80.0, hint: "unknown", read: &read };
    let edited = field.show(ui)?;
    Some(edited.map_or_else(
        || {
            let mut after = food.clone();
            after.per_100g.remove(&nutrient);
            after
        },
        with,
    ))
}

fn portion_ui(ui: &mut Ui, food: &OwnFood) -> Option<OwnFood> {
    let read = |text: &str| {
        let grams = text.replace(',', ".").parse::<f64>().map_err(|_| "a number is needed here".to_owned())?;
        check_grams(grams).map_err(|error| error.to_string())
    };
    let shown = food.portion_grams.map(amount).unwrap_or_default();
    let field = TypedField { label: "Grams of one portion", shown, width: 80.0, hint: "unknown", read: &read };
    let portion_grams = field.show(ui)?;
    Some(OwnFood { portion_grams, ..food.clone() })
}

fn presences_ui(ui: &mut Ui, food: &OwnFood) -> Option<OwnFood> {
    let mut after = food.clone();
    let tags = &mut after.tags;
    let answers = [(Presence::No, "no"), (Presence::Maybe, "maybe"), (Presence::Yes, "yes")];
    Grid::new("own tags").num_columns(2).spacing([16.0, 4.0]).show(ui, |ui| {
        let rows =
            [("Dairy", &mut tags.dairy), ("Gluten", &mut tags.gluten), ("Live cultures", &mut tags.live_cultures)];
        for (name, presence) in rows {
            ui.label(name);
            if let Some(answer) = segmented::show(ui, name, Some(*presence), &answers) {
                *presence = answer;
            }
            ui.end_row();
        }
        for (name, is) in [("Fermented", &mut tags.fermented), ("Spicy", &mut tags.spicy)] {
            ui.label(name);
            if let Some(answer) = segmented::show(ui, name, Some(*is), &[(false, "no"), (true, "yes")]) {
                *is = answer;
            }
            ui.end_row();
        }
        ui.label("Processing (NOVA)");
        let classes = [(None, "unknown"), (Some(1), "1"), (Some(2), "2"), (Some(3), "3"), (Some(4), "4")];
        if let Some(class) = segmented::show(ui, "Processing class", Some(tags.nova), &classes) {
            tags.nova = class;
        }
        ui.end_row();
    });
    (after != *food).then_some(after)
}
