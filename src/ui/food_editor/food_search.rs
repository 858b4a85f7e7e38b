//! Finding a food: type, arrow, Enter. Under the empty field stand favourites and what was eaten lately.

use eframe::egui::{self, Id, Key, Response, RichText, TextEdit, Ui};

use super::meal_history::MealHistory;
use super::state::FoodQuery;
use crate::foods::food_words::FoodWords;
use crate::foods::meal_line::line;
use crate::foods::past_meals::short_name;
use crate::foods::table::FoodTable;
use crate::model::food_line::{FoodId, FoodLine};
use crate::model::pantry::Pantry;
use crate::ui::theme::{Palette, size, space};
use crate::ui::widgets::caption_ui;

/// Hits shown beneath the search field.
const SHOWN: usize = 8;
/// Foods eaten lately that are offered.
const RECENT: usize = 6;
/// Letters of a name beside an amount.
const LEAST_LETTERS: usize = 3;
/// Grams offered where nothing is known.
const USUAL_GRAMS: f64 = 100.0;

/// What can be taken beside foods.
#[derive(Debug, Clone, Default)]
pub struct Besides {
    /// What the line says as an answer, if it is one: `fibre 8 g`.
    pub answer: Option<String>,
    /// Whether the line can stand as the words of a meal.
    pub words: bool,
}

/// What came of a query.
pub enum Picked {
    /// The line as the answer that it says.
    Answer(String),
    /// The line as the words of a meal.
    Words(String),
    /// This food, as much as last time.
    Line(FoodLine),
    /// Nothing fits; an own food of this name is to be made.
    OwnFood(String),
}

/// The search field, its hits, favourites and the foods eaten lately. The field keeps its `id` wherever it is drawn, so that
/// one can type on from food to food; what is `there` already is not offered beneath it.
pub fn food_search_ui(
    ui: &mut Ui,
    (id, label): (Id, &str),
    query: &mut FoodQuery,
    history: &MealHistory,
    pantry: &Pantry,
    there: &[FoodLine],
    besides: &Besides,
) -> Option<Picked> {
    let field = TextEdit::singleline(&mut query.text)
        .id(id.with("field"))
        .hint_text("Add a food: type, arrow, Enter")
        .desired_width(f32::INFINITY);
    let response = ui.add(field).accessible_name(label);
    if response.changed() {
        query.at = 0;
    }
    let typed = query.text.trim().to_owned();
    let words = sought(&typed);
    let hits = history.finder.find(pantry, words.name, SHOWN, &|food| history.habits.weight(food));
    let mut choices: Vec<Choice<'_>> = besides.answer.iter().map(|answer| Choice::Answer(answer)).collect();
    choices.extend(hits.iter().map(|hit| Choice::Food(hit.id)));
    choices.extend((besides.words && !typed.is_empty()).then_some(Choice::Words));
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let before = query.at;
    if ui.memory(|memory| memory.has_focus(response.id)) {
        if pressed(Key::ArrowDown) {
            query.at = (query.at + 1).min(choices.len().saturating_sub(1));
        }
        if pressed(Key::ArrowUp) {
            query.at = query.at.saturating_sub(1);
        }
    }
    let entered = response.lost_focus() && pressed(Key::Enter);
    let mut taken = entered.then(|| choices.get(query.at).copied()).flatten();
    for (index, choice) in choices.iter().enumerate() {
        let (at, moved) = (index == query.at, query.at != before);
        let Some(response) = choice_ui(ui, pantry, *choice, &typed, at) else { continue };
        if at && moved {
            response.scroll_to_me(None);
        }
        if response.clicked() {
            taken = Some(*choice);
        }
    }
    // What is offered grows below the field, which may stand at the foot of what is in view.
    if response.changed() && !choices.is_empty() {
        ui.scroll_to_rect(response.rect.with_max_y(ui.cursor().top()), None);
    }
    let mut picked = None;
    if typed.is_empty() {
        taken = at_hand_ui(ui, history, pantry, there).map(Choice::Food).or(taken);
    } else {
        picked = own_food_ui(ui, &typed, choices.is_empty());
    }
    let usual = |food| history.habits.grams_to_offer(pantry, food).unwrap_or(USUAL_GRAMS);
    let grams = |food| words.grams(pantry, food).unwrap_or_else(|| usual(food));
    let taken = taken.and_then(|choice| match choice {
        Choice::Food(food) => line(pantry, food, grams(food)).ok().map(Picked::Line),
        Choice::Answer(_) => Some(Picked::Answer(typed.clone())),
        Choice::Words => Some(Picked::Words(typed.clone())),
    });
    picked = taken.or(picked);
    if picked.is_some() {
        *query = FoodQuery::default();
    }
    // A frame may be laid out twice; Enter leaves the field both times.
    if entered || picked.as_ref().is_some_and(|picked| !matches!(picked, Picked::OwnFood(_))) {
        response.request_focus();
    }
    picked
}

