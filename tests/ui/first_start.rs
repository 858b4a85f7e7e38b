//! Before anything is logged: the condition and the two questions on safety are answered with one click each, and can be skipped.

use egui_kittest::kittest::Queryable;
use gutskin::model::profile::{Condition, SafetyQuestion};
use gutskin::model::text::Name;

use crate::panes::choose;
use crate::window::{Window, today};

fn said(window: &Window, question: SafetyQuestion) -> Option<bool> {
    window.workspace().diary().profile().safety(question)
}

#[test]
fn condition_and_questions_take_one_click_each() {
    let mut window = Window::empty_of([1440.0, 900.0]);
    window.click("Condition: Psoriasis");
    assert!(window.workspace().diary().profile().conditions.contains(&Condition::Psoriasis));
    window.click("Pregnant or trying: neither");
    window.click("Eating disorder or food worry: no");
    for question in
        [SafetyQuestion::Pregnant, SafetyQuestion::Trying, SafetyQuestion::FoodWorry, SafetyQuestion::EatingDisorder]
    {
        assert_eq!(said(&window, question), Some(false), "{question:?}");
    }
    assert_eq!(said(&window, SafetyQuestion::Breastfeeding), None, "what was not asked is not answered");
    window.click("Pregnant or trying: trying");
    assert_eq!(said(&window, SafetyQuestion::Trying), Some(true));
    assert_eq!(said(&window, SafetyQuestion::Pregnant), None);
    window.click("Pregnant or trying: trying");
    assert_eq!(said(&window, SafetyQuestion::Trying), None, "a second click takes it back");
}

#[test]
fn skipping_is_said_to_count_on_the_careful_side_and_does() {
    let window = Window::empty_of([1440.0, 900.0]);
    assert!(window.shows_part("Skipping counts on the careful side"));
    let profile = window.workspace().diary().profile();
    assert!(profile.energy_is_hidden(today().year()).is_some());
}

#[test]
fn a_pregnancy_notes_its_day_and_is_asked_about_again_after_ten_months() {
    let mut window = Window::empty_of([1440.0, 900.0]);
    window.click("Pregnant or trying: pregnant");
    let mut profile = window.workspace().diary().profile().clone();
    assert_eq!(profile.pregnancy_said, Some(today()));
    assert!(!window.shows_part("Is that still so?"));
    profile.pregnancy_said = Some(today().plus(-304));
    window.harness.state_mut().submit(gutskin::edit::Command::SetProfile { profile });
    window.harness.run();
    assert!(window.shows_part("Is that still so?"));
    window.click("Yes, still");
    assert!(!window.shows_part("Is that still so?"));
    assert_eq!(window.workspace().diary().profile().pregnancy_said, Some(today()));
}

#[test]
fn it_is_the_first_thing_in_a_slim_window_too_and_everything_is_in_reach() {
    let mut window = Window::empty_of([640.0, 480.0]);
    window.click("Condition: Acne");
    assert!(window.workspace().diary().profile().conditions.contains(&Condition::Acne));
    assert!(window.harness.query_all_by_label("Eating disorder or food worry: no").next().is_some());
}

#[test]
fn about_you_asks_everything_apart_and_keeps_whom_to_call() {
    let mut window = Window::empty();
    choose(&mut window, "Diary", "About you…");
    for question in SafetyQuestion::ALL {
        assert!(window.shows(question.text()), "{question:?}");
    }
    window.type_text("Emergency number", "112");
    window.type_text("Your person", "my sister");
    window.click("Keep");
    let lines = &window.workspace().diary().profile().help_lines;
    assert_eq!(lines.emergency_number.as_ref().map(Name::as_str), Some("112"));
    assert_eq!(lines.person.as_ref().map(Name::as_str), Some("my sister"));
    assert_eq!(lines.crisis_line, None);
}

#[test]
fn the_switch_for_ideas_about_weight_is_absent_where_they_would_be_closed() {
    let mut window = Window::empty();
    choose(&mut window, "Diary", "About you…");
    window.click("Psoriasis");
    window.type_into("Year of birth", "1990");
    assert!(!window.shows("Show ideas about weight"), "both questions about food are open");
    for question in [SafetyQuestion::FoodWorry, SafetyQuestion::EatingDisorder] {
        window.click(&format!("{} no", question.text()));
    }
    assert!(window.shows("Show ideas about weight"));
    window.click(&format!("{} yes", SafetyQuestion::Underweight.text()));
    assert!(!window.shows("Show ideas about weight"));
}
