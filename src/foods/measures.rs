//! The ways to say how much of one food: its household measures, grams, and millilitres where a millilitre has a known weight.
//! A food of the table, an own food and a recipe are measured alike.

use super::pantry::Pantry;
use super::table::FoodTable;
use crate::model::food_line::{FoodId, check_grams};
use crate::model::locale::Locale;

/// A household measure: what it is called, and grams in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// Its name: `1 cup`, `1 portion`.
    pub name: String,
    /// Grams.
    pub grams: f64,
}

/// The ways to measure one food.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Measures {
    /// Household measures, the usual one first.
    pub list: Vec<Measure>,
    /// Grams in a millilitre, if known.
    pub density: Option<f64>,
}

/// What an amount is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Grams.
    Grams,
    /// Millilitres as poured.
    Millilitres,
    /// The measure at this place of the list.
    Measure(usize),
}

impl Measures {
    /// The ways to measure a food.
    pub fn of(pantry: &Pantry, food: FoodId) -> Self {
        let portion = |name: &str, grams: Option<f64>| {
            grams.map(|grams| Measure { name: name.to_owned(), grams }).into_iter().collect()
        };
        if let Some(own) = pantry.own.get(&food) {
            return Self { list: portion("1 portion", own.portion_grams), density: own.density };
        }
        if let Some(recipe) = pantry.recipes.get(&food) {
            return Self { list: portion("1 serving", recipe.serving_grams()), density: None };
        }
        let Some(food) = FoodTable::get().food(food) else { return Self::default() };
        let mut list: Vec<_> = food.portions.iter().collect();
        list.sort_by_key(|portion| !portion.is_default);
        let list = list.iter().map(|portion| Measure { name: portion.measure.to_owned(), grams: portion.grams });
        Self { list: list.collect(), density: food.density() }
    }

    /// All units that can be chosen.
    pub fn units(&self) -> impl Iterator<Item = Unit> + '_ {
        let millilitres = self.density.map(|_| Unit::Millilitres);
        (0..self.list.len()).map(Unit::Measure).chain([Unit::Grams]).chain(millilitres)
    }

    /// Grams in one of a unit; `None` if that is not known.
    pub fn grams_in(&self, unit: Unit) -> Option<f64> {
        match unit {
            Unit::Grams => Some(1.0),
            Unit::Millilitres => self.density,
            Unit::Measure(place) => self.list.get(place).map(|measure| measure.grams),
        }
        .filter(|grams| *grams > 0.0)
    }

    /// Name of a unit for people.
    pub fn label(&self, unit: Unit) -> &str {
        match unit {
            Unit::Grams => "g",
            Unit::Millilitres => "ml",
            Unit::Measure(place) => self.list.get(place).map_or("", |measure| measure.name.as_str()),
        }
    }

    /// The unit in which an amount is a plain number: halves of a household measure, else grams.
    pub fn plainest(&self, grams: f64) -> Unit {
        let halves = |measure: &Measure| {
            let count = 2.0 * grams / measure.grams;
            count > 0.5 && count <= 20.0 && (count - count.round()).abs() < 1e-6
        };
        self.list.iter().position(halves).map_or(Unit::Grams, Unit::Measure)
    }

    /// What one press of a stepper adds, in the unit.
    pub fn step(&self, unit: Unit) -> f64 {
        match unit {
            Unit::Measure(_) => 0.5,
            Unit::Grams => self.list.first().map_or(25.0, |usual| (usual.grams / 2.0).round().clamp(1.0, 50.0)),
            Unit::Millilitres => 50.0,
        }
    }

    /// Reads an amount as typed: a number counts in `unit`; `150 g`, `200 ml`, `8 fl oz` and `1/2` are understood too. Gives grams.
    ///
    /// # Errors
    /// A word for the field.
    pub fn read(&self, text: &str, unit: Unit) -> Result<f64, String> {
        let plain = text.trim().to_lowercase().replace(',', ".");
        let (number, unit, times) = typed_unit(&plain).unwrap_or((plain.as_str(), unit, 1.0));
        let count = number_of(number.trim())
            .map(|count| count * times)
            .ok_or_else(|| "a number is needed, for example 1.5, 150 g or 200 ml".to_owned())?;
        let one = self.grams_in(unit).ok_or_else(|| {
            "how much a millilitre of this weighs is not known; please give grams or a measure".to_owned()
        })?;
        check_grams(count * one).map_err(|error| error.to_string())
    }
}

/// Grams in an ounce and in a pound, exactly: NIST Handbook 44 (2023), appendix C.
const OUNCE_G: f64 = 28.349_523_125;
const POUND_G: f64 = 453.592_37;

/// A typed amount without the unit behind it, in small letters; the unit, and how many grams or millilitres are in one of what
/// was typed. `None` where no unit is named.
pub(super) fn typed_unit(amount: &str) -> Option<(&str, Unit, f64)> {
    use Unit::{Grams, Millilitres};
    let fluid_ounce = Locale::current().volume.fluid_ounce().millilitres();
    // Whichever ends in another stands before it.
    let endings = [
        ("fl. oz", Millilitres, fluid_ounce),
        ("fl oz", Millilitres, fluid_ounce),
        ("floz", Millilitres, fluid_ounce),
        ("ml", Millilitres, 1.0),
        ("cl", Millilitres, 10.0),
        ("dl", Millilitres, 100.0),
        ("l", Millilitres, 1000.0),
        ("oz", Grams, OUNCE_G),
        ("lbs", Grams, POUND_G),
        ("lb", Grams, POUND_G),
        ("kg", Grams, 1000.0),
        ("grams", Grams, 1.0),
        ("g", Grams, 1.0),
    ];
    endings.into_iter().find_map(|(ending, unit, times)| Some((amount.strip_suffix(ending)?.trim_end(), unit, times)))
}

