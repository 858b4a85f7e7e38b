//! A diary that is not where it was: it is said before anything is made, and each way out leads in and loses nothing.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use gutskin::edit::{Command, Place};
use gutskin::model::entry::EntryKind;
use gutskin::model::time::Day;
use gutskin::model::value::Value;
use gutskin::storage::copies::{CopyKind, copies};
use gutskin::storage::seal::{NewSecrets, RecoveryCode, Secret, Vault};
use gutskin::storage::second_folder::full;
use gutskin::storage::{StorageError, Whereabouts, diary_id};
use gutskin::workspace::{KnownDiaries, LostDiary, Way, Workspace, WorkspaceError};
use tempfile::TempDir;

use super::command_line::{as_usual, code, complaint, gutskin, one_line, said};
use super::commands::key;
use super::folder::{open, photograph, settled, temporary, three_days, tidied};

const PASSPHRASE: &str = "five plain words of mine";

/// A diary of three days that was opened once, and what this computer knows of it.
struct Case {
    place: TempDir,
    folder: PathBuf,
    known: KnownDiaries,
}

impl Case {
    fn new() -> Self {
        let place = temporary();
        let folder = place.path().join("drive/diary");
        let (diary, steps) = three_days();
        tidied(&folder, &diary, &steps);
        let known = KnownDiaries::at(place.path().join("config/diaries.ron"));
        let case = Self { place, folder, known };
        drop(case.enter(&Way::AsEver).unwrap());
        case
    }

    fn enter(&self, way: &Way) -> Result<Workspace, WorkspaceError> {
        self.enter_with(way, None)
    }

    fn enter_with(&self, way: &Way, secret: Option<&Secret>) -> Result<Workspace, WorkspaceError> {
        let enter = |way: &Way| Workspace::open_known(&self.known, &self.folder, secret, way, Arc::new(|| {}));
        let first = enter(way)?;
        let is_made_once = matches!(way, Way::Anew | Way::FromCopy(_));
        if is_made_once || first.read_only().is_none() {
            return Ok(first);
        }
        drop(first);
        Ok(settled(|| enter(way).unwrap()))
    }

    fn lost(&self) -> LostDiary {
        match self.enter(&Way::AsEver) {
            Err(WorkspaceError::Lost(lost)) => *lost,
            Err(other) => panic!("{other}"),
            Ok(_) => panic!("a diary was opened"),
        }
    }

    /// A full copy that lies elsewhere.
    fn copy_on_a_stick(&self) -> PathBuf {
        let stick = self.place.path().join("stick");
        let workspace = self.enter(&Way::AsEver).unwrap();
        fs::create_dir(&stick).unwrap();
        workspace.choose_second_folder(Some(stick)).unwrap();
        while workspace.second_copies().is_busy {
            std::thread::yield_now();
        }
        workspace.second_copies().copies[0].path.clone()
    }
}

fn days(workspace: &Workspace) -> usize {
    workspace.diary().day_records().len()
}

fn answer(workspace: &mut Workspace, redness: f64) {
    let place = Place::Main { kind: EntryKind::SkinCheck, region: None };
    let day = Day::from_ymd(2026, 3, 9).unwrap();
    workspace.submit(Command::Answer { day, place, key: key("redness"), value: Value::number(redness) }).unwrap();
}

#[test]
fn a_folder_that_is_gone_empty_or_holds_no_diary_is_said_with_what_was_there_and_nothing_is_made() {
    let case = Case::new();
    let opened = Day::calendar_today().short();
    let was = format!("; the diary that was opened here on {opened} held 3 days");
    let say = |now: Whereabouts, words: &str| {
        let lost = case.lost();
        assert_eq!((lost.now, lost.what()), (now, format!("{words}{was}")));
    };
    let identity = fs::read(case.folder.join("gutskin.ron")).unwrap();
    let away = case.place.path().join("away");
    fs::rename(&case.folder, &away).unwrap();
    say(Whereabouts::Nowhere { is_around_there: true }, "this folder is not here");
    assert!(!case.folder.exists(), "a folder was made in its place");
    fs::create_dir(&case.folder).unwrap();
    say(Whereabouts::Empty, "this folder is empty");
    fs::write(case.folder.join("letter.txt"), "of somebody").unwrap();
    say(Whereabouts::OtherFiles, "this folder holds files, but no diary");
    fs::remove_file(case.folder.join("letter.txt")).unwrap();
    fs::write(case.folder.join("gutskin.ron"), identity).unwrap();
    say(Whereabouts::Bare, "this folder holds the file gutskin.ron, but no day, no journal and no copy");
    assert_eq!(photograph(&case.folder).len(), 1, "something was made");
    fs::remove_dir_all(case.folder.parent().unwrap()).unwrap();
    let lost = case.lost();
    assert_eq!(lost.now, Whereabouts::Nowhere { is_around_there: false });
    assert!(lost.what().contains("perhaps a stick or a drive is not connected"), "{lost}");
    assert!(!case.folder.parent().unwrap().exists());
}

