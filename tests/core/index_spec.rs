//! The seven self-care indices: the worked examples of the design page, each formula at its anchor points, and what must hold
//! whatever the numbers are.

use gutskin::columns::{
    Band, Column, ColumnSpec, DayTable, IndexReading, Origin, Role, Standing, index_reading, index_readings, tabulate,
};
use gutskin::edit::Command;
use gutskin::model::course::CourseKind;
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::profile::SafetyQuestion::{Breastfeeding, FluidLimit, Kidney, Pregnant, Trying, WeakImmunity};
use gutskin::model::profile::{Profile, SafetyQuestion, Sex};
use gutskin::model::time::Day;
use gutskin::model::value::Value;

use super::commands::{carry_out, today};
use super::index_nutrients_spec::{LENTILS, SUGAR};
use super::lower_bounds::{answer, course, eat};

pub const KEYS: [&str; 7] =
    ["index_diet", "index_flora", "index_comfort", "index_calm", "index_cover", "index_rest", "index_skin"];

/// The cells of some columns over days that end today, oldest first.
pub fn table(columns: &[(&str, &[Option<f64>])]) -> DayTable {
    let days = columns.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
    let column = |(key, cells): &(&str, &[Option<f64>])| Column {
        spec: ColumnSpec::new(*key, *key, Role::Context, Origin::Logged),
        cells: vec![None; days - cells.len()].into_iter().chain(cells.iter().copied()).collect(),
    };
    let first = today().plus(1 - i32::try_from(days).unwrap());
    DayTable::new(first, days, columns.iter().map(column).collect())
}

/// So many days of one number.
pub fn all(value: f64, days: usize) -> Vec<Option<f64>> {
    vec![Some(value); days]
}

pub fn read(table: &DayTable, key: &str) -> IndexReading {
    read_of(&Diary::default(), table, key)
}

pub fn read_of(diary: &Diary, table: &DayTable, key: &str) -> IndexReading {
    index_reading(diary, table, key, today()).unwrap()
}

/// A diary in which these questions are answered, and a year of birth and a sex said.
pub fn person(sex: Option<Sex>, born: u16, yes: &[SafetyQuestion], no: &[SafetyQuestion]) -> Diary {
    let mut diary = Diary::default();
    let answered = yes.iter().map(|question| (*question, true)).chain(no.iter().map(|question| (*question, false)));
    let profile = Profile { safety: answered.collect(), birth_year: Some(born), sex, ..Profile::default() };
    carry_out(&mut diary, Command::SetProfile { profile }).unwrap();
    diary
}

/// The value of a part of an index.
pub fn part(reading: &IndexReading, label: &str) -> Option<f64> {
    reading.parts.iter().find(|part| part.label == label).unwrap_or_else(|| panic!("no part {label}")).value
}

pub fn near(found: Option<f64>, expected: f64) {
    assert!(found.is_some_and(|found| (found - expected).abs() < 1e-9), "{found:?} is not {expected}");
}

// The worked examples

#[test]
fn the_worked_example_of_diet_is_53_and_fair() {
    let seven = |value: f64| all(value, 7);
    let reading = read(
        &table(&[
            ("fibre_g", &seven(15.0)),
            ("food_plants_7d", &seven(15.0)),
            ("food_ultra_processed_occasions_share_7d", &seven(0.45)),
            ("food_added_sugars_g", &seven(50.0)),
            ("alcohol_units", &seven(1.25)),
        ]),
        "index_diet",
    );
    near(part(&reading, "Fibre"), 0.60);
    near(part(&reading, "Different plants"), 0.40);
    near(part(&reading, "Few ultra-processed meals and drinks"), 0.50);
    near(part(&reading, "Little added sugar"), 2.0 / 3.0);
    near(part(&reading, "Little alcohol"), 0.50);
    near(Some(reading.coverage), 0.95);
    assert_eq!((reading.value, reading.band), (Some(53.0), Some(Band::Fair)));
    let missing: Vec<&str> = reading.missing().map(|part| part.label).collect();
    assert_eq!(missing, ["Fluid"]);
}

