//! What foods say is true: a wine is no live ferment, a cola is sugary and no glass of water, a day of two coffees is no day
//! without fibre, and processing is counted by what was eaten. Column, totals and week say the same.

use gutskin::analysis::food_week::food_week;
use gutskin::columns::{Role, tabulate};
use gutskin::edit::{Command, EntryDraft, plan};
use gutskin::foods::amount::amount;
use gutskin::foods::counting::{LIVE_GRAMS, SUGARY_GRAMS};
use gutskin::foods::diet_metric::DietMetric;
use gutskin::foods::meal_line::line;
use gutskin::foods::nutrient::Nutrient;
use gutskin::foods::occasions::Occasions;
use gutskin::foods::own_food::OwnFood;
use gutskin::foods::pantry::Pantry;
use gutskin::foods::recipe::Recipe;
use gutskin::foods::table::FoodTable;
use gutskin::foods::tags::{Presence, Tag};
use gutskin::foods::totals::Totals;
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::food_line::{FoodId, FoodLine};
use gutskin::model::pantry::PantryItem;
use gutskin::model::text::Name;
use gutskin::model::time::Day;
use gutskin::words::rounded;

const WINE: u32 = 93_401_010;
const BEER: u32 = 93_101_000;
const SOY_SAUCE: u32 = 41_420_300;
const SOURDOUGH: u32 = 51_133_010;
const BAGUETTE: u32 = 51_107_010;
const KEFIR: u32 = 1_019_865;
const CHEDDAR: u32 = 14_104_100;
const SAUERKRAUT: u32 = 1_025_004;
const COLA: u32 = 92_410_310;
const COLA_DIET_WATER: u32 = 94_200_200;
const CHEESECAKE: u32 = 53_104_500;
const WINE_GUMS: u32 = 91_745_010;
const DIGESTIVES: u32 = 2_110_799;
const ORANGE_JUICE: u32 = 61_210_000;
const BANANA: u32 = 63_107_010;
const KETCHUP: u32 = 74_401_010;
const TAP_WATER: u32 = 94_000_100;
const SPARKLING: u32 = 92_410_210;
const COFFEE: u32 = 92_101_000;
const COFFEE_WITH_MILK: u32 = 3_000_002;
const LATTE: u32 = 92_101_900;
const GREEN_TEA: u32 = 92_303_010;
const LENTILS: u32 = 16_070;
const CHIPS: u32 = 71_400_990;

fn day(number: u32) -> Day {
    Day::from_ymd(2026, 3, number).unwrap()
}

fn foods(foods: &[(u32, f64)]) -> Vec<FoodLine> {
    foods.iter().map(|(food, grams)| line(&Pantry::default(), FoodId(*food), *grams).unwrap()).collect()
}

fn apply(diary: &mut Diary, command: Command) {
    for change in plan(diary, command, day(31)).unwrap() {
        let _ = change.apply(diary);
    }
}

fn log(diary: &mut Diary, on: u32, kind: EntryKind, lines: Vec<FoodLine>) {
    let draft = EntryDraft { foods: lines, ..EntryDraft::new(kind) };
    apply(diary, Command::Log { day: day(on), drafts: vec![draft] });
}

/// The cell of the first day on which these foods are one meal.
fn cell(key: &str, meal: &[(u32, f64)]) -> Option<f64> {
    let mut diary = Diary::default();
    log(&mut diary, 1, EntryKind::Meal, foods(meal));
    tabulate(&diary).column(key).unwrap().cells[0]
}

fn total(lines: &[(u32, f64)]) -> Totals {
    Totals::of(&Pantry::default(), &foods(lines))
}

