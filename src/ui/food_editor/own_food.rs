//! An own food: from a packet's label, per 100 g or per portion, or a food of the table with changes.

use std::collections::BTreeMap;

use eframe::egui::{RichText, TextEdit, Ui};

use super::own_food_fields::{self as fields, MORE, ON_LABELS, Per};
use crate::edit::Command;
use crate::foods::nutrient::Nutrient;
use crate::foods::table::FoodTable;
use crate::foods::tags::Presence;
use crate::model::diary::Diary;
use crate::model::food_line::FoodId;
use crate::model::own_food::OwnFood;
use crate::model::pantry::{PantryItem, PantryItemId};
use crate::model::settings::Reference;
use crate::model::text::Name;
use crate::ui::context::ViewContext;
use crate::ui::modal;
use crate::ui::modal::Dialog;
use crate::ui::theme::{Palette, size};
use crate::ui::widgets::segmented;
use crate::words::marked;
use crate::workspace::Workspace;

/// An own food being typed.
#[derive(Debug, Clone)]
pub struct OwnFoodDraft {
    food: OwnFood,
    name: String,
    per: Per,
    portion: String,
    density: String,
    without_fibre: bool,
    amounts: BTreeMap<Nutrient, String>,
    plants: String,
    more: bool,
    /// Whether the food is kept already.
    exists: bool,
}

impl Dialog for OwnFoodDraft {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let ViewContext { workspace, commands, .. } = ctx;
        modal::title_ui(ui, if self.exists { "Change an own food" } else { "New own food" });
        let built = self.build();
        let started = self.exists || !self.name.trim().is_empty() || self.amounts.values().any(|text| !text.is_empty());
        modal::middle_ui(ui, |ui| self.fields_ui(ui, workspace, &built, started));
        // What was typed in this very frame counts.
        let mut built = self.build();
        let fine = built.is_fine();
        if self.exists {
            modal::quiet_ui(ui, "A change also counts for past days on which it was eaten; their words stay.");
            if modal::destroying_link_ui(ui, "Remove this food") {
                commands.edit(Command::TakeFromPantry { id: PantryItemId::OwnFood(self.food.id) });
                commands.close_dialog();
            }
        }
        if modal::foot_ui(ui, "Keep", fine, commands)
            && let Some(food) = built.food.take()
        {
            commands.edit(Command::KeepInPantry { item: PantryItem::OwnFood(food) });
            commands.close_dialog();
        }
    }
}

impl OwnFoodDraft {
    /// A new food. Where labels print carbohydrate without its fibre, that is ticked.
    pub fn named(diary: &Diary, name: &str) -> Option<Self> {
        let stand_in = Name::new("Own food").ok()?;
        let mut draft = Self::with(OwnFood::blank(FoodId::NEW_OWN, stand_in));
        name.clone_into(&mut draft.name);
        draft.without_fibre = diary.settings().reference == Reference::Efsa;
        draft.exists = false;
        Some(draft)
    }

    /// A food that is kept, to be changed.
    pub fn of(food: &OwnFood) -> Self {
        Self::with(food.clone())
    }

    /// A copy of a food of the table, to be changed.
    pub fn copy(food: FoodId) -> Option<Self> {
        let food = FoodTable::get().food(food)?;
        let name = Name::new(&format!("{}, own", food.name)).or_else(|_| Name::new(food.name)).ok()?;
        let draft = Self::with(OwnFood::copy_of(food, FoodId::NEW_OWN, name));
        Some(Self { exists: false, ..draft })
    }

    fn with(food: OwnFood) -> Self {
        let text = |number: Option<f64>| number.map(|number| marked(&number.to_string())).unwrap_or_default();
        let plants = food.plants.iter().map(|(plant, percent)| format!("{plant} {percent}"));
        Self {
            name: food.name.to_string(),
            per: Per::Hundred,
            portion: text(food.portion_grams),
            density: text(food.density),
            without_fibre: false,
            amounts: food
                .per_100g
                .iter()
                .map(|(nutrient, amount)| (*nutrient, fields::shown(*nutrient, *amount)))
                .collect(),
            plants: plants.collect::<Vec<_>>().join(", "),
            more: food.copied_from.is_some(),
            exists: true,
            food,
        }
    }

