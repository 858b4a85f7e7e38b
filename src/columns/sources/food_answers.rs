//! The trackables that foods answer, too, as if somebody had typed the number.

use crate::foods::nutrient::Nutrient;
use crate::foods::tags::Presence;
use crate::foods::totals::{Sum, TagCount, Totals};

/// Grams of alcohol in a unit: 10 ml, as in the United Kingdom.
const GRAMS_A_UNIT: f64 = 8.0;
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

/// The trackables that foods answer, too: key, on which days, and the number. `None` = not known.
type Answer = (&'static str, Told, fn(&Totals) -> Option<f64>);

const ANSWERS: &[Answer] = &[
    ("fibre_g", Told::Meal, |day| whole(day.sum(Nutrient::Fibre))),
    ("plants", Told::Meal, |day| Some(day.plants().len() as f64)),
    // What only may be live is no portion; the views name it.
    ("fermented", Told::Meal, |day| Some(f64::from(day.live_cultures.yes))),
    ("ultra_processed", Told::Meal, |day| (day.nova_unknown == 0).then(|| f64::from(day.ultra_processed))),
    ("sugary", Told::Meal, |day| (day.sugary.maybe == 0).then(|| f64::from(day.sugary.yes))),
    ("dairy", Told::Meal, |day| certain(day.dairy)),
    ("gluten", Told::Meal, |day| certain(day.gluten)),
    ("spicy", Told::Meal, |day| Some(f64::from(u8::from(day.spicy > 0)))),
    ("water_ml", Told::Water, |day| Some(day.water_drunk)),
    ("coffee_cups", Told::Coffee, |day| Some(f64::from(day.coffees))),
    ("alcohol_units", Told::Alcohol, |day| whole(day.alcohol_from_drinks).map(|grams| grams / GRAMS_A_UNIT)),
];

/// Whether foods answer the trackable of a key, too.
pub(in crate::columns) fn is_answered(key: &str) -> bool {
    ANSWERS.iter().any(|(answered, ..)| *answered == key)
}

/// What foods answer of the trackables that can also be typed in. `None` = not known; of what a day says nothing nothing stands
/// here.
pub fn answers(totals: &Totals, has_meal: bool) -> impl Iterator<Item = (&'static str, Option<f64>)> + '_ {
    let is_told = move |told: Told| match told {
        Told::Meal => has_meal,
        Told::Water => totals.waters > 0,
        Told::Coffee => totals.coffees > 0,
        Told::Alcohol => totals.alcohol_from_drinks.known > LEAST_ALCOHOL,
    };
    let told = ANSWERS.iter().filter(move |(_, told, _)| is_told(*told));
    told.map(|(key, _, number)| (*key, number(totals)))
}

/// A sum in which nothing is unknown; otherwise it is a lower bound, and no number.
pub(super) fn whole(sum: Sum) -> Option<f64> {
    sum.is_complete().then_some(sum.known)
}

/// Yes as 1 and no as 0; where it depends on the product, nothing.
fn certain(count: TagCount) -> Option<f64> {
    match count.presence() {
        Presence::Yes => Some(1.0),
        Presence::Maybe => None,
        Presence::No => Some(0.0),
    }
}
