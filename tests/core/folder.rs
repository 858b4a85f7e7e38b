//! A diary's folder in a test: made, photographed, put back, damaged.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use gutskin::edit::{Command, EntryDraft, JournalOp};
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::text::Note;
use gutskin::model::time::Day;
use gutskin::model::value::Value;
use gutskin::storage::{Access, Opened, ReadOnly, Store};
use gutskin::workspace::Workspace;
use tempfile::TempDir;

use super::commands::{carry_out, key};

/// Every file of a folder with its bytes.
pub type Photo = BTreeMap<PathBuf, Vec<u8>>;

/// A folder that goes when the test ends; in memory where there is such a place, so that thousands of saves take seconds.
pub fn temporary() -> TempDir {
    let memory = Path::new("/dev/shm");
    let made = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    made.unwrap()
}

/// All files below a folder, the lock apart.
pub fn photograph(folder: &Path) -> Photo {
    let mut photo = Photo::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(place) = waiting.pop() {
        for entry in fs::read_dir(place).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if !path.ends_with("LOCK") {
                photo.insert(path.strip_prefix(folder).unwrap().to_path_buf(), fs::read(&path).unwrap());
            }
        }
    }
    photo
}

/// Makes a folder hold what a photograph shows, and nothing else.
pub fn put_back(photo: &Photo, folder: &Path) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { fs::remove_dir_all(path).unwrap() } else { fs::remove_file(path).unwrap() }
    }
    for (name, bytes) in photo {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// Opens a folder for writing. A test beside this one that starts a program has, from the fork to the start, a copy of every lock
/// of this process, which its owner has given back by then: so a folder that looks open elsewhere is tried some times more.
pub fn open(folder: &Path) -> Opened {
    let again = |opened: &Opened| opened.report.read_only == Some(ReadOnly::OpenElsewhere);
    let mut opened = Store::open(folder, Access::Write).unwrap();
    for _ in 0..200 {
        if !again(&opened) {
            break;
        }
        drop(opened);
        std::thread::yield_now();
        opened = Store::open(folder, Access::Write).unwrap();
    }
    opened
}

/// The same for a diary as a workspace.
pub fn settled(open: impl Fn() -> Workspace) -> Workspace {
    let again = |opened: &Workspace| opened.report().read_only == Some(ReadOnly::OpenElsewhere);
    let mut opened = open();
    for _ in 0..200 {
        if !again(&opened) {
            break;
        }
        drop(opened);
        std::thread::yield_now();
        opened = open();
    }
    opened
}

/// Opens a folder for reading.
pub fn read(folder: &Path) -> Opened {
    Store::open(folder, Access::Read).unwrap()
}

/// The diary a list of operations makes.
pub fn replay<'a>(ops: impl IntoIterator<Item = &'a JournalOp>) -> Diary {
    let mut diary = Diary::default();
    ops.into_iter().cloned().for_each(|op| op.put(&mut diary));
    diary
}

/// A skin check with a note, logged on a day.
pub fn log(day: Day, redness: f64, words: &str) -> Command {
    let mut check = EntryDraft::new(EntryKind::SkinCheck);
    check.answers.set(&key("redness"), Value::number(redness));
    let note = EntryDraft { text: Note::new(words).ok(), ..EntryDraft::new(EntryKind::Note) };
    Command::Log { day, drafts: vec![check, note] }
}

/// Three days in March 2026, one a record.
pub fn three_days() -> (Diary, Vec<Vec<JournalOp>>) {
    let mut diary = Diary::default();
    let words = ["new serum", "wind, “dry” and cold\nsecond line", "Käse ✨"];
    let steps = words.iter().enumerate().map(|(place, words)| {
        let day = Day::from_ymd(2026, 3, 1 + u32::try_from(place).unwrap()).unwrap();
        carry_out(&mut diary, log(day, place as f64, words)).unwrap()
    });
    let steps = steps.collect();
    (diary, steps)
}

/// The three days, and between them an own food, a recipe of it, a template and a favourite, one a record.
pub fn three_days_and_a_pantry() -> (Diary, Vec<Vec<JournalOp>>) {
    let (mut diary, mut steps) = three_days();
    for item in super::pantry_spec::stock() {
        steps.push(carry_out(&mut diary, Command::KeepInPantry { item }).unwrap());
    }
    (diary, steps)
}

/// A folder whose journal holds each step as one flushed line; nothing is tidied.
pub fn journalled(folder: &Path, steps: &[Vec<JournalOp>]) {
    let mut store = open(folder).store;
    for ops in steps {
        store.append(ops).unwrap();
    }
}

/// A folder whose month files hold everything.
pub fn tidied(folder: &Path, diary: &Diary, steps: &[Vec<JournalOp>]) {
    let mut store = open(folder).store;
    for ops in steps {
        store.append(ops).unwrap();
    }
    store.checkpoint(diary).unwrap();
}

/// The text of a file with the sum that fits it, as a program writes it.
pub fn summed(text: &str) -> String {
    const SUM: &str = "// gutskin-sum: ";
    let above = text.split(SUM).next().unwrap();
    format!("{above}{SUM}{}\n", &blake3::hash(above.as_bytes()).to_hex().as_str()[..32])
}

/// The files below one folder of a photograph, with this ending of their path.
pub fn named<'a>(photo: &'a Photo, start: &str) -> Vec<(&'a PathBuf, &'a Vec<u8>)> {
    photo.iter().filter(|(name, _)| name.starts_with(start)).collect()
}
