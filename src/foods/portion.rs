//! How much of a food: a household measure, grams or millilitres, all turned into grams.

use crate::model::food_line::{GramsError, check_grams};

use super::food::Food;

/// Where a measure's weight comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PortionBasis {
    /// USDA survey weights.
    Fndds,
    /// USDA standard reference weights.
    Sr26,
    /// A usual size, set by hand.
    Typical,
    /// Computed from the density.
    Density,
    /// Guessed from the food group; shown as a guess.
    Guess,
}

impl PortionBasis {
    /// All, in the order of the packed table.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Fndds, "fndds"),
        (Self::Sr26, "sr26"),
        (Self::Typical, "typical"),
        (Self::Density, "density"),
        (Self::Guess, "guess"),
    ];
}

/// A household measure of one food.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Portion {
    /// Its name: `1 cup`.
    pub measure: &'static str,
    /// Its weight in grams.
    pub grams: f64,
    /// Whether it is the one offered first.
    pub is_default: bool,
    /// Where the weight comes from.
    pub basis: PortionBasis,
}

/// An amount as somebody says it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount {
    /// Grams.
    Grams(f64),
    /// Millilitres as poured or filled.
    Millilitres(f64),
    /// So many of the food's measure with this place in its list.
    Measures {
        /// Place in [`Food::portions`].
        portion: usize,
        /// How many; halves and quarters are fine.
        count: f64,
    },
}

/// Why an amount gave no grams.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum AmountError {
    /// The grams make no sense.
    #[error(transparent)]
    Grams(#[from] GramsError),
    /// No density is known.
    #[error("how much a millilitre of {food} weighs is not known; please give grams or a measure")]
    NoDensity {
        /// Name of the food.
        food: String,
    },
    /// No such measure.
    #[error("{food} has no such measure; please choose one of its list or give grams")]
    NoSuchMeasure {
        /// Name of the food.
        food: String,
    },
}

impl Amount {
    /// The amount in grams of this food.
    ///
    /// # Errors
    /// [`AmountError`] if the food has no density or no such measure, or the grams are not above 0 and at most 5 kg.
    pub fn in_grams(self, food: &Food) -> Result<f64, AmountError> {
        let grams = match self {
            Self::Grams(grams) => grams,
            Self::Millilitres(millilitres) => {
                let density = food.density();
                density.ok_or_else(|| AmountError::NoDensity { food: food.name.to_owned() })? * millilitres
            }
            Self::Measures { portion, count } => {
                let portion = food.portions.get(portion);
                portion.ok_or_else(|| AmountError::NoSuchMeasure { food: food.name.to_owned() })?.grams * count
            }
        };
        Ok(check_grams(grams)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foods::table::FoodTable;
    use crate::model::food_line::FoodId;

    #[test]
    fn measures_millilitres_and_grams_become_grams() {
        let table = FoodTable::get();
        let kefir = table.food(FoodId(1_019_865)).unwrap();
        // 1.036 g/ml in the table.
        assert!((Amount::Millilitres(200.0).in_grams(kefir).unwrap() - 207.2).abs() < 1e-9);
        let berries = table.food(FoodId(63_203_010)).unwrap();
        let cup = berries.portions.iter().position(|portion| portion.measure == "1 cup").unwrap();
        assert_eq!(Amount::Measures { portion: cup, count: 0.5 }.in_grams(berries), Ok(75.0));
        assert_eq!(Amount::Grams(40.0).in_grams(berries), Ok(40.0));
    }

    #[test]
    fn an_amount_that_gives_no_grams_says_why() {
        let table = FoodTable::get();
        let food = table.foods().iter().find(|food| food.density().is_none()).unwrap();
        assert!(matches!(Amount::Millilitres(10.0).in_grams(food), Err(AmountError::NoDensity { .. })));
        let missing = Amount::Measures { portion: 99, count: 1.0 };
        assert!(matches!(missing.in_grams(food), Err(AmountError::NoSuchMeasure { .. })));
        for grams in [0.0, -3.0, f64::NAN, 10_000.0] {
            assert!(matches!(Amount::Grams(grams).in_grams(food), Err(AmountError::Grams(_))), "{grams}");
        }
    }
}