#[test]
fn a_folder_that_is_back_opens_as_ever() {
    let case = Case::new();
    let away = case.place.path().join("away");
    fs::rename(&case.folder, &away).unwrap();
    case.lost();
    fs::rename(&away, &case.folder).unwrap();
    let workspace = case.enter(&Way::AsEver).unwrap();
    assert_eq!((days(&workspace), workspace.notices()), (3, vec![]));
}

#[test]
fn a_diary_in_which_nothing_was_ever_logged_is_no_loss() {
    let case = Case::new();
    let other = case.place.path().join("other");
    let enter = || Workspace::open_known(&case.known, &other, None, &Way::AsEver, Arc::new(|| {}));
    drop(enter().unwrap());
    fs::remove_dir_all(&other).unwrap();
    assert_eq!(days(&enter().unwrap()), 0);
}

#[test]
fn a_folder_that_was_moved_is_opened_where_it_lies_and_remembered() {
    let case = Case::new();
    let moved = case.place.path().join("moved");
    fs::rename(&case.folder, &moved).unwrap();
    let wrong = case.enter(&Way::Elsewhere(case.place.path().join("config"))).map(drop).unwrap_err();
    assert!(matches!(wrong, WorkspaceError::Storage(StorageError::NoDiaryThere { .. })), "{wrong}");
    let mut workspace = case.enter(&Way::Elsewhere(moved.clone())).unwrap();
    assert_eq!((days(&workspace), workspace.notices()), (3, vec![]));
    answer(&mut workspace, 2.0);
    drop(workspace);
    let again = case.enter(&Way::AsEver).unwrap();
    assert_eq!((days(&again), again.folder()), (4, moved.canonicalize().unwrap().as_path()));
    assert!(!case.folder.exists());
    drop(again);
    // Once it is lost there too, that is where it is missed.
    fs::rename(&moved, case.place.path().join("away")).unwrap();
    assert_eq!(case.lost().folder, case.folder);
}

#[test]
fn a_full_copy_brings_everything_back_as_one_step_of_another_diary() {
    let case = Case::new();
    let copy = case.copy_on_a_stick();
    let before = case.enter(&Way::AsEver).unwrap();
    let (diary, id) = (before.diary().clone(), before.diary_id());
    drop(before);
    fs::remove_dir_all(&case.folder).unwrap();
    let lost = case.lost();
    assert_eq!(lost.copies().iter().map(|copy| copy.path.clone()).collect::<Vec<_>>(), std::slice::from_ref(&copy));
    let mut workspace = case.enter(&Way::FromCopy(copy.clone())).unwrap();
    assert!(workspace.diary().says_the_same(&diary));
    assert_ne!(workspace.diary_id(), id, "its changes are counted from one again");
    assert_eq!(workspace.notices(), []);
    assert!(workspace.undo_label().is_some_and(|label| label.starts_with("taking 3 days over from the copy of ")));
    workspace.undo().unwrap();
    assert_eq!(days(&workspace), 0);
    workspace.redo().unwrap();
    drop(workspace);
    let again = case.enter(&Way::AsEver).unwrap();
    assert!(again.diary().says_the_same(&diary) && again.notices().is_empty());
    assert!(copy.is_file());
}

