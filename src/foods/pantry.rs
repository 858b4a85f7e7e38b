//! Everything that can be eaten: the built-in table, own foods and recipes, taken apart into foods whose values are known or
//! known to be unknown.

use super::food::{Food, PlantId};
use super::table::FoodTable;
use crate::model::food_line::FoodId;
use crate::model::food_tags::Tags;
use crate::model::nutrient::Nutrient;
use crate::model::own_food::OwnFood;
pub use crate::model::pantry::Pantry;

/// How deep recipes may stand in recipes.
pub const DEEPEST_RECIPE: usize = 4;
/// The most parts one line is taken apart into.
const MOST_PARTS: usize = 5_000;

/// What a part is made of.
#[derive(Debug, Clone, Copy)]
pub enum Content<'a> {
    /// A food of the table.
    Table(&'static Food),
    /// An own food.
    Own(&'a OwnFood),
    /// A number that stands for nothing known here, from an edited file or a deleted own food, or a recipe within itself.
    Unknown,
}

/// One food of a line: the line itself, or one of the ingredients of its recipe.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// Which food.
    pub id: FoodId,
    /// Grams of it.
    pub grams: f64,
    /// What it is.
    pub content: Content<'a>,
}

impl Part<'_> {
    /// Name of the food; empty if it stands for nothing known.
    pub fn name(&self) -> &str {
        match self.content {
            Content::Table(food) => food.name,
            Content::Own(food) => food.name.as_str(),
            Content::Unknown => "",
        }
    }

    /// Amount in 100 g; `None` if not known.
    pub fn per_100g(&self, nutrient: Nutrient) -> Option<f64> {
        match self.content {
            Content::Table(food) => food.per_100g(nutrient),
            Content::Own(food) => food.per_100g.get(&nutrient).copied(),
            Content::Unknown => None,
        }
    }

    /// Its tags; `None` if nothing is known of it.
    pub fn tags(&self) -> Option<&Tags> {
        match self.content {
            Content::Table(food) => Some(&food.tags),
            Content::Own(food) => Some(&food.tags),
            Content::Unknown => None,
        }
    }

    /// Plants in it, each with its share of the weight, 0 to 1.
    pub fn plants(&self) -> Vec<(PlantId, f64)> {
        match self.content {
            Content::Table(food) => {
                food.plants.iter().map(|share| (share.plant, f64::from(share.percent) / 100.0)).collect()
            }
            Content::Own(food) => {
                let table = FoodTable::get();
                let shares = food.plants.iter();
                shares.filter_map(|(key, percent)| Some((table.plant_by_key(key)?, percent / 100.0))).collect()
            }
            Content::Unknown => Vec::new(),
        }
    }

    /// Whether it is a coffee as it is drunk.
    pub fn is_coffee(&self) -> bool {
        matches!(self.content, Content::Table(food) if food.group == "Coffee")
    }

    /// Whether it is drunk rather than eaten.
    pub fn is_drink(&self) -> bool {
        match self.content {
            Content::Table(food) => food.is_drink(),
            Content::Own(food) => food.is_drink,
            Content::Unknown => false,
        }
    }
}

impl Pantry {
    /// Name of a food; `None` if the number stands for nothing.
    pub fn name(&self, id: FoodId) -> Option<&str> {
        if id.is_recipe() {
            self.recipes.get(&id).map(|recipe| recipe.name.as_str())
        } else if id.is_own() {
            self.own.get(&id).map(|food| food.name.as_str())
        } else {
            FoodTable::get().food(id).map(|food| food.name)
        }
    }

    /// Calls `visit` with every food that a line is made of. A recipe gives its ingredients, as much of each as the grams
    /// hold; anything that cannot be taken apart gives one unknown part.
    pub fn each_part<'a>(&'a self, id: FoodId, grams: f64, visit: &mut dyn FnMut(Part<'a>)) {
        let mut left = MOST_PARTS;
        self.take_apart(id, grams, &mut Vec::new(), &mut left, visit);
    }

    fn take_apart<'a>(
        &'a self,
        id: FoodId,
        grams: f64,
        path: &mut Vec<FoodId>,
        left: &mut usize,
        visit: &mut dyn FnMut(Part<'a>),
    ) {
        if id.is_recipe() {
            let recipe = self.recipes.get(&id).filter(|_| path.len() < DEEPEST_RECIPE && !path.contains(&id));
            if let Some((recipe, factor)) = recipe.and_then(|recipe| Some((recipe, grams / recipe.yield_grams()?))) {
                path.push(id);
                for line in recipe.ingredients.iter().take(*left) {
                    self.take_apart(line.food, line.grams * factor, path, left, visit);
                }
                path.pop();
                return;
            }
        }
        *left = left.saturating_sub(1);
        let content = if id.is_own() {
            self.own.get(&id).map_or(Content::Unknown, Content::Own)
        } else {
            FoodTable::get().food(id).map_or(Content::Unknown, Content::Table)
        };
        visit(Part { id, grams, content });
    }
}
