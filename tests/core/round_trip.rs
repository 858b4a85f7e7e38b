//! A diary goes out as a file and comes in again: into itself nothing changes, and into an empty one no sum becomes an answer.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use gutskin::columns::{self, DayTable, Origin, tabulate};
use gutskin::edit::{Command, EntryDraft};
use gutskin::import::{Preview, preview};
use gutskin::model::catalogue::Catalogue;
use gutskin::model::course::{Course, CourseId, CourseKind};
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::food_line::{FoodId, FoodLine};
use gutskin::model::nutrient::Nutrient;
use gutskin::model::own_food::OwnFood;
use gutskin::model::pantry::PantryItem;
use gutskin::model::recipe::Recipe;
use gutskin::model::region::Region;
use gutskin::model::text::{Name, Note};
use gutskin::model::time::ClockTime;
use gutskin::model::trackable::{Aggregate, Direction, Kind, Role, Trackable};
use gutskin::model::value::Value;
use gutskin::report::csv::{days_to_csv, table_to_csv};
use gutskin::report::export::{to_json, to_ron};
use gutskin::storage::Access;
use gutskin::workspace::Workspace;

use super::command_line::{code, run, said};
use super::commands::{carry_out, key, today};
use super::folder::temporary;

const OATS: FoodId = FoodId(57_602_100);
const BLUEBERRIES: FoodId = FoodId(63_203_010);
const KEFIR: FoodId = FoodId(1_019_865);
const COFFEE: FoodId = FoodId(92_101_000);
const WINE: FoodId = FoodId(93_401_010);
const BREAD: FoodId = FoodId::FIRST_OWN;
const SOUP: FoodId = FoodId::FIRST_RECIPE;

fn line(food: FoodId, grams: f64) -> FoodLine {
    FoodLine { food, grams, name: Name::new("eaten").unwrap() }
}

fn draft(kind: EntryKind, at: Option<(u8, u8)>, answers: &[(&str, Value)], foods: Vec<FoodLine>) -> EntryDraft {
    let at = at.and_then(|(hour, minute)| ClockTime::new(hour, minute));
    let mut draft = EntryDraft { at, foods, ..EntryDraft::new(kind) };
    for (name, value) in answers {
        draft.answers.set(&key(name), Some(*value));
    }
    draft
}

fn number(value: f64) -> Value {
    Value::Number(value)
}

fn time(hour: u8, minute: u8) -> Value {
    Value::Time(ClockTime::new(hour, minute).unwrap())
}

fn written(kind: EntryKind, text: &str) -> EntryDraft {
    EntryDraft { text: Some(Note::new(text).unwrap()), ..EntryDraft::new(kind) }
}

fn own(name: &str, kind: Kind, aggregate: Aggregate, carried_by: EntryKind, role: Role) -> Trackable {
    let label = Name::new(&name.replace('_', " ")).unwrap();
    Trackable {
        key: key(name),
        label,
        kind,
        direction: Direction::WorseUp,
        role,
        carried_by,
        aggregate,
        hidden: false,
        body_system: None,
    }
}

