//! What was found about the files of the diary stands under the menu until somebody has understood it.

use std::fs;
use std::sync::Arc;

use eframe::egui::Key;
use egui_kittest::kittest::Queryable;
use gutskin::edit::Command;
use gutskin::model::value::Value;
use gutskin::storage::Access;
use gutskin::workspace::Workspace;
use tempfile::TempDir;

use crate::window::{self, Window};

const SIZE: [f32; 2] = [1440.0, 900.0];

/// A diary of one day.
pub fn diary_of_a_day() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = window::open(&folder);
    let (day, key) = (window::today(), gutskin::model::trackable::Key::new("redness").unwrap());
    let place = gutskin::edit::Place::Main { kind: gutskin::model::entry::EntryKind::SkinCheck, region: None };
    workspace.submit(Command::Answer { day, place, key, value: Some(Value::Number(2.0)) }).unwrap();
    drop(workspace);
    folder
}

/// The month of that diary as another hand has it.
pub fn otherwise(folder: &TempDir) -> String {
    let text = fs::read_to_string(folder.path().join("days/2026-11.ron")).unwrap();
    text.replace("\"redness\": 2", "\"redness\": 4")
}

/// A diary of one day whose month somebody has edited.
fn edited_diary() -> TempDir {
    let folder = diary_of_a_day();
    fs::write(folder.path().join("days/2026-11.ron"), otherwise(&folder)).unwrap();
    folder
}

fn window_on(folder: TempDir) -> Window {
    let harness = window::harness(window::open(&folder), SIZE);
    Window { harness, folder }
}

#[test]
fn an_edited_month_is_named_and_stays_until_it_is_understood() {
    let mut window = window_on(edited_diary());
    assert!(window.shows("days/2026-11.ron"));
    window.harness.get_by_label_contains("Edited outside Gutskin");
    window.harness.get_by_label_contains("is kept as quarantine/2026-11-");
    window.click("‹");
    assert!(window.shows("days/2026-11.ron"), "another act does not take it away");
    window.click("Understood");
    assert!(!window.shows("days/2026-11.ron"));
}

#[test]
fn the_keyboard_understands_it_too() {
    let mut window = window_on(edited_diary());
    window.harness.get_by_label("Understood").focus();
    window.harness.run();
    window.harness.key_press(Key::Enter);
    window.harness.run();
    assert!(!window.shows("days/2026-11.ron"));
}

#[test]
fn its_button_leads_to_the_changed_file_and_takes_it_over_after_a_look() {
    let mut window = window_on(edited_diary());
    assert_eq!(window.answer("redness"), Some(Value::Number(2.0)));
    window.click("See what it changes…");
    window.harness.get_by_label_contains("now: 2");
    window.harness.get_by_label_contains("there: 4");
    window.click("Take 1 day over");
    assert_eq!(window.answer("redness"), Some(Value::Number(4.0)));
}

#[test]
fn a_copy_that_a_cloud_folder_left_is_compared_day_by_day_and_taken_over_where_it_is_chosen() {
    let (folder, copy) = (diary_of_a_day(), "days/2026-11 (conflicted copy).ron");
    fs::write(folder.path().join(copy), otherwise(&folder)).unwrap();
    let mut window = window_on(folder);
    assert_eq!(window.answer("redness"), Some(Value::Number(2.0)));
    assert!(window.shows(copy) && window.shows_part("another program or computer has left here"));
    window.click("See what it changes…");
    window.harness.get_by_label_contains("now: 2");
    window.harness.get_by_label_contains("there: 4");
    window.click("Take 1 day over");
    assert_eq!(window.answer("redness"), Some(Value::Number(4.0)));
    assert!(window.folder.path().join(copy).exists(), "it is never deleted");
}

#[test]
fn several_are_listed_and_can_be_understood_at_once() {
    let folder = edited_diary();
    fs::copy(folder.path().join("days/2026-11.ron"), folder.path().join("days/2026-11 (conflicted copy).ron")).unwrap();
    let mut window = window_on(folder);
    assert!(window.shows("days/2026-11.ron") && window.shows("days/2026-11 (conflicted copy).ron"));
    window.click("Understood, all 2");
    assert!(!window.shows("days/2026-11.ron") && !window.shows("days/2026-11 (conflicted copy).ron"));
}

#[test]
fn a_diary_that_is_only_read_says_what_it_found_and_can_be_told_too() {
    let folder = edited_diary();
    let writer = Workspace::open(folder.path(), Access::Write, Arc::new(|| {})).unwrap();
    let mut window = window_on(folder);
    window.harness.get_by_label_contains("Open for reading only: this diary is open elsewhere.");
    assert!(window.shows("days/2026-11.ron"));
    assert!(!window.shows("See what it changes…"), "what cannot be done is not offered");
    window.click("Understood, all 2");
    assert!(!window.shows("days/2026-11.ron") && !window.shows_part("Open for reading only"));
    drop(writer);
}
