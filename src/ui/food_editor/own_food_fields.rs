//! The fields of an own food as they are typed: read number by number, each fault at its own field.

use std::collections::BTreeMap;

use crate::foods::nutrient::Nutrient;
use crate::foods::own_food::{Label, OwnFoodError};
use crate::foods::table::FoodTable;
use crate::model::own_food::OwnFood;
use crate::words::marked;

/// Milligrams of sodium in a gram of salt, as labels in Europe count it.
const SODIUM_IN_SALT: f64 = 400.0;

/// What the numbers on the label are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Per {
    /// 100 g.
    Hundred,
    /// One portion.
    Portion,
}

/// Fields in the order of a label: nutrient, label, whether it is part of the one above.
pub(super) const ON_LABELS: &[(Nutrient, &str)] = &[
    (Nutrient::Fat, "Fat, g"),
    (Nutrient::SaturatedFat, "of which saturated, g"),
    (Nutrient::Carbohydrate, "Carbohydrate, g"),
    (Nutrient::Sugars, "of which sugars, g"),
    (Nutrient::Fibre, "Fibre, g"),
    (Nutrient::Protein, "Protein, g"),
    (Nutrient::Sodium, "Salt, g"),
];

/// Further fields, for labels that tell more.
pub(super) const MORE: &[(Nutrient, &str)] = &[
    (Nutrient::AddedSugars, "Added sugars, g"),
    (Nutrient::VitaminA, "Vitamin A, µg"),
    (Nutrient::VitaminC, "Vitamin C, mg"),
    (Nutrient::VitaminD, "Vitamin D, µg"),
    (Nutrient::VitaminE, "Vitamin E, mg"),
    (Nutrient::Zinc, "Zinc, mg"),
    (Nutrient::Selenium, "Selenium, µg"),
    (Nutrient::Ala, "Omega-3 ALA, g"),
    (Nutrient::Epa, "Omega-3 EPA, g"),
    (Nutrient::Dha, "Omega-3 DHA, g"),
    (Nutrient::Caffeine, "Caffeine, mg"),
    (Nutrient::Alcohol, "Alcohol, g"),
    (Nutrient::Water, "Water, g"),
];

/// Shows a stored amount as its field does: sodium as salt.
pub(super) fn shown(nutrient: Nutrient, amount: f64) -> String {
    let amount = if nutrient == Nutrient::Sodium { amount / SODIUM_IN_SALT } else { amount };
    marked(&amount.to_string())
}

/// Everything that was read of the fields, and what is wrong, field by field.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// Amounts in 100 g.
    pub per_100g: BTreeMap<Nutrient, f64>,
    /// Faults at a nutrient's field.
    pub at: BTreeMap<Nutrient, String>,
    /// A fault of the portion.
    pub portion: Option<String>,
}

/// Reads a number with a point or a comma; empty is not known.
pub(super) fn number(text: &str) -> Result<Option<f64>, String> {
    let plain = text.trim().replace(',', ".");
    if plain.is_empty() {
        return Ok(None);
    }
    match plain.parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(Some(number)),
        _ => Err("a number is needed; leave it empty if it is not known".to_owned()),
    }
}

/// Reads the nutrients of a label.
pub(super) fn read(fields: &BTreeMap<Nutrient, String>, per: Per, portion: Option<f64>, without_fibre: bool) -> Read {
    let mut read = Read::default();
    let mut values = BTreeMap::new();
    for (nutrient, text) in fields {
        match number(text) {
            Ok(Some(amount)) => {
                let factor = if *nutrient == Nutrient::Sodium { SODIUM_IN_SALT } else { 1.0 };
                values.insert(*nutrient, amount * factor);
            }
            Ok(None) => {}
            Err(why) => drop(read.at.insert(*nutrient, why)),
        }
    }
    let per_grams = match (per, portion) {
        (Per::Hundred, _) => 100.0,
        (Per::Portion, Some(grams)) => grams,
        (Per::Portion, None) => {
            read.portion = Some("the weight of a portion is needed, since the numbers are for one".to_owned());
            return read;
        }
    };
    match (Label { values, per_grams, carbohydrate_without_fibre: without_fibre }).per_100g() {
        Ok(values) => read.per_100g = values,
        Err(error) => read.portion = Some(error.to_string()),
    }
    read
}