/// A week of somebody who uses everything: several meals a day, drinks, own food and recipe, regions, own fields, courses.
pub fn kitchen() -> Diary {
    let mut diary = Diary::default();
    let mut bread = OwnFood::blank(BREAD, Name::new("Seed bread").unwrap());
    bread.per_100g.insert(Nutrient::Fibre, 7.3);
    let soup = Recipe {
        id: SOUP,
        name: Name::new("Soup").unwrap(),
        ingredients: vec![line(OATS, 40.0), line(BREAD, 90.0)],
        cooked_grams: Some(600.0),
        servings: 2.0,
        hidden: false,
    };
    let course = |kind: CourseKind, ago: i32, to: Option<i32>| Course {
        id: CourseId(0),
        kind,
        name: Name::new("something").unwrap(),
        start: today().plus(-ago),
        stop: to.map(|to| today().plus(-to)),
        dose: String::new(),
        schedule: String::new(),
        regions: Vec::new(),
        after_effect_days: 3,
        note: None,
    };
    let amount = Kind::Amount { unit: "nmol/l".to_owned(), most: 900.0, step: 1.0 };
    let mut steps = vec![
        Command::KeepInPantry { item: PantryItem::OwnFood(bread) },
        Command::KeepInPantry { item: PantryItem::Recipe(soup) },
        Command::AddCourse { course: course(CourseKind::Antibiotic, 6, Some(4)) },
        Command::AddCourse { course: course(CourseKind::Topical, 3, None) },
        Command::PutTrackable {
            trackable: own("joint_pain", Kind::Score, Aggregate::Mean, EntryKind::Own, Role::Outcome),
        },
        Command::PutTrackable { trackable: own("cortisol", amount, Aggregate::Mean, EntryKind::Own, Role::Context) },
        Command::PutTrackable {
            trackable: own("hives", Kind::Count { most: 40 }, Aggregate::Mean, EntryKind::SkinCheck, Role::Outcome),
        },
    ];
    for ago in 0..7_u8 {
        let n = f64::from(ago);
        let mut drafts = vec![
            draft(EntryKind::Meal, Some((8, 0)), &[], vec![line(OATS, 60.0), line(BLUEBERRIES, 50.0 + n)]),
            draft(
                EntryKind::Meal,
                Some((13, 0)),
                &[("fibre_g", number(2.5))],
                vec![line(SOUP, 150.0), line(BREAD, 33.3)],
            ),
            draft(EntryKind::Drink, Some((9, 10)), &[], vec![line(COFFEE, 200.0)]),
            draft(EntryKind::Drink, None, &[("water_ml", number(750.0)), ("coffee_cups", number(1.0))], vec![]),
            draft(
                EntryKind::Sleep,
                None,
                &[("bed_time", time(ago % 3, 20)), ("wake_time", time(7, 10 + ago)), ("sleep_quality", number(n))],
                vec![],
            ),
            draft(EntryKind::Mind, Some((9, 0)), &[("stress", number(3.0))], vec![]),
            draft(EntryKind::Mind, Some((18, 0)), &[("stress", number(n / 2.0))], vec![]),
            draft(EntryKind::Mind, Some((20, 0)), &[("stress", number(6.5)), ("mood", number(5.0))], vec![]),
            draft(EntryKind::Stool, Some((7, 30)), &[("stool", number(4.0)), ("urgency", number(n))], vec![]),
            draft(EntryKind::Stool, Some((19, 30)), &[("stool", number(5.5))], vec![]),
            draft(EntryKind::GutCheck, None, &[("bloating", number(n)), ("gut_pain", number(2.0))], vec![]),
            draft(EntryKind::Own, Some((8, 0)), &[("joint_pain", number(2.0)), ("cortisol", number(310.25))], vec![]),
            draft(EntryKind::Own, Some((21, 0)), &[("joint_pain", number(2.5)), ("cortisol", number(97.1))], vec![]),
            draft(EntryKind::SkinCheck, None, &[("itch", number(n)), ("dryness", number(2.0))], vec![]),
            draft(EntryKind::SkinCheck, Some((22, 0)), &[("hives", number(n))], vec![]),
            draft(EntryKind::SkinCheck, Some((23, 0)), &[("hives", number(n + 1.0))], vec![]),
            written(EntryKind::Note, "=1+2 is no formula"),
            written(EntryKind::Event, "new pillow"),
            written(EntryKind::Dose, "Doxycycline 100 mg"),
        ];
        for region in [Region::Nose, Region::LeftCheek] {
            let answers = [("redness", number(f64::from(ago % 4))), ("inflamed", number(n))];
            let check = draft(EntryKind::SkinCheck, None, &answers, vec![]);
            drafts.push(EntryDraft { region: Some(region), ..check });
        }
        if ago == 2 {
            drafts.push(draft(
                EntryKind::Meal,
                Some((19, 0)),
                &[("dairy", Value::YesNo(true))],
                vec![line(KEFIR, 180.0)],
            ));
            drafts.push(draft(EntryKind::Drink, Some((20, 0)), &[], vec![line(WINE, 150.0)]));
        }
        if ago == 4 {
            // Nothing was picked from the table on this day.
            drafts.retain(|draft| draft.foods.is_empty());
            drafts.push(draft(EntryKind::Meal, None, &[("fibre_g", number(18.0)), ("plants", number(6.0))], vec![]));
        }
        steps.push(Command::Log { day: today().plus(-i32::from(ago)), drafts });
    }
    for step in steps {
        carry_out(&mut diary, step).unwrap();
    }
    diary
}

