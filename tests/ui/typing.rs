//! What is typed: it is in the diary a moment after the last key, nothing is called saved before that, and it is never lost on
//! the way out of a field.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::model::entry::EntryKind;
use gutskin::model::value::Value;
use gutskin::storage::Access;
use gutskin::workspace::Workspace;

use crate::insights::insights;
use crate::window::{Window, harness, open};

/// Puts the keyboard into a field and types; ends with the frame in which the last letter came.
fn type_now(window: &mut Window, role: Role, label: &str, text: &str) {
    window.harness.get_by_role_and_label(role, label).focus();
    window.harness.run();
    window.harness.get_by_role_and_label(role, label).type_text(text);
    window.harness.step();
}

/// Lets time pass in which nothing happens, and draws a frame.
fn wait(window: &mut Window, seconds: f64) {
    let now = window.harness.ctx.input(|input| input.time);
    window.harness.input_mut().time = Some(now + seconds);
    window.harness.step();
    window.harness.input_mut().time = None;
}

/// What a field shows.
fn text_of(window: &Window, role: Role, label: &str) -> String {
    window.harness.get_by_role_and_label(role, label).accesskit_node().value().unwrap_or_default()
}

/// The words of the first entry of a kind on the open day.
fn words(window: &Window, kind: EntryKind) -> Option<String> {
    let page = window.page()?;
    page.of_kind(kind).into_iter().find_map(|entry| entry.text.as_ref().map(ToString::to_string))
}

#[test]
fn a_number_is_on_disk_a_moment_after_the_last_key_and_not_called_saved_before() {
    let mut window = Window::empty();
    type_now(&mut window, Role::TextInput, "Comedones", "7");
    assert!(window.shows("typing…"), "in the very frame of the key");
    wait(&mut window, 0.5);
    assert!(window.shows("typing…") && window.answer("comedones").is_none());
    wait(&mut window, 0.4);
    assert_eq!(window.answer("comedones"), Value::number(7.0), "the keyboard is still in the field");
    assert!(!window.shows("typing…"));
    window.workspace().wait_until_saved().unwrap();
    window.harness.run();
    assert!(window.shows_part("saved "));
    let read = Workspace::open(window.folder.path(), Access::Read, std::sync::Arc::new(|| {})).unwrap();
    assert!(read.diary().day_record(window.day()).unwrap().says_the_same(&window.page().unwrap()));
}

#[test]
fn a_window_that_is_typed_into_asks_for_its_next_frame_only_when_the_text_is_due() {
    let mut window = Window::empty();
    type_now(&mut window, Role::TextInput, "Comedones", "7");
    window.harness.run();
    let delay = |window: &Window| window.harness.output().viewport_output[&ViewportId::ROOT].repaint_delay;
    assert!(delay(&window).as_secs_f64() < 0.8, "it comes back in time: {:?}", delay(&window));
    wait(&mut window, 1.0);
    window.workspace().wait_until_saved().unwrap();
    assert!(window.harness.run() < 4, "and then it rests");
}

#[test]
fn what_one_visit_to_a_field_types_is_one_step_of_undo_however_often_it_pauses() {
    let mut window = Window::empty();
    window.open_all_cards();
    type_now(&mut window, Role::MultilineTextInput, "Note", "Cheeks ");
    for part in ["tight ", "after the ", "shower"] {
        wait(&mut window, 5.0);
        window.harness.event(Event::Text(part.to_owned()));
        window.harness.step();
    }
    wait(&mut window, 5.0);
    assert_eq!(words(&window, EntryKind::Note).as_deref(), Some("Cheeks tight after the shower"));
    type_now(&mut window, Role::TextInput, "Comedones", "1");
    wait(&mut window, 5.0);
    window.harness.event(Event::Text("2".to_owned()));
    window.harness.step();
    wait(&mut window, 5.0);
    assert_eq!(window.answer("comedones"), Value::number(12.0));
    window.harness.key_press(Key::Escape);
    window.harness.run();
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.answer("comedones"), None, "1 and 12 are one step");
    assert_eq!(words(&window, EntryKind::Note).as_deref(), Some("Cheeks tight after the shower"));
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.page(), None, "the sentence is one step");
}

