//! One wrong date, decades away: it is said when it is entered, it is kept, and it costs nothing.

use std::path::Path;
use std::time::{Duration, Instant};

use gutskin::analysis::before_after::{TooLittle, before_after};
use gutskin::analysis::engine::Plan;
use gutskin::analysis::insights::{Insights, of_diary, one_look, to_json};
use gutskin::analysis::tidy_csv;
use gutskin::columns::{ColumnIndex, DayTable, tabulate, update_day};
use gutskin::import::preview;
use gutskin::model::diary::Diary;
use gutskin::model::time::Day;
use gutskin::model::value::Value;
use gutskin::report::chart::{ChartModel, ChartRequest};
use gutskin::report::csv::table_to_csv;

use super::command_line::{code, complaint, log_lines, run, said};
use super::commands::{answer, carry_out, today};
use super::folder::temporary;
use super::insights_spec::digits;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A year in which itch follows stress a day later, as lines to be logged; the year ends long before any today.
fn year() -> String {
    let (stress, other) = (digits(3, 366), digits(4, 366));
    let line = |day: usize| {
        let itch = (0.6 * stress[day.saturating_sub(1)] + 0.4 * other[day]).round();
        let date = self::day("2024-03-12").plus(i32::try_from(day).unwrap());
        format!("{date} itch={itch} stress={} coffee_cups={}\n", stress[day], other[365 - day])
    };
    (0..366).map(line).collect()
}

/// What a command prints, and how long it takes.
fn timed(place: &Path, words: &[&str]) -> (String, Duration) {
    let start = Instant::now();
    let output = run(place, words);
    assert_eq!(code(&output), 0, "{}", complaint(&output));
    (said(&output), start.elapsed())
}

#[test]
fn a_date_decades_away_is_told_when_it_is_logged_and_changes_nothing_that_is_said() {
    let place = temporary();
    let place = place.path();
    assert_eq!(code(&log_lines(place, year().as_bytes())), 0);
    let (before, took) = timed(place, &["insights"]);
    let days_before = timed(place, &["days"]).0.lines().count();

    let logged = run(place, &["log", "--date", "1985-01-01", "itch=3"]);
    assert_eq!((code(&logged), said(&logged).as_str()), (0, "saved\n"));
    assert!(
        complaint(&logged).contains("1 Jan 1985 lies 39 years before every other logged day"),
        "{}",
        complaint(&logged)
    );

    let (after, takes) = timed(place, &["insights"]);
    assert!(takes < took * 3 + Duration::from_secs(1), "{takes:?} after, {took:?} before");
    let words = "Analysed: 12 Mar 2024 to 12 Mar 2025; 1 older day was left out, far from these.";
    let (head, rest) = after.split_once('\n').unwrap();
    assert_eq!(rest.strip_prefix(words).map(|rest| format!("{head}{rest}")), Some(before), "{after}");
    let json: serde_json::Value = serde_json::from_str(&timed(place, &["insights", "--format", "json"]).0).unwrap();
    assert_eq!(json["analysed"]["older_days_left_out"], 1);
    assert_eq!(json["analysed"]["first"], "2024-03-12");
    assert!(!json["claims"].as_array().unwrap().is_empty());

    let (days, _) = timed(place, &["days"]);
    assert_eq!(days.lines().count(), days_before + 1);
    assert!(days.lines().nth(1).unwrap().starts_with("1985-01-01,"), "the day itself is there");
    let rows: Vec<serde_json::Value> = serde_json::from_str(&timed(place, &["days", "--format", "json"]).0).unwrap();
    assert_eq!(rows.len(), 367);
    assert_eq!(timed(place, &["check"]).0.lines().last(), Some("sound"));
}

#[test]
fn the_report_of_everything_begins_where_the_days_are_dense_and_says_what_it_leaves_out() {
    let place = temporary();
    let lines = format!("1985-01-01 itch=3\n{}", year().lines().take(40).collect::<Vec<_>>().join("\n"));
    let logged = log_lines(place.path(), lines.as_bytes());
    assert!(
        complaint(&logged).lines().any(|line| line.starts_with("line 2: 12 Mar 2024 lies 39 years after")),
        "{}",
        complaint(&logged)
    );
    let elsewhere = temporary();
    let out = elsewhere.path().join("report.html");
    let out = out.to_str().unwrap();
    let made = run(place.path(), &["report", "--out", out]);
    assert_eq!(code(&made), 0, "{}", complaint(&made));
    assert_eq!(complaint(&made), "1 logged day far before 2024-03-12 left out; --from 1985-01-01 takes it in\n");
    let page = std::fs::read_to_string(out).unwrap();
    assert!(page.contains("12 Mar 2024 to 20 Apr 2024") && !page.contains("Jan 1985"));
    let made = run(place.path(), &["report", "--out", out, "--force", "--from", "1985-01-01"]);
    assert_eq!((code(&made), complaint(&made).as_str()), (0, ""));
    let page = std::fs::read_to_string(out).unwrap();
    assert!(page.contains("1 Jan 1985") && page.len() < 400_000, "{} bytes", page.len());
}

