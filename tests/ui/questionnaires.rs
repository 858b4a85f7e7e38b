//! The WHO-5 every two weeks and the PSS-4 once a month: due or not, answered by keys alone, summed when whole.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use gutskin::edit::{Command, EntryDraft};
use gutskin::model::questionnaire::Questionnaire;
use gutskin::model::value::Value;

use crate::window::{Window, type_letter};

const FIRST: &str = "I have felt cheerful and in good spirits";

/// Answers a questionnaire some days before the open one, from its first item on.
fn answered(window: &mut Window, days_before: i32, questionnaire: Questionnaire, answers: &[u8]) {
    let items = questionnaire.items().zip(answers);
    let answers = items.map(|(item, answer)| (item.key.clone(), Value::Number(f64::from(*answer)))).collect();
    let draft = EntryDraft { answers, ..EntryDraft::new(questionnaire.kind()) };
    let day = window.day().plus(-days_before);
    window.harness.state_mut().submit(Command::Log { day, drafts: vec![draft] });
    window.harness.run();
}

fn sum(window: &Window, key: &str) -> Option<f64> {
    window.workspace().table().number(key, window.day())
}

/// Types an answer on the row that has the keyboard, and goes on to the next.
fn type_answers(window: &mut Window, answers: &[&str]) {
    for answer in answers {
        type_letter(window, answer);
        window.press(Modifiers::NONE, Key::Tab);
    }
}

#[test]
fn the_who_5_is_folded_and_due_and_is_answered_by_keys_alone() {
    let mut window = Window::empty();
    assert!(window.shows("WHO-5, due") && !window.shows(FIRST));
    window.harness.get_by_label("Every two weeks card").focus();
    window.harness.run();
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.shows_part("how you felt in the last two weeks"), "the words that belong to it");
    assert!(window.shows_part("0 at no time · 1 some of the time"));
    window.press(Modifiers::NONE, Key::Tab);
    assert_eq!(window.focused().as_deref(), Some(FIRST));
    type_answers(&mut window, &["3", "2", "4", "1"]);
    assert!(window.shows("4 of 5 answered. The sum needs all of them.") && sum(&window, "who5").is_none());
    type_answers(&mut window, &["3"]);
    assert!(window.shows("WHO-5 52") && window.shows("0 worst, 100 best"));
    assert_eq!(sum(&window, "who5"), Some(52.0));
    assert_eq!(window.page().unwrap().entries.len(), 1, "the answers are one entry");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(sum(&window, "who5"), None, "each answer is a step of its own");
}

#[test]
fn a_row_takes_no_answer_beyond_its_scale() {
    let mut window = Window::empty();
    window.open_all_cards();
    window.harness.get_by_role_and_label(Role::SpinButton, FIRST).focus();
    window.harness.run();
    type_letter(&mut window, "6");
    assert_eq!(window.answer("who5_1"), None);
    type_letter(&mut window, "5");
    assert_eq!(window.answer("who5_1"), Value::number(5.0));
    window.press(Modifiers::NONE, Key::Delete);
    assert_eq!(window.answer("who5_1"), None);
}

#[test]
fn within_two_weeks_it_says_when_it_is_due_and_can_be_answered_all_the_same() {
    let mut window = Window::empty();
    answered(&mut window, 7, Questionnaire::Who5, &[3, 2, 3, 2, 3]);
    assert!(window.shows("WHO-5, next from 27 Nov"));
    window.click("Every two weeks card");
    assert!(window.shows_part("WHO-5 52 on 13 Nov.") && !window.shows(FIRST));
    window.click("answer it on this day all the same");
    assert!(window.shows(FIRST));
    for cell in [
        "I have felt cheerful and in good spirits 3",
        "I have felt calm and relaxed 2",
        "I have felt active and vigorous 4",
        "I woke up feeling fresh and rested 2",
        "My daily life has been filled with things that interest me 3",
    ] {
        window.click(cell);
    }
    assert!(window.shows("4 more than on 13 Nov. A change below 10 may be nothing."));
}

#[test]
fn after_two_weeks_it_is_due_again() {
    let mut window = Window::empty();
    answered(&mut window, 14, Questionnaire::Who5, &[3, 2, 3, 2, 3]);
    assert!(window.shows("WHO-5, due"));
}

#[test]
fn the_pss_4_takes_four_answers_from_a_copy_of_ones_own() {
    let mut window = Window::empty();
    assert!(window.shows("PSS-4, due"));
    window.click("Once a month card");
    assert!(window.shows_part("are not printed here") && window.shows("0 never · 4 very often"));
    window.harness.get_by_role_and_label(Role::SpinButton, "PSS-4 first answer").focus();
    window.harness.run();
    type_answers(&mut window, &["3", "1", "2", "4"]);
    assert!(window.shows("PSS-4 12") && window.shows("0 least stress, 16 most stress"));
    assert_eq!(sum(&window, "pss4"), Some(12.0));
    assert_eq!(window.workspace().undo_label(), Some("PSS-4 fourth answer 4, 20 Nov"));
}

#[test]
fn same_as_yesterday_leaves_questionnaires_alone() {
    let mut window = Window::empty();
    answered(&mut window, 1, Questionnaire::Who5, &[3, 2, 3, 2, 3]);
    answered(&mut window, 1, Questionnaire::Pss4, &[0, 1, 2, 3]);
    window.press(Modifiers::COMMAND, Key::D);
    assert!(window.page().is_none());
}

#[test]
fn whoever_hides_an_answer_is_not_asked_the_questionnaire() {
    let mut window = Window::empty();
    let known = window.workspace().diary().catalogue().get("pss4_2").unwrap().clone();
    let trackable = gutskin::model::trackable::Trackable { hidden: true, ..known };
    window.harness.state_mut().submit(Command::PutTrackable { trackable });
    window.harness.run();
    assert!(!window.shows("Once a month card") && window.shows("Every two weeks card"));
}

#[test]
fn about_says_whose_they_are() {
    let mut window = Window::empty();
    window.click("Help");
    window.harness.get_by_label_contains("About Gutskin").click();
    window.harness.run();
    assert!(window.shows_part("World Health Organization, 1998"));
    assert!(window.shows_part("Cohen, Kamarck and Mermelstein 1983"));
}
