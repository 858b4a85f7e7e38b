//! A diary that is not where it was, in the window: the ways out stand before anything else, and each leads in.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use gutskin::edit::{Command, Place};
use gutskin::model::entry::EntryKind;
use gutskin::model::value::Value;
use gutskin::storage::Access;
use gutskin::storage::seal::{NewSecrets, RecoveryCode, Secret};
use gutskin::ui::{self, Failed, Opener, Startup, ViewState};
use gutskin::workspace::{KnownDiaries, Way, Workspace};
use tempfile::TempDir;

use crate::encryption::wait_for;
use crate::window;

const SIZE: [f32; 2] = [1440.0, 900.0];
const TITLE: &str = "Your diary is not where it was";
const PASSPHRASE: &str = "five plain words of mine";
/// What the window of the diary shows, and no other.
const OPEN: &str = "of 5 main cards answered";

/// A diary with one answer that was opened once, its copies on a stick, and what this computer knows of it.
pub struct Lost {
    pub place: TempDir,
    pub folder: PathBuf,
    known: KnownDiaries,
}

impl Lost {
    /// One whose folder is gone.
    pub fn new() -> Self {
        let case = Self::there(None);
        fs::rename(&case.folder, case.away()).unwrap();
        case
    }

    fn there(secret: Option<&Secret>) -> Self {
        let place = tempfile::tempdir().unwrap();
        let known = KnownDiaries::at(place.path().join("diaries.ron"));
        let case = Self { folder: place.path().join("diary"), place, known };
        let mut workspace =
            Workspace::open(&case.folder, Access::Write, Arc::new(|| {})).unwrap().as_on(window::today());
        let place = Place::Main { kind: EntryKind::SkinCheck, region: None };
        let key = gutskin::model::trackable::Key::new("redness").unwrap();
        workspace
            .submit(Command::Answer { day: window::today(), place, key, value: Some(Value::Number(2.0)) })
            .unwrap();
        drop(workspace);
        if let Some(secret) = secret {
            let mut opened = gutskin::storage::Store::open(&case.folder, Access::Write).unwrap();
            let secrets =
                NewSecrets { passphrase: secret.clone(), recovery: RecoveryCode::generate().unwrap(), work: 1 };
            opened.store.seal(&opened.diary, &secrets).unwrap();
        }
        let stick = case.place.path().join("stick");
        fs::create_dir(&stick).unwrap();
        let open = |wake| Workspace::open_known(&case.known, &case.folder, secret, &Way::AsEver, wake);
        let workspace = open(Arc::new(|| {})).unwrap();
        workspace.choose_second_folder(Some(stick)).unwrap();
        while workspace.second_copies().is_busy {
            std::thread::yield_now();
        }
        drop(workspace);
        case
    }

    fn away(&self) -> PathBuf {
        self.place.path().join("away")
    }

    /// The window as the program opens it, in a size and looked at as the last time.
    pub fn window(&self, size: [f32; 2], view: Option<ViewState>) -> Harness<'static, Startup> {
        let (known, folder) = (self.known.clone(), self.folder.clone());
        let opener: Opener = Arc::new(move |wake, secret, way| {
            Ok(Workspace::open_known(&known, &folder, secret, way, wake)?.as_on(window::today()))
        });
        let first = opener.clone();
        let coming = ui::open_beside(Arc::new(|| {}), move |wake| first(wake, None, &Way::default()));
        let startup = Startup::new(coming, view, Arc::new(|| {}), Failed::default()).opening_with(opener);
        let mut harness = Harness::builder().with_size(size).with_max_steps(40).build_eframe(move |creation| {
            ui::install(&creation.egui_ctx);
            startup
        });
        wait_for(&mut harness, TITLE);
        harness
    }
}

fn click(harness: &mut Harness<'static, Startup>, label: &str) {
    harness.get_by_label(label).click();
    harness.step();
}

fn answered(harness: &Harness<'static, Startup>) -> usize {
    harness.state().app().unwrap().workspace().diary().day_records().len()
}

