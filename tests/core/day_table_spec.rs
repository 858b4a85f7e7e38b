//! The day table: what a day's entries become, worked out by hand.

use std::path::Path;

use gutskin::columns::{DayTable, Role, tabulate};
use gutskin::edit::{Command, EntryDraft};
use gutskin::import;
use gutskin::model::body_system::BodySystem;
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::region::Region;
use gutskin::model::text::Name;
use gutskin::model::time::{ClockTime, Day, DayEnd};
use gutskin::model::trackable::{Aggregate, Direction, Kind, Role as Part, Trackable};
use gutskin::model::value::Value;
use gutskin::report::csv::table_to_csv;

use super::commands::{carry_out, key, today};

/// An entry of the kind that carries a key, with one answer.
pub fn entry(diary: &Diary, at: Option<&str>, region: Option<Region>, name: &str, value: Value) -> EntryDraft {
    let kind = diary.catalogue().get(name).unwrap().carried_by;
    let at = at.map(|at| ClockTime::parse(at).unwrap());
    let mut draft = EntryDraft { at, region, ..EntryDraft::new(kind) };
    draft.answers.set(&key(name), Some(value));
    draft
}

/// Logs single answers on one day, each as an entry of its own.
pub fn log(diary: &mut Diary, day: Day, answers: &[(Option<&str>, Option<Region>, &str, Value)]) {
    let drafts = answers.iter().map(|(at, region, name, value)| entry(diary, *at, *region, name, *value)).collect();
    carry_out(diary, Command::Log { day, drafts }).unwrap();
}

pub fn number(value: f64) -> Value {
    Value::Number(value)
}

/// The cell of a key on the only day of a diary with these answers.
pub fn cell(answers: &[(Option<&str>, Option<Region>, &str, Value)], name: &str) -> Option<f64> {
    let mut diary = Diary::default();
    log(&mut diary, today(), answers);
    tabulate(&diary).column(name).unwrap().cells[0]
}

pub fn cells<'a>(table: &'a DayTable, name: &str) -> &'a [Option<f64>] {
    &table.column(name).unwrap().cells
}

// Each rule by hand

#[test]
fn amounts_and_counts_add_up() {
    let drinks = [(Some("08:00"), None, "water_ml", number(500.0)), (Some("13:00"), None, "water_ml", number(750.0))];
    assert_eq!(cell(&drinks, "water_ml"), Some(1250.0));
    assert_eq!(cell(&drinks[..1], "water_ml"), Some(500.0));
}

#[test]
fn of_scores_the_worst_counts() {
    let checks = [(None, None, "itch", number(3.0)), (None, Some(Region::Chin), "itch", number(7.5))];
    assert_eq!(cell(&checks, "itch"), Some(7.5));
}

#[test]
fn where_more_is_better_the_worst_is_the_smallest() {
    let mut diary = Diary::default();
    let energy = Trackable {
        key: key("energy"),
        label: Name::new("Energy").unwrap(),
        kind: Kind::Score,
        direction: Direction::BetterUp,
        role: Part::Outcome,
        carried_by: EntryKind::Own,
        aggregate: Aggregate::Worst,
        hidden: false,
        body_system: None,
    };
    carry_out(&mut diary, Command::PutTrackable { trackable: energy }).unwrap();
    log(&mut diary, today(), &[(None, None, "energy", number(8.0)), (None, None, "energy", number(3.0))]);
    assert_eq!(cells(&tabulate(&diary), "energy"), [Some(3.0)]);
}

#[test]
fn feelings_are_a_mean() {
    let day =
        [(None, None, "stress", number(2.0)), (None, None, "stress", number(5.0)), (None, None, "stress", number(8.0))];
    assert_eq!(cell(&day, "stress"), Some(5.0));
    assert_eq!(cell(&day[..2], "stress"), Some(3.5));
}

#[test]
fn yes_at_any_time_is_yes_and_only_no_is_no() {
    let (no, yes) = (Value::YesNo(false), Value::YesNo(true));
    assert_eq!(
        cell(&[(None, None, "dairy", no), (None, None, "dairy", yes), (None, None, "dairy", no)], "dairy"),
        Some(1.0)
    );
    assert_eq!(cell(&[(None, None, "dairy", no)], "dairy"), Some(0.0));
}

