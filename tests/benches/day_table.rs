//! The day table of ten years: built anew, and brought up to date after one edit.

#![allow(clippy::disallowed_macros, missing_docs, clippy::expect_used)]

#[path = "ten_years.rs"]
mod ten_years;

use criterion::{Criterion, criterion_group, criterion_main};
use gutskin::columns::{tabulate, update_day};

fn day_table(criterion: &mut Criterion) {
    let diary = ten_years::diary();
    let mut table = tabulate(&diary);
    println!("{} rows, {} columns", table.days, table.columns.len());
    let mut group = criterion.benchmark_group("day table of ten years");
    group.sample_size(30);
    group.bench_function("built anew", |bencher| bencher.iter(|| tabulate(&diary)));
    group.bench_function("one day brought up to date", |bencher| {
        bencher.iter(|| assert!(update_day(&mut table, &diary, ten_years::today().plus(-500))));
    });
    group.finish();
}

criterion_group!(benches, day_table);
criterion_main!(benches);
