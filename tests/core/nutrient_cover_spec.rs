//! Nutrient cover as it is read: amounts by hand, whose reference, what stands above a limit, and what is not said to whom.

use std::collections::BTreeSet;

use gutskin::columns::tabulate;
use gutskin::edit::Command;
use gutskin::evidence::cover::{NutrientCover, NutrientRow, nutrient_cover};
use gutskin::evidence::wording::FORBIDDEN;
use gutskin::intakes;
use gutskin::model::course::CourseKind;
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::profile::{Profile, SafetyQuestion, Sex};

use super::commands::{carry_out, today};
use super::lower_bounds::{BEEF_LIVER, BLUEBERRIES, CARROTS_COOKED, LENTILS_RAW_RED, OATS, course, eat};

fn says(diary: &mut Diary, yes: &[SafetyQuestion]) {
    let safety = SafetyQuestion::ALL.iter().map(|question| (*question, yes.contains(question))).collect();
    let profile = Profile { safety, birth_year: Some(1990), sex: Some(Sex::Female), ..Profile::default() };
    carry_out(diary, Command::SetProfile { profile }).unwrap();
}

fn eats(foods: &[(u32, f64)], yes: &[SafetyQuestion]) -> Diary {
    let mut diary = Diary::default();
    says(&mut diary, yes);
    for ago in 0..14 {
        eat(&mut diary, ago, EntryKind::Meal, foods);
    }
    diary
}

fn cover(diary: &Diary) -> NutrientCover {
    nutrient_cover(diary, &tabulate(diary), today())
}

fn row<'a>(cover: &'a NutrientCover, label: &str) -> &'a NutrientRow {
    cover.nutrients.iter().find(|row| row.label == label).unwrap_or_else(|| panic!("no {label}"))
}

#[test]
fn every_nutrient_of_the_index_stands_there_and_vitamin_d_beside_it() {
    let cover = cover(&eats(&[(OATS, 100.0)], &[]));
    let in_index: Vec<&str> = cover.nutrients.iter().filter(|row| row.is_in_index).map(|row| row.label).collect();
    let table = intakes::table().reference.iter().filter(|nutrient| nutrient.in_cover);
    assert_eq!(in_index, table.map(|nutrient| nutrient.label.as_str()).collect::<Vec<_>>());
    let beside = cover.nutrients.last().unwrap();
    assert_eq!((beside.label, beside.is_in_index, beside.note), ("vitamin D", false, Some("sun is not counted")));
    // The index reads the columns of the same nutrients.
    let parts = cover.index.as_ref().unwrap().parts.iter().flat_map(|part| part.columns).copied();
    let columns = intakes::table().reference.iter().filter(|nutrient| nutrient.in_cover).flat_map(|n| &n.columns);
    assert_eq!(parts.collect::<BTreeSet<&str>>(), columns.map(String::as_str).collect());
}

#[test]
fn amounts_are_means_of_the_days_that_count_and_name_the_foods_behind_them() {
    // Liver 9,442 and cooked carrots about 830 ug in 100 g.
    let cover = cover(&eats(&[(BEEF_LIVER, 5.0), (CARROTS_COOKED, 10.0), (OATS, 80.0)], &[]));
    let vitamin_a = row(&cover, "vitamin A");
    assert_eq!((vitamin_a.intake.days, cover.logged_days), (14, 14));
    let names: Vec<&str> = vitamin_a.foods.iter().map(|(_, name, _)| name.as_str()).collect();
    assert_eq!(names[0], "Beef liver, braised");
    assert!((vitamin_a.foods[0].2 - 14.0 * 472.1).abs() < 1e-6, "over the two weeks");
    let by_food: f64 = vitamin_a.foods.iter().map(|(.., amount)| amount).sum();
    assert!((vitamin_a.intake.foods.unwrap() - by_food / 14.0).abs() < 1e-6);
    // 650 ug for women.
    assert_eq!(vitamin_a.reference.unwrap().amount, 650.0);
    assert!((vitamin_a.share().unwrap() - by_food / 14.0 / 650.0).abs() < 1e-9);
}