#[test]
fn of_clock_times_the_last_by_time_of_day_counts_and_of_equals_the_one_entered_last() {
    let up = |text: &str| Value::Time(ClockTime::parse(text).unwrap());
    let twice = [(Some("10:00"), None, "wake_time", up("9:30")), (Some("06:00"), None, "wake_time", up("5:45"))];
    assert_eq!(cell(&twice, "wake_time"), Some(9.5));
    let equal = [(None, None, "wake_time", up("7:00")), (None, None, "wake_time", up("8:15"))];
    assert_eq!(cell(&equal, "wake_time"), Some(8.25));
}

#[test]
fn an_arm_and_its_elbow_never_count_twice() {
    let at = |region, count| (None, region, "comedones", number(count));
    let (arm, elbow, forearm) = (Some(Region::LeftArm), Some(Region::LeftElbow), Some(Region::LeftForearm));
    let cases: &[(&[_], f64)] = &[
        (&[at(elbow, 2.0), at(forearm, 3.0)], 5.0),
        (&[at(elbow, 2.0), at(forearm, 3.0), at(arm, 4.0)], 4.0),
        (&[at(arm, 4.0), at(Some(Region::Neck), 1.0), at(elbow, 9.0)], 5.0),
        (&[at(arm, 4.0), at(elbow, 9.0), at(None, 7.0)], 7.0),
    ];
    for (answers, expected) in cases {
        assert_eq!(cell(answers, "comedones"), Some(*expected), "{answers:?}");
    }
    assert_eq!(cell(&[at(arm, 4.0), at(elbow, 9.0)], "comedones.left_elbow"), Some(9.0), "the finer answer stays");
}

#[test]
fn of_each_region_the_worst_then_all_regions_added_unless_the_whole_was_answered() {
    let spots = [
        (None, Some(Region::Forehead), "comedones", number(4.0)),
        (None, Some(Region::Forehead), "comedones", number(6.0)),
        (None, Some(Region::Chin), "comedones", number(3.0)),
    ];
    assert_eq!(cell(&spots, "comedones"), Some(9.0));
    assert_eq!(cell(&spots, "comedones.forehead"), Some(6.0));
    assert_eq!(cell(&spots, "comedones.chin"), Some(3.0));
    let whole = [spots.as_slice(), &[(None, None, "comedones", number(5.0))]].concat();
    assert_eq!(cell(&whole, "comedones"), Some(5.0));
    assert_eq!(cell(&whole, "comedones.forehead"), Some(6.0), "single regions stay");
}

#[test]
fn stools_are_counted_their_form_is_a_mean_and_its_way_from_four_is_kept() {
    let day =
        [(None, None, "stool", number(2.0)), (None, None, "stool", number(7.0)), (None, None, "stool", number(6.0))];
    assert_eq!(cell(&day, "stool"), Some(5.0));
    assert_eq!(cell(&day, "stool_count"), Some(3.0));
    assert_eq!(cell(&day, "stool_off"), Some(1.0));
    assert_eq!(cell(&day[..1], "stool_off"), Some(2.0));
    let none = [(None, None, "no_stool", Value::YesNo(true))];
    assert_eq!((cell(&none, "stool_count"), cell(&none, "stool")), (Some(0.0), None));
    let said_no = [(None, None, "no_stool", Value::YesNo(false))];
    assert_eq!(cell(&said_no, "stool_count"), None, "there were stools, nobody said how many");
}

