//! A meal of foods: type, arrow, Enter; each food with its amount; the meal's totals as one goes.

use std::sync::Arc;

use eframe::egui::{self, Id, Key, RichText, TextEdit, Ui};

use super::food::caption;
use crate::foods::food::Food;
use crate::foods::meal_line::{Habits, line};
use crate::foods::nutrient::Nutrient;
use crate::foods::pantry::Pantry;
use crate::foods::portion::Amount;
use crate::foods::search::{Hit, grouped};
use crate::foods::table::FoodTable;
use crate::foods::totals::Totals;
use crate::model::diary::Diary;
use crate::model::food_line::{FoodId, FoodLine, check_grams};
use crate::model::time::Day;
use crate::model::value::Value;
use crate::ui::theme::{Palette, size, space};
use crate::ui::widgets::cell;
use crate::ui::widgets::typed_field::TypedField;

/// Hits shown beneath the search field.
const SHOWN: usize = 8;
/// Hits of one kind of food.
const OF_A_KIND: usize = 3;
/// Grams offered where nothing is known.
const USUAL_GRAMS: f64 = 100.0;
/// Days of meals that say what a person eats.
const HABIT_DAYS: i32 = 400;

/// What somebody eats, worked out once for every state of the diary.
#[derive(Clone)]
struct KnownHabits {
    pages: usize,
    day: Day,
    habits: Arc<Habits>,
}

/// What this person eats.
pub(super) fn habits(ui: &Ui, diary: &Diary, day: Day) -> Arc<Habits> {
    let id = Id::unique("food habits");
    let pages = diary.pages().len();
    if let Some(known) =
        ui.data(|data| data.get_temp::<KnownHabits>(id)).filter(|known| (known.pages, known.day) == (pages, day))
    {
        return known.habits;
    }
    let recent = diary.pages_between(day.plus(-HABIT_DAYS), day);
    let lines =
        recent.flat_map(|page| page.entries.iter().flat_map(|entry| &entry.foods).map(|line| (page.date, line)));
    let habits = Arc::new(Habits::of(lines, day));
    ui.data_mut(|data| data.insert_temp(id, KnownHabits { pages, day, habits: habits.clone() }));
    habits
}

/// What is being searched for, until a food is taken.
#[derive(Clone, Default)]
struct Search {
    text: String,
    at: usize,
}

/// The search field, its hits, and the foods eaten lately; gives the line of the food that was taken. The field keeps its `id`
/// wherever it is drawn, so that one can type on from food to food.
pub(super) fn search_ui(ui: &mut Ui, id: Id, label: &str, habits: &Habits) -> Option<FoodLine> {
    let mut search: Search = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let field = TextEdit::singleline(&mut search.text)
        .id(id.with("field"))
        .hint_text("Add a food: type, arrow, Enter")
        .desired_width(f32::INFINITY);
    let response = ui.add(field).accessible_name(label);
    if response.changed() {
        search.at = 0;
    }
    let hits = hits(&search.text, habits);
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    if ui.memory(|memory| memory.has_focus(response.id)) {
        if pressed(Key::ArrowDown) {
            search.at = (search.at + 1).min(hits.len().saturating_sub(1));
        }
        if pressed(Key::ArrowUp) {
            search.at = search.at.saturating_sub(1);
        }
    }
    let entered = response.lost_focus() && pressed(Key::Enter);
    let mut taken = entered.then(|| hits.get(search.at).map(|hit| hit.id)).flatten();
    for (index, hit) in hits.iter().enumerate() {
        if hit_ui(ui, hit.id, index == search.at) {
            taken = Some(hit.id);
        }
    }
    if search.text.trim().is_empty() {
        taken = recent_ui(ui, habits).or(taken);
    } else if hits.is_empty() {
        ui.label(
            RichText::new("No food by that name. Try a plainer word, or write the meal in words.")
                .color(Palette::of(ui).quiet),
        );
    }
    let line = taken.and_then(|food| {
        let pantry = Pantry::default();
        let grams = habits.grams_to_offer(&pantry, food).unwrap_or(USUAL_GRAMS);
        line(&pantry, food, grams).ok()
    });
    if line.is_some() {
        search = Search::default();
    }
    // A frame may be laid out twice; Enter leaves the field both times.
    if entered || line.is_some() {
        response.request_focus();
    }
    ui.data_mut(|data| data.insert_temp(id, search));
    line
}

fn hits(text: &str, habits: &Habits) -> Vec<Hit> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    let table = FoodTable::get();
    let found = table.index().find(text, 4 * SHOWN, &|_| true, &|food| habits.weight(food));
    let groups = grouped(&found, OF_A_KIND, |food| table.food(food).map(|food| food.name));
    groups.into_iter().flat_map(|group| group.hits).take(SHOWN).collect()
}

fn hit_ui(ui: &mut Ui, food: FoodId, at: bool) -> bool {
    let Some(food) = FoodTable::get().food(food) else { return false };
    let quiet = RichText::new(food.group).size(size::CAPTION).color(Palette::of(ui).quiet);
    let button = egui::Button::selectable(at, food.name)
        .right_text(quiet)
        .truncate()
        .min_size(egui::vec2(ui.available_width(), 24.0));
    ui.add(button).accessible_name(food.name).clicked()
}

