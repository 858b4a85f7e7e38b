//! Who may read what: the diary is for its owner alone, whatever the system would give to others; what is exported is made to be
//! given away.
#![cfg(unix)]

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::folder::{open, temporary, three_days, tidied};

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// Everything in a folder, itself included, with its rights.
fn rights(folder: &Path) -> Vec<(PathBuf, u32)> {
    let mut found = vec![(folder.to_path_buf(), mode(folder))];
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(place) = waiting.pop() {
        for entry in fs::read_dir(place).unwrap() {
            let path = entry.unwrap().path();
            found.push((path.clone(), mode(&path)));
            if path.is_dir() {
                waiting.push(path);
            }
        }
    }
    found
}

fn is_private(folder: &Path) {
    for (path, mode) in rights(folder) {
        let expected = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode, expected, "{} has {mode:o}", path.display());
    }
}

/// Runs the program as a system that gives everything to everybody would.
fn run_openly(diary: &Path, umask: &str, words: &str) {
    let binary = env!("CARGO_BIN_EXE_gutskin");
    let script = format!("umask {umask}; exec '{binary}' --diary '{}' {words}", diary.display());
    let output = Command::new("sh").arg("-c").arg(script).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn everything_a_diary_writes_is_for_its_owner_alone_whatever_the_umask() {
    let place = temporary();
    let folder = place.path().join("diary");
    run_openly(&folder, "000", "log --date 2026-03-01 redness=2");
    let month = folder.join("days/2026-03.ron");
    // An editor writes as it likes; what was edited is put aside and written anew, with copies of both.
    let edited = fs::read_to_string(&month).unwrap().replace("\"redness\": 2", "\"redness\": 4");
    fs::write(&month, edited).unwrap();
    fs::set_permissions(&month, Permissions::from_mode(0o644)).unwrap();
    run_openly(&folder, "000", "log --date 2026-03-02 redness=2");
    assert!(folder.join("quarantine").is_dir() && folder.join("backups/full").is_dir());
    is_private(&folder);
}

#[test]
fn a_folder_that_others_could_read_is_closed_to_them_when_it_is_opened_for_writing() {
    let place = temporary();
    let folder = place.path().join("diary");
    let (diary, steps) = three_days();
    tidied(&folder, &diary, &steps);
    for (path, _) in rights(&folder) {
        let mode = if path.is_dir() { 0o755 } else { 0o664 };
        fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
    }
    assert_eq!(open(&folder).diary, diary);
    is_private(&folder);
}

#[test]
fn an_exported_file_has_the_rights_of_any_file_this_user_makes() {
    let place = temporary();
    let folder = place.path().join("diary");
    run_openly(&folder, "077", "log redness=2");
    for (umask, expected) in [("022", 0o644), ("077", 0o600)] {
        let out = place.path().join(format!("{umask}.csv"));
        run_openly(&folder, umask, &format!("export --out '{}'", out.display()));
        assert_eq!(mode(&out), expected, "under {umask}");
    }
}
