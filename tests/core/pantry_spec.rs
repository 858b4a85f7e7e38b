//! The pantry: own foods, recipes, templates and favourites go through the same door as every edit, past days keep their
//! words whatever becomes of them, and numbers of past days follow what is known of a food.

use std::collections::BTreeMap;
use std::path::Path;

use gutskin::columns::tabulate;
use gutskin::edit::{Command, EntryDraft, plan};
use gutskin::foods::meal_line::line;
use gutskin::foods::totals::Totals;
use gutskin::import::preview;
use gutskin::model::diary::Diary;
use gutskin::model::drink::Drink;
use gutskin::model::entry::EntryKind;
use gutskin::model::food_line::{FoodId, FoodLine};
use gutskin::model::meal_template::{MealTemplate, TemplateId};
use gutskin::model::nutrient::Nutrient;
use gutskin::model::own_food::OwnFood;
use gutskin::model::pantry::{PantryItem, PantryItemId};
use gutskin::model::recipe::Recipe;
use gutskin::model::text::Name;
use gutskin::model::time::Day;
use gutskin::report::export::{to_json, to_ron};
use gutskin::storage::Access;
use gutskin::workspace::Workspace;

use super::commands::{carry_out, today};
use super::folder::temporary;

fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

fn bread(fibre: f64) -> OwnFood {
    let mut food = OwnFood::blank(FoodId::FIRST_OWN, name("Seed bread"));
    food.per_100g = BTreeMap::from([(Nutrient::Fibre, fibre), (Nutrient::Carbohydrate, 40.0)]);
    food
}

fn soup(ingredients: Vec<FoodLine>) -> Recipe {
    let (id, name) = (FoodId::FIRST_RECIPE, name("Bread soup"));
    Recipe { id, name, ingredients, cooked_grams: Some(400.0), servings: 2.0, hidden: false }
}

fn of_bread(grams: f64) -> FoodLine {
    FoodLine { food: FoodId::FIRST_OWN, grams, name: name("Seed bread") }
}

/// One thing of each kind, to be kept in this order.
pub fn stock() -> Vec<PantryItem> {
    let foods = vec![of_bread(80.0)];
    vec![
        PantryItem::OwnFood(bread(9.0)),
        PantryItem::Recipe(soup(vec![of_bread(100.0)])),
        PantryItem::Template(MealTemplate { id: TemplateId(1), name: name("Usual breakfast"), at: None, foods }),
        PantryItem::Favourite(FoodId::FIRST_OWN),
        PantryItem::Drink(Drink::Tea, FoodLine { food: FoodId(92_302_000), grams: 300.0, name: name("Tea") }),
    ]
}

fn keep(diary: &mut Diary, item: PantryItem) {
    carry_out(diary, Command::KeepInPantry { item }).unwrap();
}

fn stocked() -> Diary {
    let mut diary = Diary::default();
    for item in stock() {
        keep(&mut diary, item);
    }
    diary
}

fn eat(diary: &mut Diary, day: Day, foods: Vec<FoodLine>) {
    let draft = EntryDraft { foods, ..EntryDraft::new(EntryKind::Meal) };
    carry_out(diary, Command::Log { day, drafts: vec![draft] }).unwrap();
}

fn fibre(diary: &Diary, day: Day) -> Option<f64> {
    let table = tabulate(diary);
    table.column("fibre_g").unwrap().cells[table.row(day).unwrap()]
}

fn refused(diary: &Diary, item: PantryItem) -> String {
    plan(diary, Command::KeepInPantry { item }, today()).unwrap_err().to_string()
}

#[test]
fn a_corrected_label_corrects_the_numbers_of_past_days_and_not_their_words() {
    let mut diary = stocked();
    eat(&mut diary, today(), vec![of_bread(200.0)]);
    assert_eq!(fibre(&diary, today()), Some(18.0));
    let page = diary.day_record(today()).unwrap().clone();
    keep(&mut diary, PantryItem::OwnFood(OwnFood { name: name("Rye bread"), ..bread(12.0) }));
    assert_eq!(fibre(&diary, today()), Some(24.0));
    assert_eq!(diary.day_record(today()), Some(&page), "the day was rewritten");
    // A line made from now on has the new name.
    assert_eq!(line(diary.pantry(), FoodId::FIRST_OWN, 50.0).unwrap().name, name("Rye bread"));
}

