//! IHS4: lumps, and abscesses twice, and draining tunnels four times; up to 3 is mild, 4 to 10 moderate, 11 and more severe (Zouboulis
//! and others 2017, doi:10.1111/bjd.15748). Without all three counts of the same day there is no score.

use super::IndexSpec;
use crate::columns::spec::{Role, Scale};
use crate::model::body_system::BodySystem;

pub(super) const SPEC: IndexSpec = IndexSpec {
    key: "ihs4",
    label: "IHS4",
    scale: Scale::Points,
    role: Role::Outcome,
    body_system: Some(BodySystem::Skin),
    cell: |window| {
        let [lumps, abscesses, tunnels] = COUNTS.map(|key| window.day.answer(key));
        Some(ihs4(lumps?, abscesses?, tunnels?))
    },
    ..IndexSpec::PLAIN
};

/// What is counted: lumps, abscesses, draining tunnels.
pub(in crate::columns) const COUNTS: [&str; 3] = ["nodules", "abscesses", "draining_tunnels"];

fn ihs4(lumps: f64, abscesses: f64, tunnels: f64) -> f64 {
    lumps + 2.0 * abscesses + 4.0 * tunnels
}

/// How bad a score is called.
pub(in crate::columns) fn severity(score: f64) -> &'static str {
    match score {
        score if score <= 3.0 => "mild",
        score if score <= 10.0 => "moderate",
        _ => "severe",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worked_example_and_the_ends_of_mild_and_moderate() {
        assert!((ihs4(3.0, 1.0, 1.0) - 9.0).abs() < 1e-12);
        assert_eq!([3.0, 4.0, 10.0, 11.0].map(severity), ["mild", "moderate", "moderate", "severe"]);
    }
}
