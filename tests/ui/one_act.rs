//! One press in a dialog is one step: one undo leads back to exactly the diary before, and one redo back again.

use std::fs;
use std::sync::Arc;

use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use gutskin::edit::Command;
use gutskin::model::diary::Diary;
use gutskin::model::profile::{Profile, SafetyQuestion};
use gutskin::model::settings::Settings;
use gutskin::model::time::DayEnd;
use gutskin::report::export::to_ron;

use crate::window::{self, Window};

fn choose(window: &mut Window, menu: &str, item: &str) {
    window.click_first(menu);
    window.harness.get_by_label_contains(item).click();
    window.harness.run();
}

/// Undoes and redoes the last act, and compares with the diary before and after it.
fn is_one_act(window: &mut Window, before: &Arc<Diary>, label: &str) {
    let after = window.workspace().diary().clone();
    assert!(!after.says_the_same(before), "nothing was done");
    assert_eq!(window.workspace().undo_label(), Some(label));
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(window.workspace().diary().says_the_same(before), "one undo left something of “{label}”");
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert!(window.workspace().diary().says_the_same(&after), "one redo left something out of “{label}”");
}

#[test]
fn settings_with_several_parts_are_one_step() {
    let mut window = Window::empty();
    let before = window.workspace().diary().clone();
    choose(&mut window, "Diary", "Settings…");
    window.harness.get_by_label("A day ends at: 02:00").click();
    window.harness.run();
    window.type_into("Name of redness", "Flush");
    window.click("Show Itch");
    window.click("Keep");
    let diary = window.workspace().diary();
    assert_eq!(diary.settings().day_end.hour(), 2);
    assert_eq!(diary.catalogue().get("redness").unwrap().label.as_str(), "Flush");
    assert!(diary.catalogue().get("itch").unwrap().hidden);
    is_one_act(&mut window, &before, "change settings");
}

#[test]
fn one_changed_field_of_the_settings_keeps_its_own_name_in_the_menu() {
    let mut window = Window::empty();
    let before = window.workspace().diary().clone();
    choose(&mut window, "Diary", "Settings…");
    window.click("Show Itch");
    window.click("Keep");
    is_one_act(&mut window, &before, "hiding Itch");
}

#[test]
fn a_diary_with_settings_and_profile_comes_in_as_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("old diary.ron");
    let mut other = gutskin::sample::diary(3, window::today()).unwrap();
    let settings = Settings { day_end: DayEnd::new(2).unwrap(), ..Settings::default() };
    let safety = [(SafetyQuestion::EatingDisorder, false)].into_iter().collect();
    let profile = Profile { birth_year: Some(1988), safety, ..Profile::default() };
    for command in [Command::SetSettings { settings }, Command::SetProfile { profile: profile.clone() }] {
        for change in gutskin::edit::plan(&other, command, window::today()).unwrap() {
            change.apply(&mut other);
        }
    }
    fs::write(&file, to_ron(&other, &|_| true).unwrap()).unwrap();

    let mut window = Window::empty_of([1440.0, 900.0]);
    let before = window.workspace().diary().clone();
    choose(&mut window, "Diary", "Bring days in…");
    window.type_into("File to bring in", &file.display().to_string());
    window.click("Look at it");
    window.wait_for("Add these", Window::shows);
    window.click("Add these");
    assert!(window.workspace().diary().says_the_same(&other), "settings, profile and days");
    assert_eq!(window.workspace().diary().profile(), &profile);
    is_one_act(&mut window, &before, "importing old diary.ron");
}
