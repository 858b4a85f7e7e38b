//! A small, fast part of the error rates; `cargo bench --bench error_rates` measures them in full.

use gutskin::analysis::engine::{Plan, search};

use crate::simulator::{Score, Setting, simulate};

#[test]
fn on_made_up_diaries_few_claims_are_false_and_strong_effects_are_found() {
    let setting = Setting { days: 180, factors: 10, outcomes: 2, empty_share: 0.4 };
    let mut score = Score::default();
    for seed in 0..60 {
        let diary = simulate(seed, setting);
        let plan = Plan { q: 0.05, ..Plan::of_diary(&diary.table) };
        score.add(&diary, &search(&diary.table, &plan, setting.days, &|_| true).unwrap(), 0.05);
    }
    // Sixty diaries bound the rates loosely; the full table bounds them closely.
    assert!(score.false_share / score.diaries <= 0.10, "{score:?}");
    assert!(score.empty_with_claim / score.empty <= 0.15, "{score:?}");
    assert!(score.hits / score.planted >= 0.25, "{score:?}");
    assert_eq!(score.wrong_sign, 0.0, "{score:?}");
    assert!(score.covered / score.hits >= 0.85, "{score:?}");
}
