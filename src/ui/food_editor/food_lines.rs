//! The foods of a meal or a recipe: each with its amount in a household measure, grams or millilitres, and a menu of what else
//! can be done with it.

use std::rc::Rc;

use eframe::egui::{self, Id, RichText, Sense, Ui, Vec2, WidgetInfo};

use super::dragging::Dragged;
use super::state::Units;
use crate::edit::Command;
use crate::foods::amount::amount;
use crate::foods::measures::{Measures, Unit};
use crate::model::diary::Diary;
use crate::model::entry::{Entry, EntryId};
use crate::model::food_line::{FoodLine, check_grams};
use crate::model::pantry::Pantry;
use crate::ui::drafts::{Drafts, Field, HandOver};
use crate::ui::theme::{Palette, size, space};
use crate::ui::widgets::cell;
use crate::ui::widgets::typed_field::{self, TypedField};
use crate::words::{marked, round_to};

/// The meal that lines belong to.
pub struct Meal {
    /// What is dragged when a line of it is.
    pub dragged: Dragged,
    /// The other meals of the day, with their names.
    pub others: Vec<(EntryId, String)>,
}

/// What was done to a line.
pub enum LineEdit {
    /// Another amount, in grams.
    Grams(f64),
    /// Taken out.
    Remove,
    /// Made a favourite, or no favourite any more.
    Favourite(bool),
    /// Copied and changed, or, an own food or recipe, changed.
    Change,
    /// Moved to another meal, or with `None` to a new one.
    Move(Option<EntryId>),
}

/// Shows lines; gives the place of the one something was done to. Without a meal the lines are ingredients.
pub fn food_lines_ui(
    ui: &mut Ui,
    drafts: &mut Drafts,
    units: &mut Units,
    pantry: &Pantry,
    lines: &[FoodLine],
    meal: Option<&Meal>,
) -> Option<(usize, LineEdit)> {
    let mut edited = None;
    for (index, line) in lines.iter().enumerate() {
        let edit = ui.push_id(("food line", index), |ui| line_ui(ui, drafts, units, pantry, (index, line), meal)).inner;
        edited = edit.map(|edit| (index, edit)).or(edited);
    }
    edited
}

/// The lines after an edit of one of them, where it is one of amount or removal.
pub fn after(lines: &[FoodLine], place: usize, edit: &LineEdit) -> Option<Vec<FoodLine>> {
    let mut lines = lines.to_vec();
    match edit {
        LineEdit::Grams(grams) => lines.get_mut(place)?.grams = *grams,
        LineEdit::Remove if place < lines.len() => drop(lines.remove(place)),
        _ => return None,
    }
    Some(lines)
}

fn line_ui(
    ui: &mut Ui,
    drafts: &mut Drafts,
    units: &mut Units,
    pantry: &Pantry,
    (index, line): (usize, &FoodLine),
    meal: Option<&Meal>,
) -> Option<LineEdit> {
    let name = line.name.as_str();
    let mut edited = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        if let Some(meal) = meal {
            handle_ui(ui, &format!("Drag {name}, {}", index + 1), Dragged { line: Some(index), ..meal.dragged });
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.link("remove").on_hover_text(format!("Remove {name}")).clicked() {
                edited = Some(LineEdit::Remove);
            }
            if let Some(meal) = meal {
                edited = menu_ui(ui, pantry, index, line, meal).or(edited.take());
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.add(egui::Label::new(name).truncate());
            });
        });
    });
    edited.or(amount_ui(ui, drafts, units, pantry, (index, line), meal).map(LineEdit::Grams))
}

/// Six dots to drag by. The same can be done from the menu, by keyboard.
pub fn handle_ui(ui: &mut Ui, name: &str, dragged: Dragged) {
    let (rect, response) = ui.allocate_exact_size(Vec2::new(12.0, 20.0), Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::GenericContainer, true, name));
    let color = if response.hovered() { Palette::of(ui).accent } else { Palette::of(ui).outline };
    for (x, y) in [(-2.0, -4.0), (2.0, -4.0), (-2.0, 0.0), (2.0, 0.0), (-2.0, 4.0), (2.0, 4.0)] {
        ui.painter().circle_filled(rect.center() + Vec2::new(x, y), 1.2, color);
    }
    if response.drag_started() || response.dragged() {
        response.dnd_set_drag_payload(dragged);
    }
    response.on_hover_and_drag_cursor(egui::CursorIcon::Grab);
}

/// Everything else that can be done with a line.
fn menu_ui(ui: &mut Ui, pantry: &Pantry, index: usize, line: &FoodLine, meal: &Meal) -> Option<LineEdit> {
    let mut edited = None;
    let name = format!("More for {}, {}", line.name, index + 1);
    let is_favourite = pantry.favourites.contains(&line.food);
    let menu = ui.menu_button("…", |ui| {
        let mut offer = |ui: &mut Ui, words: &str, edit: LineEdit| {
            if ui.button(words).clicked() {
                edited = Some(edit);
                ui.close();
            }
        };
        if pantry.name(line.food).is_some() {
            let words = if is_favourite { "No favourite any more" } else { "Make it a favourite" };
            offer(ui, words, LineEdit::Favourite(!is_favourite));
            let words = if line.food.is_own() {
                "Change this own food"
            } else if line.food.is_recipe() {
                "Change this recipe"
            } else {
                "Copy and change"
            };
            offer(ui, words, LineEdit::Change);
        }
        for (id, title) in &meal.others {
            offer(ui, &format!("Move to {title}"), LineEdit::Move(Some(*id)));
        }
        offer(ui, "Move to a new meal", LineEdit::Move(None));
    });
    menu.response.on_hover_text(&name).accessible_name(&name);
    edited
}

