//! What leads where: every key, menu and link shows what it promises at every width, and nothing typed is left behind.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::model::value::Value;
use gutskin::storage::Access;
use gutskin::workspace::Workspace;

use crate::panes::choose;
use crate::window::{Window, harness, open};

const CTRL: Modifiers = Modifiers::COMMAND;
/// A window in which forms and centre take turns.
const SLIM: [f32; 2] = [820.0, 700.0];

/// Whether the forms are on the screen.
fn shows_forms(window: &Window) -> bool {
    window.shows("Skin card")
}

#[test]
fn what_was_undone_comes_back_with_ctrl_y_and_with_ctrl_shift_z() {
    for (modifiers, key) in [(CTRL, Key::Y), (CTRL | Modifiers::SHIFT, Key::Z)] {
        let mut window = Window::empty();
        window.click("Itch 6");
        window.press(CTRL, Key::Z);
        assert_eq!(window.answer("itch"), None);
        window.press(modifiers, key);
        assert_eq!(window.answer("itch"), Value::number(6.0));
        assert_eq!(window.workspace().undo_label(), Some("Itch 6, 20 Nov"), "nothing else was done");
    }
}

#[test]
fn the_menu_and_the_help_page_show_both_keys_of_redo() {
    let mut window = Window::empty();
    window.click("Edit");
    assert!(window.shows_part("Ctrl+Y or Ctrl+Shift+Z"));
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::NONE, Key::F1);
    assert!(window.shows("Ctrl+Y or Ctrl+Shift+Z"));
}

#[test]
fn same_as_yesterday_is_one_step_that_says_what_it_did_and_can_be_taken_back_there() {
    let mut window = Window::empty();
    window.click("‹");
    window.click("Itch 2");
    window.click("Stress 8");
    window.click("›");
    window.press(CTRL, Key::D);
    assert_eq!((window.answer("itch"), window.answer("stress")), (Value::number(2.0), Value::number(8.0)));
    assert!(window.shows("Copied from 19 Nov: Skin, Mind."));
    assert_eq!(window.workspace().undo_label(), Some("same as yesterday, 20 Nov"));
    window.click("Undo");
    assert_eq!(window.page(), None, "both cards were one step");
    assert!(window.shows("Undone: same as yesterday, 20 Nov"));
    window.click("Redo");
    window.press(CTRL, Key::D);
    assert!(window.shows("20 Nov already has everything that is logged on 19 Nov."));
}

#[test]
fn a_day_to_come_is_not_made_the_same_as_another() {
    let mut window = Window::empty();
    window.click("Itch 2");
    window.press(Modifiers::ALT, Key::ArrowRight);
    assert!(!window.shows("same as yesterday"), "it is not offered on a card");
    window.press(CTRL, Key::D);
    assert!(window.shows_part("21 Nov 2026 is still to come"));
    assert_eq!(window.page(), None);
    window.press(Modifiers::ALT, Key::ArrowLeft);
    window.press(Modifiers::ALT, Key::ArrowLeft);
    window.click("Itch 4");
    window.press(Modifiers::ALT, Key::ArrowRight);
    assert!(window.shows("same as yesterday"), "today it is");
}

#[test]
fn in_a_slim_window_every_key_that_leads_to_a_view_shows_it() {
    for (key, shown) in [
        (Key::Num1, "Choose series"),
        (Key::Num2, "Fill in…"),
        (Key::Num3, "Insights: Patterns"),
        (Key::Num4, "Leave one thing out…"),
        (Key::Num5, "Foods: All foods"),
        (Key::K, "Search series"),
        (Key::T, "Curves"),
    ] {
        let mut window = Window::sample(SLIM);
        assert!(shows_forms(&window), "it opens on the forms");
        window.press(if key == Key::K { CTRL | Modifiers::SHIFT } else { CTRL }, key);
        assert!(window.shows(shown), "{key:?} does not show {shown}");
        assert!(!shows_forms(&window), "{key:?} leaves the forms there");
    }
}

#[test]
fn in_a_slim_window_every_line_of_the_menu_that_leads_to_a_view_shows_it() {
    let mut window = Window::sample(SLIM);
    for (item, shown) in [
        ("Plot", "Choose series"),
        ("Calendar", "Fill in…"),
        ("Insights", "Insights: Patterns"),
        ("Courses", "Leave one thing out…"),
        ("Foods", "Foods: All foods"),
        ("Choose series", "Search series"),
    ] {
        choose(&mut window, "Go", item);
        assert!(window.shows(shown) && !shows_forms(&window), "{item} does not show {shown}");
        window.press(Modifiers::NONE, Key::Escape);
        window.click("Log");
        assert!(shows_forms(&window));
    }
    window.click("View");
    window.click("Numbers as a table");
    assert!(window.shows("Curves") && !shows_forms(&window));
    window.press(CTRL, Key::L);
    assert!(shows_forms(&window), "the key of the forms brings them back");
    window.press(CTRL, Key::L);
    assert!(!shows_forms(&window));
}

