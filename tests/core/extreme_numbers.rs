//! Numbers of any size go through the analysis: none makes it stop, and what is small or large by its unit alone says the same.

use gutskin::analysis::engine::{Plan, search};
use gutskin::analysis::insights::{one_look, text, to_json};
use gutskin::analysis::tidy_csv;
use gutskin::columns::{ColumnIndex, DayTable};
use proptest::prelude::*;

use super::insights_spec::{csv, digits};

fn plan(table: &DayTable) -> Plan {
    Plan::open(table.indexed().skip(1).map(|(factor, _)| (factor, ColumnIndex(0))).collect(), 0.05)
}

/// A skin that follows the food of two days before, each in a unit of its own.
fn followed(skin_unit: f64, food_unit: f64) -> DayTable {
    let (food, noise) = (digits(3, 150), digits(4, 150));
    let before = |day: usize| if day < 2 { 4.5 } else { food[day - 2] };
    let skin = (0..150).map(|day| ((0.5 * before(day) + 0.3 * noise[day]) * skin_unit).to_string()).collect();
    let food = food.iter().map(|value| (value * food_unit).to_string()).collect();
    tidy_csv::read(csv(&[("skin", skin), ("food", food)]).as_bytes()).unwrap()
}

#[test]
fn a_unit_does_not_decide_what_is_found() {
    let look = |skin_unit: f64, food_unit: f64| {
        let table = followed(skin_unit, food_unit);
        let found = search(&table, &plan(&table), table.days, &|_| true).unwrap();
        let [claim] = found.discoveries.as_slice() else {
            panic!("{skin_unit:e} {food_unit:e}: {:?}", found.discoveries)
        };
        (claim.lag, claim.lag_end, claim.q, claim.effect * (food_unit / skin_unit), claim.by_lag[2].effect)
    };
    let ordinary = look(1.0, 1.0);
    assert_eq!((ordinary.0, ordinary.1), (2, 2));
    // Powers of two change no digit, so the answer is the same to the last one.
    for (skin, food) in [(-600, 0), (-600, -600), (0, -40), (0, -600), (300, 0), (0, 300)] {
        let (skin, food) = (2_f64.powi(skin), 2_f64.powi(food));
        let (lag, lag_end, q, effect, day_two) = look(skin, food);
        assert_eq!((lag, lag_end, q, effect), (ordinary.0, ordinary.1, ordinary.2, ordinary.3), "{skin:e} {food:e}");
        assert_eq!(day_two * (food / skin), ordinary.4, "{skin:e} {food:e}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn no_finite_number_makes_the_analysis_stop(
        seed in 0_u64..1000,
        days in 28_usize..90,
        magnitudes in proptest::collection::vec(-300_i32..=98, 2..4),
        outlier in proptest::option::of((0_usize..28, -300_i32..=98)),
        sign in prop::sample::select(vec!["", "-"]),
    ) {
        let columns: Vec<(String, Vec<String>)> = magnitudes
            .iter()
            .enumerate()
            .map(|(place, magnitude)| {
                let own = digits(seed + place as u64, days);
                let mut cells: Vec<String> = own.iter().map(|digit| format!("{sign}{digit}e{magnitude}")).collect();
                if let Some((day, magnitude)) = outlier {
                    cells[day] = format!("7e{magnitude}");
                }
                (format!("c{place}"), cells)
            })
            .collect();
        let named: Vec<(&str, Vec<String>)> = columns.iter().map(|(name, cells)| (name.as_str(), cells.clone())).collect();
        let table = tidy_csv::read(csv(&named).as_bytes()).unwrap();
        let found = one_look(&table, &plan(&table), &|_| true).unwrap();
        prop_assert!(!text(&found, &table).is_empty());
        to_json(&found, &table);
    }
}
