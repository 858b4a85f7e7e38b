//! Calm-inflammation habits, over 14 days. No weight and no body-mass term, to protect against harm.

use super::shared::{NO_ALCOHOL_AIM, few_ultra_processed_now_and_before, grams_of_alcohol, little_alcohol};
use crate::columns::formula::{Formula, Measured, Part, PartDays, Remarks, lin};
use crate::foods::mediterranean::MOST_POINTS;

pub(super) const FORMULA: Formula = Formula {
    key: "index_calm",
    title: "Calm-inflammation habits",
    label: "Calm-inflammation habits index (0 to 100)",
    window_days: 14,
    is_about_food: true,
    remarks: Remarks::NONE,
    parts: &[
        Part {
            weight: 0.40,
            label: "Mediterranean points",
            rule: "points of 7 days, from 0 to 7; mean of now and a week ago",
            columns: &["food_med_points_7d"],
            window_days: 14,
            needed_days: 8,
            left_out: &[],
            measure: |days| days.now_and_a_week_ago(0, |points| points / MOST_POINTS),
        },
        Part {
            weight: 0.20,
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
            weight: 0.20,
            label: "Sleep quality",
            rule: "mean of 14 days, from 0 to 10",
            columns: &["sleep_quality"],
            window_days: 14,
            needed_days: 8,
            left_out: &[],
            measure: |days| days.mean(0).valued(|quality| quality / 10.0),
        },
        Part {
            weight: 0.10,
            label: "Little alcohol",
            rule: "mean of 14 days, from 20 g a day down to none",
            columns: &["alcohol_units"],
            window_days: 14,
            needed_days: 8,
            left_out: NO_ALCOHOL_AIM,
            measure: |days| little_alcohol(days, |units| 1.0 - lin(grams_of_alcohol(units), 0.0, 20.0)),
        },
        Part {
            weight: 0.10,
            label: "Smoke-free days",
            rule: "share of the answered days without a cigarette; all of them where nothing is answered and you said that you do \
                   not smoke",
            columns: &["cigarettes"],
            window_days: 14,
            needed_days: 8,
            left_out: &[],
            measure: smoke_free,
        },
    ],
};

fn smoke_free(days: &PartDays<'_>) -> Measured {
    let share = days.mean_with(0, |cigarettes| f64::from(u8::from(cigarettes == 0.0)));
    if share.answered_days == 0 && days.person.says_no_smoking() {
        return Measured { amount: Some(1.0), value: Some(1.0), ..share };
    }
    share.valued(|share| share)
}
