//! Runs the program as a person or another program would, on a diary of its own.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Output, Stdio};

use super::folder::{Photo, photograph, three_days, tidied};

pub fn gutskin(diary: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gutskin"));
    command.arg("--diary").arg(diary).stdin(Stdio::null());
    // Where diaries were opened is no news for whoever runs the tests.
    command.env("XDG_CONFIG_HOME", Path::new(env!("CARGO_TARGET_TMPDIR")).join("config"));
    command
}

/// The same for the usual diary of a user: the folder `gutskin` among the data.
pub fn as_usual(diary: &Path, data: &Path, config: &Path) -> Command {
    let mut command = gutskin(diary);
    command.env("XDG_DATA_HOME", data).env("XDG_CONFIG_HOME", config);
    command
}

pub fn run(diary: &Path, words: &[&str]) -> Output {
    gutskin(diary).args(words).output().unwrap()
}

pub fn code(output: &Output) -> i32 {
    output.status.code().expect("killed by a signal")
}

pub fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub fn complaint(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The one line on stderr of a command that failed with a code.
pub fn one_line(output: &Output, expected: i32) -> String {
    let words = complaint(output);
    assert_eq!(code(output), expected, "{words}");
    assert_eq!(words.lines().count(), 1, "{words}");
    assert!(words.starts_with("gutskin: ") && words.ends_with('\n'), "{words}");
    assert!(words.len() < 600 && !words.contains("panicked"), "{words}");
    words
}

/// Runs `log -` over some lines.
pub fn log_lines(diary: &Path, lines: &[u8]) -> Output {
    let mut command = gutskin(diary);
    command.args(["log", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A command that refuses the diary may be gone before it has read a line.
    child.stdin.take().unwrap().write_all(lines).ok();
    child.wait_with_output().unwrap()
}

pub fn a_diary(place: &Path) -> Photo {
    let (diary, steps) = three_days();
    tidied(place, &diary, &steps);
    photograph(place)
}

pub struct Stream {
    pub child: Child,
    pub input: ChildStdin,
    pub output: BufReader<ChildStdout>,
}

/// A running `log -` that has said it is ready.
pub fn stream(diary: &Path) -> Stream {
    let mut command = gutskin(diary);
    let mut child = command.args(["log", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let (input, output) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    let mut stream = Stream { child, input, output };
    assert_eq!(stream.next(), "ready");
    stream
}

impl Stream {
    pub fn next(&mut self) -> String {
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    }
}
