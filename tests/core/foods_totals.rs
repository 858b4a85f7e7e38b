//! What meals add up to: against sums worked out by hand from the csv files, with unknown values kept unknown, and the laws that
//! sums obey. Then the plants of a week.

use std::collections::BTreeMap;

use gutskin::foods::meal_line::{Habits, LineError, line};
use gutskin::foods::nutrient::Nutrient;
use gutskin::foods::own_food::OwnFood;
use gutskin::foods::pantry::Pantry;
use gutskin::foods::plants::{PlantsEaten, eaten_in_week};
use gutskin::foods::recipe::Recipe;
use gutskin::foods::table::FoodTable;
use gutskin::foods::tags::{Fodmap, Level};
use gutskin::foods::totals::{Totals, behind};
use gutskin::model::food_line::{FoodId, FoodLine};
use gutskin::model::text::Name;
use gutskin::model::time::Day;
use proptest::prelude::*;

fn food(number: u32, grams: f64) -> FoodLine {
    line(&Pantry::default(), FoodId(number), grams).unwrap()
}

fn total(lines: &[FoodLine]) -> Totals {
    Totals::of(&Pantry::default(), lines)
}

#[test]
fn ten_meals_add_up_as_worked_out_by_hand() {
    let fixture = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/foods/meals.csv");
    let mut checked: BTreeMap<String, usize> = BTreeMap::new();
    for row in csv::Reader::from_path(fixture).unwrap().deserialize() {
        let row: BTreeMap<String, String> = row.unwrap();
        let foods = row["foods"].split(' ').map(|part| {
            let (number, grams) = part.split_once(':').unwrap();
            food(number.parse().unwrap(), grams.parse().unwrap())
        });
        let lines: Vec<FoodLine> = foods.collect();
        let sum = total(&lines).sum(Nutrient::from_key(&row["nutrient"]).unwrap());
        let expected: f64 = row["sum"].parse().unwrap();
        assert!(
            (sum.known - expected).abs() < 1e-9,
            "{} of {}: {} not {expected}",
            row["nutrient"],
            row["meal"],
            sum.known
        );
        assert_eq!(sum.unknown.to_string(), row["unknown"], "{} of {}", row["nutrient"], row["meal"]);
        assert_eq!(sum.foods as usize, lines.len());
        *checked.entry(row["meal"].clone()).or_default() += 1;
    }
    assert_eq!(checked.len(), 10);
    assert!(checked.values().all(|sums| *sums == 7));
}

#[test]
fn an_unknown_value_makes_the_sum_a_lower_bound_and_never_a_zero() {
    // Digestive biscuits have no sodium in the table; white rice has 245 mg in 100 g.
    let meal = [food(2_110_799, 30.0), food(56_205_008, 100.0)];
    let sodium = total(&meal).sum(Nutrient::Sodium);
    assert!(!sodium.is_complete());
    assert_eq!(sodium.words("mg"), "at least 245 mg, 1 of 2 foods unknown");
    assert_eq!(total(&meal[..1]).sum(Nutrient::Sodium).words("mg"), "unknown");
    assert_eq!(total(&meal[1..]).sum(Nutrient::Sodium).words("mg"), "245 mg");
    let parts = behind(&Pantry::default(), &meal, Nutrient::Sodium);
    assert_eq!(parts[0].0.name.as_str(), "White rice, cooked, salted");
    assert_eq!(parts[1].1.words("mg"), "unknown");
}

#[test]
fn a_number_from_an_edited_file_is_kept_and_everything_in_it_unknown() {
    let stranger = FoodLine { food: FoodId(4), grams: 80.0, name: Name::new("Something once known").unwrap() };
    let totals = total(&[stranger.clone(), food(63_203_010, 100.0)]);
    for nutrient in Nutrient::ALL {
        assert!(totals.sum(nutrient).unknown >= 1, "{}", nutrient.key());
    }
    assert_eq!((totals.foods, totals.grams), (2, 180.0));
    assert_eq!(line(&Pantry::default(), FoodId(4), 10.0), Err(LineError::NoSuchFood(FoodId(4))));
    for grams in [0.0, -5.0, 10_000.0, f64::NAN] {
        assert!(matches!(line(&Pantry::default(), FoodId(63_203_010), grams), Err(LineError::Grams(_))), "{grams}");
    }
}

