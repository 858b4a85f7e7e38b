//! The palette: one line logs, opens, finds and starts; what Enter will do is said before; Escape leaves everything as it was.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::model::entry::EntryKind;
use gutskin::model::value::Value;

use crate::window::Window;

const FIELD: &str = "Log or find";

fn ask(window: &mut Window, line: &str) {
    window.press(Modifiers::COMMAND, Key::K);
    assert_eq!(window.focused().as_deref(), Some(FIELD));
    window.harness.get_by_role_and_label(Role::TextInput, FIELD).type_text(line);
    window.harness.run();
}

fn enter(window: &mut Window) {
    window.press(Modifiers::NONE, Key::Enter);
    window.harness.run();
}

/// What a screen reader says of the field.
fn said(window: &Window) -> String {
    let field = window.harness.get_by_role_and_label(Role::TextInput, FIELD);
    field.accesskit_node().description().unwrap_or_default()
}

#[test]
fn one_line_of_three_answers_is_one_enter_and_one_step() {
    let mut window = Window::empty_of([1440.0, 900.0]);
    ask(&mut window, "itch 4, stool 3, slept 7:30");
    assert_eq!(said(&window), "Enter: Log itch 4, stool form 3, sleep 7.5 h, 20 Nov", "it is said before");
    assert_eq!(window.answer("itch"), None, "nothing is logged before Enter");
    enter(&mut window);
    println!("“itch 4, stool 3, slept 7:30”: one line, 1 Enter, 1 step");
    let answers = ["itch", "stool", "sleep_hours"].map(|key| window.answer(key).map(Value::as_number));
    assert_eq!(answers, [Some(4.0), Some(3.0), Some(7.5)]);
    assert!(window.shows_part("Logged: itch 4"), "what was done is said");
    assert_eq!(window.focused().as_deref(), Some(FIELD), "one can type on");
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.page(), None, "all of it was one step");
}

#[test]
fn a_day_a_view_and_an_action_are_reached_by_their_names() {
    let mut window = Window::empty_of([1440.0, 900.0]);
    let today = window.day();
    ask(&mut window, "yesterday");
    enter(&mut window);
    assert_eq!(window.day(), today.plus(-1));
    ask(&mut window, "14 march");
    enter(&mut window);
    assert_eq!(window.day().to_string(), "2026-03-14");
    ask(&mut window, "calen");
    enter(&mut window);
    assert!(window.shows("Fill in…"));
    ask(&mut window, "settings");
    enter(&mut window);
    assert!(window.shows("Theme"));
}

#[test]
fn arrows_choose_and_the_pointer_takes_any_offer() {
    let mut window = Window::empty_of([1440.0, 900.0]);
    ask(&mut window, "kefir 150 g");
    let first = said(&window);
    window.press(Modifiers::NONE, Key::ArrowDown);
    assert_ne!(said(&window), first);
    window.press(Modifiers::NONE, Key::ArrowUp);
    assert_eq!(said(&window), first);
    let name = first.strip_prefix("Enter: ").unwrap().to_owned();
    window.click(&name);
    let page = window.page().unwrap();
    let line = page.entries.iter().find_map(|entry| entry.foods.first()).unwrap();
    assert_eq!(line.grams, 150.0);
}

#[test]
fn a_course_is_started_with_its_name_filled_in() {
    let mut window = Window::empty_of([1440.0, 900.0]);
    ask(&mut window, "start doxycycline");
    enter(&mut window);
    assert!(window.shows("Start a course"));
    let name = window.harness.get_by_role_and_label(Role::TextInput, "Course Name");
    assert_eq!(name.accesskit_node().value().as_deref(), Some("doxycycline"));
}

#[test]
fn escape_leaves_the_diary_and_the_keyboard_where_they_were() {
    let mut window = Window::empty_of([1440.0, 900.0]);
    assert_eq!(window.focused().as_deref(), Some("Redness"));
    ask(&mut window, "itch 4");
    window.press(Modifiers::NONE, Key::Escape);
    window.harness.run();
    assert_eq!(window.page(), None);
    assert_eq!(window.focused().as_deref(), Some("Redness"));
    assert!(!window.shows_part("Enter does the marked one"));
}

#[test]
fn what_cannot_be_logged_says_why_and_stays_in_the_field() {
    let mut window = Window::empty_of([1440.0, 900.0]);
    ask(&mut window, "redness 9");
    assert!(window.shows("Redness: a whole number from 0 to 4 is needed"));
    enter(&mut window);
    let field = window.harness.get_by_role_and_label(Role::TextInput, FIELD);
    assert_eq!(field.accesskit_node().value().as_deref(), Some("redness 9"));
    assert_eq!(window.page(), None);
}

#[test]
fn where_the_bar_has_no_room_it_stands_over_the_window() {
    for size in [[1024.0, 700.0], [800.0, 600.0], [400.0, 300.0]] {
        let mut window = Window::empty_of(size);
        assert!(
            !window
                .harness
                .query_all_by_role(Role::TextInput)
                .any(|node| node.accesskit_node().label().as_deref() == Some(FIELD))
        );
        window.click(FIELD);
        assert_eq!(window.focused().as_deref(), Some(FIELD));
        window.harness.get_by_role_and_label(Role::TextInput, FIELD).type_text("itch 4");
        window.harness.run();
        enter(&mut window);
        assert_eq!(window.answer("itch"), Value::number(4.0), "{size:?}");
        window.press(Modifiers::NONE, Key::Escape);
        window.harness.run();
        assert!(
            window
                .harness
                .query_all_by_role(Role::TextInput)
                .all(|node| node.accesskit_node().label().as_deref() != Some(FIELD))
        );
    }
}

#[test]
fn a_note_is_found_by_its_words() {
    let mut window = Window::empty_of([1440.0, 2000.0]);
    let today = window.day();
    window.press(Modifiers::ALT, Key::ArrowLeft);
    window.type_text_as(Role::MultilineTextInput, "Note", "Slept badly after the party");
    window.press(Modifiers::ALT, Key::ArrowRight);
    assert_eq!(window.day(), today);
    ask(&mut window, "party");
    enter(&mut window);
    assert_eq!(window.day(), today.plus(-1));
    let page = window.page().unwrap();
    assert!(!page.of_kind(EntryKind::Note).is_empty());
}
