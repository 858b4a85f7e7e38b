//! Encryption in the window: turned on with a code that is typed back, locked by a key, opened again, changed and taken off.

use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use gutskin::edit::{Command, Place};
use gutskin::model::entry::EntryKind;
use gutskin::model::value::Value;
use gutskin::storage::seal::{NewSecrets, RecoveryCode, Secret, Vault};
use gutskin::storage::{Access, Store};
use gutskin::ui::{self, Failed, Opener, Startup, ThemeChoice, ViewState};
use gutskin::workspace::{KeyWork, Way, Workspace};
use tempfile::TempDir;

use crate::window::{self, Window};

const SIZE: [f32; 2] = [1440.0, 900.0];
const PASSPHRASE: &str = "five plain words of mine";

/// A diary with one answer, encrypted with secrets that cost little to check.
pub fn encrypted() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = window::open(&folder);
    let (day, key) = (window::today(), gutskin::model::trackable::Key::new("redness").unwrap());
    let place = Place::Main { kind: EntryKind::SkinCheck, region: None };
    workspace.submit(Command::Answer { day, place, key, value: Some(Value::Number(2.0)) }).unwrap();
    drop(workspace);
    let mut opened = Store::open(folder.path(), Access::Write).unwrap();
    let secrets =
        NewSecrets { passphrase: Secret::from(PASSPHRASE), recovery: RecoveryCode::generate().unwrap(), work: 1 };
    opened.store.seal(&opened.diary, &secrets).unwrap();
    folder
}

/// A window as the program opens it.
pub fn startup(folder: &TempDir) -> Harness<'static, Startup> {
    startup_looking(folder, SIZE, None)
}

/// The same in a size, looked at as the last time.
pub fn startup_looking(folder: &TempDir, size: [f32; 2], view: Option<ViewState>) -> Harness<'static, Startup> {
    let path = folder.path().to_path_buf();
    let opener: Opener =
        Arc::new(move |wake, secret, _| Ok(Workspace::unlock(&path, secret, wake)?.as_on(window::today())));
    let first = opener.clone();
    let coming = ui::open_beside(Arc::new(|| {}), move |wake| first(wake, None, &Way::default()));
    let startup = Startup::new(coming, view, Arc::new(|| {}), Failed::default()).opening_with(opener);
    Harness::builder().with_size(size).with_max_steps(40).build_eframe(move |creation| {
        ui::install(&creation.egui_ctx);
        startup
    })
}

/// Goes on until a thing is on the screen.
pub fn wait_for(harness: &mut Harness<'static, Startup>, words: &str) {
    for _ in 0..5_000 {
        harness.step();
        if harness.query_all_by_label_contains(words).next().is_some() {
            return;
        }
        std::thread::yield_now();
    }
    panic!("“{words}” never appears");
}

fn type_secret(harness: &mut Harness<'static, Startup>, words: &str) {
    harness.get_by_role_and_label(Role::PasswordInput, "Passphrase or recovery code").type_text(words);
    harness.step();
}

#[test]
fn the_lock_stands_before_everything_and_enter_opens_it() {
    let folder = encrypted();
    let mut harness = startup(&folder);
    wait_for(&mut harness, "Your diary is locked");
    assert!(harness.query_by_label("Diary").is_none(), "no menu and no day is shown");
    type_secret(&mut harness, "not this one");
    harness.key_press(Key::Enter);
    harness.step();
    wait_for(&mut harness, "neither the passphrase nor the recovery code");
    type_secret(&mut harness, PASSPHRASE);
    harness.get_by_label("Open the diary").click();
    harness.step();
    wait_for(&mut harness, "1 of 5 main cards answered");
}

#[test]
fn the_lock_key_takes_the_diary_away_and_keeps_what_was_logged() {
    let folder = encrypted();
    let mut harness = startup(&folder);
    wait_for(&mut harness, "Your diary is locked");
    type_secret(&mut harness, PASSPHRASE);
    harness.key_press(Key::Enter);
    harness.step();
    wait_for(&mut harness, "1 of 5 main cards answered");
    harness.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::L);
    harness.step();
    wait_for(&mut harness, "Your diary is locked");
    assert!(harness.state().app().is_none());
    type_secret(&mut harness, PASSPHRASE);
    harness.key_press(Key::Enter);
    harness.step();
    wait_for(&mut harness, "1 of 5 main cards answered");
    let app = harness.state().app().expect("open again");
    assert!(app.workspace().diary().span().is_some() && app.workspace().is_encrypted());
}

