//! Places of the skin as columns: each that was answered for is an outcome, nothing counts twice, and left can be held against right.

use std::path::Path;

use gutskin::analysis::engine::search::{Plan, search};
use gutskin::columns::{Column, ColumnSpec, DayTable, Origin, Role, every, keys, tabulate};
use gutskin::import;
use gutskin::model::body_system::BodySystem;
use gutskin::model::diary::Diary;
use gutskin::model::region::Region;
use gutskin::report::csv::days_to_csv;

use super::commands::{carry_out, today};
use super::skin_scores_spec::{at_places, cell, rest_is_clear, whole};

#[test]
fn a_place_is_an_outcome_of_the_skin_and_the_difference_of_two_sides_is_shown() {
    let mut diary = Diary::default();
    at_places(&mut diary, 0, "redness", &[(Region::LeftCheek, 3.0), (Region::RightCheek, 1.0), (Region::Nose, 2.0)]);
    let table = tabulate(&diary);
    let left = table.column("redness.left_cheek").unwrap();
    assert!(left.is_outcome_of(BodySystem::Skin) && left.place == Some(Region::LeftCheek));
    let difference = table.column("redness.left_cheek_minus_right").unwrap();
    assert_eq!((difference.role, difference.origin), (Role::Context, Origin::Computed));
    assert_eq!(difference.cells, [Some(2.0)]);
    assert!(table.column("redness.right_cheek_minus_right").is_none());
    assert!(table.column("redness.nose_minus_right").is_none());
    assert!(every(diary.catalogue()).iter().all(|column| column.key != "redness.left_cheek"));
    let is_key = keys(diary.catalogue());
    assert!(is_key("itch.left_knee") && is_key("itch.left_knee_minus_right"));
    assert!(!is_key("itch.right_knee_minus_right") && !is_key("itch.neck_minus_right") && !is_key("itch.left"));
}

/// Left alone is answered on the second day; on the third the other side is clear, since nothing else is to be seen.
#[test]
fn the_difference_needs_both_sides() {
    let mut diary = Diary::default();
    at_places(&mut diary, 2, "itch", &[(Region::LeftKnee, 5.0), (Region::RightKnee, 7.0)]);
    at_places(&mut diary, 1, "itch", &[(Region::LeftKnee, 5.0)]);
    at_places(&mut diary, 0, "itch", &[(Region::LeftKnee, 4.0)]);
    rest_is_clear(&mut diary, 0);
    let table = tabulate(&diary);
    let column = table.column("itch.left_knee_minus_right").unwrap();
    assert_eq!(column.cells, [Some(-2.0), None, Some(4.0)]);
    let right = table.column("itch.right_knee").unwrap();
    assert_eq!(right.cells, [Some(7.0), None, None], "a column holds what was answered for its place");
}

#[test]
fn the_area_of_an_arm_counts_its_elbow_once_and_an_answer_for_the_whole_stands_for_all() {
    let mut diary = Diary::default();
    at_places(&mut diary, 0, "cover", &[(Region::LeftArm, 20.0), (Region::LeftElbow, 100.0)]);
    rest_is_clear(&mut diary, 0);
    // The arm is 7 % of the skin, its elbow 0.5 %.
    assert!((cell(&diary, "cover").unwrap() - (6.5 * 0.2 + 0.5)).abs() < 1e-9);
    whole(&mut diary, 0, &[("cover", 40.0)]);
    assert_eq!(cell(&diary, "cover"), Some(40.0));
}

#[test]
fn a_day_on_which_everything_is_clear_has_an_area_of_nothing() {
    let mut diary = Diary::default();
    rest_is_clear(&mut diary, 0);
    assert_eq!(cell(&diary, "cover"), Some(0.0));
    assert_eq!(cell(&diary, "redness"), None, "how red the skin was is still not said");
}

