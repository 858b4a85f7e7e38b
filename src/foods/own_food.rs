//! Making and checking a food of one's own: from a packet's label, per 100 g or per portion, or a food of the table with
//! changes.

use std::collections::BTreeMap;

use super::food::Food;
use super::table::FoodTable;
use crate::model::food_line::{FoodId, GramsError, check_grams};
use crate::model::nutrient::Nutrient;
pub use crate::model::own_food::OwnFood;
use crate::model::text::Name;
use crate::words::round_to;

/// What rounding on a label may add, in grams per 100 g.
const ROUNDING: f64 = 1.0;
/// The most energy 100 g can hold: pure fat, with room for rounding.
const MOST_ENERGY: f64 = 910.0;

/// A label as it is printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// Amounts as printed.
    pub values: BTreeMap<Nutrient, f64>,
    /// What they are for, in grams: 100, or one portion.
    pub per_grams: f64,
    /// Whether carbohydrate is printed without its fibre, as in Europe.
    pub carbohydrate_without_fibre: bool,
}

/// What is wrong with an own food, and at which field.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum OwnFoodError {
    /// Not a number from 0 up.
    #[error("{} must be a number from 0 up; leave it empty if it is not known", .0.label())]
    NotAnAmount(Nutrient),
    /// More of it than the food weighs.
    #[error("{} of {} {} in 100 g is more than the food itself weighs", .0.label(), .1, .0.unit())]
    TooMuch(Nutrient, f64),
    /// More energy than pure fat has.
    #[error("{0} kcal in 100 g is more than pure fat has; is it printed in kJ? 1 kcal = 4.184 kJ")]
    TooMuchEnergy(f64),
    /// A part larger than the whole it belongs to.
    #[error("{} ({part_amount} g) cannot be more than {} ({whole_amount} g){hint}", part.label(), whole.label())]
    PartAboveWhole {
        /// The part.
        part: Nutrient,
        /// Grams of it.
        part_amount: f64,
        /// What it is part of.
        whole: Nutrient,
        /// Grams of that.
        whole_amount: f64,
        /// What to do.
        hint: &'static str,
    },
    /// Water, protein, fat, carbohydrate and alcohol together.
    #[error(
        "water, protein, fat, carbohydrate and alcohol add up to {0:.1} g in 100 g; please check them against the label"
    )]
    SumAbove100(f64),
    /// Portion or label size.
    #[error("portion: {0}")]
    Portion(#[from] GramsError),
    /// Density.
    #[error("a millilitre of food weighs between 0.05 and 3 g, not {0} g")]
    Density(f64),
    /// Plant shares.
    #[error("the plants add up to {0:.0} % of the weight, which is more than all of it")]
    Plants(f64),
    /// No such plant.
    #[error("no plant is called {0:?}; please choose one of the list")]
    NoSuchPlant(String),
    /// Class of processing.
    #[error("the class of processing goes from 1 to 4")]
    Nova,
    /// Number out of range.
    #[error("the number of an own food starts at 1000000000")]
    Id,
}

impl OwnFoodError {
    /// The nutrient at whose field the word belongs.
    pub fn field(&self) -> Option<Nutrient> {
        match self {
            Self::NotAnAmount(nutrient) | Self::TooMuch(nutrient, _) => Some(*nutrient),
            Self::TooMuchEnergy(_) => Some(Nutrient::Energy),
            Self::PartAboveWhole { part, .. } => Some(*part),
            _ => None,
        }
    }
}

/// Parts and the wholes they belong to.
const PARTS: &[(Nutrient, Nutrient, &str)] = &[
    (
        Nutrient::Fibre,
        Nutrient::Carbohydrate,
        "; if the label prints carbohydrate without fibre, as in Europe, tick that",
    ),
    (Nutrient::Sugars, Nutrient::Carbohydrate, ""),
    (Nutrient::AddedSugars, Nutrient::Sugars, ""),
    (Nutrient::SaturatedFat, Nutrient::Fat, ""),
    (Nutrient::Ala, Nutrient::Fat, ""),
    (Nutrient::Epa, Nutrient::Fat, ""),
    (Nutrient::Dha, Nutrient::Fat, ""),
];

