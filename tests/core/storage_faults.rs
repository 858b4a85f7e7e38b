//! A disk that fails: refused, torn or cut off at every step there is. Whatever was acknowledged is there, and nothing that a
//! failing disk leaves is taken for damage.

use std::fs;

use gutskin::edit::JournalOp;
use gutskin::storage::disk::{DiskStep, Verdict, watched};

use super::failing_disk::{Failure, at_every_step, comes_back, failing, work};
use super::folder::{open, read, replay, temporary, three_days, tidied};

#[test]
fn whatever_step_of_the_first_run_fails_what_was_acknowledged_is_there() {
    let place = temporary();
    let folder = place.path().join("diary");
    fs::create_dir(&folder).unwrap();
    let (_, steps) = three_days();
    let cases = at_every_step(&folder, |failure, when| {
        let (told, was_met) = failing(failure, || work(&folder, &steps, |_| ()));
        if folder.join("gutskin.ron").exists() {
            comes_back(&folder, &told, when);
        } else {
            assert!(told.saved.is_empty(), "{when}: saved into no diary");
        }
        was_met
    });
    assert!(cases > 200, "{cases} cases");
}

#[test]
fn whatever_step_of_a_later_run_fails_what_was_acknowledged_is_there() {
    let place = temporary();
    let (diary, steps) = three_days();
    tidied(place.path(), &diary, &steps);
    let again: Vec<Vec<JournalOp>> = steps.iter().rev().cloned().collect();
    let cases = at_every_step(place.path(), |failure, when| {
        let (told, was_met) = failing(failure, || work(place.path(), &again, |_| ()));
        comes_back(place.path(), &told, when);
        was_met
    });
    assert!(cases > 200, "{cases} cases");
}

#[test]
fn a_disk_that_fails_while_tidying_changes_nothing_that_is_called_a_change_from_outside() {
    let place = temporary();
    let (diary, steps) = three_days();
    let mut at = 0;
    loop {
        let folder = place.path().join(at.to_string());
        let mut store = open(&folder).store;
        for ops in &steps {
            store.append(ops).unwrap();
        }
        let failure = Failure { at, is_for_ever: false, tear: None };
        let (first, was_met) = failing(failure, || store.checkpoint(&diary).is_ok());
        store.checkpoint(&diary).unwrap();
        assert!(store.take_found().is_empty(), "step {at}, which {}", if first { "did not matter" } else { "failed" });
        assert_eq!(read(&folder).diary, diary, "step {at}");
        if !was_met {
            break;
        }
        at += 1;
    }
    assert!(at > 10, "{at} steps");
}

#[test]
fn a_disk_that_stays_full_is_not_filled_with_empty_journals() {
    let place = temporary();
    let (_, steps) = three_days();
    let mut store = open(place.path()).store;
    let journals = || fs::read_dir(place.path().join("journal")).map_or(0, Iterator::count);
    for _ in 0..20 {
        let full = |step: &DiskStep| if matches!(step, DiskStep::Write(..)) { Verdict::Tear(7) } else { Verdict::Go };
        assert!(watched(full, || store.append(&steps[0])).is_err());
    }
    assert_eq!(journals(), 0);
    store.append(&steps[0]).unwrap();
    assert_eq!(read(place.path()).diary, replay(&steps[0]));
}

#[test]
fn a_number_that_may_stand_in_the_journal_is_given_to_no_other_change() {
    let place = temporary();
    let (diary, steps) = three_days();
    let mut store = open(place.path()).store;
    store.append(&steps[0]).unwrap();
    // Neither flushed nor taken back: the whole line stands in the file, and nobody was told that it is saved.
    let refuses = |step: &DiskStep| match step {
        DiskStep::Flush(_) | DiskStep::Shorten(..) | DiskStep::Remove(_) => Verdict::Refuse,
        _ => Verdict::Go,
    };
    assert!(watched(refuses, || store.append(&steps[1])).is_err());
    let waiting = [steps[1].clone(), steps[2].clone()].concat();
    store.append(&waiting).unwrap();
    drop(store);
    let opened = open(place.path());
    assert_eq!((opened.diary, opened.report.read_only), (diary, None), "{:?}", opened.report.problems);
}

#[test]
fn what_is_left_of_a_save_that_failed_is_no_damage_even_if_it_turned_to_garbage() {
    let place = temporary();
    let (diary, steps) = three_days();
    let mut store = open(place.path()).store;
    store.append(&steps[0]).unwrap();
    let refuses = |step: &DiskStep| match step {
        DiskStep::Write(path, _) if path.to_string_lossy().contains("0001") => Verdict::Tear(60),
        DiskStep::Shorten(..) => Verdict::Refuse,
        _ => Verdict::Go,
    };
    watched(refuses, || store.append(&steps[1])).unwrap();
    store.append(&steps[2]).unwrap();
    drop(store);
    let first = fs::read_dir(place.path().join("journal")).unwrap().map(|entry| entry.unwrap().path()).min().unwrap();
    let mut bytes = fs::read(&first).unwrap();
    let torn = bytes.len() - 60;
    bytes[torn..].copy_from_slice(&[b"\x00\x00\xff\n".as_slice(); 15].concat());
    fs::write(&first, &bytes).unwrap();
    let opened = open(place.path());
    assert_eq!((opened.diary, opened.report.read_only), (diary, None), "{:?}", opened.report.problems);
    assert!(!opened.report.problems.is_empty(), "it is told all the same");
}
