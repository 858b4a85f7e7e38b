//! The codes the command line exits with, and what it then leaves as it was.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use gutskin::storage::Store;

use super::command_line::{a_diary, code, complaint, log_lines, one_line, run, said, stream};
use super::folder::{open, photograph, temporary};

#[test]
fn a_diary_that_is_open_elsewhere_is_code_3_and_can_still_be_read() {
    let place = temporary();
    a_diary(place.path());
    let mut first = stream(place.path());
    let line = one_line(&run(place.path(), &["log", "itch=1"]), 3);
    assert!(line.contains(&place.path().display().to_string()) && line.contains("close the other window"), "{line}");
    one_line(&log_lines(place.path(), b""), 3);
    first.input.write_all(b"2026-03-20 itch=7\n").unwrap();
    assert_eq!(first.next(), "saved 1");
    let shown = run(place.path(), &["show", "--date", "2026-03-20", "--format", "csv"]);
    assert_eq!(code(&shown), 0, "{}", complaint(&shown));
    assert!(said(&shown).contains("itch,7"), "a reader sees what is saved: {}", said(&shown));
    drop(first.input);
    assert!(first.child.wait().unwrap().success());
    assert_eq!(code(&run(place.path(), &["log", "itch=1"])), 0);
}

#[cfg(unix)]
#[test]
fn a_disk_that_refuses_is_code_4_and_leaves_the_diary_as_it_was() {
    let place = temporary();
    a_diary(place.path());
    let shown = said(&run(place.path(), &["show"]));
    // No file may grow beyond a block or two, as on a full disk.
    let note = "x".repeat(15_000);
    let binary = env!("CARGO_BIN_EXE_gutskin");
    let script = format!(
        "trap '' 25; ulimit -f 4; exec '{binary}' --diary '{}' log --date 2026-03-20 note={note}",
        place.path().display()
    );
    let refused = Command::new("sh").arg("-c").arg(script).output().unwrap();
    let line = one_line(&refused, 4);
    assert!(line.contains("not saved") && said(&refused).is_empty(), "{line}");
    assert_eq!(said(&run(place.path(), &["show"])), shown);
    assert_eq!(code(&run(place.path(), &["check"])), 0);
    assert_eq!(
        code(&run(place.path(), &["log", "--date", "2026-03-20", "itch=1"])),
        0,
        "and goes on once there is room"
    );
}

#[cfg(unix)]
#[test]
fn wherever_the_disk_becomes_full_what_was_acknowledged_is_there_and_the_diary_is_sound() {
    let binary = env!("CARGO_BIN_EXE_gutskin");
    let line = |line: u32| format!("2026-0{}-1{} note={line}_{}\n", 1 + line % 3, line % 7, "n".repeat(300));
    let lines = (1..=30).map(line).collect::<Vec<_>>().concat();
    let mut outcomes = [0, 0];
    // The largest file there may be, in blocks of half a kilobyte: from too small for the first file to large enough for all.
    for blocks in 0..64 {
        let place = temporary();
        let diary = place.path().join("diary");
        // Lines come in two runs, so that opening, tidying and appending each meet the limit.
        let mut acknowledged = Vec::new();
        for part in [&lines[..lines.len() / 2], &lines[lines.len() / 2..]] {
            let part =
                part.split_once('\n').map_or(part, |(first, rest)| if first.starts_with("2026") { part } else { rest });
            let script = format!("trap '' 25; ulimit -f {blocks}; exec '{binary}' --diary '{}' log -", diary.display());
            let mut command = Command::new("sh");
            command.arg("-c").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
            let mut child = command.spawn().unwrap();
            child.stdin.take().unwrap().write_all(part.as_bytes()).ok();
            let done = child.wait_with_output().unwrap();
            assert!(matches!(code(&done), 0 | 2 | 4), "{blocks} blocks: {}: {}", code(&done), complaint(&done));
            assert!(!complaint(&done).contains("panicked"), "{}", complaint(&done));
            outcomes[usize::from(code(&done) != 0)] += 1;
            let part: Vec<&str> = part.lines().collect();
            for saved in said(&done).lines().filter_map(|line| line.strip_prefix("saved ")) {
                let line = part[saved.parse::<usize>().unwrap() - 1];
                acknowledged.push(line.split_once("note=").unwrap().1.to_owned());
            }
        }
        if !acknowledged.is_empty() {
            let opened = open(&diary);
            assert_eq!(opened.report.read_only, None, "{blocks} blocks: {:?}", opened.report.problems);
            let entries: Vec<_> = opened.diary.day_records().flat_map(|page| page.entries.clone()).collect();
            let is_there = |words: &str| {
                entries.iter().any(|entry| entry.text.as_ref().is_some_and(|text| text.as_str() == words))
            };
            assert!(acknowledged.iter().all(|words| is_there(words)), "{blocks} blocks");
            drop(opened);
            assert!(Store::check(&diary).unwrap().is_sound(), "{blocks} blocks");
        }
    }
    assert!(
        outcomes[0] > 5 && outcomes[1] > 5,
        "the limit was met {} times of {}",
        outcomes[1],
        outcomes[0] + outcomes[1]
    );
}

