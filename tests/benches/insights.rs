//! What one look costs: a year with 40 factors and 8 outcomes at 15 lags, and ten years of the same.
//!
//! `cargo bench --bench insights`

#![allow(clippy::unwrap_used, dead_code, missing_docs, reason = "the simulator is shared")]

#[path = "../support/simulator.rs"]
mod simulator;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use gutskin::analysis::engine::{Plan, search};
use simulator::{Setting, simulate};

fn looks(criterion: &mut Criterion) {
    for (name, days) in [("one look, a year, 40 x 8", 365), ("one look, ten years, 40 x 8", 3_650)] {
        let diary = simulate(7, Setting { days, factors: 40, outcomes: 8, empty_share: 0.0 });
        let plan = Plan::of_diary(&diary.table);
        criterion.bench_function(name, |bench| {
            bench.iter(|| black_box(search(&diary.table, &plan, days, &|_| true)));
        });
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = looks
}
criterion_main!(benches);
