//! Vitamin A of a day that is retinol already, from foods and from pills whose dose can be read. The upper limit is one for retinol;
//! carotene of plants does not count. It is always a lower bound: of a mixed dish nobody knows which part is which.

use super::IndexSpec;
use crate::columns::known_part::KnownPart;
use crate::columns::window::Window;

/// The nutrient in the table of upper limits.
const NUTRIENT: &str = "vitamin_a_preformed";

pub(super) const SPEC: IndexSpec = IndexSpec {
    key: "vit_a_preformed_ug",
    label: "Vitamin A, preformed (at least)",
    unit: "µg",
    cell: |window| {
        let has_meal = window.day.foods().is_some_and(|foods| foods.has_meal);
        let pills = window.day.pills(NUTRIENT);
        (has_meal || pills.is_some()).then(|| eaten(window) + pills.unwrap_or(0.0))
    },
    known_part: |window| {
        let amount = eaten(window);
        (amount > 0.0).then_some(KnownPart { amount, share: None })
    },
    ..IndexSpec::PLAIN
};

fn eaten(window: &Window<'_>) -> f64 {
    window.day.foods().map_or(0.0, |foods| foods.totals.preformed_vitamin_a)
}
