//! Stops: at whatever step the program was killed, what was acknowledged is there when it starts again.

use std::fs;
use std::path::{Path, PathBuf};

use gutskin::edit::JournalOp;
use gutskin::model::diary::Diary;
use gutskin::model::time::Day;
use gutskin::storage::{Access, StorageError, Store};

use super::commands::{carry_out, today};
use super::folder::{Photo, journalled, log, open, photograph, put_back, read, temporary, three_days, tidied};

/// Two months, some of it tidied before, some only in the journal.
fn half_tidied(place: &Path) -> (Diary, Vec<Vec<JournalOp>>) {
    let (mut diary, mut steps) = three_days();
    tidied(place, &diary, &steps);
    let mut store = open(place).store;
    for (date, words) in [((2026, 2, 27), "before"), ((2026, 3, 2), "again"), ((2026, 3, 20), "later")] {
        let day = Day::from_ymd(date.0, date.1, date.2).unwrap();
        let ops = carry_out(&mut diary, log(day, 4.0, words)).unwrap();
        store.append(&ops).unwrap();
        steps.push(ops);
    }
    (diary, steps)
}

/// The order in which tidying writes: copies before the file they copy, months in order, the index last.
fn in_order_of_writing(before: &Photo, after: &Photo) -> Vec<PathBuf> {
    let mut changed: Vec<PathBuf> =
        after.iter().filter(|(name, bytes)| before.get(*name) != Some(bytes)).map(|(name, _)| name.clone()).collect();
    let rank = |name: &Path| {
        let stem = name.components().nth(1).map(|part| part.as_os_str().to_string_lossy().replace(".ron", ""));
        (name.ends_with("index.ron"), stem, name.starts_with("days"))
    };
    changed.sort_by_key(|name| rank(name));
    changed
}

fn tmp_of(name: &Path) -> PathBuf {
    name.with_file_name(format!(".{}.4711.tmp", name.file_name().unwrap().to_string_lossy()))
}

#[test]
fn killed_between_append_and_tidy_everything_comes_from_the_journal() {
    let place = temporary();
    let (diary, _) = half_tidied(place.path());
    assert_eq!(read(place.path()).diary, diary, "for somebody who only reads");
    assert_eq!(open(place.path()).diary, diary, "for the next run");
    assert!(Store::check(place.path()).unwrap().is_sound());
}

#[test]
fn killed_between_or_within_any_two_steps_of_tidying_nothing_is_lost() {
    let place = temporary();
    let (diary, _) = half_tidied(place.path());
    let before = photograph(place.path());
    drop(open(place.path()));
    let after = photograph(place.path());
    let steps = in_order_of_writing(&before, &after);
    assert!(steps.len() >= 4, "two months, a copy and the index: {steps:?}");

    let mut at = before.clone();
    for name in &steps {
        let bytes = &after[name];
        // Half-way into the file beside, wholly beside, then in its place.
        for written in [&bytes[..bytes.len() / 2], bytes.as_slice()] {
            let mut torn = at.clone();
            torn.insert(tmp_of(name), written.to_vec());
            survives(&torn, place.path(), &diary, &format!("{} beside", name.display()));
        }
        at.insert(name.clone(), bytes.clone());
        survives(&at, place.path(), &diary, &name.display().to_string());
    }
    assert_eq!(at, after, "these are all the steps there are");
}

fn survives(photo: &Photo, place: &Path, diary: &Diary, when: &str) {
    put_back(photo, place);
    let only_read = read(place);
    assert_eq!(&only_read.diary, diary, "read after: {when}");
    assert!(only_read.report.problems.is_empty(), "{when}: {:?}", only_read.report.problems);
    let opened = open(place);
    assert_eq!((&opened.diary, &opened.report.read_only), (diary, &None), "opened after: {when}");
    drop(opened);
    assert_eq!(&read(place).diary, diary, "tidied after: {when}");
    assert!(Store::check(place).unwrap().is_sound(), "{when}");
}

