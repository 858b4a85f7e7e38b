//! A small, fast part of the error rates; `cargo bench --bench error_rates` measures them in full.

use gutskin::analysis::engine::{Plan, search};

use crate::recipes;
use crate::simulator::{Score, Setting, findings, simulate};

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

#[test]
fn on_empty_diaries_other_methods_find_something_nearly_always_and_the_engine_hardly_ever() {
    let setting = Setting { days: 120, factors: 12, outcomes: 3, empty_share: 1.0 };
    let diaries = 12;
    let mut engine = 0;
    let mut others: Vec<(&str, u32)> = Vec::new();
    for seed in 0..diaries {
        let diary = simulate(seed, setting);
        let plan = Plan { q: 0.05, ..Plan::of_diary(&diary.table) };
        let found = search(&diary.table, &plan, setting.days, &|_| true).unwrap();
        engine += u32::from(!findings(&found, 0.05).is_empty());
        for (place, (name, found)) in recipes::all(&diary.table).into_iter().enumerate() {
            if place == others.len() {
                others.push((name, 0));
            }
            others[place].1 += u32::from(!found.is_empty());
        }
    }
    assert!(engine <= 1, "{engine} of {diaries}");
    let claimed = |part: &str| others.iter().find(|(name, _)| name.contains(part)).unwrap().1;
    assert_eq!((claimed("Pearson"), claimed("Spearman at the best")), (12, 12), "{others:?}");
    assert!(claimed("with / without") >= 11, "{others:?}");
    // Control of false discoveries does not help where the p-values that go in are wrong.
    assert!(claimed("Spearman at 15 lags, BH") >= 6 && claimed("Newey-West, BH") >= 6, "{others:?}");
}
