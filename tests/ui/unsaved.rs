//! A disk that refuses: it is said until it is no longer so, what was typed stays, and a copy can be saved elsewhere.

use std::fs;

use gutskin::edit::{Command, Place};
use gutskin::model::entry::EntryKind;
use gutskin::model::trackable::Key;
use gutskin::model::value::Value;
use gutskin::workspace::SaveState;

use crate::window::{self, Window};

const SIZE: [f32; 2] = [1440.0, 900.0];

/// A window whose diary cannot be written: a file stands where the folder of the journal would be.
fn refused() -> Window {
    let mut window = Window::empty_of(SIZE);
    fs::write(window.folder.path().join("journal"), "in the way").unwrap();
    let key = Key::new("redness").unwrap();
    let place = Place::Main { kind: EntryKind::SkinCheck, region: None };
    let command = Command::Answer { day: window::today(), place, key, value: Some(Value::Number(2.0)) };
    window.harness.state_mut().submit(command);
    window.wait_for("are not on disk", Window::shows_part);
    window
}

#[test]
fn it_is_said_with_a_way_out_until_everything_is_on_disk_and_what_was_logged_stays() {
    let mut window = refused();
    window.click("Save a copy elsewhere…");
    assert!(window.shows("Save all days"));
    window.click("Cancel");
    assert!(window.shows_part("are not on disk"), "another act does not take it away");
    assert_eq!(window.answer("redness"), Some(Value::Number(2.0)));
    fs::remove_file(window.folder.path().join("journal")).unwrap();
    // The next edit is tried at once, and takes with it what waits.
    let place = Place::Main { kind: EntryKind::SkinCheck, region: None };
    let key = Key::new("itch").unwrap();
    let command = Command::Answer { day: window::today(), place, key, value: Some(Value::Number(1.0)) };
    window.harness.state_mut().submit(command);
    for _ in 0..200_000 {
        if matches!(window.workspace().save_state(), SaveState::Saved(_)) {
            break;
        }
        std::thread::yield_now();
    }
    window.harness.run();
    assert!(!window.shows_part("are not on disk"));
}