#[test]
fn the_worked_example_of_gut_comfort_is_73_and_favourable() {
    // Two stools a day on four days, six of the eight in range; on four days none.
    let forms = [Some(2.0), Some(2.0), Some(2.0), Some(2.0), None, None, None];
    let in_range = [Some(2.0), Some(2.0), Some(1.0), Some(1.0), None, None, None];
    let none = [None, None, None, Some(1.0), Some(1.0), Some(1.0), Some(1.0)];
    let seven = |value: f64| all(value, 7);
    let reading = read(
        &table(&[
            ("gut_pain", &seven(2.0)),
            ("bloating", &seven(4.0)),
            ("wind", &seven(3.0)),
            ("urgency", &seven(1.0)),
            ("straining", &seven(3.0)),
            ("stool_forms", &forms),
            ("stool_forms_in_range", &in_range),
            ("no_stool", &none),
            ("alcohol_units", &seven(0.0)),
            ("nsaid", &[Some(1.0), None, Some(0.0), Some(0.0), Some(1.0), Some(0.0), Some(0.0)]),
        ]),
        "index_comfort",
    );
    near(part(&reading, "Few complaints"), 0.70);
    near(part(&reading, "Stool form"), 6.0 / 9.0);
    near(part(&reading, "Little alcohol"), 1.0);
    // Two doses on six answered days: 7 * 2 / 6 a week.
    near(part(&reading, "Few anti-inflammatory painkillers"), 1.0 - 2.0 / 6.0);
    // With 2 a week of seven answered days it is 0.714, and the whole 72.5.
    let week = read(
        &table(&[("nsaid", &[Some(1.0), Some(0.0), Some(0.0), Some(0.0), Some(1.0), Some(0.0), Some(0.0)])]),
        "index_comfort",
    );
    near(part(&week, "Few anti-inflammatory painkillers"), 1.0 - 2.0 / 7.0);
    let whole: f64 = 100.0 * (0.45 * 0.70 + 0.35 * (6.0 / 9.0) + 0.12 + 0.08 * (5.0 / 7.0));
    assert_eq!(whole.round(), 73.0);
    // 72.16 with the shorter week.
    assert_eq!((reading.value, reading.band), (Some(72.0), Some(Band::Favourable)));
}

#[test]
fn the_worked_example_of_gut_comfort_comes_from_logged_days() {
    let mut diary = Diary::default();
    for ago in 0..7 {
        for (name, score) in [("gut_pain", 3.0), ("bloating", 3.0), ("alcohol_units", 0.0)] {
            answer(&mut diary, ago, name, Value::Number(score));
        }
        answer(&mut diary, ago, "nsaid", Value::Number(if ago < 2 { 1.0 } else { 0.0 }));
        answer(&mut diary, ago, "no_stool", Value::YesNo(ago < 4));
    }
    // Eight stools on three days, six of them of form 3 to 5.
    for (ago, form) in [(4, 3.0), (4, 4.0), (4, 6.0), (5, 5.0), (5, 4.0), (5, 2.0), (6, 4.0), (6, 3.0)] {
        answer(&mut diary, ago, "stool", Value::Number(form));
    }
    let reading = read_of(&diary, &tabulate(&diary), "index_comfort");
    assert_eq!((reading.value, reading.band), (Some(73.0), Some(Band::Favourable)));
}

// Formulas at their anchor points and beyond

/// What a part comes to when its only column has one number on all days.
fn at(index: &str, label: &str, column: &str, value: f64) -> Option<f64> {
    part(&read(&table(&[(column, &all(value, 14))]), index), label)
}

/// Index, part, column, and what the part comes to at some numbers of the column.
type Mark = (&'static str, &'static str, &'static str, &'static [(f64, f64)]);