fn read(name: &str, text: &str, diary: &Diary) -> Preview {
    preview(Path::new(name), text.as_bytes(), diary, today()).unwrap()
}

/// What a diary holds after a file was read into it.
fn with(diary: &Diary, name: &str, text: &str) -> Diary {
    let mut diary = diary.clone();
    if let Some(command) = read(name, text, &diary).command {
        carry_out(&mut diary, command).unwrap();
    }
    diary
}

fn cells<'a>(table: &'a DayTable, key: &str) -> &'a [Option<f64>] {
    &table.column(key).unwrap_or_else(|| panic!("{key} is no column")).cells
}

#[test]
fn a_diary_read_into_itself_stays_as_it_was_in_every_form() {
    let diary = kitchen();
    let table = tabulate(&diary);
    for (name, text) in [
        ("export.csv", days_to_csv(&diary, &table)),
        ("days.csv", table_to_csv(&table)),
        ("a.ron", to_ron(&diary, &|_| true).unwrap()),
        ("a.json", to_json(&diary, &|_| true).unwrap()),
    ] {
        let found = read(name, &text, &diary);
        assert_eq!(found.bad_count, 0, "{name}: {:?}", found.bad_lines);
        assert_eq!(
            (found.answers, found.command),
            if name.ends_with("csv") { (0, None) } else { (found.answers, None) },
            "{name}"
        );
        let again = with(&diary, name, &text);
        assert!(again.says_the_same(&diary), "{name}");
        assert_eq!(table_to_csv(&tabulate(&again)), table_to_csv(&table), "{name}");
    }
}

#[test]
fn a_whole_diary_comes_into_an_empty_one_in_one_step_with_the_same_days() {
    let mut diary = kitchen();
    let mut profile = diary.profile().clone();
    profile.birth_year = Some(1980);
    carry_out(&mut diary, Command::SetProfile { profile }).unwrap();
    let mut settings = diary.settings().clone();
    settings.shows_energy = !settings.shows_energy;
    carry_out(&mut diary, Command::SetSettings { settings }).unwrap();
    let days = table_to_csv(&tabulate(&diary));
    for (name, text) in [("a.ron", to_ron(&diary, &|_| true).unwrap()), ("a.json", to_json(&diary, &|_| true).unwrap())]
    {
        let copy = with(&Diary::default(), name, &text);
        assert!(copy.says_the_same(&diary), "{name}");
        assert_eq!(table_to_csv(&tabulate(&copy)), days, "{name}");
        let place = temporary();
        let mut workspace = Workspace::open(place.path(), Access::Write, Arc::new(|| ())).unwrap();
        let command = read(name, &text, workspace.diary()).command.unwrap();
        workspace.submit(command).unwrap();
        assert_eq!(workspace.undo_label(), Some(format!("importing {name}").as_str()));
        workspace.undo().unwrap();
        assert!(workspace.diary().says_the_same(&Diary::default()), "{name}: one undo takes all of it back");
        assert_eq!(workspace.undo_label(), None, "{name}");
    }
}