#[test]
fn the_table_of_an_open_diary_follows_the_pantry() {
    let place = temporary();
    let mut open = Workspace::open(place.path(), Access::Write, std::sync::Arc::new(|| {})).unwrap();
    let day = open.today();
    let draft = EntryDraft { foods: vec![of_bread(100.0)], ..EntryDraft::new(EntryKind::Meal) };
    open.submit(Command::Log { day, drafts: vec![draft] }).unwrap();
    let cell = |open: &Workspace| open.table().column("fibre_g").unwrap().cells[0];
    assert_eq!(cell(&open), None, "nobody knows this number yet");
    open.submit(Command::KeepInPantry { item: PantryItem::OwnFood(bread(9.0)) }).unwrap();
    assert_eq!(cell(&open), Some(9.0));
    assert_eq!(open.undo_label(), Some("adding Seed bread"));
    open.undo().unwrap();
    assert_eq!(cell(&open), None);
    open.redo().unwrap();
    assert_eq!(cell(&open), Some(9.0));
}

#[test]
fn a_portion_of_a_recipe_is_its_share_of_the_pot() {
    let mut diary = stocked();
    // 100 g of bread at 9 g in a pot of 400 g; half the pot.
    let portion = diary.pantry().recipes[&FoodId::FIRST_RECIPE].line(1.0).unwrap();
    eat(&mut diary, today(), vec![portion]);
    assert_eq!(fibre(&diary, today()), Some(4.5));
    keep(&mut diary, PantryItem::Recipe(soup(vec![of_bread(200.0)])));
    assert_eq!(fibre(&diary, today()), Some(9.0));
}

#[test]
fn what_was_eaten_is_hidden_when_given_up_and_what_was_not_goes() {
    let mut diary = stocked();
    eat(&mut diary, today(), vec![of_bread(100.0)]);
    carry_out(&mut diary, Command::TakeFromPantry { id: PantryItemId::OwnFood(FoodId::FIRST_OWN) }).unwrap();
    assert!(diary.pantry().own[&FoodId::FIRST_OWN].hidden);
    assert!(diary.pantry().favourites.is_empty(), "what is given up is no favourite");
    assert_eq!(fibre(&diary, today()), Some(9.0), "the past lost its numbers");
    let again = Command::TakeFromPantry { id: PantryItemId::OwnFood(FoodId::FIRST_OWN) };
    assert!(plan(&diary, again, today()).unwrap_err().to_string().contains("no longer there"));
    carry_out(&mut diary, Command::TakeFromPantry { id: PantryItemId::Recipe(FoodId::FIRST_RECIPE) }).unwrap();
    assert!(diary.pantry().recipes.is_empty());
}

#[test]
fn a_number_is_never_given_to_another_food_while_a_day_speaks_of_it() {
    let mut diary = Diary::default();
    assert_eq!(diary.next_own_food_id(), FoodId::FIRST_OWN);
    eat(&mut diary, today(), vec![FoodLine { food: FoodId(FoodId::FIRST_OWN.0 + 4), ..of_bread(10.0) }]);
    assert_eq!(diary.next_own_food_id(), FoodId(FoodId::FIRST_OWN.0 + 5));
    assert_eq!(diary.next_recipe_id(), FoodId::FIRST_RECIPE);
    assert_eq!(stocked().next_template_id(), TemplateId(2));
}

#[test]
fn what_cannot_be_is_refused_in_words() {
    let diary = stocked();
    let fault = refused(&diary, PantryItem::OwnFood(bread(60.0)));
    assert!(fault.starts_with("Seed bread: fibre (60 g) cannot be more than carbohydrate (40 g)"), "{fault}");
    let itself = FoodLine { food: FoodId::FIRST_RECIPE, ..of_bread(10.0) };
    assert!(refused(&diary, PantryItem::Recipe(soup(vec![itself]))).contains("would contain itself"));
    let heavy = PantryItem::Drink(Drink::Water, of_bread(10_000.0));
    assert!(refused(&diary, heavy).contains("more than the 5 kg"));
    let template = |foods| PantryItem::Template(MealTemplate { id: TemplateId(9), name: name("Tea"), at: None, foods });
    assert!(refused(&diary, template(vec![])).contains("at least one food"));
    assert!(refused(&diary, template(vec![of_bread(1.0); 61])).contains("at most 60 foods"));
    assert!(refused(&diary, PantryItem::Favourite(FoodId(4))).contains("no food has the number 4"));
    assert!(Name::new(&"b".repeat(5_000)).is_err());
}

