//! The built-in food table, read once when it is first asked for.

use std::sync::{LazyLock, OnceLock};

use super::food::{Food, PlantId};
use super::index::{Index, Searchable};
use super::pack::{Unpacked, unpack};
use super::plants::Plant;

use crate::model::food_line::FoodId;

static PACKED: &[u8] = include_bytes!("../../assets/foods/foods.bin");

static TABLE: LazyLock<FoodTable> = LazyLock::new(|| {
    // The bytes are part of the program and a test reads them; should they ever be damaged, the diary works without foods.
    let content = unpack(PACKED).unwrap_or_else(|error| {
        log::error!("{error}");
        Unpacked::default()
    });
    FoodTable { content, index: OnceLock::new() }
});

/// What must be shown wherever the table's sources are named.
pub const ATTRIBUTION: [&str; 3] = [
    "Food data: U.S. Department of Agriculture, Agricultural Research Service, FoodData Central (SR Legacy, FNDDS 2021-2023, \
     FPED), public domain.",
    "Anses. Ciqual French food composition table, version 2017. (Open Licence)",
    "Contains public sector information licensed under the Open Government Licence v3.0: Composition of Foods Integrated \
     Dataset (CoFID), Public Health England, 2015.",
];

/// Foods, plants and search words.
#[derive(Debug)]
pub struct FoodTable {
    content: Unpacked,
    index: OnceLock<Index>,
}

impl FoodTable {
    /// The built-in table.
    pub fn get() -> &'static Self {
        &TABLE
    }

    /// All foods in the order of their numbers.
    pub fn foods(&self) -> &[Food] {
        &self.content.foods
    }

    /// The food with a number.
    pub fn food(&self, id: FoodId) -> Option<&Food> {
        let at = self.content.foods.binary_search_by_key(&id, |food| food.id).ok()?;
        self.content.foods.get(at)
    }

    /// All food plants.
    pub fn plants(&self) -> &[Plant] {
        &self.content.plants
    }

    /// One plant.
    pub fn plant(&self, id: PlantId) -> Option<&Plant> {
        self.content.plants.get(usize::from(id.0))
    }

    /// The plant with a key such as `oat`.
    pub fn plant_by_key(&self, key: &str) -> Option<PlantId> {
        let at = self.content.plants.iter().position(|plant| plant.key == key)?;
        u16::try_from(at).ok().map(PlantId)
    }

    /// Search words and what they stand for.
    pub fn synonyms(&self) -> &[(&'static str, &'static str)] {
        &self.content.synonyms
    }

    /// The search index over the table, made when first asked for.
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let foods = self.content.foods.iter().map(|food| Searchable {
                id: food.id,
                name: food.name,
                aliases: &food.aliases,
                prior: food.prior,
            });
            Index::new(foods, &self.content.synonyms)
        })
    }
}
