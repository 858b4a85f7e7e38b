//! Whole diaries out and in again, and tables from elsewhere: nothing is lost, nothing is counted twice, and what cannot be
//! taken is named with its line.

use std::path::Path;

use gutskin::columns::{Origin, tabulate};
use gutskin::edit::{Command, EntryDraft};
use gutskin::import::{ImportError, Preview, preview, registry};
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::text::Note;
use gutskin::model::time::{ClockTime, Day};
use gutskin::model::value::Value;
use gutskin::report::csv::table_to_csv;
use gutskin::report::export::{to_json, to_ron};
use proptest::prelude::*;

use super::command_line::{run, said};
use super::commands::{answer, carry_out, diaries, today};
use super::folder::temporary;

fn read(name: &str, text: &str, diary: &Diary) -> Result<Preview, ImportError> {
    preview(Path::new(name), text.as_bytes(), diary, today())
}

fn take(diary: &mut Diary, preview: Preview) {
    if let Some(command) = preview.command {
        carry_out(diary, command).unwrap();
    }
}

fn bring(diary: &mut Diary, name: &str, text: &str) {
    let preview = read(name, text, diary).unwrap();
    take(diary, preview);
}

fn sample() -> Diary {
    gutskin::sample::diary(3, today()).unwrap()
}