#[test]
fn only_what_is_live_for_sure_counts_as_a_live_ferment_and_what_may_be_is_named() {
    assert_eq!(cell("fermented", &[(WINE, 150.0), (BEER, 330.0), (SOY_SAUCE, 30.0)]), Some(0.0), "fermented, not live");
    assert_eq!(cell("fermented", &[(KEFIR, 200.0), (WINE, 150.0)]), Some(1.0));
    assert_eq!(cell("fermented", &[(KEFIR, LIVE_GRAMS), (KEFIR, LIVE_GRAMS - 1.0)]), Some(1.0), "a spoonful is none");
    let meal = [(KEFIR, 200.0), (CHEDDAR, 30.0), (SAUERKRAUT, 80.0), (WINE, 150.0)];
    assert_eq!(cell("fermented", &meal), Some(1.0), "cheese and sauerkraut may be live");
    assert_eq!(cell("food_live_cultures", &meal), Some(1.0), "both columns say the same");
    let live = DietMetric::Tagged(Tag::LiveCultures).words(&total(&meal));
    assert_eq!(live, "1 portion, 2 more may be live");
    assert_eq!(DietMetric::Tagged(Tag::LiveCultures).words(&total(&[(CHEDDAR, 30.0)])), "none, 1 may be live");
    let mut diary = Diary::default();
    log(&mut diary, 1, EntryKind::Meal, foods(&meal));
    let week = food_week(&diary, &Pantry::default(), day(1));
    let of = |presence| week.live_cultures.iter().filter(|eaten| eaten.presence == presence).count();
    assert_eq!((of(Presence::Yes), of(Presence::Maybe)), (1, 2));
    assert_eq!((week.totals.live_cultures.yes, week.totals.live_cultures.maybe), (1, 2));
}

#[test]
fn what_is_named_as_fermented_and_not_live_is_so_in_the_table() {
    // As the note of the seven days says: wine, beer, sourdough, soy sauce; coffee and plain bread are not fermented at all.
    for food in [WINE, BEER, SOURDOUGH, SOY_SAUCE] {
        let tags = &FoodTable::get().food(FoodId(food)).unwrap().tags;
        assert!(tags.fermented && tags.live_cultures == Presence::No, "{food}");
    }
    assert!([COFFEE, BAGUETTE].iter().all(|food| !FoodTable::get().food(FoodId(*food)).unwrap().tags.fermented));
}

#[test]
fn sweet_foods_and_drinks_answer_how_many_sugary_portions_there_were() {
    assert_eq!(cell("sugary", &[(COLA, 330.0), (CHEESECAKE, 100.0), (WINE_GUMS, 40.0)]), Some(3.0));
    assert_eq!(cell("sugary", &[(BANANA, 120.0), (ORANGE_JUICE, 250.0), (KEFIR, 200.0)]), Some(0.0), "none added");
    assert_eq!(cell("sugary", &[(KETCHUP, 15.0)]), Some(0.0), "a spoonful");
    let per_gram = 100.0 / 9.94;
    assert_eq!(cell("sugary", &[(COLA, SUGARY_GRAMS * per_gram + 0.1)]), Some(1.0));
    assert_eq!(cell("sugary", &[(COLA, SUGARY_GRAMS * per_gram - 0.1)]), Some(0.0));
    // Nobody measured added sugars of digestives; all sugars of a biscuit stand for them.
    assert_eq!(cell("sugary", &[(DIGESTIVES, 15.0)]), Some(0.0));
    assert_eq!(cell("sugary", &[(DIGESTIVES, 100.0)]), Some(1.0));
}

#[test]
fn sugar_of_a_dish_is_counted_by_the_portion_and_the_unknown_is_never_none() {
    let mut pantry = Pantry::default();
    let cake = Recipe {
        id: FoodId::FIRST_RECIPE,
        name: Name::new("Nut cake").unwrap(),
        // 60 g of honey and 60 g of jam in ten slices: 8 g of added sugars from both together.
        ingredients: foods(&[(91_302_010, 60.0), (91_402_000, 60.0), (42_101_000, 880.0)]),
        cooked_grams: None,
        servings: 10.0,
        hidden: false,
    };
    let slice = cake.line(1.0).unwrap();
    pantry.recipes.insert(cake.id, cake.clone());
    assert_eq!(Totals::of(&pantry, [&slice]).sugary.presence(), Presence::No);
    assert_eq!(Totals::of(&pantry, [&cake.line(2.0).unwrap()]).sugary.yes, 1, "two slices are one sugary portion");
    let stranger = FoodLine { food: FoodId(4), grams: 80.0, name: Name::new("Something once known").unwrap() };
    let totals = Totals::of(&pantry, [&stranger]);
    assert_eq!((totals.sugary.yes, totals.sugary.maybe), (0, 1));
    assert_eq!(DietMetric::Sugary.words(&totals), "none, 1 may be sugary");
}

