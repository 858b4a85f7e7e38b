//! All foods as a list: typed into, narrowed by a tag, sorted by what 100 g hold. Only the rows in sight are laid out.

use eframe::egui::{Align, Button, Label, Layout, RichText, TextEdit, Ui, vec2};
use egui_extras::{Column, TableBuilder, TableRow};

use crate::foods::amount::amount;
use crate::foods::browse::{Order, Shelf, list};
use crate::foods::meal_line::Habits;
use crate::foods::nutrient::Nutrient;
use crate::foods::pantry::Pantry;
use crate::foods::tags::Tag;
use crate::model::food_line::FoodId;
use crate::ui::command::{Destination, UiCommands};
use crate::ui::theme::{Palette, size, space};
use crate::ui::widgets::{choice, focus};
use crate::workspace::Workspace;

/// Height of a row in points.
const ROW: f32 = 28.0;
/// Width of a column of amounts in points.
const AMOUNT: f32 = 104.0;
/// Least width of the names in points.
const NAME: f32 = 220.0;
/// The same where a single column of amounts would not fit beside that.
const NARROW_NAME: f32 = 130.0;
/// Least width at which the group stands beside a name, in points.
const WITH_GROUP: f32 = 280.0;
/// Columns that are there before one is sorted by.
const USUAL: [Nutrient; 4] = [Nutrient::Fibre, Nutrient::Sugars, Nutrient::Protein, Nutrient::Fat];

/// What the list was made from.
#[derive(PartialEq, Clone)]
struct Question {
    revision: u64,
    text: String,
    shelf: Shelf,
    order: Order,
}

/// The list and what was asked of it.
#[derive(Default)]
pub(super) struct Browser {
    text: String,
    shelf: Shelf,
    order: Order,
    answered: Option<Question>,
    foods: Vec<FoodId>,
    habits: Habits,
}

impl Browser {
    pub(super) fn ui(&mut self, ui: &mut Ui, workspace: &Workspace, commands: &mut UiCommands) {
        let shows_energy = super::detail::shows_energy(workspace);
        self.asked_ui(ui, shows_energy);
        let pantry = workspace.diary().pantry();
        self.refresh(workspace, pantry);
        let count = self.foods.len();
        let words = match count {
            0 => "No food is left. Try a plainer word, or another filter.".to_owned(),
            1 => "1 food, amounts in 100 g".to_owned(),
            count => format!("{} foods, amounts in 100 g", thousands(count)),
        };
        ui.label(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).quiet));
        if count > 0 {
            self.table_ui(ui, pantry, commands);
        }
    }

    fn asked_ui(&mut self, ui: &mut Ui, shows_energy: bool) {
        let field = TextEdit::singleline(&mut self.text)
            .hint_text("Find a food, for example: chick peas")
            .desired_width(f32::INFINITY);
        ui.add(field).accessible_name("Find a food");
        ui.horizontal_wrapped(|ui| {
            if let Some(shelf) = choice::choice_ui(ui, "Show", self.shelf, &shelves()) {
                self.shelf = shelf;
            }
            let nutrients = Nutrient::ALL.into_iter().filter(|nutrient| *nutrient != Nutrient::Energy || shows_energy);
            let mut orders = vec![(Order::Fit, "Usual first".to_owned()), (Order::Name, "By name".to_owned())];
            orders
                .extend(nutrients.map(|nutrient| (Order::Most(nutrient), format!("Most {} first", nutrient.label()))));
            // The other way round is a press on the head of the column away.
            if let Order::Least(nutrient) = self.order {
                orders.push((self.order, format!("Least {} first", nutrient.label())));
            }
            if let Some(order) = choice::choice_ui(ui, "Order", self.order, &orders) {
                self.order = order;
            }
        });
    }

    fn refresh(&mut self, workspace: &Workspace, pantry: &Pantry) {
        let (revision, text) = (workspace.revision(), self.text.clone());
        let asked = Question { revision, text, shelf: self.shelf, order: self.order };
        if self.answered.as_ref() == Some(&asked) {
            return;
        }
        if self.answered.as_ref().is_none_or(|before| before.revision != asked.revision) {
            let diary = workspace.diary();
            let lines = diary
                .day_records()
                .flat_map(|page| page.entries.iter().flat_map(|entry| &entry.foods).map(|line| (page.date, line)));
            self.habits = Habits::of(lines, workspace.today());
        }
        let habits = &self.habits;
        self.foods = list(pantry, &asked.text, asked.shelf, asked.order, &|food| habits.weight(food));
        self.answered = Some(asked);
    }

    fn table_ui(&mut self, ui: &mut Ui, pantry: &Pantry, commands: &mut UiCommands) {
        let width = ui.available_width();
        let columns = self.columns(width);
        let name = NAME.min(width - columns.len() as f32 * (AMOUNT + space::ROW)).max(NARROW_NAME);
        let mut table = TableBuilder::new(ui)
            .id_salt("foods")
            .striped(true)
            .auto_shrink(false)
            .cell_layout(Layout::left_to_right(Align::Center))
            .column(Column::remainder().at_least(name).clip(true));
        for _ in &columns {
            table = table.column(Column::exact(AMOUNT));
        }
        let order = &mut self.order;
        let foods = &self.foods;
        table
            .header(ROW, |mut header| {
                header.col(|ui| {
                    if ui.add(Button::new("Food").frame(false)).accessible_name("Sort by name").clicked() {
                        *order = Order::Name;
                    }
                });
                for nutrient in &columns {
                    header.col(|ui| nutrient_head_ui(ui, *nutrient, order));
                }
            })
            .body(|body| {
                body.rows(ROW, foods.len(), |mut row| {
                    let Some(food) = foods.get(row.index()) else { return };
                    row_ui(&mut row, *food, pantry, &columns, commands);
                });
            });
    }

    /// The nutrients there is room for, the one that is sorted by first.
    fn columns(&self, width: f32) -> Vec<Nutrient> {
        let first = match self.order {
            Order::Most(nutrient) | Order::Least(nutrient) => Some(nutrient),
            Order::Fit | Order::Name => None,
        };
        let others = USUAL.into_iter().filter(|nutrient| Some(*nutrient) != first);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of columns")]
        let room = match ((width - NAME) / (AMOUNT + space::ROW)) as usize {
            0 if width < NARROW_NAME + AMOUNT + space::ROW => 0,
            room => room.max(1),
        };
        first.into_iter().chain(others).take(room).collect()
    }
}

