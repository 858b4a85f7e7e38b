//! Steps can be undone after the diary was closed and opened again, and only where they lead to what it says.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use gutskin::edit::{Command, EntryDraft, Place};
use gutskin::model::entry::EntryKind;
use gutskin::model::text::Note;
use gutskin::model::time::Day;
use gutskin::model::value::Value;
use gutskin::storage::seal::{NewSecrets, RecoveryCode, Secret};
use gutskin::storage::{Access, Store};
use gutskin::workspace::Workspace;

use super::command_line::{code, complaint, run};
use super::commands::key;
use super::folder::{log, open, temporary};

fn day(day: u32) -> Day {
    Day::from_ymd(2026, 3, day).unwrap()
}

fn workspace(folder: &Path) -> Workspace {
    Workspace::open(folder, Access::Write, Arc::new(|| {})).unwrap()
}

/// Three answers on three days, closed after the last.
fn three_steps(folder: &Path) {
    let mut workspace = workspace(folder);
    for at in 1..=3 {
        let place = Place::Main { kind: EntryKind::SkinCheck, region: None };
        let value = Some(Value::Number(f64::from(at)));
        workspace.submit(Command::Answer { day: day(at), place, key: key("redness"), value }).unwrap();
    }
}

fn days(workspace: &Workspace) -> usize {
    workspace.diary().day_records().len()
}

#[test]
fn what_was_done_before_closing_is_taken_back_after_it_step_by_step_and_made_again() {
    let place = temporary();
    three_steps(place.path());
    let mut again = workspace(place.path());
    assert!(again.undo_label().is_some_and(|label| label.starts_with("Redness 3")), "{:?}", again.undo_label());
    for left in [2, 1, 0] {
        again.undo().unwrap().expect("a step");
        assert_eq!(days(&again), left);
    }
    assert_eq!(again.undo().unwrap(), None);
    again.redo().unwrap().expect("made again");
    drop(again);
    let mut third = workspace(place.path());
    assert_eq!(days(&third), 1, "taking back is kept as any change is");
    assert!(third.undo_label().is_some_and(|label| label.starts_with("Redness 1")), "{:?}", third.undo_label());
    third.undo().unwrap().expect("a step");
    assert_eq!(days(&third), 0);
}

#[test]
fn a_step_of_the_command_line_is_one_of_them() {
    let place = temporary();
    three_steps(place.path());
    let logged = run(place.path(), &["log", "--date", "2026-03-10", "itch=4"]);
    assert_eq!(code(&logged), 0, "{}", complaint(&logged));
    let mut again = workspace(place.path());
    assert_eq!(days(&again), 4);
    again.undo().unwrap().expect("the step of the command line");
    assert_eq!(days(&again), 3);
    again.undo().unwrap().expect("the step before it");
    assert_eq!(days(&again), 2);
}

#[test]
fn after_a_change_that_no_step_tells_of_nothing_is_offered_and_nothing_lingers() {
    let place = temporary();
    three_steps(place.path());
    let kept = place.path().join("undo.ron");
    let before = fs::read(&kept).unwrap();
    // As after a program that was killed: the journal knows more than the steps.
    let mut opened = open(place.path());
    let mut diary = opened.diary.clone();
    let ops = super::commands::carry_out(&mut diary, log(day(9), 1.0, "one more")).unwrap();
    opened.store.append(&ops).unwrap();
    drop(opened);
    let again = workspace(place.path());
    assert_eq!((again.undo_label(), days(&again)), (None, 4));
    assert!(!kept.exists(), "what may have been deleted since lingers in it");
    drop(again);
    // Put back by hand, it does not fit either.
    fs::write(&kept, before).unwrap();
    assert_eq!(workspace(place.path()).undo_label(), None);
}

#[test]
fn a_file_of_steps_that_was_edited_or_damaged_is_left_out_without_a_word() {
    let place = temporary();
    three_steps(place.path());
    let kept = place.path().join("undo.ron");
    let text = fs::read_to_string(&kept).unwrap();
    for damaged in [text.replace("Redness 3", "Redness 4"), text[..text.len() / 2].to_owned(), String::new()] {
        fs::write(&kept, damaged).unwrap();
        let again = workspace(place.path());
        assert_eq!((again.undo_label(), days(&again), again.notices().len()), (None, 3, 0));
    }
    assert!(Store::check(place.path()).unwrap().is_sound());
}

#[test]
fn no_more_is_kept_than_is_cheap_to_read() {
    let place = temporary();
    let mut first = workspace(place.path());
    for at in 0..260 {
        let place = Place::Main { kind: EntryKind::SkinCheck, region: None };
        let value = Some(Value::Number(f64::from(at % 5)));
        first.submit(Command::Answer { day: day(1).plus(-at), place, key: key("redness"), value }).unwrap();
    }
    drop(first);
    let mut again = workspace(place.path());
    let mut undone = 0;
    while again.undo().unwrap().is_some() {
        undone += 1;
    }
    assert_eq!((undone, days(&again)), (200, 60));
    // Long words: as many steps as half a megabyte holds, the newest ones.
    let long = "ü".repeat(15_000);
    for at in 0..40 {
        let text = Note::new(&format!("{at} {long}")).ok();
        let drafts = vec![EntryDraft { text, ..EntryDraft::new(EntryKind::Note) }];
        again.submit(Command::Log { day: day(5), drafts }).unwrap();
    }
    drop(again);
    assert!(fs::metadata(place.path().join("undo.ron")).map_or(0, |meta| meta.len()) <= 512 * 1024);
    workspace(place.path()).undo().ok();
}

#[test]
fn in_an_encrypted_diary_the_steps_are_encrypted_too() {
    let place = temporary();
    let mut first = workspace(place.path());
    first.submit(log(day(1), 2.0, "new serum")).unwrap();
    drop(first);
    let secrets = NewSecrets {
        passphrase: Secret::from("five plain words of mine"),
        recovery: RecoveryCode::generate().unwrap(),
        work: 1,
    };
    let mut opened = open(place.path());
    opened.store.seal(&opened.diary, &secrets).unwrap();
    drop(opened);
    let secret = Secret::from("five plain words of mine");
    let mut again = Workspace::unlock(place.path(), Some(&secret), Arc::new(|| {})).unwrap();
    assert!(again.undo_label().is_some(), "encrypting is no change of the diary");
    again.submit(log(day(2), 2.0, "another serum")).unwrap();
    drop(again);
    let kept = fs::read_to_string(place.path().join("undo.ron")).unwrap();
    assert!(kept.contains("AGE ENCRYPTED") && !kept.contains("serum"), "{kept}");
    let mut third = Workspace::unlock(place.path(), Some(&secret), Arc::new(|| {})).unwrap();
    third.undo().unwrap().expect("a step");
    third.undo().unwrap().expect("a step");
    assert_eq!(days(&third), 0);
}
