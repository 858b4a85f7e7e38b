//! What the seven indices cost: for ten years, for a day that was edited, and opened for reading.

#![allow(clippy::disallowed_macros, missing_docs, clippy::expect_used)]

#[path = "ten_years.rs"]
mod ten_years;

use criterion::{Criterion, criterion_group, criterion_main};
use gutskin::columns::{index_readings, tabulate, update_day};

fn indices(criterion: &mut Criterion) {
    let diary = ten_years::diary();
    let mut table = tabulate(&diary);
    let mut group = criterion.benchmark_group("indices of ten years");
    group.sample_size(30);
    // The whole table, of which the indices are a part; `day_table` measures the same table.
    group.bench_function("with the table built anew", |bencher| bencher.iter(|| tabulate(&diary)));
    group.bench_function("one edited day", |bencher| {
        bencher.iter(|| assert!(update_day(&mut table, &diary, ten_years::today().plus(-500))));
    });
    group.bench_function("all seven opened on a day", |bencher| {
        bencher.iter(|| index_readings(&diary, &table, ten_years::today()));
    });
    group.finish();
}

criterion_group!(benches, indices);
criterion_main!(benches);
