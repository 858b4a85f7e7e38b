//! One food of one meal, as the diary keeps it: which food, how many grams, and the name it had on that day, so that a later
//! food table never rewrites the past.

use serde::{Deserialize, Serialize};

use super::text::Name;

/// The most grams one line may hold: five kilograms, beyond any meal.
pub const MOST_GRAMS: f64 = 5_000.0;

/// Number of a food. Numbers of the built-in table never change; own foods start at [`FoodId::FIRST_OWN`], recipes at
/// [`FoodId::FIRST_RECIPE`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FoodId(pub u32);

impl FoodId {
    /// The first number of an own food.
    pub const FIRST_OWN: Self = Self(1_000_000_000);
    /// The first number of a recipe.
    pub const FIRST_RECIPE: Self = Self(2_000_000_000);
    /// An own food that has no number yet; keeping it gives it one.
    pub const NEW_OWN: Self = Self(Self::FIRST_RECIPE.0 - 1);
    /// A recipe that has no number yet; keeping it gives it one.
    pub const NEW_RECIPE: Self = Self(u32::MAX);

    /// Whether the number is one of an own food.
    pub fn is_own(self) -> bool {
        (Self::FIRST_OWN..Self::FIRST_RECIPE).contains(&self)
    }

    /// Whether the number is one of a recipe.
    pub fn is_recipe(self) -> bool {
        self >= Self::FIRST_RECIPE
    }
}

/// Why a number of grams was not taken.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum GramsError {
    /// Zero, negative or no number.
    #[error("an amount above 0 g is needed here; leave the food out if none was eaten")]
    NotPositive,
    /// Beyond [`MOST_GRAMS`].
    #[error("{0} g is more than the 5 kg that one line may hold; please check the amount")]
    TooMuch(f64),
}

/// Checks an amount in grams.
///
/// # Errors
/// [`GramsError`] unless it is above 0 and at most [`MOST_GRAMS`].
pub fn check_grams(grams: f64) -> Result<f64, GramsError> {
    if grams > MOST_GRAMS {
        Err(GramsError::TooMuch(grams))
    } else if grams > 0.0 {
        Ok(grams)
    } else {
        Err(GramsError::NotPositive)
    }
}

/// One food of one meal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FoodLine {
    /// Which food.
    pub food: FoodId,
    /// Grams eaten or drunk: above 0, at most [`MOST_GRAMS`].
    pub grams: f64,
    /// The food's name when it was logged.
    pub name: Name,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_reads_back_as_it_was_written() {
        let line = FoodLine { food: FoodId(63_203_010), grams: 150.0, name: Name::new("Blueberries, raw").unwrap() };
        let text = ron::to_string(&line).unwrap();
        assert_eq!(text, r#"(food:63203010,grams:150.0,name:"Blueberries, raw")"#);
        assert_eq!(ron::from_str::<FoodLine>(&text).unwrap(), line);
        let long = text.replace("Blueberries", &"b".repeat(5_000));
        assert!(ron::from_str::<FoodLine>(&long).is_err(), "a name of 5,000 characters was taken");
    }

    #[test]
    fn amounts_beyond_reason_are_named() {
        assert_eq!(check_grams(0.1), Ok(0.1));
        assert_eq!(check_grams(MOST_GRAMS), Ok(MOST_GRAMS));
        for none in [0.0, -1.0, f64::NAN, f64::NEG_INFINITY] {
            assert_eq!(check_grams(none), Err(GramsError::NotPositive));
        }
        assert_eq!(check_grams(10_000.0), Err(GramsError::TooMuch(10_000.0)));
        assert!(check_grams(f64::INFINITY).is_err());
    }
}
