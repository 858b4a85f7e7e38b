//! The crisis screen: it opens once by itself, can be opened again, carries the person's own numbers, and leaves nothing behind.

use std::fs;
use std::path::{Path, PathBuf};

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Rect, Vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::edit::{Command, Place};
use gutskin::model::entry::EntryKind;
use gutskin::model::profile::Profile;
use gutskin::model::text::Name;
use gutskin::model::trackable;
use gutskin::model::value::Value;

use crate::window::{Window, today};

const HEADING: &str = "You do not have to carry this alone.";

fn answer(window: &mut Window, kind: EntryKind, key: &str, value: Option<Value>, days: i32) {
    for ago in 0..days {
        let place = Place::Main { kind, region: None };
        let key = trackable::Key::new(key).unwrap();
        window.harness.state_mut().submit(Command::Answer { day: today().plus(-ago), place, key, value });
    }
    window.harness.run();
}

fn tick(window: &mut Window, ticked: bool) {
    answer(window, EntryKind::Warning, "warn_self_harm", ticked.then_some(Value::YesNo(true)), 1);
}

/// Everything in the files of the diary.
fn written(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(written(&path));
        } else {
            found.push((path.clone(), fs::read(path).unwrap()));
        }
    }
    found.sort();
    found
}

#[test]
fn a_tick_opens_it_once_and_closing_it_leaves_the_banner() {
    let mut window = Window::empty_of([1024.0, 700.0]);
    tick(&mut window, true);
    assert!(window.shows(HEADING));
    for line in ["A crisis line listens, day and night", "Tell somebody now", "move away from it"] {
        assert!(window.shows_part(line), "{line}");
    }
    window.click("I am safe for now");
    assert!(!window.shows_part("A crisis line listens"));
    let banner = window.harness.get_by_role(Role::Alert);
    let said = banner.accesskit_node().label().unwrap();
    assert!(said.starts_with(HEADING) && said.contains("ring the emergency number now"), "{said}");
    for _ in 0..3 {
        window.harness.run();
    }
    assert!(!window.shows_part("A crisis line listens"), "it opens by itself only once");
    window.click("Show help");
    assert!(window.shows_part("A crisis line listens"));
    window.click("Hide this screen");
    assert!(!window.shows_part("A crisis line listens"));
}

#[test]
fn a_mood_of_nought_on_three_days_opens_it_by_a_click_only() {
    let mut window = Window::empty_of([1024.0, 700.0]);
    answer(&mut window, EntryKind::Mind, "mood", Value::number(0.0), 2);
    assert!(window.harness.query_by_role(Role::Alert).is_none(), "two days are not three");
    answer(&mut window, EntryKind::Mind, "mood", Value::number(0.0), 3);
    assert!(!window.shows_part("A crisis line listens"), "it waits for a click");
    let said = window.harness.get_all_by_role(Role::Alert).next().unwrap().accesskit_node().label().unwrap();
    assert!(said.contains(HEADING) && said.contains("If you might act on these thoughts"), "{said}");
    window.click("Show help");
    assert!(window.shows_part("A crisis line listens"));
}

#[test]
fn it_carries_the_persons_own_numbers() {
    let mut window = Window::empty_of([1024.0, 700.0]);
    let name = |words: &str| Some(Name::new(words).unwrap());
    let mut profile = Profile::default();
    profile.help_lines.emergency_number = name("112");
    profile.help_lines.crisis_line = name("0800 111 0 111");
    profile.help_lines.person = name("my sister");
    window.harness.state_mut().submit(Command::SetProfile { profile });
    tick(&mut window, true);
    for line in
        ["ring the emergency number now: 112.", "day and night: 0800 111 0 111.", "Tell somebody now: my sister."]
    {
        assert!(window.shows_part(line), "{line}");
    }
}

#[test]
fn nothing_about_it_is_written_but_the_tick_and_the_tick_can_be_undone() {
    let mut window = Window::empty_of([1024.0, 700.0]);
    tick(&mut window, true);
    window.workspace().wait_until_saved().unwrap();
    let before = written(window.folder.path());
    window.click("Hide this screen");
    window.click("Show help");
    window.click("I am safe for now");
    window.workspace().wait_until_saved().unwrap();
    assert_eq!(written(window.folder.path()), before);
    assert!(!window.shows("I have seen this"), "there is nothing to acknowledge");
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(window.harness.query_by_role(Role::Alert).is_none());
    tick(&mut window, true);
    assert!(window.shows_part("A crisis line listens"), "ticked anew, it opens anew");
}

#[test]
fn its_first_lines_and_its_way_out_are_in_sight_in_the_smallest_window() {
    let mut window = Window::empty_of([1024.0, 700.0]);
    tick(&mut window, true);
    let size = Vec2::new(320.0, 240.0);
    window.harness.set_size(size);
    window.harness.run();
    let whole = Rect::from_min_size(eframe::egui::Pos2::ZERO, size);
    let alerts = window.harness.query_all_by_role(Role::Alert);
    assert!(alerts.into_iter().any(|node| whole.contains_rect(node.rect())));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.shows_part("A crisis line listens"));
}
