//! The Axis view: every box and arrow of the map by name and by key, their pages, and the same words for every reader.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::evidence::axis;

use crate::window::Window;

/// A window on the map of the sample.
fn map_of(mut window: Window) -> Window {
    window.press(Modifiers::COMMAND, Key::Num6);
    window
}

fn sample() -> Window {
    map_of(Window::sample([1440.0, 2400.0]))
}

/// Names of the buttons that begin so.
fn buttons(window: &Window, begins: &str) -> Vec<String> {
    let all = window.harness.get_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label());
    all.filter(|label| label.starts_with(begins)).collect()
}

#[test]
fn every_box_and_every_arrow_is_a_button_with_its_words() {
    let window = sample();
    let workspace = window.workspace();
    let map = axis::map(workspace.diary(), &workspace.table(), None, window.day());
    for of in &map.boxes {
        let named = buttons(&window, &of.words()).into_iter().filter(|name| *name == of.words());
        assert_eq!(named.count(), 1, "{}", of.words());
    }
    for arrow in &map.arrows {
        let begins = format!("Arrow {}, ", arrow.number);
        let named = buttons(&window, &begins);
        assert_eq!(named.len(), 1, "{begins}");
        assert!(named[0].contains(&arrow.style.words) && named[0].contains("Your diary: "), "{}", named[0]);
    }
}

#[test]
fn the_keyboard_alone_opens_a_box_and_comes_back() {
    let mut window = sample();
    window.harness.get_all_by_role(Role::Button).find(|node| starts(node, "Stress and rest")).unwrap().focus();
    window.harness.run();
    window.harness.key_press(Key::Enter);
    window.harness.run();
    assert!(window.shows("How it is worked out"));
    window.harness.get_by_label("‹ The map").focus();
    window.harness.run();
    window.harness.key_press(Key::Enter);
    window.harness.run();
    assert!(!buttons(&window, "Arrow 1, ").is_empty());
}

fn starts(node: &egui_kittest::Node<'_>, begins: &str) -> bool {
    node.accesskit_node().label().is_some_and(|label| label.starts_with(begins))
}

#[test]
fn an_empty_diary_says_what_will_be_here_and_the_one_next_step() {
    let mut window = map_of(Window::empty_of([1440.0, 900.0]));
    assert!(window.shows_part(axis::EMPTY));
    window.click("Log today");
}
