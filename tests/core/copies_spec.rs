//! Copies, hand-edited months and earlier states of a day: what each says otherwise is shown, and taken over only as it was chosen.

use std::fs;
use std::path::Path;

use gutskin::edit::comparison::{compare, compare_day};
use gutskin::edit::{Command, plan};
use gutskin::model::day_record::DayRecord;
use gutskin::model::diary::Diary;
use gutskin::model::time::{Day, Month};
use gutskin::model::value::Value;
use gutskin::storage::copies::{CopyKind, copies, read_copy, states_of};
use gutskin::storage::seal::Vault;

use super::command_line::{a_diary, code, complaint, one_line, run, said};
use super::commands::{answer, carry_out, put, today};
use super::folder::temporary;

/// A diary of three days on the command line, of which one answer was then changed by hand.
fn edited(diary: &Path) -> String {
    a_diary(diary);
    let made = run(diary, &["log", "--date", "2026-03-04", "itch=2"]);
    assert_eq!(code(&made), 0, "{}", complaint(&made));
    let month = diary.join("days/2026-03.ron");
    let text = fs::read_to_string(&month).unwrap();
    assert_eq!(text.matches("\"itch\": 2}").count(), 1, "{text}");
    fs::write(&month, text.replace("\"itch\": 2}", "\"itch\": 9}")).unwrap();
    "days/2026-03.ron".to_owned()
}

fn itch_on(diary: &Path, day: &str) -> String {
    let shown = said(&run(diary, &["show", "--date", day]));
    let after = shown.split_once("\"itch\": ").unwrap().1;
    after.chars().take_while(char::is_ascii_digit).collect()
}

#[test]
fn a_month_edited_by_hand_is_shown_day_by_day_and_taken_over_in_one_step() {
    let place = temporary();
    let file = edited(place.path());
    let looked = run(place.path(), &["check", "--take", &file, "--dry-run"]);
    assert_eq!(code(&looked), 0, "{}", complaint(&looked));
    assert_eq!(said(&looked), "2026-03-04 Skin check: Itch: now 2, in the file 9\nnothing was changed\n");
    assert_eq!(itch_on(place.path(), "2026-03-04"), "2", "what Gutskin wrote stays until it is chosen otherwise");
    let taken = run(place.path(), &["check", "--take", &file]);
    assert!(said(&taken).ends_with("saved\n"), "{}{}", said(&taken), complaint(&taken));
    assert_eq!(itch_on(place.path(), "2026-03-04"), "9");
    let sound = run(place.path(), &["check"]);
    assert_eq!(code(&sound), 0, "{}", said(&sound));
    let again = run(place.path(), &["check", "--take", &file]);
    assert_eq!(said(&again), "nothing to take over: the diary says the same\n");
}

#[test]
fn only_the_days_that_are_named_are_taken_over() {
    let place = temporary();
    let file = edited(place.path());
    let other = run(place.path(), &["check", "--take", &file, "--day", "2026-03-01"]);
    assert_eq!(said(&other), "nothing to take over: the diary says the same\n");
    assert_eq!(itch_on(place.path(), "2026-03-04"), "2");
}

#[test]
fn the_copy_that_was_put_aside_can_be_taken_by_the_name_that_was_printed() {
    let place = temporary();
    edited(place.path());
    // Another command opens the diary for writing first, and puts the edited month aside.
    let logged = run(place.path(), &["log", "--date", "2026-03-05", "itch=1"]);
    let told = complaint(&logged);
    let name =
        told.split("kept as ").nth(1).and_then(|rest| rest.split(',').next()).unwrap_or_else(|| panic!("{told}"));
    let taken = run(place.path(), &["check", "--take", name]);
    assert!(said(&taken).ends_with("saved\n"), "{}{}", said(&taken), complaint(&taken));
    // The day that was logged since is not in the file, and stays.
    assert!(complaint(&taken).contains("1 logged day that the file does not hold stays"), "{}", complaint(&taken));
    assert_eq!((itch_on(place.path(), "2026-03-04"), itch_on(place.path(), "2026-03-05")), ("9".into(), "1".into()));
    let emptied = run(place.path(), &["check", "--take", name, "--day", "2026-03-05"]);
    assert!(said(&emptied).contains("2026-03-05 Skin check: now Itch 1, in the file nothing\n"), "{}", said(&emptied));
}

