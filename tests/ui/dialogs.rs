//! Every dialog behaves alike: the keyboard starts on its first field, Enter confirms, Escape leaves, and the button it is for
//! stands at the bottom right.

use std::fs;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, ViewportEvent, ViewportId};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::edit::Command;
use gutskin::model::food_line::FoodId;
use gutskin::model::pantry::PantryItem;
use gutskin::model::profile::{Profile, SafetyQuestion};
use gutskin::ui::ThemeChoice;

use crate::panes::choose;
use crate::window::Window;

const CTRL: Modifiers = Modifiers::COMMAND;

/// A dialog: how it is opened, what has the keyboard then, and the button it is for.
pub struct Case {
    open: fn(&mut Window),
    first: &'static str,
    /// The button it is for.
    pub primary: &'static str,
}

/// Every dialog that an empty diary can open, in the order of their list; that of an idea is held where ideas are.
pub const CASES: &[Case] = &[
    Case { open: |window| window.press(Modifiers::NONE, Key::F1), first: "Close", primary: "Close" },
    Case { open: |window| choose(window, "Help", "About Gutskin"), first: "Close", primary: "Close" },
    Case { open: |window| choose(window, "Diary", "About you…"), first: "Acne", primary: "Keep" },
    Case { open: |window| window.press(CTRL, Key::Comma), first: "Theme: as the system", primary: "Keep" },
    Case { open: |window| choose(window, "Edit", "Start a course…"), first: "Course Name", primary: "Start" },
    Case { open: |window| window.click("new own food"), first: "Name of the own food", primary: "Keep" },
    Case { open: |window| window.click("new recipe"), first: "Name of the recipe", primary: "Keep" },
    Case { open: pantry, first: "Close", primary: "Close" },
    Case { open: suspects, first: "Factor you suspect", primary: "Keep this list" },
    Case { open: leave_out, first: "One group: dairy", primary: "Start" },
    Case {
        open: |window| choose(window, "Edit", "New thing to track…"),
        first: "Name of the new thing",
        primary: "Add",
    },
    Case { open: |window| window.press(CTRL, Key::E), first: "Form: PNG picture", primary: "Save" },
    Case { open: |window| window.press(CTRL, Key::O), first: "File to bring in", primary: "Look at it" },
    Case {
        open: |window| choose(window, "Edit", "Delete this day…"),
        first: "Delete the day",
        primary: "Delete the day",
    },
    Case { open: unsaved, first: "Keep the window open", primary: "Keep the window open" },
];

fn pantry(window: &mut Window) {
    let favourite = PantryItem::Favourite(FoodId(63_203_010));
    window.harness.state_mut().submit(Command::KeepInPantry { item: favourite });
    window.harness.run();
    window.click("what I keep");
}

fn suspects(window: &mut Window) {
    window.press(CTRL, Key::Num3);
    window.wait_for("Name suspects…", Window::shows);
    window.click("Name suspects…");
}

/// Leaving something out is offered once the questions about food and weight are answered.
fn leave_out(window: &mut Window) {
    let mut profile = Profile::default();
    for question in SafetyQuestion::ALL {
        profile.safety.insert(*question, false);
    }
    window.harness.state_mut().submit(Command::SetProfile { profile });
    window.press(CTRL, Key::Num4);
    window.click("Leave one thing out…");
}

/// Asks to close the window while the disk refuses.
fn unsaved(window: &mut Window) {
    let journal = window.folder.path().join("journal");
    fs::remove_dir_all(&journal).ok();
    fs::write(&journal, "in the way").unwrap();
    window.click("Itch 6");
    window.workspace().wait_until_saved().unwrap_err();
    let viewports = &mut window.harness.input_mut().viewports;
    viewports.entry(ViewportId::ROOT).or_default().events.push(ViewportEvent::Close);
    window.harness.run();
}

/// A window in which the dialog can be opened, with the dialog open in it.
pub fn opened(case: &Case) -> Window {
    let on_the_sample = ["Factor you suspect", "I do this already"].contains(&case.first);
    let mut window = if on_the_sample { Window::sample([1440.0, 2400.0]) } else { Window::empty() };
    // Without an answer there is nothing to delete, and nothing to draw.
    if ["Delete the day", "Save"].contains(&case.primary) {
        window.click("Itch 6");
    }
    (case.open)(&mut window);
    window.harness.run();
    window
}

