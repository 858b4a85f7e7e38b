//! Going on after damage: asked for, never by itself, with every damaged byte put aside.

use std::fs;
use std::path::{Path, PathBuf};

use gutskin::model::diary::Diary;
use gutskin::storage::{ReadOnly, StorageError, Store};

use super::folder::{
    Photo, journalled, named, open, photograph, put_back, read, replay, summed, temporary, three_days, tidied,
};

fn only(photo: &Photo, start: &str) -> (PathBuf, Vec<u8>) {
    let files = named(photo, start);
    assert_eq!(files.len(), 1, "{files:?}");
    (files[0].0.clone(), files[0].1.clone())
}

/// Repairs, and looks whether the diary can be written, holds this, and the damaged bytes are put aside.
fn repaired(place: &Path, diary: &Diary, damaged: &[u8]) {
    let report = Store::repair(place).unwrap();
    assert!(report.is_sound(), "{:?}", report.problems);
    let opened = open(place);
    assert_eq!((&opened.diary, &opened.report.read_only), (diary, &None));
    drop(opened);
    let photo = photograph(place);
    assert!(named(&photo, "quarantine").iter().any(|(_, bytes)| bytes.as_slice() == damaged), "nothing was put aside");
}

#[test]
fn a_damaged_line_that_is_nowhere_else_is_put_aside_and_every_other_line_kept() {
    let (_, steps) = three_days();
    for lost in 0..steps.len() {
        let place = temporary();
        journalled(place.path(), &steps);
        let (name, mut bytes) = only(&photograph(place.path()), "journal");
        let ends: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at] == b'\n').collect();
        bytes[ends[lost] - 20] ^= 1;
        fs::write(place.path().join(&name), &bytes).unwrap();
        assert_eq!(open(place.path()).report.read_only, Some(ReadOnly::Damaged));
        let kept = steps.iter().enumerate().filter(|(line, _)| *line != lost).flat_map(|(_, ops)| ops);
        repaired(place.path(), &replay(kept), &bytes);
        let mut opened = open(place.path());
        opened.store.append(&steps[lost]).unwrap();
        drop(opened);
        assert_eq!(read(place.path()).diary.day_records().len(), 3, "and can be written down again");
    }
}

#[test]
fn a_damaged_line_that_month_files_hold_as_well_stops_nobody_from_writing() {
    let (diary, steps) = three_days();
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    let photo = photograph(place.path());
    let (name, bytes) = only(&photo, "journal");
    for at in (0..bytes.len()).step_by(5) {
        put_back(&photo, place.path());
        let mut damaged = bytes.clone();
        damaged[at] ^= 4;
        fs::write(place.path().join(&name), &damaged).unwrap();
        let opened = open(place.path());
        assert_eq!(opened.diary, diary, "byte {at}");
        assert!(!opened.report.problems.is_empty(), "byte {at}: nothing was said");
        let alone = bytes.split(|byte| *byte == b'\n').count() == 2;
        assert!(alone || opened.report.read_only.is_none(), "byte {at}: {:?}", opened.report.problems);
        drop(opened);
        assert_eq!(fs::read(place.path().join(&name)).unwrap(), damaged, "byte {at}");
    }
}

#[test]
fn a_broken_month_is_written_anew_from_its_copy_and_the_journal() {
    let (diary, steps) = three_days();
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    let (name, bytes) = only(&photograph(place.path()), "days");
    fs::write(place.path().join(&name), &bytes[..100]).unwrap();
    repaired(place.path(), &diary, &bytes[..100]);
}

#[test]
fn a_broken_month_of_which_nothing_else_is_left_is_put_aside_and_the_rest_goes_on() {
    let (diary, steps) = three_days();
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    for other in ["journal", "backups"] {
        fs::remove_dir_all(place.path().join(other)).unwrap();
    }
    let (name, bytes) = only(&photograph(place.path()), "days");
    fs::write(place.path().join(&name), &bytes[..100]).unwrap();
    repaired(place.path(), &Diary::default(), &bytes[..100]);
}

#[test]
fn a_damaged_identity_is_made_anew() {
    let (diary, steps) = three_days();
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    fs::write(place.path().join("gutskin.ron"), "Diary(").unwrap();
    let opened = open(place.path());
    assert_eq!((&opened.diary, &opened.report.read_only), (&diary, &Some(ReadOnly::Damaged)), "all of it is shown");
    assert_eq!(opened.report.problems[0].file, Path::new("gutskin.ron"));
    drop(opened);
    repaired(place.path(), &diary, b"Diary(");
}

#[test]
fn nothing_is_repaired_in_a_diary_of_a_newer_version_or_one_that_is_open() {
    let (diary, steps) = three_days();
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    let first = open(place.path());
    assert!(matches!(Store::repair(place.path()), Err(StorageError::OpenElsewhere { .. })));
    drop(first);
    let month = place.path().join("days/2026-03.ron");
    fs::write(&month, summed(&fs::read_to_string(&month).unwrap().replace("schema: 1", "schema: 9"))).unwrap();
    let photo = photograph(place.path());
    assert!(matches!(Store::repair(place.path()), Err(StorageError::Newer { schema: 9, .. })));
    assert_eq!(photograph(place.path()), photo);
}

#[test]
fn repairing_a_sound_diary_keeps_it_as_it_is() {
    let (diary, steps) = three_days();
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    assert!(Store::repair(place.path()).unwrap().is_sound());
    assert_eq!(open(place.path()).diary, diary);
    assert!(named(&photograph(place.path()), "quarantine").is_empty());
}

#[test]
fn two_damaged_lines_of_one_journal_are_put_aside_together() {
    let (_, steps) = three_days();
    let place = temporary();
    journalled(place.path(), &steps);
    let (name, mut bytes) = only(&photograph(place.path()), "journal");
    let ends: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at] == b'\n').collect();
    bytes[ends[0] - 20] ^= 1;
    bytes[ends[1] - 20] ^= 1;
    fs::write(place.path().join(&name), &bytes).unwrap();
    repaired(place.path(), &replay(&steps[2]), &bytes);
}

#[test]
fn a_damaged_line_that_month_files_hold_as_well_is_cleared_too() {
    let (diary, steps) = three_days();
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    let (name, mut bytes) = only(&photograph(place.path()), "journal");
    bytes[40] ^= 4;
    fs::write(place.path().join(&name), &bytes).unwrap();
    assert!(!Store::check(place.path()).unwrap().is_sound());
    repaired(place.path(), &diary, &bytes);
    // What left the journal still lies in two files: either alone brings it back.
    fs::remove_dir_all(place.path().join("days")).unwrap();
    assert_eq!(read(place.path()).diary, diary, "from the copies");
}

#[test]
fn a_wrong_digit_in_a_schema_number_is_damage_like_any_other_and_locks_nobody_out() {
    let (diary, steps) = three_days();
    for name in ["days/2026-03.ron", "index.ron", "gutskin.ron"] {
        let place = temporary();
        tidied(place.path(), &diary, &steps);
        let file = place.path().join(name);
        fs::write(&file, fs::read_to_string(&file).unwrap().replace("schema: 1", "schema: 5")).unwrap();
        assert!(!Store::check(place.path()).unwrap().is_sound(), "{name}");
        let opened = open(place.path());
        assert_eq!((&opened.diary, &opened.report.read_only), (&diary, &None), "{name}");
        assert!(opened.report.problems.iter().any(|problem| problem.file == Path::new(name)), "{name}");
        drop(opened);
        assert!(Store::repair(place.path()).unwrap().is_sound(), "{name}");
        assert_eq!(open(place.path()).diary, diary, "{name}");
    }
}