#[test]
fn an_exported_table_brings_an_empty_diary_what_was_answered_and_no_sum_of_foods() {
    let diary = kitchen();
    let table = tabulate(&diary);
    let text = days_to_csv(&diary, &table);
    let found = read("export.csv", &text, &Diary::default());
    assert_eq!(found.bad_count, 0, "{:?}", found.bad_lines);
    let left_out = ["cortisol", "cortisol.answered", "hives", "joint_pain"];
    assert!(found.unknown_columns.iter().all(|name| left_out.contains(&name.as_str())), "{:?}", found.unknown_columns);
    assert!(found.lines().iter().any(|line| line.contains("a RON or JSON file")), "the way out for own fields is said");
    for derived in ["food_zinc_mg", "antibiotic", "topical_after", "skin_today", "stool_count", "bed_hours", "who5"] {
        assert!(found.derived_columns.iter().any(|name| name == derived), "{derived}");
    }
    let copy = with(&Diary::default(), "export.csv", &text);
    let again = tabulate(&copy);
    // Typed on six days beside foods, and alone on one; the foods of the six are not in it.
    let fibre: Vec<Option<f64>> = (0..7).map(|ago| Some(if ago == 4 { 18.0 } else { 2.5 })).rev().collect();
    assert_eq!(cells(&again, "fibre_g"), fibre);
    assert_eq!(cells(&again, "plants"), (0..7).map(|ago| (ago == 4).then_some(6.0)).rev().collect::<Vec<_>>());
    assert_eq!(cells(&again, "dairy"), (0..7).map(|ago| (ago == 2).then_some(1.0)).rev().collect::<Vec<_>>());
    assert_eq!(cells(&again, "water_ml"), [Some(750.0); 7]);
    assert_eq!(cells(&again, "coffee_cups"), [Some(1.0); 7]);
    assert_eq!(cells(&again, "alcohol_units"), [None; 7]);
    // What regions and bed times gave, they give again, without an answer of its own.
    for key in ["redness", "inflamed", "sleep_hours", "bed_time", "redness.nose", "inflamed.left_cheek"] {
        assert_eq!(cells(&again, key), cells(&table, key), "{key}");
    }
    let answered = |key: &str| {
        let entries = copy.day_records().flat_map(|page| &page.entries);
        entries.filter(|entry| entry.region.is_none() && entry.answers.get(key).is_some()).count()
    };
    assert_eq!((answered("redness"), answered("inflamed"), answered("sleep_hours")), (0, 0, 0));
}

#[test]
fn printed_days_bring_an_empty_diary_no_number_that_foods_are_part_of() {
    let diary = kitchen();
    let text = table_to_csv(&tabulate(&diary));
    let found = read("days.csv", &text, &Diary::default());
    assert!(found.with_foods > 0, "what was left out is counted");
    let again = tabulate(&with(&Diary::default(), "days.csv", &text));
    for (key, typed) in [("fibre_g", Some(18.0)), ("plants", Some(6.0)), ("dairy", None)] {
        assert_eq!(cells(&again, key), (0..7).map(|ago| typed.filter(|_| ago == 4)).rev().collect::<Vec<_>>(), "{key}");
    }
    assert_eq!(cells(&again, "sleep_hours"), cells(&tabulate(&diary), "sleep_hours"));
}

#[test]
fn a_number_from_elsewhere_is_not_added_to_foods_that_give_one() {
    let diary = kitchen();
    let text = format!("date,fibre_g,itch\n{},18,3\n{},18,3\n", today(), today().plus(-9));
    let found = read("other.csv", &text, &diary);
    assert_eq!((found.already_answered, found.answers), (2, 2), "fibre and itch of today stand in the diary");
    let again = tabulate(&with(&diary, "other.csv", &text));
    assert_eq!(cells(&again, "fibre_g").last(), cells(&tabulate(&diary), "fibre_g").last());
    assert_eq!(cells(&again, "fibre_g")[0], Some(18.0));
}

