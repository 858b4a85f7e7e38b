//! The plot and the suggestions: what is shown, chosen, hidden and said.

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::ui::ThemeChoice;

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
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::K);
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
    let row = |window: &Window| {
        let all = window.harness.get_all_by_role(Role::Link);
        let mut names = all.filter_map(|node| node.accesskit_node().label());
        names.find(|name| name.starts_with(&format!("{}: ", yesterday.short()))).unwrap()
    };
    let name = row(&window);
    window.click(&name);
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
fn every_suggestion_says_it_is_no_medical_advice() {
    let window = Window::sample([1440.0, 2400.0]);
    let ideas = window.harness.query_all_by_label_contains("Not for me: ").count();
    let said = window.harness.get_all_by_label("self-care idea, not medical advice").count();
    assert!(ideas > 0 && ideas <= said, "{ideas} ideas, {said} times");
    window.harness.get_by_label("Not a medical device. Not for emergencies.");
}

/// Chooses an item of a menu; its name may end in its keys.
pub fn choose(window: &mut Window, menu: &str, item: &str) {
    window.click(menu);
    let found = window
        .harness
        .get_all_by_role(Role::Button)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(item)));
    found.unwrap_or_else(|| panic!("no item {item}")).click();
    window.harness.run();
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
        ("Export", "Save the chart…", "The days in view"),
        ("Export", "Save all days…", "With a table beside it that says what the columns mean"),
        ("Edit", "Start a course…", "First day"),
        ("Edit", "New thing to track…", "Answered as"),
        ("Edit", "Delete this day…", "Delete the day"),
    ] {
        choose(&mut window, menu, item);
        assert!(window.harness.query_all_by_label_contains(said).next().is_some(), "{item} does not say {said}");
        window.press(Modifiers::NONE, Key::Escape);
    }
}

