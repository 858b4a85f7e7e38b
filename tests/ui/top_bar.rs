//! The bar at the top and what the window says about what was done: nothing is cut at any size, and nothing moves the layout.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::model::value::Value;

use crate::window::Window;

/// Sizes of the window in points: whole, and as they are at 150 and 200 %.
const SIZES: [[f32; 2]; 9] = [
    [1440.0, 900.0],
    [1280.0, 720.0],
    [1024.0, 700.0],
    [800.0, 600.0],
    [960.0, 600.0],
    [720.0, 450.0],
    [640.0, 360.0],
    [512.0, 350.0],
    [400.0, 300.0],
];

fn rect_of(window: &Window, role: Role, label: &str) -> Rect {
    window.harness.get_by_role_and_label(role, label).rect()
}

#[test]
fn day_steps_and_palette_stand_beside_each_other_within_the_window_at_every_size() {
    for size in SIZES {
        let window = Window::empty_of(size);
        let palette = if size[0] >= 1_100.0 { Role::TextInput } else { Role::Button };
        let parts = [
            rect_of(&window, Role::Button, "‹"),
            rect_of(&window, Role::Button, "Friday 20 November 2026, choose a day"),
            rect_of(&window, Role::Button, "›"),
            rect_of(&window, Role::Button, "Nothing to undo"),
            rect_of(&window, Role::Button, "Nothing to redo"),
            rect_of(&window, palette, "Log or find"),
        ];
        for pair in parts.windows(2) {
            assert!(pair[0].right() <= pair[1].left() + 0.5, "{size:?}: {pair:?}");
        }
        let saved = window.harness.get_by_label("nothing logged yet").rect();
        let last_menu = rect_of(&window, Role::Button, "Help");
        assert!(last_menu.right() <= saved.left(), "{size:?}: {last_menu} {saved}");
        for part in parts.into_iter().chain([saved]) {
            assert!(part.left() >= 0.0 && part.right() <= size[0], "{size:?}: {part:?}");
        }
        if size[0] >= 880.0 {
            assert!(last_menu.right() <= parts[0].left() && parts[5].right() <= saved.left() + 0.5, "{size:?}");
        }
    }
}

#[test]
fn the_signs_of_undo_and_redo_name_the_step_and_do_it() {
    let mut window = Window::empty_of([1440.0, 900.0]);
    assert!(window.harness.get_by_label("Nothing to undo").accesskit_node().is_disabled());
    window.click("Itch 6");
    window.click("Undo Itch 6, 20 Nov");
    assert_eq!(window.answer("itch"), None);
    window.click("Redo Itch 6, 20 Nov");
    assert_eq!(window.answer("itch"), Value::number(6.0));
}

#[test]
fn what_was_done_is_said_for_six_seconds_and_moves_nothing() {
    let mut window = Window::empty_of([1024.0, 700.0]);
    window.click("Itch 6");
    let before = rect_of(&window, Role::RadioButton, "Itch 6");
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(window.shows("Undone: Itch 6, 20 Nov"));
    assert_eq!(rect_of(&window, Role::RadioButton, "Itch 6"), before, "nothing moves under the hand");
    let said = window.harness.get_by_role_and_label(Role::Status, "Undone: Itch 6, 20 Nov");
    assert!(said.rect().bottom() <= 700.0, "a screen reader hears it, and it lies within the window");
    // A frame of the test lasts a quarter of a second.
    window.harness.run_steps(16);
    assert!(window.shows("Undone: Itch 6, 20 Nov"), "after four seconds it is still there");
    window.harness.run_steps(12);
    assert!(!window.shows("Undone: Itch 6, 20 Nov"), "after seven it is gone");
    assert_eq!(rect_of(&window, Role::RadioButton, "Itch 6"), before);
}

#[test]
fn it_stays_while_the_keyboard_is_on_it_and_its_link_leads_back() {
    let mut window = Window::empty_of([1440.0, 900.0]);
    window.click("Itch 6");
    window.press(Modifiers::COMMAND, Key::Z);
    let links: Vec<_> = window.harness.get_all_by_role_and_label(Role::Link, "Redo").collect();
    links[0].focus();
    drop(links);
    window.harness.run_steps(40);
    assert!(window.shows("Undone: Itch 6, 20 Nov"), "nobody is hurried");
    window.click("Redo");
    assert_eq!(window.answer("itch"), Value::number(6.0));
    assert!(window.shows("Done again: Itch 6, 20 Nov"));
    window.click("dismiss");
    assert!(!window.shows("Done again: Itch 6, 20 Nov"));
}