#[test]
fn a_field_keeps_its_keyboard_and_its_text_as_typed_after_it_was_taken_over() {
    let mut window = Window::empty();
    window.open_all_cards();
    for (role, label, text) in [
        (Role::TextInput, "Fibre", "7."),
        (Role::MultilineTextInput, "Note", "Tight  "),
        (Role::TextInput, "Sleep", "7h3"),
    ] {
        type_now(&mut window, role, label, text);
        wait(&mut window, 2.0);
        wait(&mut window, 2.0);
        assert_eq!(text_of(&window, role, label), text);
        let field = window.harness.get_by_role_and_label(role, label);
        assert!(field.accesskit_node().is_focused(), "{label} lost the keyboard");
    }
    assert_eq!(window.answer("fibre_g"), Value::number(7.0));
    assert_eq!(words(&window, EntryKind::Note).as_deref(), Some("Tight"));
    window.harness.event(Event::Text("0".to_owned()));
    window.harness.run();
    window.harness.key_press(Key::Tab);
    window.harness.run();
    assert_eq!(window.answer("sleep_hours"), Value::number(7.5), "and typing goes on where it was");
    assert_eq!(text_of(&window, Role::TextInput, "Fibre"), "7");
    assert_eq!(text_of(&window, Role::MultilineTextInput, "Note"), "Tight");
}

#[test]
fn escape_leaves_a_field_and_keeps_what_was_typed() {
    let mut window = Window::empty();
    window.open_all_cards();
    for (role, label, text) in [(Role::TextInput, "Fibre", "12"), (Role::MultilineTextInput, "Note", "Calm")] {
        type_now(&mut window, role, label, text);
        window.harness.key_press(Key::Escape);
        window.harness.run();
        let field = window.harness.get_by_role_and_label(role, label);
        assert!(!field.accesskit_node().is_focused());
        assert_eq!(text_of(&window, role, label), text);
    }
    assert_eq!(window.answer("fibre_g"), Value::number(12.0));
    assert_eq!(words(&window, EntryKind::Note).as_deref(), Some("Calm"));
}

#[test]
fn a_window_that_loses_the_focus_takes_over_at_once() {
    let mut window = Window::empty();
    type_now(&mut window, Role::TextInput, "Comedones", "7");
    window.harness.event(Event::WindowFocused(false));
    window.harness.step();
    assert_eq!(window.answer("comedones"), Value::number(7.0));
}

#[test]
fn a_text_that_does_not_fit_is_told_and_not_called_saved() {
    let mut window = Window::empty();
    type_now(&mut window, Role::TextInput, "Comedones", "99999");
    wait(&mut window, 1.0);
    assert!(window.shows("a whole number from 0 to 300 is needed"));
    assert!(window.shows("not kept yet: Comedones, 20 Nov 2026"));
    window.click("‹");
    assert!(window.shows("not kept yet: Comedones, 20 Nov 2026"), "on any other day too");
    window.click("›");
    assert_eq!(text_of(&window, Role::TextInput, "Comedones"), "99999");
    window.type_into("Comedones", "9");
    assert_eq!(window.answer("comedones"), Value::number(9.0));
    assert!(!window.shows_part("not kept yet"));
}

#[test]
fn an_event_that_is_not_added_outlives_every_change_of_day_and_diary_and_is_not_called_saved() {
    let mut window = Window::empty();
    window.open_all_cards();
    type_now(&mut window, Role::TextInput, "New event", "Started a new job");
    wait(&mut window, 1.0);
    assert!(window.shows("1 thing typed, not added yet"));
    assert!(window.page().is_none());
    window.press(Modifiers::ALT, Key::ArrowLeft);
    window.click("Look at a sample diary");
    assert!(!window.shows_part("not added yet"));
    window.click("Back to my diary");
    assert!(window.shows("1 thing typed, not added yet"));
    assert_eq!(text_of(&window, Role::TextInput, "New event"), "Started a new job");
    window.click("Add: New event");
    assert_eq!(words(&window, EntryKind::Event).as_deref(), Some("Started a new job"));
    assert_eq!(text_of(&window, Role::TextInput, "New event"), "");
    assert!(!window.shows_part("not added yet"));
}

#[test]
fn a_meal_in_words_takes_its_time_with_it() {
    let mut window = Window::empty();
    window.type_into("Time of the new meal", "19:30");
    window.type_text("New meal", "Pizza");
    window.press(Modifiers::ALT, Key::ArrowLeft);
    window.press(Modifiers::ALT, Key::ArrowRight);
    window.click("Add: New meal");
    let page = window.page().unwrap();
    let meal = page.of_kind(EntryKind::Meal)[0];
    assert_eq!(meal.text.as_ref().unwrap().as_str(), "Pizza");
    assert_eq!(meal.at.unwrap().to_string(), "19:30");
    assert_eq!(text_of(&window, Role::TextInput, "Time of the new meal"), "", "the next meal has its own time");
}