/// Something that can be taken.
#[derive(Debug, Clone, Copy)]
enum Choice<'a> {
    Answer(&'a str),
    Food(FoodId),
    Words,
}

/// The words to search by, and the amount. Where too little is left beside the amount, all of it is the name.
fn sought(typed: &str) -> FoodWords<'_> {
    let words = FoodWords::read(typed);
    if words.name.chars().count() < LEAST_LETTERS { FoodWords { name: typed, amount: None } } else { words }
}

fn choice_ui(ui: &mut Ui, pantry: &Pantry, choice: Choice<'_>, typed: &str, at: bool) -> Option<Response> {
    let (words, beside) = match choice {
        Choice::Food(food) => return hit_ui(ui, pantry, food, at),
        Choice::Answer(answer) => (format!("Log {answer}"), "for the day"),
        Choice::Words => (format!("“{typed}”"), "in words alone"),
    };
    let quiet = RichText::new(beside).size(size::CAPTION).color(Palette::of(ui).quiet);
    let button = egui::Button::selectable(at, &words).right_text(quiet).truncate();
    let button = button.min_size(egui::vec2(ui.available_width(), 24.0));
    Some(ui.add(button).accessible_name(format!("{words}, {beside}")))
}

fn hit_ui(ui: &mut Ui, pantry: &Pantry, food: FoodId, at: bool) -> Option<Response> {
    let name = pantry.name(food)?;
    let group =
        if food.is_recipe() { "recipe" } else { FoodTable::get().food(food).map_or("own food", |food| food.group) };
    let quiet = RichText::new(group).size(size::CAPTION).color(Palette::of(ui).quiet);
    let button = egui::Button::selectable(at, name)
        .right_text(quiet)
        .truncate()
        .min_size(egui::vec2(ui.available_width(), 24.0));
    Some(ui.add(button).accessible_name(name))
}

/// The way on where the food is not among the hits.
fn own_food_ui(ui: &mut Ui, typed: &str, none: bool) -> Option<Picked> {
    if none {
        let words = "No food by that name. Try a plainer word, or write the meal in words.";
        ui.label(RichText::new(words).color(Palette::of(ui).quiet));
    }
    let name: String = typed.chars().take(60).collect();
    let link = ui.link(RichText::new("Not here? Make it an own food").size(size::CAPTION));
    link.clicked().then_some(Picked::OwnFood(name))
}

fn at_hand_ui(ui: &mut Ui, history: &MealHistory, pantry: &Pantry, there: &[FoodLine]) -> Option<FoodId> {
    let mut favourites: Vec<FoodId> = pantry.favourites.iter().copied().collect();
    favourites.sort_by_key(|food| pantry.name(*food).map(str::to_lowercase));
    let is_there = |food: &FoodId| there.iter().any(|line| line.food == *food);
    let recent = history.habits.recent(RECENT + favourites.len() + there.len()).into_iter();
    favourites.retain(|food| !is_there(food));
    let is_offered = |food: &FoodId| {
        let hidden = pantry.own.get(food).is_some_and(|own| own.hidden)
            || pantry.recipes.get(food).is_some_and(|recipe| recipe.hidden);
        !hidden && pantry.name(*food).is_some()
    };
    let recent: Vec<FoodId> =
        recent.filter(|food| is_offered(food) && !is_there(food) && !favourites.contains(food)).take(RECENT).collect();
    let of_favourites = chips_ui(ui, "Favourites", &favourites, pantry);
    chips_ui(ui, "Eaten lately", &recent, pantry).or(of_favourites)
}

fn chips_ui(ui: &mut Ui, heading: &str, foods: &[FoodId], pantry: &Pantry) -> Option<FoodId> {
    if foods.is_empty() {
        return None;
    }
    let mut taken = None;
    caption_ui(ui, heading);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(space::TIGHT);
        for (food, name) in foods.iter().filter_map(|food| Some((*food, pantry.name(*food)?))) {
            if ui.button(short_name(name)).on_hover_text(name).clicked() {
                taken = Some(food);
            }
        }
    });
    taken
}
