//! Opening ten years, plain and encrypted, beside parsing the same bytes with `ron` into the same types in the same run.

#![allow(clippy::disallowed_macros, missing_docs, clippy::expect_used)]

#[path = "side_by_side.rs"]
mod side_by_side;
#[path = "ten_years.rs"]
mod ten_years;

use criterion::{Criterion, criterion_group, criterion_main};
use gutskin::model::day_record::DayRecord;
use gutskin::storage::seal::{NewSecrets, RecoveryCode, Secret, Vault};
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

    let parse = || -> Vec<Month> { files.iter().map(|text| dialect.from_str(text).expect("a month")).collect() };
    let sealed = tempfile::tempdir().expect("a temporary folder");
    let passphrase = Secret::from("five plain words of mine");
    let recovery = RecoveryCode::generate().expect("a code");
    // What a passphrase costs is paid once, when the lock is opened.
    let secrets = NewSecrets { passphrase: passphrase.clone(), recovery, work: 1 };
    ten_years::write(&diary, sealed.path()).seal(&diary, &secrets).expect("room on the disk");
    let vault = Vault::unlock(sealed.path(), &passphrase).expect("the passphrase");
    side_by_side::side_by_side(
        "ten years",
        20,
        &mut [
            ("parsed alone", &mut || drop(parse())),
            ("opened, every sum checked", &mut || drop(Store::open(place.path(), Access::Read).expect("a diary"))),
            ("opened, encrypted", &mut || {
                drop(Store::open_with(sealed.path(), Access::Read, &vault).expect("a diary"));
            }),
        ],
    );

    let mut group = criterion.benchmark_group("ten years");
    group.sample_size(20);
    group.bench_function("parse the bytes with ron", |bencher| {
        bencher.iter(|| {
            let months = parse();
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
