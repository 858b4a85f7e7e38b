//! What of another diary's pantry an import brings, and the numbers its foods get in this one.

use std::collections::BTreeMap;

use super::change::Change;
use super::error::CommandError;
use super::pantry::{check_item, check_recipes};
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::food_line::FoodId;
use crate::model::meal_template::TemplateId;
use crate::model::pantry::{Pantry, PantryItem};
use crate::model::record::Record;
use crate::model::text::Name;

/// Numbers that foods of another diary get in this one.
pub(super) type Numbers = BTreeMap<FoodId, FoodId>;

/// What of another pantry is added, and the numbers its foods get. A food of the same number and name is the same food, and
/// this diary's own stays; one whose number is taken gets another.
pub(super) fn stock(
    diary: &Diary,
    other: &Pantry,
    pages: &[DayRecord],
) -> Result<(Vec<Change>, Numbers), CommandError> {
    let known = diary.pantry();
    let lines = pages.iter().flat_map(|page| &page.entries).flat_map(|entry| &entry.foods).map(|line| line.food);
    let spoken_of: Vec<FoodId> =
        lines.chain(other.foods_spoken_of()).chain(other.own.keys().chain(other.recipes.keys()).copied()).collect();
    let after = |next: FoodId, is_kind: fn(FoodId) -> bool| {
        let last = spoken_of.iter().copied().filter(|id| is_kind(*id)).max();
        last.map_or(next, |last| next.max(FoodId(last.0.saturating_add(1))))
    };
    let own = other.own.values().map(|food| (food.id, &food.name));
    let own_known = known.own.values().map(|food| (food.id, &food.name)).collect();
    let mut numbers = renumbered(own, &own_known, after(diary.next_own_food_id(), FoodId::is_own));
    let recipes = other.recipes.values().map(|recipe| (recipe.id, &recipe.name));
    let recipes_known = known.recipes.values().map(|recipe| (recipe.id, &recipe.name)).collect();
    numbers.extend(renumbered(recipes, &recipes_known, after(diary.next_recipe_id(), FoodId::is_recipe)));

    let mut stocked = Pantry::clone(known);
    let mut template_id = diary
        .next_template_id()
        .max(other.templates.keys().next_back().map_or(TemplateId(1), |last| TemplateId(last.0.saturating_add(1))));
    for mut item in other.items() {
        renumber(&mut item, &numbers);
        if let PantryItem::Template(template) = &mut item
            && known.templates.get(&template.id).is_some_and(|there| there.name != template.name)
        {
            if known.templates.values().any(|there| there.name == template.name) {
                continue;
            }
            template.id = template_id;
            template_id = TemplateId(template_id.0.saturating_add(1));
        }
        // What the diary has of its own stays.
        if known.get(item.id()).is_none() {
            stocked.put(item);
        }
    }
    let mut changes = Vec::new();
    for item in stocked.items().filter(|item| known.get(item.id()).is_none()) {
        check_item(&stocked, &item)?;
        changes.push(Change::put(diary, Record::PantryItem(item)));
    }
    check_recipes(&stocked)?;
    Ok((changes, numbers))
}

fn renumbered<'a>(
    others: impl Iterator<Item = (FoodId, &'a Name)>,
    known: &BTreeMap<FoodId, &Name>,
    mut next: FoodId,
) -> Numbers {
    let mut numbers = Numbers::new();
    for (id, name) in others {
        if known.get(&id).is_none_or(|there| *there == name) {
            continue;
        }
        let same = known.iter().find(|(_, there)| **there == name).map(|(id, _)| *id);
        numbers.insert(id, same.unwrap_or(next));
        if same.is_none() {
            next = FoodId(next.0.saturating_add(1));
        }
    }
    numbers
}

fn renumber(item: &mut PantryItem, numbers: &Numbers) {
    let new = |id: &mut FoodId| *id = numbers.get(id).copied().unwrap_or(*id);
    match item {
        PantryItem::OwnFood(food) => new(&mut food.id),
        PantryItem::Recipe(recipe) => {
            new(&mut recipe.id);
            recipe.ingredients.iter_mut().for_each(|line| new(&mut line.food));
        }
        PantryItem::Template(template) => template.foods.iter_mut().for_each(|line| new(&mut line.food)),
        PantryItem::Favourite(food) => new(food),
        PantryItem::Drink(_, line) => new(&mut line.food),
    }
}

/// Gives the lines of pages the numbers their foods have in this diary.
pub(super) fn renumber_pages(pages: &mut [DayRecord], numbers: &Numbers) {
    if numbers.is_empty() {
        return;
    }
    for line in pages.iter_mut().flat_map(|page| &mut page.entries).flat_map(|entry| &mut entry.foods) {
        line.food = numbers.get(&line.food).copied().unwrap_or(line.food);
    }
}
