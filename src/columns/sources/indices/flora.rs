//! Flora-friendly habits, over 14 days. The title says habits: nothing here looks at the flora.
//!
//! Fibre raises bifidobacteria in trials; plants rest on a survey; live ferments on one small trial that used far more; after
//! antibiotics the flora of twelve men was near its baseline at about six weeks (Palleja 2018, doi:10.1038/s41564-018-0257-9).
//! Probiotic pills raise nothing here.

use super::shared::few_ultra_processed_now_and_before;
use crate::columns::formula::{Formula, Measured, Part, PartDays, Remarks, Situation, lin};

/// Days after which an antibiotic has no part in the index any more.
const REGROWTH_DAYS: f64 = 45.0;

pub(super) const FORMULA: Formula = Formula {
    key: "index_flora",
    title: "Flora-friendly habits",
    label: "Flora-friendly habits index (0 to 100)",
    window_days: 14,
    is_about_food: true,
    remarks: Remarks::NONE,
    parts: &[
        Part {
            weight: 0.35,
            label: "Fibre",
            rule: "mean of 14 days as a share of the reference, at most all of it",
            columns: &["fibre_g"],
            window_days: 14,
            needed_days: 8,
            left_out: &[],
            measure: |days| days.mean(0).valued_if(|grams| days.share_of_reference("fibre", grams)),
        },
        Part {
            weight: 0.25,
            label: "Different plants",
            rule: "different plants in 7 days, from 5 to 30; mean of now and a week ago",
            columns: &["food_plants_7d"],
            window_days: 14,
            needed_days: 8,
            left_out: &[],
            measure: |days| days.now_and_a_week_ago(0, |plants| lin(plants, 5.0, 30.0)),
        },
        Part {
            weight: 0.15,
            label: "Live ferments",
            rule: "portions a day, mean of 14 days, from none to 2",
            columns: &["fermented"],
            window_days: 14,
            needed_days: 8,
            left_out: &[Situation::Immunosuppressed, Situation::Pregnant],
            measure: |days| days.mean(0).valued(|portions| lin(portions, 0.0, 2.0)),
        },
        Part {
            weight: 0.10,
            label: "Few ultra-processed meals and drinks",
            rule: "share of eating occasions with one, from 80 % down to 10 %, mean of now and a week ago; where it is not known, \
                   portions a day from 5 down to 0",
            columns: &["food_ultra_processed_occasions_share_7d", "ultra_processed"],
            window_days: 14,
            needed_days: 8,
            left_out: &[],
            measure: few_ultra_processed_now_and_before,
        },
        Part {
            weight: 0.15,
            label: "Time since antibiotics",
            rule: "none during a course by mouth or drip, then more from day to day, all of it after 45 days or without any course",
            columns: &[],
            window_days: 1,
            needed_days: 0,
            left_out: &[],
            measure: since_antibiotics,
        },
    ],
};

fn since_antibiotics(days: &PartDays<'_>) -> Measured {
    let since = days.person.days_since_antibiotic().map(f64::from);
    let value = since.map_or(1.0, |since| lin(since, 0.0, REGROWTH_DAYS));
    Measured { amount: since, value: Some(value), ..Measured::default() }
}
