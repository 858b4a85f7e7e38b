//! Lumps today, 0 to 100, the program's own: half the pain, 30 % the lumps (5 and more count as 5), 20 % how much drains.

use super::IndexSpec;
use super::parts::ScorePart;
use super::weighted::{share, weighted};
use crate::columns::spec::{Role, Scale};
use crate::model::body_system::BodySystem;

pub(super) const SPEC: IndexSpec = IndexSpec {
    key: "lumps_today",
    label: "Lumps today (0 to 100)",
    scale: Scale::Points,
    role: Role::Outcome,
    body_system: Some(BodySystem::Skin),
    parts: (&PARTS, NEEDED),
    cell: |window| {
        let [pain, lumps, draining] = PARTS.map(|part| window.day.highest(part.keys));
        // Draining is asked of hidradenitis alone; without it, this would be a score of pain for everybody.
        draining.and_then(|draining| lumps_today(pain, lumps, Some(draining)))
    },
    ..IndexSpec::PLAIN
};

const PARTS: [ScorePart; 3] = [
    ScorePart { name: "pain", keys: &["skin_pain"] },
    ScorePart { name: "lumps", keys: &["nodules"] },
    ScorePart { name: "draining", keys: &["draining"] },
];

/// Parts without which there is no score.
const NEEDED: usize = 2;

/// From pain (0 to 10), lumps and draining (0 to 4).
fn lumps_today(pain: Option<f64>, lumps: Option<f64>, draining: Option<f64>) -> Option<f64> {
    let parts = [
        (0.5, pain.map(|pain| share(pain, 10.0))),
        (0.3, lumps.map(|lumps| share(lumps, 5.0))),
        (0.2, draining.map(|grade| share(grade, 4.0))),
    ];
    weighted(&parts, NEEDED)
}

#[cfg(test)]
mod tests {
    use super::super::weighted::is;
    use super::*;

    #[test]
    fn lumps_today_by_hand() {
        // 100 * (0.5 * 7/10 + 0.3 * 2/5 + 0.2 * 2/4) = 35 + 12 + 10
        is(lumps_today(Some(7.0), Some(2.0), Some(2.0)), 57.0);
        is(lumps_today(Some(10.0), Some(9.0), Some(4.0)), 100.0);
        assert_eq!(lumps_today(Some(7.0), None, None), None);
    }
}