#[test]
fn a_number_typed_into_a_new_moment_waits_until_its_field_is_left() {
    let mut window = Window::empty();
    let before = window.harness.query_all_by_role_and_label(Role::TextInput, "Comedones").count();
    window.click_first("log at a time of day");
    let fields: Vec<_> = window.harness.get_all_by_role_and_label(Role::TextInput, "Comedones").collect();
    assert_eq!(fields.len(), before + 1);
    fields.last().unwrap().focus();
    drop(fields);
    window.harness.run();
    window.harness.event(Event::Text("1".to_owned()));
    window.harness.step();
    wait(&mut window, 2.0);
    assert!(window.shows("typing…"), "the field is not taken from under the fingers");
    window.harness.event(Event::Text("2".to_owned()));
    window.harness.step();
    window.harness.key_press(Key::Tab);
    window.harness.run();
    let page = window.page().unwrap();
    assert_eq!(page.entries.len(), 1);
    assert_eq!(page.entries[0].answers.get("comedones"), Value::number(12.0));
    assert!(page.entries[0].at.is_some());
    assert!(window.shows("done"), "the new entry stands open");
}

/// A way to leave a page.
type Leave = fn(&mut Window);

#[test]
fn the_note_on_a_finding_survives_every_way_of_leaving_it() {
    let mut window = insights();
    let leave: [(&str, Leave); 6] = [
        ("a key", |window| window.press(Modifiers::COMMAND, Key::Num1)),
        ("the link back", |window| window.click("‹ All insights")),
        ("the rail", |window| window.click_first("Calendar")),
        ("a link to the plot", |window| window.click("show both in the plot")),
        ("another day", |window| window.press(Modifiers::ALT, Key::ArrowLeft)),
        ("the sample", |window| {
            window.click("Diary");
            window.click("Look at a sample diary");
        }),
    ];
    for (number, (way, leave)) in leave.into_iter().enumerate() {
        if !window.shows("Note on this finding") {
            window.press(Modifiers::COMMAND, Key::Num3);
            if !window.shows("Note on this finding") {
                window.click_first("Look closer");
            }
        }
        type_now(&mut window, Role::MultilineTextInput, "Note on this finding", &number.to_string());
        leave(&mut window);
        if window.workspace().is_made_up() {
            window.click("Back to my diary");
        }
        let marks = &window.workspace().diary().settings().pair_marks;
        let note = marks.first().and_then(|mark| mark.note.clone()).map(|note| note.to_string());
        let digits = note.unwrap_or_default().chars().filter(char::is_ascii_digit).count();
        assert_eq!(digits, number + 1, "lost by {way}");
    }
}

/// The window is asked to close; gives whether it does.
fn close(window: &mut Window) -> bool {
    let viewport = window.harness.input_mut().viewports.entry(ViewportId::ROOT).or_default();
    viewport.events.push(ViewportEvent::Close);
    for number in 0..20 {
        window.harness.step();
        let commands = &window.harness.output().viewport_output[&ViewportId::ROOT].commands;
        let held = commands.contains(&ViewportCommand::CancelClose);
        if commands.contains(&ViewportCommand::Close) || (number == 0 && !held) {
            return true;
        }
        window.workspace().wait_until_saved().unwrap();
    }
    false
}

#[test]
fn closing_takes_over_and_writes_what_is_being_typed() {
    let mut window = Window::empty();
    type_now(&mut window, Role::TextInput, "Comedones", "7");
    assert!(close(&mut window));
    let Window { harness: closed, folder } = window;
    drop(closed);
    let again = Window { harness: harness(open(&folder), [1440.0, 900.0]), folder };
    assert_eq!(again.answer("comedones"), Value::number(7.0));
}

#[test]
fn closing_asks_what_is_to_become_of_an_event_that_was_not_added() {
    let mut window = Window::empty();
    window.open_all_cards();
    type_now(&mut window, Role::TextInput, "New event", "Started a new job");
    window.click("Look at a sample diary");
    assert!(!close(&mut window));
    assert!(window.shows("Something you typed is not in the diary yet") && window.shows("Started a new job"));
    window.click("Keep the window open");
    assert!(!window.workspace().is_made_up(), "it is in the person's own diary");
    assert_eq!(text_of(&window, Role::TextInput, "New event"), "Started a new job");
    assert!(!close(&mut window));
    window.click("Add and close");
    assert_eq!(words(&window, EntryKind::Event).as_deref(), Some("Started a new job"));
    assert!(close(&mut window), "nothing holds it any more");
}
