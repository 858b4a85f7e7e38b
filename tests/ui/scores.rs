//! Skin today and Gut today where the day is logged: the number as soon as there is one, before that what is missing for it.

use eframe::egui::Key;
use egui_kittest::kittest::Queryable;

use crate::window::{Window, harness, open};

const OWN_SCALES: &str = "These are our own short scales for following yourself over time. They have not been tested like \
clinic scores and cannot be compared with them.";

#[test]
fn the_foot_of_the_skin_card_says_what_its_score_needs_and_then_the_score() {
    let mut window = Window::empty();
    assert!(window.shows("Skin today needs two answers"));
    window.click("Skin card: which answers Skin today needs");
    assert!(window.shows("Skin today needs two of: itch or pain, redness or dryness, area."));
    window.click("Itch 6");
    assert!(window.shows("Skin today needs one more answer"));
    assert!(window.shows("Skin today needs one more of: redness or dryness, area."));
    window.click("Redness 2");
    // (0.40 * 6/10 + 0.40 * 2/4) / 0.80
    assert!(window.shows("Skin today 55") && !window.shows_part("Skin today needs"));
    assert!(window.shows("0 best, 100 worst"));
    assert_eq!(
        window.workspace().table().number("skin_today", window.day()),
        Some(55.0),
        "the same number as in the plot"
    );
    window.click("Redness 2");
    assert!(!window.shows_part("Skin today 5"), "an answer that is taken back takes the number with it");
    assert!(window.shows("Skin today needs one more answer"));
}

#[test]
fn gut_today_needs_three_of_five_and_none_is_an_answer() {
    let mut window = Window::empty();
    window.click("Gut card: which answers Gut today needs");
    let parts = "belly pain, bloating, wind, urgency or straining, stool form.";
    assert!(window.shows("Gut today needs three answers"));
    assert!(window.shows(&format!("Gut today needs three of: {parts}")));
    window.click("Belly pain 2");
    window.click("Bloating 4");
    assert!(window.shows("Gut today needs one more of: wind, urgency or straining, stool form."));
    window.click("Wind 0");
    // the mean of 2, 4 and 0 is 2 of 10
    assert!(window.shows("Gut today 20"));
}

#[test]
fn what_the_number_is_stands_one_key_away() {
    let mut window = Window::empty();
    assert!(!window.shows(OWN_SCALES));
    window.harness.get_by_label("Gut card: which answers Gut today needs").focus();
    window.harness.run();
    window.harness.key_press(Key::Enter);
    window.harness.run();
    assert!(window.shows(OWN_SCALES));
    window.harness.key_press(Key::Enter);
    window.harness.run();
    assert!(!window.shows(OWN_SCALES));
}

#[test]
fn a_folded_card_says_its_score_first() {
    let mut window = Window::empty();
    window.click("Itch 6");
    window.click("Redness 2");
    window.click("Skin card");
    assert!(window.shows("Skin today 55, itch 6, redness 2"));
}

#[test]
fn a_diary_for_reading_only_says_what_the_number_is_too() {
    let mut window = Window::empty();
    window.click("Itch 6");
    window.click("Redness 2");
    window.workspace().wait_until_saved().unwrap();
    let mut second = harness(open(&window.folder), [1440.0, 5200.0]);
    second.get_by_label("Skin today 55");
    second.get_by_label("Skin card: what this number is").click();
    second.run();
    second.get_by_label(OWN_SCALES);
}
