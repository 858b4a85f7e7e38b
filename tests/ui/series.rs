//! How series and courses are drawn in the window: by key, on their own days.

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Color32, Key, Modifiers, Shape};
use egui_kittest::kittest::Queryable;
use gutskin::edit::{Command, Place};
use gutskin::model::body_system::BodySystem;
use gutskin::model::course::{Course, CourseId, CourseKind};
use gutskin::model::entry::EntryKind;
use gutskin::model::text::Name;
use gutskin::model::trackable::Key as TrackableKey;
use gutskin::model::value::Value;
use gutskin::report::scene::palette;
use gutskin::report::series_style::SeriesStyle;
use gutskin::ui::{ThemeChoice, ViewId};

use crate::window::Window;

fn plotting(series: &[&str]) -> Window {
    let mut window = Window::sample([1440.0, 900.0]);
    let view = window.harness.state_mut().view_mut();
    view.theme = ThemeChoice::Light;
    view.view = ViewId::Plot;
    view.series = series.iter().map(|key| (*key).to_owned()).collect();
    window.harness.run();
    window
}

/// Colours in which anything is filled now.
fn fills(window: &Window) -> Vec<Color32> {
    fn of(shape: &Shape, found: &mut Vec<Color32>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| of(shape, found)),
            Shape::Circle(circle) => found.push(circle.fill),
            Shape::Path(path) => found.push(path.fill),
            _ => {}
        }
    }
    let mut found = Vec::new();
    window.harness.output().shapes.iter().for_each(|clipped| of(&clipped.shape, &mut found));
    found
}

#[expect(clippy::disallowed_methods, reason = "what stands on paper is read from the report, not from the theme")]
fn paper(slot: usize) -> Color32 {
    let palette::Color(red, green, blue) = SeriesStyle::of_slot(slot).color;
    Color32::from_rgb(red, green, blue)
}

#[test]
fn taking_the_first_series_out_recolours_no_other() {
    let mut window = plotting(&["redness", "itch", "sleep_hours"]);
    // A mark of a day is drawn at 55 % of its colour.
    let ink = |slot: usize| paper(slot).gamma_multiply(0.55);
    let marks = |window: &Window, slot: usize| fills(window).iter().filter(|fill| **fill == ink(slot)).count();
    let slot = |window: &mut Window, key: &str| window.harness.state_mut().view_mut().styles.of(key).slot;
    let [redness, itch, sleep] = ["redness", "itch", "sleep_hours"].map(|key| slot(&mut window, key));
    // Ninety days were logged on most days; each answer is a mark.
    assert!([redness, itch, sleep].iter().all(|slot| marks(&window, *slot) > 30));
    window.click("Redness  ×");
    assert_eq!(marks(&window, redness), 0, "its marks are gone");
    assert!(marks(&window, itch) > 30 && marks(&window, sleep) > 30, "the others have the colours they had");
}

#[test]
fn a_series_that_goes_and_comes_back_and_one_that_moves_to_the_front_are_drawn_as_before() {
    let mut window = plotting(&["redness", "itch"]);
    let styles = |window: &mut Window| {
        let view = window.harness.state_mut().view_mut();
        ["redness", "itch"].map(|key| view.styles.of(key))
    };
    let before = styles(&mut window);
    window.click("Calendar");
    window.click("Itch");
    assert_eq!(window.harness.state_mut().view_mut().calendar_series.as_deref(), Some("itch"));
    window.click("Plot");
    window.click("Redness  ×");
    window.click("Choose series");
    window.type_text("Search series", "redness");
    window.click("Redness");
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(styles(&mut window), before);
}

fn answer_today(window: &mut Window) {
    let place = Place::Main { kind: EntryKind::SkinCheck, region: None };
    let (day, key, value) = (window.day(), TrackableKey::new("itch").unwrap(), Value::number(3.0));
    window.harness.state_mut().submit(Command::Answer { day, place, key, value });
    window.harness.run();
}

#[test]
fn a_course_begun_before_the_first_logged_day_is_seen_on_its_days() {
    let mut window = Window::empty_of([1440.0, 900.0]);
    window.harness.state_mut().view_mut().view = ViewId::Plot;
    window.harness.state_mut().view_mut().series = vec!["itch".to_owned()];
    let course = Course {
        id: CourseId(0),
        kind: CourseKind::Antibiotic,
        name: Name::new("Doxycycline").unwrap(),
        start: window.day().plus(-40),
        stop: None,
        dose: String::new(),
        schedule: String::new(),
        regions: Vec::new(),
        after_effect_days: 45,
        note: None,
    };
    window.harness.state_mut().submit(Command::AddCourse { course });
    answer_today(&mut window);
    window.harness.get_by_label_contains("Antibiotic: Doxycycline, since 11 Oct 2026");
    // Ninety days.
    let last = f64::from(window.day().number()) + 0.5;
    window.harness.state_mut().view_mut().zoom = Some((last - 90.0, last));
    window.harness.run();
    let rect = window.harness.get_by_role_and_label(Role::Figure, "Itch").rect();
    let says_on = |window: &mut Window, ago: f32| {
        // Six points are kept free at either end.
        let x = rect.right() - 6.0 - (ago + 0.5) / 90.0 * (rect.width() - 12.0);
        window.harness.event(egui::Event::PointerMoved(egui::pos2(x, rect.center().y)));
        for _ in 0..40 {
            window.harness.step();
        }
        assert!(window.harness.query_by_label("Click opens this day").is_some(), "nothing is said {ago} days ago");
        window.harness.query_by_label("Antibiotic: Doxycycline").is_some()
    };
    assert!(says_on(&mut window, 20.0), "twenty days before the first logged day it was taken");
    assert!(!says_on(&mut window, 60.0), "before its first day it was not");
}

#[test]
fn an_own_outcome_says_what_it_is_about_and_can_be_said_to_be_about_something_else_later() {
    let mut window = Window::empty();
    window.open_all_cards();
    for (name, key, about, expected) in [
        ("Joint pain", "own_joint_pain", None, None),
        ("Burning", "own_burning", Some("my skin"), Some(BodySystem::Skin)),
    ] {
        window.click("New thing to track…");
        window.type_text("Name of the new thing", name);
        window.click("It is: something I feel or see");
        if let Some(about) = about {
            window.click(&format!("It is about: {about}"));
        }
        window.click("Add");
        let diary = window.workspace().diary();
        assert_eq!(diary.catalogue().get(key).unwrap().body_system, expected, "{name}");
    }
    window.press(Modifiers::COMMAND, Key::Comma);
    window.click("Joint pain is about: my gut");
    window.click("Keep");
    let diary = window.workspace().diary();
    assert_eq!(diary.catalogue().get("own_joint_pain").unwrap().body_system, Some(BodySystem::Gut));
}
