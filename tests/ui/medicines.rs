//! Medicines are recognised while a course is typed, and its page says what is known of them. What was typed stays as it was, and
//! nothing is started, stopped or changed by the program.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::edit::Command;
use gutskin::model::course::{Course, CourseId, CourseKind};
use gutskin::model::profile::{Condition, Profile, SafetyQuestion};
use gutskin::model::text::Name;

use crate::panes::choose;
use crate::window::{Window, today};

fn new_course() -> Window {
    let mut window = Window::empty();
    choose(&mut window, "Edit", "Start a course…");
    window
}

fn type_name(window: &mut Window, name: &str) {
    window.type_text("Course Name", name);
}

fn name_typed(window: &Window) -> String {
    window.harness.get_by_role_and_label(Role::TextInput, "Course Name").accesskit_node().value().unwrap_or_default()
}

fn course(name: &str, kind: CourseKind, from: i32, to: Option<i32>) -> Course {
    Course {
        id: CourseId::NEW,
        kind,
        name: Name::new(name).unwrap(),
        start: today().plus(from),
        stop: to.map(|to| today().plus(to)),
        dose: String::new(),
        schedule: String::new(),
        regions: Vec::new(),
        after_effect_days: 45,
        note: None,
    }
}

fn with(window: &mut Window, course: Course) {
    window.harness.state_mut().submit(Command::AddCourse { course });
    window.harness.run();
}

fn kept(window: &Window) -> Course {
    window.workspace().diary().courses().last().unwrap().clone()
}

#[test]
fn offers_stand_under_the_name_and_arrows_and_enter_take_one() {
    let mut window = new_course();
    type_name(&mut window, "doxy");
    assert!(window.shows("Medicine: doxycycline"));
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(name_typed(&window), "doxycycline");
    assert!(window.shows_part("Tetracycline antibiotic. Usually may still act for 45 days"));
    assert_eq!(window.workspace().diary().courses().count(), 0, "Enter took the offer, it did not start the course");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(kept(&window).kind, CourseKind::Antibiotic);
    assert_eq!(kept(&window).after_effect_days, 45);
}

#[test]
fn a_click_takes_an_offer_too_and_kind_and_days_are_filled_in() {
    let mut window = new_course();
    type_name(&mut window, "adapal");
    window.click("Medicine: adapalene");
    window.click("Start");
    let kept = kept(&window);
    assert_eq!((kept.name.as_str(), kept.kind, kept.after_effect_days), ("adapalene", CourseKind::Topical, 28));
}

#[test]
fn what_was_typed_and_chosen_stays() {
    let mut window = new_course();
    window.click("Kind: Supplement");
    type_name(&mut window, "My Doxycycline, mornings");
    window.type_into("Days of after-effects", "30");
    let days = window.harness.get_by_role_and_label(Role::TextInput, "Days of after-effects");
    assert_eq!(days.accesskit_node().value().as_deref(), Some("30"));
    assert_eq!(name_typed(&window), "My Doxycycline, mornings");
    window.click("Start");
    let kept = kept(&window);
    assert_eq!(kept.name.as_str(), "My Doxycycline, mornings");
    assert_eq!((kept.kind, kept.after_effect_days), (CourseKind::Supplement, 30));
}

#[test]
fn a_name_that_nobody_knows_is_as_good_and_is_said_to_be_unknown() {
    let mut window = new_course();
    type_name(&mut window, "miracle cream");
    assert!(window.shows_part("No medicine of this name is known here."));
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(kept(&window).name.as_str(), "miracle cream");
}

#[test]
fn ten_thousand_characters_are_refused_with_the_reason() {
    let mut window = new_course();
    type_name(&mut window, &"x".repeat(10_000));
    assert!(window.shows_part("at most 200 fit"));
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.workspace().diary().courses().count(), 0);
}

#[test]
fn a_clash_with_a_running_course_is_said_before_the_course_is_started() {
    let mut window = Window::empty();
    with(&mut window, course("isotretinoin", CourseKind::Prescribed, -20, None));
    choose(&mut window, "Edit", "Start a course…");
    type_name(&mut window, "doxycycline");
    assert!(window.shows_part("pressure in the head can rise"));
    assert!(window.shows_part("Am J Clin Dermatol"), "with its source");
    assert_eq!(window.workspace().diary().courses().count(), 1, "nothing is started by it");
}

#[test]
fn a_clash_with_an_answer_is_said_too() {
    let mut window = Window::empty();
    let profile = Profile { safety: [(SafetyQuestion::Pregnant, true)].into(), ..Profile::default() };
    window.harness.state_mut().submit(Command::SetProfile { profile });
    choose(&mut window, "Edit", "Start a course…");
    type_name(&mut window, "isotretinoin");
    assert!(window.shows_part("This medicine can harm an unborn child"));
}

#[test]
fn the_courses_say_class_rules_and_what_may_flare_in_this_persons_condition() {
    let mut window = Window::empty();
    with(&mut window, course("lithium", CourseKind::Prescribed, -200, None));
    window.press(Modifiers::COMMAND, Key::Num4);
    assert!(!window.shows_part("Do not stop it by yourself"), "no condition is known yet");
    let profile = Profile { conditions: [Condition::Psoriasis].into(), ..Profile::default() };
    window.harness.state_mut().submit(Command::SetProfile { profile });
    window.harness.run();
    assert!(window.shows_part("Ask the person who prescribed it. Do not stop it by yourself."));
    assert!(window.shows_part("Source: "));
}

#[test]
fn an_antibiotic_has_a_panel_with_the_days_since_its_last_dose() {
    let mut window = Window::empty();
    with(&mut window, course("azithromycin", CourseKind::Antibiotic, -13, Some(-10)));
    window.press(Modifiers::COMMAND, Key::Num4);
    assert!(window.shows_part("azithromycin: 10 days since the last dose; it may still act until"));
    // What the cards about antibiotics say: studies, what to watch for, probiotics.
    assert!(window.shows_part("own bacteria coming back"));
    assert!(window.shows_part("up to 12 weeks after: see a doctor"));
    assert!(window.shows_part("For skin: not studied"));
    // Fibre stands as a target; without answers nothing is said to be little.
    assert!(window.shows_part("too few to say"));
}

#[test]
fn the_panel_is_there_while_the_course_runs_and_gone_when_nothing_acts_any_more() {
    let mut window = Window::empty();
    with(&mut window, course("azithromycin", CourseKind::Antibiotic, -2, None));
    window.press(Modifiers::COMMAND, Key::Num4);
    assert!(window.shows("azithromycin: the course is running."));
    let mut long_over = course("doxycycline", CourseKind::Antibiotic, -200, Some(-100));
    long_over.after_effect_days = 45;
    with(&mut window, long_over);
    assert!(!window.shows_part("100 days since the last dose"));
}

#[test]
fn an_antibiotic_is_marked_in_every_view() {
    let mut window = Window::empty();
    with(&mut window, course("azithromycin", CourseKind::Antibiotic, -13, Some(-10)));
    for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num5] {
        window.press(Modifiers::COMMAND, key);
        assert!(window.shows_part("Antibiotic azithromycin: 10 days since the last dose"), "{key:?}");
    }
    window.click("What follows it");
    assert!(window.shows("After the antibiotic"));
    window.press(Modifiers::COMMAND, Key::Num2);
    assert!(window.shows(&format!("{}, antibiotic", today().plus(-11).long())));
    assert!(window.shows(&format!("{}, after an antibiotic", today().plus(-9).long())));
}
