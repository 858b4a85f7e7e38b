//! A score in the manner of SCORAD, 0 to 103: A / 5 + 7 B / 2 + C. A is the share of the skin in percent (Lund and Browder, not nines), B
//! six signs of 0 to 3, C the means of itch and of lost sleep over three days, 0 to 10 each (European Task Force on Atopic Dermatitis
//! 1993, doi:10.1159/000247298).

use super::IndexSpec;
use super::signs::sum_of_sheet;
use crate::columns::spec::{Role, Scale};
use crate::columns::window::Window;
use crate::model::body_system::BodySystem;
use crate::model::score_sheet::ScoreSheet;

/// Days whose itch and sleep count.
const DAYS: usize = 3;
/// Of how many of them each must be known.
const NEEDED_DAYS: usize = 2;

pub(super) const SPEC: IndexSpec = IndexSpec {
    key: "scorad",
    label: "SCORAD-style score (0 to 103)",
    scale: Scale::Points,
    role: Role::Outcome,
    body_system: Some(BodySystem::Skin),
    window_days: DAYS,
    cell: |window| {
        let signs = sum_of_sheet(window.day, ScoreSheet::Scorad)?;
        let extent_percent = window.day.answer(super::skin_bands::COVER)?;
        Some(scorad(extent_percent, signs, mean(window, "itch")? + mean(window, "sleep_loss")?))
    },
    ..IndexSpec::PLAIN
};

fn mean(window: &Window<'_>, key: &str) -> Option<f64> {
    let answers: Vec<f64> = window.days.iter().filter_map(|day| day.answer(key)).collect();
    (answers.len() >= NEEDED_DAYS).then(|| answers.iter().sum::<f64>() / answers.len() as f64)
}

/// From the extent in percent, the sum of the signs (0 to 18) and the complaints (0 to 20).
fn scorad(extent_percent: f64, signs: f64, complaints: f64) -> f64 {
    (1e9 * (extent_percent / 5.0 + 3.5 * signs + complaints)).round() / 1e9
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worked_example_and_the_most() {
        assert!((scorad(5.44, 8.0, 9.0) - 38.088).abs() < 1e-9, "1.088 + 28 + 9");
        assert!((scorad(100.0, 18.0, 20.0) - 103.0).abs() < 1e-9);
    }
}