#[test]
fn the_keyboard_starts_on_the_first_field_of_every_dialog_and_escape_leaves() {
    for case in CASES {
        let mut window = opened(case);
        assert_eq!(window.focused().as_deref(), Some(case.first), "{}", case.primary);
        let primary = window.harness.get_all_by_role_and_label(Role::Button, case.primary).last().unwrap().rect();
        let title = window.focused();
        for other in ["Cancel", "Close and lose the last changes"] {
            for beside in window.harness.query_all_by_role_and_label(Role::Button, other) {
                assert!(beside.rect().right() <= primary.left(), "{} stands right of {title:?}", case.primary);
                assert!((beside.rect().center().y - primary.center().y).abs() < 2.0);
            }
        }
        window.press(Modifiers::NONE, Key::Escape);
        assert!(!window.shows(case.primary), "Escape does not leave {}", case.primary);
    }
}

#[test]
fn the_button_a_dialog_is_for_stands_at_its_right_edge() {
    let mut window = Window::empty();
    choose(&mut window, "Edit", "Start a course…");
    let rect = |window: &Window, role, label: &str| window.harness.get_by_role_and_label(role, label).rect();
    let primary = rect(&window, Role::Button, "Start");
    let field = rect(&window, Role::TextInput, "Course Dose");
    assert!((primary.right() - field.right()).abs() < 24.0, "{primary:?} and {field:?}");
    let note = rect(&window, Role::MultilineTextInput, "Course note");
    assert!(primary.top() > note.bottom());
}

#[test]
fn enter_confirms_from_a_field_and_keeps_what_was_typed() {
    let mut window = Window::empty();
    choose(&mut window, "Edit", "Start a course…");
    window.harness.get_by_label("Course Name").type_text("Doxycycline");
    window.press(Modifiers::NONE, Key::Enter);
    let names: Vec<String> = window.workspace().diary().courses().map(|course| course.name.to_string()).collect();
    assert_eq!(names, ["Doxycycline"]);
    assert!(!window.shows("Start a course"), "the dialog is gone");
}

#[test]
fn enter_confirms_from_what_is_chosen_with_space() {
    let mut window = Window::empty();
    window.press(CTRL, Key::Comma);
    window.press(Modifiers::NONE, Key::Tab);
    window.press(Modifiers::NONE, Key::Tab);
    assert_eq!(window.focused().as_deref(), Some("Theme: dark"));
    window.press(Modifiers::NONE, Key::Space);
    window.press(Modifiers::NONE, Key::Enter);
    assert!(!window.shows("Fields of the forms"), "the settings are gone");
    assert_eq!(window.harness.state_mut().view_mut().theme, ThemeChoice::Dark);
}

#[test]
fn enter_does_nothing_where_the_dialog_cannot_be_confirmed_yet() {
    let mut window = Window::empty();
    choose(&mut window, "Edit", "New thing to track…");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.shows("Answered as"), "a name is needed first");
    assert_eq!(window.workspace().undo_label(), None);
}

#[test]
fn enter_belongs_to_what_has_a_use_for_it() {
    let mut window = Window::empty();
    choose(&mut window, "Edit", "Start a course…");
    window.harness.get_by_label("Course Name").type_text("Doxycycline");
    window.type_text_as(Role::MultilineTextInput, "Course note", "first");
    window.press(Modifiers::NONE, Key::Enter);
    window.harness.get_by_label("Course note").type_text("second");
    window.harness.run();
    let note = |window: &Window| {
        let field = window.harness.get_by_label("Course note");
        field.accesskit_node().value().unwrap()
    };
    assert_eq!(note(&window), "first\nsecond", "a text of several lines gets another one");
    window.harness.get_by_role_and_label(Role::Button, "Cancel").focus();
    window.harness.run();
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.workspace().diary().courses().count(), 0, "Cancel was pressed, nothing was started");
    window.click("new recipe");
    window.type_text("Search ingredients", "oats");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.shows("What goes in"), "the food was taken, the recipe is still open");
}

#[test]
fn the_keyboard_goes_back_to_where_it_was() {
    let mut window = Window::empty();
    window.harness.get_by_label("new recipe").focus();
    window.harness.run();
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.focused().as_deref(), Some("Name of the recipe"));
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(window.focused().as_deref(), Some("new recipe"));
}

#[test]
fn what_takes_something_away_is_marked_as_a_word_of_danger_and_enter_alone_can_be_taken_back() {
    let mut window = Window::empty();
    window.click("Itch 6");
    choose(&mut window, "Edit", "Delete this day…");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.page(), None);
    window.press(CTRL, Key::Z);
    assert!(window.page().is_some(), "one step back");
}