/// Forty days of answers in two stretches that lie far apart.
fn two_stretches() -> Diary {
    let mut diary = Diary::default();
    for (first, days) in [("1985-01-01", 30), ("2026-01-01", 60)] {
        for after in 0..days {
            let itch = Value::Number(f64::from(after % 7));
            carry_out(&mut diary, answer(day(first).plus(after), "itch", itch)).unwrap();
        }
    }
    diary
}

#[test]
fn rows_are_days_of_a_stretch_and_nothing_counts_across_two() {
    let mut diary = two_stretches();
    let mut table = tabulate(&diary);
    assert_eq!((table.days, table.columns[0].cells.len()), (90, 90));
    assert_eq!((table.day(29), table.day(30)), (day("1985-01-30"), day("2026-01-01")));
    assert_eq!((table.row(day("1985-01-31")), table.row(day("2026-01-01"))), (None, Some(30)));
    // The days before 2026 are not those of 1985.
    let compared = before_after(&table, "itch", day("2026-01-02"), 0);
    assert!(matches!(compared, Err(TooLittle::Days { before: 1, .. })), "{compared:?}");
    let request = ChartRequest::new(&["itch"], day("1985-01-25"), day("2026-01-03"), day("2026-01-03"));
    let model = ChartModel::new(&diary, &table, &request).unwrap();
    assert_eq!(model.panels[0].answered(), 6 + 3);
    assert_eq!(model.panels[0].values.last(), Some(&Some(2.0)));
    assert_eq!(model.panels[0].mean[0], Some((0..7).map(|day| f64::from((18 + day) % 7)).sum::<f64>() / 7.0));
    // An edit within a stretch is kept up, and an old day is there in what is written out.
    carry_out(&mut diary, answer(day("1985-01-15"), "itch", Value::Number(9.0))).unwrap();
    assert!(update_day(&mut table, &diary, day("1985-01-15")));
    assert_eq!(table, tabulate(&diary));
    assert!(table_to_csv(&table).lines().any(|line| line.starts_with("1985-01-15,")));
}

#[test]
fn what_is_found_is_what_the_days_alone_give() {
    let table = tabulate(&two_stretches());
    let part = table.main_part();
    assert_eq!((part.first, part.days), (day("2026-01-01"), 60));
    let whole = of_diary(&table, &|_| true).unwrap();
    assert_eq!(whole.analysed.map(|analysed| (analysed.older, analysed.newer)), Some((30, 0)));
    let alone = of_diary(&part, &|_| true).unwrap();
    assert_eq!(Insights { analysed: None, ..whole }, Insights { analysed: None, ..alone });
}

#[test]
fn a_table_from_elsewhere_with_one_far_row_gives_the_same_claims() {
    let look = |text: &str| -> (DayTable, Insights) {
        let table = tidy_csv::read(text.as_bytes()).unwrap();
        let insights = one_look(&table, &Plan::open(vec![(ColumnIndex(1), ColumnIndex(0))], 0.05), &|_| true).unwrap();
        (table, insights)
    };
    let (stress, other) = (digits(3, 200), digits(4, 200));
    let rows = (0..200_usize).map(|row| {
        let itch = (0.6 * stress[row.saturating_sub(1)] + 0.4 * other[row]).round();
        format!("{},{itch},{}\n", day("2025-01-01").plus(i32::try_from(row).unwrap()), stress[row])
    });
    let text = format!("date,itch,stress\n{}", rows.collect::<String>());
    let (table, found) = look(&text);
    let (wide, with_slip) = look(&format!("{text}1990-01-01,3,4\n"));
    assert_eq!((table.days, wide.days), (200, 201));
    assert_eq!(with_slip.analysed.unwrap().older, 1);
    assert!(!found.findings.is_empty());
    let claims = |found: &Insights, table: &DayTable| to_json(found, table)["claims"].clone();
    assert_eq!(claims(&with_slip, &wide.main_part()), claims(&found, &table));
}

#[test]
fn an_import_names_the_days_that_lie_far_from_all_others() {
    let text = "date,itch\n1985-01-01,3\n2026-03-01,4\n2026-03-02,5\n";
    let seen = preview(Path::new("days.csv"), text.as_bytes(), &Diary::default(), today()).unwrap();
    let lines = seen.lines();
    assert!(
        lines.contains(&"1 Jan 1985 lies 41 years before every other logged day; check the year".to_owned()),
        "{lines:?}"
    );
    let near =
        preview(Path::new("days.csv"), text.replace("1985", "2026").as_bytes(), &Diary::default(), today()).unwrap();
    assert!(!near.lines().iter().any(|line| line.contains("check the year")));
}

#[test]
fn who_fills_in_old_years_or_comes_back_is_not_asked_about_every_day() {
    let place = temporary();
    let lines = "2010-06-01 itch=3\n2010-06-02 itch=3\n2011-02-01 itch=3\ntoday itch=4\n";
    let logged = log_lines(place.path(), lines.as_bytes());
    assert_eq!((code(&logged), complaint(&logged).as_str()), (0, ""));
    let logged = log_lines(place.path(), b"2001-06-01 itch=3\n2001-06-02 itch=3\n");
    assert_eq!(complaint(&logged).lines().count(), 1, "the first day of them only: {}", complaint(&logged));
}