#[test]
fn tags_of_a_meal_are_those_of_its_foods() {
    let meal = total(&[food(57_602_100, 60.0), food(63_203_010, 150.0), food(1_019_865, 206.0)]);
    assert_eq!(meal.plants().map(|(_, plant)| plant.key).collect::<Vec<_>>().len(), 2);
    assert_eq!((meal.fermented, meal.live_cultures.yes, meal.dairy.yes, meal.gluten.yes), (1, 1, 1, 0));
    assert_eq!(meal.gluten.maybe, 1, "oats depend on the product");
    assert_eq!(meal.fodmap(Fodmap::Lactose), Some(Level::High));
    assert_eq!((meal.ultra_processed, meal.nova_known, meal.nova_unknown), (0, 3, 0));
    let coffee = total(&[food(3_000_002, 200.0)]);
    assert!(coffee.waters == 0 && coffee.water_elsewhere.known > 180.0, "coffee is no water");
    assert_eq!(total(&[]).ultra_processed_share(), None);
}

#[test]
fn own_foods_and_recipes_count_as_their_parts() {
    let mut pantry = Pantry::default();
    let mut own = OwnFood::blank(FoodId::FIRST_OWN, Name::new("Seed bread").unwrap());
    own.per_100g = BTreeMap::from([(Nutrient::Fibre, 12.0)]);
    own.plants = BTreeMap::from([("oat".to_owned(), 30.0)]);
    let own_id = own.id;
    pantry.own.insert(own_id, own);
    let bread = line(&pantry, own_id, 50.0).unwrap();
    let dish = Recipe {
        id: FoodId::FIRST_RECIPE,
        name: Name::new("Lentil stew").unwrap(),
        ingredients: vec![food(16_070, 400.0), food(73_101_010, 200.0), line(&pantry, own_id, 100.0).unwrap()],
        cooked_grams: Some(1_000.0),
        servings: 4.0,
        hidden: false,
    };
    dish.check(&pantry).unwrap();
    let served = dish.line(1.0).unwrap();
    assert_eq!(served.grams, 250.0);
    pantry.recipes.insert(dish.id, dish);
    // A quarter of 400 g lentils at 7.9, 200 g carrots at 2.9 and 100 g bread at 12 g of fibre.
    let sum = Totals::of(&pantry, [&served]).sum(Nutrient::Fibre);
    assert!((sum.known - (7.9 + 2.9 * 0.5 + 12.0 * 0.25)).abs() < 1e-9, "{}", sum.known);
    assert_eq!((sum.unknown, sum.foods), (0, 3));
    assert_eq!(Totals::of(&pantry, [&bread]).sum(Nutrient::Zinc).words("mg"), "unknown");
    let text = ron::to_string(&pantry.recipes.values().next().unwrap()).unwrap();
    assert_eq!(&ron::from_str::<Recipe>(&text).unwrap(), pantry.recipes.values().next().unwrap());
}

fn day(number: u32) -> Day {
    Day::from_ymd(2026, 3, number).unwrap()
}

fn week(lines: &[(Day, FoodLine)], last: Day) -> PlantsEaten {
    eaten_in_week(&Pantry::default(), lines.iter().map(|(day, line)| (*day, line)), last)
}

fn points_of(eaten: &PlantsEaten, key: &str) -> Option<f64> {
    eaten.list.iter().find(|eaten| eaten.plant.key == key).map(|eaten| eaten.plant.points)
}

#[test]
fn a_week_of_plants_counts_each_once_however_it_was_eaten() {
    let lines = [
        (day(1), food(63_101_000, 180.0)), // apple, a day too early
        (day(2), food(73_101_010, 60.0)),  // carrots, raw
        (day(3), food(73_102_211, 80.0)),  // carrots once more, cooked
        (day(4), food(75_440_600, 300.0)), // vegetable curry: carrots again, in a dish
        (day(5), food(61_210_000, 200.0)), // orange juice: no plant
        (day(6), food(2_043, 3.0)),        // turmeric: a spice
        (day(8), food(57_602_100, 50.0)),  // oats
    ];
    let eaten = week(&lines, day(8));
    let carrot = eaten.list.iter().find(|eaten| eaten.plant.key == "carrot").unwrap();
    assert_eq!(carrot.days, [day(2), day(3), day(4)]);
    assert_eq!(carrot.foods.len(), 3);
    assert_eq!(points_of(&eaten, "carrot"), Some(1.0));
    assert_eq!(points_of(&eaten, "apple"), None, "eaten eight days ago");
    assert_eq!(points_of(&eaten, "orange"), None, "juice is not counted");
    assert_eq!(points_of(&eaten, "turmeric"), Some(0.25));
    assert_eq!(points_of(&eaten, "oat"), Some(1.0));
    let small = eaten.list.iter().filter(|eaten| eaten.plant.points < 1.0).count() as f64;
    let whole = eaten.distinct() as f64 - small;
    assert_eq!(eaten.points(), whole + 0.25 * small);
    assert_eq!(points_of(&week(&lines, day(7)), "apple"), Some(1.0));
}

