//! The verbs that write and read files, run as a person would: what they print, what they leave behind, how they exit.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use gutskin::model::record::NEWEST_SCHEMA;

fn gutskin(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gutskin"));
    command.current_dir(folder).arg("--diary").arg(folder.join("diary")).args(arguments).output().unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn error_line(output: &Output) -> String {
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(text.trim_end().lines().count(), 1, "one line is promised: {text}");
    text
}

/// A folder with a diary of three days.
fn with_diary() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (day, itch) in [("2026-03-10", 2), ("2026-03-11", 5), ("2026-03-13", 4)] {
        let logged = gutskin(folder.path(), &["log", "--date", day, &format!("itch={itch}"), "stool=4", "note=fine"]);
        assert!(logged.status.success(), "{logged:?}");
    }
    folder
}

#[test]
fn every_kind_of_file_is_written_and_none_overwritten_unasked() {
    let folder = with_diary();
    for arguments in [
        &["chart", "--series", "itch,stool", "--out", "a.svg"][..],
        &["chart", "--series", "itch", "--from", "2026-03-10", "--to", "2026-03-11", "--out", "a.png"],
        &["report", "--out", "a.pdf"],
        &["report", "--out", "a.html"],
        &["export", "--out", "a.csv"],
        &["export", "--out", "a.ron"],
        &["export", "--out", "a.json"],
        &["export", "--out", "a.long.csv"],
        &["export", "--out", "a.dictionary.csv"],
        &["export", "--person", "--out", "a.fhir.json"],
    ] {
        let written = gutskin(folder.path(), arguments);
        assert_eq!(code(&written), 0, "{written:?}");
        let name = arguments[arguments.len() - 1];
        let before = fs::read(folder.path().join(name)).unwrap();
        assert!(!before.is_empty());
        let again = gutskin(folder.path(), arguments);
        assert_eq!(code(&again), 2);
        assert!(error_line(&again).contains("--force"));
        let forced: Vec<&str> = arguments.iter().copied().chain(["--force"]).collect();
        assert_eq!(code(&gutskin(folder.path(), &forced)), 0);
        assert_eq!(fs::read(folder.path().join(name)).unwrap(), before, "{name} changed although the diary did not");
    }
    let names = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(names, 10 + 1, "something half done was left behind");
}

#[test]
fn a_dictionary_goes_beside_a_table_and_neither_is_written_where_one_of_them_is_there() {
    let folder = with_diary();
    let written = gutskin(folder.path(), &["export", "--dictionary", "--out", "b.long.csv"]);
    assert_eq!(String::from_utf8(written.stdout).unwrap(), "written b.long.csv\nwritten b.dictionary.csv\n");
    let text = fs::read_to_string(folder.path().join("b.dictionary.csv")).unwrap();
    assert!(text.starts_with("key,label,kind,") && text.contains("\nitch,Itch,score,"), "{text}");
    let refused = gutskin(folder.path(), &["export", "--dictionary", "--out", "b.csv"]);
    assert_eq!(code(&refused), 2);
    assert!(error_line(&refused).contains("b.dictionary.csv: this file is there already"));
    assert!(!folder.path().join("b.csv").exists(), "half of it was written");
    let for_ron = gutskin(folder.path(), &["export", "--dictionary", "--out", "b.ron"]);
    assert!(error_line(&for_ron).contains("beside a table"));
    let for_csv = gutskin(folder.path(), &["export", "--snomed", "--out", "c.csv"]);
    assert!(error_line(&for_csv).contains(".fhir.json"));
}

#[test]
fn a_bundle_says_what_it_does_not_hold() {
    let folder = with_diary();
    let written = gutskin(folder.path(), &["export", "--out", "a.fhir.json"]);
    assert_eq!(code(&written), 0);
    let said = String::from_utf8(written.stderr).unwrap();
    assert_eq!(said, "Left out: 3 notes, meals, doses and events in words alone.\n");
}

#[test]
fn a_file_that_cannot_be_written_is_refused_in_one_line_before_any_work() {
    let folder = with_diary();
    for (arguments, part) in [
        (&["chart", "--series", "itch", "--out", "a.jpg"][..], ".png, .svg or .pdf"),
        (&["report", "--out", "report"], ".pdf or .html"),
        (&["export", "--out", "missing/a.csv"], "folder for this file does not exist"),
        (&["chart", "--series", "ich", "--out", "a.svg"], "did you mean itch"),
        (&["chart", "--series", "mood", "--out", "a.svg"], "nothing is logged for Mood"),
        (&["chart", "--series", "itch", "--from", "2026-03-12", "--to", "2026-03-01", "--out", "a.svg"], "lies after"),
        (&["export", "--out", "diary/days/2026-03.ron", "--force"], "the diary's own files"),
        (&["export", "--out", "diary/b.ron"], "the diary's own files"),
    ] {
        let refused = gutskin(folder.path(), arguments);
        assert_eq!(code(&refused), 2, "{arguments:?}");
        assert!(error_line(&refused).contains(part), "{arguments:?}: {}", error_line(&refused));
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "something was written");
    assert_eq!(code(&gutskin(folder.path(), &["check"])), 0);
}