#[test]
fn killed_while_the_folder_was_being_made_it_can_be_made_again() {
    let place = temporary();
    let (diary, steps) = three_days();
    for leftover in ["LOCK", ".gutskin.ron.4711.tmp"] {
        fs::write(place.path().join(leftover), "half a file").unwrap();
    }
    tidied(place.path(), &diary, &steps);
    assert_eq!(open(place.path()).diary, diary);
}

#[test]
fn a_save_the_disk_refuses_is_an_error_and_what_was_saved_stays() {
    let place = temporary();
    let (diary, steps) = three_days();
    let mut store = open(place.path()).store;
    store.append(&steps[0]).unwrap();
    // A file where the folder of the journal was: every later write must fail, whoever runs this.
    drop(store);
    let kept = photograph(place.path());
    fs::rename(place.path().join("journal"), place.path().join("journal.away")).unwrap();
    fs::write(place.path().join("journal"), "in the way").unwrap();
    let refused = Store::open(place.path(), Access::Write);
    assert!(refused.is_err(), "a journal that is a file was taken for an empty one");
    fs::remove_file(place.path().join("journal")).unwrap();
    fs::rename(place.path().join("journal.away"), place.path().join("journal")).unwrap();
    assert_eq!(photograph(place.path()), kept);

    let mut store = open(place.path()).store;
    fs::remove_dir_all(place.path().join("journal")).unwrap();
    fs::write(place.path().join("journal"), "in the way").unwrap();
    match store.append(&steps[1]) {
        Err(StorageError::Io { path, .. }) => assert!(path.starts_with(place.path().canonicalize().unwrap())),
        other => panic!("{other:?}"),
    }
    fs::remove_file(place.path().join("journal")).unwrap();
    // The same store, once the disk is well again.
    store.append(&steps[1]).unwrap();
    store.append(&steps[2]).unwrap();
    assert_eq!(read(place.path()).diary, diary);
}

#[test]
fn a_tidying_the_disk_refuses_leaves_the_journal_and_is_tried_again() {
    let place = temporary();
    let (diary, steps) = three_days();
    let mut store = open(place.path()).store;
    for ops in &steps {
        store.append(ops).unwrap();
    }
    fs::write(place.path().join("days"), "in the way").unwrap();
    assert!(store.checkpoint(&diary).is_err());
    fs::remove_file(place.path().join("days")).unwrap();
    assert_eq!(read(place.path()).diary, diary);
    store.checkpoint(&diary).unwrap();
    drop(store);
    fs::remove_dir_all(place.path().join("journal")).unwrap();
    assert_eq!(open(place.path()).diary, diary);
}

#[test]
fn a_month_edited_while_it_was_open_is_put_aside_before_it_is_replaced() {
    let place = temporary();
    let (mut diary, steps) = three_days();
    tidied(place.path(), &diary, &steps);
    let mut store = open(place.path()).store;
    let month = place.path().join("days/2026-03.ron");
    let theirs = fs::read_to_string(&month).unwrap().replace("new serum", "old serum");
    fs::write(&month, &theirs).unwrap();
    let ops = carry_out(&mut diary, log(today(), 2.0, "mine")).unwrap();
    store.append(&ops).unwrap();
    store.checkpoint(&diary).unwrap();
    drop(store);
    let aside = photograph(place.path());
    assert!(
        aside.iter().any(|(name, bytes)| name.starts_with("quarantine") && *bytes == theirs.as_bytes()),
        "{:?}",
        aside.keys()
    );
    assert_eq!(open(place.path()).diary, diary);
}

#[test]
fn a_copy_taken_at_any_moment_of_writing_opens() {
    // What a backup program or a sync client sees: the files at one instant after each append and each tidying.
    let place = temporary();
    let copy = temporary();
    let (_, steps) = three_days();
    journalled(place.path(), &[]);
    let mut opened = open(place.path());
    let mut diary = Diary::default();
    for ops in &steps {
        opened.store.append(ops).unwrap();
        ops.iter().cloned().for_each(|op| op.put(&mut diary));
        put_back(&photograph(place.path()), copy.path());
        assert_eq!(open(copy.path()).diary, diary);
        opened.store.checkpoint(&diary).unwrap();
        put_back(&photograph(place.path()), copy.path());
        assert_eq!(open(copy.path()).diary, diary);
    }
}
