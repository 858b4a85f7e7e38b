//! A report of 90 days and of ten years as PDF, and one page of it as a picture.
//!
//! Goals on two cores: 90 days within 0.5 s, ten years within 3 s, a page within 100 ms.

#![allow(missing_docs, clippy::expect_used)]

#[path = "ten_years.rs"]
mod ten_years;

use criterion::{Criterion, criterion_group, criterion_main};
use gutskin::columns::tabulate;
use gutskin::report::doctor::{ReportRequest, build};
use gutskin::report::pdf::{PagePreview, to_pdf};

fn report(criterion: &mut Criterion) {
    let diary = ten_years::diary();
    let table = tabulate(&diary);
    let today = ten_years::today();
    let mut group = criterion.benchmark_group("report");
    group.sample_size(10);
    for (name, days) in [("90 days", 90), ("ten years", 3_652)] {
        let request = ReportRequest::new(today.plus(1 - days), today, today);
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let document = build(&diary, &table, &request, &|_| true).expect("a report");
                to_pdf(&document, &|_| true).expect("a file")
            });
        });
        let document = build(&diary, &table, &request, &|_| true).expect("a report");
        let mut pages = PagePreview::new(&document, &|_| true).expect("pages");
        group.bench_function(format!("a page of {name} as a picture"), |bencher| {
            bencher.iter(|| pages.picture(0, 1_280).expect("a picture"));
        });
    }
    group.finish();
}

criterion_group!(benches, report);
criterion_main!(benches);