#[test]
fn a_copy_that_is_left_in_the_folder_itself_brings_everything_back_and_stays_in_quarantine() {
    let case = Case::new();
    let copy = fs::read_dir(full(&case.folder)).unwrap().next().unwrap().unwrap().path();
    let bytes = fs::read(&copy).unwrap();
    for name in ["days", "journal", "gutskin.ron", "index.ron", "LOCK", "undo.ron"] {
        let path = case.folder.join(name);
        if path.is_dir() { fs::remove_dir_all(path).unwrap() } else { fs::remove_file(path).unwrap_or_default() }
    }
    for entry in fs::read_dir(case.folder.join("backups")).unwrap() {
        let path = entry.unwrap().path();
        if !path.ends_with("full") {
            fs::remove_dir_all(path).unwrap();
        }
    }
    fs::create_dir_all(case.folder.join("photos/ab")).unwrap();
    fs::write(case.folder.join("photos/ab/picture.jpg"), "a picture").unwrap();
    assert_eq!(case.lost().copies()[0].path, copy);
    let workspace = case.enter(&Way::FromCopy(copy)).unwrap();
    assert_eq!(days(&workspace), 3);
    drop(workspace);
    let there = photograph(&case.folder);
    assert!(there.iter().any(|(name, found)| name.starts_with("quarantine/before-1/backups/full") && *found == bytes));
    assert!(there.contains_key(Path::new("photos/ab/picture.jpg")), "pictures stay");
    let listed = copies(&case.folder).unwrap();
    assert!(listed.iter().any(|copy| copy.kind == CopyKind::PutAside), "{listed:?}");
}

#[test]
fn an_encrypted_copy_asks_for_its_passphrase_before_anything_is_made_and_is_encrypted_again() {
    let case = Case::new();
    let recovery = RecoveryCode::generate().unwrap();
    let mut opened = open(&case.folder);
    let secrets = NewSecrets { passphrase: Secret::from(PASSPHRASE), recovery, work: 1 };
    opened.store.seal(&opened.diary, &secrets).unwrap();
    drop(opened);
    let passphrase = Secret::from(PASSPHRASE);
    let stick = case.place.path().join("stick");
    fs::create_dir(&stick).unwrap();
    let workspace = case.enter_with(&Way::AsEver, Some(&passphrase)).unwrap();
    workspace.choose_second_folder(Some(stick)).unwrap();
    while workspace.second_copies().is_busy {
        std::thread::yield_now();
    }
    let copy = workspace.second_copies().copies[0].path.clone();
    drop(workspace);
    fs::remove_dir_all(&case.folder).unwrap();
    let locked = case.enter(&Way::FromCopy(copy.clone())).map(drop).unwrap_err();
    assert!(matches!(locked, WorkspaceError::Storage(StorageError::Locked { .. })), "{locked}");
    let wrong = case.enter_with(&Way::FromCopy(copy.clone()), Some(&Secret::from("not this one"))).map(drop);
    assert!(matches!(wrong, Err(WorkspaceError::Storage(StorageError::WrongPassphrase { .. }))));
    assert!(!case.folder.exists(), "nothing is made before the lock is open");
    let workspace = case.enter_with(&Way::FromCopy(copy), Some(&passphrase)).unwrap();
    assert_eq!((days(&workspace), workspace.is_encrypted()), (3, true));
    drop(workspace);
    assert!(Vault::is_needed(&case.folder).unwrap());
    let told = photograph(&case.folder);
    assert!(!told.values().any(|bytes| String::from_utf8_lossy(bytes).contains("new serum")), "a word stands open");
}

#[test]
fn another_diary_begins_empty_and_what_is_left_of_the_old_one_is_kept_and_sealed_with_it_later() {
    let case = Case::new();
    let id = diary_id(&case.folder);
    for name in ["days", "journal", "index.ron"] {
        let path = case.folder.join(name);
        if path.is_dir() { fs::remove_dir_all(path).unwrap() } else { fs::remove_file(path).unwrap() }
    }
    fs::rename(case.folder.join("backups/2026-03"), case.place.path().join("gone")).unwrap_or_default();
    assert_eq!(case.lost().now, Whereabouts::Bare);
    let mut workspace = case.enter(&Way::Anew).unwrap();
    assert_eq!(days(&workspace), 0);
    answer(&mut workspace, 1.0);
    drop(workspace);
    assert_ne!(diary_id(&case.folder), id);
    let told = || photograph(&case.folder.join("quarantine"));
    let shows = |words: &str| told().values().any(|bytes| String::from_utf8_lossy(bytes).contains(words));
    assert!(shows("new serum"), "the full copy of the lost diary is kept");
    let again = case.enter(&Way::AsEver).unwrap();
    assert_eq!((days(&again), again.notices()), (1, vec![]));
    drop(again);
    let mut opened = open(&case.folder);
    let recovery = RecoveryCode::generate().unwrap();
    let secrets = NewSecrets { passphrase: Secret::from(PASSPHRASE), recovery, work: 1 };
    opened.store.seal(&opened.diary, &secrets).unwrap();
    assert!(!shows("new serum"), "and is encrypted when the new one is");
}

