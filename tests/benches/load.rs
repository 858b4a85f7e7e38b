//! Opening ten years, beside parsing the same bytes with `ron` into the same types in the same run.

#![allow(clippy::disallowed_macros, missing_docs, clippy::expect_used)]

#[path = "ten_years.rs"]
mod ten_years;

use criterion::{Criterion, criterion_group, criterion_main};
use gutskin::model::day_record::DayRecord;
use gutskin::storage::{Access, Store};
use serde::Deserialize;

/// What a month file holds.
#[derive(Deserialize)]
#[allow(dead_code, clippy::struct_field_names, reason = "read for the work of reading it, under the names of the file")]
struct Month {
    format: String,
    schema: u32,
    month: String,
    seq: u64,
    days: Vec<DayRecord>,
}

fn load(criterion: &mut Criterion) {
    let place = tempfile::tempdir().expect("a temporary folder");
    let diary = ten_years::diary();
    drop(ten_years::write(&diary, place.path()));
    let mut files = Vec::new();
    for entry in std::fs::read_dir(place.path().join("days")).expect("months") {
        files.push(std::fs::read_to_string(entry.expect("a month").path()).expect("text"));
    }
    let bytes: usize = files.iter().map(String::len).sum();
    println!("{} days, {} month files, {bytes} bytes", diary.day_records().len(), files.len());
    let dialect = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);

    let mut group = criterion.benchmark_group("ten years");
    group.sample_size(20);
    group.bench_function("parse the bytes with ron", |bencher| {
        bencher.iter(|| {
            let months: Vec<Month> = files.iter().map(|text| dialect.from_str(text).expect("a month")).collect();
            assert_eq!(months.iter().map(|month| month.days.len()).sum::<usize>(), diary.day_records().len());
            months
        });
    });
    group.bench_function("open for reading", |bencher| {
        bencher.iter(|| {
            let opened = Store::open(place.path(), Access::Read).expect("a diary");
            assert_eq!(opened.diary.day_records().len(), diary.day_records().len());
            opened
        });
    });
    group.bench_function("open for writing", |bencher| {
        bencher.iter(|| Store::open(place.path(), Access::Write).expect("a diary"));
    });
    group.finish();
}

criterion_group!(benches, load);
criterion_main!(benches);
