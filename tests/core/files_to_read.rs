//! Files a person can read: whatever is written in a note stands in the file as it was typed, and comes back to the byte.

use std::fs;
use std::path::Path;

use gutskin::edit::{Command, EntryDraft, JournalOp};
use gutskin::import::preview;
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::text::Note;
use gutskin::model::time::Day;
use gutskin::report::export::to_ron;
use proptest::prelude::*;

use super::commands::{carry_out, today};
use super::folder::{journalled, named, open, photograph, temporary, tidied};

fn noted(words: &str) -> (Diary, Vec<Vec<JournalOp>>) {
    let mut diary = Diary::default();
    let day = Day::from_ymd(2026, 3, 1).unwrap();
    let draft = EntryDraft { text: Note::new(words).ok(), ..EntryDraft::new(EntryKind::Note) };
    let ops = carry_out(&mut diary, Command::Log { day, drafts: vec![draft] }).unwrap();
    (diary, vec![ops])
}

/// The text of every RON file of a diary with one note: its journal before tidying, then all files, then an export.
fn written(diary: &Diary, steps: &[Vec<JournalOp>]) -> Vec<(String, String)> {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let place = temporary();
    tidied(place.path(), diary, steps);
    let photo = photograph(place.path());
    let mut files: Vec<(String, String)> =
        photo.iter().map(|(name, bytes)| (name.display().to_string(), text(bytes))).collect();
    files.push(("an export".to_owned(), to_ron(diary, &|_| true).unwrap()));
    files
}

#[test]
fn a_note_in_any_script_stands_in_the_files_as_it_was_typed() {
    for words in ["त्वचा लाल है, खुजली", "ผิวแห้งมาก", "don't, l’été, e\u{301}", "नमस्\u{200d}ते"]
    {
        let (diary, steps) = noted(words);
        let files = written(&diary, &steps);
        let holding: Vec<&str> =
            files.iter().filter(|(_, text)| text.contains(words)).map(|(name, _)| name.as_str()).collect();
        let expected = ["days/2026-03.ron", "journal/", "backups/full/", "an export"];
        for name in expected {
            assert!(holding.iter().any(|held| held.starts_with(name)), "{words} cannot be read in {name}: {files:?}");
        }
    }
}

#[test]
fn signs_that_turn_the_direction_of_text_never_stand_bare_in_a_file() {
    let (diary, steps) = noted("creme \u{202e}emerc\u{202c} and \u{2066}more");
    for (name, text) in written(&diary, &steps) {
        assert!(!text.contains(['\u{202e}', '\u{202c}', '\u{2066}']), "{name}");
    }
}

#[test]
fn a_file_in_which_every_mark_was_escaped_is_still_read() {
    let place = temporary();
    drop(open(place.path()));
    fs::create_dir_all(place.path().join("days")).unwrap();
    let text = r#"Month(format: "gutskin/month", schema: 1, month: "2026-03", seq: 0, days: [
        Day(date: "2026-03-01", rev: 1, entries: [(id: 1, kind: Note, text: "\u{924}\u{94d}\u{935}\u{91a}\u{93e} don\'t")]),
    ])"#;
    fs::write(place.path().join("days/2026-03.ron"), text).unwrap();
    let page = open(place.path()).diary.day_records().next().unwrap().clone();
    assert_eq!(page.entries[0].text.as_ref().unwrap().as_str(), "त्वचा don't");
}

/// Texts of everything that has a meaning in RON, in a journal line or to the eye.
fn hard_text() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        Just("\"".to_owned()),
        Just("\\".to_owned()),
        Just("\"#".to_owned()),
        Just("r#\"".to_owned()),
        Just("\n".to_owned()),
        Just("\t".to_owned()),
        Just("'".to_owned()),
        Just("\\u{94d}".to_owned()),
        Just("// gutskin-sum: ".to_owned()),
        Just("(\"0123456789abcdef\",".to_owned()),
        Just("\u{94d}\u{200d}\u{301}".to_owned()),
        Just("\u{202e}\u{2028}\u{feff}\u{a0}".to_owned()),
        "\\PC",
        "[a-z ]{1,8}",
    ];
    proptest::collection::vec(sign, 1..24).prop_map(|signs| signs.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_note_comes_back_from_journal_month_and_export_and_a_change_stays_one_line(words in hard_text()) {
        prop_assume!(Note::new(&words).is_ok());
        let (diary, steps) = noted(&words);
        let place = temporary();
        journalled(place.path(), &steps);
        for (name, bytes) in named(&photograph(place.path()), "journal") {
            let lines = bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
            prop_assert_eq!(lines, 1, "{}", name.display());
        }
        let mut opened = open(place.path());
        prop_assert_eq!(&opened.diary, &diary, "from the journal");
        opened.store.checkpoint(&diary).unwrap();
        drop(opened);
        fs::remove_dir_all(place.path().join("journal")).unwrap();
        let opened = open(place.path());
        prop_assert_eq!(&opened.diary, &diary, "from the month");
        prop_assert!(opened.report.problems.is_empty(), "{:?}", opened.report.problems);
        let mut copy = Diary::default();
        let text = to_ron(&diary, &|_| true).unwrap();
        let found = preview(Path::new("a.ron"), text.as_bytes(), &copy, today()).unwrap();
        carry_out(&mut copy, found.command.unwrap()).unwrap();
        prop_assert!(copy.says_the_same(&diary), "from an export");
    }
}
