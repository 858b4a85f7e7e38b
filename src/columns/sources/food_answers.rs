//! The trackables that foods answer, too, as if somebody had typed the number.

use crate::foods::nutrient::Nutrient;
use crate::foods::tags::Presence;
use crate::foods::totals::{Sum, TagCount, Totals};

/// Grams of alcohol in a unit: 10 ml, as in the United Kingdom.
pub(in crate::columns) const GRAMS_A_UNIT: f64 = 8.0;
/// Traces below this many grams make no drink alcoholic.
const LEAST_ALCOHOL: f64 = 0.5;

/// On which days foods say something of a trackable.
#[derive(Clone, Copy)]
enum Told {
    /// With a meal: a day of two coffees is no day without fibre.
    Meal,
    /// With a drink of water.
    Water,
    /// With a coffee.
    Coffee,
    /// With a drink of alcohol.
    Alcohol,
}

/// What foods say of a trackable.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::columns) enum FoodAnswer {
    /// The number.
    Number(f64),
    /// So much is known; more may be.
    AtLeast(f64),
}

/// The trackables that foods answer, too: key, on which days, and what they say.
type Answer = (&'static str, Told, fn(&Totals) -> FoodAnswer);

const ANSWERS: &[Answer] = &[
    ("fibre_g", Told::Meal, |day| of_sum(day.sum(Nutrient::Fibre), 1.0)),
    ("plants", Told::Meal, |day| FoodAnswer::Number(day.plants().len() as f64)),
    // What only may be live is no portion; the views name it.
    ("fermented", Told::Meal, |day| FoodAnswer::Number(f64::from(day.live_cultures.yes))),
    ("ultra_processed", Told::Meal, |day| counted(day.ultra_processed, day.nova_unknown)),
    ("sugary", Told::Meal, |day| counted(day.sugary.yes, day.sugary.maybe)),
    ("dairy", Told::Meal, |day| certain(day.dairy)),
    ("gluten", Told::Meal, |day| certain(day.gluten)),
    ("spicy", Told::Meal, |day| FoodAnswer::Number(f64::from(u8::from(day.spicy > 0)))),
    ("water_ml", Told::Water, |day| FoodAnswer::Number(day.water_drunk)),
    ("coffee_cups", Told::Coffee, |day| FoodAnswer::Number(f64::from(day.coffees))),
    ("alcohol_units", Told::Alcohol, |day| of_sum(day.alcohol_from_drinks, GRAMS_A_UNIT)),
];

/// Whether foods answer the trackable of a key, too.
pub(in crate::columns) fn is_answered(key: &str) -> bool {
    ANSWERS.iter().any(|(answered, ..)| *answered == key)
}

/// What foods answer of the trackables that can also be typed in. `None` = not known; of what a day says nothing nothing stands
/// here.
pub fn answers(totals: &Totals, has_meal: bool) -> impl Iterator<Item = (&'static str, Option<f64>)> + '_ {
    said(totals, has_meal).map(|(key, answer)| match answer {
        FoodAnswer::Number(number) => (key, Some(number)),
        FoodAnswer::AtLeast(_) => (key, None),
    })
}

/// As [`answers`], with what is known where not all is.
pub(in crate::columns) fn said(
    totals: &Totals,
    has_meal: bool,
) -> impl Iterator<Item = (&'static str, FoodAnswer)> + '_ {
    let is_told = move |told: Told| match told {
        Told::Meal => has_meal,
        Told::Water => totals.waters > 0,
        Told::Coffee => totals.coffees > 0,
        Told::Alcohol => totals.alcohol_from_drinks.known > LEAST_ALCOHOL,
    };
    let told = ANSWERS.iter().filter(move |(_, told, _)| is_told(*told));
    told.map(|(key, _, answer)| (*key, answer(totals)))
}

/// A sum in which nothing is unknown; otherwise it is a lower bound, and no number.
pub(super) fn whole(sum: Sum) -> Option<f64> {
    sum.is_complete().then_some(sum.known)
}

/// A sum in units of so much.
fn of_sum(sum: Sum, unit: f64) -> FoodAnswer {
    let amount = sum.known / unit;
    if sum.is_complete() { FoodAnswer::Number(amount) } else { FoodAnswer::AtLeast(amount) }
}

/// A count of foods, of some of which nobody knows whether they count.
fn counted(yes: u32, unknown: u32) -> FoodAnswer {
    let count = f64::from(yes);
    if unknown == 0 { FoodAnswer::Number(count) } else { FoodAnswer::AtLeast(count) }
}

/// Yes as 1 and no as 0; where it depends on the product, nothing is certain.
fn certain(count: TagCount) -> FoodAnswer {
    match count.presence() {
        Presence::Yes => FoodAnswer::Number(1.0),
        Presence::Maybe => FoodAnswer::AtLeast(0.0),
        Presence::No => FoodAnswer::Number(0.0),
    }
}
