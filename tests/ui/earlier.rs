//! Backups, what a day said before, and a hand-edited month: looked at day by day, taken over as one step.

use std::fs;

use eframe::egui::Modifiers;
use egui_kittest::kittest::Queryable;
use gutskin::edit::{Command, Place};
use gutskin::model::course::{Course, CourseId, CourseKind};
use gutskin::model::entry::EntryKind;
use gutskin::model::settings::{Reference, Settings};
use gutskin::model::text::Name;
use gutskin::model::trackable::Key;
use gutskin::model::value::Value;
use tempfile::TempDir;

use crate::window::{self, Window};

const SIZE: [f32; 2] = [1440.0, 900.0];

/// A diary whose redness of today and of the day before was answered, tidied, and answered otherwise.
fn a_diary_with_a_past() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for answers in [[Some(1.0), Some(2.0)], [Some(3.0), Some(4.0)]] {
        let mut workspace = window::open(&folder);
        for (ago, value) in (0..).zip(answers) {
            let place = Place::Main { kind: EntryKind::SkinCheck, region: None };
            let (day, key) = (window::today().plus(-ago), Key::new("redness").unwrap());
            workspace.submit(Command::Answer { day, place, key, value: value.map(Value::Number) }).unwrap();
        }
        workspace.wait_until_saved().unwrap();
    }
    folder
}

fn window_on(folder: TempDir) -> Window {
    let harness = window::harness(window::open(&folder), SIZE);
    Window { harness, folder }
}

fn open(window: &mut Window, menu: &str, entry: &str) {
    window.click(menu);
    window.click(entry);
}

#[test]
fn an_earlier_state_of_a_day_is_compared_and_brought_back_as_one_step() {
    let mut window = window_on(a_diary_with_a_past());
    assert_eq!(window.answer("redness"), Some(Value::Number(3.0)));
    open(&mut window, "Edit", "What this day said before…");
    assert!(window.shows("as it is now"));
    window.harness.get_all_by_label("Compare").next().expect("an earlier state").click();
    window.harness.run();
    window.harness.get_by_label("now: 3");
    window.harness.get_by_label("there: 1");
    window.click("Take 1 day over");
    assert_eq!(window.answer("redness"), Some(Value::Number(1.0)));
    window.press(Modifiers::COMMAND, eframe::egui::Key::Z);
    assert_eq!(window.answer("redness"), Some(Value::Number(3.0)));
}

#[test]
fn a_backup_brings_back_only_the_days_that_are_chosen() {
    let mut window = window_on(a_diary_with_a_past());
    open(&mut window, "Diary", "Backups…");
    assert!(window.shows("The whole diary"), "the first closing made a full copy");
    window.harness.get_all_by_label("Compare").next().expect("a copy").click();
    window.harness.run();
    assert!(window.shows_part("2 days differ"));
    assert!(window.shows("Take 0 days over"), "nothing is chosen for anybody");
    window.click(&format!("{}: Bring this back", window::today().long()));
    window.click("Take 1 day over");
    assert_eq!(window.answer("redness"), Some(Value::Number(1.0)));
    window.click("‹");
    assert_eq!(window.answer("redness"), Some(Value::Number(4.0)), "the other day stays as it is");
}

#[test]
fn all_days_of_a_backup_come_back_with_two_clicks_and_go_with_one_undo() {
    let mut window = window_on(a_diary_with_a_past());
    open(&mut window, "Diary", "Backups…");
    window.harness.get_all_by_label("Compare").next().expect("a copy").click();
    window.harness.run();
    window.click("All days: Bring this back");
    window.click("Take 2 days over");
    assert_eq!(window.answer("redness"), Some(Value::Number(1.0)));
    window.click("‹");
    assert_eq!(window.answer("redness"), Some(Value::Number(2.0)));
    window.press(Modifiers::COMMAND, eframe::egui::Key::Z);
    assert_eq!(window.answer("redness"), Some(Value::Number(4.0)));
}

