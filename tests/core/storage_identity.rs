//! What was saved comes back: the same diary, whatever was in it and however the program stopped.

use std::fs;

use gutskin::edit::{Command, JournalOp};
use gutskin::model::diary::Diary;
use gutskin::model::record::Record;
use gutskin::model::text::{LONGEST_NOTE, Note, TextError};
use gutskin::model::time::Day;
use gutskin::sample;
use gutskin::storage::Store;
use proptest::prelude::*;

use super::commands::{carry_out, diaries, today};
use super::folder::{self, journalled, log, open, photograph, read, replay, temporary, tidied};

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_diary_comes_back_from_its_journal_and_from_its_month_files((diary, steps) in diaries(25)) {
        let place = temporary();
        journalled(place.path(), &steps);
        prop_assert_eq!(&read(place.path()).diary, &diary, "from the journal");
        // Opening for writing tidies what the journal holds into files.
        let opened = open(place.path());
        prop_assert_eq!(&opened.diary, &diary);
        prop_assert!(opened.report.problems.is_empty(), "{:?}", opened.report.problems);
        drop(opened);
        fs::remove_dir_all(place.path().join("journal")).ok();
        let from_files = read(place.path());
        prop_assert_eq!(&from_files.diary, &diary, "from the files alone");
        prop_assert!(Store::check(place.path()).unwrap().is_sound());
    }

    #[test]
    fn saving_twice_writes_the_same_bytes((diary, steps) in diaries(15)) {
        let place = temporary();
        tidied(place.path(), &diary, &steps);
        let first = photograph(place.path());
        drop(open(place.path()));
        prop_assert_eq!(photograph(place.path()), first);
    }
}

#[test]
fn four_hundred_made_up_days_come_back() {
    let diary = sample::diary(3, today()).unwrap();
    let ops: Vec<JournalOp> = diary.records().map(JournalOp::Put).collect();
    let place = temporary();
    tidied(place.path(), &diary, &[ops]);
    assert_eq!(open(place.path()).diary, diary);
    let photo = photograph(place.path());
    let months = folder::named(&photo, "days");
    assert!(months.len() >= 13, "{} month files", months.len());
}

#[test]
fn a_change_after_reopening_joins_what_was_there() {
    let place = temporary();
    let mut diary = Diary::default();
    let mut journal = Vec::new();
    for run in 0..30 {
        let mut opened = open(place.path());
        assert_eq!(opened.diary, diary, "run {run}");
        let ops = carry_out(&mut diary, log(today().plus(-run), f64::from(run % 5), "one more")).unwrap();
        opened.store.append(&ops).unwrap();
        journal.extend(ops);
    }
    assert_eq!(open(place.path()).diary, replay(&journal));
}

#[test]
fn a_note_of_twenty_thousand_characters_is_kept_and_one_of_a_megabyte_is_refused() {
    let long: String = "ü✨a\n".chars().cycle().take(LONGEST_NOTE - 1).chain(['x']).collect();
    let place = temporary();
    let mut diary = Diary::default();
    let ops = carry_out(&mut diary, log(today(), 1.0, &long)).unwrap();
    tidied(place.path(), &diary, &[ops]);
    let opened = open(place.path());
    let note = opened.diary.day_record(today()).unwrap().entries[1].text.clone().unwrap();
    assert_eq!(note.as_str(), long);

    let megabyte = "x".repeat(1 << 20);
    assert_eq!(Note::new(&megabyte), Err(TextError::TooLong { length: 1 << 20, most: LONGEST_NOTE }));
    let refused = ron::from_str::<Note>(&format!("\"{megabyte}\"")).unwrap_err().to_string();
    assert!(refused.contains("at most 20000 fit") && refused.len() < 300, "{refused}");
}

#[test]
fn the_first_and_the_last_day_of_the_calendar_are_kept_and_years_beyond_are_refused() {
    let place = temporary();
    let mut diary = Diary::default();
    let mut steps = Vec::new();
    for (year, month, day) in [(1900, 1, 1), (2000, 2, 29), (2024, 2, 29), (2026, 3, 30)] {
        let day = Day::from_ymd(year, month, day).unwrap();
        steps.push(carry_out(&mut diary, log(day, 1.0, "a day")).unwrap());
    }
    tidied(place.path(), &diary, &steps);
    assert_eq!(open(place.path()).diary, diary);

    for text in ["0001-01-01", "9999-12-31", "1899-12-31", "2101-01-01", "-2026-01-01", "+12026-01-01"] {
        assert!(text.parse::<Day>().is_err(), "{text} was taken");
    }
    for text in ["2026-02-30", "2026-13-01", "2025-02-29", "26-3-1x", "", "2026-03-01T00:00"] {
        assert!(text.parse::<Day>().is_err(), "{text} was taken");
    }
}

#[test]
fn tomorrow_can_be_filled_in_and_the_day_after_is_refused_wherever_it_comes_from() {
    let mut diary = Diary::default();
    assert!(carry_out(&mut diary, log(today().plus(1), 1.0, "tomorrow")).is_ok());
    assert!(carry_out(&mut diary, log(today().plus(2), 1.0, "later")).is_err());
    let page = diary.day_records().next().unwrap().as_ref().clone();
    let page = gutskin::model::day_record::DayRecord { date: today().plus(2), ..page };
    let import = Command::Import {
        source: "x".to_owned(),
        pages: vec![page],
        courses: Vec::new(),
        trackables: Vec::new(),
        pantry: Box::default(),
        replace: false,
    };
    assert!(carry_out(&mut diary, import).is_err());
}

#[test]
fn a_day_that_lies_ahead_in_a_file_is_read_and_kept() {
    // A clock that ran ahead must not make a diary unreadable once it is right again.
    let place = temporary();
    let ahead = Day::from_ymd(2099, 12, 31).unwrap();
    let (diary, mut steps) = folder::three_days();
    let JournalOp::Put(Record::Day(page)) = steps[0][0].clone() else { panic!("a page was expected") };
    let page =
        gutskin::model::day_record::DayRecord { date: ahead, ..gutskin::model::day_record::DayRecord::clone(&page) };
    steps.push(vec![JournalOp::Put(Record::Day(page.into()))]);
    let all = replay(steps.iter().flatten());
    assert_eq!(all.day_records().len(), diary.day_records().len() + 1);
    tidied(place.path(), &all, &steps);
    let opened = open(place.path());
    assert_eq!(opened.diary, all);
    assert_eq!(opened.report.read_only, None);
}
