//! What foods add up to. A food whose value is not known makes the sum a lower bound, and the sum says so; nothing unknown is
//! ever counted as zero.

use super::amount::{amount, volume};
use super::counting::AddedSugars;
use super::food::PlantId;
use super::mediterranean::MediterraneanGrams;
use super::nutrient::Nutrient;
use super::pantry::{Pantry, Part};
use super::plants::{Plant, points};
use super::table::FoodTable;
use super::tags::{Fodmap, Level, Presence, Tag, Tags};
use crate::model::food_line::FoodLine;

/// A sum over foods.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Sum {
    /// The sum over the foods with a known value.
    pub known: f64,
    /// How many foods have no known value.
    pub unknown: u32,
    /// How many foods there are in all.
    pub foods: u32,
    /// Grams of all foods. Water and plain tea or coffee have no part in it: their weight says nothing of what was eaten.
    pub grams: f64,
    /// Of these, grams of the foods with a known value.
    pub known_grams: f64,
}

impl Sum {
    /// Which part of the weight has a known value, 0 to 1; `None` where nothing but water and plain tea or coffee was had.
    pub fn known_share(&self) -> Option<f64> {
        (self.grams > 0.0).then(|| self.known_grams / self.grams)
    }

    /// Whether the sum is complete: every food's value is known. The sum over no food is complete and 0.
    pub fn is_complete(&self) -> bool {
        self.unknown == 0
    }

    /// The sum in words: `12.3 g`, `at least 12.3 g, 2 of 5 foods unknown`, `unknown`.
    pub fn words(&self, unit: &str) -> String {
        let amount = if unit == "ml" { volume(self.known) } else { format!("{} {unit}", amount(self.known)) };
        match (self.unknown, self.foods) {
            (0, _) => amount,
            (unknown, foods) if unknown == foods => "unknown".to_owned(),
            (unknown, foods) => format!("at least {amount}, {unknown} of {foods} foods unknown"),
        }
    }

    fn add(&mut self, value: Option<f64>, grams: f64) {
        self.foods += 1;
        self.grams += grams;
        match value {
            Some(value) => {
                self.known += value;
                self.known_grams += grams;
            }
            None => self.unknown += 1,
        }
    }

    fn merge(&mut self, other: &Self) {
        self.known += other.known;
        self.unknown += other.unknown;
        self.foods += other.foods;
        self.grams += other.grams;
        self.known_grams += other.known_grams;
    }
}

/// How many foods carry a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TagCount {
    /// Foods with it.
    pub yes: u32,
    /// Foods where it depends on product or recipe.
    pub maybe: u32,
}

impl TagCount {
    fn add(&mut self, presence: Presence) {
        match presence {
            Presence::Yes => self.yes += 1,
            Presence::Maybe => self.maybe += 1,
            Presence::No => {}
        }
    }

    fn merge(&mut self, other: Self) {
        self.yes += other.yes;
        self.maybe += other.maybe;
    }

    /// The strongest that is there.
    pub fn presence(self) -> Presence {
        match (self.yes, self.maybe) {
            (0, 0) => Presence::No,
            (0, _) => Presence::Maybe,
            _ => Presence::Yes,
        }
    }
}

