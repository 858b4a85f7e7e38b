//! A disk that fails: refused, torn or cut off at every step there is. Whatever was acknowledged is there, and nothing that a
//! failing disk leaves is taken for damage.

use std::fs;
use std::path::Path;

use gutskin::edit::{Command, JournalOp};
use gutskin::model::day_record::DayRecord;
use gutskin::model::diary::Diary;
use gutskin::model::export::Export;
use gutskin::model::time::Day;
use gutskin::sample;
use gutskin::storage::disk::{DiskStep, Verdict, watched};

use super::commands::{carry_out, today};
use super::failing_disk::{Failure, at_every_step, comes_back, failing, work};
use super::folder::{log, open, read, replay, temporary, three_days, tidied};

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

/// One act of many days on a disk that fails at every step: a full copy before it, one record, and the files after it.
fn is_all_or_nothing(place: &Path, act: Command) {
    let before = read(place).diary;
    let mut after = before.clone();
    let ops = carry_out(&mut after, act).unwrap();
    assert!(ops.len() > 3, "an act of many days");
    let cases = at_every_step(place, |failure, when| {
        let mut opened = open(place);
        let (is_saved, was_met) = failing(failure, || {
            opened.store.back_up(&before).ok();
            let is_saved = opened.store.append(&ops).is_ok();
            opened.store.checkpoint(if is_saved { &after } else { &before }).ok();
            is_saved
        });
        drop(opened);
        let opened = open(place);
        let allowed: &[&Diary] = if is_saved { &[&after] } else { &[&before, &after] };
        assert!(allowed.contains(&&opened.diary), "{when}: neither as before nor as after");
        assert_eq!(opened.report.read_only, None, "{when}");
        was_met
    });
    assert!(cases > 60, "{cases} cases");
}

#[test]
fn an_import_on_a_failing_disk_is_there_as_a_whole_or_not_at_all() {
    let place = temporary();
    let (diary, steps) = three_days();
    tidied(place.path(), &diary, &steps);
    let Export { mut pages, courses, trackables, pantry, .. } = Export::of(&sample::diary(3, today()).unwrap());
    pages.truncate(12);
    let pantry = Box::new(pantry);
    let source = "a file".to_owned();
    is_all_or_nothing(place.path(), Command::Import { source, pages, courses, trackables, pantry, replace: false });
}

#[test]
fn bringing_days_back_on_a_failing_disk_is_done_as_a_whole_or_not_at_all() {
    let place = temporary();
    let (mut diary, steps) = three_days();
    tidied(place.path(), &diary, &steps);
    let earlier: Vec<DayRecord> = diary.day_records().map(|page| DayRecord::clone(page)).collect();
    let more: Vec<_> = (1..=3).flat_map(|at| steps_of(&mut diary, at)).collect();
    let mut store = open(place.path()).store;
    store.append(&more).unwrap();
    store.checkpoint(&diary).unwrap();
    drop(store);
    let mut days = earlier;
    days.push(DayRecord::blank(days[0].date.plus(-30)));
    let held = read(place.path()).diary;
    let other_month = days[0].date.plus(-30);
    assert!(held.day_record(other_month).is_some(), "a day of another month goes");
    is_all_or_nothing(place.path(), Command::Restore { source: "a copy".to_owned(), days, records: Vec::new() });
}

/// One of the three days of March changes, and a day of the month before is there.
fn steps_of(diary: &mut Diary, at: u32) -> Vec<JournalOp> {
    let day = Day::from_ymd(2026, 3, at).unwrap();
    let mut ops = carry_out(diary, log(day, 4.0, "as it is now")).unwrap();
    ops.extend(carry_out(diary, log(day.plus(-30), 1.0, "a day that comes later")).unwrap());
    ops
}