/// − amount + and the unit it counts in.
fn amount_ui(
    ui: &mut Ui,
    drafts: &mut Drafts,
    units: &mut Units,
    pantry: &Pantry,
    (index, line): (usize, &FoodLine),
    meal: Option<&Meal>,
) -> Option<f64> {
    let measures = Measures::of(pantry, line.food);
    let chosen = units.get(&line.food).copied();
    let unit =
        chosen.filter(|unit| measures.grams_in(*unit).is_some()).unwrap_or_else(|| measures.plainest(line.grams));
    let one = measures.grams_in(unit).unwrap_or(1.0);
    let (name, step) = (line.name.as_str(), measures.step(unit));
    let label = format!("{name}, amount, {}", index + 1);
    let mut edited = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        let square = Vec2::splat(space::CELL);
        let less = |count: f64| if count > step { count - step } else { count / 2.0 };
        let stepped = |count: f64| check_grams(round(count) * one).ok();
        let count = line.grams / one;
        if cell::part_ui(ui, "−", &format!("{name} less, {}", index + 1), false, square).clicked() {
            edited = stepped(less(count));
        }
        let field = TypedField { label: &label, shown: &marked(&round(count).to_string()), width: 48.0, hint: "" };
        let typed = if let Some(meal) = meal {
            let typed = field.ui(ui, drafts);
            if typed.changed {
                ask_amount(drafts, typed.id, meal.dragged, (index, line), unit);
            }
            typed
        } else {
            let (typed, amount) = field.edited(ui, drafts, &|text| measures.read(text, unit));
            edited = amount.flatten().or(edited);
            typed
        };
        if let Some(up) = typed_field::arrow(ui, typed.id) {
            edited = stepped(if up { count + step } else { less(count) });
        }
        if cell::part_ui(ui, "+", &format!("{name} more, {}", index + 1), false, square).clicked() {
            edited = stepped(count + step);
        }
        if edited.is_some() {
            drafts.forget(typed.id);
        }
        if let Some(unit) = unit_ui(ui, &measures, unit, name, index) {
            units.insert(line.food, unit);
        }
        if unit != Unit::Grams {
            ui.label(
                RichText::new(format!("{} g", amount(line.grams))).size(size::CAPTION).color(Palette::of(ui).quiet),
            );
        }
    });
    edited
}

/// What a typed amount asks of the meal as it is by then. An empty field asks for nothing: a food is taken out with its link.
fn ask_amount(drafts: &mut Drafts, id: Id, meal: Dragged, (index, line): (usize, &FoodLine), unit: Unit) {
    let food = line.food;
    let ask = move |text: &str, diary: &Diary| {
        let entry = diary.day_record(meal.day).and_then(|page| page.entry(meal.from));
        let is_there = |entry: &&Entry| entry.foods.get(index).is_some_and(|line| line.food == food);
        let Some(entry) = entry.filter(is_there).filter(|_| !text.trim().is_empty()) else { return Ok(None) };
        let grams = Measures::of(diary.pantry(), food).read(text, unit)?;
        let foods = after(&entry.foods, index, &LineEdit::Grams(grams)).unwrap_or_default();
        Ok(Some(Command::Amend { day: meal.day, entry: Entry { foods, ..entry.clone() } }))
    };
    let field = Field { name: format!("{}, amount", line.name), day: Some(meal.day), entry: Some(meal.from) };
    drafts.ask(id, field, HandOver::Pause, Rc::new(ask));
}

/// The unit, and the others to choose from.
fn unit_ui(ui: &mut Ui, measures: &Measures, unit: Unit, name: &str, index: usize) -> Option<Unit> {
    let mut chosen = None;
    let shown: String = measures.label(unit).chars().take(22).collect();
    let label = format!("Unit of {name}, {}: {}", index + 1, measures.label(unit));
    let menu = ui.menu_button(format!("× {shown}").replace("× g", "g").replace("× ml", "ml"), |ui| {
        for other in measures.units() {
            let grams = measures.grams_in(other).unwrap_or(1.0);
            let words = match other {
                Unit::Grams => "grams".to_owned(),
                Unit::Millilitres => "millilitres".to_owned(),
                Unit::Measure(_) => format!("{}, {} g", measures.label(other), round(grams)),
            };
            if ui.selectable_label(other == unit, words).clicked() {
                chosen = Some(other);
                ui.close();
            }
        }
    });
    menu.response.on_hover_text(&label).accessible_name(&label);
    chosen
}

/// Two decimals are as fine as a kitchen gets.
fn round(count: f64) -> f64 {
    round_to(count, -2)
}
