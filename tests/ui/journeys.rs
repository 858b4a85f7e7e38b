//! Whole ways through the window: logging, undoing, going back, closing and coming back.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::model::entry::EntryKind;
use gutskin::model::value::Value;

use crate::window::{Window, harness, open, type_letter};

/// Goes on with Tab until the keyboard is on a name.
fn tab_to(window: &mut Window, role: Role, label: &str) {
    for _ in 0..400 {
        let there = window
            .harness
            .query_all_by_role(role)
            .any(|node| node.accesskit_node().is_focused() && node.accesskit_node().label().as_deref() == Some(label));
        if there {
            return;
        }
        window.harness.key_press(Key::Tab);
        window.harness.run();
    }
    panic!("Tab never reaches {label}");
}

#[test]
fn a_whole_check_in_by_keyboard_alone() {
    let mut window = Window::empty();
    for (role, label, keys) in [
        (Role::SpinButton, "Redness", "3"),
        (Role::SpinButton, "Itch", "6"),
        (Role::SpinButton, "Flare", "y"),
        (Role::SpinButton, "Stool form", "6"),
        (Role::SpinButton, "Bloating", "4"),
        (Role::SpinButton, "Dairy", "n"),
        (Role::SpinButton, "Stress", "8"),
    ] {
        tab_to(&mut window, role, label);
        type_letter(&mut window, keys);
    }
    tab_to(&mut window, Role::SpinButton, "Mood");
    type_letter(&mut window, "1");
    type_letter(&mut window, "0");
    for (key, value) in
        [("redness", 3.0), ("itch", 6.0), ("stool", 6.0), ("bloating", 4.0), ("stress", 8.0), ("mood", 10.0)]
    {
        assert_eq!(window.answer(key), Value::number(value), "{key}");
    }
    assert_eq!(window.answer("flare"), Some(Value::YesNo(true)));
    assert_eq!(window.answer("dairy"), Some(Value::YesNo(false)));
}

#[test]
fn words_and_amounts_by_keyboard_alone() {
    let mut window = Window::empty();
    window.open_all_cards();
    for (role, label, words, key) in [
        (Role::TextInput, "New meal", "Porridge", Key::Enter),
        (Role::TextInput, "Fibre", "12", Key::Tab),
        (Role::TextInput, "Water", "1500", Key::Enter),
        (Role::TextInput, "Sleep", "7h30", Key::Tab),
        (Role::TextInput, "To bed", "2315", Key::Tab),
        (Role::MultilineTextInput, "Note", "A calm day", Key::Tab),
        (Role::TextInput, "New event", "New job", Key::Enter),
    ] {
        tab_to(&mut window, role, label);
        type_letter(&mut window, words);
        window.harness.key_press(key);
        window.harness.run();
    }
    for (key, value) in [("fibre_g", 12.0), ("water_ml", 1_500.0), ("sleep_hours", 7.5)] {
        assert_eq!(window.answer(key), Value::number(value), "{key}");
    }
    assert_eq!(window.answer("bed_time").unwrap().to_string(), "23:15");
    let page = window.page().unwrap();
    for (kind, words) in [(EntryKind::Meal, "Porridge"), (EntryKind::Note, "A calm day"), (EntryKind::Event, "New job")]
    {
        let said = page.of_kind(kind).into_iter().find_map(|entry| entry.text.clone()).unwrap();
        assert_eq!(said.as_str(), words);
    }
}

