//! Skin comfort, over 7 days: how far the mean of Skin today lies from the worst. It is drawn as the outcome.

use crate::columns::formula::{Formula, Part, Remarks};

pub(super) const FORMULA: Formula = Formula {
    key: "index_skin",
    title: "Skin comfort",
    label: "Skin comfort index (0 to 100)",
    window_days: 7,
    is_about_food: false,
    remarks: Remarks::NONE,
    parts: &[Part {
        weight: 1.0,
        label: "Skin today",
        rule: "mean of Skin today over 7 days, from 100 down to 0",
        columns: &["skin_today"],
        window_days: 7,
        needed_days: 4,
        left_out: &[],
        measure: |days| days.mean(0).valued(|skin| 1.0 - skin / 100.0),
    }],
};