#[test]
fn the_lock_is_as_dark_and_as_large_as_the_window_was() {
    let folder = encrypted();
    for (theme, dark) in [(ThemeChoice::Dark, Theme::Dark), (ThemeChoice::Light, Theme::Light)] {
        let view = ViewState { theme, scale: 1.5, ..ViewState::default() };
        let mut harness = startup_looking(&folder, SIZE, Some(view));
        wait_for(&mut harness, "Your diary is locked");
        assert_eq!((harness.ctx.theme(), harness.ctx.zoom_factor()), (dark, 1.5));
    }
}

fn open_page(window: &mut Window) {
    window.click("Diary");
    window.click("Encryption…");
}

fn type_into_secret(window: &mut Window, label: &str, text: &str) {
    window.type_text_as(Role::PasswordInput, label, text);
}

/// Goes on until the writer has done what was asked of it.
fn wait_for_work(window: &mut Window) -> KeyWork {
    let until = Instant::now() + Duration::from_mins(2);
    while Instant::now() < until {
        let work = window.workspace().key_work();
        if work != KeyWork::Running {
            window.harness.run();
            return work;
        }
        std::thread::yield_now();
    }
    panic!("the work is never done");
}

#[test]
fn turning_it_on_asks_for_the_passphrase_twice_and_for_the_code_once_more() {
    let mut window = Window::empty_of(SIZE);
    open_page(&mut window);
    assert!(window.shows_part("nobody can help"), "what is lost without both is said first");
    type_into_secret(&mut window, "New passphrase", "short");
    assert!(window.shows_part("at least 8 letters"));
    type_into_secret(&mut window, "New passphrase", " no, longer");
    assert!(window.shows_part("not the same yet"));
    type_into_secret(&mut window, "The same once more", "short no, longer");
    window.click("Go on");
    let code = window.harness.get_all_by_role(Role::Label).find_map(|node| RecoveryCode::read(&node.value()?).ok());
    let code = code.expect("the code is shown");
    window.click("I have written it down");
    assert!(!window.shows(&code.to_string()), "it is typed from paper");
    window.type_text("Recovery code", "0000-0000");
    assert!(window.shows_part("28 letters and digits"));
    window.replace_text("Recovery code", &code.to_string().to_lowercase());
    window.click("Encrypt the diary");
    assert_eq!(wait_for_work(&mut window), KeyWork::Done);
    assert!(window.shows_part("Your diary is encrypted"));
    assert!(Vault::is_needed(window.folder.path()).unwrap());
    assert!(Vault::unlock(window.folder.path(), &Secret::from("short no, longer")).is_ok());
    assert!(Vault::unlock(window.folder.path(), &code.secret()).is_ok());
    window.click("Close");
    // From now on the page is another one.
    open_page(&mut window);
    assert!(window.shows("This diary is encrypted"));
}

fn window_on(folder: TempDir) -> Window {
    window_on_sized(folder, SIZE)
}

/// A window of a size on an encrypted diary, its lock being open.
pub fn window_on_sized(folder: TempDir, size: [f32; 2]) -> Window {
    let workspace = Workspace::unlock(folder.path(), Some(&Secret::from(PASSPHRASE)), Arc::new(|| {})).unwrap();
    let harness = window::harness(workspace.as_on(window::today()), size);
    Window { harness, folder }
}

#[test]
fn taking_it_off_asks_for_the_passphrase_and_a_wrong_one_is_said() {
    let mut window = window_on(encrypted());
    for (typed, done) in [("not this one", false), (PASSPHRASE, true)] {
        open_page(&mut window);
        window.click("Take the encryption off…");
        type_into_secret(&mut window, "Passphrase or recovery code, as it is now", typed);
        window.click("Take it off");
        let work = wait_for_work(&mut window);
        assert_eq!(work == KeyWork::Done, done, "{work:?}");
        assert!(window.shows_part(if done { "no longer encrypted" } else { "neither the passphrase" }));
        window.click(if done { "Close" } else { "Cancel" });
    }
    assert!(!window.workspace().is_encrypted());
    assert!(!Vault::is_needed(window.folder.path()).unwrap());
}

#[test]
fn when_it_locks_itself_is_chosen_and_the_lock_needs_an_encrypted_diary() {
    let mut window = window_on(encrypted());
    assert_eq!(window.harness.state_mut().view_mut().lock_after_minutes, 15);
    open_page(&mut window);
    window.click("Lock when nobody does anything for: 5");
    assert_eq!(window.harness.state_mut().view_mut().lock_after_minutes, 5);
    let mut plain = Window::empty_of(SIZE);
    plain.press(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::L);
    assert!(plain.shows_part("This diary is not encrypted"));
}
