//! The day table as a diary changes: courses on their days and in their windows, edits that are kept up with, and a slip of a
//! century.

use gutskin::columns::{tabulate, update_day};
use gutskin::edit::{Change, Command, JournalOp, plan};
use gutskin::model::course::{Course, CourseId, CourseKind};
use gutskin::model::diary::Diary;
use gutskin::model::text::Name;
use gutskin::model::time::Day;
use proptest::collection::vec;
use proptest::prelude::*;

use super::commands::{carry_out, commands, put, today};
use super::day_table_spec::{cells, log, number};

// Courses

fn course(kind: CourseKind, start: i32, stop: Option<i32>, after: u16) -> Command {
    Command::AddCourse {
        course: Course {
            id: CourseId(0),
            kind,
            name: Name::new("something").unwrap(),
            start: today().plus(start),
            stop: stop.map(|stop| today().plus(stop)),
            dose: String::new(),
            schedule: String::new(),
            regions: Vec::new(),
            after_effect_days: after,
            note: None,
        },
    }
}

#[test]
fn a_course_is_on_from_its_first_to_its_last_day_and_after_that_in_its_window() {
    let mut diary = Diary::default();
    log(&mut diary, today().plus(-9), &[(None, None, "itch", number(1.0))]);
    log(&mut diary, today(), &[(None, None, "itch", number(1.0))]);
    assert!(tabulate(&diary).column("antibiotic").is_none(), "no course, no column");
    carry_out(&mut diary, course(CourseKind::Antibiotic, -7, Some(-5), 2)).unwrap();
    let table = tabulate(&diary);
    let row = |text: &str| text.chars().map(|sign| Some(f64::from(sign.to_digit(10).unwrap()))).collect::<Vec<_>>();
    assert_eq!(cells(&table, "antibiotic"), row("0011100000"));
    assert_eq!(cells(&table, "antibiotic_after"), row("0000011000"));
    carry_out(&mut diary, course(CourseKind::Antibiotic, -2, None, 30)).unwrap();
    let table = tabulate(&diary);
    assert_eq!(cells(&table, "antibiotic"), row("0011100111"), "courses of a kind share a column");
    assert_eq!(cells(&table, "antibiotic_after"), row("0000011000"));
}

#[test]
fn a_course_taken_up_again_within_its_window_is_both_on_and_after() {
    let mut diary = Diary::default();
    log(&mut diary, today().plus(-5), &[(None, None, "itch", number(1.0))]);
    log(&mut diary, today(), &[(None, None, "itch", number(1.0))]);
    carry_out(&mut diary, course(CourseKind::Topical, -5, Some(-4), 3)).unwrap();
    carry_out(&mut diary, course(CourseKind::Topical, -2, Some(-2), 0)).unwrap();
    let table = tabulate(&diary);
    let row = |text: &str| text.chars().map(|sign| Some(f64::from(sign.to_digit(10).unwrap()))).collect::<Vec<_>>();
    assert_eq!(cells(&table, "topical"), row("110100"));
    assert_eq!(cells(&table, "topical_after"), row("001110"));
}

// Keeping up

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_any_edit_bringing_its_days_up_to_date_gives_the_table_built_anew(list in vec(commands(), 1..40)) {
        let mut diary = Diary::default();
        let mut table = tabulate(&diary);
        for command in list {
            let words = format!("{command:?}");
            let Ok(changes) = plan(&diary, command, today()) else { continue };
            put(&mut diary, &changes);
            let only_pages = changes.iter().all(|change| change.day().is_some());
            let kept_up = only_pages
                && changes.iter().filter_map(Change::day).all(|day| update_day(&mut table, &diary, day));
            let anew = tabulate(&diary);
            if kept_up && diary.span().is_some() {
                prop_assert_eq!(&table, &anew, "after {}", words);
            }
            table = anew;
        }
    }
}

#[test]
fn an_edit_within_a_long_diary_is_kept_up_without_building_anew() {
    let mut diary = gutskin::sample::diary(2, today()).unwrap();
    let mut table = tabulate(&diary);
    let day = today().plus(-100);
    let command = super::commands::answer(day, "itch", number(9.5));
    let ops: Vec<JournalOp> = carry_out(&mut diary, command).unwrap();
    assert_eq!(ops.len(), 1);
    assert!(update_day(&mut table, &diary, day));
    assert_eq!(table, tabulate(&diary));
    assert_eq!(table.column("itch").unwrap().cells[table.row(day).unwrap()], Some(9.5));
}

#[test]
fn one_slip_in_a_year_makes_no_table_without_end_and_hides_nothing_of_today() {
    let mut diary = Diary::default();
    log(&mut diary, Day::from_ymd(1900, 1, 1).unwrap(), &[(None, None, "itch", number(1.0))]);
    log(&mut diary, today(), &[(None, None, "itch", number(1.0))]);
    let table = tabulate(&diary);
    assert_eq!(table.days, 2, "days in which nothing was logged for decades have no rows");
    assert_eq!(table.row(today()), Some(1), "what is logged now stays in sight");
    assert_eq!(cells(&table, "itch"), [Some(1.0), Some(1.0)]);
}
