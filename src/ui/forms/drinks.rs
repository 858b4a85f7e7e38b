//! Drinks: one click each, in the size that was chosen last.

use std::rc::Rc;

use eframe::egui::{Color32, RichText, Ui, Vec2, vec2};

use super::Form;
use crate::edit::{Command, EntryDraft};
use crate::foods::amount::volume;
use crate::foods::drinks::{choices, millilitres, of_click, poured, sizes};
use crate::foods::measures::read_millilitres;
use crate::foods::past_meals::short_name;
use crate::model::diary::Diary;
use crate::model::drink::Drink;
use crate::model::entry::{Entry, EntryKind};
use crate::model::food_line::{FoodLine, MOST_GRAMS};
use crate::model::locale::Locale;
use crate::model::pantry::{Pantry, PantryItem};
use crate::ui::drafts::{Field, HandOver};
use crate::ui::theme::{Palette, font, size, space};
use crate::ui::widgets::cell;
use crate::ui::widgets::typed_field::TypedField;

impl Form<'_> {
    /// Buttons that add a drink, each with the sizes it can have.
    pub(super) fn quick_drinks_ui(&mut self, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::new(2.0, space::TIGHT);
            for drink in Drink::ALL {
                let Some(line) = of_click(self.diary.pantry(), *drink) else { continue };
                let poured = volume(millilitres(self.diary.pantry(), &line).round());
                let words = format!("{} {poured}", name_of(*drink, &line));
                let shown = format!("+ {words}");
                let galley = ui.painter().layout_no_wrap(shown.clone(), font(size::BODY), Color32::PLACEHOLDER);
                let wanted = vec2(galley.size().x + 16.0, space::CELL);
                let name = format!("Add {words}");
                if cell::cell_ui(ui, &shown, &name, false, wanted).on_hover_text(&name).clicked() {
                    self.add_drink(*drink, line.clone());
                }
                self.sizes_ui(ui, *drink, &line);
                ui.add_space(space::TIGHT);
            }
        });
    }

    fn sizes_ui(&mut self, ui: &mut Ui, drink: Drink, now: &FoodLine) {
        let pantry = self.diary.pantry();
        let label = format!("Size of {}", drink.label().to_lowercase());
        let mut chosen = None;
        let menu = ui.menu_button(RichText::new("…"), |ui| {
            for food in choices(drink).iter().filter(|_| choices(drink).len() > 1) {
                let name = pantry.name(*food).unwrap_or_default();
                if ui.selectable_label(*food == now.food, name).clicked() {
                    chosen = poured(pantry, *food, millilitres(pantry, now));
                    ui.close();
                }
            }
            for size in sizes(drink) {
                let is_now = (millilitres(pantry, now) - size).abs() < 0.5;
                if ui.selectable_label(is_now, volume(*size)).clicked() {
                    chosen = poured(pantry, now.food, *size);
                    ui.close();
                }
            }
            ui.horizontal(|ui| {
                let unit = Locale::current().volume.label();
                let label = format!("Other size of {}, {unit}", drink.label().to_lowercase());
                let field = TypedField { label: &label, shown: "", width: 56.0, hint: "other" };
                let typed = field.ui(ui, self.drafts);
                if typed.changed {
                    let ask = move |text: &str, diary: &Diary| other_size(diary.pantry(), drink, text);
                    let field = Field { name: label, ..Field::default() };
                    // Half a number would move the menu away from under the fingers.
                    self.drafts.ask(typed.id, field, HandOver::Leaving, Rc::new(ask));
                }
                ui.label(RichText::new(unit).color(Palette::of(ui).quiet));
            });
        });
        menu.response.on_hover_text(&label).accessible_name(&label);
        if let Some(line) = chosen {
            self.commands.edit(Command::KeepInPantry { item: PantryItem::Drink(drink, line) });
        }
    }

    /// Water is poured into one line; of the others each is a line of its own, so that cups can be counted.
    fn add_drink(&mut self, drink: Drink, line: FoodLine) {
        let is_row = |entry: &&Entry| {
            entry.kind == EntryKind::Drink && entry.at.is_none() && entry.text.is_none() && !entry.foods.is_empty()
        };
        let Some(entry) = self.page.and_then(|page| page.entries.iter().find(is_row)) else {
            let draft = EntryDraft { foods: vec![line], ..EntryDraft::new(EntryKind::Drink) };
            self.commands.edit(Command::Log { day: self.day, drafts: vec![draft] });
            return;
        };
        let mut entry = entry.clone();
        let fits = |there: &&mut FoodLine| there.food == line.food && there.grams + line.grams <= MOST_GRAMS;
        match entry.foods.iter_mut().find(fits).filter(|_| drink == Drink::Water) {
            Some(there) => there.grams += line.grams,
            None => entry.foods.push(line),
        }
        self.commands.edit(Command::Amend { day: self.day, entry });
    }
}

/// Another size than those in the menu, as typed.
fn other_size(pantry: &Pantry, drink: Drink, text: &str) -> Result<Option<Command>, String> {
    let Some(now) = of_click(pantry, drink).filter(|_| !text.trim().is_empty()) else { return Ok(None) };
    let size = read_millilitres(text)?;
    let line = poured(pantry, now.food, size).ok_or("a size above 0 and at most 5 l is needed")?;
    Ok(Some(Command::KeepInPantry { item: PantryItem::Drink(drink, line) }))
}

/// `Water`, `Coffee`; where another food was chosen, its name.
fn name_of(drink: Drink, line: &FoodLine) -> String {
    let is_usual = choices(drink).first() == Some(&line.food) && drink != Drink::Alcohol;
    if is_usual { drink.label().to_owned() } else { short_name(line.name.as_str()) }
}
