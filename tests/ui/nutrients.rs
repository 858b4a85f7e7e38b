//! Two weeks of nutrients in the view of foods: by name and role.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use gutskin::edit::{Command, EntryDraft};
use gutskin::foods::meal_line::line;
use gutskin::foods::pantry::Pantry;
use gutskin::model::entry::EntryKind;
use gutskin::model::food_line::FoodId;
use gutskin::model::profile::{Profile, SafetyQuestion, Sex};
use gutskin::workspace::Workspace;

use crate::window::{Window, harness, open};

const OATS: FoodId = FoodId(57_602_100);
const BLUEBERRIES: FoodId = FoodId(63_203_010);
const BEEF_LIVER: FoodId = FoodId(13_326);

/// Oats and berries on so many days, and whatever else.
fn eats(workspace: &mut Workspace, days: i32, more: &[(FoodId, f64)]) {
    let today = workspace.today();
    for ago in 0..days {
        let mut meal = EntryDraft::new(EntryKind::Meal);
        let foods = [(OATS, 80.0), (BLUEBERRIES, 150.0)];
        meal.foods =
            foods.iter().chain(more).map(|(food, grams)| line(&Pantry::default(), *food, *grams).unwrap()).collect();
        workspace.submit(Command::Log { day: today.plus(-ago), drafts: vec![meal] }).unwrap();
    }
}

fn says(workspace: &mut Workspace, yes: &[SafetyQuestion]) {
    let safety = SafetyQuestion::ALL.iter().map(|question| (*question, yes.contains(question))).collect();
    let profile = Profile { safety, birth_year: Some(1990), sex: Some(Sex::Female), ..Profile::default() };
    workspace.submit(Command::SetProfile { profile }).unwrap();
}

fn window(prepare: impl FnOnce(&mut Workspace)) -> Window {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = open(&folder);
    prepare(&mut workspace);
    let mut window = Window { harness: harness(workspace, [1440.0, 2600.0]), folder };
    window.press(Modifiers::COMMAND, Key::Num5);
    window.click("Foods: Nutrients");
    window
}

#[test]
fn each_nutrient_has_a_bar_with_a_name_and_its_numbers_beside_it() {
    let window = window(|workspace| {
        says(workspace, &[]);
        eats(workspace, 14, &[]);
    });
    let bars = window.harness.get_all_by_role(Role::ProgressIndicator).count();
    assert!(bars >= 7, "{bars} bars");
    assert!(window.shows_part("Zinc: "));
    assert!(window.shows_part("reference 9.3 mg (EFSA NDA Panel, zinc"), "by sex");
    assert!(window.shows_part("14 of 14 days count"));
    assert!(window.shows_part("sun is not counted"));
    assert!(window.shows_part("Rough: a self-care index"));
    assert!(window.shows_part("of 100, "));
}

#[test]
fn the_foods_behind_a_nutrient_are_a_click_away_and_lead_to_their_page() {
    let mut window = window(|workspace| {
        says(workspace, &[]);
        eats(workspace, 10, &[]);
    });
    window.click_first("Where Vitamin C came from");
    window.harness.run_steps(20);
    window.click_first("Blueberries, raw");
    assert!(window.shows("‹ Foods"), "the page of the food is open");
}

#[test]
fn too_few_days_say_what_is_missing_and_no_number() {
    let window = window(|workspace| {
        says(workspace, &[]);
        eats(workspace, 5, &[]);
    });
    assert!(window.shows("Nutrient cover: not enough entries"));
    assert!(window.shows_part("5 days count so far, 8 are needed"));
    assert!(!window.shows_part("of 100, "));
}

#[test]
fn an_empty_diary_says_what_will_be_here() {
    let window = window(|_| {});
    assert!(window.shows_part("Foods are logged on 0 of 14 days"));
    assert!(window.shows_part("what they brought of each nutrient stands here"));
}

#[test]
fn liver_every_day_is_said_to_be_above_the_limit() {
    let window = window(|workspace| {
        says(workspace, &[]);
        eats(workspace, 14, &[(BEEF_LIVER, 200.0)]);
    });
    assert!(window.shows_part("Above the limit: "));
    assert!(window.shows_part("Preformed vitamin A (liver, fish liver oil, retinol pills) is above the daily limit."));
}

#[test]
fn pregnant_vitamin_a_has_no_shortfall_and_a_midwife_to_ask() {
    let window = window(|workspace| {
        says(workspace, &[SafetyQuestion::Pregnant]);
        eats(workspace, 14, &[]);
    });
    assert!(window.shows_part("Vitamin A · ask your midwife"));
    assert!(!window.shows_part("Vitamin A: "), "no bar against a reference");
}

#[test]
fn where_food_may_be_a_worry_there_are_words_and_no_numbers() {
    let window = window(|workspace| eats(workspace, 14, &[]));
    assert!(window.shows_part("Nutrient cover: "));
    assert!(!window.shows_part("of 100, ") && !window.shows_part("reference "));
    assert_eq!(window.harness.query_all_by_role(Role::ProgressIndicator).count(), 0, "no bars");
}

#[test]
fn a_bowel_disease_leaves_absorption_unknown() {
    let window = window(|workspace| {
        says(workspace, &[SafetyQuestion::BowelOrSwallowing]);
        eats(workspace, 14, &[]);
    });
    assert!(window.shows_part("Absorption unknown"));
}

#[test]
fn it_fits_a_small_window() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = open(&folder);
    says(&mut workspace, &[]);
    eats(&mut workspace, 14, &[]);
    let mut window = Window { harness: harness(workspace, [1024.0, 700.0]), folder };
    window.press(Modifiers::COMMAND, Key::Num5);
    window.click("Foods: Nutrients");
    assert!(window.shows("Copy the table"));
}
