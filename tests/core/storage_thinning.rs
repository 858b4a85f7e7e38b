//! Copies: enough of them that any one file may be lost, and no more than that, whatever the clock says.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, UNIX_EPOCH};

use gutskin::edit::{Command, JournalOp};
use gutskin::model::diary::Diary;
use gutskin::model::time::Day;
use gutskin::storage::Store;

use super::commands::{carry_out, today};
use super::folder::{log, named, open, photograph, put_back, read, temporary, three_days, tidied};

const COPIES: &str = "backups/2026-03";

/// One run of the program: opened, changed, tidied, closed.
fn run(place: &Path, diary: &mut Diary, command: Command) {
    let mut opened = open(place);
    assert!(opened.report.problems.is_empty(), "{:?}", opened.report.problems);
    let ops = carry_out(diary, command).unwrap();
    opened.store.append(&ops).unwrap();
    opened.store.checkpoint(diary).unwrap();
}

fn copies(place: &Path) -> BTreeSet<u64> {
    let photo = photograph(place);
    let number = |name: &Path| name.file_stem().unwrap().to_string_lossy().trim_start_matches('s').parse().unwrap();
    named(&photo, COPIES).into_iter().map(|(name, _)| number(name)).collect()
}

/// Plants copies of March with these numbers, made on these days.
fn plant(place: &Path, made_on: &[(u64, Day)]) {
    let month = fs::read(place.join("days/2026-03.ron")).unwrap();
    fs::create_dir_all(place.join(COPIES)).unwrap();
    for (number, day) in made_on {
        let path = place.join(COPIES).join(format!("s{number:08}.ron"));
        fs::write(&path, &month).unwrap();
        let seconds = u64::try_from(day.number()).unwrap() * 86_400 + 43_200;
        File::options()
            .write(true)
            .open(path)
            .unwrap()
            .set_modified(UNIX_EPOCH + Duration::from_secs(seconds))
            .unwrap();
    }
}

/// A diary of March at change 1000, so that planted copies are earlier than its own.
fn at_change_1000(place: &Path) -> Diary {
    let mut diary = Diary::default();
    let first = carry_out(&mut diary, log(today(), 1.0, "first")).unwrap();
    let steps: Vec<Vec<JournalOp>> = (0..1000).map(|_| first.clone()).collect();
    tidied(place, &diary, &steps);
    diary
}

#[test]
fn the_ten_newest_copies_one_a_day_for_fourteen_days_and_one_a_month_for_twenty_four_stay() {
    let place = temporary();
    let mut diary = at_change_1000(place.path());
    // Five a day for 20 days, before that one every ten days for three years.
    let mut planted = Vec::new();
    for (place, days_ago) in (0..1095).step_by(10).rev().enumerate() {
        planted.push((1 + place as u64, today().plus(-40 - days_ago)));
    }
    for day in 0..20 {
        planted.extend((0..5).map(|copy| (500 + u64::try_from(day).unwrap() * 5 + copy, today().plus(day - 20))));
    }
    plant(place.path(), &planted);
    run(place.path(), &mut diary, log(today(), 2.0, "second"));

    // By the rule, from the list alone. The copy of change 1000, made just now, is the newest of all.
    let newest_first: Vec<(u64, Day)> =
        std::iter::once((1000, Day::calendar_today())).chain(planted.iter().rev().copied()).collect();
    let mut expected: BTreeSet<u64> = newest_first.iter().take(10).map(|(number, _)| *number).collect();
    let first_of = |label: &dyn Fn(Day) -> String, most: usize| -> Vec<u64> {
        let mut seen = Vec::new();
        let mut kept = Vec::new();
        for (number, day) in &newest_first {
            if !seen.contains(&label(*day)) && seen.len() < most {
                seen.push(label(*day));
                kept.push(*number);
            }
        }
        kept
    };
    expected.extend(first_of(&|day| day.to_string(), 14));
    expected.extend(first_of(&|day| day.month_name(), 24));
    assert_eq!(copies(place.path()), expected);
    assert!(expected.len() < 60, "{} of {} stay", expected.len(), newest_first.len());
}

#[test]
fn a_clock_that_ran_ahead_or_back_eats_nothing_new() {
    for made_on in [Day::from_ymd(2099, 1, 1).unwrap(), Day::from_ymd(1970, 1, 1).unwrap()] {
        let place = temporary();
        let mut diary = at_change_1000(place.path());
        plant(place.path(), &(1..=30).map(|number| (number, made_on)).collect::<Vec<_>>());
        run(place.path(), &mut diary, log(today(), 2.0, "second"));
        let kept = copies(place.path());
        assert!((22..=30).all(|number| kept.contains(&number)) && kept.contains(&1000), "{kept:?}");
    }
}

