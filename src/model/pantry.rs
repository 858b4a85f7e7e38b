//! The pantry: what the diary keeps of food beside its days. Own foods, recipes, meals eaten again and again, favourites, and
//! what a click on a drink logs.
//!
//! A line of a meal holds number, grams and the name of its day, so no change in here rewrites what a past day says. What a
//! past day adds up to follows the pantry: correcting a label corrects every day on which that food was eaten. Who cooks a
//! dish differently from now on keeps it as a new recipe, and past days keep the old one.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::drink::Drink;
use super::food_line::{FoodId, FoodLine};
use super::meal_template::{MealTemplate, TemplateId};
use super::own_food::OwnFood;
use super::recipe::Recipe;

/// Own foods, recipes, meal templates, favourites, drinks.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Shelves", into = "Shelves")]
pub struct Pantry {
    /// Own foods.
    pub own: BTreeMap<FoodId, OwnFood>,
    /// Recipes.
    pub recipes: BTreeMap<FoodId, Recipe>,
    /// Meals to log with one click.
    pub templates: BTreeMap<TemplateId, MealTemplate>,
    /// Foods to have at hand.
    pub favourites: BTreeSet<FoodId>,
    /// What a click on a drink logs, where that is not the usual size.
    pub drinks: BTreeMap<Drink, FoodLine>,
}

/// One thing of the pantry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum PantryItem {
    /// An own food.
    OwnFood(OwnFood),
    /// A recipe.
    Recipe(Recipe),
    /// A meal template.
    Template(MealTemplate),
    /// A favourite.
    Favourite(FoodId),
    /// What a click on a drink logs.
    Drink(Drink, FoodLine),
}

/// Which thing of the pantry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PantryItemId {
    /// An own food.
    OwnFood(FoodId),
    /// A recipe.
    Recipe(FoodId),
    /// A meal template.
    Template(TemplateId),
    /// A favourite.
    Favourite(FoodId),
    /// What a click on a drink logs.
    Drink(Drink),
}

impl PantryItem {
    /// Which thing it is.
    pub fn id(&self) -> PantryItemId {
        match self {
            Self::OwnFood(food) => PantryItemId::OwnFood(food.id),
            Self::Recipe(recipe) => PantryItemId::Recipe(recipe.id),
            Self::Template(template) => PantryItemId::Template(template.id),
            Self::Favourite(food) => PantryItemId::Favourite(*food),
            Self::Drink(drink, _) => PantryItemId::Drink(*drink),
        }
    }
}

impl Pantry {
    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The thing with a number.
    pub fn get(&self, id: PantryItemId) -> Option<PantryItem> {
        match id {
            PantryItemId::OwnFood(id) => self.own.get(&id).cloned().map(PantryItem::OwnFood),
            PantryItemId::Recipe(id) => self.recipes.get(&id).cloned().map(PantryItem::Recipe),
            PantryItemId::Template(id) => self.templates.get(&id).cloned().map(PantryItem::Template),
            PantryItemId::Favourite(food) => self.favourites.get(&food).copied().map(PantryItem::Favourite),
            PantryItemId::Drink(drink) => self.drinks.get(&drink).cloned().map(|line| PantryItem::Drink(drink, line)),
        }
    }