#[test]
fn a_file_without_days_is_refused_by_name_and_nothing_changes() {
    let place = temporary();
    edited(place.path());
    let broken = place.path().join("broken.ron");
    fs::write(&broken, "Month(format: \"gutskin/month\", schema: 1, month: \"2026-03\", seq: 1, days: [Day(").unwrap();
    for (name, word) in [("broken.ron", "line 1"), ("nowhere.ron", "there is no such file"), ("gutskin.ron", "line")] {
        let refused = one_line(&run(place.path(), &["check", "--take", name]), 6);
        assert!(refused.contains(name) && refused.contains(word) && refused.contains("name a month file"), "{refused}");
    }
    assert_eq!(itch_on(place.path(), "2026-03-04"), "2");
}

/// A diary with one answer on each of two days.
fn two_days() -> (Diary, Day, Day) {
    let mut diary = Diary::default();
    let (first, second) = (today().plus(-1), today());
    carry_out(&mut diary, answer(first, "itch", Value::Number(4.0))).unwrap();
    carry_out(&mut diary, answer(second, "redness", Value::Number(1.0))).unwrap();
    (diary, first, second)
}

#[test]
fn a_copy_of_a_month_speaks_of_all_its_days_and_one_of_the_whole_diary_of_none_after_its_last() {
    let (diary, first, second) = two_days();
    let page = |day: Day| DayRecord::clone(diary.day_record(day).unwrap());
    assert_eq!(compare(&diary, Some(Month::of(first)), &[page(first), page(second)]), []);
    // Whoever takes a month from its copy means the month as it was: the second day was not there yet.
    let month: Vec<Day> =
        compare(&diary, Some(Month::of(first)), &[page(first)]).iter().map(|found| found.day).collect();
    assert_eq!(month, [second]);
    // A whole copy of last week knows nothing of this week, and takes nothing of it away.
    assert_eq!(compare(&diary, None, &[page(first)]), []);
    let changed = compare(&diary, None, &[page(second)]);
    assert_eq!(
        changed.iter().map(|found| found.day).collect::<Vec<_>>(),
        [first],
        "a day before its last was not logged"
    );
}

#[test]
fn taking_days_over_is_one_step_and_a_blank_day_empties_its_own() {
    let (mut diary, first, second) = two_days();
    let before = diary.clone();
    let mut other = DayRecord::clone(diary.day_record(first).unwrap());
    other.entries.iter_mut().for_each(|entry| entry.answers.set(&super::commands::key("itch"), Value::number(7.0)));
    let found = compare_day(&diary, other.clone()).unwrap();
    assert_eq!(found.lines.len(), 1);
    assert_eq!((found.lines[0].now.as_deref(), found.lines[0].other.as_deref()), (Some("4"), Some("7")));
    let days = vec![other, DayRecord::blank(second)];
    let changes =
        plan(&diary, Command::Restore { source: "a copy".to_owned(), days, records: Vec::new() }, today()).unwrap();
    put(&mut diary, &changes);
    assert_eq!(diary.day_record(second), None);
    for change in changes.into_iter().rev() {
        change.inverse().apply(&mut diary);
    }
    let said = |diary: &Diary| diary.day_records().map(|page| page.entries.clone()).collect::<Vec<_>>();
    assert_eq!(said(&diary), said(&before), "undone, everything is as it was");
}

#[test]
fn every_state_of_a_day_is_known_with_its_time_newest_first() {
    let place = temporary();
    a_diary(place.path());
    for itch in ["itch=1", "itch=6", "itch=3"] {
        assert_eq!(code(&run(place.path(), &["log", "--date", "2026-03-20", itch])), 0);
    }
    let states = states_of(place.path(), &Vault::default(), "2026-03-20".parse().unwrap()).unwrap();
    let answered = |state: &gutskin::storage::copies::DayState| {
        state
            .said
            .as_ref()
            .map(|page| page.entries.iter().filter_map(|entry| entry.answers.get("itch")).next_back().unwrap())
    };
    let itch: Vec<_> = states.iter().map(answered).collect();
    let number = |value: f64| Some(Value::Number(value));
    assert_eq!(itch[..3], [number(3.0), number(6.0), number(1.0)]);
    assert!(itch[3..].iter().all(Option::is_none), "before that nothing was logged: {itch:?}");
    assert!(states[..3].iter().all(|state| state.since.is_some()));
    let list = copies(place.path()).unwrap();
    assert!(list.iter().any(|copy| copy.kind == CopyKind::Whole && copy.bytes > 0), "{list:?}");
    let month = list.iter().find(|copy| matches!(copy.kind, CopyKind::Month(_))).unwrap();
    assert!(read_copy(&month.path, &Vault::default()).unwrap().is_as_written);
    // What a cloud folder left is listed, and never read by itself.
    fs::copy(place.path().join("days/2026-03.ron"), place.path().join("days/2026-03 (conflicted copy).ron")).unwrap();
    assert!(copies(place.path()).unwrap().iter().any(|copy| copy.kind == CopyKind::Beside));
}
