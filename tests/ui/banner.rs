//! What must be said before anything else stands in sight: at every size, in every view, over every dialog, from the moment it is
//! raised. The levels and words are those of the safety page.

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{Key, Modifiers, Rect, Vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::edit::{Command, Place};
use gutskin::model::course::{Course, CourseId, CourseKind};
use gutskin::model::decision::Choice;
use gutskin::model::entry::EntryKind;
use gutskin::model::profile::{Profile, SafetyQuestion};
use gutskin::model::text::Name;
use gutskin::model::trackable;
use gutskin::model::value::Value;
use gutskin::ui::ThemeChoice;

use crate::dialogs::{CASES, opened};
use crate::window::{self, Window, today};

/// Sizes of the window in points of a usual screen.
const SIZES: [[f32; 2]; 3] = [[1440.0, 900.0], [1024.0, 700.0], [640.0, 480.0]];

/// Something that raises a flag: how soon it says, a part of its words, how it comes and goes.
struct Raised {
    level: &'static str,
    words: &'static str,
    raise: fn(&mut Window),
    lower: fn(&mut Window),
}

/// One flag a level, but for the crisis screen and what is only good to know.
const RAISED: &[Raised] = &[
    Raised {
        level: "Call the emergency number now",
        words: "Use your adrenaline pen if you have one",
        raise: |window| tick(window, "warn_throat_swelling", true),
        lower: |window| tick(window, "warn_throat_swelling", false),
    },
    Raised {
        level: "You do not have to carry this alone",
        words: "ring the emergency number now",
        raise: |window| score(window, EntryKind::Mind, "mood", 0.0, 3),
        lower: |window| clear(window, EntryKind::Mind, "mood", 3),
    },
    Raised {
        level: "Get medical help today",
        words: "needs antiviral treatment today",
        raise: |window| tick(window, "warn_punched_sores", true),
        lower: |window| tick(window, "warn_punched_sores", false),
    },
    Raised {
        level: "See a doctor soon",
        words: "Acne that scars is worth treating early",
        raise: |window| tick(window, "warn_scarring_acne", true),
        lower: |window| tick(window, "warn_scarring_acne", false),
    },
    Raised {
        level: "Talk to somebody",
        words: "Stress has been at its highest for a week",
        raise: |window| score(window, EntryKind::Mind, "stress", 10.0, 7),
        lower: |window| clear(window, EntryKind::Mind, "stress", 7),
    },
    Raised {
        level: "Ask a pharmacist, midwife or prescriber",
        words: "Retinoid creams are not for when you plan a baby",
        raise: |window| {
            let profile = Profile { safety: [(SafetyQuestion::Trying, true)].into(), ..Profile::default() };
            submit(window, Command::SetProfile { profile });
            start_course(window, "adapalene", CourseKind::Topical);
        },
        lower: |window| {
            let courses: Vec<CourseId> = window.workspace().diary().courses().map(|course| course.id).collect();
            for id in courses {
                submit(window, Command::RemoveCourse { id });
            }
            submit(window, Command::SetProfile { profile: Profile::default() });
            window.harness.run();
        },
    },
];

fn submit(window: &mut Window, command: Command) {
    window.harness.state_mut().submit(command);
}

fn answer(window: &mut Window, kind: EntryKind, key: &str, value: Option<Value>, days: i32) {
    let (place, key) = (Place::Main { kind, region: None }, trackable::Key::new(key).unwrap());
    for ago in 0..days {
        submit(window, Command::Answer { day: today().plus(-ago), place, key: key.clone(), value });
    }
    window.harness.run();
}

fn tick(window: &mut Window, key: &str, ticked: bool) {
    answer(window, EntryKind::Warning, key, ticked.then_some(Value::YesNo(true)), 1);
}

fn score(window: &mut Window, kind: EntryKind, key: &str, number: f64, days: i32) {
    answer(window, kind, key, Value::number(number), days);
}

fn clear(window: &mut Window, kind: EntryKind, key: &str, days: i32) {
    answer(window, kind, key, None, days);
}

fn start_course(window: &mut Window, name: &str, kind: CourseKind) {
    let course = Course {
        id: CourseId::NEW,
        kind,
        name: Name::new(name).unwrap(),
        start: today().plus(-1),
        stop: None,
        dose: String::new(),
        schedule: String::new(),
        regions: Vec::new(),
        after_effect_days: 28,
        note: None,
    };
    submit(window, Command::AddCourse { course });
    window.harness.run();
}

/// Where alerts with these words stand.
fn alerts(window: &Window, words: &str) -> Vec<Rect> {
    let all = window.harness.query_all_by_role(Role::Alert);
    let said = all.filter(|node| node.accesskit_node().label().is_some_and(|label| label.contains(words)));
    said.map(|node| node.rect()).collect()
}

/// Sets the size of the window on a usual screen, at a size of everything.
fn resize(window: &mut Window, [width, height]: [f32; 2], scale: f32) -> Rect {
    let size = Vec2::new(width, height) / scale;
    window.harness.set_size(size);
    window.harness.run();
    Rect::from_min_size(eframe::egui::Pos2::ZERO, size)
}

/// One alert with these words lies wholly in sight, and how soon it is stands in it.
fn assert_in_sight(window: &Window, raised: &Raised, whole: Rect, at: &str) {
    let found = alerts(window, raised.words);
    assert!(
        found.iter().any(|rect| whole.contains_rect(*rect)),
        "{at}: {} stands at {found:?} of {whole:?}",
        raised.level
    );
    assert!(!alerts(window, raised.level).is_empty(), "{at}: nobody says how soon");
}

#[test]
fn every_level_is_in_sight_at_every_size_and_in_every_view() {
    let mut window = Window::empty_of([1440.0, 900.0]);
    for raised in RAISED {
        resize(&mut window, [1440.0, 900.0], 1.0);
        (raised.raise)(&mut window);
        for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5] {
            window.harness.key_press_modifiers(Modifiers::COMMAND, key);
            for (size, scale) in SIZES.into_iter().flat_map(|size| [(size, 1.0), (size, 2.0)]) {
                let whole = resize(&mut window, size, scale);
                assert_in_sight(&window, raised, whole, &format!("{key:?}, {size:?} at {scale}"));
            }
        }
        (raised.lower)(&mut window);
        assert!(alerts(&window, raised.words).is_empty(), "{} stays after its reason is gone", raised.level);
    }
}

