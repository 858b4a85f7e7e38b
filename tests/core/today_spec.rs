//! Today at a glance and the week that is over: expected words are worked out by hand from the days.

use gutskin::columns::tabulate;
use gutskin::model::course::CourseKind;
use gutskin::model::profile::{Condition, Profile};
use gutskin::report::today::{LookBack, Tile, TodaySummary};

use super::case::Case;
use super::commands::today;

fn summary(case: &Case) -> TodaySummary {
    TodaySummary::new(&case.0, &tabulate(&case.0), today())
}

fn tile(case: &Case, key: &str) -> Tile {
    summary(case).tiles.into_iter().find(|tile| tile.key == key).unwrap()
}

fn week(case: &Case) -> LookBack {
    summary(case).look_back.unwrap()
}

/// An answer on each of some days before today.
fn on_days(case: Case, days: impl IntoIterator<Item = i32>, key: &str, value: f64) -> Case {
    days.into_iter().fold(case, |case, ago| case.on(ago, key, value))
}

fn of_condition(condition: Condition) -> Case {
    let mut case = Case::default();
    let profile = Profile { conditions: [condition].into(), ..Profile::default() };
    super::commands::carry_out(&mut case.0, gutskin::edit::Command::SetProfile { profile }).unwrap();
    case
}

#[test]
fn the_third_tile_is_what_the_condition_is_about_and_sleep_for_nobody_in_particular() {
    // Before anything is logged three steps stand in their place.
    assert!(summary(&Case::default()).tiles.is_empty());
    let keys =
        |case: Case| summary(&case.on(0, "stress", 1.0)).tiles.into_iter().map(|tile| tile.key).collect::<Vec<_>>();
    assert_eq!(keys(Case::default()), ["skin_today", "gut_today", "sleep_hours"]);
    assert_eq!(keys(of_condition(Condition::Psoriasis)), ["skin_today", "gut_today", "dryness"]);
    assert_eq!(keys(of_condition(Condition::Acne))[2], "inflamed");
}

#[test]
fn a_tile_compares_only_answered_days() {
    // Last week itch 6 on four days, this week 3 on all seven: 3 - 6 = -3.
    let case = on_days(of_condition(Condition::AtopicDermatitis), [13, 12, 10, 9], "itch", 6.0);
    let itch = tile(&on_days(case, 0..7, "itch", 3.0), "itch");
    assert_eq!(itch.now.as_deref(), Some("3"));
    assert_eq!(itch.sentence, "3 points lower than last week");
    assert_eq!(itch.counted, "7 of 7 days answered, last week 4");
    assert_eq!(itch.reads, "higher is worse");
    assert_eq!(itch.cells.iter().flatten().count(), 11);
}

#[test]
fn a_day_without_an_answer_is_no_number_and_too_few_days_are_not_compared() {
    let case = on_days(of_condition(Condition::AtopicDermatitis), [1, 2, 3], "itch", 0.0);
    let itch = tile(&case, "itch");
    assert_eq!((itch.now, itch.sentence.as_str()), (None, "Too few days to compare with last week."));
    assert_eq!(itch.counted, "3 of 7 days answered, last week 0");
    let none = tile(&Case::default().on(20, "redness", 2.0), "skin_today");
    assert_eq!((none.sentence.as_str(), none.counted.as_str()), ("Not answered in these two weeks.", ""));
    let today_none = tile(&on_days(of_condition(Condition::AtopicDermatitis), [0], "itch", 0.0), "itch");
    assert_eq!(today_none.now.as_deref(), Some("0"), "none is an answer");
}

#[test]
fn sleep_is_said_in_hours() {
    // 6.5 h on the days of this week, 7 h on those of the last.
    let case = on_days(on_days(Case::default(), 7..14, "sleep_hours", 7.0), 0..7, "sleep_hours", 6.5);
    let sleep = tile(&case, "sleep_hours");
    assert_eq!(sleep.sentence, "0.5 h less than last week");
    assert_eq!((sleep.now.as_deref(), sleep.reads.as_str()), (Some("6.5 h"), "higher is better"));
}

#[test]
fn the_week_looked_back_on_is_the_last_from_monday_to_sunday() {
    // Today is Sunday 29 March: the last whole week is 16 to 22 March, 13 to 7 days ago.
    let case = on_days(on_days(Case::default(), 14..21, "itch", 3.0), 7..14, "itch", 5.0);
    let week = week(&on_days(case, 0..7, "itch", 9.0));
    assert_eq!((week.first.to_string(), week.last.to_string()), ("2026-03-16".into(), "2026-03-22".into()));
    assert_eq!(week.logged, "Logged on 7 of 7 days: skin on 7.");
    assert_eq!(week.moved, ["Itch: 2 points higher than the week before (7 and 7 days)"]);
    assert_eq!(week.next, ["Nothing is due in the next seven days."]);
}

#[test]
fn yes_and_no_are_counted_in_days() {
    // Three flares among seven answers, none among seven before: 3/7 is more than half the spread from day to day, 0.38.
    let mut case = Case::default();
    for ago in 7..21 {
        case = case.tick(ago, "flare", (7..10).contains(&ago));
    }
    assert_eq!(week(&case).moved, ["Flare: on 3 of 7 days, the week before on 0 of 7"]);
}

#[test]
fn what_did_not_move_or_cannot_be_compared_is_said_so_and_an_empty_week_says_nothing() {
    let alike = on_days(Case::default(), 7..21, "itch", 3.0);
    assert_eq!(week(&alike).moved, ["Nothing moved more than it usually does from day to day."]);
    let few = on_days(Case::default(), [8, 9], "itch", 3.0);
    assert_eq!(week(&few).moved, ["Too few days are answered to compare with the week before."]);
    assert_eq!(week(&few).logged, "Logged on 2 of 7 days: skin on 2.");
    assert_eq!(summary(&on_days(Case::default(), 0..7, "itch", 3.0)).look_back, None);
}

#[test]
fn what_runs_says_its_day_and_what_ends_soon_comes_next() {
    let case = on_days(Case::default(), [8], "itch", 3.0);
    let case = case.course_of(CourseKind::Antibiotic, "Doxycycline", 10, Some(-3));
    let case = case.course_of(CourseKind::Supplement, "Vitamin D", 40, None);
    let summary = summary(&case);
    let said: Vec<(&str, &str)> = summary.running.iter().map(|it| (it.name.as_str(), it.standing.as_str())).collect();
    assert_eq!(said, [("Doxycycline", "day 11 of 14"), ("Vitamin D", "day 41")]);
    assert_eq!(summary.look_back.unwrap().next, ["The last day of Doxycycline: in 3 days."]);
}
