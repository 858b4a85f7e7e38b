//! The Insights view: from the list to the page of a finding and back, and what a person decides about it.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::columns::{DayTable, tabulate};
use gutskin::edit::Command;
use gutskin::model::answers::Answers;
use gutskin::model::builtin;
use gutskin::model::course::{Course, CourseId, CourseKind};
use gutskin::model::day_record::DayRecord;
use gutskin::model::entry::Entry;
use gutskin::model::text::Name;
use gutskin::model::time::Day;
use gutskin::model::value::Value;
use gutskin::sample;
use tempfile::tempdir;

use crate::window::{Window, harness, open};

/// What is left of the sample here: enough to find something, little enough to be searched in a moment.
const KEYS: &[&str] =
    &["redness", "flushes", "itch", "stress", "alcohol_units", "sleep_hours", "coffee_cups", "wakings"];

/// A window on a few answers of the sample, with its insights worked out.
pub fn insights() -> Window {
    let day = Day::from_ymd(2026, 11, 20).unwrap();
    let folder = tempdir().unwrap();
    let mut workspace = open(&folder);
    let sample = sample::sample(sample::SEED, day);
    let table = tabulate(&sample.clone().into_diary(day).unwrap());
    let pages = (0..table.days).map(|row| few_answers(&table, row)).filter(|page| !page.is_blank()).collect();
    let import = Command::Import {
        source: "a few answers".to_owned(),
        pages,
        courses: Vec::new(),
        trackables: Vec::new(),
        pantry: Box::default(),
        replace: false,
    };
    workspace.submit(import).unwrap();
    workspace.submit(Command::SetProfile { profile: sample.profile }).unwrap();
    let mut window = Window { harness: harness(workspace, [1440.0, 4200.0]), folder };
    window.press(Modifiers::COMMAND, Key::Num3);
    window.wait_for("Look closer", Window::shows);
    window.harness.run();
    window
}

/// A day as if all that the table says of it had been typed.
fn few_answers(table: &DayTable, row: usize) -> DayRecord {
    let mut page = DayRecord::blank(table.day(row));
    for known in builtin::trackables().iter().filter(|known| KEYS.contains(&known.key.as_str())) {
        let Some(value) = table.column(known.key.as_str()).and_then(|column| column.cells[row]) else { continue };
        let answers = Answers::from_iter([(known.key.clone(), Value::number(value).unwrap())]);
        let (id, kind) = (page.next_id(), known.carried_by);
        page.entries.push(Entry { id, kind, at: None, region: None, answers, text: None, foods: Vec::new() });
    }
    page
}

fn open_first(window: &mut Window) {
    window.click_first("Look closer");
}

#[test]
fn a_finding_opens_its_page_with_its_figures_its_days_and_the_way_back() {
    let mut window = insights();
    open_first(&mut window);
    let figures: Vec<String> = window
        .harness
        .get_all_by_role(Role::Figure)
        .map(|figure| figure.accesskit_node().description().unwrap_or_default())
        .collect();
    assert_eq!(figures.len(), 4, "{figures:?}");
    assert!(figures[0].contains("days after more sleep"), "{}", figures[0]);
    assert!(figures[0].contains("with 95 % intervals"), "{}", figures[0]);
    assert!(figures[1].contains("mean") && figures[1].contains("are not taken out here"));
    assert!(figures[2].contains("Itch against sleep") && figures[2].contains("95 % interval"), "{}", figures[2]);
    assert!(figures[3].contains("Sleep: answered on"), "{}", figures[3]);
    assert!(window.shows_part("days behind it"));
    assert!(window.shows_part("95 % interval"));
    assert!(window.shows_part("What studies say"));
    let days = window.harness.get_all_by_role(Role::Link).filter(|node| is_a_day(node)).count();
    assert!(days > 3, "{days} days can be opened");
    window.click("‹ All insights");
    assert!(window.shows("Look closer"));
}

/// "20 Nov", as the days behind a finding are named.
fn is_a_day(node: &egui_kittest::Node<'_>) -> bool {
    let label = node.accesskit_node().label().unwrap_or_default();
    label.split_once(' ').is_some_and(|(day, _)| day.parse::<u8>().is_ok()) && label.len() < 12
}

#[test]
fn a_finding_says_which_way_it_goes_and_what_all_share_is_said_once() {
    let window = insights();
    assert!(window.shows("More sleep, less itch"));
    let doubt = gutskin::analysis::insights::words::CONFOUNDING;
    assert_eq!(window.harness.get_all_by_label(doubt).count(), 1, "a list never repeats a sentence");
    assert!(!window.shows_part("pairs were tested together"), "the method is folded");
    assert!(window.shows("How this was tested"));
    assert!(window.shows_part("is chance") || window.shows_part("are chance"), "a grade has its chance of noise");
    window.harness.get_all_by_role(Role::Image).next().expect("a small picture of the effect by day");
}

