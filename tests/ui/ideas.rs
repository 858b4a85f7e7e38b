//! Ideas on the screen: what a card says, how one is tried and judged, what is not for somebody, and all evidence to look up.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::edit::{Command, Place};
use gutskin::model::catalogue::Catalogue;
use gutskin::model::course::{Course, CourseId, CourseKind, Phase};
use gutskin::model::decision::{Choice, Decision, DecisionId};
use gutskin::model::profile::{Condition, Profile, SafetyQuestion};
use gutskin::model::text::Name;
use gutskin::model::time::Day;
use gutskin::model::trackable::Key as ColumnKey;
use gutskin::model::value::Value;
use gutskin::workspace::Workspace;

use crate::window::{self, Window, today};

const FIBRE: &str = "Fibre at every meal";

/// Somebody of 35 with eczema who answered every question with no.
fn profile() -> Profile {
    let mut profile =
        Profile { birth_year: Some(1991), conditions: [Condition::AtopicDermatitis].into(), ..Profile::default() };
    for question in SafetyQuestion::ALL {
        profile.safety.insert(*question, false);
    }
    profile
}

fn answer(day: Day, key: &str, value: Value) -> Command {
    let kind = Catalogue::default().get(key).unwrap().carried_by;
    let place = Place::Main { kind, region: None };
    Command::Answer { day, place, key: ColumnKey::new(key).unwrap(), value: Some(value) }
}

/// The diary of somebody whose every day of the last 60 says the same.
fn workspace(folder: &tempfile::TempDir, profile: Profile, answers: &[(&str, f64)]) -> Workspace {
    let mut workspace = window::open(folder);
    let mut steps = vec![Command::SetProfile { profile }];
    for day in (0..60).map(|ago| today().plus(-ago)) {
        steps.extend(answers.iter().map(|(key, value)| answer(day, key, Value::Number(*value))));
    }
    workspace.submit(Command::Batch { label: "two months".to_owned(), steps }).unwrap();
    workspace
}

fn window_of(profile: Profile, answers: &[(&str, f64)], size: [f32; 2]) -> Window {
    let folder = tempfile::tempdir().unwrap();
    let harness = window::harness(workspace(&folder, profile, answers), size);
    Window { harness, folder }
}

/// Somebody with 12 g of fibre a day and nothing else logged.
fn little_fibre(size: [f32; 2]) -> Window {
    window_of(profile(), &[("fibre_g", 12.0), ("itch", 4.0)], size)
}

fn labels(window: &Window, part: &str) -> Vec<String> {
    let found = window.harness.query_all_by_label_contains(part);
    found.filter_map(|node| node.accesskit_node().label()).collect()
}

/// Top of the first thing of this name.
fn top(window: &Window, label: &str) -> f32 {
    window.harness.get_all_by_label(label).next().unwrap_or_else(|| panic!("no {label}")).rect().top()
}

fn title(window: &Window) -> String {
    let try_it = labels(window, "Try it: ");
    try_it.first().expect("an idea to try").trim_start_matches("Try it: ").to_owned()
}

#[test]
fn a_folded_card_says_what_to_do_why_now_and_how_certain_for_skin_and_health_apart() {
    let mut window = little_fibre([1440.0, 2400.0]);
    let title = title(&window);
    window.harness.get_by_label("For your health; skin was not studied");
    window.click(&format!("Less: {title}"));
    window.harness.get_by_label("12 g a day · aim 25");
    window.harness.get_by_label("For skin: not studied");
    window.harness.get_by_label("For health: probably helps");
    let spoken = window.harness.get_by_role(Role::Meter).accesskit_node().label().unwrap();
    assert!(spoken.contains("12 g a day") && spoken.contains("25 g a day"), "{spoken}");
    assert!(spoken.contains("14 answered days of"), "of how many days is said: {spoken}");
    assert!(!window.shows("Take care"), "folded");
    // The frame leaves five points above the title and five below the last line.
    let foot = window.harness.get_by_label("self-care idea, not medical advice").rect().bottom();
    let height = foot - top(&window, &title) + 10.0;
    assert!(height <= 130.0, "a folded card is {height} points high");
}

