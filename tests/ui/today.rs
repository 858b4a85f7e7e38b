//! Today: three steps before anything is logged; then skin, gut and the condition's sign, what runs, the last note, and last week.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::edit::{Command, EntryDraft};
use gutskin::model::course::{Course, CourseId, CourseKind};
use gutskin::model::entry::EntryKind;
use gutskin::model::profile::{Condition, Profile};
use gutskin::model::text::{Name, Note};
use gutskin::model::trackable::Key as AnswerKey;
use gutskin::model::value::Value;
use gutskin::ui::ViewId;

use crate::window::{Window, as_opened, open, today};

/// Itch on so many days before today.
fn itch(window: &mut Window, ago: i32, score: f64) {
    let mut draft = EntryDraft::new(EntryKind::SkinCheck);
    draft.answers.set(&AnswerKey::new("itch").unwrap(), Value::number(score));
    window.harness.state_mut().submit(Command::Log { day: today().plus(-ago), drafts: vec![draft] });
    window.harness.run();
}

/// A window of somebody with eczema: itch 6 in the last week on five days, 3 in this one on six.
fn itching(size: [f32; 2]) -> Window {
    let mut window = Window::empty_of(size);
    let conditions = [Condition::AtopicDermatitis].into_iter().collect();
    window.harness.state_mut().submit(Command::SetProfile { profile: Profile { conditions, ..Profile::default() } });
    for ago in [13, 12, 10, 9, 7] {
        itch(&mut window, ago, 6.0);
    }
    for ago in [6, 5, 4, 3, 2, 0] {
        itch(&mut window, ago, 3.0);
    }
    window.press(Modifiers::COMMAND, Key::H);
    window
}

#[test]
fn it_is_what_the_window_opens_on_and_an_empty_diary_has_three_steps_beside_the_sample() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window { harness: as_opened(open(&folder), [1440.0, 900.0]), folder };
    assert_eq!(window.harness.state_mut().view_mut().view, ViewId::Today);
    for step in ["1  Your skin, and two questions", "2  Log today", "3  Enter what you take"] {
        assert!(window.shows(step), "{step}");
    }
    window.click("Look at a sample diary");
    assert!(window.shows("Skin today in the plot") && window.shows("Gut today in the plot"));
}

#[test]
fn a_tile_says_today_and_this_week_against_the_last_and_counts_only_answered_days() {
    let window = itching([1440.0, 900.0]);
    assert!(window.shows("Itch in the plot"), "it is the sign of eczema");
    assert!(window.shows("3 points lower than last week"));
    assert!(window.shows("6 of 7 days answered, last week 5"));
    assert!(window.shows("higher is worse"));
    let line = window.harness.get_by_role_and_label(Role::Image, "Itch, last 14 days: 11 answered, from 3 to 6");
    assert!(line.rect().height() > 20.0);
}

#[test]
fn the_numbers_of_the_keys_stay_and_today_has_its_own() {
    let mut window = itching([1440.0, 900.0]);
    window.press(Modifiers::COMMAND, Key::Num1);
    assert_eq!(window.harness.state_mut().view_mut().view, ViewId::Plot);
    window.press(Modifiers::COMMAND, Key::H);
    assert_eq!(window.harness.state_mut().view_mut().view, ViewId::Today);
    window.click("Itch in the plot");
    assert_eq!(window.harness.state_mut().view_mut().view, ViewId::Plot);
    assert_eq!(window.harness.state_mut().view_mut().series.first().map(String::as_str), Some("itch"));
}

#[test]
fn last_week_is_looked_back_on_until_it_is_put_away() {
    // Today is Friday 20 November: last week is 9 to 15 November, 11 to 5 days ago; the week before ends 12 days ago.
    let mut window = itching([1440.0, 900.0]);
    assert!(window.shows("9 Nov to 15 Nov"));
    assert!(window.shows("Logged on 5 of 7 days: skin on 5."), "10, 9, 7, 6 and 5 days ago");
    assert!(window.shows("Too few days are answered to compare with the week before."));
    assert!(window.shows("Nothing is due in the next seven days."));
    window.click("Put last week away");
    assert!(!window.shows("9 Nov to 15 Nov"));
    itch(&mut window, 1, 3.0);
    assert!(!window.shows("9 Nov to 15 Nov"), "it stays away, whatever is logged");
}

#[test]
fn what_runs_and_the_last_note_lead_to_where_they_are_kept() {
    let mut window = itching([1440.0, 900.0]);
    let course = Course {
        id: CourseId::NEW,
        kind: CourseKind::Antibiotic,
        name: Name::new("Doxycycline").unwrap(),
        start: today().plus(-10),
        stop: Some(today().plus(17)),
        dose: String::new(),
        schedule: String::new(),
        regions: Vec::new(),
        after_effect_days: 45,
        note: None,
    };
    window.harness.state_mut().submit(Command::AddCourse { course });
    let text = Some(Note::new("New soap since Monday").unwrap());
    let note = EntryDraft { text, ..EntryDraft::new(EntryKind::Note) };
    window.harness.state_mut().submit(Command::Log { day: today().plus(-3), drafts: vec![note] });
    window.harness.run();
    assert!(window.shows("day 11 of 28"));
    assert!(window.shows("New soap since Monday"));
    window.harness.set_size(eframe::egui::vec2(1440.0, 1800.0));
    window.harness.run();
    window.click("Open the day of the last note, 17 Nov 2026");
    assert_eq!(window.day(), today().plus(-3));
    let links: Vec<_> = window.harness.get_all_by_role_and_label(Role::Link, "Doxycycline").collect();
    links[0].click();
    drop(links);
    window.harness.run();
    assert!(window.shows("Change a course"));
}

#[test]
fn it_fits_a_slim_and_a_large_window() {
    for size in [[1024.0, 700.0], [800.0, 600.0], [512.0, 350.0]] {
        let mut window = itching(size);
        window.press(Modifiers::COMMAND, Key::H);
        let tile = window.harness.get_by_role_and_label(Role::Link, "Itch in the plot").rect();
        assert!(tile.left() >= 0.0 && tile.right() <= size[0], "{size:?}: {tile:?}");
        assert!(!window.harness.get_by_label("3 points lower than last week").accesskit_node().is_hidden());
    }
}

#[test]
fn below_the_tiles_the_skin_and_the_sign_are_drawn_and_tiles_beside_each_other_are_alike() {
    let window = itching([1440.0, 900.0]);
    let figure = window.harness.get_by_role_and_label(Role::Figure, "Itch");
    let words = figure.accesskit_node().description().unwrap();
    assert!(words.contains("Itch: answered on 11"), "{words}");
    let lines = window
        .harness
        .get_all_by_role(Role::Image)
        .filter(|node| node.accesskit_node().label().is_some_and(|label| label.contains(", last 14 days: ")));
    let feet: Vec<f32> = lines.map(|line| line.rect().bottom()).collect();
    assert_eq!(feet.len(), 3);
    assert!(feet.iter().all(|foot| (foot - feet[0]).abs() < 1.0), "{feet:?}");
}