/// A course in a copy that was made when the diary was closed, and in the diary no more; another that came since.
fn a_diary_without_its_course() -> TempDir {
    let folder = a_diary_with_a_past();
    let full = folder.path().join("backups/full");
    fs::remove_dir_all(&full).unwrap();
    let course = |name: &str| Course {
        id: CourseId::NEW,
        kind: CourseKind::Topical,
        name: Name::new(name).unwrap(),
        start: window::today().plus(-5),
        stop: None,
        dose: String::new(),
        schedule: "evenings".to_owned(),
        regions: Vec::new(),
        after_effect_days: 7,
        note: None,
    };
    let mut workspace = window::open(&folder);
    workspace.submit(Command::AddCourse { course: course("Night cream") }).unwrap();
    workspace.back_up().unwrap();
    workspace.wait_until_saved().unwrap();
    drop(workspace);
    let mut workspace = window::open(&folder);
    workspace.submit(Command::AddCourse { course: course("Day cream") }).unwrap();
    workspace.submit(Command::RemoveCourse { id: CourseId(1) }).unwrap();
    workspace
        .submit(Command::SetSettings { settings: Settings { reference: Reference::Us, ..Settings::default() } })
        .unwrap();
    drop(workspace);
    folder
}

#[test]
fn a_full_copy_brings_courses_and_settings_back_each_as_it_is_chosen_and_says_what_was_done() {
    let mut window = window_on(a_diary_without_its_course());
    let courses = |window: &Window| {
        window.workspace().diary().courses().map(|course| course.name.to_string()).collect::<Vec<_>>()
    };
    open(&mut window, "Diary", "Backups…");
    window.harness.get_all_by_label("Compare").next().expect("a copy").click();
    window.harness.run();
    assert!(window.shows_part("1 course and the settings differ"), "what differs");
    assert!(window.shows_part("What it does not hold stays: 1 course."), "and what stays");
    window.harness.get_by_label_contains("there: kind Serum or cream; from ");
    window.harness.get_by_label("now: United States (NASEM)");
    window.click("Night cream: Bring this back");
    window.click("Take 1 course over");
    assert_eq!(courses(&window), ["Night cream", "Day cream"]);
    assert_eq!(window.workspace().diary().settings().reference, Reference::Us, "was not chosen");
    assert!(window.shows_part("Done: taking 1 course over from "));
    window.click("Undo");
    assert_eq!(courses(&window), ["Day cream"]);
}

#[test]
fn a_new_diary_says_that_there_are_no_copies_yet() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window_on(folder);
    open(&mut window, "Diary", "Backups…");
    assert!(window.shows_part("There are none yet"));
    assert!(fs::read_dir(window.folder.path().join("backups")).is_err(), "looking makes nothing");
}

/// Goes on until nothing is on its way to the second folder.
fn settle(window: &mut Window) {
    loop {
        window.harness.step();
        if !window.workspace().second_copies().is_busy && window.workspace().wait_until_saved().is_ok() {
            break;
        }
        std::thread::yield_now();
    }
    window.harness.run();
}

#[test]
fn a_second_folder_is_chosen_gets_a_copy_and_is_compared_and_verified_from_the_page_of_backups() {
    let stick = tempfile::tempdir().unwrap();
    let mut window = window_on(a_diary_with_a_past());
    open(&mut window, "Diary", "Backups…");
    window.click("Choose a second folder…");
    window.type_text("Second folder", &stick.path().display().to_string());
    window.click("Copy there from now on");
    settle(&mut window);
    settle(&mut window);
    assert!(window.shows_part("The newest copy there is of"));
    assert!(window.shows(&gutskin::model::text::show_path(&stick.path().canonicalize().unwrap())));
    window.click("Verify now");
    settle(&mut window);
    assert!(window.shows_part("all are as written"));
    // The last of the list is the oldest there: as after the first closing.
    let compare = window.harness.get_all_by_label("Compare").last().expect("a copy there");
    compare.click();
    window.harness.run();
    window.click("All days: Bring this back");
    window.click("Take 2 days over");
    assert_eq!(window.answer("redness"), Some(Value::Number(1.0)));
    window.press(Modifiers::COMMAND, eframe::egui::Key::Z);
    assert_eq!(window.answer("redness"), Some(Value::Number(3.0)));
}

#[test]
fn a_second_folder_that_is_away_is_said_on_the_page_and_can_be_given_up() {
    let stick = tempfile::tempdir().unwrap();
    let folder = a_diary_with_a_past();
    let workspace = window::open(&folder);
    workspace.choose_second_folder(Some(stick.path().to_path_buf())).unwrap();
    drop(workspace);
    drop(stick);
    let mut window = window_on(folder);
    settle(&mut window);
    open(&mut window, "Diary", "Backups…");
    assert!(window.shows_part("This folder is not here; plug the stick in, or connect the drive."));
    window.click("No second folder");
    settle(&mut window);
    assert!(!window.shows_part("plug the stick in"));
    assert!(window.shows("Choose a second folder…"));
}