/// What foods add up to: a meal, a day, a week.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Totals {
    nutrients: [Sum; Nutrient::COUNT],
    plants: Vec<PlantId>,
    fodmap: [Option<Level>; Fodmap::ALL.len()],
    /// Foods, with a recipe's ingredients one by one.
    pub foods: u32,
    /// Grams of everything.
    pub grams: f64,
    /// Water drunk as water, in millilitres (= grams).
    pub water_drunk: f64,
    /// How many drinks of water that was.
    pub waters: u32,
    /// Water in all other drinks and foods, in millilitres (= grams).
    pub water_elsewhere: Sum,
    /// Alcohol in drinks, in grams.
    pub alcohol_from_drinks: Sum,
    /// Vitamin A that is retinol already, in micrograms: see [`Part::preformed_vitamin_a`]. Always a lower bound.
    pub preformed_vitamin_a: f64,
    /// Foods by the groups of a Mediterranean way of eating.
    pub mediterranean: MediterraneanGrams,
    /// Drinks: foods that are drunk.
    pub drinks: u32,
    /// Coffees: foods of that group that are drunk.
    pub coffees: u32,
    /// Foods made by fermentation, live or not.
    pub fermented: u32,
    /// Portions with live cultures, from [`super::counting::LIVE_GRAMS`] on.
    pub live_cultures: TagCount,
    /// Foods rich in prebiotics.
    pub prebiotic: u32,
    /// Foods whose class of processing is known; plain water, tea and coffee are not among them.
    pub nova_known: u32,
    /// Of these, ultra-processed ones (NOVA 4).
    pub ultra_processed: u32,
    /// Foods whose class of processing is unknown.
    pub nova_unknown: u32,
    /// Portions with much added sugar, from [`super::counting::SUGARY_GRAMS`] on.
    pub sugary: TagCount,
    /// Foods with milk.
    pub dairy: TagCount,
    /// Foods with gluten.
    pub gluten: TagCount,
    /// Foods high (`yes`) or moderate (`maybe`) in biogenic amines by rule; uncertain.
    pub histamine: TagCount,
    /// Spicy foods.
    pub spicy: u32,
    /// Foods of low, moderate and high glycaemic class.
    pub gi_classes: [u32; 3],
}

