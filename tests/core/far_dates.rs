//! Dates long past or far ahead: days of a diary from 1900 to 2100 go through every command, and no other date gets in.

use std::fs;

use gutskin::columns::tabulate;
use gutskin::model::diary::Diary;
use gutskin::model::time::Day;
use gutskin::model::value::Value;
use gutskin::report::chart::{ChartModel, ChartRequest};
use gutskin::report::figure::draw;
use gutskin::report::svg::to_svg;
use gutskin::report::ticks::along;

use super::command_line::{code, complaint, one_line, run, said};
use super::commands::{answer, carry_out};
use super::folder::temporary;

#[test]
fn days_before_1970_are_logged_shown_drawn_and_reported() {
    for date in ["1900-01-01", "1900-03-01", "1969-12-31", "1970-01-01"] {
        let place = temporary();
        let diary = place.path().join("diary");
        for words in ["itch=3", "stool=4", "bed_time=00:30"] {
            let logged = run(&diary, &["log", "--date", date, words]);
            assert_eq!(code(&logged), 0, "{}", complaint(&logged));
        }
        assert_eq!(
            code(&run(&diary, &["log", "--date", date, "--time", "1:30", "note=late"])),
            0,
            "before the day's end"
        );
        assert!(said(&run(&diary, &["show"])).contains(date));
        assert!(said(&run(&diary, &["days"])).contains(&format!("\n{date},")), "{date}");
        let file = |name: &str| place.path().join(name).display().to_string();
        for words in [
            &["chart", "--series", "itch", "--out", &file("a.svg")][..],
            &["chart", "--series", "itch", "--out", &file("a.png")],
            &["report", "--meals", "--out", &file("a.html")],
            &["report", "--out", &file("a.pdf")],
            &["export", "--out", &file("a.csv")],
            &["insights"],
            &["check"],
        ] {
            let done = run(&diary, words);
            assert_eq!(code(&done), 0, "{date} {words:?}: {}", complaint(&done));
        }
        assert!(said(&run(&diary, &["import", &file("a.csv")])).ends_with("nothing to add\n"));
    }
}

#[test]
fn a_date_outside_the_years_of_a_diary_is_refused_by_every_command() {
    let place = temporary();
    let (diary, file) = (place.path().join("diary"), place.path().join("a.csv"));
    assert_eq!(code(&run(&diary, &["log", "--date", "2026-03-01", "itch=3"])), 0);
    for date in ["0001-01-01", "1899-12-31", "2101-01-01", "9999-12-31"] {
        for words in [
            &["log", "--date", date, "itch=3"][..],
            &["log", "--date", date, "--time", "1:00", "itch=3"],
            &["show", "--date", date],
            &["show", "--from", date],
        ] {
            assert!(one_line(&run(&diary, words), 2).contains("outside 1900 to 2100"), "{words:?}");
        }
        fs::write(&file, format!("date,itch\n{date},3\n")).unwrap();
        let read = run(&diary, &["import", &file.display().to_string()]);
        assert!(said(&read).contains("line 2: the year of"), "{}", said(&read));
        assert!(
            one_line(&run(&diary, &["insights", "--outcomes", "itch", "--csv", &file.display().to_string()]), 6)
                .contains("line 2")
        );
    }
}

#[test]
fn charts_and_ticks_of_any_two_days_can_be_drawn() {
    let day = |text: &str| text.parse::<Day>().unwrap();
    let mut diary = Diary::default();
    for date in ["1900-01-01", "1900-01-02", "1969-12-31", "1970-01-01"] {
        carry_out(&mut diary, answer(day(date), "itch", Value::Number(3.0))).unwrap();
    }
    let table = tabulate(&diary);
    for (first, last) in [
        ("1900-01-01", "1900-01-01"),
        ("1900-01-01", "1900-01-09"),
        ("1969-12-01", "1970-02-01"),
        ("1900-01-01", "2100-12-31"),
        ("2100-12-01", "2100-12-31"),
    ] {
        let (first, last) = (day(first), day(last));
        let ticks = along(first, last, 8);
        assert!(ticks.windows(2).all(|pair| pair[0].day < pair[1].day), "{ticks:?}");
        assert!(ticks.iter().all(|tick| (first..=last).contains(&tick.day)), "{ticks:?}");
        if let Ok(model) = ChartModel::new(&diary, &table, &ChartRequest::new(&["itch"], first, last, last)) {
            assert!(to_svg(&draw(&model)).contains("<svg"));
        }
    }
}