#[test]
fn the_head_of_a_finding_stays_while_its_page_scrolls_and_no_list_scrolls_within() {
    let mut window = insights();
    window.harness.set_size(eframe::egui::vec2(1440.0, 700.0));
    window.harness.run();
    open_first(&mut window);
    let head = |window: &Window| window.harness.get_by_label("More sleep, less itch").rect();
    let before = head(&window);
    window.harness.event(eframe::egui::Event::PointerMoved(eframe::egui::pos2(800.0, 500.0)));
    window.harness.event(eframe::egui::Event::MouseWheel {
        unit: eframe::egui::MouseWheelUnit::Point,
        delta: eframe::egui::vec2(0.0, -1200.0),
        phase: eframe::egui::TouchPhase::Move,
        source: eframe::egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    for _ in 0..20 {
        window.harness.step();
    }
    assert_eq!(head(&window), before);
}

#[test]
fn all_days_behind_a_finding_are_one_press_away() {
    let mut window = insights();
    open_first(&mut window);
    let days = |window: &Window| window.harness.get_all_by_role(Role::Link).filter(|node| is_a_day(node)).count();
    assert_eq!(days(&window), 10);
    let all = window.harness.get_all_by_role(Role::Button);
    let all = all.filter_map(|node| node.accesskit_node().label()).find(|label| label.starts_with("Show all "));
    window.click(&all.unwrap());
    assert!(days(&window) > 10);
}

#[test]
fn a_day_behind_a_finding_opens_on_the_left() {
    let mut window = insights();
    let before = window.day();
    open_first(&mut window);
    window.harness.get_all_by_role(Role::Link).find(is_a_day).unwrap().click();
    window.harness.run();
    assert_ne!(window.day(), before);
}

#[test]
fn a_hidden_finding_is_folded_away_and_undo_brings_it_back() {
    let mut window = insights();
    open_first(&mut window);
    window.click("Hide");
    window.click("‹ All insights");
    assert!(window.shows_part("Hidden by you (1)"));
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(!window.shows_part("Hidden by you"), "undo leaves it hidden");
}

#[test]
fn a_note_and_the_wish_to_test_stay_with_the_pair() {
    let mut window = insights();
    open_first(&mut window);
    window.type_text_as(Role::MultilineTextInput, "Note on this finding", "short nights only");
    window.harness.key_press(Key::Tab);
    window.harness.run();
    window.click("Test this");
    let mark = window.workspace().diary().settings().mark_of("sleep_hours", "itch");
    assert_eq!(mark.note.unwrap().as_str(), "short nights only");
    assert!(mark.to_test);
    window.click("‹ All insights");
    assert!(window.shows_part("Your note: short nights only"));
    assert!(window.shows_part("kept to be tested"));
}

#[test]
fn a_figure_is_saved_as_picture_drawing_or_numbers() {
    let mut window = insights();
    open_first(&mut window);
    window.click_first("save picture or numbers");
    for form in ["Form: PNG picture", "Form: SVG drawing", "Form: CSV table"] {
        window.harness.get_by_label(form);
    }
    let file = window.folder.path().join("lags.csv");
    window.click("Form: CSV table");
    window.type_into("Save as", &file.display().to_string());
    window.click("Save");
    window.wait_for("Saved as", Window::shows);
    let text = std::fs::read_to_string(&file).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "factor,outcome,lag_days,effect,low,high,paired_days");
    assert_eq!(lines.len(), 16, "a head and lags 0 to 14");
    assert!(lines[1].starts_with("sleep_hours,itch,0,"));
}

#[test]
fn suspects_are_named_from_lists_and_wait_for_their_own_days() {
    let mut window = insights();
    window.click("Name suspects…");
    window.click("Add to the list");
    window.click("Keep this list");
    let kept = window.workspace().diary().settings().suspects.clone().unwrap();
    assert_eq!((kept.pairs.len(), kept.named), (1, window.workspace().today()));
    window.wait_for("named on", Window::shows_part);
    assert!(window.shows_part("too early"));
    open_first(&mut window);
    window.click("Make it a suspect");
    assert_eq!(window.workspace().diary().settings().suspects.as_ref().unwrap().pairs.len(), 2);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.workspace().diary().settings().suspects.as_ref().unwrap().pairs.len(), 1);
}

#[test]
fn before_and_after_says_what_is_missing_or_what_was_different() {
    let mut window = insights();
    window.click("Insights: Before and after");
    assert!(window.shows("Nothing to compare yet"));
    let start = window.workspace().today().plus(-100);
    let name = Name::new("Zinc").unwrap();
    let course = Course {
        id: CourseId(1),
        kind: CourseKind::Supplement,
        name,
        start,
        stop: None,
        dose: String::new(),
        schedule: String::new(),
        regions: Vec::new(),
        after_effect_days: 7,
        note: None,
    };
    window.harness.state_mut().submit(Command::AddCourse { course });
    window.harness.run();
    assert!(window.shows_part("the change, redness was"));
    assert!(window.shows_part("95 % interval") && window.shows_part("within 14 days of it"));
    window.harness.get_by_role_and_label(Role::Figure, "Redness before and after");
}