#[test]
fn time_in_bed_goes_over_midnight_and_stands_in_for_sleep_only_where_sleep_is_missing() {
    let at = |text: &str| Value::Time(ClockTime::parse(text).unwrap());
    let night = |bed: &str, up: &str| [(None, None, "bed_time", at(bed)), (None, None, "wake_time", at(up))];
    for (bed, up, hours) in [("23:00", "07:30", 8.5), ("00:30", "07:00", 6.5), ("02:00", "10:15", 8.25)] {
        let found = cell(&night(bed, up), "bed_hours").unwrap();
        assert!((found - hours).abs() < 1e-9, "{bed} to {up}: {found}");
        assert_eq!(cell(&night(bed, up), "sleep_hours"), Some(found));
    }
    assert_eq!(cell(&night("00:30", "07:00"), "bed_time"), Some(24.5), "half past midnight comes after eleven");
    let told = [night("23:00", "07:00").as_slice(), &[(None, None, "sleep_hours", number(6.0))]].concat();
    assert_eq!((cell(&told, "sleep_hours"), cell(&told, "bed_hours")), (Some(6.0), Some(8.0)));
    assert_eq!(cell(&night("23:00", "07:00")[..1], "bed_hours"), None);
}

#[test]
fn skin_today_by_hand() {
    let day = [
        (None, None, "itch", number(6.0)),
        (None, None, "skin_pain", number(4.0)),
        (None, None, "redness", number(1.0)),
        (None, None, "dryness", number(3.0)),
        (None, Some(Region::Chin), "palms", number(2.0)),
        (None, Some(Region::Neck), "palms", number(3.0)),
    ];
    // 0.40 * 6/10 + 0.40 * 3/4 + 0.20 * 5/10 = 0.24 + 0.30 + 0.10
    let near = |found: Option<f64>, by_hand: f64| assert!((found.unwrap() - by_hand).abs() < 1e-9, "{found:?}");
    near(cell(&day, "skin_today"), 64.0);
    // Without palms: (0.24 + 0.30) / 0.80
    near(cell(&day[..4], "skin_today"), 67.5);
    assert_eq!(cell(&day[..2], "skin_today"), None, "one part of three is fewer than half");
}

#[test]
fn gut_today_by_hand() {
    let day = [
        (None, None, "gut_pain", number(2.0)),
        (None, None, "bloating", number(4.0)),
        (None, None, "wind", number(6.0)),
        (None, None, "urgency", number(3.0)),
        (None, None, "straining", number(8.0)),
        (None, None, "stool", number(4.0)),
        (None, None, "stool", number(6.5)),
    ];
    // mean of 2, 4, 6, 8 = 5; one of two stools outside 3 to 5: 0.8 * 0.5 + 0.2 * 0.5
    let near = |found: Option<f64>, by_hand: f64| assert!((found.unwrap() - by_hand).abs() < 1e-9, "{found:?}");
    near(cell(&day, "gut_today"), 50.0);
    near(cell(&day[..3], "gut_today"), 40.0);
    assert_eq!(cell(&day[..2], "gut_today"), None, "two of five parts are fewer than half");
}

// Missing and none

#[test]
fn missing_is_an_empty_cell_and_none_is_a_zero() {
    let mut diary = Diary::default();
    log(&mut diary, today().plus(-2), &[(None, None, "alcohol_units", number(0.0))]);
    log(&mut diary, today(), &[(None, None, "redness", number(0.0))]);
    let table = tabulate(&diary);
    assert_eq!(table.days, 3, "a day nobody wrote is a row");
    assert_eq!(cells(&table, "alcohol_units"), [Some(0.0), None, None]);
    assert_eq!(cells(&table, "redness"), [None, None, Some(0.0)]);
    assert_eq!(table.column("alcohol_units").unwrap().answered_days(), 1);
    let csv = table_to_csv(&table);
    let rows: Vec<&str> = csv.lines().collect();
    assert_eq!(rows.len(), 4);
    assert!(rows[2].trim_matches(',').ends_with("2026-03-28"), "only the date: {}", rows[2]);
}

#[test]
fn clearing_an_answer_empties_its_cell() {
    let mut diary = Diary::default();
    log(&mut diary, today(), &[(None, None, "itch", number(0.0)), (None, None, "mood", number(5.0))]);
    let id = diary.day_record(today()).unwrap().entries[0].id;
    let place = gutskin::edit::Place::Entry(id);
    carry_out(&mut diary, Command::Answer { day: today(), place, key: key("itch"), value: None }).unwrap();
    assert_eq!(cells(&tabulate(&diary), "itch"), [None]);
}

