//! The calendar: a month or a year of any series, flares marked, and any day copied to any other.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::edit::{Command, Place};
use gutskin::model::entry::EntryKind;
use gutskin::model::time::Day;
use gutskin::model::trackable::Key as TrackableKey;
use gutskin::model::value::Value;

use crate::window::{Window, today};

fn answer(window: &mut Window, day: Day, key: &str, value: Value) {
    let place = Place::Main { kind: EntryKind::SkinCheck, region: None };
    let (key, value) = (TrackableKey::new(key).unwrap(), Some(value));
    window.harness.state_mut().submit(Command::Answer { day, place, key, value });
    window.harness.run();
}

fn on(window: &Window, day: Day, key: &str) -> Option<Value> {
    window.workspace().diary().day_record(day)?.entries.iter().find_map(|entry| entry.answers.get(key))
}

/// Clicks the cell of a day, whatever it shows.
fn click_day(window: &mut Window, day: Day) {
    let is_of = |label: &str| label == day.long() || label.starts_with(&format!("{}, ", day.long()));
    let cells = window.harness.get_all_by_role(Role::Button);
    let cells = cells.filter(|node| node.accesskit_node().label().is_some_and(|label| is_of(&label)));
    // The day bar may name the open day too.
    let found: Vec<_> = cells.filter(|node| !node.accesskit_node().label().unwrap().contains("choose a day")).collect();
    found[0].click();
    drop(found);
    window.harness.run();
}

#[test]
fn a_year_of_small_cells_opens_a_day_by_pointer_and_by_keyboard() {
    let mut window = Window::sample([1440.0, 900.0]);
    window.press(Modifiers::COMMAND, Key::Num2);
    window.click("Shown: Year");
    let wanted = Day::from_ymd(2026, 3, 14).unwrap();
    click_day(&mut window, wanted);
    assert_eq!(window.day(), wanted);
    window.press(Modifiers::ALT, Key::Home);
    window.harness.get_by_role_and_label(Role::Slider, "Days of 2026").focus();
    window.harness.run();
    // From 20 November a day back, a month up.
    for key in [Key::ArrowLeft, Key::ArrowUp, Key::Enter] {
        window.press(Modifiers::NONE, key);
    }
    assert_eq!(window.day(), Day::from_ymd(2026, 10, 19).unwrap());
}

#[test]
fn a_day_with_a_flare_says_so_in_month_and_year() {
    let mut window = Window::empty_of([1440.0, 900.0]);
    answer(&mut window, today().plus(-2), "flare", Value::YesNo(true));
    answer(&mut window, today().plus(-1), "flare", Value::YesNo(false));
    window.press(Modifiers::COMMAND, Key::Num2);
    for extent in ["Shown: Month", "Shown: Year"] {
        window.click(extent);
        assert!(window.shows("Wednesday 18 November 2026, logged, flare"), "{extent}");
        assert!(window.shows("Thursday 19 November 2026, logged"), "{extent}: no is no flare");
    }
}

#[test]
fn any_series_can_be_shown_and_the_plot_stays_as_it_is() {
    let mut window = Window::empty_of([1440.0, 900.0]);
    answer(&mut window, today().plus(-2), "dryness", Value::number(3.0).unwrap());
    let before = window.harness.state_mut().view_mut().series.clone();
    window.press(Modifiers::COMMAND, Key::Num2);
    window.click("Another series");
    window.type_text("Search series", "dryness");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.shows("Wednesday 18 November 2026, 3"));
    assert_eq!(window.harness.state_mut().view_mut().series, before);
}

#[test]
fn any_day_is_copied_to_any_other_as_one_step_and_never_to_a_day_to_come() {
    let mut window = Window::empty_of([1440.0, 900.0]);
    let (from, to) = (today().plus(-5), today().plus(-12));
    answer(&mut window, from, "itch", Value::number(6.0).unwrap());
    answer(&mut window, from, "redness", Value::number(2.0).unwrap());
    answer(&mut window, to, "redness", Value::number(1.0).unwrap());
    window.press(Modifiers::COMMAND, Key::Num2);
    click_day(&mut window, from);
    window.click("Copy this day…");
    click_day(&mut window, to);
    assert!(window.shows("Copied from 15 Nov to 8 Nov: Skin."));
    assert_eq!(window.day(), from, "the open day stays");
    assert_eq!(on(&window, to, "itch"), Value::number(6.0));
    assert_eq!(on(&window, to, "redness"), Value::number(1.0), "what that day answers itself stays");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(on(&window, to, "itch"), None);
    assert_eq!(on(&window, to, "redness"), Value::number(1.0));
    window.click("Copy this day…");
    click_day(&mut window, today().plus(1));
    assert!(window.shows_part("is still to come"));
    assert!(window.workspace().diary().day_record(today().plus(1)).is_none());
}

#[test]
fn weeks_begin_on_the_day_that_is_chosen_in_the_settings() {
    let mut window = Window::sample([1440.0, 900.0]);
    window.press(Modifiers::COMMAND, Key::Num2);
    // 1 November 2026 is a Sunday.
    let first = Day::from_ymd(2026, 11, 1).unwrap();
    let lefts = |window: &Window| {
        [first, first.plus(1)].map(|day| {
            let mut cells = window.harness.get_all_by_role(Role::Button);
            let found = cells.find(|node| {
                let label = node.accesskit_node().label().unwrap_or_default();
                label.starts_with(&day.long()) && !label.contains("choose a day")
            });
            found.unwrap().rect().left()
        })
    };
    let [sunday, monday] = lefts(&window);
    assert!(sunday > monday, "from Monday on unless something else is chosen");
    crate::panes::choose(&mut window, "Diary", "Settings…");
    window.harness.get_by_label("Weeks begin on: Sunday").click();
    window.harness.run();
    window.click("Keep");
    let [sunday, monday] = lefts(&window);
    assert!(sunday < monday, "Sunday is the first of its week");
}
