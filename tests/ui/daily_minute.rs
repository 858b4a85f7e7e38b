//! The daily minute: what a day asks first, how tall that is, and how few keys or clicks it takes. The counts are printed.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::edit::Command;
use gutskin::model::entry::Card;
use gutskin::model::profile::{Condition, Profile};
use gutskin::model::value::Value;

use crate::keyboard::out_of_sight;
use crate::window::{Window, type_letter};

/// A check-in of twelve answers without food, as typed: the name of each row, what is typed on it, and what it then holds.
const CHECK_IN: [(&str, &str, &str, f64); 12] = [
    ("Redness", "2", "redness", 2.0),
    ("Itch", "4", "itch", 4.0),
    ("Inflamed spots", "3", "inflamed", 3.0),
    ("Flare", "n", "flare", 0.0),
    ("Stool form", "4", "stool", 4.0),
    ("Bloating", "5", "bloating", 5.0),
    ("Sleep", "730", "sleep_hours", 7.5),
    ("Sleep quality", "6", "sleep_quality", 6.0),
    ("To bed", "23", "bed_time", 23.0),
    ("Up", "7", "wake_time", 7.0),
    ("Stress", "3", "stress", 3.0),
    ("Mood", "7", "mood", 7.0),
];

fn of_condition(conditions: &[Condition], size: [f32; 2]) -> Window {
    let mut window = Window::empty_of(size);
    let profile = Profile { conditions: conditions.iter().copied().collect(), ..Profile::default() };
    window.harness.state_mut().submit(Command::SetProfile { profile });
    window.harness.run();
    window
}

/// Height from the head of the first card to the end of the note, in points.
fn height_of_essentials(window: &Window) -> f32 {
    let top = window.harness.get_by_label("Skin card").rect().top();
    window.harness.get_by_role_and_label(Role::MultilineTextInput, "Note").rect().bottom() - top
}

#[test]
fn what_a_day_asks_is_less_than_two_screens_and_little_more_where_a_condition_asks_for_six_rows() {
    let height = |conditions: &[Condition]| {
        let height = height_of_essentials(&of_condition(conditions, [1440.0, 3000.0]));
        println!("essentials with {conditions:?}: {height} points");
        height
    };
    assert!(height(&[]) <= 1_400.0);
    let tallest = Condition::ALL.iter().map(|condition| height(&[*condition])).fold(0.0, f32::max);
    assert!(tallest <= 1_490.0, "{tallest}");
}

#[test]
fn a_check_in_of_twelve_answers_takes_at_most_forty_keys_and_each_leads_to_something_in_sight() {
    let mut window = Window::empty_of([1024.0, 700.0]);
    assert_eq!(window.focused().as_deref(), Some("Redness"), "the first row has the keyboard");
    let mut keys = 0;
    for (label, typed, _, _) in CHECK_IN {
        while window.focused().as_deref() != Some(label) {
            window.press(Modifiers::NONE, Key::Enter);
            keys += 1;
            assert_eq!(out_of_sight(&window), None, "on the way to {label}");
            assert!(keys < 100, "Enter never leads to {label}, it is on {:?}", window.focused());
        }
        for sign in typed.chars() {
            type_letter(&mut window, &sign.to_string());
            keys += 1;
        }
    }
    window.press(Modifiers::NONE, Key::Enter);
    keys += 1;
    println!("a check-in of twelve answers: {keys} keys");
    for (label, _, key, value) in CHECK_IN {
        assert_eq!(window.answer(key).map(Value::as_number), Some(value), "{label}");
    }
    assert!(keys <= 40, "{keys} keys");
}

