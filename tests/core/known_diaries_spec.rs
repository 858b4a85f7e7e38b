//! A diary that is not as this computer knew it: another in its place, an older state of it, a second one of the same, the hand of
//! another computer. Each is said until somebody has read it, and once.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use gutskin::edit::{Command, Place};
use gutskin::model::entry::EntryKind;
use gutskin::model::time::Day;
use gutskin::model::value::Value;
use gutskin::workspace::{KnownDiaries, Notice, Way, Workspace};
use tempfile::TempDir;

use super::command_line::{as_usual, code, complaint, said};
use super::commands::key;
use super::folder::{photograph, put_back, settled, temporary, three_days, tidied};

/// A diary of three days that was opened once, and what this computer knows of it.
struct Case {
    place: TempDir,
    folder: PathBuf,
    known: KnownDiaries,
}

impl Case {
    fn new() -> Self {
        let place = temporary();
        let known = KnownDiaries::at(place.path().join("config/diaries.ron"));
        let case = Self { folder: place.path().join("diary"), place, known };
        make(&case.folder);
        drop(case.enter(&case.folder));
        case
    }

    fn enter(&self, folder: &Path) -> Workspace {
        settled(|| Workspace::open_known(&self.known, folder, None, &Way::AsEver, Arc::new(|| {})).unwrap())
    }

    /// What is said when a folder is opened, twice without being read and once after it was.
    fn said_until_read(&self, folder: &Path) -> Vec<Notice> {
        let first = self.enter(folder).notices();
        let mut second = self.enter(folder);
        assert_eq!(second.notices(), first, "it stays until it is read");
        for notice in &first {
            second.understand(notice);
        }
        assert_eq!(second.notices(), []);
        drop(second);
        assert_eq!(self.enter(folder).notices(), [], "and is not said again");
        first
    }
}

/// Three days in March.
fn make(folder: &Path) {
    let (diary, steps) = three_days();
    tidied(folder, &diary, &steps);
}

fn log(workspace: &mut Workspace, day: u32) {
    let place = Place::Main { kind: EntryKind::SkinCheck, region: None };
    let day = Day::from_ymd(2026, 4, day).unwrap();
    workspace.submit(Command::Answer { day, place, key: key("redness"), value: Value::number(1.0) }).unwrap();
}

fn today() -> String {
    Day::calendar_today().short()
}

#[test]
fn a_diary_that_is_as_it_was_or_has_grown_is_no_news() {
    let case = Case::new();
    let mut workspace = case.enter(&case.folder);
    log(&mut workspace, 1);
    drop(workspace);
    assert_eq!(case.enter(&case.folder).notices(), []);
    assert_eq!(case.known.in_folder(&case.folder).map(|known| (known.days, known.seq)), Some((4, 4)));
}

#[test]
fn another_diary_in_its_place_is_said_with_what_both_hold() {
    let case = Case::new();
    let mut workspace = case.enter(&case.folder);
    log(&mut workspace, 1);
    drop(workspace);
    fs::remove_dir_all(&case.folder).unwrap();
    make(&case.folder);
    let notices = case.said_until_read(&case.folder);
    let expected = format!("another diary lies here than on {}; that one held 4 days, this one holds 3 days", today());
    assert_eq!(notices.iter().map(|notice| notice.what.as_str()).collect::<Vec<_>>(), [expected]);
    assert!(notices[0].done.contains("bring the other folder back"), "{notices:?}");
}

#[test]
fn an_older_state_of_it_is_said_with_the_way_to_a_newer_copy() {
    let case = Case::new();
    let old = photograph(&case.folder);
    let mut workspace = case.enter(&case.folder);
    (1..=5).for_each(|day| log(&mut workspace, day));
    drop(workspace);
    put_back(&old, &case.folder);
    let notices = case.said_until_read(&case.folder);
    assert_eq!(notices.len(), 1, "{notices:?}");
    assert_eq!(
        notices[0].what,
        format!("an older state of this diary lies here: on {} it held 8 days, now it holds 3 days", today())
    );
    assert!(notices[0].done.contains("“Backups” in the menu “Diary”"), "{notices:?}");
}

