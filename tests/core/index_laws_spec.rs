//! What must hold of every index: one definition for cell and reading, bounds, and that a better day never lowers one.

use gutskin::columns::{DayTable, Origin, Role, index_reading, index_readings, tabulate, update_day};
use gutskin::edit::Command;
use gutskin::model::course::CourseKind;
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::profile::SafetyQuestion::{FluidLimit, Pregnant, WeakImmunity};
use gutskin::model::profile::{Profile, Sex};
use gutskin::model::value::Value;
use proptest::prelude::*;

use super::commands::{carry_out, today};
use super::index_nutrients_spec::{LENTILS, SUGAR, eats_well};
use super::index_spec::{KEYS, all, person, table};
use super::lower_bounds::{answer, course, eat};
use super::{demo, round_trip};

// One definition

#[test]
fn the_cell_of_an_index_is_what_its_reading_says_on_every_day() {
    let sample = gutskin::sample::diary(gutskin::sample::SEED, demo::today()).unwrap();
    for diary in [sample, round_trip::kitchen()] {
        let table = tabulate(&diary);
        let mut numbers = 0;
        for row in (0..table.days).step_by(9) {
            for reading in index_readings(&diary, &table, table.day(row)) {
                let cell = table.column(reading.key).unwrap().cells[row];
                assert_eq!(reading.value, cell, "{} on {}", reading.key, table.day(row));
                numbers += usize::from(cell.is_some());
            }
        }
        assert!(table.days < 100 || numbers > 20, "{numbers} numbers");
    }
}

#[test]
fn a_day_past_the_last_logged_one_reads_the_days_before_it() {
    let table = table(&[("skin_today", &all(20.0, 7))]);
    let reading = |ahead| index_reading(&Diary::default(), &table, "index_skin", today().plus(ahead)).unwrap();
    assert_eq!(reading(0).value, Some(80.0));
    assert_eq!((reading(3).value, reading(3).parts[0].answered_days), (Some(80.0), 4));
    assert_eq!((reading(4).value, reading(4).parts[0].answered_days), (None, 3));
    assert_eq!(reading(-30).parts[0].answered_days, 0, "before the first day nothing is answered");
    let empty = index_readings(&Diary::default(), &DayTable::empty(today()), today());
    assert!(empty.iter().all(|reading| reading.value.is_none() && reading.missing().next().is_some()), "{empty:?}");
}

#[test]
fn an_edit_of_a_day_reaches_the_indices_that_look_back_on_it() {
    let mut diary = eats_well(60);
    let mut table = tabulate(&diary);
    for ago in [0, 13, 20, 40] {
        eat(
            &mut diary,
            ago,
            EntryKind::Meal,
            &[(LENTILS, 80.0), (SUGAR, 90.0), (super::lower_bounds::RED_WINE, 300.0)],
        );
        answer(&mut diary, ago, "stress", Value::Number(9.0));
        assert!(update_day(&mut table, &diary, today().plus(-ago)));
        assert!(table == tabulate(&diary), "{ago} days ago");
    }
}

#[test]
fn another_profile_setting_or_course_is_another_table() {
    let mut diary = eats_well(20);
    let mut table = tabulate(&diary);
    assert!(update_day(&mut table, &diary, today()));
    course(&mut diary, CourseKind::Supplement, "Zinc", "10 mg", 20);
    assert!(!update_day(&mut table, &diary, today()), "a course changes the indices of its days");
    let mut table = tabulate(&diary);
    let profile = Profile { sex: Some(Sex::Male), ..diary.profile().clone() };
    carry_out(&mut diary, Command::SetProfile { profile }).unwrap();
    assert!(!update_day(&mut table, &diary, today()), "a profile changes the references");
}

#[test]
fn indices_are_context_from_0_to_100_and_computed() {
    let table = tabulate(&eats_well(3));
    for key in KEYS {
        let column = table.column(key).unwrap();
        assert_eq!((column.role, column.origin), (Role::Context, Origin::Computed), "{key}");
    }
}

// What must hold whatever the numbers are