fn type_folder(harness: &mut Harness<'static, Startup>, folder: &Path) {
    harness.get_by_role_and_label(Role::TextInput, "The folder of the diary").focus();
    harness.step();
    harness.get_by_role_and_label(Role::TextInput, "The folder of the diary").type_text(folder.to_str().unwrap());
    harness.step();
}

#[test]
fn the_ways_out_stand_before_everything_and_nothing_is_made() {
    let case = Lost::new();
    let mut harness = case.window(SIZE, None);
    assert!(harness.query_by_label("Diary").is_none(), "no menu and no day is shown");
    assert!(harness.query_by_label(&gutskin::model::text::show_path(&case.folder)).is_some());
    assert!(harness.query_by_label_contains("This folder is not here; the diary that was opened here on ").is_some());
    assert!(harness.query_by_label_contains(" held 1 day.").is_some());
    assert!(harness.query_by_label_contains("The whole diary, written ").is_some(), "its copies on the stick");
    click(&mut harness, "Look again");
    wait_for(&mut harness, TITLE);
    assert!(!case.folder.exists());
}

#[test]
fn a_folder_that_was_put_back_opens_with_one_click() {
    let case = Lost::new();
    let mut harness = case.window(SIZE, None);
    fs::rename(case.away(), &case.folder).unwrap();
    click(&mut harness, "Look again");
    wait_for(&mut harness, OPEN);
    assert_eq!(answered(&harness), 1);
}

#[test]
fn a_folder_without_a_diary_is_refused_and_the_right_one_is_opened_now_and_the_next_time() {
    let case = Lost::new();
    let mut harness = case.window(SIZE, None);
    type_folder(&mut harness, &case.place.path().join("stick"));
    click(&mut harness, "Open it there");
    wait_for(&mut harness, "there is no diary in this folder");
    let field = harness.get_by_role_and_label(Role::TextInput, "The folder of the diary");
    field.focus();
    harness.step();
    harness.key_press_modifiers(eframe::egui::Modifiers::COMMAND, Key::A);
    harness.step();
    type_folder(&mut harness, &case.away());
    click(&mut harness, "Open it there");
    wait_for(&mut harness, OPEN);
    assert_eq!(answered(&harness), 1);
    drop(harness);
    let again = Workspace::open_known(&case.known, &case.folder, None, &Way::AsEver, Arc::new(|| {})).unwrap();
    assert_eq!(again.folder(), case.away().canonicalize().unwrap());
}

#[test]
fn a_copy_brings_it_back_into_its_place() {
    let case = Lost::new();
    let mut harness = case.window(SIZE, None);
    harness.get_all_by_label("Bring it back").next().expect("a copy").click();
    harness.step();
    wait_for(&mut harness, OPEN);
    assert_eq!(answered(&harness), 1);
    assert!(case.folder.join("gutskin.ron").is_file());
}

#[test]
fn another_diary_begins_only_when_it_is_asked_for() {
    let case = Lost::new();
    let mut harness = case.window(SIZE, None);
    click(&mut harness, "Begin an empty diary");
    wait_for(&mut harness, "Diary");
    while harness.state().app().is_none() {
        harness.step();
    }
    assert_eq!(answered(&harness), 0);
    assert!(case.away().join("days").is_dir(), "the old one is not touched");
}

#[test]
fn an_encrypted_copy_asks_for_its_passphrase_first() {
    let case = Lost::there(Some(&Secret::from(PASSPHRASE)));
    fs::remove_dir_all(&case.folder).unwrap();
    let mut harness = case.window(SIZE, None);
    harness.get_all_by_label("Bring it back").next().expect("a copy").click();
    harness.step();
    wait_for(&mut harness, "Your diary is locked");
    harness.get_by_role_and_label(Role::PasswordInput, "Passphrase or recovery code").type_text(PASSPHRASE);
    harness.step();
    harness.key_press(Key::Enter);
    harness.step();
    wait_for(&mut harness, OPEN);
    assert_eq!(answered(&harness), 1);
    assert!(harness.state().app().unwrap().workspace().is_encrypted());
}