/// Puts the faults of a food at their fields; gives those that belong to no single one.
pub(super) fn place_faults(food: &OwnFood, read: &mut Read) -> Vec<String> {
    let mut rest = Vec::new();
    for fault in food.faults() {
        match fault.field() {
            Some(nutrient) => drop(read.at.entry(nutrient).or_insert(fault.to_string())),
            None if matches!(fault, OwnFoodError::Portion(_)) => read.portion = Some(fault.to_string()),
            None => rest.push(fault.to_string()),
        }
    }
    rest
}

/// Plants as typed: `oat 40, blueberry 10`, in percent of the weight.
pub(super) fn plants(text: &str) -> Result<BTreeMap<String, f64>, String> {
    let mut plants = BTreeMap::new();
    for part in text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        let digits = part.find(|c: char| c.is_ascii_digit()).unwrap_or(part.len());
        let (name, percent) = part.split_at(digits);
        let (name, percent) = (name.trim().to_lowercase(), percent.trim().trim_end_matches('%').trim());
        let percent = number(percent)?.unwrap_or(100.0);
        if FoodTable::get().plant_by_key(&name).is_none() {
            let near = FoodTable::get()
                .plants()
                .iter()
                .find(|plant| !name.is_empty() && (plant.key.contains(&name) || name.contains(plant.key)));
            let hint = near.map(|plant| format!("; did you mean {}?", plant.key)).unwrap_or_default();
            let name: String = name.chars().take(40).collect();
            return Err(format!("no plant is called “{name}”{hint}"));
        }
        plants.insert(name, percent);
    }
    Ok(plants)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::food_line::FoodId;
    use crate::model::text::Name;

    fn fields(values: &[(Nutrient, &str)]) -> BTreeMap<Nutrient, String> {
        values.iter().map(|(nutrient, text)| (*nutrient, (*text).to_owned())).collect()
    }

    #[test]
    fn a_european_label_gains_its_fibre_and_salt_becomes_sodium() {
        let typed = fields(&[(Nutrient::Carbohydrate, "40"), (Nutrient::Fibre, "7,5"), (Nutrient::Sodium, "1.2")]);
        let read = read(&typed, Per::Hundred, None, true);
        assert_eq!(read.per_100g[&Nutrient::Carbohydrate], 47.5);
        assert_eq!(read.per_100g[&Nutrient::Sodium], 480.0);
        assert!(read.at.is_empty());
        assert_eq!(shown(Nutrient::Sodium, 480.0), "1.2");
    }

    #[test]
    fn a_label_for_a_portion_needs_its_weight() {
        let typed = fields(&[(Nutrient::Fibre, "3")]);
        assert!(read(&typed, Per::Portion, None, false).portion.is_some());
        assert_eq!(read(&typed, Per::Portion, Some(30.0), false).per_100g[&Nutrient::Fibre], 10.0);
        assert!(read(&typed, Per::Portion, Some(0.0), false).portion.is_some());
    }

    #[test]
    fn every_fault_stands_at_its_field() {
        let typed = fields(&[(Nutrient::Fat, "ten"), (Nutrient::Carbohydrate, "3"), (Nutrient::Fibre, "27")]);
        let mut read = read(&typed, Per::Hundred, None, false);
        let mut food = OwnFood::blank(FoodId::FIRST_OWN, Name::new("Bran").unwrap());
        food.per_100g = read.per_100g.clone();
        assert_eq!(place_faults(&food, &mut read), Vec::<String>::new());
        assert!(read.at[&Nutrient::Fat].contains("a number is needed"));
        assert!(read.at[&Nutrient::Fibre].contains("cannot be more than carbohydrate"));
    }

    #[test]
    fn plants_are_read_with_their_share_and_an_unknown_one_is_named() {
        assert_eq!(
            plants("Oat 40, blueberry 10 %").unwrap(),
            BTreeMap::from([("oat".into(), 40.0), ("blueberry".into(), 10.0)])
        );
        assert_eq!(plants("").unwrap(), BTreeMap::new());
        assert!(plants("plastic 3").unwrap_err().contains("no plant is called “plastic”"));
    }
}
