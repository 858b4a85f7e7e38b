//! What a click on a drink logs before somebody has chosen another size.

use super::meal_line::line;
use super::measures::Measures;
use super::pantry::Pantry;
use super::table::FoodTable;
use crate::model::drink::Drink;
use crate::model::food_line::{FoodId, FoodLine};

/// The usual food of a drink and its usual size in millilitres: a glass, a mug, a mug, a glass of wine.
const fn usual(drink: Drink) -> (FoodId, f64) {
    match drink {
        Drink::Water => (FoodId(94_000_100), 250.0),
        Drink::Coffee => (FoodId(92_101_000), 200.0),
        Drink::Tea => (FoodId(92_302_000), 250.0),
        Drink::Alcohol => (FoodId(93_401_010), 150.0),
    }
}

/// Foods that can stand for a drink, the usual one first.
pub const fn choices(drink: Drink) -> &'static [FoodId] {
    match drink {
        Drink::Water => &[FoodId(94_000_100)],
        Drink::Coffee => &[FoodId(92_101_000), FoodId(92_111_010)],
        Drink::Tea => &[FoodId(92_302_000), FoodId(92_303_010), FoodId(92_302_500)],
        Drink::Alcohol => &[FoodId(93_401_010), FoodId(93_101_000)],
    }
}

/// Sizes offered, in millilitres.
pub const fn sizes(drink: Drink) -> &'static [f64] {
    match drink {
        Drink::Water => &[150.0, 200.0, 250.0, 330.0, 500.0, 750.0],
        Drink::Coffee => &[30.0, 60.0, 120.0, 200.0, 300.0, 400.0],
        Drink::Tea => &[150.0, 200.0, 250.0, 300.0, 400.0],
        Drink::Alcohol => &[40.0, 100.0, 150.0, 175.0, 250.0, 330.0, 500.0],
    }
}

/// A line of so many millilitres of a drink's food; `None` if the food is not known.
pub fn poured(pantry: &Pantry, food: FoodId, millilitres: f64) -> Option<FoodLine> {
    line(pantry, food, millilitres * density(pantry, food)).ok()
}

/// What a click on a drink logs: the remembered size, else the usual one.
pub fn of_click(pantry: &Pantry, drink: Drink) -> Option<FoodLine> {
    let (food, millilitres) = usual(drink);
    pantry.drinks.get(&drink).cloned().or_else(|| poured(pantry, food, millilitres))
}

/// Millilitres of a line.
pub fn millilitres(pantry: &Pantry, line: &FoodLine) -> f64 {
    line.grams / density(pantry, line.food)
}

/// Grams in a millilitre. The table weighs a household cup, which for water comes out a little above what water weighs.
fn density(pantry: &Pantry, food: FoodId) -> f64 {
    let is_water = FoodTable::get().food(food).is_some_and(|food| food.group == "Water");
    Measures::of(pantry, food).density.filter(|_| !is_water).unwrap_or(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_drink_and_every_size_of_it_can_be_poured() {
        let pantry = Pantry::default();
        for drink in Drink::ALL {
            let usual = of_click(&pantry, *drink).unwrap();
            assert!(choices(*drink).contains(&usual.food), "{drink:?}");
            for (food, size) in
                choices(*drink).iter().flat_map(|food| sizes(*drink).iter().map(move |size| (food, size)))
            {
                let line = poured(&pantry, *food, *size).unwrap();
                assert!((millilitres(&pantry, &line) - size).abs() < 1e-9, "{drink:?} {}", line.name);
            }
        }
    }
}
