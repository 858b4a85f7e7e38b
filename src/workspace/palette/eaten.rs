//! Foods that a line names: to be added to the open day, with the amount that is typed or is usual.

use super::{Meaning, OF_A_KIND, PaletteOffer, PaletteScope};
use crate::edit::{Command, EntryDraft};
use crate::foods::food_words::{FoodWords, is_drunk};
use crate::foods::meal_line::line;
use crate::model::entry::EntryKind;
use crate::model::food_line::{FoodId, FoodLine};
use crate::words::rounded;

/// Grams where neither the line nor anything else says how much.
const USUAL_GRAMS: f64 = 100.0;

/// The foods that fit, each as one step; in a diary open for reading, their pages.
pub(super) fn offers(scope: &PaletteScope<'_>, typed: &str) -> Vec<PaletteOffer> {
    let words = FoodWords::read(typed);
    let found = scope.finder.find(scope.diary.pantry(), words.name, OF_A_KIND, &|food| scope.habits.weight(food));
    let foods = found.into_iter().map(|hit| hit.id).filter(|food| is_named(scope, *food, words.name));
    let foods: Vec<FoodId> = foods.collect();
    let added = foods.iter().filter(|_| scope.is_writable).filter_map(|food| added(scope, words, *food));
    let page = foods.first().and_then(|food| {
        let words = scope.diary.pantry().name(*food)?.to_owned();
        Some(PaletteOffer { meaning: Meaning::Food(*food), verb: "Read", words, detail: "food".to_owned() })
    });
    added.chain(page).collect()
}

/// Whether a food has a word that begins as typed: guesses at a slip of the hand belong to the search of foods, not here.
fn is_named(scope: &PaletteScope<'_>, food: FoodId, typed: &str) -> bool {
    let first = typed.split_whitespace().next().unwrap_or_default();
    // "oats" finds "Oat bran".
    let stem = first.strip_suffix('s').filter(|stem| stem.len() > 2).unwrap_or(first);
    scope.diary.pantry().name(food).is_some_and(|name| super::words_begin(name, stem))
}

fn added(scope: &PaletteScope<'_>, words: FoodWords<'_>, food: FoodId) -> Option<PaletteOffer> {
    let pantry = scope.diary.pantry();
    let usual = || scope.habits.grams_to_offer(pantry, food).unwrap_or(USUAL_GRAMS);
    let line: FoodLine = line(pantry, food, words.grams(pantry, food).unwrap_or_else(usual)).ok()?;
    let kind = if is_drunk(pantry, food) { EntryKind::Drink } else { EntryKind::Meal };
    let said = format!("{}, {} g", line.name, rounded(line.grams, 0));
    let draft = EntryDraft { foods: vec![line], ..EntryDraft::new(kind) };
    let command = Command::Log { day: scope.day, drafts: vec![draft] };
    let detail = scope.day.brief(scope.today);
    Some(PaletteOffer { meaning: Meaning::Edit(command), verb: "Add", words: said, detail })
}
