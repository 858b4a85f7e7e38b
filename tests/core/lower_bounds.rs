//! Sums of which not all is known: the cell stays missing, and what is known is a lower bound, enough to say "above". Then the
//! columns that are worked out from single foods, by hand.

use gutskin::columns::{DayTable, tabulate, update_day};
use gutskin::edit::{Command, EntryDraft};
use gutskin::foods::meal_line::line;
use gutskin::foods::pantry::Pantry;
use gutskin::model::answers::Answers;
use gutskin::model::course::{Course, CourseId, CourseKind};
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::food_line::FoodId;
use gutskin::model::text::Name;
use gutskin::model::value::Value;

use super::commands::{carry_out, key, today};

pub const BEEF_LIVER: u32 = 13_326;
pub const CARROTS_COOKED: u32 = 73_102_211;
pub const LIVER_AND_ONIONS: u32 = 27_460_750;
pub const COD_LIVER_OIL: u32 = 4_589;
pub const OATS: u32 = 57_602_100;
pub const BLUEBERRIES: u32 = 63_203_010;
pub const RED_WINE: u32 = 93_401_010;
pub const WATER: u32 = 94_000_100;
pub const KEFIR: u32 = 1_019_865;
/// Its fibre, added sugars and vitamin E are not known.
pub const LENTILS_RAW_RED: u32 = 16_144;

/// Logs foods with their grams so many days ago.
pub fn eat(diary: &mut Diary, ago: i32, kind: EntryKind, foods: &[(u32, f64)]) {
    let mut draft = EntryDraft::new(kind);
    draft.foods = foods.iter().map(|(food, grams)| line(&Pantry::default(), FoodId(*food), *grams).unwrap()).collect();
    carry_out(diary, Command::Log { day: today().plus(-ago), drafts: vec![draft] }).unwrap();
}

/// Logs one answer so many days ago.
pub fn answer(diary: &mut Diary, ago: i32, name: &str, value: Value) {
    let kind = diary.catalogue().get(name).unwrap().carried_by;
    let mut draft = EntryDraft::new(kind);
    draft.answers = Answers::from_iter([(key(name), value)]);
    carry_out(diary, Command::Log { day: today().plus(-ago), drafts: vec![draft] }).unwrap();
}

/// A course that goes on since some days.
pub fn course(diary: &mut Diary, kind: CourseKind, name: &str, dose: &str, days: i32) {
    let course = Course {
        id: CourseId::NEW,
        kind,
        name: Name::new(name).unwrap(),
        start: today().plus(-days),
        stop: None,
        dose: dose.to_owned(),
        schedule: String::new(),
        regions: Vec::new(),
        after_effect_days: kind.usual_after_effect_days(),
        note: None,
    };
    carry_out(diary, Command::AddCourse { course }).unwrap();
}

fn cell(table: &DayTable, key: &str) -> Option<f64> {
    table.column(key).unwrap_or_else(|| panic!("no column {key}")).cells[table.row(today())?]
}

fn bound(table: &DayTable, key: &str) -> Option<f64> {
    table.lower_bound_on(key, today())
}

fn of_meal(foods: &[(u32, f64)]) -> DayTable {
    let mut diary = Diary::default();
    eat(&mut diary, 0, EntryKind::Meal, foods);
    tabulate(&diary)
}

fn near(found: Option<f64>, expected: f64) {
    assert!(found.is_some_and(|found| (found - expected).abs() < 1e-6), "{found:?} is not {expected}");
}

#[test]
fn what_is_known_of_a_sum_with_an_unknown_food_is_a_lower_bound_and_no_number() {
    // Oats 10.1 g of fibre in 100 g; of the bitter nobody knows.
    let mut diary = Diary::default();
    eat(&mut diary, 0, EntryKind::Meal, &[(OATS, 60.0), (LENTILS_RAW_RED, 50.0)]);
    let table = tabulate(&diary);
    assert_eq!(cell(&table, "food_vit_e_mg"), None);
    let known = bound(&table, "food_vit_e_mg").unwrap();
    let oats = of_meal(&[(OATS, 60.0)]);
    near(cell(&oats, "food_vit_e_mg"), known);
    near(bound(&oats, "food_vit_e_mg"), known);
    let part = table.known_part(table.position("food_vit_e_mg").unwrap(), 0).unwrap();
    near(part.share, 60.0 / 110.0);
}

#[test]
fn where_nothing_is_known_there_is_no_lower_bound_and_a_known_sum_is_its_own() {
    let table = of_meal(&[(LENTILS_RAW_RED, 50.0)]);
    assert_eq!((cell(&table, "food_vit_e_mg"), bound(&table, "food_vit_e_mg")), (None, None));
    assert_eq!(bound(&table, "stress"), None, "nobody answered");
}