#[test]
fn a_check_in_of_twelve_answers_takes_twelve_clicks_and_at_most_one_scroll() {
    // What a window of 1440 x 900 shows of the forms at once.
    const IN_SIGHT: f32 = 800.0;
    let mut window = of_condition(&[Condition::Rosacea, Condition::AtopicDermatitis], [1440.0, 3000.0]);
    let top = window.harness.get_by_label("Skin card").rect().top();
    let mut lowest: f32 = 0.0;
    let cells = [
        ("Redness 2", "redness", 2.0),
        ("Itch 4", "itch", 4.0),
        ("Pain or sting 1", "skin_pain", 1.0),
        ("Dryness, scaling 1", "dryness", 1.0),
        ("Inflamed spots more", "inflamed", 1.0),
        ("Flushing episodes more", "flushes", 1.0),
        ("Flare no", "flare", 0.0),
        ("Stool form 4, smooth soft log", "stool", 4.0),
        ("Bloating 5", "bloating", 5.0),
        ("Sleep quality 6", "sleep_quality", 6.0),
        ("Stress 3", "stress", 3.0),
        ("Mood 7", "mood", 7.0),
    ];
    for (label, key, value) in cells {
        lowest = lowest.max(window.harness.get_by_label(label).rect().bottom());
        window.click(label);
        assert_eq!(window.answer(key).map(Value::as_number), Some(value), "{label}");
    }
    let scrolls = ((lowest - top) / IN_SIGHT).ceil() - 1.0;
    println!("a check-in of twelve answers: {} clicks, {scrolls} scrolls", cells.len());
    assert!(scrolls <= 1.0, "{lowest}");
}

#[test]
fn enter_leads_on_and_with_shift_back_and_another_day_begins_with_its_first_row() {
    let mut window = Window::empty_of([1440.0, 900.0]);
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.focused().as_deref(), Some("Itch"));
    window.press(Modifiers::SHIFT, Key::Enter);
    assert_eq!(window.focused().as_deref(), Some("Redness"));
    window.press(Modifiers::NONE, Key::Enter);
    window.press(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.focused().as_deref(), Some("Redness"));
    type_letter(&mut window, "1");
    assert_eq!(window.answer("redness"), Value::number(1.0), "it is the row of the day that is open");
}

#[test]
fn a_card_asks_first_for_what_the_condition_is_about_and_keeps_the_rest_behind_more() {
    let mut window = of_condition(&[Condition::Rosacea], [1440.0, 3000.0]);
    assert!(window.shows("Flushing episodes") && !window.shows("Itch 4"));
    window.click("Skin card: more (16)");
    assert!(window.shows("Itch 4"));
    window.click("Itch 4");
    window.click("Skin card: less");
    assert!(window.shows("Itch 4"), "what is answered is never put away");
    assert!(!window.shows("Area"));
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(!window.shows("Itch 4"), "what is taken back is put away again");
}

#[test]
fn the_whole_head_of_a_card_folds_it() {
    let mut window = Window::empty_of([1440.0, 3000.0]);
    let head = window.harness.get_by_label("Gut card").rect();
    assert!(head.width() > 250.0, "{head:?}");
    window.click("Gut card");
    assert!(!window.shows("Bloating 3"));
    assert!(window.harness.state_mut().view_mut().folded.contains(&Card::Gut));
}

#[test]
fn yesterday_is_a_quiet_trace_and_never_an_answer() {
    let mut window = Window::empty_of([1440.0, 3000.0]);
    window.press(Modifiers::ALT, Key::ArrowLeft);
    window.click("Itch 6");
    window.press(Modifiers::ALT, Key::ArrowRight);
    let row = window.harness.get_by_role_and_label(Role::SpinButton, "Itch");
    assert_eq!(row.accesskit_node().description().as_deref(), Some("0 none · 10 worst; yesterday 6"));
    assert_eq!(window.answer("itch"), None);
}

#[test]
fn a_warning_sign_is_found_by_a_word_or_in_its_group_and_stays_in_sight_once_ticked() {
    let mut window = Window::empty_of([1440.0, 3000.0]);
    window.click("Warning signs card");
    let mole = "A mole or patch that changes, bleeds or has not healed for 4 weeks";
    let eye = "Painful red eye, light hurts or sight has changed";
    assert!(!window.shows(mole), "the signs do not stand in one long row");
    window.type_text("Find a warning sign", "mole");
    assert!(window.shows(mole) && !window.shows(eye));
    window.click(mole);
    assert_eq!(window.answer("warn_mole"), Some(Value::YesNo(true)));
    window.replace_text("Find a warning sign", "xyz");
    assert!(window.shows(mole), "what is ticked shows");
    assert!(window.shows_part("No sign has this word"));
    window.click("Eyes, head, joints");
    assert!(window.shows(eye));
}