#[test]
fn a_cola_is_no_glass_of_water_and_its_water_is_shown_apart() {
    let drinks = [(TAP_WATER, 250.0), (SPARKLING, 200.0), (COLA, 330.0), (COFFEE, 200.0), (BANANA, 100.0)];
    let totals = total(&drinks);
    assert_eq!(totals.water_drunk, 450.0, "still and sparkling");
    assert_eq!(DietMetric::WaterDrunk.words(&totals), "450 ml");
    assert_eq!(cell("water_ml", &drinks), Some(450.0));
    assert_eq!(cell("water_ml", &[(COLA, 330.0)]), None, "nothing is said of water");
    assert_eq!(cell("water_ml", &[(COLA_DIET_WATER, 330.0)]), None, "sweetened water is a soft drink");
    let elsewhere = cell("food_water_elsewhere_ml", &drinks).unwrap();
    let all = cell("food_water_g", &drinks).unwrap();
    assert!((all - elsewhere - 450.0).abs() < 0.5, "{all} is 450 and {elsewhere}");
    // What is shown adds up to the last digit: 450 and 580 are 1030.
    let shown = |figure: DietMetric| figure.words(&totals).strip_suffix(" ml").unwrap().parse::<f64>().unwrap();
    let parts = shown(DietMetric::WaterDrunk) + shown(DietMetric::WaterElsewhere);
    assert_eq!(shown(DietMetric::Nutrient(Nutrient::Water)), parts);
}

#[test]
fn water_that_goes_into_a_soup_is_not_drunk_and_a_copy_of_water_is_water() {
    let mut pantry = Pantry::default();
    let soup = Recipe {
        id: FoodId::FIRST_RECIPE,
        name: Name::new("Soup").unwrap(),
        ingredients: foods(&[(LENTILS, 300.0), (TAP_WATER, 700.0)]),
        cooked_grams: None,
        servings: 4.0,
        hidden: false,
    };
    let bowl = soup.line(1.0).unwrap();
    pantry.recipes.insert(soup.id, soup);
    let totals = Totals::of(&pantry, [&bowl]);
    assert_eq!((totals.waters, totals.water_drunk), (0, 0.0));
    assert!(totals.water_elsewhere.known > 200.0);
    let table = FoodTable::get();
    let well = OwnFood::copy_of(table.food(FoodId(TAP_WATER)).unwrap(), FoodId::FIRST_OWN, Name::new("Well").unwrap());
    let copied = OwnFood { copied_from: Some(FoodId(TAP_WATER)), ..well };
    pantry.own.insert(copied.id, copied);
    assert_eq!(Totals::of(&pantry, [&line(&pantry, FoodId::FIRST_OWN, 300.0).unwrap()]).water_drunk, 300.0);
}

#[test]
fn plain_water_tea_and_coffee_are_no_foods_whose_processing_counts() {
    let plain = total(&[(TAP_WATER, 250.0), (COFFEE, 200.0), (COFFEE_WITH_MILK, 200.0), (GREEN_TEA, 250.0)]);
    assert_eq!((plain.nova_known, plain.ultra_processed_share()), (0, None));
    let day = [(TAP_WATER, 250.0), (COFFEE, 200.0), (GREEN_TEA, 250.0), (LENTILS, 200.0), (CHIPS, 150.0)];
    assert_eq!(cell("food_ultra_processed_share", &day), Some(0.5), "one of two foods");
    assert_eq!(total(&[(LATTE, 250.0), (COLA, 330.0)]).nova_known, 2, "milk and sugar are food");
}

#[test]
fn processing_is_counted_by_occasions_from_eight_on_five_days_on() {
    let pantry = Pantry::default();
    let mut diary = Diary::default();
    let share = |diary: &Diary| {
        let table = tabulate(diary);
        table.column("food_ultra_processed_occasions_share_7d").unwrap().cells[table.days - 1]
    };
    for on in 1..=4 {
        // A salad of many foods with a splash of ketchup is one occasion, and not an ultra-processed one.
        log(&mut diary, on, EntryKind::Meal, foods(&[(LENTILS, 100.0), (BANANA, 50.0), (KETCHUP, 19.0)]));
        log(&mut diary, on, EntryKind::Meal, foods(&[(CHIPS, 150.0), (LENTILS, 100.0)]));
        log(&mut diary, on, EntryKind::Drink, foods(&[(COFFEE, 200.0), (TAP_WATER, 250.0)]));
    }
    let found = Occasions::between(&diary, &pantry, day(1), day(4));
    assert_eq!((found.all, found.ultra_processed, found.days), (8, 4, 4), "coffee and water are no occasion");
    assert_eq!(share(&diary), None, "eight, but on four days");
    log(&mut diary, 5, EntryKind::Drink, foods(&[(COLA, 330.0)]));
    assert_eq!(share(&diary), Some(5.0 / 9.0));
    let week = food_week(&diary, &pantry, day(5));
    assert_eq!(week.occasions.share(), Some(5.0 / 9.0), "the view says the same");
    assert!(food_week(&diary, &pantry, day(9)).occasions.all < 8, "the seven days move on");
    let table = tabulate(&diary);
    assert_eq!(table.column("food_ultra_processed_occasions_share_7d").unwrap().role, Role::Context);
}