impl Label {
    /// The amounts in 100 g, carbohydrate with its fibre.
    ///
    /// # Errors
    /// [`OwnFoodError`] if the weight the label speaks of makes no sense.
    pub fn per_100g(&self) -> Result<BTreeMap<Nutrient, f64>, OwnFoodError> {
        let factor = 100.0 / check_grams(self.per_grams)?;
        let mut values: BTreeMap<Nutrient, f64> = self.values.iter().map(|(n, amount)| (*n, amount * factor)).collect();
        if self.carbohydrate_without_fibre {
            let fibre = values.get(&Nutrient::Fibre).copied();
            match (values.get_mut(&Nutrient::Carbohydrate), fibre) {
                (Some(carbohydrate), Some(fibre)) => *carbohydrate += fibre,
                // Without the fibre the total is not known.
                (Some(_), None) => {
                    values.remove(&Nutrient::Carbohydrate);
                }
                (None, _) => {}
            }
        }
        Ok(values)
    }
}

impl OwnFood {
    /// A copy of a food of the table, to be changed.
    pub fn copy_of(food: &Food, id: FoodId, name: Name) -> Self {
        let table = FoodTable::get();
        let known = Nutrient::ALL.into_iter().filter_map(|nutrient| Some((nutrient, food.per_100g(nutrient)?)));
        let shares = food.plants.iter();
        let plants = shares.filter_map(|share| {
            // 32-bit shares have one decimal; this keeps 0.4 from becoming 0.4000000059.
            let percent = round_to(f64::from(share.percent), -1);
            Some((table.plant(share.plant)?.key.to_owned(), percent))
        });
        Self {
            id,
            name,
            per_100g: known.collect(),
            portion_grams: food.default_portion().map(|portion| portion.grams),
            density: food.density(),
            is_drink: food.is_drink(),
            plants: plants.collect(),
            tags: food.tags.clone(),
            copied_from: Some(food.id),
            hidden: false,
        }
    }

    /// Everything that is wrong with it; nothing if it can be kept.
    pub fn faults(&self) -> Vec<OwnFoodError> {
        let mut faults = Vec::new();
        if !self.id.is_own() {
            faults.push(OwnFoodError::Id);
        }
        self.check_amounts(&mut faults);
        faults.extend(self.portion_grams.and_then(|grams| check_grams(grams).err()).map(OwnFoodError::Portion));
        faults.extend(self.density.filter(|density| !(0.05..=3.0).contains(density)).map(OwnFoodError::Density));
        let table = FoodTable::get();
        let strangers = self.plants.keys().filter(|key| table.plant_by_key(key).is_none());
        faults.extend(strangers.map(|key| OwnFoodError::NoSuchPlant(key.clone())));
        let share: f64 = self.plants.values().sum();
        // Shares are rounded plant by plant, and the table scales dry grains and pulses up to their cooked weight.
        if !(0.0..=125.0).contains(&share) || self.plants.values().any(|share| *share < 0.0) {
            faults.push(OwnFoodError::Plants(share));
        }
        if self.tags.nova.is_some_and(|class| !(1..=4).contains(&class)) {
            faults.push(OwnFoodError::Nova);
        }
        faults
    }

