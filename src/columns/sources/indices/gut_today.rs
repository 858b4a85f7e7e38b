//! Gut today, 0 to 100: 80 % the complaints, 20 % the share of the day's stools whose form lies outside 3 to 5.

use super::IndexSpec;
use super::parts::ScorePart;
use super::weighted::{share, weighted};
use crate::columns::spec::{Role, Scale};
use crate::model::body_system::BodySystem;
use crate::model::trackable::Direction;
use crate::model::value::Value;

pub(super) const SPEC: IndexSpec = IndexSpec {
    key: "gut_today",
    label: "Gut today (0 to 100)",
    direction: Direction::WorseUp,
    scale: Scale::Points,
    role: Role::Outcome,
    body_system: Some(BodySystem::Gut),
    parts: (&PARTS, NEEDED),
    cell: |window| {
        let day = window.day;
        let [pain, bloating, wind, effort, _] = PARTS.map(|part| day.highest(part.keys));
        let complaints = [pain, bloating, wind, effort];
        let forms = day.entries().iter().filter_map(|entry| entry.answers.get("stool")).map(Value::as_number);
        gut_today(complaints, &forms.collect::<Vec<_>>())
    },
    ..IndexSpec::PLAIN
};

const PARTS: [ScorePart; 5] = [
    ScorePart { name: "belly pain", keys: &["gut_pain"] },
    ScorePart { name: "bloating", keys: &["bloating"] },
    ScorePart { name: "wind", keys: &["wind"] },
    ScorePart { name: "urgency or straining", keys: &["urgency", "straining"] },
    ScorePart { name: "stool form", keys: &["stool"] },
];

/// Parts without which there is no score.
const NEEDED: usize = 3;

/// From belly pain, bloating, wind, and urgency or straining (0 to 10 each), of which the mean counts, and the forms of the
/// stools. `None` with fewer than [`NEEDED`] of the five.
fn gut_today(complaints: [Option<f64>; 4], stool_forms: &[f64]) -> Option<f64> {
    let answered: Vec<f64> = complaints.into_iter().flatten().collect();
    let of = stool_forms.len() as f64;
    let out_of_range = stool_forms.iter().filter(|form| !(3.0..=5.0).contains(*form)).count() as f64;
    let forms = (!stool_forms.is_empty()).then_some(out_of_range / of);
    if answered.len() + usize::from(forms.is_some()) < NEEDED {
        return None;
    }
    let mean = answered.iter().sum::<f64>() / answered.len() as f64;
    weighted(&[(0.80, Some(share(mean, 10.0))), (0.20, forms)], 1)
}

#[cfg(test)]
mod tests {
    use super::super::weighted::is;
    use super::*;

    #[test]
    fn gut_today_by_hand() {
        // mean of 2, 4, 6, 8 is 5; one of two stools is out of range: 100 * (0.8 * 0.5 + 0.2 * 0.5)
        is(gut_today([Some(2.0), Some(4.0), Some(6.0), Some(8.0)], &[4.0, 6.5]), 50.0);
        is(gut_today([Some(0.0); 4], &[3.0, 5.0]), 0.0);
        is(gut_today([Some(10.0); 4], &[1.0, 7.0, 2.5, 5.5]), 100.0);
    }

    #[test]
    fn what_is_missing_in_gut_today_has_no_part_in_it() {
        is(gut_today([Some(2.0), Some(4.0), Some(6.0), None], &[]), 40.0);
        // mean of 2 and 4 is 3; the only stool is out of range: 100 * (0.8 * 0.3 + 0.2 * 1)
        is(gut_today([Some(2.0), None, Some(4.0), None], &[7.0]), 44.0);
        assert_eq!(gut_today([Some(2.0), None, None, None], &[4.0, 4.0]), None, "two of five are fewer than half");
        assert_eq!(gut_today([None; 4], &[4.0]), None);
    }
}