/// The columns that the indices read, with the most that a day of each holds, and whether more of it is better, worse or neither.
const READ: &[(&str, f64, i8)] = &[
    ("fibre_g", 60.0, 1),
    ("food_plants_7d", 40.0, 1),
    ("food_ultra_processed_occasions_share_7d", 1.0, -1),
    ("ultra_processed", 8.0, -1),
    ("food_added_sugars_g", 150.0, -1),
    ("sugary", 6.0, -1),
    ("water_total_ml", 4000.0, 1),
    ("alcohol_units", 8.0, -1),
    ("fermented", 4.0, 1),
    ("gut_pain", 10.0, -1),
    ("bloating", 10.0, -1),
    ("wind", 10.0, -1),
    ("urgency", 10.0, -1),
    ("straining", 10.0, -1),
    ("nsaid", 4.0, -1),
    ("food_med_points_7d", 7.0, 1),
    ("sleep_quality", 10.0, 1),
    ("cigarettes", 20.0, -1),
    ("food_vit_a_rae_ug", 2000.0, 1),
    ("food_vit_c_mg", 300.0, 1),
    ("food_vit_e_mg", 30.0, 1),
    ("food_zinc_mg", 30.0, 1),
    ("food_selenium_ug", 200.0, 1),
    ("food_ala_g", 4.0, 1),
    ("food_epa_dha_g", 1.0, 1),
    ("stress", 10.0, -1),
    ("mood", 10.0, 1),
    ("skin_today", 100.0, -1),
    ("sleep_hours", 14.0, 0),
];

/// Cells of three weeks of all columns that are read, some of them missing.
fn weeks() -> impl Strategy<Value = Vec<Vec<Option<f64>>>> {
    let columns: Vec<_> = READ
        .iter()
        .map(|(_, most, _)| proptest::collection::vec(proptest::option::weighted(0.8, 0.0..=*most), 21))
        .collect();
    columns
}

fn of_weeks(weeks: &[Vec<Option<f64>>]) -> DayTable {
    let columns: Vec<_> = READ.iter().zip(weeks).map(|((key, ..), cells)| (*key, cells.as_slice())).collect();
    table(&columns)
}

proptest! {
    #[test]
    fn indices_and_their_parts_stay_within_their_bounds(weeks in weeks()) {
        for reading in index_readings(&Diary::default(), &of_weeks(&weeks), today()) {
            prop_assert!((0.0..=1.0 + 1e-9).contains(&reading.coverage));
            prop_assert_eq!(reading.value.is_some(), reading.coverage >= 0.60 - 1e-9);
            prop_assert!(reading.value.is_none_or(|value| (0.0..=100.0).contains(&value) && value.fract() == 0.0));
            prop_assert!(reading.parts.iter().all(|part| part.value.is_none_or(|value| (0.0..=1.0).contains(&value))));
            if let (Some(value), Some((least, most))) = (reading.value, reading.sensitivity) {
                prop_assert!(least <= value && value <= most && least >= 0.0 && most <= 100.0);
            }
            let whole: f64 = reading.parts.iter().map(|part| part.weight).sum();
            prop_assert!((whole - 1.0).abs() < 1e-9, "the weights of {} add up to {}", reading.key, whole);
        }
    }

    #[test]
    fn a_better_day_never_lowers_an_index(weeks in weeks(), column in 0..READ.len(), day in 0_usize..21, to in 0.0..=1.0_f64) {
        let (_, most, better) = READ[column];
        let mut changed = weeks.clone();
        let Some(before) = weeks[column][day] else { return Ok(()) };
        if better == 0 {
            return Ok(());
        }
        let moved = if better > 0 { before + (most - before) * to } else { before * (1.0 - to) };
        changed[column][day] = Some(moved);
        let values = |weeks: &[Vec<Option<f64>>]| index_readings(&Diary::default(), &of_weeks(weeks), today());
        for (before, after) in values(&weeks).iter().zip(&values(&changed)) {
            prop_assert!(after.value >= before.value, "{} fell from {:?} to {:?}", before.key, before.value, after.value);
        }
    }

    #[test]
    fn missing_stays_missing(weeks in weeks(), column in 0..READ.len()) {
        // Without a column its parts are missing, or another column stands for it; they are never 0 for that.
        let mut without = weeks.clone();
        without[column] = vec![None; 21];
        let table = of_weeks(&without);
        for reading in index_readings(&Diary::default(), &table, today()) {
            for part in &reading.parts {
                let all_missing = !part.columns.is_empty()
                    && part.columns.iter().all(|key| table.column(key).is_none_or(|column| column.answered_days() == 0));
                prop_assert!(!all_missing || part.value.is_none(), "{}, {}", reading.key, part.label);
            }
        }
    }

    #[test]
    fn a_dropped_part_never_lowers_coverage_where_it_was_missing(weeks in weeks()) {
        let mut weeks = weeks;
        for (cells, (key, ..)) in weeks.iter_mut().zip(READ) {
            if ["alcohol_units", "water_total_ml", "fermented"].contains(key) {
                *cells = vec![None; 21];
            }
        }
        let table = of_weeks(&weeks);
        let dropped = person(None, 1990, &[Pregnant, FluidLimit, WeakImmunity], &[]);
        let all = index_readings(&Diary::default(), &table, today());
        for (whole, less) in all.iter().zip(index_readings(&dropped, &table, today())) {
            prop_assert!(less.coverage >= whole.coverage - 1e-9, "{}", whole.key);
        }
    }
}