#[test]
fn every_part_of_one_column_turns_at_its_marks() {
    let few = "Few ultra-processed meals and drinks";
    let share = "food_ultra_processed_occasions_share_7d";
    #[rustfmt::skip]
    let marks: &[Mark] = &[
        ("index_diet", "Fibre", "fibre_g", &[(0.0, 0.0), (12.5, 0.5), (25.0, 1.0), (60.0, 1.0)]),
        ("index_diet", "Different plants", "food_plants_7d", &[(0.0, 0.0), (5.0, 0.0), (17.5, 0.5), (30.0, 1.0), (50.0, 1.0)]),
        ("index_diet", few, share, &[(0.0, 1.0), (0.10, 1.0), (0.45, 0.5), (0.80, 0.0), (1.0, 0.0)]),
        ("index_diet", few, "ultra_processed", &[(0.0, 1.0), (2.5, 0.5), (5.0, 0.0), (9.0, 0.0)]),
        ("index_diet", "Little added sugar", "food_added_sugars_g", &[(0.0, 1.0), (25.0, 1.0), (62.5, 0.5), (100.0, 0.0), (200.0, 0.0)]),
        ("index_diet", "Little added sugar", "sugary", &[(0.0, 1.0), (2.0, 0.5), (4.0, 0.0), (9.0, 0.0)]),
        // The sex is not known: 2,000 ml is the lower reference.
        ("index_diet", "Fluid", "water_total_ml", &[(0.0, 0.0), (1000.0, 0.0), (1500.0, 0.5), (2000.0, 1.0), (4000.0, 1.0)]),
        ("index_diet", "Little alcohol", "alcohol_units", &[(0.0, 1.0), (1.25, 0.5), (2.5, 0.0), (10.0, 0.0)]),
        ("index_flora", "Fibre", "fibre_g", &[(0.0, 0.0), (12.5, 0.5), (25.0, 1.0)]),
        ("index_flora", "Different plants", "food_plants_7d", &[(5.0, 0.0), (17.5, 0.5), (30.0, 1.0)]),
        ("index_flora", "Live ferments", "fermented", &[(0.0, 0.0), (1.0, 0.5), (2.0, 1.0), (5.0, 1.0)]),
        ("index_flora", few, share, &[(0.10, 1.0), (0.45, 0.5), (0.80, 0.0)]),
        ("index_comfort", "Little alcohol", "alcohol_units", &[(0.0, 1.0), (2.5, 0.5), (5.0, 0.0), (9.0, 0.0)]),
        ("index_comfort", "Few anti-inflammatory painkillers", "nsaid", &[(0.0, 1.0), (0.5, 0.5), (1.0, 0.0), (4.0, 0.0)]),
        ("index_calm", "Mediterranean points", "food_med_points_7d", &[(0.0, 0.0), (3.5, 0.5), (7.0, 1.0)]),
        ("index_calm", few, share, &[(0.10, 1.0), (0.45, 0.5), (0.80, 0.0)]),
        ("index_calm", "Sleep quality", "sleep_quality", &[(0.0, 0.0), (5.0, 0.5), (10.0, 1.0)]),
        ("index_calm", "Little alcohol", "alcohol_units", &[(0.0, 1.0), (1.25, 0.5), (2.5, 0.0)]),
        ("index_calm", "Smoke-free days", "cigarettes", &[(0.0, 1.0), (1.0, 0.0), (20.0, 0.0)]),
        ("index_rest", "Low stress", "stress", &[(0.0, 1.0), (5.0, 0.5), (10.0, 0.0)]),
        ("index_rest", "Sleep quality", "sleep_quality", &[(0.0, 0.0), (5.0, 0.5), (10.0, 1.0)]),
        ("index_rest", "Hours of sleep", "sleep_hours", &[(3.0, 0.0), (4.0, 0.0), (5.5, 0.5), (7.0, 1.0), (9.0, 1.0), (10.5, 0.5), (12.0, 0.0), (14.0, 0.0)]),
        ("index_rest", "Mood", "mood", &[(0.0, 0.0), (5.0, 0.5), (10.0, 1.0)]),
        ("index_skin", "Skin today", "skin_today", &[(0.0, 1.0), (40.0, 0.6), (100.0, 0.0)]),
    ];
    for (index, label, column, points) in marks {
        for (value, expected) in *points {
            let found = at(index, label, column, *value);
            let near = found.is_some_and(|found| (found - expected).abs() < 1e-9);
            assert!(near, "{index}, {label}: {column} = {value} gives {found:?}, not {expected}");
        }
    }
}

#[test]
fn skin_comfort_is_a_hundred_less_the_mean_of_skin_today() {
    let cells: Vec<Option<f64>> = vec![Some(20.0), None, Some(40.0), None, Some(30.0), Some(10.0), None];
    let reading = read(&table(&[("skin_today", &cells)]), "index_skin");
    assert_eq!((reading.value, reading.coverage), (Some(75.0), 1.0));
    let three = read(&table(&[("skin_today", &cells[..5])]), "index_skin");
    assert_eq!(three.value, None, "four answered days are needed");
    assert_eq!(three.parts[0].standing, Standing::TooFewDays);
    assert_eq!((three.parts[0].answered_days, three.parts[0].needed_days), (3, 4));
}