#[test]
fn every_folded_card_of_the_sample_is_at_most_130_points_high_in_a_pane_of_300() {
    let mut window = Window::sample([1440.0, 2400.0]);
    // The pane is as wide as its edge is dragged to: from 312 to 300 points.
    let (button, modifiers) = (eframe::egui::PointerButton::Primary, Modifiers::NONE);
    let edge = eframe::egui::pos2(1440.0 - 312.0, 1200.0);
    for (pos, pressed) in [(edge, true), (edge + eframe::egui::vec2(12.0, 0.0), false)] {
        window.harness.event(eframe::egui::Event::PointerMoved(pos));
        window.harness.run();
        window.harness.event(eframe::egui::Event::PointerButton { pos, button, pressed, modifiers });
        window.harness.run();
    }
    let open = labels(&window, "Less: ");
    window.click(&open[0]);
    let titles: Vec<String> = labels(&window, "Why: ").iter().map(|why| why.replacen("Why: ", "", 1)).collect();
    assert!(titles.len() > 1, "several ideas");
    for title in titles {
        let head = top(&window, &title);
        let feet = window.harness.get_all_by_label("self-care idea, not medical advice");
        let foot = feet.map(|node| node.rect().bottom()).filter(|foot| *foot > head).fold(f32::MAX, f32::min);
        let height = foot - head + 10.0;
        assert!(height <= 130.0, "{title}: {height} points");
    }
}

#[test]
fn what_to_heed_stands_above_the_first_click_in_fewer_than_eighty_words() {
    let window = little_fibre([1440.0, 2400.0]);
    let title = title(&window);
    let foot = top(&window, &format!("Try it: {title}"));
    let head = top(&window, &title);
    let in_card = |rect: eframe::egui::Rect| rect.left() > 1130.0 && (head..foot).contains(&rect.top());
    let nodes = window.harness.query_all_by_role(Role::Label);
    let words: Vec<String> =
        nodes.filter(|node| in_card(node.rect())).filter_map(|node| node.accesskit_node().value()).collect();
    let all = words.join(" ");
    assert!(all.contains("For skin: ") && all.contains("For health: "), "{all}");
    let plain = |part: &str| all.find(part).unwrap_or_else(|| panic!("no “{part}” in {all}"));
    assert!(
        plain("12 g a day") < plain("For skin:") && plain("For skin:") < plain("For health:"),
        "in this order: {all}"
    );
    let count = all.split_whitespace().count();
    assert!(count <= 80, "{count} words: {all}");
}

#[test]
fn one_card_is_open_at_a_time_and_its_parts_are_folded() {
    let mut window = window_of(profile(), &[("fibre_g", 12.0), ("sleep_hours", 6.0), ("itch", 4.0)], [1440.0, 2400.0]);
    let whys = labels(&window, "Why: ");
    assert!(!whys.is_empty(), "a second idea is folded");
    assert_eq!(labels(&window, "Less: ").len(), 1);
    for (part, held) in [("When to look", "look for a change after"), ("Sources", "Copy DOI")] {
        assert!(!window.shows_part(held), "{part} is folded");
        window.harness.get_by_role_and_label(Role::DisclosureTriangle, part).click();
        window.harness.run();
        assert!(window.shows_part(held), "{part} opens");
    }
    window.click(&whys[0]);
    assert_eq!(labels(&window, "Less: "), [whys[0].replace("Why: ", "Less: ")], "the other one folded");
}

#[test]
fn an_idea_is_tried_in_one_step_that_undo_takes_back() {
    let mut window = little_fibre([1440.0, 2400.0]);
    let title = title(&window);
    window.click(&format!("Try it: {title}"));
    for said in ["The one change", "What is watched", "Take care"] {
        assert!(window.shows(said), "{said}");
    }
    assert!(window.shows_part("Your treatment stays the same."));
    assert!(window.shows_part("On 18 Dec 2026 the days before and after open here by themselves."));
    window.click("Start");
    let diary = window.workspace().diary().clone();
    let course = diary.courses().next().expect("a course marks the days");
    assert_eq!((course.kind, course.start), (CourseKind::Diet, today()));
    assert_eq!(course.stop, Some(today().plus(27)), "28 days, the first counted");
    let decision = diary.decisions().next().unwrap();
    let Choice::Trying { course: named, judge_on, judged, .. } = &decision.choice else { panic!("{decision:?}") };
    assert_eq!((*named, *judge_on, *judged), (course.id, today().plus(28), None));
    assert!(window.shows_part("day 1 of 28"), "the pane says where it stands");
    assert!(window.shows_part("look on 18 Dec"));
    assert!(
        labels(&window, "Try it: ").iter().all(|name| name.contains("Not now: One change at a time")),
        "one at a time"
    );
    window.press(Modifiers::COMMAND, Key::Z);
    let diary = window.workspace().diary();
    assert_eq!((diary.courses().count(), diary.decisions().count()), (0, 0), "one undo takes back both");
}