#[test]
fn a_theme_that_is_tried_in_the_settings_stays_only_if_it_is_kept() {
    let mut window = Window::sample([1440.0, 900.0]);
    let before = window.harness.state_mut().view_mut().theme;
    for (button, expected) in [("Cancel", before), ("Keep", ThemeChoice::Dark)] {
        choose(&mut window, "Diary", "Settings…");
        window.harness.get_by_label("Theme: dark").click();
        window.harness.run();
        assert_eq!(window.harness.state_mut().view_mut().theme, ThemeChoice::Dark, "shown at once");
        window.click(button);
        assert_eq!(window.harness.state_mut().view_mut().theme, expected, "after {button}");
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
    let said = format!("{}: ", window.day().brief(window.day()));
    assert!(window.harness.query_all_by_label_contains(&said).next().is_some());
}

/// Days in view, as the figure says in words.
fn days_in_view(window: &Window) -> u32 {
    let words = window.harness.get_by_role_and_label(Role::Figure, "Redness").accesskit_node().description().unwrap();
    let before = words.split(" days").next().unwrap();
    before.rsplit(|sign: char| !sign.is_ascii_digit()).next().unwrap().parse().unwrap()
}

fn button(window: &mut Window, pos: egui::Pos2, pressed: bool) {
    let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
    window.harness.event(egui::Event::PointerButton { pos, button, pressed, modifiers });
}

#[test]
fn the_wheel_zooms_dragging_pans_and_a_double_click_goes_back() {
    let mut window = Window::sample([1440.0, 900.0]);
    let center = window.harness.get_by_role_and_label(Role::Figure, "Redness").rect().center();
    let last_day = |window: &Window| {
        let figure = window.harness.get_by_role_and_label(Role::Figure, "Redness");
        figure.accesskit_node().description().unwrap()
    };
    assert_eq!(days_in_view(&window), 90);
    window.harness.event(egui::Event::PointerMoved(center));
    window.harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, 120.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    window.harness.run();
    let zoomed = days_in_view(&window);
    assert!((30..90).contains(&zoomed), "{zoomed} days after zooming in");
    let before = last_day(&window);
    button(&mut window, center, true);
    window.harness.run();
    for step in 1..=10_u8 {
        window.harness.event(egui::Event::PointerMoved(center + egui::vec2(f32::from(step) * 20.0, 0.0)));
        window.harness.run();
    }
    button(&mut window, center + egui::vec2(200.0, 0.0), false);
    window.harness.run();
    assert!(days_in_view(&window).abs_diff(zoomed) <= 1, "panning keeps the width");
    assert_ne!(last_day(&window), before, "dragging to the right shows earlier days");
    // Both clicks within one frame, since a frame of a test lasts longer than a double click.
    let clicks = [true, false, true, false].map(|pressed| {
        let (pos, button, modifiers) = (center, egui::PointerButton::Primary, Modifiers::NONE);
        egui::Event::PointerButton { pos, button, pressed, modifiers }
    });
    window.harness.event(egui::Event::PointerMoved(center));
    window.harness.run();
    window.harness.input_mut().events.extend(clicks);
    window.harness.run();
    assert_eq!(days_in_view(&window), 90);
}

#[test]
fn pointing_at_a_day_says_its_date_its_answers_and_their_units() {
    let mut window = Window::sample([1440.0, 900.0]);
    window.harness.state_mut().view_mut().series = vec!["sleep_hours".to_owned(), "water_ml".to_owned()];
    window.harness.run();
    let rect = window.harness.get_by_role_and_label(Role::Figure, "Sleep").rect();
    window.harness.event(egui::Event::PointerMoved(rect.center()));
    for _ in 0..40 {
        window.harness.step();
    }
    let says = |part: &str| window.harness.query_all_by_label_contains(part).next().is_some();
    assert!(says("Click opens this day"));
    assert!(says(" h") && says(" ml"), "units are said");
}

#[test]
fn up_to_four_series_share_one_time_axis() {
    let mut window = Window::sample([1440.0, 900.0]);
    let keys = ["redness", "itch", "stress", "sleep_hours"];
    window.harness.state_mut().view_mut().series = keys.map(str::to_owned).to_vec();
    window.harness.run();
    let figures: Vec<_> = window.harness.get_all_by_role(Role::Figure).map(|figure| figure.rect()).collect();
    assert_eq!(figures.len(), 4);
    assert!(figures.windows(2).all(|pair| (pair[0].left() - pair[1].left()).abs() < 0.5));
    assert!(figures.windows(2).all(|pair| pair[0].bottom() <= pair[1].top()), "one under the other");
}

#[test]
fn each_pane_folds_and_comes_back() {
    let mut window = Window::sample([1440.0, 900.0]);
    let forms = |window: &Window| window.harness.query_by_label("Skin card").is_some();
    let ideas = |window: &Window| window.harness.query_all_by_label_contains("Not for me: ").next().is_some();
    assert!(forms(&window) && ideas(&window));
    window.press(Modifiers::COMMAND, Key::L);
    window.press(Modifiers::COMMAND, Key::G);
    assert!(!forms(&window) && !ideas(&window));
    let strip = window.harness.query_all_by_label_contains("Show ").next();
    assert!(strip.is_some(), "a strip with the count stays");
    window.press(Modifiers::COMMAND, Key::L);
    window.press(Modifiers::COMMAND, Key::G);
    assert!(forms(&window) && ideas(&window));
}

#[test]
fn with_little_logged_only_what_is_missing_is_said() {
    let mut window = Window::empty();
    window.click("Itch 6");
    window.harness.get_by_label("Still missing");
    window.harness.get_by_label_contains("need entries on at least 7 of them. So far: 1.");
    assert!(window.harness.query_all_by_label_contains("Not for me: ").next().is_none());
    assert!(window.harness.query_by_label_contains("OFTEN CLAIMED").is_none());
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
    window.wait_for("Page 1 of ", Window::shows_part);
    window.click("Save, open or print…");
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
