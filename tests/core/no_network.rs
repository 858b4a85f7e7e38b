//! The program opens no connection to a network. What it asks of the system is watched where `strace` is; and its own source
//! names nothing that could.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::command_line::a_diary;
use super::folder::temporary;

/// Files below a folder.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let (mut found, mut waiting) = (Vec::new(), vec![folder.to_path_buf()]);
    while let Some(place) = waiting.pop() {
        for entry in fs::read_dir(place).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { waiting.push(path) } else { found.push(path) }
        }
    }
    found
}

#[cfg(target_os = "linux")]
#[test]
fn no_verb_opens_a_socket_of_a_network() {
    let place = temporary();
    let diary = place.path().join("diary");
    fs::create_dir(&diary).unwrap();
    a_diary(&diary);
    if Command::new("strace").args(["-f", "true"]).output().is_ok_and(|output| output.status.success()) {
        let out = |name: &str| place.path().join(name).display().to_string();
        let (chart, report, pdf, table) = (out("a.svg"), out("a.html"), out("a.pdf"), out("a.csv"));
        for words in [
            &["log", "--date", "2026-03-04", "itch=2"][..],
            &["show"],
            &["days"],
            &["check"],
            &["foods", "chick", "peas"],
            &["insights"],
            &["advice"],
            &["chart", "--series", "itch", "--out", &chart],
            &["report", "--out", &report],
            &["report", "--out", &pdf],
            &["export", "--out", &table],
            &["import", &table],
        ] {
            let trace = place.path().join("trace");
            let mut watched = Command::new("strace");
            watched.args(["-f", "-e", "trace=%network", "-o"]).arg(&trace).arg(env!("CARGO_BIN_EXE_gutskin"));
            let output = watched.arg("--diary").arg(&diary).args(words).output().unwrap();
            assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
            let seen = fs::read_to_string(&trace).unwrap();
            assert!(seen.contains("exited with 0"), "{words:?} was not watched: {seen}");
            // A socket of the computer itself (a desktop's messages) has no address outside.
            for family in ["AF_INET", "AF_INET6", "AF_PACKET"] {
                assert!(!seen.contains(family), "{words:?}: {seen}");
            }
        }
    } else {
        eprintln!("skipped: there is no strace here, or it may not watch");
    }
}

#[test]
fn no_source_names_a_socket_of_a_network() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let names = ["TcpStream", "TcpListener", "UdpSocket", "ToSocketAddrs", "IpAddr"];
    for path in files_below(&source).iter().filter(|path| path.extension().is_some_and(|ending| ending == "rs")) {
        let text = fs::read_to_string(path).unwrap();
        let found: Vec<_> = names.iter().filter(|name| text.contains(**name)).collect();
        assert!(found.is_empty(), "{}: {found:?}", path.display());
    }
}