#[test]
fn no_dialog_hides_it_at_any_size() {
    let sizes: Vec<_> = SIZES.into_iter().flat_map(|size| [(size, 1.0), (size, 2.0)]).collect();
    for (number, case) in CASES.iter().enumerate() {
        let mut window = opened(case);
        for (level, raised) in RAISED.iter().enumerate() {
            (raised.raise)(&mut window);
            // The smallest with all of them, the others in turn.
            let turn = sizes[(number + level) % sizes.len()];
            for (size, scale) in [turn, ([640.0, 480.0], 2.0)] {
                let whole = resize(&mut window, size, scale);
                let at = format!("{} open, {size:?} at {scale}", case.primary);
                let said = alerts(&window, raised.words);
                let urgent = ["Call", "You do", "Get"].iter().any(|begin| raised.level.starts_with(begin));
                if said.len() == 1 || urgent {
                    assert_in_sight(&window, raised, whole, &at);
                }
                let primary = window.harness.query_all_by_role_and_label(Role::Button, case.primary).last();
                let dialog = primary.map(|button| button.rect()).filter(|rect| whole.contains_rect(*rect));
                if let (Some(button), [banner]) = (dialog, said.as_slice()) {
                    assert!(!banner.intersects(button), "{at}: the dialog lies over the banner");
                }
            }
            (raised.lower)(&mut window);
        }
    }
}

#[test]
fn it_stays_in_sight_without_panes_and_in_both_themes() {
    for theme in [ThemeChoice::Light, ThemeChoice::Dark] {
        let mut window = Window::empty_of([1024.0, 700.0]);
        let view = window.harness.state_mut().view_mut();
        (view.theme, view.shows_forms, view.shows_suggestions) = (theme, false, false);
        for raised in RAISED {
            (raised.raise)(&mut window);
            let whole = Rect::from_min_size(eframe::egui::Pos2::ZERO, Vec2::new(1024.0, 700.0));
            assert_in_sight(&window, raised, whole, "without panes");
            (raised.lower)(&mut window);
        }
    }
}

#[test]
fn it_stands_across_the_whole_window_directly_below_the_menus() {
    let mut window = Window::empty_of([1440.0, 900.0]);
    tick(&mut window, "warn_throat_swelling", true);
    let banner = alerts(&window, "adrenaline pen")[0];
    let menu = window.harness.get_by_role_and_label(Role::Button, "Diary").rect();
    let rail = window.harness.get_by_role_and_label(Role::Button, "Plot").rect();
    assert!(banner.top() > menu.bottom() && banner.top() - menu.bottom() < 40.0, "{banner:?} under {menu:?}");
    assert!(banner.bottom() < rail.top(), "it lies above the rail");
    assert!(banner.left() < 60.0, "it begins at the left edge");
}

#[test]
fn what_cannot_wait_interrupts_a_screen_reader_and_the_rest_waits_its_turn() {
    for (raised, live) in
        RAISED.iter().zip([Live::Assertive, Live::Assertive, Live::Assertive, Live::Polite, Live::Polite, Live::Polite])
    {
        let mut window = Window::empty_of([1440.0, 900.0]);
        (raised.raise)(&mut window);
        let node = window.harness.query_all_by_role(Role::Alert).next().unwrap();
        assert_eq!(node.accesskit_node().live(), live, "{}", raised.level);
    }
}

