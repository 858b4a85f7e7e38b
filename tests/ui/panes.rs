//! The plot and the suggestions: what is shown, chosen, hidden and said.

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::window::Window;

#[test]
fn a_figure_says_in_words_what_it_draws() {
    let window = Window::sample([1440.0, 900.0]);
    let figure = window.harness.get_by_role_and_label(Role::Figure, "Redness");
    let words = figure.accesskit_node().description().unwrap();
    assert!(words.contains("90 days") && words.contains("Redness: answered on"), "{words}");
}

#[test]
fn series_are_chosen_from_a_list_that_is_searched() {
    let mut window = Window::sample([1440.0, 900.0]);
    window.press(Modifiers::COMMAND, Key::K);
    window.type_text("Search series", "sleep qu");
    window.click("Sleep quality");
    window.press(Modifiers::NONE, Key::Escape);
    window.harness.get_by_role_and_label(Role::Figure, "Sleep quality");
}

#[test]
fn the_numbers_of_the_plot_are_one_key_away() {
    let mut window = Window::sample([1440.0, 900.0]);
    window.press(Modifiers::COMMAND, Key::T);
    assert!(window.harness.query_by_role_and_label(Role::Figure, "Redness").is_none());
    let yesterday = window.day().plus(-1);
    window.click(&yesterday.short());
    assert_eq!(window.day(), yesterday);
}

#[test]
fn the_calendar_opens_a_day() {
    let mut window = Window::sample([1440.0, 900.0]);
    window.click("Calendar");
    let wanted = window.day().plus(-1);
    let named = |label: &str| label.starts_with(&wanted.long());
    let mut cells = window.harness.get_all_by_role(Role::Button);
    cells.find(|node| node.accesskit_node().label().is_some_and(|label| named(&label))).unwrap().click();
    drop(cells);
    window.harness.run();
    assert_eq!(window.day(), wanted);
}

#[test]
fn a_suggestion_is_hidden_with_a_reason_and_undo_brings_it_back() {
    let mut window = Window::sample([1440.0, 2400.0]);
    let count = |window: &Window| window.harness.get_all_by_label("not for me").count();
    let before = count(&window);
    assert!((1..=5).contains(&before), "{before} ideas");
    window.click_first("not for me");
    window.click("I do this already");
    window.click("Hide it");
    let hidden = &window.workspace().diary().settings().hidden_cards;
    assert_eq!(hidden[0].reason.as_str(), "I do this already");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(count(&window), before);
}

#[test]
fn every_suggestion_says_it_is_no_medical_advice() {
    let window = Window::sample([1440.0, 2400.0]);
    let ideas = window.harness.get_all_by_label("not for me").count();
    let said = window.harness.get_all_by_label("self-care idea, not medical advice").count();
    assert_eq!(ideas, said);
    window.harness.get_by_label("Not a medical device. Not for emergencies.");
}

#[test]
fn every_dialog_opens_and_closes_with_escape() {
    let mut window = Window::sample([1440.0, 900.0]);
    for (menu, item, said) in [
        ("Help", "Keys and words", "Not answered"),
        ("Help", "About Gutskin", "MIT or Apache-2.0"),
        ("Diary", "About you…", "Safety questions"),
        ("Diary", "Settings…", "Fields of the forms"),
        ("Diary", "Bring days in…", "File to bring in"),
        ("Export", "Save a report for the doctor…", "PDF to print"),
        ("Export", "Save the chart…", "The days in view"),
        ("Export", "Save all days…", "CSV for a spreadsheet"),
        ("Edit", "Start a course…", "First day"),
        ("Edit", "New thing to track…", "Answered as"),
        ("Edit", "Delete this day…", "Delete the day"),
    ] {
        window.click(menu);
        let found = window
            .harness
            .get_all_by_role(Role::Button)
            .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(item)));
        found.unwrap_or_else(|| panic!("no item {item}")).click();
        window.harness.run();
        assert!(window.harness.query_all_by_label_contains(said).next().is_some(), "{item} does not say {said}");
        window.press(Modifiers::NONE, Key::Escape);
    }
}

#[test]
fn a_click_in_the_plot_opens_that_day() {
    let mut window = Window::sample([1440.0, 900.0]);
    let today = window.day();
    let figure = |window: &Window| window.harness.get_by_role_and_label(Role::Figure, "Redness").rect();
    let rect = figure(&window);
    // A quarter from the left edge of 90 days.
    let at = egui::pos2(rect.left() + 40.0 + (rect.width() - 40.0) * 0.25, rect.center().y);
    let click = |window: &mut Window| {
        window.harness.event(egui::Event::PointerMoved(at));
        for pressed in [true, false] {
            let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
            window.harness.event(egui::Event::PointerButton { pos: at, button, pressed, modifiers });
        }
        window.harness.run();
    };
    click(&mut window);
    let ago = today.days_since(window.day());
    assert!((60..=75).contains(&ago), "{ago} days ago");
    // The plot says the day's answer or that there is none.
    let said = format!("{}: ", window.day().brief());
    assert!(window.harness.query_all_by_label_contains(&said).next().is_some());
}

#[test]
fn the_range_buttons_choose_how_many_days_are_drawn() {
    let mut window = Window::sample([1440.0, 900.0]);
    for (label, days) in [("Days shown: 30", "30 days"), ("Days shown: 365", "365 days"), ("Days shown: 7", "7 days")] {
        window.click(label);
        let figure = window.harness.get_by_role_and_label(Role::Figure, "Redness");
        let words = figure.accesskit_node().description().unwrap();
        assert!(words.contains(days), "{label}: {words}");
    }
}

#[test]
fn a_report_is_saved_where_somebody_says_and_not_over_another_file() {
    let mut window = Window::sample([1440.0, 900.0]);
    let path = window.folder.path().join("report.html");
    std::fs::write(&path, "mine").unwrap();
    window.press(Modifiers::COMMAND, Key::P);
    window.click("Form: HTML page");
    window.replace_text("Save as", &path.display().to_string());
    let save = window.harness.get_by_role_and_label(Role::Button, "Save");
    assert!(save.accesskit_node().is_disabled(), "another file is there");
    window.click("This file is there already. Replace it.");
    window.click("Save");
    window.wait_for("Saved as", Window::shows);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("<html") && text.contains("Redness"));
}
