//! Names and words from outside stand in messages as what they are, and in tables as words.

use std::fs;
use std::path::Path;

use super::command_line::{code, complaint, one_line, run, said};
use super::folder::temporary;

/// Turns what follows to the left, goes back to the line's start, and begins a new line.
const TRICK: &str = "a\u{202e}b\u{1b}[2K\nc\u{2066}";

fn is_plain(text: &str) -> bool {
    !text.trim_end_matches('\n').chars().any(|sign| {
        sign.is_control() || matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    })
}

#[cfg(unix)]
#[test]
fn no_name_of_a_file_and_no_word_turns_a_message_round_or_splits_it() {
    let place = temporary();
    let diary = place.path().join(TRICK);
    let inside = |name: &str| place.path().join(name).display().to_string();
    fs::write(place.path().join(format!("{TRICK}.csv")), "x\n").unwrap();
    fs::write(place.path().join("head.csv"), format!("\"{TRICK}\",b\n")).unwrap();
    fs::write(place.path().join("cell.csv"), format!("date,\"{TRICK}\"\n2026-01-01,\"{TRICK}\"\n")).unwrap();
    for words in [
        &["show"][..],
        &["check"],
        &["import", &inside(&format!("{TRICK}.csv"))],
        &["import", &inside(&format!("{TRICK}.xml"))],
        &["import", &inside("head.csv")],
        &["insights", "--outcomes", "a", "--csv", &inside(&format!("{TRICK}.csv"))],
        &["insights", "--outcomes", "a", "--csv", &inside("cell.csv")],
        &["log", &format!("{TRICK}=3")],
        &["log", &format!("itch={TRICK}")],
        &["log", &format!("redness.{TRICK}=3")],
        &["log", "--date", TRICK, "itch=3"],
        &["log", "--time", TRICK, "itch=3"],
        &["report", &format!("--{TRICK}")],
        &["export", "--out", &inside(&format!("{TRICK}/a.csv"))],
        &["export", "--out", &inside(&format!("{TRICK}.txt"))],
    ] {
        let output = run(&diary, words);
        assert_ne!(code(&output), 0, "{words:?}");
        let line = one_line(&output, code(&output));
        assert!(is_plain(&line), "{words:?}: {line:?}");
    }
    // A table whose names are tricks is read, and its names are shown as what they are.
    fs::write(place.path().join("names.csv"), format!("date,itch,\"{TRICK}\"\n2026-01-01,3,4\n")).unwrap();
    let read = run(&diary, &["import", &inside("names.csv"), "--dry-run"]);
    assert!(said(&read).lines().all(is_plain) && said(&read).contains("\\u{202e}"), "{:?}", said(&read));
    assert_eq!(complaint(&read), "");
    let looked = run(&diary, &["insights", "--outcomes", "itch", "--csv", &inside("names.csv")]);
    assert!(said(&looked).lines().all(is_plain), "{:?}", said(&looked));
}

#[test]
fn a_file_name_reaches_nobody_but_through_one_door() {
    let mut waiting = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut offences = Vec::new();
    while let Some(place) = waiting.pop() {
        for entry in fs::read_dir(place).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if fs::read_to_string(&path).unwrap().contains(".display()") {
                offences.push(path);
            }
        }
    }
    assert!(offences.is_empty(), "these show a path as it stands; `show_path` escapes it: {offences:?}");
}

#[test]
fn words_that_a_spreadsheet_would_run_are_marked_in_tables_and_come_back_unmarked() {
    let place = temporary();
    let diary = place.path().join("diary");
    let texts = ["=1+2", "+49 30 1234", "-2 points", "@home", "plain", "'=quoted"];
    for text in texts {
        assert_eq!(code(&run(&diary, &["log", "--date", "2026-03-01", &format!("note={text}"), "itch=3"])), 0);
    }
    let shown = said(&run(&diary, &["show", "--format", "csv"]));
    let mut reader = csv::Reader::from_reader(shown.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let cells = |key: &str| rows.iter().filter(|row| &row[4] == key).map(|row| row[5].to_owned()).collect::<Vec<_>>();
    let words = cells("text");
    assert_eq!(words.len(), texts.len());
    assert!(words.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{words:?}");
    assert_eq!(cells("itch"), ["3"; 6], "a number needs no mark");
    // Brought in as notes they are what they were.
    for (index, cell) in words.iter().enumerate() {
        let file = place.path().join("note.csv");
        fs::write(&file, format!("date,note\n2026-03-{:02},\"{cell}\"\n", index + 10)).unwrap();
        assert_eq!(code(&run(&diary, &["import", &file.display().to_string()])), 0);
        let day = format!("2026-03-{:02}", index + 10);
        let json = said(&run(&diary, &["show", "--date", &day, "--format", "json"]));
        assert!(json.contains(&format!("\"text\": {:?}", texts[index])), "{json}");
    }
}
