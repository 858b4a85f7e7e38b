//! The view of foods, one food's page, the lists of a week and before flares, and leaving a food out: by name and role.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::edit::{Command, EntryDraft};
use gutskin::foods::meal_line::line;
use gutskin::foods::nutrient::Nutrient;
use gutskin::foods::pantry::Pantry;
use gutskin::model::answers::Answers;
use gutskin::model::course::CourseKind;
use gutskin::model::entry::EntryKind;
use gutskin::model::food_line::FoodId;
use gutskin::model::profile::{Profile, SafetyQuestion};
use gutskin::model::trackable::Key as TrackableKey;
use gutskin::model::value::Value;
use gutskin::storage::Access;
use gutskin::workspace::Workspace;

use crate::window::{Window, harness, open};

const BLUEBERRIES: FoodId = FoodId(63_203_010);
const KEFIR: FoodId = FoodId(1_019_865);

/// A window on a diary that was prepared; the pictures are not too tall for a screen.
fn window(prepare: impl FnOnce(&mut Workspace)) -> Window {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = open(&folder);
    prepare(&mut workspace);
    let mut window = Window { harness: harness(workspace, [1440.0, 2400.0]), folder };
    window.press(Modifiers::COMMAND, Key::Num5);
    window
}

/// Says no to every safety question.
fn says_no(workspace: &mut Workspace) {
    let safety = SafetyQuestion::ALL.iter().map(|question| (*question, false)).collect();
    let profile = Profile { safety, birth_year: Some(1990), ..Profile::default() };
    workspace.submit(Command::SetProfile { profile }).unwrap();
}

/// Kefir yesterday and blueberries today, and a flare today.
fn eats(workspace: &mut Workspace) {
    let today = workspace.today();
    for (back, food) in [(1, KEFIR), (0, BLUEBERRIES)] {
        let mut meal = EntryDraft::new(EntryKind::Meal);
        meal.foods = vec![line(&Pantry::default(), food, 150.0).unwrap()];
        workspace.submit(Command::Log { day: today.plus(-back), drafts: vec![meal] }).unwrap();
    }
    let mut skin = EntryDraft::new(EntryKind::SkinCheck);
    skin.answers = Answers::from_iter([(TrackableKey::new("flare").unwrap(), Value::YesNo(true))]);
    workspace.submit(Command::Log { day: today, drafts: vec![skin] }).unwrap();
}

fn says(window: &Window, words: &str) -> bool {
    window.harness.query_all_by_label_contains(words).next().is_some()
}

fn capital(text: &str) -> String {
    let (first, rest) = text.split_at(1);
    first.to_uppercase() + rest
}

fn open_food(window: &mut Window, typed: &str, name: &str) {
    window.type_text("Find a food", typed);
    window.click(name);
}

#[test]
fn foods_are_one_key_or_one_click_away() {
    let mut window = Window::empty();
    window.click("Foods");
    assert!(says(&window, "7,049 foods, amounts in 100 g"));
    window.press(Modifiers::COMMAND, Key::Num1);
    assert!(!says(&window, "7,049 foods"));
    window.press(Modifiers::COMMAND, Key::Num5);
    assert!(says(&window, "7,049 foods"));
}

#[test]
fn only_the_rows_in_sight_are_laid_out() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window { harness: harness(open(&folder), [1440.0, 900.0]), folder };
    window.press(Modifiers::COMMAND, Key::Num5);
    let rows = window.harness.get_all_by_role(Role::Button).count();
    assert!(rows < 250, "{rows} buttons for 7,049 foods");
}

#[test]
fn the_list_is_narrowed_by_words_and_a_tag_and_sorted_by_a_nutrient() {
    let mut window = window(|_| {});
    window.type_text("Find a food", "milk");
    window.click("Show: All foods");
    window.click("Without: dairy");
    window.harness.get_by_label("Show: Without: dairy");
    assert!(window.harness.query_by_label("Milk, whole (full fat)").is_none());
    window.harness.get_by_label("Soya milk, unsweetened");
    window.click("Order: Usual first");
    window.click("Most vitamin D first");
    window.harness.get_by_label("Sort by vitamin D");
    // A second press on the head of the column turns the order round.
    window.click("Sort by vitamin D");
    window.harness.get_by_label("Order: Least vitamin D first");
}

#[test]
fn energy_is_not_shown_unasked() {
    let mut window = window(|_| {});
    window.click("Order: Usual first");
    assert!(!says(&window, "energy"));
    window.press(Modifiers::NONE, Key::Escape);
    open_food(&mut window, "blueberries", "Blueberries, raw");
    assert!(!says(&window, "kcal") && !says(&window, "energy"));
}

#[test]
fn a_food_has_a_page_with_every_value_its_source_and_how_each_tag_was_found() {
    let mut window = window(|_| {});
    // Digestive biscuits have no sodium in the table.
    open_food(&mut window, "digestive", "Digestive biscuits");
    assert!(says(&window, "CoFID 2015"));
    for nutrient in Nutrient::ALL.into_iter().filter(|nutrient| *nutrient != Nutrient::Energy) {
        assert!(window.harness.query_all_by_label(&capital(nutrient.label())).next().is_some(), "{}", nutrient.label());
    }
    assert!(window.harness.query_all_by_label("unknown").count() > 4, "unknown is said, not shown as 0");
    for tag in ["Histamine", "FODMAP groups", "Processing (NOVA)", "Gluten"] {
        assert!(window.harness.query_all_by_label(tag).next().is_some(), "{tag}");
    }
    assert!(window.harness.query_all_by_label_contains("uncertain").count() >= 3);
    window.click("‹ Foods");
    assert!(says(&window, "amounts in 100 g"));
}

