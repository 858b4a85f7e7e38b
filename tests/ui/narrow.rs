//! A narrow window: the suggestions are a sheet over the centre that moves nothing and goes as it came.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Pos2};
use egui_kittest::kittest::Queryable;

use crate::window::Window;

const CLOSE: &str = "Close the ideas";

fn strip(window: &Window) -> String {
    let strip = window.harness.get_all_by_label_contains("Show ").next().unwrap();
    egui_kittest::kittest::NodeT::accesskit_node(&strip).label().unwrap()
}

#[test]
fn the_ideas_are_a_sheet_over_the_centre_that_moves_nothing() {
    let mut window = Window::sample([1024.0, 700.0]);
    let plot = |window: &Window| window.harness.get_by_role_and_label(Role::Figure, "Redness").rect();
    let before = plot(&window);
    let name = strip(&window);
    assert!(name.ends_with("ideas"), "{name}");
    window.click(&name);
    assert!(window.shows(CLOSE));
    assert_eq!(plot(&window), before, "the plot stays where it is");
    assert_eq!(window.focused().as_deref(), Some(CLOSE), "the keyboard begins in it");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.shows(CLOSE));
}

#[test]
fn it_goes_by_its_sign_its_keys_a_click_beside_it_and_where_an_idea_leads_elsewhere() {
    let mut window = Window::sample([1024.0, 700.0]);
    window.press(Modifiers::COMMAND, Key::G);
    window.click(CLOSE);
    assert!(!window.shows(CLOSE), "by its sign");
    window.press(Modifiers::COMMAND, Key::G);
    assert!(window.shows(CLOSE));
    window.press(Modifiers::COMMAND, Key::G);
    assert!(!window.shows(CLOSE), "by its keys");
    window.press(Modifiers::COMMAND, Key::G);
    let beside = Pos2::new(520.0, 400.0);
    window.harness.drag_at(beside);
    window.harness.run();
    window.harness.drop_at(beside);
    window.harness.run();
    assert!(!window.shows(CLOSE), "by a click beside it");
}
