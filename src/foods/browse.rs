//! The foods as a list to look through: everything, or what a word, a shelf or a tag leaves, in an order of one's choice.

use std::cmp::Ordering;

use super::index::{Index, Searchable};
use super::pantry::{Content, Pantry};
use super::table::FoodTable;
use super::tags::{Presence, Tag};
use crate::model::food_line::FoodId;
use crate::model::nutrient::Nutrient;

/// Which foods are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shelf {
    /// The table, own foods and recipes.
    #[default]
    All,
    /// Favourites.
    Favourites,
    /// Own foods and recipes.
    Own,
    /// Foods that have a tag, or may have it.
    With(Tag),
    /// Foods that do not have it, as far as the rules tell.
    Without(Tag),
}

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// As the search finds them; while nothing is typed, what is eaten often and what is common first.
    #[default]
    Fit,
    /// By name.
    Name,
    /// Most of a nutrient first, unknown last.
    Most(Nutrient),
    /// Least of a nutrient first, unknown last.
    Least(Nutrient),
}

impl Pantry {
    /// Amount in 100 g of a food; `None` if not known. A recipe holds what its ingredients hold.
    pub fn per_100g(&self, id: FoodId, nutrient: Nutrient) -> Option<f64> {
        let mut sum = Some(0.0);
        self.each_part(id, 100.0, &mut |part| {
            let amount = part.per_100g(nutrient).map(|amount| amount * part.grams / 100.0);
            sum = sum.and_then(|sum| Some(sum + amount?));
        });
        sum
    }

    /// The strongest that any part of a food has of a tag.
    pub fn presence(&self, id: FoodId, tag: Tag) -> Presence {
        let mut strongest = Presence::No;
        self.each_part(id, 100.0, &mut |part| {
            strongest = strongest.max(part.tags().map_or(Presence::No, |tags| tags.has(tag)));
        });
        strongest
    }

    /// Group of a food of the table, or what else it is.
    pub fn group(&self, id: FoodId) -> &'static str {
        if id.is_recipe() {
            return "Own recipe";
        }
        FoodTable::get().food(id).map_or("Own food", |food| food.group)
    }

    fn is_on(&self, place: Shelf, id: FoodId) -> bool {
        match place {
            Shelf::All => true,
            Shelf::Favourites => self.favourites.contains(&id),
            Shelf::Own => id.is_own() || id.is_recipe(),
            Shelf::With(tag) => self.presence(id, tag) != Presence::No,
            Shelf::Without(tag) => self.presence(id, tag) == Presence::No && self.is_known(id),
        }
    }

    /// Whether anything is known of every part of a food; without that nobody can say that it is free of something.
    fn is_known(&self, id: FoodId) -> bool {
        let mut known = true;
        self.each_part(id, 100.0, &mut |part| known &= !matches!(part.content, Content::Unknown));
        known
    }

    /// Numbers of everything that can be listed; own foods and recipes that are no longer offered are left out.
    fn listed(&self) -> impl Iterator<Item = FoodId> + '_ {
        let own = self.own.values().filter(|food| !food.hidden).map(|food| food.id);
        let recipes = self.recipes.values().filter(|recipe| !recipe.hidden).map(|recipe| recipe.id);
        own.chain(recipes).chain(FoodTable::get().foods().iter().map(|food| food.id))
    }
}

/// The foods that are left, in order. `personal` is as for the search: 0 for a food never eaten, up to 1.
pub fn list(pantry: &Pantry, text: &str, shelf: Shelf, order: Order, personal: &dyn Fn(FoodId) -> f64) -> Vec<FoodId> {
    let mut foods: Vec<FoodId> = if text.trim().is_empty() {
        pantry.listed().filter(|id| pantry.is_on(shelf, *id)).collect()
    } else {
        found(pantry, text, shelf, personal)
    };
    match order {
        Order::Fit if !text.trim().is_empty() => {}
        Order::Fit => usual_first(pantry, &mut foods, personal),
        Order::Name => foods.sort_by_cached_key(|id| pantry.name(*id).unwrap_or_default().to_lowercase()),
        Order::Most(nutrient) => by_amount(pantry, &mut foods, nutrient, |a, b| b.total_cmp(&a)),
        Order::Least(nutrient) => by_amount(pantry, &mut foods, nutrient, |a, b| a.total_cmp(&b)),
    }
    foods
}

fn found(pantry: &Pantry, text: &str, shelf: Shelf, personal: &dyn Fn(FoodId) -> f64) -> Vec<FoodId> {
    let keep = |id: FoodId| pantry.is_on(shelf, id);
    let own: Vec<FoodId> = pantry.listed().take_while(|id| id.is_own() || id.is_recipe()).collect();
    let own =
        own.iter().filter_map(|id| Some(Searchable { id: *id, name: pantry.name(*id)?, aliases: &[], prior: 99 }));
    let own = Index::new(own, &[]);
    let mut hits = own.find(text, usize::MAX, &keep, personal);
    hits.extend(FoodTable::get().index().find(text, usize::MAX, &keep, personal));
    hits.sort_by(|a, b| b.score.total_cmp(&a.score));
    hits.into_iter().map(|hit| hit.id).collect()
}

/// What this person eats most often, then what is common, then by name.
fn usual_first(pantry: &Pantry, foods: &mut [FoodId], personal: &dyn Fn(FoodId) -> f64) {
    let table = FoodTable::get();
    foods.sort_by_cached_key(|id| {
        #[expect(clippy::cast_possible_truncation, reason = "a weight of 0 to 1, in thousandths")]
        let weight = (personal(*id).clamp(0.0, 1.0) * 1000.0) as i32;
        let prior = table.food(*id).map_or(100, |food| i32::from(food.prior));
        (-weight, -prior, pantry.name(*id).unwrap_or_default().to_lowercase())
    });
}

fn by_amount(pantry: &Pantry, foods: &mut [FoodId], nutrient: Nutrient, order: impl Fn(f64, f64) -> Ordering) {
    foods.sort_by_cached_key(|id| pantry.name(*id).unwrap_or_default().to_lowercase());
    let mut amounts: Vec<(Option<f64>, FoodId)> =
        foods.iter().map(|id| (pantry.per_100g(*id, nutrient), *id)).collect();
    amounts.sort_by(|(a, _), (b, _)| match (a, b) {
        (Some(a), Some(b)) => order(*a, *b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    });
    for (place, (_, id)) in foods.iter_mut().zip(amounts) {
        *place = id;
    }
}