#[test]
fn places_with_their_areas_come_back_from_a_csv_without_an_answer_that_nobody_gave() {
    let mut diary = Diary::default();
    at_places(&mut diary, 0, "cover", &[(Region::LeftArm, 20.0), (Region::RightArm, 60.0)]);
    at_places(&mut diary, 1, "redness", &[(Region::LeftArm, 2.0), (Region::RightArm, 1.0)]);
    rest_is_clear(&mut diary, 0);
    let csv = days_to_csv(&diary, &tabulate(&diary));
    let mut read = Diary::default();
    let preview = import::preview(Path::new("days.csv"), csv.as_bytes(), &read, today()).unwrap();
    carry_out(&mut read, preview.command.unwrap()).unwrap();
    assert_eq!(tabulate(&read), tabulate(&diary));
    let of_the_whole = read.day_records().flat_map(|page| &page.entries).filter(|entry| entry.region.is_none());
    assert!(of_the_whole.flat_map(|entry| entry.answers.iter()).all(|(key, _)| key.as_str() == "rest_clear"));
}

/// A made-up table: the outcome follows the factor of the same day; the places are the outcome again, and noise.
fn table(places: usize) -> DayTable {
    let days = 160;
    let wave = |seed: usize| -> Vec<Option<f64>> {
        let mut state = seed as u64 * 2_654_435_761 + 12_345;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as f64 / f64::from(1_u32 << 31)
        };
        (0..days).map(|_| Some((next() * 5.0).floor())).collect()
    };
    let factor = wave(1);
    let noise = wave(2);
    let outcome: Vec<Option<f64>> =
        factor.iter().zip(&noise).map(|(factor, noise)| Some(factor.unwrap() + 0.5 * noise.unwrap())).collect();
    let column =
        |key: String, role, cells| Column { spec: ColumnSpec::new(&key, key.clone(), role, Origin::Logged), cells };
    let mut columns = vec![
        column("stress".to_owned(), Role::Factor, factor),
        column("coffee".to_owned(), Role::Factor, wave(3)),
        column("redness".to_owned(), Role::Context, outcome.clone()),
        column("itch".to_owned(), Role::Context, wave(4)),
    ];
    for (number, region) in Region::all().iter().take(places).enumerate() {
        let cells = if number == 0 { outcome.clone() } else { wave(10 + number) };
        let place = column(format!("redness.{}", region.key()), Role::Context, cells);
        columns.push(Column { spec: ColumnSpec { place: Some(*region), ..place.spec }, ..place });
    }
    for column in columns.iter_mut().skip(2) {
        column.spec = column.spec.clone().outcome(BodySystem::Skin);
    }
    DayTable::new(today().plus(-160), days, columns)
}

#[test]
fn places_are_searched_and_make_nothing_of_the_whole_harder_to_find() {
    let found = |places: usize| {
        let table = table(places);
        let found = search(&table, &Plan::of_diary(&table), table.days, &|_| true).unwrap();
        let of_whole = |outcome: gutskin::columns::ColumnIndex| table[outcome].place.is_none();
        let whole: Vec<(usize, String)> = found
            .pairs
            .iter()
            .filter(|pair| of_whole(pair.outcome))
            .map(|pair| (pair.outcome.0, format!("{:.12}", pair.q)))
            .collect();
        let claims: Vec<String> = found.discoveries.iter().map(|it| table[it.outcome].key.clone()).collect();
        let intervals: Vec<_> =
            found.discoveries.iter().filter(|it| of_whole(it.outcome)).map(|it| (it.outcome.0, it.interval)).collect();
        (whole, claims, intervals)
    };
    let (alone, claims, intervals) = found(0);
    assert!(claims.contains(&"redness".to_owned()), "{claims:?}");
    let (beside, claims, same) = found(8);
    assert_eq!(alone, beside);
    assert_eq!(intervals, same, "nor are intervals wider");
    assert!(claims.iter().any(|key| key.starts_with("redness.")), "a place is found as well: {claims:?}");
}
