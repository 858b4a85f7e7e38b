//! Nobody listens: where stderr is closed or its reader is gone, the program does its work and exits with its code all the same.

use std::process::{Command, ExitStatus, Stdio};

use super::command_line::{code, gutskin, run};
use super::folder::temporary;

/// How a command ends whose stderr leads to a pipe that nobody reads any more.
fn into_a_dead_pipe(mut command: Command) -> ExitStatus {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    command.stdout(Stdio::null()).stderr(writer).status().unwrap()
}

#[test]
fn a_refused_command_keeps_its_code_when_nobody_reads_the_reason() {
    let place = temporary();
    let mut command = gutskin(place.path());
    command.args(["log", "redness=99"]);
    assert_eq!(into_a_dead_pipe(command).code(), Some(2));
}

#[test]
fn a_report_with_signs_that_paper_lacks_is_written_when_nobody_reads_the_remark() {
    let place = temporary();
    let diary = place.path().join("diary");
    assert_eq!(code(&run(&diary, &["log", "redness=2", "note=味噌 soup"])), 0);
    let out = place.path().join("report.pdf");
    let mut command = gutskin(&diary);
    command.args(["report", "--out"]).arg(&out);
    assert_eq!(into_a_dead_pipe(command).code(), Some(0));
    assert!(out.is_file());
}

#[cfg(unix)]
#[test]
fn nothing_changes_when_stderr_is_closed() {
    let place = temporary();
    let diary = place.path().join("diary");
    assert_eq!(code(&run(&diary, &["log", "redness=2", "note=味噌 soup"])), 0);
    let binary = env!("CARGO_BIN_EXE_gutskin");
    for (words, expected) in [("log redness=99", 2), ("report --out report.pdf", 0)] {
        let script = format!("exec '{binary}' --diary '{}' {words} 2>&-", diary.display());
        let mut shell = Command::new("sh");
        let status = shell.current_dir(place.path()).arg("-c").arg(script).stdout(Stdio::null()).status().unwrap();
        assert_eq!(status.code(), Some(expected), "{words}");
    }
    assert!(place.path().join("report.pdf").is_file());
}
