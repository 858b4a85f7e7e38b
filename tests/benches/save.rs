//! One saved edit of a ten-year diary, plain and encrypted, beside a raw append of one kilobyte with a flush on the same disk in the
//! same run.

#![allow(missing_docs, clippy::expect_used, clippy::disallowed_macros)]

#[path = "side_by_side.rs"]
mod side_by_side;
#[path = "ten_years.rs"]
mod ten_years;

use std::fs::File;
use std::io::Write;

use criterion::{Criterion, criterion_group, criterion_main};
use gutskin::edit::{Command, JournalOp, Place, plan};
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::record::Record;
use gutskin::model::trackable::Key;
use gutskin::model::value::Value;
use gutskin::storage::Store;
use gutskin::storage::seal::{NewSecrets, RecoveryCode, Secret};

/// One answer, planned, carried out and durable.
fn save_one(diary: &mut Diary, store: &mut Store, turn: &mut u32) {
    *turn += 1;
    let command = Command::Answer {
        day: ten_years::today().plus(-i32::try_from(*turn % 300).unwrap_or(0)),
        place: Place::Main { kind: EntryKind::SkinCheck, region: None },
        key: Key::new("itch").expect("a key"),
        value: Value::number(f64::from(*turn % 11)),
    };
    let changes = plan(diary, command, ten_years::today()).expect("an answer that fits");
    let ops: Vec<JournalOp> = changes.iter().map(|change| change.apply(diary)).collect();
    store.append(&ops).expect("room on the disk");
}

/// The same edit plain and encrypted beside a raw append and flush, in turn on one disk.
fn plain_and_sealed() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let (mut diary, mut sealed_diary) = (ten_years::diary(), ten_years::diary());
    let mut store = ten_years::write(&diary, &place.path().join("plain"));
    let mut sealed = ten_years::write(&sealed_diary, &place.path().join("sealed"));
    // What a passphrase costs is paid once, when the lock is opened.
    let recovery = RecoveryCode::generate().expect("a code");
    let secrets = NewSecrets { passphrase: Secret::from("five plain words of mine"), recovery, work: 1 };
    sealed.seal(&sealed_diary, &secrets).expect("room on the disk");
    let mut raw = File::create(place.path().join("raw")).expect("a file");
    let kilobyte = [b'x'; 1024];
    let (mut turn, mut sealed_turn) = (0, 0);
    side_by_side::side_by_side(
        "one edit",
        200,
        &mut [
            ("append of 1 kB and flush", &mut || {
                raw.write_all(&kilobyte).expect("room on the disk");
                raw.sync_data().expect("a flush");
            }),
            ("saved", &mut || save_one(&mut diary, &mut store, &mut turn)),
            ("saved, encrypted", &mut || save_one(&mut sealed_diary, &mut sealed, &mut sealed_turn)),
        ],
    );
}

fn save(criterion: &mut Criterion) {
    plain_and_sealed();
    let place = tempfile::tempdir().expect("a temporary folder");
    let mut diary = ten_years::diary();
    let mut store = ten_years::write(&diary, &place.path().join("diary"));
    let mut raw = File::create(place.path().join("raw")).expect("a file");
    let kilobyte = [b'x'; 1024];

    let mut group = criterion.benchmark_group("one edit");
    group.sample_size(60);
    group.bench_function("raw append of 1 kB and flush", |bencher| {
        bencher.iter(|| {
            raw.write_all(&kilobyte).expect("room on the disk");
            raw.sync_data().expect("a flush");
        });
    });
    let mut turn = 0_u32;
    group.bench_function("planned, carried out and saved", |bencher| {
        bencher.iter(|| save_one(&mut diary, &mut store, &mut turn));
    });
    group.bench_function("one month tidied after an edit", |bencher| {
        bencher.iter(|| {
            let page = diary.day_records().next_back().expect("a page").clone();
            store.append(&[JournalOp::Put(Record::Day(page))]).expect("room on the disk");
            store.checkpoint(&diary).expect("room on the disk");
        });
    });
    group.finish();
}

criterion_group!(benches, save);
criterion_main!(benches);