fn nutrient_head_ui(ui: &mut Ui, nutrient: Nutrient, order: &mut Order) {
    let (mark, next) = match order {
        Order::Most(by) if *by == nutrient => (" ↓", Order::Least(nutrient)),
        Order::Least(by) if *by == nutrient => (" ↑", Order::Most(nutrient)),
        _ => ("", Order::Most(nutrient)),
    };
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let words = format!("{}, {}{mark}", short(nutrient), nutrient.unit());
        let button = ui.add(Button::new(words).frame(false).truncate());
        if button.accessible_name(format!("Sort by {}", nutrient.label())).on_hover_text(nutrient.label()).clicked() {
            *order = next;
        }
    });
}

/// A label that fits above its column.
fn short(nutrient: Nutrient) -> &'static str {
    match nutrient {
        Nutrient::SaturatedFat => "sat. fat",
        Nutrient::Fructan => "fructan est.",
        Nutrient::Lactose => "lactose est.",
        Nutrient::AddedSugars => "added sug.",
        Nutrient::Carbohydrate => "carbohydr.",
        Nutrient::Ala => "ALA",
        Nutrient::Epa => "EPA",
        Nutrient::Dha => "DHA",
        other => other.label(),
    }
}

fn row_ui(row: &mut TableRow<'_, '_>, food: FoodId, pantry: &Pantry, columns: &[Nutrient], commands: &mut UiCommands) {
    let name = pantry.name(food).unwrap_or_default();
    row.col(|ui| {
        let palette = Palette::of(ui);
        let width = ui.available_width();
        // The name needs the room first.
        let group = if width < WITH_GROUP { "" } else { pantry.group(food) };
        let group = RichText::new(group).size(size::CAPTION).color(palette.quiet);
        let button = Button::selectable(false, name).right_text(group).truncate().min_size(vec2(width, ROW - 4.0));
        if focus::followed(ui, |ui| ui.add(button)).accessible_name(name).on_hover_text(name).clicked() {
            commands.go(Destination::Food(food));
        }
    });
    for nutrient in columns {
        row.col(|ui| {
            let value = pantry.per_100g(food, *nutrient);
            let words = value.map_or_else(|| "unknown".to_owned(), amount);
            let ink = if value.is_some() { Palette::of(ui).text } else { Palette::of(ui).quiet };
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add(Label::new(RichText::new(words).color(ink)).selectable(false));
            });
        });
    }
}

fn shelves() -> Vec<(Shelf, String)> {
    let mut shelves = vec![
        (Shelf::All, "All foods".to_owned()),
        (Shelf::Favourites, "Favourites".to_owned()),
        (Shelf::Own, "Own foods and recipes".to_owned()),
    ];
    shelves.extend(Tag::ALL.into_iter().map(|tag| (Shelf::With(tag), format!("With: {}", tag.label()))));
    shelves.extend(Tag::ALL.into_iter().map(|tag| (Shelf::Without(tag), format!("Without: {}", tag.label()))));
    shelves
}

fn thousands(count: usize) -> String {
    if count < 1_000 { count.to_string() } else { format!("{},{:03}", count / 1_000, count % 1_000) }
}