#[test]
fn a_whole_diary_comes_back_as_it_was() {
    let diary = sample();
    for (name, text) in [("a.ron", to_ron(&diary, &|_| true).unwrap()), ("a.json", to_json(&diary, &|_| true).unwrap())]
    {
        let mut copy = Diary::default();
        bring(&mut copy, name, &text);
        assert!(copy.says_the_same(&diary), "{name} lost something");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_diary_comes_back_as_it_was((diary, _) in diaries(12)) {
        let mut copy = Diary::default();
        bring(&mut copy, "a.ron", &to_ron(&diary, &|_| true).unwrap());
        prop_assert!(copy.says_the_same(&diary));
    }
}

#[test]
fn a_file_is_taken_for_what_it_holds_whatever_it_is_called() {
    let diary = sample();
    let (ron, json) = (to_ron(&diary, &|_| true).unwrap(), to_json(&diary, &|_| true).unwrap());
    for (name, text) in [("diary", &ron), ("a.csv", &ron), ("a.json", &ron), ("a.ron", &json), ("a.bak", &json)] {
        let mut copy = Diary::default();
        bring(&mut copy, name, text);
        assert!(copy.says_the_same(&diary), "{name} lost something");
    }
    for name in ["days", "days.json", "days.xlsx"] {
        assert_eq!(read(name, "Date;itch\n2026-03-10;3\n", &Diary::default()).unwrap().answers, 1, "{name}");
    }
}

#[test]
fn the_formats_that_can_be_read_are_said_once_for_dialog_help_and_refusal() {
    let endings = registry::endings();
    for ending in ["csv", "ron", "json"] {
        assert_eq!(endings.iter().filter(|known| **known == ending).count(), 1, "{ending}");
    }
    let refused = read("a.xlsx", "PK", &Diary::default()).unwrap_err().to_string();
    assert_eq!(
        refused,
        "a.xlsx: only files that end in .csv, .ron or .json can be read; rename it or export it as CSV"
    );
    let place = temporary();
    let help = said(&run(place.path(), &["import", "--help"]));
    assert!(help.contains("CSV with a row a day"), "{help}");
}

#[test]
fn reading_the_same_diary_twice_changes_nothing_the_second_time() {
    let diary = sample();
    let again = read("a.ron", &to_ron(&diary, &|_| true).unwrap(), &diary).unwrap();
    assert_eq!(again.command, None);
    assert_eq!(again.remarks, [format!("{} of these days say nothing new", diary.day_records().len())]);
}

#[test]
fn two_equal_coffees_stay_two() {
    let mut diary = Diary::default();
    let mut coffee = EntryDraft::new(EntryKind::Drink);
    coffee.answers.set(&super::commands::key("coffee_cups"), Value::number(1.0));
    carry_out(&mut diary, Command::Log { day: today(), drafts: vec![coffee.clone(), coffee] }).unwrap();
    let mut copy = Diary::default();
    bring(&mut copy, "a.ron", &to_ron(&diary, &|_| true).unwrap());
    assert_eq!(tabulate(&copy).column("coffee_cups").unwrap().cells, [Some(2.0)]);
}

#[test]
fn profile_and_settings_come_along_only_where_there_are_none() {
    let diary = sample();
    let text = to_ron(&diary, &|_| true).unwrap();
    let mut other = Diary::default();
    let mut profile = other.profile().clone();
    profile.birth_year = Some(1980);
    carry_out(&mut other, Command::SetProfile { profile: profile.clone() }).unwrap();
    let mut other_with_days = other.clone();
    take(&mut other_with_days, read("a.ron", &text, &other).unwrap());
    assert_eq!(other_with_days.profile(), &profile);
    assert_eq!(other_with_days.day_records().len(), diary.day_records().len());
}

#[test]
fn a_table_of_days_comes_back_with_the_same_numbers() {
    let diary = sample();
    let table = tabulate(&diary);
    let mut copy = Diary::default();
    let preview = read("days.csv", &table_to_csv(&table), &copy).unwrap();
    assert_eq!(preview.bad_count, 0, "{:?}", preview.bad_lines);
    let derived = preview.derived_columns.clone();
    assert!(derived.contains(&"stool_count".to_owned()));
    let own: Vec<&str> = diary.catalogue().changed().map(|known| known.key.as_str()).collect();
    assert_eq!(preview.unknown_columns, own, "a table does not say what an own trackable is");
    take(&mut copy, preview);
    let again = tabulate(&copy);
    for column in table.columns.iter().filter(|column| again.column(&column.key).is_some()) {
        // Means of a day may lie between the steps of a scale; a stool form says nothing of how many there were.
        let is_mean = ["stool", "sleep_quality", "stress", "mood"].contains(&column.key.as_str());
        // What foods are part of is not read as an answer.
        let is_of_foods = column.origin == Origin::LoggedAndFoods;
        if is_mean || is_of_foods || derived.contains(&column.key) {
            continue;
        }
        for (row, value) in column.answers() {
            let there = again.row(table.day(row)).and_then(|row| again.column(&column.key).unwrap().cells[row]);
            assert_eq!(there.map(|there| (there * 60.0).round()), Some((value * 60.0).round()), "{} {row}", column.key);
        }
    }
}

#[test]
fn a_table_is_never_added_to_answers_that_are_there() {
    let mut diary = Diary::default();
    carry_out(&mut diary, answer(today(), "water_ml", Value::number(500.0).unwrap())).unwrap();
    let preview = read("a.csv", &format!("date,water_ml,itch\n{},700,4\n", today()), &diary).unwrap();
    assert_eq!((preview.already_answered, preview.answers), (1, 1));
    take(&mut diary, preview);
    let table = tabulate(&diary);
    assert_eq!(table.column("water_ml").unwrap().cells, [Some(500.0)]);
    assert_eq!(table.column("itch").unwrap().cells, [Some(4.0)]);
}

#[test]
fn bad_lines_are_named_and_good_ones_taken() {
    let text = include_str!("../fixtures/import/bad_lines.csv");
    let preview = read("bad_lines.csv", text, &Diary::default()).unwrap();
    let lines: Vec<(u64, &str)> = preview.bad_lines.iter().map(|bad| (bad.line, bad.reason.as_str())).collect();
    let expected: &[(u64, &str)] = &[
        (3, "Redness: 9 does not fit"),
        (4, "“12.03.2026” is not a date"),
        (5, "stands in an earlier line already"),
        (6, "lies in the future"),
        (7, "5 cells stand under 4 columns"),
        (9, "Sleep: soon does not fit"),
    ];
    assert_eq!(lines.len(), expected.len(), "{lines:?}");
    for ((line, reason), (expected_line, part)) in lines.iter().zip(expected) {
        assert_eq!(line, expected_line);
        assert!(reason.contains(part), "line {line}: {reason}");
    }
    assert_eq!(preview.unknown_columns, ["weather"]);
    assert_eq!(preview.days, 3);
    assert_eq!(preview.span, Some(("2026-03-10".parse().unwrap(), "2026-03-17".parse().unwrap())));
}

#[test]
fn semicolons_decimal_commas_and_quoted_notes_are_read() {
    let text = "\u{feff}Date;sleep_hours;bed_time;redness.left_cheek;note\r\n2026-03-10;7,5;23:30;2;\"tired; \"\"really\"\"\"\r\n";
    let mut diary = Diary::default();
    bring(&mut diary, "a.csv", text);
    let day: Day = "2026-03-10".parse().unwrap();
    let page = diary.day_record(day).unwrap();
    let answer = |key: &str| page.entries.iter().find_map(|entry| entry.answers.get(key));
    assert_eq!(answer("sleep_hours"), Some(Value::Number(7.5)));
    assert_eq!(answer("bed_time"), Some(Value::Time(ClockTime::new(23, 30).unwrap())));
    assert_eq!(tabulate(&diary).column("redness.left_cheek").unwrap().cells, [Some(2.0)]);
    let note = page.of_kind(EntryKind::Note)[0].text.clone();
    assert_eq!(note, Some(Note::new("tired; \"really\"").unwrap()));
}

#[test]
fn what_is_no_diary_is_refused_with_its_line() {
    let diary = Diary::default();
    let whole = to_ron(&sample(), &|_| true).unwrap();
    let cut = &whole[..whole.len() / 2];
    for (name, text, part) in [
        ("a.csv", "day,redness\n", "line 1: the first column must be “date”"),
        ("a.csv", "", "line 1"),
        ("a.ron", cut, "line "),
        ("a.ron", "Export(format: \"other\", schema: 1)", "gutskin/export"),
        ("a.json", "{\"format\": ", "line 1"),
        ("a.ron", "Export(format: \"gutskin/export\", schema: 99, new_field: 3)", "newer version"),
        ("a.xlsx", "", ".csv"),
    ] {
        let message = read(name, text, &diary).unwrap_err().to_string();
        assert!(message.contains(part) && !message.contains('\n'), "{name}: {message}");
    }
    let broken = preview(Path::new("a.csv"), b"date,itch\n2026-03-10,\xff\n", &diary, today()).unwrap_err().to_string();
    assert!(broken.contains("line 2: this is not UTF-8 text"), "{broken}");
}

proptest! {
    #[test]
    fn no_bytes_make_the_readers_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), kind in 0..3_usize) {
        let name = ["a.csv", "a.ron", "a.json"][kind];
        preview(Path::new(name), &bytes, &Diary::default(), today()).ok();
    }

    #[test]
    fn no_cell_makes_the_table_reader_panic(cell in "\\PC{0,40}", key in "[a-z_.]{0,20}") {
        let cell = cell.replace('"', "\"\"");
        let text = format!("date,{key},bed_time,stool\n2026-03-10,\"{cell}\",\"{cell}\",\"{cell}\"\n");
        let preview = read("a.csv", &text, &Diary::default()).unwrap();
        let mut diary = Diary::default();
        take(&mut diary, preview);
    }
}