    /// Everything in it.
    pub fn items(&self) -> impl Iterator<Item = PantryItem> + '_ {
        let own = self.own.values().cloned().map(PantryItem::OwnFood);
        let recipes = self.recipes.values().cloned().map(PantryItem::Recipe);
        let templates = self.templates.values().cloned().map(PantryItem::Template);
        let favourites = self.favourites.iter().copied().map(PantryItem::Favourite);
        let drinks = self.drinks.iter().map(|(drink, line)| PantryItem::Drink(*drink, line.clone()));
        own.chain(recipes).chain(templates).chain(favourites).chain(drinks)
    }

    /// Puts a thing in; one with its number gives way.
    pub fn put(&mut self, item: PantryItem) {
        match item {
            PantryItem::OwnFood(food) => drop(self.own.insert(food.id, food)),
            PantryItem::Recipe(recipe) => drop(self.recipes.insert(recipe.id, recipe)),
            PantryItem::Template(template) => drop(self.templates.insert(template.id, template)),
            PantryItem::Favourite(food) => _ = self.favourites.insert(food),
            PantryItem::Drink(drink, line) => drop(self.drinks.insert(drink, line)),
        }
    }

    /// Takes a thing out.
    pub fn remove(&mut self, id: PantryItemId) {
        match id {
            PantryItemId::OwnFood(id) => drop(self.own.remove(&id)),
            PantryItemId::Recipe(id) => drop(self.recipes.remove(&id)),
            PantryItemId::Template(id) => drop(self.templates.remove(&id)),
            PantryItemId::Favourite(food) => _ = self.favourites.remove(&food),
            PantryItemId::Drink(drink) => drop(self.drinks.remove(&drink)),
        }
    }

    /// The foods that what is in it speaks of: ingredients, foods of templates, favourites, drinks.
    pub fn foods_spoken_of(&self) -> impl Iterator<Item = FoodId> + '_ {
        let ingredients = self.recipes.values().flat_map(|recipe| &recipe.ingredients);
        let meals = self.templates.values().flat_map(|template| &template.foods);
        let lines = ingredients.chain(meals).chain(self.drinks.values()).map(|line| line.food);
        lines.chain(self.favourites.iter().copied())
    }
}

/// The pantry as files hold it: in lists a person can read.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Pantry", deny_unknown_fields)]
struct Shelves {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    own_foods: Vec<OwnFood>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    recipes: Vec<Recipe>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    templates: Vec<MealTemplate>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    favourites: BTreeSet<FoodId>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    drinks: BTreeMap<Drink, FoodLine>,
}

impl From<Pantry> for Shelves {
    fn from(pantry: Pantry) -> Self {
        let Pantry { own, recipes, templates, favourites, drinks } = pantry;
        Self {
            own_foods: own.into_values().collect(),
            recipes: recipes.into_values().collect(),
            templates: templates.into_values().collect(),
            favourites,
            drinks,
        }
    }
}

/// A number that stands twice in an edited file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the number {0} stands twice; give one of the two another number")]
struct StandsTwice(u32);

impl TryFrom<Shelves> for Pantry {
    type Error = StandsTwice;

    fn try_from(shelves: Shelves) -> Result<Self, StandsTwice> {
        let Shelves { own_foods, recipes, templates, favourites, drinks } = shelves;
        Ok(Self {
            own: by_number(own_foods, |food| food.id, |id| id.0)?,
            recipes: by_number(recipes, |recipe| recipe.id, |id| id.0)?,
            templates: by_number(templates, |template| template.id, |id| id.0)?,
            favourites,
            drinks,
        })
    }
}

fn by_number<Id: Ord + Copy, Item>(
    items: Vec<Item>,
    id: impl Fn(&Item) -> Id,
    number: impl Fn(Id) -> u32,
) -> Result<BTreeMap<Id, Item>, StandsTwice> {
    let mut found = BTreeMap::new();
    for item in items {
        let id = id(&item);
        if found.insert(id, item).is_some() {
            return Err(StandsTwice(number(id)));
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::text::Name;

    #[test]
    fn a_pantry_reads_back_and_one_number_for_two_foods_is_refused() {
        let name = |text: &str| Name::new(text).unwrap();
        let mut pantry = Pantry::default();
        pantry.put(PantryItem::OwnFood(OwnFood::blank(FoodId::FIRST_OWN, name("Own bread"))));
        pantry.put(PantryItem::Favourite(FoodId(63_203_010)));
        let tea = FoodLine { food: FoodId(92_302_000), grams: 300.0, name: name("Tea") };
        pantry.put(PantryItem::Drink(Drink::Tea, tea));
        let text = ron::to_string(&pantry).unwrap();
        assert_eq!(ron::from_str::<Pantry>(&text).unwrap(), pantry);
        assert_eq!(ron::from_str::<Pantry>("()").unwrap(), Pantry::default());
        let food = ron::to_string(&OwnFood::blank(FoodId::FIRST_OWN, name("Own bread"))).unwrap();
        let twice = ron::from_str::<Pantry>(&format!("(own_foods:[{food},{food}])")).unwrap_err();
        assert!(twice.to_string().contains("the number 1000000000 stands twice"), "{twice}");
    }
}
