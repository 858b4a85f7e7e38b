//! Search over everything that can be eaten: the table, and the own foods and recipes of one pantry.

use super::index::{Index, Searchable};
use super::pantry::Pantry;
use super::search::{Hit, grouped};
use super::table::FoodTable;
use crate::model::food_line::FoodId;

/// How common an own food counts: more than any of the table.
const OWN_PRIOR: u8 = 99;
/// Hits of one kind of food.
const OF_A_KIND: usize = 3;

/// Finds foods for one person.
#[derive(Debug)]
pub struct Finder {
    own: Index,
}

impl Finder {
    /// Takes in the own foods and recipes of a pantry that are offered.
    pub fn new(pantry: &Pantry) -> Self {
        let foods = pantry.own.values().filter(|food| !food.hidden).map(|food| (food.id, food.name.as_str()));
        let dishes = pantry.recipes.values().filter(|dish| !dish.hidden).map(|dish| (dish.id, dish.name.as_str()));
        let all = foods.chain(dishes);
        let own = all.map(|(id, name)| Searchable { id, name, aliases: &[], prior: OWN_PRIOR });
        Self { own: Index::new(own, &[]) }
    }

    /// The best hits, best first, with at most three of a kind. `personal` is 0 for a food never eaten up to 1 for one eaten
    /// daily.
    pub fn find(&self, pantry: &Pantry, text: &str, limit: usize, personal: &dyn Fn(FoodId) -> f64) -> Vec<Hit> {
        if text.trim().is_empty() {
            return Vec::new();
        }
        let mut hits = self.own.find(text, limit, &|_| true, personal);
        hits.extend(FoodTable::get().index().find(text, 4 * limit, &|_| true, personal));
        hits.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.id.cmp(&b.id)));
        let groups = grouped(&hits, OF_A_KIND, |food| pantry.name(food));
        groups.into_iter().flat_map(|group| group.hits).take(limit).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::own_food::OwnFood;
    use crate::model::text::Name;

    #[test]
    fn an_own_food_is_found_among_those_of_the_table_until_it_is_hidden() {
        let mut pantry = Pantry::default();
        let food = OwnFood::blank(FoodId::FIRST_OWN, Name::new("Seed bread from the corner").unwrap());
        pantry.own.insert(food.id, food);
        let hits = Finder::new(&pantry).find(&pantry, "seed bread", 8, &|_| 0.0);
        assert!(hits.iter().take(2).any(|hit| hit.id == FoodId::FIRST_OWN), "{hits:?}");
        assert!(hits.len() > 2);
        pantry.own.values_mut().for_each(|food| food.hidden = true);
        let hits = Finder::new(&pantry).find(&pantry, "seed bread", 8, &|_| 0.0);
        assert!(hits.iter().all(|hit| hit.id != FoodId::FIRST_OWN));
        assert!(Finder::new(&pantry).find(&pantry, "  ", 8, &|_| 0.0).is_empty());
    }
}
