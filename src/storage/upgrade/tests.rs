//! What an older program makes of a newer folder, and how a folder becomes newer.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::super::problem::ReadOnly;
use super::super::store::{Access, Opened, Store};
use super::*;
use crate::model::record::NEWEST_SCHEMA;
use crate::storage::StorageError;

/// Every file below a folder with its bytes, the lock apart.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(place) = waiting.pop() {
        for entry in fs::read_dir(place).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => waiting.push(path),
                false if path.ends_with("LOCK") => {}
                false => drop(found.insert(path.strip_prefix(folder).unwrap().to_path_buf(), fs::read(&path).unwrap())),
            }
        }
    }
    found
}

/// A copy of a folder as an earlier version wrote it.
fn golden(version: &str) -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/diaries").join(version);
    for (name, bytes) in files(&folder) {
        let path = place.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    place
}

fn open(place: &Path) -> Opened {
    Store::open(place, Access::Write).unwrap()
}

fn text(place: &Path, name: &str) -> String {
    fs::read_to_string(place.join(name)).unwrap()
}

/// A record that schema 1 cannot say.
fn needs_2(diary: &Diary) -> Record {
    diary.records().find(|record| record.schema() == 2).unwrap()
}

#[test]
fn a_program_that_knows_only_schema_1_reads_a_diary_of_schema_2_and_changes_no_byte() {
    // As an earlier version left it, and as this one leaves it.
    for is_raised in [false, true] {
        let place = golden("v2");
        let whole = open(place.path()).diary;
        let place = if is_raised { place } else { golden("v2") };
        let before = files(place.path());
        let mut opened = Store::open_knowing(place.path(), Access::Write, 1).unwrap();
        assert_eq!(opened.report.read_only, Some(ReadOnly::Newer { schema: 2 }));
        let words = opened.report.read_only.as_ref().unwrap().to_string();
        assert!(words.contains("newer version of Gutskin (schema 2)") && words.contains("use that version"), "{words}");
        assert_eq!(
            (opened.diary, opened.report.problems),
            (whole.clone(), Vec::new()),
            "all that it can read is shown"
        );
        let refused = opened.store.append(&[JournalOp::Put(needs_2(&whole))]).unwrap_err();
        assert!(matches!(refused, StorageError::Newer { schema: 2, .. }), "{refused}");
        drop(opened.store);
        assert_eq!(files(place.path()), before);
    }
}

#[test]
fn the_number_rises_with_the_first_thing_that_needs_it_after_the_diary_before_is_kept() {
    let place = golden("v1");
    let newer = needs_2(&open(golden("v2").path()).diary);
    let Opened { mut store, diary: before, .. } = open(place.path());
    assert!(text(place.path(), "gutskin.ron").contains("schema: 1,"));
    let identity = text(place.path(), "gutskin.ron");
    let mut after = before.clone();
    let op = JournalOp::Put(newer);
    op.clone().put(&mut after);
    store.append(&[op]).unwrap();
    store.checkpoint(&after).unwrap();
    drop(store);
    let raised = text(place.path(), "gutskin.ron");
    assert!(raised.contains("schema: 2,"));
    let id = |text: &str| text.lines().find(|line| line.contains("id:")).unwrap().to_owned();
    assert_eq!(id(&raised), id(&identity), "it is still the same diary");
    assert_eq!(open(place.path()).diary, after);

    // With every other file gone, the full backup gives the diary as it was, to a program that knows only what was then.
    for name in files(place.path()).into_keys() {
        if !name.starts_with("backups/full") {
            fs::remove_file(place.path().join(name)).unwrap();
        }
    }
    fs::write(place.path().join("gutskin.ron"), identity).unwrap();
    let kept = files(place.path());
    let (name, _) = kept.iter().next_back().unwrap();
    assert!(text(place.path(), name.to_str().unwrap()).contains("schema: 1,"), "{kept:?}");
    assert_eq!(schema_of(&Store::open_knowing(place.path(), Access::Read, 1).unwrap().diary), SCHEMA);
}

#[test]
fn whoever_stops_before_the_number_rises_finds_it_risen_at_the_next_opening() {
    // Files of the new number, and a folder that still says the old one.
    let place = golden("v2");
    assert!(text(place.path(), "gutskin.ron").contains("schema: 1,"));
    let diary = open(place.path()).diary;
    assert!(text(place.path(), "gutskin.ron").contains("schema: 2,"));
    let settled = files(place.path());
    assert_eq!(open(place.path()).diary, diary);
    assert_eq!(files(place.path()), settled, "once is enough");
}

#[test]
fn the_steps_lead_upwards_to_the_newest_schema_and_what_schema_1_said_means_the_same() {
    assert!(STEPS.iter().is_sorted_by(|(one, _), (next, _)| one < next));
    assert!(STEPS.iter().all(|(from, _)| (SCHEMA..NEWEST_SCHEMA).contains(from)));
    let diary = open(golden("v1").path()).diary;
    let records: Vec<Record> = diary.records().collect();
    assert_eq!(upgraded(records.clone(), SCHEMA), records);
}
