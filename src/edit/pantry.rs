//! What may be kept in the pantry, what giving it up means for past days, and what of another pantry an import brings.

use std::collections::BTreeMap;

use super::change::Change;
use super::error::CommandError;
use super::validate::MOST_FOODS;
use crate::model::diary::Diary;
use crate::model::food_line::{FoodId, FoodLine, check_grams};
use crate::model::meal_template::TemplateId;
use crate::model::page::Page;
use crate::model::pantry::{Pantry, PantryItem, PantryItemId};
use crate::model::text::Name;

/// Checks a thing of the pantry against what else is in there.
///
/// # Errors
/// [`CommandError::Pantry`] with its name, the rule and the way out.
pub fn check_item(pantry: &Pantry, item: &PantryItem) -> Result<(), CommandError> {
    let wrong = |name: &Name, reason: String| Err(CommandError::Pantry(format!("{name}: {reason}")));
    let amount = |line: &FoodLine| check_grams(line.grams).map(drop).map_err(|error| error.to_string());
    match item {
        PantryItem::OwnFood(food) => food.faults().first().map_or(Ok(()), |fault| wrong(&food.name, fault.to_string())),
        PantryItem::Recipe(recipe) => recipe.check(pantry).or_else(|fault| wrong(&recipe.name, fault.to_string())),
        PantryItem::Template(template) if template.foods.is_empty() => {
            wrong(&template.name, "a meal to log again needs at least one food".to_owned())
        }
        PantryItem::Template(template) if template.foods.len() > MOST_FOODS => {
            wrong(&template.name, format!("a meal holds at most {MOST_FOODS} foods, not {}", template.foods.len()))
        }
        PantryItem::Template(template) => {
            template.foods.iter().try_for_each(amount).or_else(|fault| wrong(&template.name, fault))
        }
        PantryItem::Drink(_, line) => amount(line).or_else(|fault| wrong(&line.name, fault)),
        PantryItem::Favourite(_) => Ok(()),
    }
}

/// Puts a thing into the pantry; no change if it is already there as it is.
pub(super) fn keep(diary: &Diary, item: PantryItem) -> Result<Option<Change>, CommandError> {
    if let PantryItem::Favourite(food) = &item
        && diary.pantry().name(*food).is_none()
    {
        return Err(CommandError::Pantry(format!(
            "no food has the number {}; please choose one of the search",
            food.0
        )));
    }
    let before = diary.pantry().get(item.id());
    if before.as_ref() == Some(&item) {
        return Ok(None);
    }
    let mut after = Pantry::clone(diary.pantry());
    after.put(item.clone());
    check_item(&after, &item)?;
    check_recipes(&after)?;
    Ok(Some(Change::Pantry { id: item.id(), before: before.map(Box::new), after: Some(Box::new(item)) }))
}

/// A recipe may have become part of another one that is now too deep.
fn check_recipes(pantry: &Pantry) -> Result<(), CommandError> {
    pantry.recipes.values().try_for_each(|recipe| check_item(pantry, &PantryItem::Recipe(recipe.clone())))
}

/// Gives a thing up. An own food or recipe that a meal, a dish or a template speaks of stays, hidden, so that past days keep
/// what they add up to; it is no favourite any more.
pub(super) fn give_up(diary: &Diary, id: PantryItemId) -> Result<Vec<Change>, CommandError> {
    let gone = || CommandError::Nothing("this is no longer there; it may have been removed or undone".to_owned());
    let before = diary.pantry().get(id).ok_or_else(gone)?;
    let after = match before.clone() {
        PantryItem::OwnFood(mut food) if is_used(diary, food.id) => {
            food.hidden = true;
            Some(PantryItem::OwnFood(food))
        }
        PantryItem::Recipe(mut recipe) if is_used(diary, recipe.id) => {
            recipe.hidden = true;
            Some(PantryItem::Recipe(recipe))
        }
        _ => None,
    };
    if after.as_ref() == Some(&before) {
        return Err(gone());
    }
    let mut changes = vec![Change::Pantry { id, before: Some(Box::new(before)), after: after.map(Box::new) }];
    if let PantryItemId::OwnFood(food) | PantryItemId::Recipe(food) = id {
        let id = PantryItemId::Favourite(food);
        let favourite = diary.pantry().get(id);
        changes.extend(favourite.map(|item| Change::Pantry { id, before: Some(Box::new(item)), after: None }));
    }
    Ok(changes)
}

/// Whether a past meal, a dish, a template or a drink speaks of a food.
fn is_used(diary: &Diary, food: FoodId) -> bool {
    let in_pages = || diary.pages().any(|page| page.entries.iter().any(|entry| has(&entry.foods, food)));
    let pantry = diary.pantry();
    pantry.recipes.values().any(|recipe| has(&recipe.ingredients, food))
        || pantry.templates.values().any(|template| has(&template.foods, food))
        || pantry.drinks.values().any(|line| line.food == food)
        || in_pages()
}

fn has(lines: &[FoodLine], food: FoodId) -> bool {
    lines.iter().any(|line| line.food == food)
}

/// Numbers that foods of another diary get in this one.
pub(super) type Numbers = BTreeMap<FoodId, FoodId>;

/// What of another pantry is added, and the numbers its foods get. A food of the same number and name is the same food, and
/// this diary's own stays; one whose number is taken gets another.
pub(super) fn stock(diary: &Diary, other: &Pantry, pages: &[Page]) -> Result<(Vec<Change>, Numbers), CommandError> {
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
        changes.push(Change::Pantry { id: item.id(), before: None, after: Some(Box::new(item)) });
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
pub(super) fn renumber_pages(pages: &mut [Page], numbers: &Numbers) {
    if numbers.is_empty() {
        return;
    }
    for line in pages.iter_mut().flat_map(|page| &mut page.entries).flat_map(|entry| &mut entry.foods) {
        line.food = numbers.get(&line.food).copied().unwrap_or(line.food);
    }
}