#[test]
fn stress_and_rest_by_hand() {
    let seven = |value: f64| all(value, 7);
    let columns: [(&str, &[Option<f64>]); 4] = [
        ("stress", &seven(4.0)),
        ("sleep_quality", &seven(7.0)),
        ("sleep_hours", &[Some(5.5), Some(5.5), Some(8.0), Some(8.0)]),
        ("mood", &seven(5.0)),
    ];
    // 0.45 * 0.6 + 0.30 * 0.7 + 0.15 * 0.75 + 0.10 * 0.5 = 0.6425
    let reading = read(&table(&columns), "index_rest");
    assert_eq!((reading.value, reading.band), (Some(64.0), Some(Band::Fair)));
    // Hours are shown as hours, and fit night by night: four hours one night are not made good by twelve the next.
    let hours = reading.parts.iter().find(|part| part.label == "Hours of sleep").unwrap();
    assert_eq!(hours.amount, Some(6.75));
    // Below 18 the middle is 8 to 10 hours.
    let young = person(None, 2010, &[], &[]);
    let nights = table(&[("sleep_hours", &seven(6.5))]);
    near(part(&read_of(&young, &nights, "index_rest"), "Hours of sleep"), 0.5);
}

#[test]
fn antibiotics_take_their_part_of_flora_habits_and_give_it_back_in_45_days() {
    let since = |name: &str, kind: CourseKind, days: i32, on: Day| {
        let mut diary = Diary::default();
        course(&mut diary, kind, name, "", 20);
        let mut course = diary.courses().next().unwrap().clone();
        course.stop = Some(today().plus(-days));
        carry_out(&mut diary, Command::AmendCourse { course }).unwrap();
        let reading = index_reading(&diary, &table(&[("fibre_g", &all(25.0, 14))]), "index_flora", on).unwrap();
        part(&reading, "Time since antibiotics")
    };
    let antibiotic = |days| since("Amoxicillin", CourseKind::Antibiotic, days, today());
    assert_eq!(antibiotic(0), Some(0.0), "the last day of a course is a day of it");
    near(antibiotic(9), 0.2);
    near(since("Amoxicillin", CourseKind::Antibiotic, 0, today().plus(45)), 1.0);
    assert_eq!(since("Probiotic", CourseKind::Probiotic, 0, today()), Some(1.0));
    assert_eq!(since("Clindamycin lotion", CourseKind::Antibiotic, 0, today()), Some(1.0), "a cream is none by mouth");
    assert_eq!(part(&read(&table(&[]), "index_flora"), "Time since antibiotics"), Some(1.0), "none was ever entered");
}

#[test]
fn not_smoking_is_taken_from_the_profile_only_where_nothing_is_answered() {
    let smoke_free = |diary: &Diary, cells: &[Option<f64>]| {
        part(&read_of(diary, &table(&[("cigarettes", cells)]), "index_calm"), "Smoke-free days")
    };
    let says_no = person(None, 1990, &[], &[SafetyQuestion::Smoking]);
    assert_eq!(smoke_free(&says_no, &[None]), Some(1.0));
    assert_eq!(smoke_free(&Diary::default(), &[None]), None, "nobody asked");
    assert_eq!(smoke_free(&says_no, &[Some(3.0)]), None, "a day is answered, and one is too few");
}

#[test]
fn seven_days_ago_counts_for_habits_of_two_weeks() {
    let now_high: Vec<_> = [all(5.0, 7), all(30.0, 7)].concat();
    let reading = read(&table(&[("food_plants_7d", &now_high)]), "index_flora");
    near(part(&reading, "Different plants"), 0.5);
    // The newest of three days stands for a day on which no food was logged.
    let gaps: Vec<_> = now_high.iter().enumerate().map(|(day, cell)| cell.filter(|_| day % 7 < 5)).collect();
    near(part(&read(&table(&[("food_plants_7d", &gaps)]), "index_flora"), "Different plants"), 0.5);
    let before: Vec<_> = gaps.iter().enumerate().map(|(day, cell)| cell.filter(|_| day >= 7)).collect();
    assert_eq!(part(&read(&table(&[("food_plants_7d", &before)]), "index_flora"), "Different plants"), None);
}

// Who they are for

