//! Several things filled in as a grid: arrows, typing, filling down and pasting, each of them one step.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use gutskin::model::time::Day;
use gutskin::model::value::Value;

use crate::window::{Window, today, type_letter};

fn on(window: &Window, ago: i32, key: &str) -> Option<Value> {
    let day: Day = today().plus(-ago);
    window.workspace().diary().day_record(day)?.entries.iter().find_map(|entry| entry.answers.get(key))
}

/// A grid of redness and what stands beside it in its card, the keyboard on the redness of today.
fn grid() -> Window {
    let mut window = Window::empty_of([1440.0, 1000.0]);
    window.press(Modifiers::COMMAND, Key::Num2);
    window.click("Fill in…");
    window.click("Fill in: several things, day by day");
    window.harness.get_by_role_and_label(Role::TextInput, "Grid of answers").focus();
    window.harness.run();
    window
}

fn paste(window: &mut Window, text: &str) {
    window.harness.event(Event::Paste(text.to_owned()));
    window.harness.run();
}

#[test]
fn arrows_go_from_cell_to_cell_and_digits_answer() {
    let mut window = grid();
    type_letter(&mut window, "3");
    window.press(Modifiers::NONE, Key::ArrowUp);
    type_letter(&mut window, "2");
    window.press(Modifiers::NONE, Key::ArrowRight);
    type_letter(&mut window, "1");
    type_letter(&mut window, "0");
    assert_eq!(on(&window, 0, "redness"), Value::number(3.0));
    assert_eq!(on(&window, 1, "redness"), Value::number(2.0));
    assert_eq!(on(&window, 1, "itch"), Value::number(10.0), "1 then 0 is ten");
    window.press(Modifiers::NONE, Key::Delete);
    assert_eq!(on(&window, 1, "itch"), None, "Delete makes it missing again");
    assert_eq!(on(&window, 2, "redness"), None, "days nobody answered stay missing");
}

#[test]
fn what_does_not_fit_is_said_and_changes_nothing() {
    let mut window = grid();
    type_letter(&mut window, "7");
    assert!(window.shows_part("from 0 to 4 is needed"));
    assert_eq!(on(&window, 0, "redness"), None);
}

#[test]
fn an_answer_goes_down_over_the_chosen_days_as_one_step() {
    let mut window = grid();
    for _ in 0..4 {
        window.press(Modifiers::NONE, Key::ArrowUp);
    }
    type_letter(&mut window, "2");
    for _ in 0..3 {
        window.press(Modifiers::SHIFT, Key::ArrowDown);
    }
    window.press(Modifiers::COMMAND, Key::Enter);
    for ago in 1..=4 {
        assert_eq!(on(&window, ago, "redness"), Value::number(2.0), "{ago} days ago");
    }
    assert_eq!(on(&window, 0, "redness"), None, "today was not chosen");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!([1, 2, 3].map(|ago| on(&window, ago, "redness")), [None, None, None], "one step back");
    assert_eq!(on(&window, 4, "redness"), Value::number(2.0));
}

#[test]
fn lines_of_a_spreadsheet_are_pasted_all_or_none_as_one_step() {
    let mut window = grid();
    for _ in 0..2 {
        window.press(Modifiers::NONE, Key::ArrowUp);
    }
    paste(&mut window, "1\t4\n\t5\n9\t6");
    assert!(window.shows_part("Nothing was pasted"), "9 is no grade");
    assert_eq!(on(&window, 2, "redness"), None);
    paste(&mut window, "1\t4\n\t5\n3\t6\n");
    assert_eq!([2, 1, 0].map(|ago| on(&window, ago, "itch")), [4.0, 5.0, 6.0].map(Value::number));
    assert_eq!([2, 1, 0].map(|ago| on(&window, ago, "redness")), [Value::number(1.0), None, Value::number(3.0)]);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!([2, 1, 0].map(|ago| on(&window, ago, "itch")), [None, None, None]);
}