#[test]
fn nothing_is_thinned_while_the_newest_copy_holds_fewer_days_than_the_one_before() {
    let place = temporary();
    let (mut diary, mut steps) = three_days();
    for _ in 0..40 {
        steps.push(steps[2].clone());
    }
    tidied(place.path(), &diary, &steps);
    plant(place.path(), &(1..=40).map(|number| (number, today())).collect::<Vec<_>>());
    // The copy made now still has three days; the one after next has two.
    run(place.path(), &mut diary, Command::DeleteDay { day: Day::from_ymd(2026, 3, 3).unwrap() });
    plant(place.path(), &(1..=40).map(|number| (number, today())).collect::<Vec<_>>());
    let before = copies(place.path());
    run(place.path(), &mut diary, log(today(), 1.0, "now it is copied"));
    let after = copies(place.path());
    assert!(before.iter().all(|number| after.contains(number)), "{before:?} became {after:?}");
}

/// Thirty runs over three months, one of them touched only once and long ago.
fn thirty_runs(place: &Path) -> Diary {
    let mut diary = Diary::default();
    run(place, &mut diary, log(Day::from_ymd(2025, 11, 5).unwrap(), 3.0, "long ago"));
    for step in 0..30 {
        run(place, &mut diary, log(today().plus(-step * 2), f64::from(step % 5), "a run"));
    }
    diary
}

#[test]
fn journals_are_kept_for_twenty_runs_and_go_only_when_a_copy_has_what_they_held() {
    let place = temporary();
    let diary = thirty_runs(place.path());
    let photo = photograph(place.path());
    assert_eq!(named(&photo, "journal").len(), 20);
    assert!(!named(&photo, "backups/2025-11").is_empty(), "the month touched once has a second copy");
    assert_eq!(read(place.path()).diary, diary);
    assert!(Store::check(place.path()).unwrap().is_sound());
}

#[test]
fn any_one_file_may_be_lost_and_every_entry_is_still_there() {
    let place = temporary();
    let diary = thirty_runs(place.path());
    let photo = photograph(place.path());
    for (name, bytes) in photo.iter().filter(|(name, _)| !name.ends_with("gutskin.ron")) {
        for damaged in [None, Some(Vec::new()), Some(vec![0; bytes.len()]), Some(bytes[..bytes.len() / 2].to_vec())] {
            put_back(&photo, place.path());
            fs::remove_file(place.path().join(name)).unwrap();
            if let Some(bytes) = &damaged {
                fs::write(place.path().join(name), bytes).unwrap();
            }
            let read = read(place.path());
            assert_eq!(read.diary, diary, "{} as {:?}", name.display(), damaged.map(|bytes| bytes.len()));
        }
    }
}

#[test]
fn the_whole_diary_is_copied_once_a_week_and_makes_up_for_more_than_one_lost_file() {
    let place = temporary();
    let (diary, steps) = three_days();
    tidied(place.path(), &diary, &steps);
    let photo = photograph(place.path());
    let whole = named(&photo, "backups/full");
    let name = whole[0].0.file_name().unwrap().to_string_lossy().into_owned();
    assert_eq!((whole.len(), name), (1, format!("{}-s00000003.ron", Day::calendar_today().week_name())));

    let mut later = diary.clone();
    run(place.path(), &mut later, log(Day::from_ymd(2026, 3, 9).unwrap(), 2.0, "the same week"));
    let photo = photograph(place.path());
    assert_eq!(named(&photo, "backups/full").len(), 1, "one a week");

    // The month, its copies and the journal are lost, all of them.
    for lost in ["days", "journal", "backups/2026-03"] {
        fs::remove_dir_all(place.path().join(lost)).unwrap();
    }
    let opened = open(place.path());
    assert_eq!(opened.diary, diary, "what the week's copy holds");
    assert!(opened.report.read_only.is_some(), "and it is said that a later change is missing");
}

#[test]
fn four_whole_copies_one_a_month_for_a_year_and_one_a_year_stay() {
    let place = temporary();
    let mut diary = at_change_1000(place.path());
    let full = place.path().join("backups/full");
    fs::remove_dir_all(&full).unwrap();
    fs::create_dir_all(&full).unwrap();
    // One a week for three years, oldest first.
    let mut planted = Vec::new();
    for week in 0..156_u64 {
        let day = today().plus(-7 * (156 - i32::try_from(week).unwrap()));
        let path = full.join(format!("{}-s{:08}.ron", day.week_name(), week + 1));
        fs::write(&path, "a copy").unwrap();
        let seconds = u64::try_from(day.number()).unwrap() * 86_400 + 43_200;
        File::options()
            .write(true)
            .open(&path)
            .unwrap()
            .set_modified(UNIX_EPOCH + Duration::from_secs(seconds))
            .unwrap();
        planted.push((path, day));
    }
    run(place.path(), &mut diary, log(today(), 2.0, "this week"));
    // By the rule, from the list alone; this week's copy is the newest.
    let now = Day::calendar_today();
    let mut months = vec![now.month_name()];
    let mut years = vec![now.year()];
    let mut expected = 1;
    for (place, (path, day)) in planted.iter().rev().enumerate() {
        let new_month = !months.contains(&day.month_name()) && months.len() < 12;
        let new_year = !years.contains(&day.year());
        if new_month {
            months.push(day.month_name());
        }
        if new_year {
            years.push(day.year());
        }
        let stays = place < 3 || new_month || new_year;
        assert_eq!(path.exists(), stays, "{}", path.display());
        expected += usize::from(stays);
    }
    assert_eq!(fs::read_dir(&full).unwrap().count(), expected);
}
