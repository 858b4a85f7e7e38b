//! Skin today, 0 to 100: 40 % the worst of itch, pain or sting, 40 % the look, 20 % the area.

use super::IndexSpec;
use super::parts::ScorePart;
use super::weighted::{share, weighted};
use crate::columns::spec::{Role, Scale};
use crate::model::body_system::BodySystem;
use crate::model::trackable::Direction;

pub(super) const SPEC: IndexSpec = IndexSpec {
    key: "skin_today",
    label: "Skin today (0 to 100)",
    direction: Direction::WorseUp,
    scale: Scale::Points,
    role: Role::Outcome,
    body_system: Some(BodySystem::Skin),
    parts: (&PARTS, NEEDED),
    cell: |window| {
        let [worst_feeling, look, _] = PARTS.map(|part| window.day.highest(part.keys));
        // A palm is about 1 % of the skin. What was answered in palms comes before what places add up to.
        let [palms, cover] = AREA.map(|key| window.day.answer(key));
        skin_today(worst_feeling, look, palms.or(cover))
    },
    ..IndexSpec::PLAIN
};

const PARTS: [ScorePart; 3] = [
    ScorePart { name: "itch or pain", keys: &["itch", "skin_pain"] },
    ScorePart { name: "redness or dryness", keys: &["redness", "dryness"] },
    ScorePart { name: "area", keys: &AREA },
];

/// The area in palms, and the covered share of the skin in percent.
const AREA: [&str; 2] = ["palms", "cover"];

/// Parts without which there is no score.
const NEEDED: usize = 2;

/// From the worst feeling (0 to 10), the look (0 to 4) and the area in palms (10 and more count as 10). `None` with fewer than
/// two of the three.
fn skin_today(worst_feeling: Option<f64>, look: Option<f64>, palms: Option<f64>) -> Option<f64> {
    let parts = [
        (0.40, worst_feeling.map(|score| share(score, 10.0))),
        (0.40, look.map(|grade| share(grade, 4.0))),
        (0.20, palms.map(|palms| share(palms, 10.0))),
    ];
    weighted(&parts, NEEDED)
}

#[cfg(test)]
mod tests {
    use super::super::weighted::is;
    use super::*;

    #[test]
    fn skin_today_by_hand() {
        // 100 * (0.40 * 6/10 + 0.40 * 3/4 + 0.20 * 5/10) = 24 + 30 + 10
        is(skin_today(Some(6.0), Some(3.0), Some(5.0)), 64.0);
        is(skin_today(Some(0.0), Some(0.0), Some(0.0)), 0.0);
        is(skin_today(Some(10.0), Some(4.0), Some(10.0)), 100.0);
        is(skin_today(Some(10.0), Some(4.0), Some(80.0)), 100.0);
    }

    #[test]
    fn what_is_missing_in_skin_today_has_no_part_in_it() {
        // (0.40 * 0.6 + 0.40 * 0.75) / 0.80
        is(skin_today(Some(6.0), Some(3.0), None), 67.5);
        // (0.40 * 0.6 + 0.20 * 0.5) / 0.60
        is(skin_today(Some(6.0), None, Some(5.0)), 100.0 * 0.34 / 0.60);
        assert_eq!(skin_today(Some(6.0), None, None), None, "one of three is fewer than half");
        assert_eq!(skin_today(None, None, None), None);
    }
}
