//! A word in the evening where nothing is written down, for whoever turned it on.

use egui_kittest::kittest::Queryable;
use gutskin::edit::{Command, EntryDraft};
use gutskin::model::entry::EntryKind;
use gutskin::model::trackable::Key;
use gutskin::model::value::Value;

use crate::panes::choose;
use crate::window::{Window, today};

const WORDS: &str = "Nothing is written down for today yet. A minute is enough, and gaps are fine.";

/// The hour at which a diary day begins has struck at whatever time the test runs.
fn turn_on(window: &mut Window) {
    let begins = window.workspace().diary().settings().day_end.hour();
    window.harness.state_mut().view_mut().nudge_hour = Some(begins);
    window.harness.run();
}

#[test]
fn it_is_off_until_it_is_turned_on_and_then_said_once_a_day() {
    let mut window = Window::empty_of([1440.0, 900.0]);
    assert!(!window.shows(WORDS));
    turn_on(&mut window);
    assert!(window.shows(WORDS));
    // A toast goes with the next thing that is done, and does not come back.
    window.click("Calendar");
    window.click("Plot");
    let mut draft = EntryDraft::new(EntryKind::SkinCheck);
    draft.answers.set(&Key::new("itch").unwrap(), Value::number(2.0));
    window.harness.state_mut().submit(Command::Log { day: today(), drafts: vec![draft] });
    window.harness.run();
    assert!(!window.shows(WORDS));
}

#[test]
fn nothing_is_said_where_something_is_written_down_or_the_diary_is_made_up() {
    let mut window = Window::empty_of([1440.0, 900.0]);
    let mut draft = EntryDraft::new(EntryKind::SkinCheck);
    draft.answers.set(&Key::new("itch").unwrap(), Value::number(2.0));
    window.harness.state_mut().submit(Command::Log { day: today(), drafts: vec![draft] });
    turn_on(&mut window);
    assert!(!window.shows(WORDS));
    let mut sample = Window::sample([1440.0, 900.0]);
    turn_on(&mut sample);
    assert!(!sample.shows(WORDS));
}

#[test]
fn it_is_turned_on_in_the_settings_and_only_if_they_are_kept() {
    let mut window = Window::empty_of([1440.0, 900.0]);
    for (button, kept) in [("Cancel", None), ("Keep", Some(21))] {
        choose(&mut window, "Diary", "Settings…");
        window.harness.get_by_label("A word in the evening: 21:00").click();
        window.harness.run();
        window.click(button);
        assert_eq!(window.harness.state_mut().view_mut().nudge_hour, kept, "after {button}");
    }
}