#[test]
fn f6_leads_to_it_first_and_enter_says_why_with_the_days_as_links() {
    let mut window = Window::empty_of([1440.0, 900.0]);
    tick(&mut window, "warn_punched_sores", true);
    window.press(Modifiers::NONE, Key::F6);
    assert_eq!(window.focused().as_deref(), Some("Why"));
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.shows("What raised it"));
    assert!(window.shows_part("Source: "));
    let yesterday = today().plus(-1);
    window.press(Modifiers::NONE, Key::Escape);
    window.click("‹");
    assert_eq!(window.day(), yesterday);
    window.click("Why");
    window.click(&today().brief(today()));
    assert_eq!(window.day(), today(), "the link leads to the day of the tick");
    assert!(!window.shows("What raised it"), "the page is closed");
}

#[test]
fn it_appears_at_once_and_what_is_being_typed_is_kept() {
    let mut window = Window::empty();
    window.open_all_cards();
    window.type_text("New meal", "Porr");
    tick(&mut window, "warn_throat_swelling", true);
    assert_eq!(alerts(&window, "adrenaline pen").len(), 1);
    let field = window.harness.get_by_role_and_label(Role::TextInput, "New meal");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("Porr"));
}

#[test]
fn what_was_seen_shrinks_to_one_line_and_stays_and_a_worse_reading_brings_it_back() {
    let mut window = Window::empty_of([760.0, 900.0]);
    score(&mut window, EntryKind::Stool, "stool_blood", 1.0, 0);
    answer(&mut window, EntryKind::Stool, "stool_blood", Some(Value::YesNo(true)), 1);
    let words = "Blood in stool should be assessed";
    let before = alerts(&window, words)[0];
    window.click("I have seen this");
    let after = alerts(&window, words)[0];
    assert!(after.height() <= before.height() && after.height() < 24.0, "{before:?} then {after:?}");
    assert!(!window.shows("I have seen this"));
    let kept = window.workspace().diary().decisions().next().unwrap().clone();
    assert!(matches!(kept.choice, Choice::FlagSeen { .. }));
    answer(&mut window, EntryKind::Stool, "stool_blood", Some(Value::YesNo(true)), 2);
    assert!(window.shows("I have seen this"), "two days are worse than one");
    assert!(!alerts(&window, "Get medical help today").is_empty());
}

#[test]
fn a_doctors_look_is_noted_with_its_day_and_can_be_taken_back() {
    let mut window = Window::empty_of([1440.0, 900.0]);
    tick(&mut window, "warn_mole", true);
    window.click("A doctor has looked…");
    window.click("A doctor has looked at this");
    assert!(window.shows_part("A doctor looked at this on"));
    assert_eq!(alerts(&window, "A doctor should look at this").len(), 1, "it is never removed while it holds");
    window.click("show it in full again");
    assert!(window.workspace().diary().decisions().next().is_none());
}

#[test]
fn more_than_fit_are_counted_and_one_press_opens_all() {
    let mut window = Window::empty_of([1024.0, 700.0]);
    for key in ["warn_mole", "warn_joints", "warn_scarring_acne", "warn_fatty_stool"] {
        tick(&mut window, key, true);
    }
    window.click("and 2 more");
    for words in ["psoriatic arthritis", "Acne that scars", "Food may not be taken up well"] {
        assert!(window.shows_part(words), "{words}");
    }
}

#[test]
fn the_persons_own_emergency_number_stands_where_it_is_the_one_to_call() {
    let mut window = Window::empty_of([1440.0, 900.0]);
    let mut profile = Profile::default();
    profile.help_lines.emergency_number = Some(Name::new("112").unwrap());
    submit(&mut window, Command::SetProfile { profile });
    tick(&mut window, "warn_red_all_over", true);
    assert!(!alerts(&window, "Call the emergency number now: 112").is_empty());
}

#[test]
fn a_diary_that_is_only_read_shows_it_and_offers_nothing_that_would_write() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = window::open(&folder);
    let key = trackable::Key::new("warn_throat_swelling").unwrap();
    let place = Place::Main { kind: EntryKind::Warning, region: None };
    workspace.submit(Command::Answer { day: today(), place, key, value: Some(Value::YesNo(true)) }).unwrap();
    workspace.wait_until_saved().unwrap();
    let window = Window { harness: window::harness(window::open(&folder), [1024.0, 700.0]), folder };
    assert!(window.workspace().read_only().is_some());
    assert!(!alerts(&window, "adrenaline pen").is_empty());
    assert!(!window.shows("I have seen this"));
}
