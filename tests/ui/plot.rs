//! The plot: which days it opens on, what its heads read out, yes and no as a strip, and choosing days with the brush.

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::edit::{Command, EntryDraft, Place};
use gutskin::model::answers::Answers;
use gutskin::model::entry::EntryKind;
use gutskin::model::text::Note;
use gutskin::model::time::Day;
use gutskin::model::trackable::Key as TrackableKey;
use gutskin::model::value::Value;
use gutskin::ui::ViewId;

use crate::window::{Window, today};

/// A window on the plot of one series, answered on some days: how many days ago, and what.
fn plotting(key: &str, answers: &[(i32, Value)]) -> Window {
    let mut window = Window::empty_of([1440.0, 900.0]);
    window.harness.state_mut().view_mut().view = ViewId::Plot;
    window.harness.state_mut().view_mut().series = vec![key.to_owned()];
    for (ago, value) in answers {
        answer(&mut window, today().plus(-ago), key, *value);
    }
    window.harness.run();
    window
}

/// The plot of the sample, with the series it has at first.
fn sample() -> Window {
    let mut window = Window::sample([1440.0, 900.0]);
    window.harness.state_mut().view_mut().view = ViewId::Plot;
    window.harness.run();
    window
}

fn answer(window: &mut Window, day: Day, key: &str, value: Value) {
    let place = Place::Main { kind: EntryKind::SkinCheck, region: None };
    let (key, value) = (TrackableKey::new(key).unwrap(), Some(value));
    window.harness.state_mut().submit(Command::Answer { day, place, key, value });
}

fn number(value: f64) -> Value {
    Value::number(value).unwrap()
}

/// What the figure of a series says.
fn said(window: &Window, label: &str) -> String {
    window.harness.get_by_role_and_label(Role::Figure, label).accesskit_node().description().unwrap()
}

/// Days in view, as the figure says.
fn days_in_view(window: &Window, label: &str) -> u32 {
    let words = said(window, label);
    let before = words.split(" days").next().unwrap();
    before.rsplit(|sign: char| !sign.is_ascii_digit()).next().unwrap().parse().unwrap()
}

#[test]
fn it_opens_on_the_days_that_exist_and_on_two_weeks_at_the_least() {
    let window = plotting("itch", &[(0, number(3.0))]);
    assert_eq!(days_in_view(&window, "Itch"), 14, "one day is logged: no empty months before it");
    let window = plotting("itch", &[(24, number(3.0)), (0, number(3.0))]);
    assert_eq!(days_in_view(&window, "Itch"), 25, "from the first logged day to today");
    let mut window = plotting("itch", &[(200, number(3.0)), (120, number(3.0)), (0, number(3.0))]);
    assert_eq!(days_in_view(&window, "Itch"), 14, "of the last 90 days only today is logged");
    window.click("Days shown: 365");
    assert_eq!(days_in_view(&window, "Itch"), 201);
}

#[test]
fn after_a_pause_it_opens_on_the_last_days_that_were_logged() {
    let window = plotting("itch", &[(130, number(3.0)), (125, number(4.0))]);
    let last = today().plus(-125);
    assert!(said(&window, "Itch").contains(&last.short()), "{}", said(&window, "Itch"));
    assert_eq!(days_in_view(&window, "Itch"), 14);
}

#[test]
fn the_head_reads_out_the_mean_of_seven_days_and_which_way_is_worse() {
    // 2, 4 and 9 within seven days: 15 / 3.
    let window = plotting("itch", &[(4, number(2.0)), (2, number(4.0)), (0, number(9.0))]);
    assert!(window.shows("5") && window.shows("7-day mean") && window.shows("higher is worse"));
    let window = plotting("itch", &[(2, number(4.0)), (0, number(9.0))]);
    assert!(!window.shows("6.5"), "two answers have no mean yet");
}

