//! What a chart costs as a picture: the first one reads the typeface, the others do not. A chart at twice its size is to be there within
//! 60 ms after the first.

#![allow(clippy::disallowed_macros, missing_docs, clippy::expect_used)]

#[path = "ten_years.rs"]
mod ten_years;

use criterion::{Criterion, criterion_group, criterion_main};
use gutskin::columns::tabulate;
use gutskin::report::chart::{ChartModel, ChartRequest};
use gutskin::report::chart_kind::{ChartKind, KindRequest, draw};
use gutskin::report::figure;
use gutskin::report::png::to_png;

fn chart(criterion: &mut Criterion) {
    let diary = ten_years::diary();
    let table = tabulate(&diary);
    let today = ten_years::today();
    let mut group = criterion.benchmark_group("a chart as PNG at twice its size");
    for (name, days) in [("90 days", 90), ("ten years", 3650)] {
        let period = (today.plus(1 - days), today);
        let request = ChartRequest::new(&["itch", "sleep_hours"], period.0, period.1, today);
        let model = ChartModel::new(&diary, &table, &request).expect("both are answered");
        group.bench_function(format!("series, {name}"), |bencher| bencher.iter(|| to_png(&figure::draw(&model))));
        let calendar = KindRequest::new(ChartKind::Calendar, vec!["itch".to_owned()], period, today);
        group.bench_function(format!("calendar, {name}"), |bencher| {
            bencher.iter(|| draw(&diary, &table, &calendar, &|_| true).map(|figure| to_png(&figure.scene)));
        });
    }
    group.finish();
}

criterion_group!(benches, chart);
criterion_main!(benches);