#[test]
fn five_steps_back_and_five_forward_end_where_they_began() {
    let mut window = Window::empty();
    for label in ["Itch 6", "Redness 3", "Stool form 6, mushy, ragged", "Stress 8", "Dairy yes"] {
        window.click(label);
    }
    let logged = window.page().unwrap();
    for _ in 0..5 {
        window.press(Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(window.page(), None, "everything was taken back");
    for _ in 0..5 {
        window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    }
    assert!(window.page().unwrap().says_the_same(&logged));
}

#[test]
fn what_was_logged_is_there_when_the_window_comes_back() {
    let mut window = Window::empty();
    window.click("Itch 6");
    window.click("‹");
    window.click("Itch 2");
    window.workspace().wait_until_saved().unwrap();
    let Window { harness: first, folder } = window;
    drop(first);
    let again = Window { harness: harness(open(&folder), [1440.0, 900.0]), folder };
    assert_eq!(again.answer("itch"), Value::number(6.0));
    let yesterday = again.workspace().diary().day_record(again.day().plus(-1)).cloned().unwrap();
    assert_eq!(yesterday.entries[0].answers.get("itch"), Value::number(2.0));
}

#[test]
fn what_is_being_typed_goes_to_the_day_it_was_typed_on() {
    let mut window = Window::empty();
    let today = window.day();
    window.type_text("Fibre", "12");
    window.press(Modifiers::ALT, Key::ArrowLeft);
    window.harness.run();
    assert_eq!(window.day(), today.plus(-1));
    assert_eq!(window.answer("fibre_g"), None);
    let page = window.workspace().diary().day_record(today).cloned().unwrap();
    assert_eq!(page.entries[0].answers.get("fibre_g"), Value::number(12.0));
}

#[test]
fn a_second_window_on_the_same_diary_reads_only_and_says_so() {
    let window = Window::empty();
    let second = harness(open(&window.folder), [1440.0, 900.0]);
    assert!(second.state().workspace().read_only().is_some());
    second.get_by_label_contains("Open for reading only");
    assert!(second.get_by_label("Itch 6").accesskit_node().is_disabled());
    assert!(!second.get_by_label("Own card").accesskit_node().is_disabled(), "what is there can be looked at");
}

#[test]
fn the_sample_is_one_click_away_and_so_is_the_way_back() {
    let mut window = Window::empty();
    window.click("Look at a sample diary");
    assert!(window.workspace().is_made_up());
    window.harness.get_by_label_contains("Made-up sample diary");
    window.click("Back to my diary");
    assert!(!window.workspace().is_made_up());
    assert_eq!(window.workspace().diary().span(), None);
}

#[test]
fn nothing_moving_means_no_repaint() {
    let mut window = Window::sample([1440.0, 900.0]);
    window.harness.run();
    assert_eq!(window.harness.try_run_realtime().unwrap(), 1, "a window at rest asks for no further frame");
}

#[test]
fn breakfast_of_three_known_foods_is_three_words_and_three_enters_and_again_tomorrow_one_click() {
    let mut window = Window::empty_of([1440.0, 3000.0]);
    let field = |window: &mut Window, food: &str| {
        window.harness.get_by_role_and_label(Role::TextInput, "Search foods").focus();
        window.harness.run();
        window.harness.get_by_role_and_label(Role::TextInput, "Search foods").type_text(food);
        window.harness.run();
        window.press(Modifiers::NONE, Key::Enter);
    };
    window.press(Modifiers::ALT, Key::ArrowLeft);
    for food in ["oats 40 g", "blueberries", "kefir 200 ml"] {
        field(&mut window, food);
    }
    println!("breakfast of three foods: 3 words, 3 Enters");
    let page = window.page().unwrap();
    let meals = page.of_kind(EntryKind::Meal);
    assert_eq!(meals.len(), 1, "three foods of one meal");
    assert_eq!(meals[0].foods.len(), 3);
    assert_eq!(meals[0].foods[0].grams, 40.0);
    window.press(Modifiers::ALT, Key::ArrowRight);
    let again: Vec<_> = window.harness.get_all_by_label_contains("Log again: ").collect();
    again[0].click();
    drop(again);
    window.harness.run();
    println!("the same again tomorrow: 1 click");
    let tomorrow = window.page().unwrap();
    assert_eq!(tomorrow.of_kind(EntryKind::Meal)[0].foods, meals[0].foods);
}

#[test]
fn the_one_food_field_takes_answers_and_words_too() {
    let mut window = Window::empty_of([1440.0, 3000.0]);
    for line in ["fibre 8 g", "pizza at the corner with everything"] {
        window.type_text("Search foods", line);
        let is_words = line.starts_with("pizza");
        if is_words {
            window.click(&format!("“{line}”, in words alone"));
        } else {
            window.press(Modifiers::NONE, Key::Enter);
        }
    }
    assert_eq!(window.answer("fibre_g"), Value::number(8.0));
    let page = window.page().unwrap();
    let words = page.of_kind(EntryKind::Meal).into_iter().find_map(|entry| entry.text.clone()).unwrap();
    assert_eq!(words.as_str(), "pizza at the corner with everything");
}

#[test]
fn bed_and_up_say_the_hours_of_sleep_until_somebody_answers() {
    let mut window = Window::empty_of([1440.0, 3000.0]);
    window.type_into("To bed", "23:15");
    window.type_into("Up", "6:45");
    window.harness.run();
    assert!(window.shows("7:30, from bed and up"));
    assert_eq!(window.answer("sleep_hours"), None, "it is worked out, nobody answered it");
    window.type_into("Sleep", "7");
    assert!(!window.shows_part("from bed and up"));
}