#[test]
fn in_a_slim_window_a_day_of_the_calendar_opens_to_be_filled_in() {
    let mut window = Window::sample(SLIM);
    window.click("Calendar");
    let wanted = window.day().plus(-1);
    let long = wanted.long();
    let is_wanted = |label: Option<String>| label.is_some_and(|label| label.starts_with(&long));
    let mut cells = window.harness.get_all_by_role(eframe::egui::accesskit::Role::Button);
    cells.find(|node| is_wanted(node.accesskit_node().label())).unwrap().click();
    drop(cells);
    window.harness.run();
    assert_eq!(window.day(), wanted);
    assert!(shows_forms(&window));
}

#[test]
fn whatever_leads_away_takes_over_what_is_being_typed_first() {
    let shift = CTRL | Modifiers::SHIFT;
    for (modifiers, key) in [
        (CTRL, Key::Num1),
        (CTRL, Key::Num3),
        (CTRL, Key::K),
        (shift, Key::K),
        (CTRL, Key::T),
        (CTRL, Key::L),
        (CTRL, Key::O),
        (CTRL, Key::P),
        (shift, Key::E),
        (CTRL, Key::Comma),
        (Modifiers::NONE, Key::F1),
        (Modifiers::ALT, Key::ArrowLeft),
    ] {
        let mut window = Window::empty();
        let day = window.day();
        window.type_text("Fibre", "12");
        window.press(modifiers, key);
        let page = window.workspace().diary().day_record(day).cloned();
        let kept = page.and_then(|page| page.entries[0].answers.get("fibre_g"));
        assert_eq!(kept, Value::number(12.0), "{modifiers:?} {key:?}");
    }
}

#[test]
fn what_is_being_typed_counts_before_yesterday_is_copied() {
    let mut window = Window::empty();
    window.click("‹");
    window.type_into("Fibre", "8");
    window.click("›");
    window.type_text("Fibre", "12");
    window.press(CTRL, Key::D);
    assert_eq!(window.answer("fibre_g"), Value::number(12.0));
    assert!(window.shows("20 Nov already has everything that is logged on 19 Nov."));
}

#[test]
fn what_cannot_be_done_now_says_why_in_the_menu_and_after_its_keys() {
    let mut window = Window::empty();
    window.press(CTRL, Key::Y);
    assert!(window.shows("There is nothing to redo."));
    window.press(Modifiers::ALT, Key::ArrowRight);
    window.press(Modifiers::ALT, Key::ArrowRight);
    assert!(window.shows("Later days have not come yet."));
    window.click("Edit");
    let entry = window.harness.get_by_label("Delete this day…");
    assert!(entry.accesskit_node().is_disabled());
    entry.hover();
    window.harness.run();
    assert!(window.shows("Nothing is logged on this day."));
}

#[test]
fn in_a_diary_open_for_reading_the_menu_offers_no_change() {
    let folder = tempfile::tempdir().unwrap();
    drop(open(&folder));
    let reading = Workspace::open(folder.path(), Access::Read, Arc::new(|| {})).unwrap();
    let mut window = Window { harness: harness(reading, [1280.0, 800.0]), folder };
    window.click("Edit");
    for entry in ["Same as yesterday, every card", "Start a course…", "New thing to track…", "Delete this day…"] {
        // The keys stand beside the words.
        let mut found = window.harness.get_all_by_label_contains(entry);
        assert!(found.any(|node| node.accesskit_node().is_disabled()), "{entry}");
    }
}

#[test]
fn what_is_typed_is_taken_over_before_any_way_leads_elsewhere() {
    for (modifiers, key) in [(CTRL, Key::Num2), (CTRL, Key::Num5), (CTRL, Key::K), (CTRL, Key::T)] {
        let mut window = Window::empty();
        window.open_all_cards();
        window.type_text_as(Role::MultilineTextInput, "Note", "calm");
        window.press(modifiers, key);
        assert!(window.page().is_some(), "{key:?} leaves what was typed behind");
    }
}

#[test]
fn the_parts_of_the_window_and_the_answers_are_named_for_a_screen_reader() {
    let window = Window::sample([1440.0, 900.0]);
    for (role, name) in [
        (Role::Banner, "Menus, day and saving"),
        (Role::Navigation, "Views"),
        (Role::Form, "Logging forms"),
        (Role::Main, "Plot"),
        (Role::Complementary, "Ideas"),
        (Role::RadioButton, "Redness 3"),
        (Role::RadioButton, "Flare yes"),
        (Role::RadioButton, "Days shown: 30"),
    ] {
        window.harness.get_by_role_and_label(role, name);
    }
    // In the order of reading: menus, views, forms, centre, ideas.
    let parts = ["Menus, day and saving", "Views", "Logging forms", "Ideas"];
    let named = window.harness.query_all_by(|node| node.label().is_some_and(|label| parts.contains(&label.as_str())));
    let found: Vec<String> = named.filter_map(|node| node.accesskit_node().label()).collect();
    assert_eq!(found, parts);
}
