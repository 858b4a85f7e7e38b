//! Foods in the diary: logged with a meal, kept through files as they were, refused where they cannot be, and numbers of the day
//! table with unknown kept missing.

use gutskin::columns::{tabulate, update_day};
use gutskin::edit::{Command, EntryDraft, check_page};
use gutskin::foods::meal_line::line;
use gutskin::foods::pantry::Pantry;
use gutskin::model::day_record::DayRecord;
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::food_line::{FoodId, FoodLine};
use gutskin::model::time::Day;
use gutskin::model::value::Value;

use super::commands::{carry_out, key, today};

fn food(number: u32, grams: f64) -> FoodLine {
    line(&Pantry::default(), FoodId(number), grams).unwrap()
}

fn eat(diary: &mut Diary, day: Day, foods: Vec<FoodLine>) {
    let draft = EntryDraft { foods, ..EntryDraft::new(EntryKind::Meal) };
    carry_out(diary, Command::Log { day, drafts: vec![draft] }).unwrap();
}

fn cell(diary: &Diary, name: &str, day: Day) -> Option<f64> {
    let table = tabulate(diary);
    table.column(name).unwrap().cells[table.row(day).unwrap()]
}

#[test]
fn a_meal_becomes_the_numbers_of_its_day() {
    let mut diary = Diary::default();
    let day = today().plus(-1);
    eat(&mut diary, day, vec![food(57_602_100, 60.0), food(63_203_010, 150.0), food(1_019_865, 200.0)]);
    // 10.1 * 0.6 + 2.4 * 1.5 + 0 * 2, as in the table of hand-worked meals.
    assert!((cell(&diary, "fibre_g", day).unwrap() - 9.66).abs() < 1e-9);
    assert!((cell(&diary, "food_selenium_ug", day).unwrap() - 20.09).abs() < 1e-9);
    assert_eq!(cell(&diary, "plants", day), Some(2.0));
    assert_eq!(cell(&diary, "fermented", day), Some(1.0));
    assert_eq!(cell(&diary, "dairy", day), Some(1.0));
    assert_eq!(cell(&diary, "gluten", day), None, "oats depend on the product");
    assert_eq!(cell(&diary, "food_fodmap_lactose", day), Some(2.0));
    // What was typed adds to what was picked.
    let drafts = vec![EntryDraft {
        answers: [(key("fibre_g"), Value::Number(5.0))].into_iter().collect(),
        ..EntryDraft::new(EntryKind::Meal)
    }];
    carry_out(&mut diary, Command::Log { day, drafts }).unwrap();
    assert!((cell(&diary, "fibre_g", day).unwrap() - 14.66).abs() < 1e-9);
}

#[test]
fn a_lower_bound_is_no_number_of_the_day() {
    let mut diary = Diary::default();
    eat(&mut diary, today(), vec![food(56_205_008, 100.0), food(2_110_799, 30.0)]);
    assert_eq!(cell(&diary, "food_sodium_mg", today()), None, "digestive biscuits have no sodium in the table");
    assert!(cell(&diary, "fibre_g", today()).is_some());
    let stranger = FoodLine { food: FoodId(7), ..food(2_110_799, 30.0) };
    eat(&mut diary, today(), vec![stranger]);
    assert_eq!(cell(&diary, "fibre_g", today()), None, "a number that no food has");
}

#[test]
fn plants_of_a_week_reach_the_days_after_and_an_edit_updates_them() {
    let mut diary = Diary::default();
    let first = today().plus(-9);
    for day in 0..9 {
        eat(&mut diary, first.plus(day), vec![food(56_205_008, 100.0)]);
    }
    let mut table = tabulate(&diary);
    eat(&mut diary, first.plus(1), vec![food(63_203_010, 80.0)]);
    assert!(update_day(&mut table, &diary, first.plus(1)));
    assert_eq!(table, tabulate(&diary));
    let column = &table.column("food_plants_7d").unwrap().cells;
    assert_eq!(column[..9], [0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0].map(Some));
}

#[test]
fn without_foods_the_table_has_no_food_columns() {
    let mut diary = Diary::default();
    let answers = [(key("fibre_g"), Value::Number(5.0))].into_iter().collect();
    let drafts = vec![EntryDraft { answers, ..EntryDraft::new(EntryKind::Meal) }];
    carry_out(&mut diary, Command::Log { day: today(), drafts }).unwrap();
    assert!(tabulate(&diary).columns.iter().all(|column| !column.key.starts_with("food_")));
}

#[test]
fn foods_that_cannot_be_are_refused_with_a_word() {
    let mut diary = Diary::default();
    let mut refused = |kind, foods| {
        let drafts = vec![EntryDraft { foods, ..EntryDraft::new(kind) }];
        carry_out(&mut diary, Command::Log { day: today(), drafts }).unwrap_err().to_string()
    };
    let much = FoodLine { grams: 10_000.0, ..food(63_203_010, 1.0) };
    assert!(refused(EntryKind::Meal, vec![much]).contains("Blueberries, raw: 10000 g is more than the 5 kg"));
    let none = FoodLine { grams: 0.0, ..food(63_203_010, 1.0) };
    assert!(refused(EntryKind::Meal, vec![none]).contains("above 0 g"));
    assert!(refused(EntryKind::Sleep, vec![food(63_203_010, 1.0)]).contains("only meals and drinks"));
    assert!(refused(EntryKind::Meal, vec![food(63_203_010, 1.0); 61]).contains("at most 60 fit"));
    assert!(diary.day_records().next().is_none());
}

#[test]
fn a_line_of_an_edited_file_keeps_its_number_name_and_grams() {
    let text = r#"(date: "2026-03-12", rev: 1, entries: [
        (id: 1, kind: Meal, foods: [(food: 7, grams: 80, name: "Aunt's bread")]),
        (id: 2, kind: Note, text: Some("as before")),
    ])"#;
    let page: DayRecord = ron::Options::default().from_str(text).unwrap();
    check_page(&page, Diary::default().catalogue()).unwrap();
    let written = ron::to_string(&page).unwrap();
    assert_eq!(ron::from_str::<DayRecord>(&written).unwrap(), page);
    assert_eq!(written.matches("foods").count(), 1, "an entry without foods says nothing of them: {written}");
    assert_eq!((page.entries[0].foods[0].food, page.entries[0].foods[0].name.as_str()), (FoodId(7), "Aunt's bread"));
}
