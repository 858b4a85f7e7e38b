//! Filling in one thing for many days, and the day bar that stays where it is.

use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use gutskin::model::time::Day;
use gutskin::model::value::Value;

use crate::window::{Window, today, type_letter};

fn on(window: &Window, day: Day, key: &str) -> Option<Value> {
    window.workspace().diary().day_record(day)?.entries.iter().find_map(|entry| entry.answers.get(key))
}

fn filling() -> Window {
    let mut window = Window::empty();
    window.press(Modifiers::COMMAND, Key::Num2);
    window.click("Fill in…");
    window
}

/// Chooses another thing to fill in, by keyboard: the list is long.
fn choose(window: &mut Window, now: &str, other: &str) {
    window.click(now);
    window.harness.get_by_label(other).focus();
    window.harness.run();
    window.harness.key_press(Key::Enter);
    window.harness.run();
}

#[test]
fn an_answer_is_chosen_once_and_clicked_onto_many_days() {
    let mut window = filling();
    window.click("Redness on each day 3");
    let days = [-1, -3, -8].map(|ago| today().plus(ago));
    for day in days {
        window.click(&day.long());
    }
    for day in days {
        assert_eq!(on(&window, day, "redness"), Value::number(3.0), "{}", day.long());
    }
    assert_eq!(on(&window, today(), "redness"), None, "days nobody clicked stay missing");
    window.click(&format!("{}, 3", days[1].long()));
    assert_eq!(on(&window, days[1], "redness"), None, "a second click takes the answer off");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(on(&window, days[1], "redness"), Value::number(3.0), "each day is a step of its own");
    assert_eq!(on(&window, days[0], "redness"), Value::number(3.0));
}

#[test]
fn days_are_filled_in_by_keyboard_alone() {
    let mut window = filling();
    let day = today().plus(-2);
    window.harness.get_by_label(&day.long()).focus();
    window.harness.run();
    type_letter(&mut window, "2");
    window.harness.key_press(Key::ArrowRight);
    window.harness.run();
    type_letter(&mut window, "0");
    assert_eq!(on(&window, day, "redness"), Value::number(2.0));
    assert_eq!(on(&window, day.plus(1), "redness"), Value::number(0.0), "none is an answer");
    window.harness.key_press(Key::Delete);
    window.harness.run();
    assert_eq!(on(&window, day.plus(1), "redness"), None, "Delete makes it missing again");
}

#[test]
fn yes_and_no_and_amounts_are_filled_in_too() {
    let mut window = filling();
    choose(&mut window, "Redness", "Fill in Dairy");
    window.click("Dairy on each day no");
    window.click(&today().plus(-1).long());
    assert_eq!(on(&window, today().plus(-1), "dairy"), Some(Value::YesNo(false)));
    choose(&mut window, "Dairy", "Fill in Water");
    window.type_into("Water on each day", "1500");
    window.click(&format!("{}, logged", today().plus(-1).long()));
    assert_eq!(on(&window, today().plus(-1), "water_ml"), Value::number(1500.0));
}

#[test]
fn going_from_day_to_day_moves_nothing() {
    let mut window = Window::sample([1440.0, 900.0]);
    let places =
        |window: &Window| ["‹", "›"].map(|label| window.harness.get_all_by_label(label).next().unwrap().rect());
    window.press(Modifiers::ALT, Key::ArrowLeft);
    let before = places(&window);
    for _ in 0..40 {
        window.press(Modifiers::ALT, Key::ArrowLeft);
        assert_eq!(places(&window), before, "{}", window.day().long());
    }
    window.press(Modifiers::ALT, Key::Home);
    assert_eq!(places(&window), before);
}

#[test]
fn years_back_are_a_few_clicks_away() {
    let mut window = Window::empty();
    window.click(&format!("{}, choose a day", today().long()));
    window.click("Year before");
    window.click("Month before");
    let wanted = Day::from_ymd(2025, 10, 7).unwrap();
    window.click(&wanted.long());
    assert_eq!(window.day(), wanted);
    assert!(window.harness.query_by_label("Month before").is_none(), "the month closes");
}
