//! The command line logs: one entry as words, or a line at a time, and what is acknowledged is kept.

use std::fs;
use std::io::{BufRead, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use gutskin::storage::Store;

use proptest::collection::vec;
use proptest::prelude::*;

use super::command_line::{Stream, a_diary, code, complaint, gutskin, log_lines, one_line, run, said, stream};
use super::folder::{open, photograph, read, temporary};

#[test]
fn log_says_saved_and_what_was_logged_is_shown() {
    let place = temporary();
    let words =
        ["log", "--date", "2026-03-12", "--time", "7:30", "redness=3", "itch=4.5", "dairy=yes", "note=new serum"];
    let logged = run(place.path(), &words);
    assert_eq!((code(&logged), said(&logged).as_str(), complaint(&logged).as_str()), (0, "saved\n", ""));
    let shown = run(place.path(), &["show", "--format", "csv"]);
    assert_eq!(code(&shown), 0);
    let expected = "date,time,kind,region,key,value\n2026-03-12,07:30,skin check,,itch,4.5\n\
        2026-03-12,07:30,skin check,,redness,3\n2026-03-12,07:30,meal,,dairy,yes\n2026-03-12,07:30,note,,text,new serum\n";
    assert_eq!(said(&shown), expected);
}

#[test]
fn what_cannot_wait_is_said_on_standard_error_once_it_is_saved_and_changes_no_exit_code() {
    let place = temporary();
    let logged = run(place.path(), &["log", "warn_red_eye=yes", "warn_mole=yes"]);
    assert_eq!((code(&logged), said(&logged).as_str()), (0, "saved\n"));
    let told = complaint(&logged);
    assert!(told.starts_with("Get medical help today. Eyes need to be looked at today. You ticked on "), "{told}");
    assert_eq!(told.lines().count(), 1, "a sign for a doctor within weeks is for the window: {told}");
    let shown = run(place.path(), &["show"]);
    assert_eq!((code(&shown), complaint(&shown)), (0, told));
    let calm = run(place.path(), &["log", "--date", "2026-03-12", "warn_no_wind=yes", "itch=3"]);
    assert!(!complaint(&calm).contains("The bowel may be blocked"), "that was long ago");
}

#[test]
fn a_stream_says_what_cannot_wait_once_and_what_needs_many_days_at_its_end() {
    let place = temporary();
    let today = gutskin::model::time::DayEnd::default().today();
    let mut lines = format!("{today} warn_self_harm=yes\n{today} itch=3\n");
    for ago in 0..3 {
        lines += &format!("{} mood=0\n", today.plus(-ago));
    }
    let logged = log_lines(place.path(), lines.as_bytes());
    assert_eq!(code(&logged), 0);
    let told = complaint(&logged);
    assert_eq!(told.matches("Call the emergency number now.").count(), 1, "{told}");
    assert_eq!(told.matches("Support now.").count(), 1, "{told}");
    assert!(told.contains("the emergency number of the country you are in"), "{told}");
}

#[test]
fn the_day_may_be_said_after_the_answers_too() {
    let place = temporary();
    let logged = run(place.path(), &["log", "redness=3", "itch=4", "--date", "2026-03-12"]);
    assert_eq!((code(&logged), said(&logged).as_str(), complaint(&logged).as_str()), (0, "saved\n", ""));
    let shown = said(&run(place.path(), &["show", "--date", "2026-03-12", "--format", "csv"]));
    assert!(shown.contains("redness,3") && shown.contains("itch,4"), "{shown}");
}

#[test]
fn a_time_before_the_day_end_counts_to_the_evening_before_and_says_so_in_any_time_zone() {
    for (zone, date, before) in [
        ("Europe/Berlin", "2026-03-29", "2026-03-28"),
        ("Europe/Berlin", "2026-10-25", "2026-10-24"),
        ("America/New_York", "2026-11-01", "2026-10-31"),
        ("Pacific/Kiritimati", "2026-01-01", "2025-12-31"),
    ] {
        let place = temporary();
        let words = ["log", "--date", date, "--time", "02:30", "itch=2"];
        let logged = gutskin(place.path()).env("TZ", zone).args(words).output().unwrap();
        assert_eq!((code(&logged), said(&logged).as_str()), (0, "saved\n"));
        assert_eq!(complaint(&logged), format!("counted to {before}, since the day ends at 04:00\n"));
        let shown = said(&run(place.path(), &["show", "--date", before, "--format", "csv"]));
        assert!(shown.contains(&format!("{before},02:30,skin check,,itch,2")), "{shown}");
    }
}

#[test]
fn what_does_not_fit_is_refused_in_one_line_with_the_way_out_and_changes_nothing() {
    let place = temporary();
    let before = a_diary(place.path());
    let long_note = format!("note={}", "x".repeat(100_000));
    let many_digits = format!("water_ml={}", "9".repeat(400));
    let cases: &[(&[&str], &str)] = &[
        (&["redness=9"], "a whole number from 0 to 4 is needed"),
        (&["redness=-1"], "a whole number from 0 to 4 is needed"),
        (&["redness=2.5"], "a whole number from 0 to 4 is needed"),
        (&["itch=NaN"], "a number from 0 to 10 is needed"),
        (&["itch=inf"], "a number from 0 to 10 is needed"),
        (&["itch=-inf"], "a number from 0 to 10 is needed"),
        (&["water_ml=1e3"], "an amount from 0 to 15000 ml is needed"),
        (&["water_ml=1e400"], "an amount from 0 to 15000 ml is needed"),
        (&["water_ml=99999999999999999999"], "an amount from 0 to 15000 ml is needed"),
        (&[&many_digits], "an amount from 0 to 15000 ml is needed"),
        (&["stool=8"], "a form from 1 to 7 is needed"),
        (&["stool=0"], "a form from 1 to 7 is needed"),
        (&["sleep_hours=25"], "hours from 0 to 24 are needed"),
        (&["bed_time=24:30"], "a time such as 23:15 is needed"),
        (&["dairy=perhaps"], "yes or no is needed"),
        (&["dairy="], "yes or no is needed"),
        (&["redness"], "is not KEY=VALUE"),
        (&["rednes=3"], "did you mean redness"),
        (&["sleep=7"], "did you mean sleep_"),
        (&["qqqqqqqqqqqqqqqq=1"], "is not a known key"),
        (&["=3"], "is not a known key"),
        (&["redness.knee=3"], "is not a region"),
        (&["stress.nose=3"], "is not logged by region"),
        (&["note="], "this note is empty; write at least a word"),
        (&[&long_note], "at most 20000 fit"),
        (&["--time", "25:00", "itch=1"], "is not a time of day"),
        (&["--time", "noon", "itch=1"], "is not a time of day"),
        (&["--date", "2026-02-30", "itch=1"], "is not a date"),
        (&["--date", "0001-01-01", "itch=1"], "outside 1900 to 2100"),
        (&["--date", "9999-12-31", "itch=1"], "outside 1900 to 2100"),
        (&["--date", "2099-01-01", "itch=1"], "check the date"),
        (&["--date", "soon", "itch=1"], "is not a date"),
        (&["redness=3", "rednes=3"], "did you mean redness"),
    ];
    for (words, way_out) in cases {
        let refused = run(place.path(), &[&["log"], *words].concat());
        let line = one_line(&refused, 2);
        assert!(line.contains(way_out), "{words:?}: {line}");
        assert_eq!(said(&refused), "", "{words:?}");
        assert_eq!(photograph(place.path()), before, "{words:?} changed something");
    }
}

#[test]
fn wrong_use_is_one_line_too_and_help_is_not_an_error() {
    let place = temporary();
    let uses: [&[&str]; 7] = [
        &["log"],
        &["frobnicate"],
        &["show", "--format", "xml"],
        &["show", "--date", "2026-01-01", "--from", "2026-01-01"],
        &["days", "--frm"],
        &["log", "-", "--date", "2026-01-01"],
        &["show", "--from", "x"],
    ];
    for words in uses {
        one_line(&run(place.path(), words), 2);
    }
    let help = run(place.path(), &["--help"]);
    assert_eq!(code(&help), 0);
    assert!(said(&help).contains("Usage: gutskin") && complaint(&help).is_empty());
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_failure_and_no_panic() {
    let place = temporary();
    a_diary(place.path());
    let binary = env!("CARGO_BIN_EXE_gutskin");
    for words in ["show", "days", "check", "log rednes=3", "frobnicate"] {
        let call = format!("'{binary}' --diary '{}' {words}", place.path().display());
        let line = format!("{{ {call}; echo $? >&2; }} 2>&1 >&- | head -c 0; {call} >&- 2>&-; echo $?");
        let done = Command::new("sh").arg("-c").arg(line).output().unwrap();
        assert_eq!(
            said(&done).trim(),
            if words.contains("fro") || words.contains("log") { "2" } else { "0" },
            "{words}"
        );
        assert!(!complaint(&done).contains("panicked"), "{words}: {}", complaint(&done));
    }
}

// Lines

#[test]
fn each_line_is_acknowledged_by_its_number_and_a_refused_one_is_named() {
    let place = temporary();
    let lines = "2026-03-01 redness=1\n\n# a comment\n2026-03-02 08:15 itch=3 note=\"two words\"\nsoon itch=2\n\
        2026-03-03 itch=11\n2026-03-04 note=\"open\n\r\n2026-03-05 mood=5\r\n";
    let done = log_lines(place.path(), lines.as_bytes());
    assert_eq!(code(&done), 2);
    assert_eq!(said(&done), "ready\nsaved 1\nsaved 4\nsaved 9\n");
    let words = complaint(&done);
    let lines: Vec<&str> = words.lines().collect();
    assert!(lines[0].starts_with("line 5: “soon” is not a date"), "{words}");
    assert!(lines[1].starts_with("line 6: Itch: 11 does not fit"), "{words}");
    assert!(lines[2].starts_with("line 7: a quote is left open"), "{words}");
    assert_eq!(lines[3], "gutskin: 3 of the lines were refused; everything else is saved");
    assert_eq!(read(place.path()).diary.day_records().len(), 3);
}

#[test]
fn a_line_of_a_megabyte_or_of_no_text_is_refused_and_the_next_is_taken() {
    let place = temporary();
    let mut lines = format!("2026-03-01 note={}\n", "x".repeat(1 << 20)).into_bytes();
    lines.extend(b"2026-03-01 note=\"\xff\xfe\"\n");
    lines.extend(vec![b'y'; 9 << 20]);
    lines.extend(b"\n2026-03-01 itch=1\n");
    let done = log_lines(place.path(), &lines);
    assert_eq!((code(&done), said(&done).as_str()), (2, "ready\nsaved 4\n"));
    let words = complaint(&done);
    assert!(words.contains("line 1: note: this text has 1048576 characters; at most 20000 fit"), "{words}");
    assert!(words.contains("line 2: this line is not UTF-8"), "{words}");
    assert!(words.contains("line 3: this line is longer than 4 MiB"), "{words}");
    assert!(words.len() < 1_000, "{} bytes", words.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_lines_at_all_are_taken_or_refused_and_never_a_panic(
        lines in vec(
            prop_oneof![
                vec(any::<u8>(), 0..80),
                "2026-0[1-3]-[0-3][0-9] ([0-9:]{1,6} )?[a-z_.]{1,12}=[-+0-9a-zNI.,:\"' ]{0,12}".prop_map(String::into_bytes),
                "(2026-03-01|today|yesterday) (itch|stool|bed_time|sleep_hours|dairy|note)=.{0,20}".prop_map(String::into_bytes),
            ],
            0..60,
        ),
    ) {
        let place = temporary();
        let done = log_lines(place.path(), &lines.join(&b'\n'));
        prop_assert!(matches!(code(&done), 0 | 2), "{}: {}", code(&done), complaint(&done));
        prop_assert!(!complaint(&done).contains("panicked"), "{}", complaint(&done));
        let saved = said(&done).lines().filter(|line| line.starts_with("saved ")).count();
        prop_assert!(saved > 0 || read(place.path()).diary.span().is_none());
        prop_assert!(Store::check(place.path()).unwrap().is_sound());
    }
}

#[test]
fn no_input_and_a_last_line_without_its_end_are_fine() {
    let place = temporary();
    let nothing = log_lines(place.path(), b"");
    assert_eq!((code(&nothing), said(&nothing).as_str()), (0, "ready\n"));
    let one = log_lines(place.path(), b"2026-03-01 itch=1");
    assert_eq!((code(&one), said(&one).as_str()), (0, "ready\nsaved 1\n"));
}

#[test]
fn every_line_acknowledged_before_the_process_is_killed_is_there_afterwards() {
    let words = "w".repeat(3_000);
    for kill_after in [1, 2, 5, 40, 130, 260] {
        let place = temporary();
        let Stream { mut child, mut input, mut output } = stream(place.path());
        let text = words.clone();
        // Fed from a thread, far ahead of what is acknowledged; it stops when the process is gone.
        let feeder = std::thread::spawn(move || {
            for number in 1..=2_000 {
                let line = format!("2026-03-{:02} note=\"{number} {text}\"\n", 1 + number % 28);
                if input.write_all(line.as_bytes()).is_err() {
                    return;
                }
            }
        });
        let mut acknowledged = Vec::new();
        let mut line = String::new();
        while output.read_line(&mut line).unwrap() > 0 {
            acknowledged.push(line.trim().trim_start_matches("saved ").parse::<usize>().unwrap());
            line.clear();
            if acknowledged.len() == kill_after {
                child.kill().unwrap();
            }
        }
        child.wait().unwrap();
        feeder.join().unwrap();
        assert!(acknowledged.len() >= kill_after);
        let opened = open(place.path());
        assert_eq!(opened.report.read_only, None, "{:?}", opened.report.problems);
        let notes: Vec<usize> = opened
            .diary
            .day_records()
            .flat_map(|page| page.entries.clone())
            .map(|entry| entry.text.unwrap().as_str().split(' ').next().unwrap().parse().unwrap())
            .collect();
        for number in &acknowledged {
            assert_eq!(notes.iter().filter(|note| *note == number).count(), 1, "line {number} of {kill_after}");
        }
        drop(opened);
        assert!(Store::check(place.path()).unwrap().is_sound());
    }
}

/// What the system was asked for, in order, while one line was logged; `None` where nothing can look on.
#[cfg(target_os = "linux")]
fn asked_of_the_system(diary: &Path, trace: &Path) -> Option<Vec<String>> {
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-e", "trace=write,fsync,fdatasync,rename,renameat,renameat2", "-o"]).arg(trace);
    command.arg(env!("CARGO_BIN_EXE_gutskin")).arg("--diary").arg(diary).args(["log", "-"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
    child.stdin.take().unwrap().write_all(b"2026-03-01 itch=1\n").ok()?;
    let done = child.wait_with_output().ok().filter(|done| done.status.success())?;
    assert_eq!(said(&done), "ready\nsaved 1\n");
    let text = fs::read_to_string(trace).ok()?;
    // A call that another thread interrupts stands on two lines; the second is its end.
    let ended = text.lines().filter(|line| !line.contains("<unfinished ...>"));
    Some(
        ended
            .map(|line| line.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == ' ').to_owned())
            .collect(),
    )
}

#[cfg(target_os = "linux")]
#[test]
fn saved_is_said_after_the_flush_and_every_file_is_flushed_before_it_takes_its_name() {
    let place = temporary();
    let Some(calls) = asked_of_the_system(&place.path().join("diary"), &place.path().join("trace")) else {
        eprintln!("skipped: strace is not here or may not look on");
        return;
    };
    let first = |what: &str| {
        calls.iter().position(|call| call.contains(what)).unwrap_or_else(|| panic!("no {what}: {calls:#?}"))
    };
    let (line, flush, said) = (first("\"(\\\""), first("fdatasync"), first("\"saved 1"));
    assert!(line < flush && flush < said, "{calls:#?}");
    assert!(calls[flush].ends_with("= 0"));
    let renames: Vec<usize> = (0..calls.len()).filter(|at| calls[*at].starts_with("rename")).collect();
    assert!(renames.len() >= 3, "identity, month and index: {calls:#?}");
    for at in renames {
        assert!(calls[at - 1].contains("fsync"), "not flushed before: {} after {}", calls[at], calls[at - 1]);
        assert!(calls[at + 1].contains("fsync"), "folder not flushed after: {} before {}", calls[at], calls[at + 1]);
    }
}