fn recent_ui(ui: &mut Ui, habits: &Habits) -> Option<FoodId> {
    let recent = habits.recent(6);
    let mut taken = None;
    if recent.is_empty() {
        return None;
    }
    caption(ui, "Eaten lately");
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(space::TIGHT);
        for food in recent.into_iter().filter_map(|food| FoodTable::get().food(food)) {
            let short: String =
                food.name.split([',', '(']).next().unwrap_or(food.name).trim().chars().take(28).collect();
            if ui.button(short).on_hover_text(food.name).clicked() {
                taken = Some(food.id);
            }
        }
    });
    taken
}

/// The foods of a meal with their amounts; gives the changed list.
pub(super) fn lines_ui(ui: &mut Ui, lines: &[FoodLine]) -> Option<Vec<FoodLine>> {
    let mut changed = None;
    for (index, line) in lines.iter().enumerate() {
        let Some(edit) = ui.push_id(("food line", index), |ui| line_ui(ui, index, line)).inner else { continue };
        let mut after = lines.to_vec();
        match (edit, after.get_mut(index)) {
            (LineEdit::Grams(grams), Some(line)) => line.grams = grams,
            (LineEdit::Remove, _) => drop(after.remove(index)),
            (LineEdit::Grams(_), None) => {}
        }
        changed = Some(after);
    }
    changed
}

/// What was done to a food of a meal.
enum LineEdit {
    /// Another amount.
    Grams(f64),
    /// Taken out.
    Remove,
}

/// One food: name, − grams +, its household measures, and the way to take it out.
fn line_ui(ui: &mut Ui, index: usize, line: &FoodLine) -> Option<LineEdit> {
    let food = FoodTable::get().food(line.food);
    let name = line.name.as_str();
    let label = format!("{name}, grams, {}", index + 1);
    let half = |grams: f64| (grams / 2.0).max(1.0).round();
    let step = food.and_then(|food| food.default_portion()).map_or(25.0, |portion| half(portion.grams));
    let mut edited = None;
    ui.add(egui::Label::new(name).truncate());
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        let square = egui::Vec2::splat(space::CELL);
        if cell::part(ui, "−", &format!("{name} less, {}", index + 1), false, square).clicked() {
            edited = Some(LineEdit::Grams((line.grams - step).max(1.0)));
        }
        let read = |text: &str| read_grams(text, line.food);
        let shown = Value::number(line.grams).map(|value| value.to_string()).unwrap_or_default();
        if let Some(Some(grams)) = (TypedField { label: &label, shown, width: 56.0, hint: "g", read: &read }).show(ui) {
            edited = Some(LineEdit::Grams(grams));
        }
        if cell::part(ui, "+", &format!("{name} more, {}", index + 1), false, square).clicked() {
            edited = check_grams(line.grams + step).ok().map(LineEdit::Grams);
        }
        ui.label(RichText::new("g").color(Palette::of(ui).quiet));
        if let Some(food) = food.filter(|food| !food.portions.is_empty()) {
            edited = measures_ui(ui, food).map(LineEdit::Grams).or(edited.take());
        }
        if ui.link("remove").on_hover_text(format!("Remove {name}")).clicked() {
            edited = Some(LineEdit::Remove);
        }
    });
    edited
}

/// The household measures of a food; gives the grams of the one that was chosen.
fn measures_ui(ui: &mut Ui, food: &Food) -> Option<f64> {
    let mut chosen = None;
    let menu = ui.menu_button("measure", |ui| {
        for portion in &food.portions {
            if ui.button(format!("{}, {} g", portion.measure, portion.grams)).clicked() {
                chosen = Some(portion.grams);
                ui.close();
            }
        }
    });
    menu.response.on_hover_text(format!("Household measures of {}", food.name));
    chosen
}

/// Grams or millilitres as typed: `150`, `150 g`, `200 ml`.
fn read_grams(text: &str, food: FoodId) -> Result<f64, String> {
    let plain = text.trim().to_lowercase().replace(',', ".");
    let (number, is_ml) = match (plain.strip_suffix("ml"), plain.strip_suffix('g')) {
        (Some(number), _) => (number, true),
        (None, Some(number)) => (number, false),
        (None, None) => (plain.as_str(), false),
    };
    let number: f64 =
        number.trim().parse().map_err(|_| "grams or millilitres are needed, for example 150 or 200 ml".to_owned())?;
    let amount = if is_ml { Amount::Millilitres(number) } else { Amount::Grams(number) };
    match FoodTable::get().food(food) {
        Some(food) => amount.in_grams(food).map_err(|error| error.to_string()),
        None => check_grams(number).map_err(|error| error.to_string()),
    }
}

/// What the foods add up to, in a few lines. Sums with an unknown part say so.
pub(super) fn totals_ui(ui: &mut Ui, lines: &[FoodLine]) {
    if lines.is_empty() {
        return;
    }
    let totals = Totals::of(&Pantry::default(), lines);
    let fibre = totals.sum(Nutrient::Fibre).words("g");
    let sugars = totals.sum(Nutrient::Sugars).words("g");
    let mut parts =
        vec![format!("Fibre {fibre}"), format!("sugars {sugars}"), format!("plants {}", totals.plants().len())];
    if totals.fermented > 0 {
        parts.push(format!("fermented {}", totals.fermented));
    }
    if totals.water_from_drinks.foods > 0 {
        parts.push(format!("water in drinks {}", totals.water_from_drinks.words("ml")));
    }
    if totals.nova_known > 0 {
        parts.push(format!("ultra-processed {} of {}", totals.ultra_processed, totals.nova_known));
    }
    ui.add(egui::Label::new(RichText::new(parts.join(" · ")).size(size::CAPTION).color(Palette::of(ui).quiet)).wrap());
}
