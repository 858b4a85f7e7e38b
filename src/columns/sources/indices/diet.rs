//! Diet, over 7 days: fibre, plants, few ultra-processed occasions, little added sugar, fluid, little alcohol.
//!
//! Fibre against the reference intake (EFSA 25 g; best outcomes at 25 to 29 g, Reynolds 2019,
//! doi:10.1016/S0140-6736(18)31809-9); plants from 5 to 30 (a survey compared 10 or fewer with over 30); added sugar between the
//! marks of WHO (25 and 50 g) and twice the higher one; alcohol up to 20 g a day. The steps for processed food and sugar are our
//! own.

use super::shared::{NO_ALCOHOL_AIM, few_ultra_processed, grams_of_alcohol, little_alcohol};
use crate::columns::formula::{Formula, Measured, Part, PartDays, Remarks, Situation, lin};

pub(super) const FORMULA: Formula = Formula {
    key: "index_diet",
    title: "Diet",
    label: "Diet index (0 to 100)",
    window_days: 7,
    is_about_food: true,
    remarks: Remarks::NONE,
    parts: &[
        Part {
            weight: 0.35,
            label: "Fibre",
            rule: "mean of 7 days as a share of the reference, at most all of it",
            columns: &["fibre_g"],
            window_days: 7,
            needed_days: 4,
            left_out: &[],
            measure: |days| days.mean(0).valued_if(|grams| days.share_of_reference("fibre", grams)),
        },
        Part {
            weight: 0.20,
            label: "Different plants",
            rule: "different plants in 7 days, from 5 to 30",
            columns: &["food_plants_7d"],
            window_days: 7,
            needed_days: 5,
            left_out: &[],
            measure: |days| days.newest(0).valued(|plants| lin(plants, 5.0, 30.0)),
        },
        Part {
            weight: 0.25,
            label: "Few ultra-processed meals and drinks",
            rule: "share of eating occasions with one, from 80 % down to 10 %; where it is not known, portions a day from 5 down to 0",
            columns: &["food_ultra_processed_occasions_share_7d", "ultra_processed"],
            window_days: 7,
            needed_days: 4,
            left_out: &[],
            measure: few_ultra_processed,
        },
        Part {
            weight: 0.10,
            label: "Little added sugar",
            rule: "mean of 7 days, from 100 g down to 25 g; where it is not known, sugary portions a day from 4 down to 0",
            columns: &["food_added_sugars_g", "sugary"],
            window_days: 7,
            needed_days: 4,
            left_out: &[],
            measure: little_sugar,
        },
        Part {
            weight: 0.05,
            label: "Fluid",
            rule: "water in drinks and food, mean of 7 days, from half of the reference to all of it",
            columns: &["water_total_ml"],
            window_days: 7,
            needed_days: 4,
            left_out: &[Situation::FluidLimit, Situation::Kidney],
            measure: |days| days.mean(0).valued_if(|ml| Some(lin(days.share_of_reference("water", ml)?, 0.5, 1.0))),
        },
        Part {
            weight: 0.05,
            label: "Little alcohol",
            rule: "mean of 7 days, from 20 g a day down to none",
            columns: &["alcohol_units"],
            window_days: 7,
            needed_days: 4,
            left_out: NO_ALCOHOL_AIM,
            measure: |days| little_alcohol(days, |units| 1.0 - lin(grams_of_alcohol(units), 0.0, 20.0)),
        },
    ],
};

fn little_sugar(days: &PartDays<'_>) -> Measured {
    let of_grams = |grams: f64| 1.0 - lin(grams, 25.0, 100.0);
    let known = days.mean(0).valued(of_grams);
    let at_least = || days.lower_bounds(0).valued(of_grams).settled();
    let of_portions = |portions: f64| 1.0 - lin(portions, 0.0, 4.0);
    let typed = || days.mean(1).valued(of_portions);
    known.or_else(at_least).or_else(typed).or_else(|| days.lower_bounds(1).valued(of_portions).settled())
}