impl Totals {
    /// What lines add up to.
    pub fn of<'a>(pantry: &Pantry, lines: impl IntoIterator<Item = &'a FoodLine>) -> Self {
        let mut totals = Self::default();
        lines.into_iter().for_each(|line| totals.add(pantry, line));
        totals
    }

    /// Adds a line.
    pub fn add(&mut self, pantry: &Pantry, line: &FoodLine) {
        let mut added_sugars = AddedSugars::default();
        let is_dish = line.food.is_recipe();
        pantry.each_part(line.food, line.grams, &mut |part| {
            self.add_part(&part, is_dish);
            added_sugars.add(&part);
        });
        self.sugary.add(added_sugars.is_sugary());
    }

    fn add_part(&mut self, part: &Part<'_>, is_dish: bool) {
        self.foods += 1;
        self.grams += part.grams;
        let hundreds = part.grams / 100.0;
        let weighed = if part.is_plain_drink() { 0.0 } else { part.grams };
        for (sum, nutrient) in self.nutrients.iter_mut().zip(Nutrient::ALL) {
            sum.add(part.per_100g(nutrient).map(|amount| amount * hundreds), weighed);
        }
        self.preformed_vitamin_a += part.preformed_vitamin_a();
        // Water that goes into a dish is eaten.
        if part.is_water() && !is_dish {
            self.water_drunk += part.grams;
            self.waters += 1;
        } else {
            self.water_elsewhere.add(part.per_100g(Nutrient::Water).map(|amount| amount * hundreds), weighed);
        }
        self.mediterranean.add(part);
        if part.is_drink() {
            self.drinks += 1;
            self.alcohol_from_drinks.add(part.per_100g(Nutrient::Alcohol).map(|amount| amount * hundreds), weighed);
        }
        self.coffees += u32::from(part.is_coffee());
        part.plants().into_iter().for_each(|(plant, _)| self.add_plant(plant));
        self.live_cultures.add(part.is_live_ferment());
        match part.nova() {
            Some(class) => {
                self.nova_known += 1;
                self.ultra_processed += u32::from(class == 4);
            }
            None => self.nova_unknown += u32::from(!part.is_plain_drink()),
        }
        if let Some(tags) = part.tags() {
            self.add_tags(tags);
        }
    }

    fn add_plant(&mut self, plant: PlantId) {
        if let Err(at) = self.plants.binary_search(&plant) {
            self.plants.insert(at, plant);
        }
    }

    fn add_tags(&mut self, tags: &Tags) {
        self.fermented += u32::from(tags.fermented);
        self.prebiotic += u32::from(!tags.prebiotic.is_empty());
        self.dairy.add(tags.dairy);
        self.gluten.add(tags.gluten);
        self.histamine.add(tags.has(Tag::Histamine));
        self.spicy += u32::from(tags.spicy);
        for (group, level) in &tags.fodmap {
            if let Some(seen) = self.fodmap.get_mut(*group as usize) {
                *seen = (*seen).max(Some(*level));
            }
        }
        if let Some(count) = tags.gi_class.and_then(|class| self.gi_classes.get_mut(class as usize)) {
            *count += 1;
        }
    }

    /// Adds other totals: a day is the sum of its meals.
    pub fn merge(&mut self, other: &Self) {
        self.nutrients.iter_mut().zip(&other.nutrients).for_each(|(sum, more)| sum.merge(more));
        other.plants.iter().for_each(|plant| self.add_plant(*plant));
        for (seen, more) in self.fodmap.iter_mut().zip(other.fodmap) {
            *seen = (*seen).max(more);
        }
        for (count, more) in self.gi_classes.iter_mut().zip(other.gi_classes) {
            *count += more;
        }
        self.foods += other.foods;
        self.grams += other.grams;
        self.water_drunk += other.water_drunk;
        self.waters += other.waters;
        self.water_elsewhere.merge(&other.water_elsewhere);
        self.alcohol_from_drinks.merge(&other.alcohol_from_drinks);
        self.preformed_vitamin_a += other.preformed_vitamin_a;
        self.mediterranean = self.mediterranean.plus(other.mediterranean);
        self.drinks += other.drinks;
        self.coffees += other.coffees;
        self.fermented += other.fermented;
        self.live_cultures.merge(other.live_cultures);
        self.prebiotic += other.prebiotic;
        self.nova_known += other.nova_known;
        self.ultra_processed += other.ultra_processed;
        self.nova_unknown += other.nova_unknown;
        self.sugary.merge(other.sugary);
        self.dairy.merge(other.dairy);
        self.gluten.merge(other.gluten);
        self.histamine.merge(other.histamine);
        self.spicy += other.spicy;
    }

    /// The sum of one nutrient.
    pub fn sum(&self, nutrient: Nutrient) -> Sum {
        self.nutrients.get(nutrient.index()).copied().unwrap_or_default()
    }

    /// All water in millilitres: what was drunk as water, and what other drinks and foods hold.
    pub fn all_water(&self) -> Sum {
        let elsewhere = self.water_elsewhere;
        Sum { known: self.water_drunk + elsewhere.known, foods: elsewhere.foods + self.waters, ..elsewhere }
    }

    /// EPA and DHA together, in grams; a food with either unknown counts as unknown.
    pub fn epa_and_dha(&self) -> Sum {
        let (epa, dha) = (self.sum(Nutrient::Epa), self.sum(Nutrient::Dha));
        Sum {
            known: epa.known + dha.known,
            unknown: epa.unknown.max(dha.unknown),
            known_grams: epa.known_grams.min(dha.known_grams),
            ..epa
        }
    }

    /// The different plants, rising.
    pub fn plants(&self) -> impl ExactSizeIterator<Item = (PlantId, Plant)> + use<> {
        let table = FoodTable::get();
        let known: Vec<_> = self.plants.iter().filter_map(|id| Some((*id, *table.plant(*id)?))).collect();
        known.into_iter()
    }

    /// Points of the different plants.
    pub fn plant_points(&self) -> f64 {
        points(self.plants().map(|(_, plant)| plant))
    }

    /// The highest level of a FODMAP group; `None` = none known.
    pub fn fodmap(&self, group: Fodmap) -> Option<Level> {
        self.fodmap.get(group as usize).copied().flatten()
    }

    /// Ultra-processed foods as a share of the foods whose class is known; `None` without such foods.
    pub fn ultra_processed_share(&self) -> Option<f64> {
        (self.nova_known > 0).then(|| f64::from(self.ultra_processed) / f64::from(self.nova_known))
    }
}

/// The foods behind a number: each line with what it holds of a nutrient, most first, the unknown ones last.
pub fn behind<'a>(
    pantry: &Pantry,
    lines: impl IntoIterator<Item = &'a FoodLine>,
    nutrient: Nutrient,
) -> Vec<(&'a FoodLine, Sum)> {
    let sums = lines.into_iter().map(|line| (line, Totals::of(pantry, [line]).sum(nutrient)));
    let mut sums: Vec<_> = sums.collect();
    sums.sort_by(|(_, a), (_, b)| a.unknown.min(1).cmp(&b.unknown.min(1)).then(b.known.total_cmp(&a.known)));
    sums
}
