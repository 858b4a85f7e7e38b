//! A food with its amount, as typed on one line: `oats 40 g`, `40 g oats`, `kefir 200 ml`, `eggs 2`.

use super::food::Food;
use super::measures::{Measures, Unit, typed_unit};
use super::pantry::Pantry;
use super::table::FoodTable;
use crate::model::food_line::{FoodId, check_grams};

/// Numbers without a unit up to this one count portions; larger ones are grams, or millilitres of what is drunk.
const MOST_PORTIONS: f64 = 9.0;

/// A food's words apart from its amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FoodWords<'a> {
    /// The words of the food.
    pub name: &'a str,
    /// The amount as typed, if there is one.
    pub amount: Option<&'a str>,
}

impl<'a> FoodWords<'a> {
    /// Reads a line. One without an amount is all name.
    pub fn read(line: &'a str) -> Self {
        let line = line.trim();
        let after = line.char_indices().filter(|(_, sign)| sign.is_whitespace()).map(|(at, _)| line.split_at(at));
        let before = after.clone().map(|(start, end)| (end, start));
        // The longest amount that fits: "40 g", not "g".
        let parts = after.chain(before.rev());
        let found = parts.map(|(name, amount)| (name.trim(), amount.trim())).find(|(_, amount)| is_amount(amount));
        found.map_or(Self { name: line, amount: None }, |(name, amount)| Self { name, amount: Some(amount) })
    }

    /// The amount in grams of a food; `None` without one, or where it cannot be told how much that weighs.
    pub fn grams(self, pantry: &Pantry, food: FoodId) -> Option<f64> {
        let amount = self.amount?;
        let measures = Measures::of(pantry, food);
        let Ok(number) = amount.replace(',', ".").parse::<f64>() else {
            return measures.read(amount, Unit::Grams).ok();
        };
        if number <= MOST_PORTIONS {
            let portion = measures.list.first()?.grams;
            return check_grams(portion * number).ok();
        }
        let poured = measures.read(amount, Unit::Millilitres).ok().filter(|_| is_drunk(pantry, food));
        poured.or_else(|| measures.read(amount, Unit::Grams).ok())
    }
}

/// Whether a food is drunk rather than eaten.
pub fn is_drunk(pantry: &Pantry, food: FoodId) -> bool {
    let own = pantry.own.get(&food).map(|own| own.is_drink);
    own.unwrap_or_else(|| FoodTable::get().food(food).is_some_and(Food::is_drink))
}

/// Whether some words are a number, alone or with a unit of weight or volume.
fn is_amount(text: &str) -> bool {
    let plain = text.to_lowercase();
    let number = typed_unit(&plain).map_or(plain.as_str(), |(number, _, _)| number).trim();
    number.starts_with(|sign: char| sign.is_ascii_digit())
        && number.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ',' | '/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_stands_before_or_behind_the_food() {
        for (line, name, amount) in [
            ("oats 40 g", "oats", Some("40 g")),
            ("40 g oats", "oats", Some("40 g")),
            ("oats 40g", "oats", Some("40g")),
            ("blueberry kefir 200 ml", "blueberry kefir", Some("200 ml")),
            ("eggs 2", "eggs", Some("2")),
            ("1/2 avocado", "avocado", Some("1/2")),
            ("pizza", "pizza", None),
            ("milk 3.5 % fat", "milk 3.5 % fat", None),
            ("", "", None),
        ] {
            assert_eq!(FoodWords::read(line), FoodWords { name, amount }, "{line}");
        }
    }

    #[test]
    fn grams_are_taken_as_typed_and_small_numbers_count_portions() {
        let (pantry, kefir) = (Pantry::default(), FoodId(1_019_865));
        let grams = |line| FoodWords::read(line).grams(&pantry, kefir);
        assert_eq!(grams("kefir 150 g"), Some(150.0));
        assert!((grams("kefir 200 ml").unwrap() - 207.2).abs() < 1e-9);
        let portion = FoodTable::get().food(kefir).unwrap().default_portion().unwrap().grams;
        assert_eq!(grams("kefir 2"), Some(2.0 * portion));
        assert_eq!(grams("kefir"), None);
    }
}
