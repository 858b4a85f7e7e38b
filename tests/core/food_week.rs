//! A week of foods: which plant counted from which food, what counted none, and the foods behind each number; then what was
//! eaten before flares, as counts and nothing more.

use gutskin::analysis::before_flares::{BeforeFlares, NO_EVIDENCE, before_flares};
use gutskin::analysis::food_week::{Eaten, FoodWeek, food_week};
use gutskin::edit::{Command, EntryDraft, plan};
use gutskin::evidence::wording::FORBIDDEN;
use gutskin::foods::meal_line::line;
use gutskin::foods::own_food::OwnFood;
use gutskin::foods::pantry::Pantry;
use gutskin::foods::recipe::Recipe;
use gutskin::foods::tags::Presence;
use gutskin::model::answers::Answers;
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::food_line::FoodId;
use gutskin::model::pantry::PantryItem;
use gutskin::model::text::Name;
use gutskin::model::time::Day;
use gutskin::model::trackable::Key;
use gutskin::model::value::Value;

const CARROTS: u32 = 73_101_010;
const CARROTS_COOKED: u32 = 73_102_211;
const VEGETABLE_CURRY: u32 = 75_440_600;
const ORANGE_JUICE: u32 = 61_210_000;
const TURMERIC: u32 = 2_043;
const OATS: u32 = 57_602_100;
const KEFIR: u32 = 1_019_865;
const BANANA: u32 = 63_107_010;

fn day(number: u32) -> Day {
    Day::from_ymd(2026, 3, number).unwrap()
}

fn apply(diary: &mut Diary, command: Command) {
    for change in plan(diary, command, day(31)).unwrap() {
        let _ = change.apply(diary);
    }
}

/// A meal of foods with their grams.
fn eat(diary: &mut Diary, on: u32, foods: &[(u32, f64)]) {
    let mut meal = EntryDraft::new(EntryKind::Meal);
    meal.foods = foods.iter().map(|(food, grams)| line(&Pantry::default(), FoodId(*food), *grams).unwrap()).collect();
    apply(diary, Command::Log { day: day(on), drafts: vec![meal] });
}

/// The answer to whether the skin flares.
fn flare(diary: &mut Diary, on: u32, flares: bool) {
    let mut skin = EntryDraft::new(EntryKind::SkinCheck);
    skin.answers = Answers::from_iter([(Key::new("flare").unwrap(), Value::YesNo(flares))]);
    apply(diary, Command::Log { day: day(on), drafts: vec![skin] });
}

fn week() -> FoodWeek {
    let mut diary = Diary::default();
    eat(&mut diary, 1, &[(BANANA, 120.0)]);
    eat(&mut diary, 2, &[(CARROTS, 60.0), (KEFIR, 200.0)]);
    eat(&mut diary, 3, &[(CARROTS_COOKED, 80.0)]);
    eat(&mut diary, 4, &[(VEGETABLE_CURRY, 300.0)]);
    eat(&mut diary, 5, &[(ORANGE_JUICE, 200.0)]);
    eat(&mut diary, 6, &[(TURMERIC, 3.0), (CARROTS, 60.0)]);
    eat(&mut diary, 8, &[(OATS, 50.0), (KEFIR, 150.0)]);
    food_week(&diary, &Pantry::default(), day(8))
}

fn named(list: &[Eaten], food: u32) -> Option<&Eaten> {
    list.iter().find(|eaten| eaten.food == FoodId(food))
}

#[test]
fn a_plant_eaten_raw_cooked_and_in_a_dish_counts_once_and_names_all_its_foods() {
    let week = week();
    assert_eq!(week.logged_days, 6, "the day before the seven is not among them");
    let carrot = week.plants.list.iter().find(|eaten| eaten.plant.key == "carrot").unwrap();
    assert_eq!(carrot.days, [day(2), day(3), day(4), day(6)]);
    assert_eq!(carrot.foods.len(), 3, "raw, cooked, and the curry: {:?}", carrot.foods);
    assert_eq!(carrot.plant.points, 1.0);
    assert!(week.plants.list.iter().all(|eaten| eaten.plant.key != "banana"), "eaten eight days ago");
}

#[test]
fn juice_counts_no_plant_and_says_so_and_a_spice_counts_a_quarter() {
    let week = week();
    assert!(week.plants.list.iter().all(|eaten| eaten.plant.key != "orange"));
    assert!(named(&week.without_plants, ORANGE_JUICE).is_some());
    assert!(named(&week.without_plants, KEFIR).is_some(), "milk holds no plant");
    assert!(named(&week.without_plants, VEGETABLE_CURRY).is_none());
    let turmeric = week.plants.list.iter().find(|eaten| eaten.plant.key == "turmeric").unwrap();
    assert_eq!(turmeric.plant.points, 0.25);
    // Oats and carrots 1 each, turmeric 0.25, and the plants of the curry as they are.
    let points: f64 = week.plants.list.iter().map(|eaten| eaten.plant.points).sum();
    assert_eq!(week.plants.points(), points);
}

