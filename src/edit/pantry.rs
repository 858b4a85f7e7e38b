//! What may be kept in the pantry, and what giving it up means for past days.

use super::change::Change;
use super::error::CommandError;
use super::validate::MOST_FOODS;
use crate::foods::past_meals::short_name;
use crate::model::diary::Diary;
use crate::model::food_line::{FoodId, FoodLine, check_grams};
use crate::model::meal_template::TemplateId;
use crate::model::pantry::{Pantry, PantryItem, PantryItemId};
use crate::model::record::{Record, RecordKey};
use crate::model::text::Name;

/// Checks a thing of the pantry against what else is in there.
///
/// # Errors
/// [`CommandError::Pantry`] with its name, the rule and the way out.
pub(super) fn check_item(pantry: &Pantry, item: &PantryItem) -> Result<(), CommandError> {
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
pub(super) fn keep(diary: &Diary, item: PantryItem) -> Result<Vec<Change>, CommandError> {
    if let PantryItem::Favourite(food) = &item
        && diary.pantry().name(*food).is_none()
    {
        return Err(CommandError::Pantry(format!(
            "no food has the number {}; please choose one of the search",
            food.0
        )));
    }
    let item = numbered(diary, item);
    let change = Change::put(diary, Record::PantryItem(item.clone()));
    if change.is_nothing() {
        return Ok(Vec::new());
    }
    let mut after = Pantry::clone(diary.pantry());
    after.put(item.clone());
    check_item(&after, &item)?;
    check_recipes(&after)?;
    Ok(vec![change])
}

/// What has no number yet gets the next one.
fn numbered(diary: &Diary, mut item: PantryItem) -> PantryItem {
    match &mut item {
        PantryItem::OwnFood(food) if food.id == FoodId::NEW_OWN => food.id = diary.next_own_food_id(),
        PantryItem::Recipe(recipe) if recipe.id == FoodId::NEW_RECIPE => recipe.id = diary.next_recipe_id(),
        PantryItem::Template(template) if template.id == TemplateId::NEW => template.id = diary.next_template_id(),
        _ => {}
    }
    item
}

/// A recipe may have become part of another one that is now too deep.
pub(super) fn check_recipes(pantry: &Pantry) -> Result<(), CommandError> {
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
    let mut changes = vec![match after {
        Some(item) => Change::put(diary, Record::PantryItem(item)),
        None => Change::delete(diary, RecordKey::PantryItem(id)),
    }];
    if let PantryItemId::OwnFood(food) | PantryItemId::Recipe(food) = id
        && diary.pantry().favourites.contains(&food)
    {
        changes.push(Change::delete(diary, RecordKey::PantryItem(PantryItemId::Favourite(food))));
    }
    Ok(changes)
}

/// Whether a past meal, a dish, a template or a drink speaks of a food.
fn is_used(diary: &Diary, food: FoodId) -> bool {
    let in_pages = || diary.day_records().any(|page| page.entries.iter().any(|entry| has(&entry.foods, food)));
    let pantry = diary.pantry();
    pantry.recipes.values().any(|recipe| has(&recipe.ingredients, food))
        || pantry.templates.values().any(|template| has(&template.foods, food))
        || pantry.drinks.values().any(|line| line.food == food)
        || in_pages()
}

fn has(lines: &[FoodLine], food: FoodId) -> bool {
    lines.iter().any(|line| line.food == food)
}

pub(super) fn name_of_keeping(diary: &Diary, item: &PantryItem) -> String {
    let before = diary.pantry().get(item.id());
    let was_hidden = match &before {
        Some(PantryItem::OwnFood(food)) => food.hidden,
        Some(PantryItem::Recipe(recipe)) => recipe.hidden,
        _ => false,
    };
    let verb = match &before {
        None => "adding",
        Some(_) if was_hidden => "bringing back",
        Some(_) => "changing",
    };
    match item {
        PantryItem::OwnFood(food) => format!("{verb} {}", food.name),
        PantryItem::Recipe(recipe) => format!("{verb} {}", recipe.name),
        PantryItem::Template(template) => format!("keeping {} to log again", template.name),
        PantryItem::Favourite(food) => {
            format!("making {} a favourite", short_name(diary.pantry().name(*food).unwrap_or("a food")))
        }
        PantryItem::Drink(drink, _) => format!("the size of {}", drink.label().to_lowercase()),
    }
}

pub(super) fn name_of_giving_up(diary: &Diary, id: PantryItemId) -> String {
    let pantry = diary.pantry();
    match id {
        PantryItemId::OwnFood(food) | PantryItemId::Recipe(food) => {
            format!("removing {}", pantry.name(food).unwrap_or("a food"))
        }
        PantryItemId::Template(id) => {
            let kept = pantry.templates.get(&id).map_or("a meal", |template| template.name.as_str());
            format!("no longer keeping {kept} to log again")
        }
        PantryItemId::Favourite(food) => {
            format!("taking {} off the favourites", short_name(pantry.name(food).unwrap_or("a food")))
        }
        PantryItemId::Drink(drink) => format!("the size of {}", drink.label().to_lowercase()),
    }
}