#[test]
fn an_exported_table_is_analysed_without_counting_an_answer_twice() {
    let place = temporary();
    let file = place.path().join("export.csv");
    let diary = kitchen();
    fs::write(&file, days_to_csv(&diary, &tabulate(&diary))).unwrap();
    let looked = run(place.path(), &["insights", "--outcomes", "itch", "--csv", &file.display().to_string()]);
    let others = tabulate(&diary).columns.len() - 1;
    assert!(said(&looked).contains(&format!("0 pairs tested, {others} not tested")), "{}", said(&looked));
    assert!(!said(&looked).contains(".answered"), "{}", said(&looked));
}

#[test]
fn own_fields_that_the_diary_knows_come_back_from_a_table_and_means_are_rounded_to_their_steps() {
    let diary = kitchen();
    let mut empty = Diary::default();
    for trackable in diary.catalogue().changed().cloned() {
        carry_out(&mut empty, Command::PutTrackable { trackable }).unwrap();
    }
    let text = days_to_csv(&diary, &tabulate(&diary));
    let found = read("export.csv", &text, &empty);
    assert_eq!((found.bad_count, found.unknown_columns.len()), (0, 0), "{:?}", found.bad_lines);
    let again = tabulate(&with(&empty, "export.csv", &text));
    assert_eq!(cells(&again, "joint_pain"), [Some(2.5); 7], "2.25 lies between two steps");
    assert_eq!(cells(&again, "cortisol"), cells(&tabulate(&diary), "cortisol"));
    assert_eq!(cells(&again, "hives")[6], Some(1.0), "half a spot is none");
}

#[test]
fn every_column_that_foods_change_says_so() {
    let diary = kitchen();
    let with_foods = tabulate(&diary);
    let mut without = diary.clone();
    for page in diary.day_records() {
        for entry in page.entries.iter().filter(|entry| !entry.foods.is_empty()) {
            let mut entry = entry.clone();
            entry.foods.clear();
            carry_out(&mut without, Command::Amend { day: page.date, entry }).unwrap();
        }
    }
    let without = tabulate(&without);
    let changed = |column: &&gutskin::columns::Column| {
        without.column(&column.key).is_none_or(|other| other.cells != column.cells)
    };
    let found: Vec<(&str, Origin)> =
        with_foods.columns.iter().filter(changed).map(|column| (column.key.as_str(), column.origin)).collect();
    assert!(found.iter().any(|(key, _)| *key == "alcohol_units"), "{found:?}");
    for (key, origin) in found {
        // What is computed is never read in as an answer, whatever it is computed from.
        let says_so = matches!(origin, Origin::Foods | Origin::LoggedAndFoods | Origin::Computed);
        assert!(says_so, "{key} is said to be {origin:?}");
    }
    for column in &with_foods.columns {
        let known = columns::every(diary.catalogue()).into_iter().find(|known| known.key == column.key);
        let origin = known.map_or(Origin::Logged, |known| known.origin);
        assert!(origin == column.origin || column.key.contains('.'), "{}", column.key);
    }
    assert!(columns::keys(&Catalogue::default())("redness.left_cheek"));
}

#[test]
fn from_the_shell_nothing_changes_either() {
    let place = temporary();
    let at = |name: &str| place.path().join(name);
    fs::write(at("kitchen.ron"), to_ron(&kitchen(), &|_| true).unwrap()).unwrap();
    let (first, second) = (at("first"), at("second"));
    let file = |name: &str| at(name).display().to_string();
    assert_eq!(code(&run(&first, &["import", &file("kitchen.ron")])), 0);
    let days = said(&run(&first, &["days"]));
    for name in ["all.csv", "all.ron", "all.json"] {
        assert_eq!(code(&run(&first, &["export", "--out", &file(name)])), 0);
        assert!(said(&run(&first, &["import", &file(name)])).ends_with("nothing to add\n"), "{name}");
        assert_eq!(said(&run(&first, &["days"])), days, "{name}");
    }
    assert_eq!(code(&run(&second, &["import", &file("all.ron")])), 0);
    assert_eq!(said(&run(&second, &["days"])), days);
}
