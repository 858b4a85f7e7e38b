//! Food plants, and how many different ones were eaten in a week.

use std::collections::BTreeMap;

use super::food::PlantId;
use super::pantry::Pantry;
use super::table::FoodTable;
use crate::model::food_line::FoodLine;
use crate::model::time::Day;

/// How long the count looks back, in days.
pub const WINDOW_DAYS: i32 = 7;
/// The most points that herbs, spices, coffee and tea give together.
pub const MOST_SMALL_POINTS: f64 = 3.0;

/// What kind of plant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum PlantKind {
    Vegetable,
    Fruit,
    Legume,
    Spice,
    Herb,
    Nut,
    Grain,
    Tuber,
    Seed,
    Fungus,
    /// Tea, coffee, cocoa.
    Beverage,
    Alga,
}

impl PlantKind {
    /// All kinds with their keys, in the order of the packed table.
    pub const ALL: [(Self, &'static str); 12] = [
        (Self::Vegetable, "vegetable"),
        (Self::Fruit, "fruit"),
        (Self::Legume, "legume"),
        (Self::Spice, "spice"),
        (Self::Herb, "herb"),
        (Self::Nut, "nut"),
        (Self::Grain, "grain"),
        (Self::Tuber, "tuber"),
        (Self::Seed, "seed"),
        (Self::Fungus, "fungus"),
        (Self::Beverage, "beverage"),
        (Self::Alga, "alga"),
    ];

    /// Word for people.
    pub fn label(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |(_, key)| key)
    }
}

/// A food plant; all its colours and forms are one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plant {
    /// Key and name: `sweet potato`.
    pub key: &'static str,
    /// What kind of plant.
    pub kind: PlantKind,
    /// Points it counts: 1, or 0.25 for herbs, spices, tea and coffee.
    pub points: f64,
}

/// A plant that was eaten, and where it came from.
#[derive(Debug, Clone, PartialEq)]
pub struct PlantEaten {
    /// Which plant.
    pub id: PlantId,
    /// Its facts.
    pub plant: Plant,
    /// Days on which it was eaten, each once, rising.
    pub days: Vec<Day>,
    /// Names of the foods it was in, each once.
    pub foods: Vec<String>,
    /// Grams of it, estimated from the shares.
    pub grams: f64,
}

/// The different plants of a window of days.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlantsEaten {
    /// Plants, those with most grams first.
    pub list: Vec<PlantEaten>,
}

impl PlantsEaten {
    /// Different plants, herbs and the like included.
    pub fn distinct(&self) -> usize {
        self.list.len()
    }

    /// Points: 1 a plant; herbs, spices, tea and coffee 0.25 each, at most [`MOST_SMALL_POINTS`] together.
    pub fn points(&self) -> f64 {
        points(self.list.iter().map(|eaten| eaten.plant))
    }
}

/// Points of different plants: 1 each; 0.25 for herbs, spices, tea and coffee, at most [`MOST_SMALL_POINTS`] together.
pub fn points(plants: impl Iterator<Item = Plant>) -> f64 {
    let (mut whole, mut small) = (0.0, 0.0);
    for plant in plants {
        *(if plant.points < 1.0 { &mut small } else { &mut whole }) += plant.points;
    }
    whole + small.min(MOST_SMALL_POINTS)
}

/// The different plants in the [`WINDOW_DAYS`] days up to `last`. Juice, oil, sugar and refined flour hold none, as the table
/// says; a dish counts with every plant in it.
pub fn eaten_in_week<'a>(pantry: &Pantry, lines: impl Iterator<Item = (Day, &'a FoodLine)>, last: Day) -> PlantsEaten {
    let table = FoodTable::get();
    let mut eaten: BTreeMap<PlantId, PlantEaten> = BTreeMap::new();
    for (day, line) in lines.filter(|(day, _)| (0..WINDOW_DAYS).contains(&last.days_since(*day))) {
        pantry.each_part(line.food, line.grams, &mut |part| {
            for (id, share) in part.plants() {
                let Some(plant) = table.plant(id) else { continue };
                let entry = eaten.entry(id).or_insert_with(|| PlantEaten {
                    id,
                    plant: *plant,
                    days: Vec::new(),
                    foods: Vec::new(),
                    grams: 0.0,
                });
                entry.grams += share * part.grams;
                if let Err(at) = entry.days.binary_search(&day) {
                    entry.days.insert(at, day);
                }
                if entry.foods.iter().all(|name| name != line.name.as_str()) {
                    entry.foods.push(line.name.as_str().to_owned());
                }
            }
        });
    }
    let mut plants: Vec<PlantEaten> = eaten.into_values().collect();
    plants.sort_by(|a, b| b.grams.total_cmp(&a.grams).then(a.id.cmp(&b.id)));
    PlantsEaten { list: plants }
}