#[test]
fn a_favourite_is_kept_and_can_be_undone() {
    let mut window = window(|_| {});
    open_food(&mut window, "blueberries", "Blueberries, raw");
    window.click("Add to favourites");
    assert!(window.workspace().diary().pantry().favourites.contains(&BLUEBERRIES));
    window.click("Take out of favourites");
    assert!(window.workspace().diary().pantry().favourites.is_empty());
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(window.workspace().diary().pantry().favourites.contains(&BLUEBERRIES));
}

#[test]
fn a_correction_makes_an_own_food_and_leaves_the_table_as_it_is() {
    let mut window = window(|_| {});
    open_food(&mut window, "blueberries", "Blueberries, raw");
    window.click("Correct this food…");
    let own = |window: &Window| window.workspace().diary().pantry().own.values().next().cloned();
    window.replace_text("Name of the own food", "Blueberries from the garden");
    window.click("Keep");
    let kept = own(&window).unwrap();
    assert_eq!((kept.copied_from, kept.name.as_str()), (Some(BLUEBERRIES), "Blueberries from the garden"));
    assert_eq!(kept.per_100g.get(&Nutrient::Fibre), Some(&2.4));
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(own(&window), None, "one step takes it back");
    assert_eq!(Pantry::default().per_100g(BLUEBERRIES, Nutrient::Fibre), Some(2.4));
}

#[test]
fn the_last_seven_days_name_the_food_behind_every_number() {
    let mut window = window(eats);
    window.click("Foods: Last 7 days");
    assert!(says(&window, "1 different plant, 1 point"));
    window.harness.get_by_label("blueberry");
    window.click_first("Live fermented: 1 portion");
    window.click_first("Kefir, plain");
    assert!(says(&window, "Values: Anses Ciqual 2017"));
}

#[test]
fn what_was_eaten_before_flares_is_counted_and_said_to_be_no_evidence() {
    let mut window = window(eats);
    window.click("Foods: Before flares");
    assert!(says(&window, "A list like this is no evidence"));
    window.harness.get_by_label("Kefir, plain, 1 days before flares, 1 days in all");
    assert!(!says(&window, "Blueberries, raw,"), "eaten on the day of the flare itself");
}

#[test]
fn who_has_worried_about_food_is_not_shown_foods_beside_flares() {
    let mut window = window(|workspace| {
        eats(workspace);
        let profile = Profile { safety: [(SafetyQuestion::FoodWorry, true)].into(), ..Profile::default() };
        workspace.submit(Command::SetProfile { profile }).unwrap();
    });
    window.click("Foods: Before flares");
    assert!(says(&window, "foods are not lined up against flares here"));
    assert!(!says(&window, "days before flares"));
}

#[test]
fn leaving_a_food_out_becomes_a_course_with_a_planned_return() {
    let mut window = window(says_no);
    open_food(&mut window, "kefir", "Kefir, plain");
    window.click("Leave it out for a while…");
    let start = |window: &Window| {
        let node = window.harness.get_by_role_and_label(Role::Button, "Start");
        node.accesskit_node().is_disabled()
    };
    window.replace_text("Days to leave it out", "90");
    assert!(start(&window), "ninety days are too long");
    window.replace_text("Days to leave it out", "21");
    assert!(!start(&window) && says(&window, "Planned return of Kefir, plain"));
    window.click("Start");
    let course = window.workspace().diary().courses().next().unwrap().clone();
    assert_eq!((course.kind, course.stop), (CourseKind::Diet, Some(course.start.plus(20))));
    assert_eq!(course.name.as_str(), "Without Kefir, plain");
    // One thing at a time.
    window.press(Modifiers::COMMAND, Key::Num4);
    window.click("Leave one thing out…");
    assert!(says(&window, "One change at a time: Without Kefir, plain"));
}

#[test]
fn gluten_is_left_out_only_after_a_test() {
    let mut window = window(says_no);
    window.press(Modifiers::COMMAND, Key::Num4);
    window.click("Leave one thing out…");
    window.click("One group: gluten");
    assert!(says(&window, "a test for coeliac disease only tells while gluten is eaten"));
    window.click("I was tested for coeliac disease while I ate gluten");
    window.click("Start");
    assert_eq!(window.workspace().diary().courses().next().unwrap().name.as_str(), "Without gluten");
}

#[test]
fn with_questions_skipped_the_helper_stays_closed_and_says_why() {
    let mut window = window(|_| {});
    window.press(Modifiers::COMMAND, Key::Num4);
    window.click("Leave one thing out…");
    assert!(says(&window, "This is not offered right now"));
    assert!(says(&window, "food and weight worries"));
    assert!(window.harness.query_by_label("Start").is_none());
    window.click("Close");
    assert_eq!(window.workspace().diary().courses().count(), 0);
}

#[test]
fn a_diary_for_reading_only_shows_foods_and_changes_none() {
    let folder = tempfile::tempdir().unwrap();
    drop(open(&folder));
    let workspace = Workspace::open(folder.path(), Access::Read, std::sync::Arc::new(|| {})).unwrap();
    let mut window = Window { harness: harness(workspace, [1440.0, 2400.0]), folder };
    window.press(Modifiers::COMMAND, Key::Num5);
    open_food(&mut window, "blueberries", "Blueberries, raw");
    assert!(window.harness.get_by_label("Correct this food…").accesskit_node().is_disabled());
}