#[test]
fn a_part_that_does_not_apply_is_left_out_and_says_why() {
    let cells = all(0.0, 14);
    let table =
        table(&[("alcohol_units", &cells), ("water_total_ml", &cells), ("fermented", &cells), ("nsaid", &cells)]);
    let left_out = |diary: &Diary, index: &str, label: &str| {
        let reading = read_of(diary, &table, index);
        let part = reading.parts.iter().find(|part| part.label == label).unwrap();
        assert_eq!(part.applies(), part.value.is_some());
        !part.applies()
    };
    for question in [Pregnant, Trying, Breastfeeding] {
        let diary = person(None, 1990, &[question], &[]);
        for index in ["index_diet", "index_comfort", "index_calm"] {
            assert!(left_out(&diary, index, "Little alcohol"), "{question:?}, {index}");
        }
    }
    assert!(left_out(&person(None, 2010, &[], &[]), "index_diet", "Little alcohol"), "below 18");
    for question in [FluidLimit, Kidney] {
        assert!(left_out(&person(None, 1990, &[question], &[]), "index_diet", "Fluid"), "{question:?}");
    }
    for question in [WeakImmunity, Pregnant] {
        assert!(left_out(&person(None, 1990, &[question], &[]), "index_flora", "Live ferments"), "{question:?}");
    }
    let mut methotrexate = person(None, 1990, &[], &[WeakImmunity]);
    course(&mut methotrexate, CourseKind::Prescribed, "Methotrexate", "", 3);
    assert!(left_out(&methotrexate, "index_flora", "Live ferments"), "a medicine overrules the answer no");
    let mut ibuprofen = Diary::default();
    course(&mut ibuprofen, CourseKind::Prescribed, "Ibuprofen", "", 3);
    assert!(left_out(&ibuprofen, "index_comfort", "Few anti-inflammatory painkillers"), "prescribed");
    assert!(!left_out(&Diary::default(), "index_comfort", "Few anti-inflammatory painkillers"));
}

#[test]
fn food_worries_said_or_not_answered_leave_words_only() {
    let table = table(&[("fibre_g", &all(20.0, 14))]);
    let about_food = ["index_diet", "index_flora", "index_calm", "index_cover"];
    let both_no = person(None, 1990, &[], &[SafetyQuestion::FoodWorry, SafetyQuestion::EatingDisorder]);
    let one_yes = person(None, 1990, &[SafetyQuestion::FoodWorry], &[SafetyQuestion::EatingDisorder]);
    for (diary, expected) in [(&Diary::default(), true), (&one_yes, true), (&both_no, false)] {
        for reading in index_readings(diary, &table, today()) {
            assert_eq!(reading.words_only, expected && about_food.contains(&reading.key), "{}", reading.key);
        }
    }
}

#[test]
fn references_are_those_of_age_sex_and_pregnancy() {
    let table = table(&[("fibre_g", &all(19.0, 7)), ("water_total_ml", &all(2000.0, 7))]);
    let man = person(Some(Sex::Male), 1980, &[], &[]);
    near(part(&read_of(&man, &table, "index_diet"), "Fibre"), 0.76);
    // 2,000 of 2,500 ml: lin(0.8, 0.5, 1).
    near(part(&read_of(&man, &table, "index_diet"), "Fluid"), 0.6);
    // 19 of 21 g from 15 to 17 years.
    near(
        part(
            &read_of(&person(None, u16::try_from(today().year()).unwrap() - 16, &[], &[]), &table, "index_diet"),
            "Fibre",
        ),
        19.0 / 21.0,
    );
}

// Lower bounds

#[test]
fn a_lower_bound_settles_a_part_only_where_it_is_nothing_already() {
    let diary_of = |sugar_grams: f64| {
        let mut diary = Diary::default();
        // Candy floss is sugar and nothing else; of the raw lentils nobody knows the added sugars.
        for ago in 0..7 {
            eat(&mut diary, ago, EntryKind::Meal, &[(SUGAR, sugar_grams), (LENTILS, 50.0)]);
        }
        diary
    };
    let sugar_part = |diary: &Diary| {
        let reading = read_of(diary, &tabulate(diary), "index_diet");
        reading.parts.into_iter().find(|part| part.label == "Little added sugar").unwrap()
    };
    let much = sugar_part(&diary_of(150.0));
    assert_eq!((much.value, much.is_lower_bound), (Some(0.0), true), "150 g are known: more would change nothing");
    let little = sugar_part(&diary_of(20.0));
    assert_eq!(little.value, None, "20 g are known, and the rest may be anything");
    assert_eq!(little.standing, Standing::NotKnown);
}
