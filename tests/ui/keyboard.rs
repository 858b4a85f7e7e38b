//! The keyboard never leaves what can be seen, and logging takes nothing from under it or under the pointer.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Memory, Modifiers};
use egui_kittest::kittest::Queryable;
use gutskin::model::value::Value;

use crate::window::{Window, type_letter};

/// Name of what has the keyboard, if it is not wholly in sight.
pub fn out_of_sight(window: &Window) -> Option<String> {
    let ctx = &window.harness.ctx;
    let id = ctx.memory(Memory::focused)?;
    let (rect, seen) =
        ctx.viewport(|viewport| viewport.prev_pass.widgets.get(id).map(|widget| (widget.rect, widget.interact_rect)))?;
    let whole = seen.height() >= rect.height() - 1.0 && seen.width() >= rect.width() - 1.0;
    let name = || format!("“{}” at {rect:?}, of which {seen:?} is seen", window.focused().unwrap_or_default());
    (!whole).then(name)
}

/// Goes on with a key, and wants everything that gets the keyboard to be in sight.
fn walk(window: &mut Window, modifiers: Modifiers, times: usize, place: &str) {
    for step in 0..times {
        window.press(modifiers, Key::Tab);
        let hidden = out_of_sight(window);
        assert_eq!(hidden, None, "{place}, step {step}");
    }
}

#[test]
fn tab_keeps_the_forms_the_centre_and_the_suggestions_in_sight() {
    let mut window = Window::sample([1440.0, 700.0]);
    window.open_all_cards();
    walk(&mut window, Modifiers::NONE, 160, "from the menu on");
    walk(&mut window, Modifiers::SHIFT, 30, "and back");
}

#[test]
fn tab_keeps_every_view_in_sight() {
    for (key, view) in [(Key::Num2, "calendar"), (Key::Num4, "courses"), (Key::Num5, "foods")] {
        let mut window = Window::sample([1024.0, 500.0]);
        // The forms are out of the way, so that the view comes soon.
        window.press(Modifiers::COMMAND, Key::L);
        window.press(Modifiers::COMMAND, key);
        walk(&mut window, Modifiers::NONE, 50, view);
    }
}

#[test]
fn tab_keeps_a_slim_window_in_sight() {
    let mut window = Window::sample([760.0, 480.0]);
    walk(&mut window, Modifiers::NONE, 80, "slim");
}

#[test]
fn tab_keeps_long_dialogs_in_sight() {
    let mut window = Window::sample([1024.0, 500.0]);
    window.press(Modifiers::COMMAND, Key::Comma);
    walk(&mut window, Modifiers::NONE, 80, "settings");
    window.press(Modifiers::NONE, Key::Escape);
    window.open_all_cards();
    window.click_first("new own food");
    walk(&mut window, Modifiers::NONE, 40, "own food");
}

#[test]
fn what_the_arrows_are_on_stays_in_the_visible_part_of_a_list() {
    let mut window = Window::sample([1440.0, 900.0]);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::K);
    for _ in 0..30 {
        window.press(Modifiers::NONE, Key::ArrowDown);
    }
    window.press(Modifiers::NONE, Key::Enter);
    let series = window.harness.state_mut().view_mut().series.clone();
    let label = window.workspace().table().column(series.last().unwrap()).unwrap().label.clone();
    let line = window.harness.get_all_by_role_and_label(Role::Button, &label).next().unwrap().rect();
    let field = window.harness.get_by_role_and_label(Role::TextInput, "Search series").rect();
    assert!(line.top() > field.bottom() && line.bottom() < field.bottom() + 400.0, "{label} at {line:?}");
}

#[test]
fn the_first_stool_stays_under_the_pointer_and_keeps_the_keyboard() {
    let mut window = Window::empty();
    let cell = |window: &Window, label: &str| window.harness.get_by_label(label).rect();
    let before = cell(&window, "Stool form 4, smooth soft log");
    window.click("Stool form 4, smooth soft log");
    assert_eq!(cell(&window, "Stool form 4, smooth soft log"), before, "it does not move away");
    assert_eq!(window.focused().as_deref(), Some("Stool form"));
    type_letter(&mut window, "6");
    assert_eq!(window.answer("stool"), Value::number(6.0), "the keyboard goes on there");
    assert_eq!(window.page().unwrap().entries.len(), 1, "and no second stool is made");
    // The next one too.
    window.click("Another stool");
    assert_eq!(window.focused().as_deref(), Some("Next stool form"));
    let before = cell(&window, "Next stool form 3, log with surface cracks");
    type_letter(&mut window, "3");
    assert_eq!(cell(&window, "Stool 2 form 3, log with surface cracks"), before);
    assert_eq!(window.focused().as_deref(), Some("Stool 2 form"));
}