#[test]
fn herbs_and_spices_give_three_points_at_most() {
    let table = FoodTable::get();
    let small = table
        .foods()
        .iter()
        .filter(|food| food.plant.and_then(|plant| table.plant(plant)).is_some_and(|plant| plant.points < 1.0));
    let lines: Vec<(Day, FoodLine)> = small.map(|own| (day(3), food(own.id.0, 2.0))).collect();
    let eaten = week(&lines, day(3));
    assert!(eaten.distinct() > 12);
    assert_eq!(eaten.points(), 3.0);
}

#[test]
fn habits_offer_the_last_amount_and_forget_slowly() {
    let lines =
        [(day(1), food(57_602_100, 60.0)), (day(20), food(57_602_100, 45.0)), (day(10), food(1_019_865, 200.0))];
    let habits = Habits::of(lines.iter().map(|(day, line)| (*day, line)), day(21));
    let pantry = Pantry::default();
    assert_eq!(habits.grams_to_offer(&pantry, FoodId(57_602_100)), Some(45.0));
    assert_eq!(habits.grams_to_offer(&pantry, FoodId(63_203_010)), Some(75.0), "the table's usual portion");
    assert!(habits.weight(FoodId(57_602_100)) > habits.weight(FoodId(1_019_865)));
    assert_eq!(habits.weight(FoodId(63_203_010)), 0.0);
    assert_eq!(habits.recent(5), [FoodId(57_602_100), FoodId(1_019_865)]);
}

/// Any food of the table, any amount a line may hold.
fn any_line() -> impl Strategy<Value = FoodLine> {
    let foods = FoodTable::get().foods();
    (0..foods.len(), 0.1..2_000.0).prop_map(|(at, grams)| food(FoodTable::get().foods()[at].id.0, grams))
}

fn close(a: &Totals, b: &Totals, factor: f64) -> bool {
    Nutrient::ALL.into_iter().all(|nutrient| {
        let (a, b) = (a.sum(nutrient), b.sum(nutrient));
        let near = (a.known * factor - b.known).abs() <= 1e-9 * (1.0 + b.known.abs());
        near && (a.unknown, a.foods) == (b.unknown, b.foods)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn twice_as_much_holds_twice_as_much(meal in prop::collection::vec(any_line(), 0..12), factor in 0.1..2.0) {
        let more: Vec<FoodLine> = meal.iter().map(|line| FoodLine { grams: line.grams * factor, ..line.clone() }).collect();
        prop_assert!(close(&total(&meal), &total(&more), factor));
    }

    #[test]
    fn the_order_of_a_meal_does_not_matter(
        (meal, shuffled) in prop::collection::vec(any_line(), 0..12).prop_flat_map(|meal| (Just(meal.clone()), Just(meal).prop_shuffle()))
    ) {
        let (a, b) = (total(&meal), total(&shuffled));
        prop_assert!(close(&a, &b, 1.0));
        prop_assert!(a.plants().eq(b.plants()));
        prop_assert_eq!((a.fermented, a.gluten, a.dairy), (b.fermented, b.gluten, b.dairy));
    }

    #[test]
    fn a_day_is_the_sum_of_its_meals(meals in prop::collection::vec(prop::collection::vec(any_line(), 0..5), 0..5)) {
        let mut merged = Totals::default();
        for meal in &meals {
            merged.merge(&total(meal));
        }
        let all: Vec<FoodLine> = meals.concat();
        let whole = total(&all);
        prop_assert!(close(&whole, &merged, 1.0));
        prop_assert!(whole.plants().eq(merged.plants()));
        prop_assert_eq!(whole.plant_points(), merged.plant_points());
    }

    #[test]
    fn a_recipe_is_the_sum_of_its_parts_by_its_yield(
        parts in prop::collection::vec(any_line(), 1..10),
        cooked in prop::option::of(50.0..5_000.0),
        grams in 1.0..2_000.0,
    ) {
        let id = FoodId::FIRST_RECIPE;
        let name = Name::new("Dish").unwrap();
        let dish = Recipe { id, name: name.clone(), ingredients: parts.clone(), cooked_grams: cooked, servings: 4.0, hidden: false };
        let factor = grams / dish.yield_grams().unwrap();
        let pantry = Pantry { recipes: BTreeMap::from([(id, dish)]), ..Pantry::default() };
        let eaten = Totals::of(&pantry, [&FoodLine { food: id, grams, name }]);
        prop_assert!(close(&total(&parts), &eaten, factor));
    }
}