#[test]
fn a_damaged_diary_is_code_5_named_and_not_changed() {
    let place = temporary();
    a_diary(place.path());
    let month = place.path().join("days/2026-03.ron");
    let text = fs::read_to_string(&month).unwrap();
    fs::write(&month, text.replace("entries", "entrees")).unwrap();
    let before = photograph(place.path());
    let line = one_line(&run(place.path(), &["log", "itch=1"]), 5);
    assert!(line.contains("gutskin check"), "{line}");
    let checked = run(place.path(), &["check"]);
    one_line(&checked, 5);
    assert!(said(&checked).contains("days/2026-03.ron, line "), "{}", said(&checked));
    assert!(said(&checked).contains("3 days in "), "{}", said(&checked));
    for words in [["show"], ["days"]] {
        let shown = run(place.path(), &words);
        assert_eq!(code(&shown), 5, "{words:?}: what is printed may lack something");
        assert!(said(&shown).contains("2026-03-03"), "{words:?} prints what can be read");
        assert!(complaint(&shown).starts_with("days/2026-03.ron, line "), "{}", complaint(&shown));
    }
    assert_eq!(photograph(place.path()), before);
    let repaired = run(place.path(), &["check", "--repair"]);
    assert_eq!((code(&repaired), complaint(&repaired).as_str()), (0, ""));
    assert!(said(&repaired).starts_with("3 days in ") && said(&repaired).ends_with("sound\n"), "{}", said(&repaired));
    assert_eq!(code(&run(place.path(), &["log", "itch=1"])), 0);
}

#[test]
fn a_diary_of_a_newer_version_is_code_7_and_not_changed() {
    for name in ["days/2026-03.ron", "gutskin.ron"] {
        let place = temporary();
        a_diary(place.path());
        let path = place.path().join(name);
        let newer = super::folder::summed(&fs::read_to_string(&path).unwrap().replace("schema: 1", "schema: 9"));
        fs::write(&path, newer).unwrap();
        let before = photograph(place.path());
        for words in [["log", "itch=1"].as_slice(), &["show"], &["days"], &["check"]] {
            let refused = run(place.path(), words);
            let line = one_line(&refused, 7);
            assert!(line.contains("newer version") && line.contains("schema 9"), "{words:?}: {line}");
            let is_reading = matches!(words, ["show" | "days"]);
            assert_eq!(said(&refused).contains("2026-03-03"), is_reading, "{words:?} prints what can be read");
        }
        assert_eq!(photograph(place.path()), before);
    }
}

#[test]
fn a_path_that_is_no_diary_is_wrong_use_and_is_left_alone() {
    let place = temporary();
    let file = place.path().join("file");
    fs::write(&file, "mine").unwrap();
    for words in [["log", "itch=1"].as_slice(), &["show"], &["days"], &["check"]] {
        assert!(one_line(&run(&file, words), 2).contains("this is not a folder"));
        assert!(one_line(&run(place.path(), words), 2).contains("this folder holds other files"));
    }
    for words in [["show"], ["days"], ["check"]] {
        let missing = place.path().join("missing");
        assert!(one_line(&run(&missing, &words), 2).contains("there is no diary here yet"));
        assert!(!missing.exists(), "{words:?} made a folder");
    }
    assert_eq!(fs::read(&file).unwrap(), b"mine");
}