#[test]
fn a_recipe_may_not_grow_too_deep_by_way_of_its_parts() {
    let mut diary = Diary::default();
    let oats = FoodLine { food: FoodId(57_602_100), ..of_bread(50.0) };
    let nested = |number: u32, food: FoodLine| {
        let id = FoodId(FoodId::FIRST_RECIPE.0 + number);
        PantryItem::Recipe(Recipe { id, name: name(&format!("Dish {number}")), ..soup(vec![food]) })
    };
    let of_dish = |number: u32| FoodLine { food: FoodId(FoodId::FIRST_RECIPE.0 + number), ..of_bread(50.0) };
    keep(&mut diary, nested(0, oats.clone()));
    for number in 1..4 {
        keep(&mut diary, nested(number, of_dish(number - 1)));
    }
    assert!(refused(&diary, nested(4, of_dish(3))).contains("at most 4 deep"));
    // The lowest one may not gain a part either, for then the highest would be too deep.
    keep(&mut diary, nested(9, oats));
    assert!(refused(&diary, nested(0, of_dish(9))).contains("at most 4 deep"));
}

#[test]
fn everything_in_the_pantry_leaves_with_an_export_and_comes_back() {
    let mut diary = stocked();
    eat(&mut diary, today(), vec![of_bread(100.0)]);
    for (file, text) in [("a.ron", to_ron(&diary, &|_| true).unwrap()), ("a.json", to_json(&diary, &|_| true).unwrap())]
    {
        let mut copy = Diary::default();
        let found = preview(Path::new(file), text.as_bytes(), &copy, today()).unwrap();
        assert_eq!(found.foods, 5);
        carry_out(&mut copy, found.command.unwrap()).unwrap();
        assert!(copy.says_the_same(&diary), "{file} lost something");
        let again = preview(Path::new(file), text.as_bytes(), &copy, today()).unwrap();
        assert_eq!(again.command, None, "{file} brings the same twice");
    }
    let text = to_ron(&Diary::default(), &|_| true).unwrap();
    assert!(!text.contains("pantry"), "an empty pantry needs no place in a file");
}

#[test]
fn a_food_of_another_diary_with_a_taken_number_gets_its_own() {
    let mut other = stocked();
    eat(&mut other, today(), vec![of_bread(100.0)]);
    let text = to_ron(&other, &|_| true).unwrap();
    let mut diary = Diary::default();
    keep(&mut diary, PantryItem::OwnFood(OwnFood { name: name("Plain cake"), ..bread(1.0) }));
    let bring = |diary: &mut Diary| {
        let found = preview(Path::new("a.ron"), text.as_bytes(), diary, today()).unwrap();
        found.command.map(|command| carry_out(diary, command).unwrap());
    };
    bring(&mut diary);
    let new = FoodId(FoodId::FIRST_OWN.0 + 1);
    let names: Vec<&str> = diary.pantry().own.values().map(|food| food.name.as_str()).collect();
    assert_eq!(names, ["Plain cake", "Seed bread"]);
    assert_eq!(diary.day_record(today()).unwrap().entries[0].foods[0].food, new);
    assert_eq!(diary.pantry().recipes[&FoodId::FIRST_RECIPE].ingredients[0].food, new);
    assert_eq!(diary.pantry().templates[&TemplateId(1)].foods[0].food, new);
    assert!(diary.pantry().favourites.contains(&new));
    assert_eq!(fibre(&diary, today()), Some(9.0));
    let once = diary.clone();
    bring(&mut diary);
    assert!(diary.says_the_same(&once), "reading it again added something");
}

#[test]
fn a_corrected_food_is_not_undone_by_an_older_export() {
    let mut diary = stocked();
    eat(&mut diary, today(), vec![of_bread(100.0)]);
    let text = to_ron(&diary, &|_| true).unwrap();
    keep(&mut diary, PantryItem::OwnFood(bread(12.0)));
    let found = preview(Path::new("a.ron"), text.as_bytes(), &diary, today()).unwrap();
    assert_eq!(found.command, None);
    assert_eq!(Totals::of(diary.pantry(), [&of_bread(100.0)]).sum(Nutrient::Fibre).known, 12.0);
}
