//! Parts that several indices have.

use crate::columns::formula::{Measured, PartDays, Situation, lin};
use crate::columns::sources::food_answers::GRAMS_A_UNIT;

/// For whom no amount of alcohol is an aim: the part is left out, and the safety rules speak.
pub(super) const NO_ALCOHOL_AIM: &[Situation] =
    &[Situation::Pregnant, Situation::TryingToConceive, Situation::Breastfeeding, Situation::Minor];

/// Grams of alcohol in some units.
pub(super) fn grams_of_alcohol(units: f64) -> f64 {
    units * GRAMS_A_UNIT
}

/// The first column of a part as units of alcohol. A sum of which not all is known counts only where it makes the part 0.
pub(super) fn little_alcohol(days: &PartDays<'_>, value: impl Fn(f64) -> f64) -> Measured {
    days.mean(0).valued(&value).or_else(|| days.lower_bounds(0).valued(&value).settled())
}

/// The first column of a part as the ultra-processed share of eating occasions, now and a week ago; where that is not known, the
/// second as portions a day.
pub(super) fn few_ultra_processed_now_and_before(days: &PartDays<'_>) -> Measured {
    let share = days.now_and_a_week_ago_of_any(0, few_occasions);
    share.or_else(|| few_portions(days))
}

/// The same with the newest share of occasions alone.
pub(super) fn few_ultra_processed(days: &PartDays<'_>) -> Measured {
    days.newest_of_any(0).valued(few_occasions).or_else(|| few_portions(days))
}

fn few_occasions(share: f64) -> f64 {
    1.0 - lin(share, 0.10, 0.80)
}

fn few_portions(days: &PartDays<'_>) -> Measured {
    let value = |portions: f64| 1.0 - lin(portions, 0.0, 5.0);
    days.mean(1).valued(value).or_else(|| days.lower_bounds(1).valued(value).settled())
}
