//! The files of a small diary, byte for byte as they were last looked at. After a change that is meant, `UPDATE_GOLDEN=1` writes them
//! anew, and the difference is read before it is kept.

use std::fs;
use std::path::Path;

use gutskin::columns::tabulate;
use gutskin::report::doctor::{ReportRequest, Section, build};
use gutskin::report::html::to_html;
use gutskin::report::output::{Format, Output, OutputKind, make};
use gutskin::report::{chart::ChartRequest, diary_files::DiaryRequest};

use super::commands::today;
use super::report_chart::forty_days;

/// Compares with the file of this name, or writes it.
fn holds(name: &str, now: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/report").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, now).unwrap();
    }
    let golden = fs::read_to_string(&file).unwrap();
    let pairs = golden.lines().zip(now.lines()).enumerate();
    for (line, (then, now)) in pairs {
        assert_eq!(now, then, "{name}, line {}", line + 1);
    }
    assert_eq!(now.len(), golden.len(), "{name} is longer or shorter than it was");
}

fn file(output: &Output, ending: &str) -> String {
    let (diary, ..) = forty_days();
    let format: Format = *output.kind().formats().iter().find(|format| format.ending == ending).unwrap();
    let made = make(&diary, &tabulate(&diary), output, format, &|_| true).unwrap();
    String::from_utf8(made.bytes).unwrap()
}

#[test]
fn a_chart_is_drawn_as_it_was() {
    let (_, first, last) = forty_days();
    let chart = Output::Chart(ChartRequest::new(&["itch", "sleep_hours"], first, last, today()));
    assert_eq!(chart.kind(), OutputKind::Chart);
    holds("chart.svg", &file(&chart, "svg"));
}

#[test]
fn a_report_is_written_as_it_was() {
    let (diary, first, last) = forty_days();
    let mut request = ReportRequest::new(first, last, today());
    request.sections = [Section::Skin, Section::Courses, Section::Marked].into_iter().collect();
    let document = build(&diary, &tabulate(&diary), &request, &|_| true).unwrap();
    holds("report.html", &to_html(&document, &|_| true).unwrap());
}

#[test]
fn tables_are_written_as_they_were() {
    let days = Output::Diary(DiaryRequest::default());
    holds("days.csv", &file(&days, "csv"));
    holds("days.long.csv", &file(&days, "long.csv"));
}