#[test]
fn a_food_of_which_nobody_knows_is_named_and_days_of_it_do_not_count() {
    let cover = cover(&eats(&[(LENTILS_RAW_RED, 50.0), (OATS, 50.0)], &[]));
    let vitamin_e = row(&cover, "vitamin E");
    assert_eq!((vitamin_e.intake.days, vitamin_e.intake.foods, vitamin_e.share()), (0, None, None));
    assert_eq!(vitamin_e.unknown, ["Lentils, pink or red, raw"]);
}

#[test]
fn above_a_limit_the_words_of_the_table_are_said_and_the_index_is_not_raised() {
    // 14 days of 200 g of liver: 18,884 ug against 3,000.
    let liver = cover(&eats(&[(BEEF_LIVER, 200.0), (OATS, 50.0)], &[]));
    let (mean, words) = row(&liver, "vitamin A").above_limit.unwrap();
    assert!((mean - 18_884.0).abs() < 1e-6);
    assert_eq!(words, intakes::upper_nutrient("vitamin_a_preformed").unwrap().over_words);
    let part = liver.index.as_ref().unwrap().parts.iter().find(|part| part.label == "Vitamin A").unwrap();
    assert_eq!(part.value, Some(1.0));
    // Carotene of carrots does not count against it.
    assert_eq!(row(&cover(&eats(&[(CARROTS_COOKED, 300.0)], &[])), "vitamin A").above_limit, None);
    // Zinc from food and pills: a tablet of 50 mg beside oats.
    let mut zinc = eats(&[(OATS, 100.0)], &[]);
    course(&mut zinc, CourseKind::Supplement, "Zinc", "50 mg", 60);
    let with_tablet = cover(&zinc);
    let row_of_zinc = row(&with_tablet, "zinc");
    let (mean, _) = row_of_zinc.above_limit.unwrap();
    assert!((mean - 50.0 - row_of_zinc.intake.foods.unwrap()).abs() < 1e-9);
    assert_eq!(row_of_zinc.upper.unwrap().amount, 25.0);
}

#[test]
fn in_pregnancy_and_before_it_vitamin_a_has_no_shortfall() {
    for question in [SafetyQuestion::Pregnant, SafetyQuestion::Trying] {
        let cover = cover(&eats(&[(OATS, 100.0), (BLUEBERRIES, 100.0)], &[question]));
        let vitamin_a = row(&cover, "vitamin A");
        assert_eq!((vitamin_a.share(), vitamin_a.band()), (None, None), "{question:?}");
        assert_eq!(vitamin_a.note, Some("ask your midwife"));
        let line = cover.table().into_iter().find(|line| line[0].starts_with("vitamin A")).unwrap();
        assert_eq!(line[3], "", "no reference stands beside it");
    }
    let usual = cover(&eats(&[(OATS, 100.0), (BLUEBERRIES, 100.0)], &[]));
    assert!(row(&usual, "vitamin A").share().unwrap() < 0.1);
}

#[test]
fn where_food_may_be_a_worry_the_table_has_words_and_no_number() {
    for yes in [&[SafetyQuestion::EatingDisorder][..], &[SafetyQuestion::FoodWorry]] {
        let cover = cover(&eats(&[(OATS, 100.0), (BLUEBERRIES, 100.0)], yes));
        assert!(cover.words_only());
        let text = cover.as_text();
        assert!(!text.contains(|letter: char| letter.is_ascii_digit() && letter != '3'), "{text}");
        assert!(text.contains("room to improve"), "{text}");
    }
}

#[test]
fn the_table_is_whole_and_its_words_are_kind() {
    let cover = cover(&eats(&[(OATS, 100.0)], &[]));
    let table = cover.table();
    assert_eq!(table.len(), cover.nutrients.len() + 1);
    assert!(table.iter().all(|line| line.len() == table[0].len()));
    let text = cover.as_text().to_lowercase();
    assert!(FORBIDDEN.iter().all(|word| !text.contains(word)), "{text}");
    assert!(!text.contains('!'));
}