    fn fields_ui(&mut self, ui: &mut Ui, workspace: &Workspace, built: &Built, started: bool) {
        let wrong = |ui: &mut Ui, fault: Option<&String>| {
            if let Some(fault) = fault.filter(|_| started) {
                ui.label(RichText::new(fault).size(size::CAPTION).color(Palette::of(ui).attention));
            }
        };
        let name = TextEdit::singleline(&mut self.name).id_salt("own food name").desired_width(f32::INFINITY);
        ui.add(name.hint_text("Name, as you will look for it")).accessible_name("Name of the own food");
        wrong(ui, built.name.as_ref());
        ui.label("The numbers are for");
        let choices = [(Per::Hundred, "100 g or ml"), (Per::Portion, "one portion")];
        if let Some(per) = segmented::segmented_ui(ui, "The numbers are for", Some(self.per), &choices) {
            self.per = per;
        }
        field_ui(ui, "One portion weighs, g", &mut self.portion);
        wrong(ui, built.read.portion.as_ref());
        let energy = workspace.diary().shows_energy(workspace.today().year());
        let energy = energy.then_some((Nutrient::Energy, "Energy, kcal"));
        for (nutrient, label) in energy.iter().chain(ON_LABELS) {
            field_ui(ui, label, self.amounts.entry(*nutrient).or_default());
            wrong(ui, built.read.at.get(nutrient));
            if *nutrient == Nutrient::Carbohydrate {
                ui.checkbox(&mut self.without_fibre, "The label prints carbohydrate without fibre, as in Europe");
            }
        }
        for fault in &built.rest {
            wrong(ui, Some(fault));
        }
        self.tags_ui(ui);
        ui.label("Plants in it, with their percent");
        let plants = TextEdit::singleline(&mut self.plants).id_salt("plants in it").desired_width(f32::INFINITY);
        ui.add(plants.hint_text("For example: oat 40, blueberry 10")).accessible_name("Plants in it");
        wrong(ui, built.plants.as_ref());
        if ui.link(if self.more { "Fewer fields" } else { "Vitamins, minerals and more" }).clicked() {
            self.more = !self.more;
        }
        if self.more {
            for (nutrient, label) in MORE {
                field_ui(ui, label, self.amounts.entry(*nutrient).or_default());
                wrong(ui, built.read.at.get(nutrient));
            }
            field_ui(ui, "1 ml weighs, g", &mut self.density);
            wrong(ui, built.density.as_ref());
        } else if let Some(fault) = MORE.iter().find_map(|(nutrient, _)| built.read.at.get(nutrient)) {
            wrong(ui, Some(fault));
        }
    }

    fn tags_ui(&mut self, ui: &mut Ui) {
        let tags = &mut self.food.tags;
        ui.horizontal_wrapped(|ui| {
            ui.checkbox(&mut self.food.is_drink, "a drink");
            ui.checkbox(&mut tags.fermented, "fermented");
            ui.checkbox(&mut tags.spicy, "spicy");
            let mut ultra = tags.nova == Some(4);
            if ui.checkbox(&mut ultra, "ultra-processed").changed() {
                tags.nova = ultra.then_some(4);
            }
        });
        for (label, presence) in
            [("Live cultures", &mut tags.live_cultures), ("Dairy", &mut tags.dairy), ("Gluten", &mut tags.gluten)]
        {
            modal::labelled_ui(ui, label, |ui| {
                let choices = [(Presence::Yes, "yes"), (Presence::No, "no"), (Presence::Maybe, "not known")];
                if let Some(chosen) = segmented::segmented_ui(ui, label, Some(*presence), &choices) {
                    *presence = chosen;
                }
            });
        }
    }

    /// The food as typed, with what is still wrong at each field.
    fn build(&self) -> Built {
        let mut built = Built::default();
        let mut portion = None;
        match fields::number(&self.portion) {
            Ok(number) => portion = number,
            Err(why) => built.read.portion = Some(why),
        }
        let unread = built.read.portion.take();
        built.read = fields::read(&self.amounts, self.per, portion, self.without_fibre);
        built.read.portion = unread.or(built.read.portion.take());
        let density = fields::number(&self.density).map_err(|why| built.density = Some(why)).ok().flatten();
        let plants = fields::plants(&self.plants).map_err(|why| built.plants = Some(why)).unwrap_or_default();
        let name = Name::new(&self.name).map_err(|error| built.name = Some(error.to_string())).ok();
        let per_100g = built.read.per_100g.clone();
        let food = OwnFood {
            name: name.clone().unwrap_or_else(|| self.food.name.clone()),
            portion_grams: portion,
            density,
            plants,
            per_100g,
            ..self.food.clone()
        };
        built.rest = fields::place_faults(&food, &mut built.read);
        built.food = name.map(|_| food);
        built
    }
}

/// What came of the fields.
#[derive(Default)]
struct Built {
    food: Option<OwnFood>,
    name: Option<String>,
    density: Option<String>,
    plants: Option<String>,
    read: fields::Read,
    rest: Vec<String>,
}

impl Built {
    fn is_fine(&self) -> bool {
        let fields = [&self.name, &self.density, &self.plants, &self.read.portion];
        self.food.is_some()
            && fields.iter().all(|fault| fault.is_none())
            && self.read.at.is_empty()
            && self.rest.is_empty()
    }
}

fn field_ui(ui: &mut Ui, label: &str, text: &mut String) {
    modal::labelled_ui(ui, label, |ui| {
        ui.add(TextEdit::singleline(text).id_salt(label).desired_width(84.0)).accessible_name(label);
    });
}