#[test]
fn what_is_typed_counts_beside_the_known_part_of_foods() {
    let mut diary = Diary::default();
    answer(&mut diary, 0, "fibre_g", Value::Number(4.0));
    // 10.1 g in 100 g of oats; the bitter has no fibre value of its own to stand for.
    eat(&mut diary, 0, EntryKind::Meal, &[(OATS, 100.0)]);
    near(cell(&tabulate(&diary), "fibre_g"), 14.1);
    let mut unknown = diary.clone();
    let stranger =
        gutskin::model::food_line::FoodLine { food: FoodId(4), grams: 10.0, name: Name::new("Gone").unwrap() };
    let mut draft = EntryDraft::new(EntryKind::Meal);
    draft.foods = vec![stranger];
    carry_out(&mut unknown, Command::Log { day: today(), drafts: vec![draft] }).unwrap();
    let table = tabulate(&unknown);
    assert_eq!(cell(&table, "fibre_g"), None);
    near(bound(&table, "fibre_g"), 14.1);
}

#[test]
fn an_edit_of_the_day_brings_its_lower_bounds_up_to_date() {
    let mut diary = Diary::default();
    eat(&mut diary, 1, EntryKind::Meal, &[(OATS, 60.0)]);
    eat(&mut diary, 0, EntryKind::Meal, &[(OATS, 60.0)]);
    let mut table = tabulate(&diary);
    eat(&mut diary, 0, EntryKind::Meal, &[(LENTILS_RAW_RED, 50.0)]);
    assert!(update_day(&mut table, &diary, today()));
    assert!(table == tabulate(&diary), "brought up to date it says what a table made anew says");
    assert_eq!(cell(&table, "food_vit_e_mg"), None);
    assert!(bound(&table, "food_vit_e_mg").is_some());
}

// Vitamin A that is retinol

#[test]
fn liver_is_preformed_vitamin_a_and_carrots_are_not() {
    let vitamin_a = |foods: &[(u32, f64)]| cell(&of_meal(foods), "vit_a_preformed_ug");
    near(vitamin_a(&[(BEEF_LIVER, 200.0)]), 18_884.0);
    near(vitamin_a(&[(CARROTS_COOKED, 300.0)]), 0.0);
    near(vitamin_a(&[(LIVER_AND_ONIONS, 150.0)]), 7_090.5);
    near(vitamin_a(&[(COD_LIVER_OIL, 10.0)]), 3_000.0);
    near(vitamin_a(&[(CARROTS_COOKED, 300.0), (BEEF_LIVER, 100.0)]), 9_442.0);
}

#[test]
fn a_readable_dose_of_vitamin_a_pills_adds_to_it_and_an_unreadable_one_does_not() {
    let with = |dose: &str| {
        let mut diary = Diary::default();
        eat(&mut diary, 0, EntryKind::Meal, &[(OATS, 50.0)]);
        course(&mut diary, CourseKind::Supplement, "Vitamin A", dose, 3);
        cell(&tabulate(&diary), "vit_a_preformed_ug")
    };
    near(with("800 ug"), 800.0);
    near(with("10,000 IU"), 3_000.0);
    near(with("one in the morning"), 0.0);
}

#[test]
fn a_course_of_vitamin_a_counts_on_days_without_foods() {
    let mut diary = Diary::default();
    answer(&mut diary, 0, "stress", Value::Number(2.0));
    assert_eq!(cell(&tabulate(&diary), "vit_a_preformed_ug"), None, "nothing was eaten and nothing taken");
    course(&mut diary, CourseKind::Supplement, "Vitamin A", "800 ug", 3);
    near(cell(&tabulate(&diary), "vit_a_preformed_ug"), 800.0);
}

// All water

#[test]
fn all_water_needs_a_meal_and_a_drink() {
    // 100 g of blueberries hold 84.2 g of water.
    let berries = cell(&of_meal(&[(BLUEBERRIES, 100.0), (WATER, 250.0)]), "water_total_ml").unwrap();
    let mut typed = Diary::default();
    eat(&mut typed, 0, EntryKind::Meal, &[(BLUEBERRIES, 100.0)]);
    assert_eq!(cell(&tabulate(&typed), "water_total_ml"), None, "nobody said what was drunk");
    assert!(bound(&tabulate(&typed), "water_total_ml").unwrap() < 100.0);
    answer(&mut typed, 0, "water_ml", Value::Number(250.0));
    near(cell(&tabulate(&typed), "water_total_ml"), berries);
    let mut drinks = Diary::default();
    eat(&mut drinks, 0, EntryKind::Drink, &[(WATER, 500.0)]);
    let drinks = tabulate(&drinks);
    assert_eq!(cell(&drinks, "water_total_ml"), None, "drinks alone look like thirst");
    near(bound(&drinks, "water_total_ml"), 500.0);
}

// Ferments

#[test]
fn wine_is_no_live_ferment_and_kefir_is_one_from_twenty_grams() {
    let portions = |foods: &[(u32, f64)]| cell(&of_meal(foods), "fermented");
    assert_eq!(portions(&[(OATS, 50.0), (RED_WINE, 150.0)]), Some(0.0));
    assert_eq!(portions(&[(KEFIR, 150.0)]), Some(1.0));
    assert_eq!(portions(&[(KEFIR, 19.0)]), Some(0.0));
    let mut typed = Diary::default();
    answer(&mut typed, 0, "fermented", Value::Number(1.0));
    eat(&mut typed, 0, EntryKind::Meal, &[(KEFIR, 150.0)]);
    assert_eq!(cell(&tabulate(&typed), "fermented"), Some(2.0), "what is typed and what is eaten");
}