#[test]
fn a_second_one_of_the_same_diary_is_said_and_one_that_was_moved_too() {
    let case = Case::new();
    let second = case.place.path().join("second");
    fs::create_dir(&second).unwrap();
    put_back(&photograph(&case.folder), &second);
    let said = case.said_until_read(&second);
    let place = case.folder.to_str().unwrap();
    assert_eq!(said.len(), 1, "{said:?}");
    assert_eq!(said[0].what, format!("the same diary also lies in {place}, where it held 3 days on {}", today()));
    assert!(said[0].done.contains("what you log here is not there"), "{said:?}");
    // The other way round nothing is new.
    assert_eq!(case.enter(&case.folder).notices(), []);
    let third = case.place.path().join("third");
    fs::remove_dir_all(&second).unwrap();
    fs::rename(&case.folder, &third).unwrap();
    let said = case.said_until_read(&third);
    assert!(
        said[0].what.contains("this diary lay in ") && said[0].done.contains("if you moved it, all is well"),
        "{said:?}"
    );
}

#[test]
fn the_hand_of_another_computer_is_said_once_for_what_it_wrote_and_never_for_the_own() {
    let case = Case::new();
    let mut workspace = case.enter(&case.folder);
    log(&mut workspace, 1);
    drop(workspace);
    let journal = case.folder.join("journal");
    let written_elsewhere = |from: u64| {
        for entry in fs::read_dir(&journal).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            let number: u64 = name[name.rfind('-').unwrap() + 1..].trim_end_matches(".ron").parse().unwrap();
            if number >= from {
                fs::rename(&path, journal.join(format!("0fffff-{number:08}.ron"))).unwrap();
            }
        }
    };
    written_elsewhere(0);
    assert_eq!(case.enter(&case.folder).notices(), [], "what was known already is no news");
    let mut workspace = case.enter(&case.folder);
    log(&mut workspace, 2);
    drop(workspace);
    // Another computer, which knows nothing of it.
    let other = Case { known: KnownDiaries::at(case.place.path().join("other.ron")), ..case };
    assert_eq!(other.enter(&other.folder).notices(), [], "its own hand");
    let last = fs::read_dir(&journal).unwrap().count() as u64;
    let mut workspace = other.enter(&other.folder);
    log(&mut workspace, 3);
    drop(workspace);
    written_elsewhere(last);
    other.known.forget(&other.folder);
    let said = other.said_until_read(&other.folder);
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].what.starts_with("this diary was last written on another computer, "), "{said:?}");
    assert!(said[0].done.contains("cloud folder"), "{said:?}");
}

#[test]
fn the_command_line_says_it_with_every_entry_until_a_check_has_told_it() {
    let place = temporary();
    let (folder, config) = (place.path().join("gutskin"), place.path().join("config"));
    let run = |words: &[&str]| as_usual(&folder, place.path(), &config).args(words).output().unwrap();
    let log = |itch: &str| run(&["log", "--date", "2026-03-01", itch]);
    assert_eq!(complaint(&log("itch=1")), "");
    let old = photograph(&folder);
    for itch in ["itch=2", "itch=3", "itch=4"] {
        assert_eq!(complaint(&log(itch)), "");
    }
    put_back(&old, &folder);
    for itch in ["itch=5", "itch=6"] {
        let done = log(itch);
        assert_eq!(code(&done), 0);
        assert!(complaint(&done).contains("an older state of this diary lies here"), "{}", complaint(&done));
        put_back(&old, &folder);
    }
    let checked = run(&["check"]);
    assert!(said(&checked).contains("an older state of this diary lies here"), "{}", said(&checked));
    assert_eq!((code(&checked), complaint(&log("itch=7"))), (0, String::new()));
}

#[test]
fn what_is_known_is_for_its_owner_alone_and_a_file_that_cannot_be_read_knows_nothing() {
    let case = Case::new();
    let file = case.place.path().join("config/diaries.ron");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let text = fs::read_to_string(&file).unwrap();
    assert!(!text.contains("new serum"), "nothing that was logged stands there");
    for broken in ["", "Diaries(", "\u{0}\u{0}", &text.replace("gutskin/diaries", "other")] {
        fs::write(&file, broken).unwrap();
        assert_eq!(case.known.all(), []);
        assert_eq!(case.enter(&case.folder).notices(), []);
    }
    assert_eq!(case.known.all().len(), 1, "it is made anew");
}
