//! What is done with bytes that nobody has seen before: shared by the fuzz targets and by the plain tests over the kept corpus.

use std::fs;
use std::path::Path;

use gutskin::import::preview;
use gutskin::model::diary::Diary;
use gutskin::model::time::Day;
use gutskin::storage::{Access, Store};

/// Files of a diary: the folder of their corpus, and their place in the diary.
pub const PLACES: [(&str, &str); 9] = [
    ("days", "days/2026-03.ron"),
    ("journal", "journal/a1b2c3-00000007.ron"),
    ("index", "index.ron"),
    ("settings", "settings.ron"),
    ("gutskin", "gutskin.ron"),
    ("key", "key.ron"),
    ("second", "second.ron"),
    ("undo", "undo.ron"),
    ("unread", "unread.ron"),
];

/// A message is one line that fits a screen, and echoes no signs that steer a terminal.
fn is_readable(message: &str) {
    assert!(message.chars().count() < 1_000, "{} characters", message.chars().count());
    assert!(!message.contains(['\n', '\u{1b}', '\u{202e}', '\0']), "{message:?}");
}

/// A file that somebody brings in, by each of the names it may have.
pub fn import(bytes: &[u8]) {
    let today = Day::from_ymd(2026, 3, 29).expect("a day");
    for name in ["a.csv", "a.ron", "a.json", "a.unknown"] {
        match preview(Path::new(name), bytes, &Diary::default(), today) {
            Ok(found) => assert!(!found.lines().concat().contains(['\u{1b}', '\u{202e}', '\0'])),
            Err(refused) => is_readable(&refused.to_string()),
        }
    }
}

/// A file of a diary: read, checked and opened for writing, and its bytes are still there afterwards.
pub fn diary_file(place: &str, bytes: &[u8]) {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    let folder = made.expect("a folder");
    let path = folder.path().join(place);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    drop(Store::open(folder.path(), Access::Write));
    fs::write(&path, bytes).expect("written");
    for access in [Access::Read, Access::Write] {
        match Store::open(folder.path(), access) {
            Ok(opened) => {
                opened.report.problems.iter().for_each(|problem| is_readable(&problem.to_string()));
                drop(opened.store.kept_steps(&opened.diary));
            }
            Err(refused) => is_readable(&refused.to_string()),
        }
    }
    if let Err(refused) = Store::check(folder.path()) {
        is_readable(&refused.to_string());
    }
    // What says nothing of the person may go: which steps there were.
    if !bytes.is_empty() && place != "undo.ron" {
        assert!(is_kept(folder.path(), bytes), "{place}: its bytes are gone");
    }
}

/// Whether a file anywhere below a folder has these bytes.
fn is_kept(folder: &Path, bytes: &[u8]) -> bool {
    fs::read_dir(folder).into_iter().flatten().flatten().any(|entry| {
        let path = entry.path();
        if path.is_dir() { is_kept(&path, bytes) } else { fs::read(&path).is_ok_and(|found| found == bytes) }
    })
}