    fn check_amounts(&self, faults: &mut Vec<OwnFoodError>) {
        let amount = |nutrient: Nutrient| self.per_100g.get(&nutrient).copied();
        for (&nutrient, &amount) in &self.per_100g {
            if !(amount >= 0.0 && amount.is_finite()) {
                faults.push(OwnFoodError::NotAnAmount(nutrient));
            } else if nutrient == Nutrient::Energy && amount > MOST_ENERGY {
                faults.push(OwnFoodError::TooMuchEnergy(amount));
            } else if nutrient.grams_per_unit().is_some_and(|grams| amount * grams > 100.0) {
                faults.push(OwnFoodError::TooMuch(nutrient, amount));
            }
        }
        if !faults.is_empty() {
            return;
        }
        for &(part, whole, hint) in PARTS {
            if let (Some(part_amount), Some(whole_amount)) = (amount(part), amount(whole))
                && part_amount > whole_amount + 0.1
            {
                faults.push(OwnFoodError::PartAboveWhole { part, part_amount, whole, whole_amount, hint });
            }
        }
        let mains = [Nutrient::Water, Nutrient::Protein, Nutrient::Fat, Nutrient::Carbohydrate, Nutrient::Alcohol];
        let sum: f64 = mains.into_iter().filter_map(amount).sum();
        if sum > 100.0 + ROUNDING {
            faults.push(OwnFoodError::SumAbove100(sum));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(values: &[(Nutrient, f64)]) -> OwnFood {
        let mut food = OwnFood::blank(FoodId::FIRST_OWN, Name::new("Own bread").unwrap());
        food.per_100g = values.iter().copied().collect();
        food
    }

    fn said(values: &[(Nutrient, f64)]) -> Vec<String> {
        own(values).faults().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_food_that_cannot_be_is_named_at_its_field() {
        use Nutrient::{Carbohydrate, Energy, Fat, Fibre, Protein, Sodium, Sugars, Water};
        assert!(said(&[(Energy, 250.0), (Carbohydrate, 42.0), (Fibre, 7.0), (Sugars, 3.0), (Fat, 2.0)]).is_empty());
        let faults = own(&[(Carbohydrate, 3.0), (Fibre, 27.0)]).faults();
        assert_eq!(faults.len(), 1);
        assert_eq!(faults[0].field(), Some(Fibre));
        assert!(faults[0].to_string().starts_with("fibre (27 g) cannot be more than carbohydrate (3 g); if the label"));
        assert_eq!(said(&[(Water, 60.0), (Carbohydrate, 45.0), (Protein, 4.0)]).len(), 1);
        assert_eq!(said(&[(Protein, 120.0)]), ["protein of 120 g in 100 g is more than the food itself weighs"]);
        assert_eq!(said(&[(Sodium, 200_000.0)]).len(), 1);
        assert_eq!(said(&[(Fat, -1.0)]), ["fat must be a number from 0 up; leave it empty if it is not known"]);
        assert_eq!(said(&[(Fat, f64::NAN)]).len(), 1);
        assert!(said(&[(Energy, 1_046.0)])[0].contains("kJ"));
    }

    #[test]
    fn a_label_per_portion_becomes_100_g() {
        use Nutrient::{Carbohydrate, Fibre};
        let values = BTreeMap::from([(Carbohydrate, 12.0), (Fibre, 4.0)]);
        let label = Label { values, per_grams: 40.0, carbohydrate_without_fibre: true };
        assert_eq!(label.per_100g().unwrap(), BTreeMap::from([(Carbohydrate, 40.0), (Fibre, 10.0)]));
        assert!(Label { per_grams: 0.0, ..label }.per_100g().is_err());
    }

    #[test]
    fn every_food_of_the_table_can_be_copied_kept_and_read_back() {
        let mut refused = Vec::new();
        for food in FoodTable::get().foods() {
            let copy = OwnFood::copy_of(food, FoodId::FIRST_OWN, Name::new(food.name).unwrap());
            if copy.id.0.is_multiple_of(100) {
                let text = ron::to_string(&copy).unwrap();
                assert_eq!(ron::from_str::<OwnFood>(&text).unwrap(), copy, "{text}");
            }
            if !copy.faults().is_empty() {
                refused.push(format!("{}: {}", food.name, copy.faults()[0]));
            }
        }
        // A few rows of the sources contradict themselves by a rounding; they are few and stay few.
        assert!(refused.len() < 60, "{} foods refused: {refused:#?}", refused.len());
    }
}
