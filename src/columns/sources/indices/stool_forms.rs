//! Stools of a day with a form, and those of them with a form from 3 to 5: what the index of gut comfort counts.

use super::IndexSpec;
use crate::columns::window::Window;
use crate::model::value::Value;

/// The middle of the scale, neither hard nor loose.
const IN_RANGE: std::ops::RangeInclusive<f64> = 3.0..=5.0;

pub(super) const WITH_FORM: IndexSpec = IndexSpec {
    key: "stool_forms",
    label: "Stools with a form",
    cell: |window| {
        let count = forms(window).count();
        (count > 0).then_some(count as f64)
    },
    ..IndexSpec::PLAIN
};

pub(super) const FORM_IN_RANGE: IndexSpec = IndexSpec {
    key: "stool_forms_in_range",
    label: "Stools of form 3 to 5",
    cell: |window| {
        let count = forms(window).count();
        let in_range = forms(window).filter(|form| IN_RANGE.contains(form)).count();
        (count > 0).then_some(in_range as f64)
    },
    ..IndexSpec::PLAIN
};

fn forms<'a>(window: &Window<'a>) -> impl Iterator<Item = f64> + use<'a> {
    window.day.entries().iter().filter_map(|entry| entry.answers.get("stool")).map(Value::as_number)
}
