//! All water of a day: in foods, in drinks and typed. References count drinks and food together, so drinks alone would look like
//! thirst; the day counts only if a meal with foods and a drink were logged.

use super::IndexSpec;
use crate::columns::known_part::KnownPart;
use crate::columns::window::Window;

pub(super) const SPEC: IndexSpec = IndexSpec {
    key: "water_total_ml",
    label: "Water in drinks and food",
    unit: "ml",
    cell: |window| {
        let foods = window.day.foods().filter(|foods| foods.has_meal)?;
        let had_a_drink = foods.totals.drinks > 0 || window.day.answer("water_ml").is_some();
        let elsewhere = foods.totals.water_elsewhere;
        (had_a_drink && elsewhere.is_complete()).then(|| elsewhere.known + drunk(window))
    },
    known_part: |window| {
        let elsewhere = window.day.foods().map_or(0.0, |foods| foods.totals.water_elsewhere.known);
        let amount = elsewhere + drunk(window);
        (amount > 0.0).then_some(KnownPart { amount, share: None })
    },
    ..IndexSpec::PLAIN
};

/// Water drunk as water, typed or logged as a drink.
fn drunk(window: &Window<'_>) -> f64 {
    window.day.answer("water_ml").unwrap_or(0.0)
}