#[test]
fn trying_for_two_weeks_says_that_they_are_too_few_to_compare() {
    let mut window = little_fibre([1440.0, 2400.0]);
    window.click(&format!("Try it: {}", title(&window)));
    window.click("Try it for: 2 weeks");
    assert!(window.shows_part("These days are too few for that"));
    window.click("Start");
    let course = window.workspace().diary().courses().next().unwrap().clone();
    assert_eq!(course.stop, Some(today().plus(13)));
}

#[test]
fn a_change_that_runs_keeps_every_other_from_being_started() {
    let mut window = little_fibre([1440.0, 2400.0]);
    let course = Course {
        id: CourseId::NEW,
        kind: CourseKind::Diet,
        name: Name::new("Without dairy").unwrap(),
        start: today().plus(-3),
        stop: Some(today().plus(10)),
        dose: String::new(),
        schedule: String::new(),
        regions: Vec::new(),
        after_effect_days: 14,
        note: None,
    };
    window.harness.state_mut().submit(Command::AddCourse { course });
    window.harness.run();
    assert!(window.shows("Changing: Without dairy"));
    let open = labels(&window, "Try it: ").into_iter().filter(|name| !name.contains("Not now"));
    assert_eq!(open.collect::<Vec<_>>(), Vec::<String>::new());
}

/// The diary of somebody who began to try the idea of a card so many days ago, for four weeks.
fn tried(folder: &tempfile::TempDir, days_ago: i32) -> Workspace {
    let mut workspace = workspace(folder, profile(), &[("fibre_g", 12.0), ("itch", 4.0), ("stool", 3.0)]);
    let start = today().plus(-days_ago);
    let course = Course {
        id: CourseId::NEW,
        kind: CourseKind::Diet,
        name: Name::new(FIBRE).unwrap(),
        start,
        stop: Some(start.plus(27)),
        dose: String::new(),
        schedule: String::new(),
        regions: Vec::new(),
        after_effect_days: 14,
        note: None,
    };
    let choice = Choice::Trying {
        card: "fibre-daily-target".to_owned(),
        course: CourseId::NEW,
        first_look: start.plus(14),
        judge_on: start.plus(28),
        judged: None,
    };
    let decision = Decision { id: DecisionId::NEW, made: start, choice };
    let steps = vec![Command::AddCourse { course }, Command::Decide { decision }];
    workspace.submit(Command::Batch { label: "trying".to_owned(), steps }).unwrap();
    workspace
}

fn judged(window: &Window) -> Option<Day> {
    window.workspace().diary().decisions().find_map(|decision| match &decision.choice {
        Choice::Trying { judged, .. } => *judged,
        _ => None,
    })
}

#[test]
fn on_the_day_to_judge_before_and_after_opens_by_itself_once_and_can_be_reached_later() {
    let size = [1440.0, 1800.0];
    let folder = tempfile::tempdir().unwrap();
    let harness = window::as_opened(tried(&folder, 28), size);
    let mut window = Window { harness, folder };
    window.harness.get_by_label(&format!("You tried: {FIBRE}"));
    assert_eq!(judged(&window), Some(today()));
    // The next start leads nowhere by itself.
    let Window { harness, folder } = window;
    drop(harness);
    let harness = window::as_opened(window::open(&folder), size);
    window = Window { harness, folder };
    assert!(!window.shows(&format!("You tried: {FIBRE}")), "once");
    window.click_first("TRIED (1)");
    window.click(&format!("Before and after: {FIBRE}"));
    window.harness.get_by_label(&format!("You tried: {FIBRE}"));
}

#[test]
fn before_the_day_to_judge_nothing_opens_by_itself_and_the_pane_says_which_day_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let harness = window::harness(tried(&folder, 3), [1440.0, 1800.0]);
    let window = Window { harness, folder };
    assert!(!window.shows(&format!("You tried: {FIBRE}")));
    assert!(window.shows(&format!("Trying: {FIBRE}")));
    assert!(window.shows_part("day 4 of 28") && window.shows_part("look on 15 Dec"));
    assert_eq!(judged(&window), None);
}