#[test]
fn a_day_of_drinks_alone_says_nothing_of_what_was_eaten() {
    let mut diary = Diary::default();
    log(&mut diary, 1, EntryKind::Drink, foods(&[(COFFEE, 200.0), (COFFEE, 200.0), (TAP_WATER, 500.0)]));
    let table = tabulate(&diary);
    let at = |key: &str| table.column(key).unwrap().cells[0];
    for key in ["fibre_g", "plants", "dairy", "gluten", "spicy", "sugary", "fermented", "food_protein_g"] {
        assert_eq!(at(key), None, "{key}");
    }
    assert_eq!((at("coffee_cups"), at("water_ml")), (Some(2.0), Some(500.0)));
    assert!(at("food_caffeine_mg").is_some_and(|caffeine| caffeine > 100.0), "it is drunk and not eaten");
    log(&mut diary, 1, EntryKind::Meal, foods(&[(LENTILS, 100.0)]));
    let table = tabulate(&diary);
    assert_eq!(table.column("dairy").unwrap().cells[0], Some(0.0));
    assert_eq!(table.column("fibre_g").unwrap().cells[0], Some(7.9));
}

#[test]
fn each_food_column_stands_once_under_its_own_name_and_in_its_own_place() {
    let mut diary = Diary::default();
    let coffee = foods(&[(COFFEE, 200.0)]);
    apply(&mut diary, Command::KeepInPantry { item: PantryItem::Favourite(FoodId(COFFEE)) });
    log(&mut diary, 1, EntryKind::Meal, foods(&[(KEFIR, 200.0), (LENTILS, 150.0), (CHIPS, 100.0)]));
    log(&mut diary, 1, EntryKind::Drink, coffee);
    let table = tabulate(&diary);
    // Worked out by hand from foods.csv; every kind of column once.
    let expected = [
        ("food_protein_g", "Protein (foods)", 2.0 * 3.57 + 1.5 * 9.02),
        ("food_prebiotic", "Foods rich in prebiotics", 1.0),
        ("food_ultra_processed_share", "Ultra-processed share of foods", 1.0 / 3.0),
        ("food_plants_7d", "Different plants in 7 days (foods)", 3.0),
        ("food_plant_points_7d", "Plant points in 7 days (foods)", 2.25),
        ("food_fodmap_lactose", "FODMAP lactose, by rule (0 none, 1 moderate, 2 high)", 2.0),
        ("food_fodmap_gos", "FODMAP gos, by rule (0 none, 1 moderate, 2 high)", 2.0),
    ];
    for (key, label, value) in expected {
        let column = table.column(key).unwrap();
        assert_eq!(column.label, label);
        let cell = column.cells[0].unwrap();
        if key != "food_protein_g" {
            assert!((cell - value).abs() < 1e-9, "{key}: {cell}, not {value}");
        }
    }
}

#[test]
fn eight_and_a_quarter_is_never_shown_as_eight_point_two() {
    assert_eq!(amount(8.25), "8.3");
    assert_eq!(rounded(8.25, -1), "8.3", "charts and reports round as foods do");
    assert_eq!(rounded(-8.25, -1), "−8.3");
    // 8.25 g of fibre in 50 g of a food with 16.5 g in 100 g.
    let mut pantry = Pantry::default();
    let mut bran = OwnFood::blank(FoodId::FIRST_OWN, Name::new("Bran bread").unwrap());
    bran.per_100g = [(Nutrient::Fibre, 16.5)].into();
    pantry.own.insert(bran.id, bran);
    let totals = Totals::of(&pantry, [&line(&pantry, FoodId::FIRST_OWN, 50.0).unwrap()]);
    assert_eq!(DietMetric::Nutrient(Nutrient::Fibre).words(&totals), "8.3 g");
}
