//! What the safety rules cost: of one day, and of each day of a quarter for a report.

#![allow(clippy::disallowed_macros, missing_docs, clippy::expect_used)]

#[path = "ten_years.rs"]
mod ten_years;

use criterion::{Criterion, criterion_group, criterion_main};
use gutskin::columns::tabulate;
use gutskin::evidence::safety::{flags, flags_between};

fn rules(criterion: &mut Criterion) {
    let diary = ten_years::diary();
    let table = tabulate(&diary);
    let today = ten_years::today();
    let mut group = criterion.benchmark_group("safety rules over ten years");
    group.bench_function("of one day", |bencher| bencher.iter(|| flags(&diary, &table, today)));
    group.sample_size(10);
    group.bench_function("of each day of a quarter", |bencher| {
        bencher.iter(|| flags_between(&diary, &table, today.plus(-89), today));
    });
    group.finish();
}

criterion_group!(benches, rules);
criterion_main!(benches);