/// Reads a volume as typed, in millilitres: a number alone counts in what drinks are measured in here.
///
/// # Errors
/// A word for the field.
pub fn read_millilitres(text: &str) -> Result<f64, String> {
    let volume = Locale::current().volume;
    let plain = text.trim().to_lowercase().replace(',', ".");
    let (number, unit, times) = typed_unit(&plain).unwrap_or((plain.as_str(), Unit::Millilitres, volume.millilitres()));
    let count = number_of(number.trim()).filter(|_| unit == Unit::Millilitres);
    count.map(|count| count * times).ok_or_else(|| {
        let example = if volume.millilitres() == 1.0 { 275 } else { 12 };
        format!("a volume is needed, for example {example} {}", volume.label())
    })
}

/// `2`, `0.5`, `1/2`.
fn number_of(text: &str) -> Option<f64> {
    match text.split_once('/') {
        Some((above, below)) => {
            let (above, below): (f64, f64) = (above.trim().parse().ok()?, below.trim().parse().ok()?);
            Some(above / below)
        }
        None => text.parse().ok(),
    }
    .filter(|number| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::locale::VolumeUnit;
    use crate::model::own_food::OwnFood;
    use crate::model::text::Name;

    #[test]
    fn ounces_and_pounds_are_read_and_a_fluid_ounce_is_that_of_the_country() {
        let berries = Measures::of(&Pantry::default(), FoodId(63_203_010));
        let grams = |text: &str| berries.read(text, Unit::Grams).map(|grams| (grams * 10.0).round() / 10.0);
        let read = ["4 oz", "0.5 lb", "1/2 lb", "0,2 kg", "40"].map(grams);
        assert_eq!(read, [Ok(113.4), Ok(226.8), Ok(226.8), Ok(200.0), Ok(40.0)]);
        let poured = |text: &str| read_millilitres(text).map(f64::round);
        assert_eq!(["275", "12 fl oz", "0.5 l", "25 cl"].map(poured), [Ok(275.0), Ok(355.0), Ok(500.0), Ok(250.0)]);
        let british = Locale { volume: VolumeUnit::ImperialFluidOunce, ..Locale::PLAIN };
        assert_eq!(british.during(|| [poured("10"), poured("250 ml")]), [Ok(284.0), Ok(250.0)]);
        assert_eq!(read_millilitres("3 oz of it"), Err("a volume is needed, for example 275 ml".to_owned()));
        assert!(british.during(|| read_millilitres("two")).unwrap_err().ends_with("12 fl oz"));
    }

    #[test]
    fn an_amount_is_read_in_the_unit_shown_or_the_one_that_is_typed() {
        let berries = Measures::of(&Pantry::default(), FoodId(63_203_010));
        let cup = Unit::Measure(berries.list.iter().position(|measure| measure.name == "1 cup").unwrap());
        assert_eq!(berries.read("1/2", cup), Ok(75.0));
        assert_eq!(berries.read("1,5", cup), Ok(225.0));
        assert_eq!(berries.read("40 g", cup), Ok(40.0));
        assert_eq!(berries.read("40", Unit::Grams), Ok(40.0));
        let kefir = Measures::of(&Pantry::default(), FoodId(1_019_865));
        assert!((kefir.read("200 ml", Unit::Grams).unwrap() - 207.2).abs() < 1e-9);
        for wrong in ["0", "-2", "10000 g", "1/0", "much", "nan", "inf", ""] {
            assert!(berries.read(wrong, cup).is_err(), "{wrong}");
        }
        assert!(berries.read("100 ml", cup).unwrap_or(60.0) > 0.0);
    }

    #[test]
    fn the_plainest_unit_is_a_household_measure_or_grams() {
        let berries = Measures::of(&Pantry::default(), FoodId(63_203_010));
        assert_eq!(berries.label(berries.plainest(75.0)), "1 usual portion");
        assert_eq!(berries.label(berries.plainest(68.0)), "50 berries");
        assert_eq!(berries.plainest(131.3), Unit::Grams);
    }

    #[test]
    fn an_own_food_is_measured_by_its_portion_and_a_stranger_in_grams() {
        let mut pantry = Pantry::default();
        let mut food = OwnFood::blank(FoodId::FIRST_OWN, Name::new("Bar").unwrap());
        food.portion_grams = Some(40.0);
        pantry.own.insert(food.id, food);
        let bar = Measures::of(&pantry, FoodId::FIRST_OWN);
        assert_eq!(bar.read("2", Unit::Measure(0)), Ok(80.0));
        assert!(bar.read("2 ml", Unit::Grams).is_err());
        let units: Vec<Unit> = Measures::of(&pantry, FoodId(4)).units().collect();
        assert_eq!(units, [Unit::Grams]);
    }
}