#[test]
fn yes_and_no_is_a_strip_that_counts_days_and_never_a_curve() {
    let yes = |yes| Value::YesNo(yes);
    let answers = [(6, yes(true)), (5, yes(false)), (3, yes(false)), (1, yes(true)), (0, yes(false)), (9, yes(true))];
    let window = plotting("flare", &answers);
    assert!(window.shows("2 of 5 days"), "of the last seven days five were answered, two of them yes");
    let strip = window.harness.get_by_role_and_label(Role::Figure, "Flare").rect();
    assert!((strip.height() - 28.0).abs() < 0.5, "{} points", strip.height());
}

#[test]
fn the_brush_chooses_days_by_keyboard_and_there_is_a_way_back() {
    let mut window = sample();
    let before = said(&window, "Redness");
    let press = |window: &mut Window, key| {
        window.harness.get_by_role_and_label(Role::Slider, "Days in view").focus();
        window.harness.run();
        window.press(Modifiers::NONE, key);
    };
    press(&mut window, Key::ArrowDown);
    // 90 / 1.2
    assert!((74..=76).contains(&days_in_view(&window, "Redness")), "{}", said(&window, "Redness"));
    press(&mut window, Key::ArrowLeft);
    let wide = days_in_view(&window, "Redness");
    assert!((74..=76).contains(&wide), "moving keeps the width: {wide}");
    let slider = window.harness.get_by_role_and_label(Role::Slider, "Days in view");
    assert!(slider.accesskit_node().value().is_some_and(|value| value.contains(" to ")), "it says which days");
    window.click("Reset zoom");
    assert_eq!(said(&window, "Redness"), before);
    assert!(!window.shows("Reset zoom"));
}

#[test]
fn a_drag_over_the_brush_chooses_the_days_it_passes() {
    let mut window = sample();
    window.click("Days shown: all");
    let all = days_in_view(&window, "Redness");
    let brush = window.harness.get_by_role_and_label(Role::Slider, "Days in view").rect();
    let at = |share: f32| egui::pos2(brush.left() + share * brush.width(), brush.center().y);
    let (button, modifiers) = (egui::PointerButton::Primary, Modifiers::NONE);
    window.harness.event(egui::Event::PointerMoved(at(0.25)));
    window.harness.event(egui::Event::PointerButton { pos: at(0.25), button, pressed: true, modifiers });
    window.harness.run();
    for share in [0.3, 0.4, 0.5] {
        window.harness.event(egui::Event::PointerMoved(at(share)));
        window.harness.run();
    }
    window.harness.event(egui::Event::PointerButton { pos: at(0.5), button, pressed: false, modifiers });
    window.harness.run();
    let chosen = days_in_view(&window, "Redness");
    assert!(chosen.abs_diff(all / 4) <= all / 20 + 2, "a quarter of {all} days, not {chosen}");
}

#[test]
fn events_have_numbers_and_a_list_that_leads_to_their_days() {
    let mut window = plotting("itch", &[(10, number(3.0)), (0, number(3.0))]);
    for (ago, words) in [(8, "New detergent"), (3, "Flew to Rome")] {
        let text = Some(Note::new(words).unwrap());
        let draft = EntryDraft {
            kind: EntryKind::Event,
            at: None,
            region: None,
            answers: Answers::default(),
            text,
            foods: Vec::new(),
        };
        let command = Command::Log { day: today().plus(-ago), drafts: vec![draft] };
        window.harness.state_mut().submit(command);
    }
    window.harness.run();
    assert!(window.shows("1 New detergent, 12 Nov"));
    window.click("2 Flew to Rome, 17 Nov");
    assert_eq!(window.day(), today().plus(-3));
}

#[test]
fn a_row_of_the_table_is_said_as_one_line() {
    let mut window = plotting("itch", &[(2, number(6.0)), (0, number(3.0))]);
    window.press(Modifiers::COMMAND, Key::T);
    window.harness.get_by_label("18 Nov 2026: Itch 6");
    window.harness.get_by_label("19 Nov 2026: Itch not answered");
}