#[test]
fn another_diary_is_never_begun_over_files_of_somebody_else() {
    let case = Case::new();
    fs::remove_dir_all(&case.folder).unwrap();
    fs::create_dir(&case.folder).unwrap();
    fs::write(case.folder.join("letter.txt"), "of somebody").unwrap();
    let refused = case.enter(&Way::Anew).map(drop).unwrap_err();
    assert!(matches!(refused, WorkspaceError::Storage(StorageError::NotADiary { .. })), "{refused}");
    assert_eq!(photograph(&case.folder).len(), 1);
}

#[test]
fn the_command_line_makes_nothing_in_its_place_says_the_ways_out_and_takes_each() {
    let place = temporary();
    let (folder, config) = (place.path().join("gutskin"), place.path().join("config"));
    let run = |folder: &Path, words: &[&str]| as_usual(folder, place.path(), &config).args(words).output().unwrap();
    assert_eq!(code(&run(&folder, &["log", "--date", "2026-03-01", "itch=1"])), 0);
    let away = place.path().join("away");
    fs::rename(&folder, &away).unwrap();
    for words in [["log", "itch=2"].as_slice(), &["log", "-"], &["show"], &["check"], &["days"]] {
        let refused = one_line(&run(&folder, words), 4);
        assert!(refused.contains("this folder is not here; the diary that was opened here on "), "{refused}");
        assert!(
            refused.contains(" held 1 day; ") && refused.contains("--diary") && refused.contains("--new"),
            "{refused}"
        );
        assert!(!folder.exists(), "{words:?} made a folder");
    }
    let copy = fs::read_dir(full(&away)).unwrap().next().unwrap().unwrap().path();
    assert!(!folder.exists());
    let taken = run(&folder, &["--new", "check", "--take", copy.to_str().unwrap()]);
    assert_eq!(code(&taken), 0, "{}", complaint(&taken));
    assert!(said(&run(&folder, &["days"])).contains("2026-03-01"));
    fs::rename(&folder, place.path().join("away again")).unwrap();
    let begun = run(&folder, &["--new", "log", "--date", "2026-03-02", "itch=3"]);
    assert_eq!((code(&begun), complaint(&begun)), (0, String::new()));
    let told = said(&run(&folder, &["days"]));
    assert!(told.contains("2026-03-02") && !told.contains("2026-03-01"), "{told}");
}

#[test]
fn a_folder_that_only_the_command_line_named_is_looked_after_by_whoever_named_it() {
    let place = temporary();
    let (folder, config) = (place.path().join("by a script"), place.path().join("config"));
    let run = |words: &[&str]| gutskin(&folder).env("XDG_CONFIG_HOME", &config).args(words).output().unwrap();
    for _ in 0..2 {
        let logged = run(&["log", "itch=1"]);
        assert_eq!((code(&logged), complaint(&logged)), (0, String::new()));
        fs::remove_dir_all(&folder).unwrap();
    }
    assert!(!config.join("gutskin/diaries.ron").exists());
}

#[test]
fn the_command_line_brings_an_encrypted_copy_back_encrypted() {
    let place = temporary();
    let (folder, config) = (place.path().join("gutskin"), place.path().join("config"));
    let phrase = place.path().join("phrase");
    fs::write(&phrase, PASSPHRASE).unwrap();
    let run = |words: &[&str]| {
        let mut command = as_usual(&folder, place.path(), &config);
        command.env("GUTSKIN_PASSPHRASE_FILE", &phrase);
        command.args(words).output().unwrap()
    };
    assert_eq!(code(&run(&["log", "--date", "2026-03-01", "itch=1"])), 0);
    let mut opened = open(&folder);
    let recovery = RecoveryCode::generate().unwrap();
    let secrets = NewSecrets { passphrase: Secret::from(PASSPHRASE), recovery, work: 1 };
    opened.store.seal(&opened.diary, &secrets).unwrap();
    drop(opened);
    let away = place.path().join("away");
    fs::rename(&folder, &away).unwrap();
    let copy =
        fs::read_dir(full(&away)).unwrap().map(|entry| entry.unwrap().path()).find(|path| !path.ends_with("key.ron"));
    let taken = run(&["--new", "check", "--take", copy.unwrap().to_str().unwrap()]);
    assert_eq!((code(&taken), said(&taken)), (0, "saved\n".to_owned()), "{}", complaint(&taken));
    assert!(Vault::is_needed(&folder).unwrap());
    assert!(said(&run(&["days"])).contains("2026-03-01"));
}