#[test]
fn taking_the_look_back_does_not_open_it_again() {
    let folder = tempfile::tempdir().unwrap();
    let harness = window::harness(tried(&folder, 40), [1440.0, 1800.0]);
    let mut window = Window { harness, folder };
    assert_eq!(judged(&window), Some(today()));
    window.press(Modifiers::COMMAND, Key::Num1);
    window.press(Modifiers::COMMAND, Key::Z);
    window.harness.run();
    assert_eq!(judged(&window), None, "undone, and it stays so");
    assert!(!window.shows(&format!("You tried: {FIBRE}")));
}

#[test]
fn stopping_early_ends_the_attempt_without_a_judgement() {
    let folder = tempfile::tempdir().unwrap();
    let harness = window::harness(tried(&folder, 3), [1440.0, 1800.0]);
    let mut window = Window { harness, folder };
    window.click(&format!("Stop trying: {FIBRE}"));
    let course = window.workspace().diary().courses().next().unwrap().clone();
    assert_eq!(course.stop, Some(today()));
    assert_eq!(course.phase(today().plus(1)), Phase::After);
    assert_eq!(judged(&window), None);
}

#[test]
fn what_is_not_for_me_is_asked_why_once_and_undo_brings_it_back() {
    let mut window = little_fibre([1440.0, 2400.0]);
    let title = title(&window);
    window.click(&format!("Not for me: {title}"));
    window.click("Why: I do this already");
    window.click("Not for me");
    let decision = window.workspace().diary().decisions().next().unwrap().clone();
    let Choice::NotForMe { why, .. } = &decision.choice else { panic!("{decision:?}") };
    assert_eq!(why.as_ref().map(Name::as_str), Some("I do this already"));
    assert!(!window.shows(&format!("Not for me: {title}")));
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(window.shows(&format!("Not for me: {title}")));
}

#[test]
fn nobody_has_to_say_why() {
    let mut window = little_fibre([1440.0, 2400.0]);
    window.click(&format!("Not for me: {}", title(&window)));
    window.click("Not for me");
    let decision = window.workspace().diary().decisions().next().unwrap().clone();
    assert!(matches!(decision.choice, Choice::NotForMe { why: None, .. }), "{decision:?}");
}

#[test]
fn what_was_turned_down_is_listed_in_the_settings_old_and_new_alike_and_comes_back_from_there() {
    let mut window = little_fibre([1440.0, 2400.0]);
    let title = title(&window);
    window.click(&format!("Not for me: {title}"));
    window.click("Not for me");
    // As an earlier version kept it.
    let old = Command::HideCard { card: "water-skin".to_owned(), reason: Name::new("I drink enough").unwrap() };
    window.harness.state_mut().submit(old);
    window.harness.run();
    window.harness.get_by_label("Not for you: 2.");
    window.click("show the list");
    assert!(window.shows("I drink enough") && window.shows("no reason given"));
    for name in labels(&window, "Suggest again: ") {
        window.click(&name);
    }
    window.click("Keep");
    let diary = window.workspace().diary().clone();
    assert_eq!((diary.decisions().count(), diary.settings().hidden_cards.len()), (0, 0));
    assert!(window.shows(&format!("Not for me: {title}")));
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.workspace().diary().settings().hidden_cards.len(), 1, "one step");
}

#[test]
fn somebody_with_food_worries_gets_no_number_to_reach_and_nothing_to_try() {
    let mut worried = profile();
    worried.safety.insert(SafetyQuestion::FoodWorry, true);
    let window = window_of(worried, &[("fibre_g", 12.0), ("itch", 4.0)], [1440.0, 2400.0]);
    assert!(window.shows("A little more fibre"), "the idea itself stays");
    assert!(window.harness.query_by_role(Role::Meter).is_none(), "no bar");
    assert!(!window.shows_part("12 g a day"), "no amount");
    assert_eq!(labels(&window, "Try it: "), Vec::<String>::new());
}

#[test]
fn with_everything_near_its_aim_nothing_is_suggested() {
    let window = window_of(profile(), &[("fibre_g", 30.0), ("itch", 1.0), ("stool", 4.0)], [1440.0, 2400.0]);
    window.harness.get_by_label("Nothing to suggest now");
    assert_eq!(labels(&window, "Not for me: "), Vec::<String>::new());
}