#[test]
fn each_number_of_the_week_has_its_foods_and_days_behind_it() {
    let week = week();
    let kefir = named(&week.fermented, KEFIR).unwrap();
    assert_eq!((kefir.times, &kefir.days[..], kefir.presence), (2, &[day(2), day(8)][..], Presence::Yes));
    assert!(named(&week.live_cultures, KEFIR).is_some());
    assert!(named(&week.prebiotic, OATS).is_some(), "beta-glucan");
    assert!(named(&week.ultra_processed, KEFIR).is_none());
    assert_eq!(week.totals.foods, 9);
    let share = week.totals.ultra_processed_share().unwrap();
    let behind: u32 = week.ultra_processed.iter().map(|eaten| eaten.times).sum();
    assert_eq!(share, f64::from(behind) / f64::from(week.totals.nova_known));
}

#[test]
fn a_food_that_was_sugary_once_for_sure_is_not_said_to_be_maybe_so() {
    // A cake of 60 g of honey in 1 kg, of whose other ingredient nothing is known: a small slice may be sugary, a big one is.
    let mut diary = Diary::default();
    let unknown = OwnFood::blank(FoodId::FIRST_OWN, Name::new("Batter").unwrap());
    apply(&mut diary, Command::KeepInPantry { item: PantryItem::OwnFood(unknown) });
    let part = |diary: &Diary, food, grams| line(diary.pantry(), food, grams).unwrap();
    let cake = Recipe {
        id: FoodId::FIRST_RECIPE,
        name: Name::new("Honey cake").unwrap(),
        ingredients: vec![part(&diary, FoodId(91_302_010), 60.0), part(&diary, FoodId::FIRST_OWN, 940.0)],
        cooked_grams: None,
        servings: 10.0,
        hidden: false,
    };
    apply(&mut diary, Command::KeepInPantry { item: PantryItem::Recipe(cake) });
    for (on, grams) in [(1, 100.0), (2, 300.0)] {
        let mut meal = EntryDraft::new(EntryKind::Meal);
        meal.foods = vec![part(&diary, FoodId::FIRST_RECIPE, grams)];
        apply(&mut diary, Command::Log { day: day(on), drafts: vec![meal] });
    }
    let week = food_week(&diary, diary.pantry(), day(2));
    assert_eq!((week.totals.sugary.yes, week.totals.sugary.maybe), (1, 1));
    let eaten = &week.sugary[0];
    assert_eq!((eaten.times, eaten.presence), (2, Presence::Yes));
}

#[test]
fn an_empty_week_claims_nothing() {
    let week = food_week(&Diary::default(), &Pantry::default(), day(8));
    assert_eq!(week, FoodWeek::default());
    assert_eq!(week.totals.ultra_processed_share(), None, "no share of nothing");
}

/// Milk on every day, carrots on 3, 4 and 9; flares on 5 and 10, none on 20; 8 without food.
fn flaring() -> Diary {
    let mut diary = Diary::default();
    for on in (1..=20).filter(|on| *on != 8) {
        eat(&mut diary, on, &[(KEFIR, 200.0)]);
    }
    for on in [3, 4, 9] {
        eat(&mut diary, on, &[(CARROTS, 50.0)]);
    }
    eat(&mut diary, 5, &[(BANANA, 100.0)]);
    for (on, flares) in [(5, true), (10, true), (20, false)] {
        flare(&mut diary, on, flares);
    }
    diary
}

fn counts(found: &BeforeFlares, food: u32) -> Option<(usize, usize)> {
    found.foods.iter().find(|days| days.food == FoodId(food)).map(|days| (days.before.len(), days.all.len()))
}

#[test]
fn days_before_flares_are_counted_beside_all_days() {
    let found = before_flares(&flaring(), 2, day(31));
    // Days 3, 4 and 8, 9; nothing is logged on 8.
    assert_eq!((found.flare_days, found.answered_days), (2, 3));
    assert_eq!((found.days_before, found.logged_before, found.logged), (4, 3, 19));
    assert_eq!(counts(&found, CARROTS), Some((3, 3)));
    assert_eq!(counts(&found, KEFIR), Some((3, 19)));
    assert_eq!(counts(&found, BANANA), None, "eaten on the day of the flare itself");
}

#[test]
fn days_before_two_flares_count_once() {
    let mut diary = flaring();
    flare(&mut diary, 6, true);
    let found = before_flares(&diary, 3, day(31));
    // Before 5: 2 to 4; before 6: 3 to 5; before 10: 7 to 9.
    assert_eq!((found.days_before, found.logged_before), (7, 6));
    assert_eq!(counts(&found, CARROTS), Some((3, 3)));
    assert_eq!(counts(&found, BANANA), Some((1, 1)));
}

#[test]
fn without_flares_nothing_is_listed_and_the_words_claim_nothing() {
    let mut diary = Diary::default();
    eat(&mut diary, 1, &[(KEFIR, 200.0)]);
    let found = before_flares(&diary, 2, day(31));
    assert!(found.foods.is_empty());
    assert_eq!((found.flare_days, found.answered_days, found.logged), (0, 0, 1));
    assert!(FORBIDDEN.iter().all(|word| !NO_EVIDENCE.contains(word)));
    assert!(NO_EVIDENCE.contains("no evidence"));
}
