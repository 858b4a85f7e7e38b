//! The command line reads: the days asked for, in each form.

use gutskin::model::time::Day;

use super::command_line::{a_diary, code, log_lines, one_line, run, said};
use super::folder::{photograph, temporary};

#[test]
fn show_gives_the_days_asked_for_in_each_form() {
    let place = temporary();
    a_diary(place.path());
    let days = |words: &[&str]| {
        let shown = run(place.path(), &[&["show", "--format", "json"], words].concat());
        let pages: Vec<serde_json::Value> = serde_json::from_str(&said(&shown)).unwrap();
        pages.iter().map(|page| page["date"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(days(&[]), ["2026-03-01", "2026-03-02", "2026-03-03"]);
    assert_eq!(days(&["--date", "2026-03-02"]), ["2026-03-02"]);
    assert_eq!(days(&["--from", "2026-03-02"]), ["2026-03-02", "2026-03-03"]);
    assert_eq!(days(&["--to", "2026-03-02"]), ["2026-03-01", "2026-03-02"]);
    assert_eq!(days(&["--date", "2025-01-01"]), Vec::<String>::new());
    let swapped = run(place.path(), &["show", "--from", "2026-03-03", "--to", "2026-03-01"]);
    assert!(one_line(&swapped, 2).contains("swap them"));
    let as_ron = said(&run(place.path(), &["show"]));
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let pages: Vec<gutskin::model::day_record::DayRecord> = options.from_str(&as_ron).unwrap();
    assert_eq!(pages.len(), 3);
}

#[test]
fn days_prints_one_row_a_day_with_the_scores_of_our_own_and_empty_cells_for_what_is_missing() {
    let place = temporary();
    let lines = "2026-03-01 itch=6 redness=3 palms=5 gut_pain=2 bloating=4 wind=6\n2026-03-03 alcohol_units=0\n";
    assert_eq!(code(&log_lines(place.path(), lines.as_bytes())), 0);
    let table = said(&run(place.path(), &["days"]));
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let cell = |row: usize, name: &str| {
        rows[row].get(header.iter().position(|known| known == name).unwrap()).unwrap().to_owned()
    };
    assert_eq!(rows.len(), 3);
    assert_eq!((cell(0, "skin_today").as_str(), cell(0, "gut_today").as_str()), ("64", "40"));
    assert_eq!((cell(1, "itch").as_str(), cell(1, "skin_today").as_str()), ("", ""));
    assert_eq!((cell(2, "alcohol_units").as_str(), cell(2, "itch").as_str()), ("0", ""));
    let days: Vec<serde_json::Value> =
        serde_json::from_str(&said(&run(place.path(), &["days", "--format", "json"]))).unwrap();
    assert_eq!(days[1]["itch"], serde_json::Value::Null);
    assert_eq!(days[2]["alcohol_units"], 0.0);
    assert_eq!(days[0]["date"].as_str().unwrap().parse::<Day>().unwrap(), Day::from_ymd(2026, 3, 1).unwrap());
}

#[test]
fn check_says_sound_and_how_much_it_read() {
    let place = temporary();
    let before = a_diary(place.path());
    let checked = run(place.path(), &["check"]);
    assert_eq!((code(&checked), said(&checked).as_str()), (0, "3 days in 3 files\nsound\n"));
    assert_eq!(photograph(place.path()), before);
}
