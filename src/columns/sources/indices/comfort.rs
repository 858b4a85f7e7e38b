//! Gut comfort, over 7 days. It stands where a gut barrier is drawn, and cannot see the barrier: complaints and the form of stools
//! are what a person notices. Alcohol and anti-inflammatory painkillers are here because they raise permeability in people; no
//! supplement counts.

use super::shared::{NO_ALCOHOL_AIM, grams_of_alcohol, little_alcohol};
use crate::columns::formula::{Formula, Measured, Part, PartDays, Remarks, Situation, lin};

/// Complaints of which a day needs two.
const NEEDED_COMPLAINTS: usize = 2;
/// Stools with a form that the window needs.
const NEEDED_STOOLS: f64 = 3.0;
/// Days without a stool in a week that are not counted against anybody.
const USUAL_DAYS_WITHOUT: f64 = 3.0;

pub(super) const FORMULA: Formula = Formula {
    key: "index_comfort",
    title: "Gut comfort",
    label: "Gut comfort index (0 to 100)",
    window_days: 7,
    is_about_food: false,
    remarks: Remarks::NONE,
    parts: &[
        Part {
            weight: 0.45,
            label: "Few complaints",
            rule: "belly pain, bloating, wind, and the worse of urgency and straining: the mean of a day with two of them or more, \
                   mean of 7 days, from 10 down to 0",
            columns: &["gut_pain", "bloating", "wind", "urgency", "straining"],
            window_days: 7,
            needed_days: 4,
            left_out: &[],
            measure: |days| days.mean_across(complaints).valued(|mean| 1.0 - mean / 10.0),
        },
        Part {
            weight: 0.35,
            label: "Stool form",
            rule: "stools of form 3 to 5 as a share of all with a form; days without a stool beyond 3 count among all",
            columns: &["stool_forms_in_range", "stool_forms", "no_stool"],
            window_days: 7,
            needed_days: 1,
            left_out: &[],
            measure: stool_form,
        },
        Part {
            weight: 0.12,
            label: "Little alcohol",
            rule: "mean of 7 days, from 40 g a day down to none",
            columns: &["alcohol_units"],
            window_days: 7,
            needed_days: 4,
            left_out: NO_ALCOHOL_AIM,
            measure: |days| little_alcohol(days, |units| 1.0 - lin(grams_of_alcohol(units), 0.0, 40.0)),
        },
        Part {
            weight: 0.08,
            label: "Few anti-inflammatory painkillers",
            rule: "doses a week, from 7 down to none",
            columns: &["nsaid"],
            window_days: 7,
            needed_days: 4,
            left_out: &[Situation::Prescribed("nsaid")],
            measure: |days| days.mean(0).valued(|doses| 1.0 - lin(7.0 * doses, 0.0, 7.0)),
        },
    ],
};

/// The mean of the complaints of a day, by the place of their column.
fn complaints(cell: &dyn Fn(usize) -> Option<f64>) -> Option<f64> {
    let bowel = [cell(3), cell(4)].into_iter().flatten().reduce(f64::max);
    let answered = || [cell(0), cell(1), cell(2), bowel].into_iter().flatten();
    let count = answered().count();
    (count >= NEEDED_COMPLAINTS).then(|| answered().sum::<f64>() / count as f64)
}

fn stool_form(days: &PartDays<'_>) -> Measured {
    let ((in_range, _), (with_form, answered)) = (days.sum(0), days.sum(1));
    let (without, _) = days.sum(2);
    let all = with_form + (without - USUAL_DAYS_WITHOUT).max(0.0);
    let share = (with_form >= NEEDED_STOOLS).then(|| in_range / all);
    Measured { amount: share, ..Measured::missing(0, answered) }.valued(|share| share)
}