#[test]
fn an_import_says_everything_first_and_a_dry_run_changes_nothing() {
    let folder = with_diary();
    fs::write(folder.path().join("in.csv"), "date,itch,moon\n2026-03-12,3,full\n2026-03-10,9,\nx,1,\n").unwrap();
    let days = || gutskin(folder.path(), &["days"]).stdout;
    let before = days();
    let dry = gutskin(folder.path(), &["import", "in.csv", "--dry-run"]);
    assert_eq!(code(&dry), 0);
    let text = String::from_utf8(dry.stdout).unwrap();
    for part in ["2026-03-12", "1 unknown column left out: moon", "line 4:", "nothing was changed"] {
        assert!(text.contains(part), "“{part}” is not in {text}");
    }
    assert_eq!(days(), before);
    let done = gutskin(folder.path(), &["import", "in.csv"]);
    assert_eq!(code(&done), 0);
    assert!(String::from_utf8(done.stdout).unwrap().ends_with("saved\n"));
    let after = String::from_utf8(days()).unwrap();
    assert!(after.lines().any(|line| line.starts_with("2026-03-12,,3,")), "{after}");
    assert!(after.lines().any(|line| line.starts_with("2026-03-10,,2,")), "an answer that was there gave way");
}

#[test]
fn an_export_read_into_a_new_diary_is_the_same_export_again() {
    let folder = with_diary();
    assert_eq!(code(&gutskin(folder.path(), &["export", "--out", "a.ron"])), 0);
    let other = tempfile::tempdir().unwrap();
    fs::copy(folder.path().join("a.ron"), other.path().join("a.ron")).unwrap();
    let dry = gutskin(other.path(), &["import", "a.ron", "--dry-run"]);
    assert_eq!(code(&dry), 0);
    assert!(!other.path().join("diary").exists(), "a dry run made a diary");
    assert_eq!(code(&gutskin(other.path(), &["import", "a.ron"])), 0);
    assert_eq!(code(&gutskin(other.path(), &["export", "--out", "b.ron"])), 0);
    assert_eq!(fs::read(other.path().join("a.ron")).unwrap(), fs::read(other.path().join("b.ron")).unwrap());
}

#[test]
fn a_file_that_cannot_be_read_exits_with_6_and_names_the_line() {
    let folder = with_diary();
    fs::write(folder.path().join("a.csv"), "when,itch\n").unwrap();
    fs::write(folder.path().join("b.ron"), "Export(\n  format: 3\n)").unwrap();
    let newer = format!("Export(format: \"gutskin/export\", schema: {})", NEWEST_SCHEMA + 1);
    fs::write(folder.path().join("c.ron"), newer).unwrap();
    for (name, expected, part) in [
        ("a.csv", 6, "a.csv, line 1:"),
        ("b.ron", 6, "b.ron, line 2:"),
        ("c.ron", 7, "newer version"),
        ("none.csv", 6, "none.csv: cannot be read"),
        ("diary", 6, ".csv"),
    ] {
        let refused = gutskin(folder.path(), &["import", name]);
        assert_eq!(code(&refused), expected, "{name}");
        assert!(error_line(&refused).contains(part), "{}", error_line(&refused));
    }
}

#[test]
fn a_report_prints_notes_and_meals_as_its_help_says() {
    let folder = with_diary();
    let kitchen = gutskin::report::export::to_ron(&super::round_trip::kitchen(), &|_| true).unwrap();
    fs::write(folder.path().join("kitchen.ron"), kitchen).unwrap();
    assert_eq!(code(&gutskin(folder.path(), &["import", "kitchen.ron"])), 0);
    let printed = |arguments: &[&str]| {
        let words = [&["report", "--out", "r.html", "--force"], arguments].concat();
        let written = gutskin(folder.path(), &words);
        assert_eq!(code(&written), 0, "{written:?}");
        fs::read_to_string(folder.path().join("r.html")).unwrap()
    };
    let (meal, note) = ("eaten 60 g", "is no formula");
    for (arguments, has_meals, has_notes) in [
        (&[][..], false, true),
        (&["--notes"], false, true),
        (&["--meals"], true, true),
        (&["--notes=no", "--meals"], true, false),
        (&["--notes=no", "--meals=no"], false, false),
    ] {
        let page = printed(arguments);
        assert_eq!((page.contains(meal), page.contains(note)), (has_meals, has_notes), "{arguments:?}");
    }
    let help = String::from_utf8(gutskin(folder.path(), &["report", "--help"]).stdout).unwrap();
    assert!(help.contains("With my notes and doses in words") && help.contains("With my meals"), "{help}");
}
