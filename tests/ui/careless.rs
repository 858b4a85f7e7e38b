//! What the window says to somebody in a hurry: texts too long, files of another kind, numbers that cannot be.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::model::entry::EntryKind;
use gutskin::model::time::Day;
use gutskin::model::value::Value;

use crate::window::Window;

#[test]
fn a_note_that_is_too_long_is_told_and_stays_in_its_field() {
    let mut window = Window::empty();
    window.open_all_cards();
    window.type_text_as(Role::MultilineTextInput, "Note", &"itchy ".repeat(4_000));
    window.click("Itch 6");
    window.press(Modifiers::ALT, Key::ArrowLeft);
    window.press(Modifiers::ALT, Key::ArrowRight);
    window.harness.get_by_label_contains("Not kept yet: this text has 23999 characters; at most 20000 fit");
    let field = window.harness.get_by_role_and_label(Role::MultilineTextInput, "Note");
    assert_eq!(field.accesskit_node().value().unwrap().len(), 24_000, "nothing typed is lost");
    assert!(window.page().unwrap().of_kind(EntryKind::Note).is_empty(), "and nothing was cut in silence");
}

#[test]
fn what_does_not_fit_is_said_beneath_and_moves_no_button() {
    let mut window = Window::empty();
    let plus = |window: &Window| window.harness.get_by_label("Comedones more").rect();
    let before = plus(&window);
    window.type_into("Comedones", "99999");
    let said = window.harness.get_by_label("a whole number from 0 to 300 is needed").rect();
    assert_eq!(plus(&window), before);
    assert!(said.top() >= before.bottom(), "beneath the row");
}

#[test]
fn the_ending_that_is_typed_decides_what_kind_of_file_is_written() {
    let mut window = Window::sample([1440.0, 900.0]);
    let path = window.folder.path().join("days.json");
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
    window.replace_text("Save as", &path.display().to_string());
    window.click("Save");
    window.wait_for("Saved as", Window::shows);
    let text = std::fs::read_to_string(&path).unwrap();
    let read: Result<serde_json::Value, _> = serde_json::from_str(&text);
    assert!(read.is_ok(), "a .json file holds JSON");
}

#[test]
fn days_come_in_from_a_file_in_one_step_after_a_look() {
    let mut window = Window::empty();
    let path = window.folder.path().join("days.csv");
    std::fs::write(&path, "date,redness,itch\n2026-11-02,3,7\n2026-11-03,,0\n2026-11-04,9,1\n").unwrap();
    window.press(Modifiers::COMMAND, Key::O);
    window.type_text("File to bring in", &path.display().to_string());
    window.click("Look at it");
    window.wait_for("line 4", Window::shows_part);
    assert_eq!(window.workspace().diary().span(), None, "nothing is added before it was seen");
    window.click("Add these");
    let days = [2, 4].map(|day| Day::from_ymd(2026, 11, day).unwrap());
    assert_eq!(window.workspace().diary().span(), Some((days[0], days[1])));
    let last = window.workspace().diary().day_record(days[1]).cloned().unwrap();
    assert_eq!(last.entries[0].answers.get("redness"), None, "what does not fit is left out");
    assert_eq!(last.entries[0].answers.get("itch"), Value::number(1.0), "the rest of its line is taken");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.workspace().diary().span(), None, "one step back takes all of it");
}

#[test]
fn a_file_that_cannot_be_read_is_refused_with_a_reason() {
    let mut window = Window::empty();
    window.press(Modifiers::COMMAND, Key::O);
    window.type_text("File to bring in", "/nowhere/at/all.csv");
    window.click("Look at it");
    window.wait_for("/nowhere/at/all.csv", Window::shows_part);
    let add = window.harness.get_by_role_and_label(Role::Button, "Add these");
    assert!(add.accesskit_node().is_disabled());
}

#[test]
fn tomorrow_is_the_last_day_that_can_be_opened() {
    let mut window = Window::empty();
    let today = window.day();
    for _ in 0..5 {
        window.press(Modifiers::ALT, Key::ArrowRight);
    }
    assert_eq!(window.day(), today.plus(1));
    assert!(window.harness.get_by_label("›").accesskit_node().is_disabled());
}
