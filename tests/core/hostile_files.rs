//! Files that are none, that never end, or that would fill the memory: each is named and refused, and the diary stays free.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use gutskin::files::{LARGEST_FILE, ReadError, read_file};
use gutskin::import::preview;
use gutskin::model::diary::Diary;

use super::command_line::{code, gutskin, one_line, run, said};
use super::commands::today;
use super::folder::temporary;

/// What a command that must not hang says; it is ended if it does.
fn within(seconds: u64, mut command: Command) -> Option<Output> {
    let mut child: Child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let end = Instant::now() + Duration::from_secs(seconds);
    while child.try_wait().unwrap().is_none() {
        if Instant::now() > end {
            child.kill().unwrap();
            child.wait().unwrap();
            return None;
        }
        std::thread::yield_now();
    }
    Some(child.wait_with_output().unwrap())
}

/// The two commands that read a file somebody names.
fn readers(diary: &Path, file: &Path) -> [Command; 2] {
    let mut import = gutskin(diary);
    import.arg("import").arg(file);
    let mut insights = gutskin(diary);
    insights.args(["insights", "--outcomes", "a", "--csv"]).arg(file);
    [import, insights]
}

#[cfg(unix)]
#[test]
fn pipes_devices_and_folders_are_refused_by_name_and_leave_no_diary() {
    let place = temporary();
    let diary = place.path().join("diary");
    let pipe = place.path().join("pipe.csv");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let device = place.path().join("device.csv");
    std::os::unix::fs::symlink("/dev/zero", &device).unwrap();
    let folder = place.path().join("folder.csv");
    fs::create_dir(&folder).unwrap();
    for (file, word) in [(&pipe, "a pipe or a device"), (&device, "a pipe or a device"), (&folder, "a folder")] {
        for command in readers(&diary, file) {
            let output = within(60, command).unwrap_or_else(|| panic!("{} was waited for", file.display()));
            let line = one_line(&output, 6);
            assert!(line.contains(word) && line.contains(&file.display().to_string()), "{line}");
        }
    }
    assert!(!diary.exists(), "a refused file made a diary");
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let place = temporary();
    let file = place.path().join("large.csv");
    fs::File::create(&file).unwrap().set_len(LARGEST_FILE + 1).unwrap();
    assert!(matches!(read_file(&file), Err(ReadError::TooLarge)));
    for mut command in readers(&place.path().join("diary"), &file) {
        assert!(one_line(&command.output().unwrap(), 6).contains("larger than 64 MB"));
    }
    fs::write(&file, "date,itch\n").unwrap();
    assert_eq!(read_file(&file).unwrap(), b"date,itch\n");
}

#[test]
fn a_table_with_too_many_columns_or_too_long_a_row_is_refused_with_its_line() {
    let place = temporary();
    let file = place.path().join("table.csv");
    let many = (0..201).map(|index| format!("c{index}")).collect::<Vec<_>>().join(",");
    let long = format!("date,a\n\n2026-01-01,1\n2026-01-02,\"{}\"\n", "x".repeat(1_200_000));
    let commas = format!("date{}\n", ",".repeat(20_000_000));
    for (text, words) in [
        (format!("date,{many}\n2026-01-01\n"), "line 1: 201 columns are too many; at most 200 fit"),
        (long, "line 4: this row is larger than 1 MiB"),
        (commas, "line 1: this row is larger than 1 MiB"),
    ] {
        fs::write(&file, text).unwrap();
        for mut command in readers(&place.path().join("diary"), &file) {
            let line = one_line(&command.output().unwrap(), 6);
            assert!(line.contains(words), "{words}: {line}");
        }
    }
    // Every column of our own is welcome, however many parts of the body have one.
    let regions = gutskin::model::region::Region::all();
    let keys =
        ["redness", "itch", "skin_pain", "dryness", "comedones", "inflamed", "nodules", "palms", "flushes", "flare"];
    let own: Vec<String> =
        keys.iter().flat_map(|key| regions.iter().map(move |at| format!("{key}.{}", at.key()))).collect();
    assert!(own.len() > 150);
    let foreign = many.split(',').take(199).collect::<Vec<_>>().join(",");
    fs::write(&file, format!("date,{},{foreign},itch\n2026-01-01{},3\n", own.join(","), ",".repeat(own.len() + 199)))
        .unwrap();
    let taken = run(&place.path().join("diary"), &["import", &file.display().to_string(), "--dry-run"]);
    assert_eq!(code(&taken), 0);
    assert!(said(&taken).starts_with("1 day from 2026-01-01"), "{}", said(&taken));
}

#[cfg(target_os = "linux")]
#[test]
fn a_header_of_sixty_megabytes_takes_no_more_memory_than_the_file() {
    let place = temporary();
    let file = place.path().join("wide.csv");
    fs::write(&file, format!("date{}\n", ",a".repeat(30_000_000))).unwrap();
    for reader in ["import", "insights --outcomes a --csv"] {
        // 400 MB of addresses: the program, its file and not much more.
        let script = format!(
            "ulimit -v 400000; exec '{}' --diary '{}' {reader} '{}'",
            env!("CARGO_BIN_EXE_gutskin"),
            place.path().join("diary").display(),
            file.display()
        );
        let output = Command::new("sh").arg("-c").arg(script).output().unwrap();
        assert!(one_line(&output, 6).contains("this row is larger than 1 MiB"), "{reader}");
    }
}

#[test]
fn bad_lines_have_the_number_an_editor_shows_whatever_ends_the_lines() {
    let rows = "date,itch\n\n2026-03-10,x\n2026-03-11,3\n\n\n2026-03-12,y\n";
    for (ends, text) in
        [("LF", rows.to_owned()), ("CRLF", rows.replace('\n', "\r\n")), ("CR", rows.replace('\n', "\r"))]
    {
        let found = preview(Path::new("a.csv"), text.as_bytes(), &Diary::default(), today()).unwrap();
        assert_eq!(found.bad_lines.iter().map(|bad| bad.line).collect::<Vec<_>>(), [3, 7], "{ends}");
        let place = temporary();
        let file = place.path().join("tidy.csv");
        fs::write(&file, &text).unwrap();
        let output = readers(place.path(), &file)[1].output().unwrap();
        assert!(one_line(&output, 6).contains("line 3, column itch"), "{ends}");
    }
}

#[test]
fn what_is_refused_or_brings_nothing_makes_no_diary() {
    let place = temporary();
    let (diary, file) = (place.path().join("diary"), place.path().join("a.csv"));
    for (words, expected) in [
        (["log", "nonsense=3"].as_slice(), 2),
        (&["log", "redness=9"], 2),
        (&["log", "--date", "9999-01-01", "itch=3"], 2),
        (&["log", "--date", "2099-01-01", "itch=3"], 2),
    ] {
        one_line(&run(&diary, words), expected);
        assert!(!diary.exists(), "{words:?} made a diary");
    }
    for (text, expected) in [("when,itch\n", 6), ("date,moon\n2026-01-01,full\n", 0)] {
        fs::write(&file, text).unwrap();
        assert_eq!(code(&run(&diary, &["import", &file.display().to_string()])), expected, "{text}");
        assert!(!diary.exists(), "{text} made a diary");
    }
}