#[test]
fn a_warning_sign_closes_ideas_about_food_and_every_try() {
    let mut window = little_fibre([1440.0, 7000.0]);
    assert!(window.shows("A little more fibre"));
    window.open_all_cards();
    window.type_text("Find a warning sign", "red eye");
    window.click("Painful red eye, light hurts or sight has changed");
    assert!(!window.shows("A little more fibre"));
    assert!(window.shows_part("Ideas about food and drink are silent"));
    assert_eq!(labels(&window, "Try it: "), Vec::<String>::new());
}

#[test]
fn all_evidence_is_searched_narrowed_and_read_to_its_sources() {
    let mut window = little_fibre([1440.0, 4000.0]);
    window.press(Modifiers::COMMAND, Key::Num9);
    window.type_text("Find in the evidence", "leaky gut");
    assert!(window.shows("No need for leaky-gut tests"));
    assert!(!window.shows("Vitamin A from food is enough"));
    window.click("No need for leaky-gut tests");
    for heading in [
        "The claim, as it is often made",
        "What studies found",
        "What the popular claim overstates",
        "Take care",
        "Sources",
    ] {
        assert!(window.shows(heading), "{heading}");
    }
    assert!(window.shows("not recommended / unproven / background"));
    window.click("Copy DOI 10.1136/gutjnl-2019-318427");
    assert!(window.shows("copied"));
    window.click("‹ All evidence");
    window.click("show all");
    window.click("Idea: Every idea");
    window.click("Sleep");
    assert!(window.shows_part(" of "), "how many are left");
    assert!(!window.shows("No need for leaky-gut tests"));
    window.click("show all");
    window.click("Condition: For whoever");
    window.click("For psoriasis");
    assert!(window.shows("Skip microbiome tests for psoriasis"));
    assert!(!window.shows("Enough zinc from food"), "a card for acne");
    window.click("Certainty: However certain");
    window.click("For skin: experts disagree");
    assert!(window.shows("No need for leaky-gut tests"));
    assert!(!window.shows("Skip microbiome tests for psoriasis"));
}

#[test]
fn a_card_that_a_gate_closes_has_no_title_no_aim_and_no_trial_in_the_library() {
    let mut pregnant = profile();
    pregnant.safety.insert(SafetyQuestion::Pregnant, true);
    let mut window = window_of(pregnant, &[("itch", 4.0)], [1440.0, 9000.0]);
    window.press(Modifiers::COMMAND, Key::Num9);
    assert!(!window.shows("Vitamin A from food is enough"), "no title");
    assert!(window.shows_part("In pregnancy or when trying, vitamin A is a question for your midwife or doctor."));
    let claim = "“The gut absorbs vitamin A that the epidermis needs, so better gut health feeds the skin.”";
    window.click(claim);
    assert!(window.shows("What studies found"));
    assert!(!window.shows("One change to try") && !window.shows_part("orange or dark green vegetable a day"));
}

#[test]
fn weight_stands_nowhere_while_its_switch_is_off() {
    let mut profile = profile();
    profile.conditions = [Condition::Psoriasis].into();
    let mut window = window_of(profile, &[("itch", 4.0)], [1440.0, 9000.0]);
    window.press(Modifiers::COMMAND, Key::Num9);
    assert!(window.shows("Skip microbiome tests for psoriasis"), "cards for psoriasis are there");
    assert!(!window.shows_part("weight loss"));
    window.type_text("Find in the evidence", "weight reduction");
    assert!(window.shows("No card is left. Try a plainer word, or another filter."));
}

#[test]
fn ideas_and_evidence_are_reached_by_keys_alone_and_stay_in_sight() {
    let mut window = little_fibre([1024.0, 700.0]);
    window.press(Modifiers::COMMAND, Key::L);
    window.press(Modifiers::COMMAND, Key::G);
    let mut met = Vec::new();
    for _ in 0..60 {
        window.press(Modifiers::NONE, Key::Tab);
        met.extend(window.focused());
    }
    for part in ["Less: ", "Try it: ", "Not for me: ", "Studies", "When to look", "Sources"] {
        assert!(met.iter().any(|name| name.starts_with(part)), "{part} is not reached: {met:?}");
    }
}