#[test]
fn warning_signs_are_no_column_and_every_column_is_as_long_as_the_table() {
    let mut diary = Diary::default();
    log(&mut diary, today(), &[(None, None, "warn_mole", Value::YesNo(true)), (None, None, "itch", number(1.0))]);
    log(&mut diary, today().plus(-40), &[(None, None, "itch", number(1.0))]);
    let table = tabulate(&diary);
    assert!(table.columns.iter().all(|column| !column.key.starts_with("warn_") && column.cells.len() == 41));
    let mut keys: Vec<&str> = table.columns.iter().map(|column| column.key.as_str()).collect();
    keys.sort_unstable();
    assert!(keys.windows(2).all(|pair| pair[0] != pair[1]), "a column twice");
}

#[test]
fn skin_is_never_a_factor_and_scores_of_our_own_are_outcomes() {
    let mut diary = Diary::default();
    log(&mut diary, today(), &[(None, None, "itch", number(1.0))]);
    let table = tabulate(&diary);
    let role = |name: &str| table.column(name).map(|column| (column.role, column.body_system)).unwrap();
    assert_eq!(role("redness"), (Role::Outcome, Some(BodySystem::Skin)));
    assert_eq!(role("skin_today"), (Role::Outcome, Some(BodySystem::Skin)));
    assert_eq!(role("bloating"), (Role::Outcome, Some(BodySystem::Gut)));
    assert_eq!(role("gut_today"), (Role::Outcome, Some(BodySystem::Gut)));
    assert_eq!(role("dairy"), (Role::Factor, None));
    assert_eq!(role("bed_hours"), (Role::Context, None));
}

#[test]
fn the_table_as_csv_is_read_back_without_an_unknown_column() {
    let diary = gutskin::sample::diary(5, today()).unwrap();
    let csv = table_to_csv(&tabulate(&diary));
    let preview = import::preview(Path::new("days.csv"), csv.as_bytes(), &diary, today()).unwrap();
    assert!(preview.unknown_columns.is_empty(), "{:?}", preview.unknown_columns);
}

// Which day it is

#[test]
fn a_time_before_the_day_end_belongs_to_the_evening_before_also_when_the_clocks_change() {
    let four = DayEnd::default();
    let day = |text: &str| text.parse::<Day>().unwrap();
    let at = |date: &str, time: &str| four.diary_day(day(date), ClockTime::parse(time).unwrap());
    assert_eq!(at("2026-03-12", "03:59"), day("2026-03-11"));
    assert_eq!(at("2026-03-12", "04:00"), day("2026-03-12"));
    assert_eq!(at("2026-03-12", "00:00"), day("2026-03-11"));
    assert_eq!(at("2026-01-01", "01:30"), day("2025-12-31"));
    assert_eq!(at("2024-03-01", "01:30"), day("2024-02-29"));
    // Clocks go forward in the night to 29 March 2026 and back in the night to 25 October (Europe); 8 March and 1 November (US).
    for night in ["2026-03-29", "2026-10-25", "2026-03-08", "2026-11-01"] {
        for time in ["01:30", "02:00", "02:30", "03:00", "03:59"] {
            assert_eq!(at(night, time), day(night).plus(-1), "{night} {time}");
        }
        assert_eq!(at(night, "04:00"), day(night));
        assert_eq!(day(night).plus(1).days_since(day(night).plus(-1)), 2, "every day is one row");
    }
    let midnight = DayEnd::new(0).unwrap();
    assert_eq!(midnight.diary_day(day("2026-03-12"), ClockTime::new(0, 0).unwrap()), day("2026-03-12"));
    assert!(DayEnd::new(13).is_err());
}

#[test]
fn nights_on_which_clocks_change_are_rows_like_any_other() {
    for night in ["2026-03-29", "2025-10-26"] {
        let mut diary = Diary::default();
        let night: Day = night.parse().unwrap();
        for (offset, value) in [(-1, 1.0), (0, 2.0), (1, 3.0)] {
            log(&mut diary, night.plus(offset), &[(Some("23:30"), None, "redness", number(value))]);
        }
        assert_eq!(cells(&tabulate(&diary), "redness"), [Some(1.0), Some(2.0), Some(3.0)]);
    }
}
