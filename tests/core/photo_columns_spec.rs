//! What photos come to in the day table: measured redness, alone and against calm skin, by day and by place, for named pairs and trials.

use gutskin::analysis::engine::Plan;
use gutskin::analysis::insights::KeptBack;
use gutskin::analysis::photo_limits::limits_of;
use gutskin::analysis::trial::recorded::reading;
use gutskin::columns::{DayTable, Origin, Role, every, keys, tabulate, update_day};
use gutskin::edit::{Change, Command, plan};
use gutskin::import::preview;
use gutskin::model::diary::Diary;
use gutskin::model::photo::{BlindRating, BlobId, Photo, PhotoId, PhotoPoint, SkinColors, Swatch};
use gutskin::model::region::Region;
use gutskin::model::text::Name;
use gutskin::model::time::Day;
use gutskin::model::trackable::Direction;
use gutskin::model::trial_sides::TrialSides;
use gutskin::model::value::Value;
use gutskin::photos::lab::linear;
use gutskin::photos::read_pixels;
use gutskin::report::chart::{ChartModel, ChartRequest};
use gutskin::report::csv::days_to_csv;
use gutskin::report::doctor::{ReportRequest, build};
use gutskin::report::document::Block;

use super::commands::{answer, carry_out, put, today};

/// The skin of the worked example: a* 21.57, and 6.07 more than calm skin beside it.
const SKIN: [u8; 3] = [214, 150, 130];
const CALM: [u8; 3] = [222, 172, 152];

fn swatch(color: [u8; 3]) -> Swatch {
    #[expect(clippy::cast_possible_truncation, reason = "shares of 1")]
    let mean = color.map(|channel| linear(channel) as f32);
    Swatch { at: PhotoPoint { x: 0.5, y: 0.5 }, mean, clipped: 0.0 }
}

fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

/// A photo of a series, so many days ago; its number tells its picture from others.
pub fn taken(number: u32, ago: i32) -> Photo {
    let picture = read_pixels(8, 6, &[120; 8 * 6 * 4]).unwrap();
    Photo {
        blob: BlobId::new(&number.to_le_bytes()),
        series: Some(name("Left cheek")),
        setup: Some(name("Bathroom lamp")),
        regions: vec![Region::LeftCheek],
        ..picture.photo(today().plus(-ago))
    }
}

/// The same, measured: its skin is that of the worked example, or as calm as the skin beside it.
fn measured(number: u32, ago: i32, flares: bool) -> Photo {
    let skin = swatch(if flares { SKIN } else { CALM });
    Photo { colors: Some(SkinColors { card: swatch([200; 3]), skin, calm: swatch(CALM) }), ..taken(number, ago) }
}

pub fn with(photos: Vec<Photo>) -> Diary {
    let mut diary = Diary::default();
    for ago in [20, 0] {
        carry_out(&mut diary, answer(today().plus(-ago), "itch", Value::Number(3.0))).unwrap();
    }
    carry_out(&mut diary, Command::AddPhotos { photos }).unwrap();
    diary
}

/// The number of a column so many days ago, to a hundredth.
fn number(table: &DayTable, key: &str, ago: i32) -> Option<f64> {
    table.number(key, today().plus(-ago)).map(|number| (number * 100.0).round() / 100.0)
}

#[test]
fn a_measured_photo_gives_the_numbers_of_the_worked_example_on_its_day_and_for_its_place() {
    let table = tabulate(&with(vec![measured(1, 9, false), measured(2, 4, true)]));
    for (key, calm, flaring) in [("photo_redness", 15.5, 21.57), ("photo_redness_gap", 0.0, 6.07)] {
        for key in [key.to_owned(), format!("{key}.left_cheek")] {
            assert_eq!(number(&table, &key, 9), Some(calm), "{key}");
            assert_eq!(number(&table, &key, 4), Some(flaring), "{key}");
            assert_eq!(number(&table, &key, 5), None, "{key}: a day without a photo is missing");
        }
    }
    let column = table.column("photo_redness").unwrap();
    assert_eq!(column.label, "Redness in photos");
    assert_eq!((column.role, column.origin, column.direction), (Role::Outcome, Origin::Photos, Direction::WorseUp));
    assert_eq!(table.column("photo_redness.left_cheek").unwrap().label, "Redness in photos, left cheek");
}

#[test]
fn of_two_photos_of_a_day_the_mean_counts() {
    let table = tabulate(&with(vec![measured(1, 9, false), measured(2, 4, true), measured(3, 4, false)]));
    // (6.07 + 0) / 2
    assert_eq!(number(&table, "photo_redness_gap", 4), Some(3.03));
}

#[test]
fn a_photo_that_is_refused_gives_no_number() {
    let in_the_window = Photo { setup: Some(name("Window")), ..measured(3, 4, true) };
    let mut burnt = measured(4, 3, true);
    burnt.colors.as_mut().unwrap().skin.clipped = 0.2;
    let table = tabulate(&with(vec![measured(1, 9, true), measured(2, 8, true), in_the_window, burnt, taken(5, 2)]));
    for ago in [9, 8] {
        assert!(number(&table, "photo_redness", ago).is_some());
    }
    for (ago, why) in [(4, "another set-up than most"), (3, "burnt out"), (2, "not measured")] {
        assert_eq!(number(&table, "photo_redness", ago), None, "{why}");
    }
}

#[test]
fn levels_of_two_series_are_not_mixed_and_a_photo_without_one_counts_nowhere() {
    let far = |number, ago| Photo { series: Some(name("Face, front")), ..measured(number, ago, true) };
    let lone = Photo { series: None, ..measured(9, 1, true) };
    let table =
        tabulate(&with(vec![measured(1, 9, false), measured(2, 8, false), far(3, 9), measured(4, 7, false), lone]));
    assert_eq!(number(&table, "photo_redness_gap", 9), Some(0.0), "that of the series with most photos");
    assert_eq!(table.column("photo_redness").unwrap().label, "Redness in photos (Left cheek)", "which is named");
    assert_eq!(number(&table, "photo_redness_gap", 1), None);
}

#[test]
fn two_sides_are_compared_by_photos_that_show_one_of_them() {
    let right = |number, ago, flares| Photo {
        series: Some(name("Right cheek")),
        regions: vec![Region::RightCheek],
        ..measured(number, ago, flares)
    };
    let both = Photo { regions: vec![Region::LeftCheek, Region::RightCheek], ..measured(5, 2, true) };
    let photos = vec![measured(1, 9, false), right(2, 9, false), measured(3, 4, true), right(4, 4, false), both];
    let table = tabulate(&with(photos));
    let sides = Some(TrialSides { one: Region::LeftCheek, other: Region::RightCheek });
    let half = |ago: i32| reading(sides, "photo_redness_gap", &table, today().plus(-ago));
    assert!((half(4).unwrap() - 3.035).abs() < 0.01, "half of 6.07");
    assert_eq!(half(9), Some(0.0));
    assert_eq!(half(2), None, "a photo of both tells of neither");
}

#[test]
fn a_photo_on_a_day_on_which_nothing_else_was_logged_has_a_row() {
    let mut diary = Diary::default();
    carry_out(&mut diary, answer(today().plus(-9), "itch", Value::Number(3.0))).unwrap();
    assert_eq!(tabulate(&diary).days, 1);
    carry_out(&mut diary, Command::AddPhotos { photos: vec![measured(1, 9, false), measured(2, 0, true)] }).unwrap();
    let table = tabulate(&diary);
    assert_eq!(table.days, 10);
    assert_eq!(number(&table, "photo_redness_gap", 0), Some(6.07));
    carry_out(&mut diary, Command::RemovePhotos { ids: vec![PhotoId(1), PhotoId(2)] }).unwrap();
    let table = tabulate(&diary);
    assert_eq!((table.days, table.column("photo_redness")), (1, None), "without photos nothing is left of them");
}

#[test]
fn a_table_that_is_kept_up_to_date_says_what_a_new_one_says() {
    let mut diary = with(vec![measured(1, 9, false), measured(2, 4, true)]);
    let mut table = tabulate(&diary);
    for ago in [4, 7, 0] {
        let day = today().plus(-ago);
        carry_out(&mut diary, answer(day, "itch", Value::Number(7.0))).unwrap();
        assert!(update_day(&mut table, &diary, day), "{ago}");
        assert_eq!(table, tabulate(&diary), "{ago}");
    }
}

/// A diary with a factor on many days, and photos on every fourth.
fn with_stress() -> Diary {
    let photos = (0..15).map(|number| measured(u32::try_from(number).unwrap() + 1, number * 4, number % 2 == 0));
    let mut diary = with(photos.collect());
    for ago in 0..60 {
        for (key, value) in [("stress", f64::from(ago % 5)), ("redness", f64::from(ago % 3))] {
            carry_out(&mut diary, answer(today().plus(-ago), key, Value::Number(value))).unwrap();
        }
    }
    diary
}

#[test]
fn the_open_search_leaves_photos_out_and_a_named_pair_of_them_has_all_its_rivals() {
    let table = tabulate(&with_stress());
    let open = Plan::of_diary(&table);
    assert!(open.pairs.iter().all(|(_, outcome)| table[*outcome].origin != Origin::Photos));
    let [stress, photos, redness] =
        ["stress", "photo_redness", "redness"].map(|key| table.position(key).expect("a column"));
    let named = Plan::of_pairs(&table, &[(stress, photos)], 0);
    assert!(named.pairs.contains(&(stress, photos)));
    let rivals = |plan: &Plan, outcome| plan.pairs.iter().filter(|(_, other)| *other == outcome).count();
    assert_eq!(rivals(&named, photos), rivals(&open, redness), "every factor stands by");
}

#[test]
fn what_is_read_off_the_same_photos_is_kept_back_together() {
    let pair = |outcome: &str| KeptBack {
        factor: "dairy".to_owned(),
        outcome: outcome.to_owned(),
        since: today(),
        until: today().plus(9),
    };
    let trial = pair("photo_redness");
    assert!(trial.is_judged_by("photo_redness_gap") && trial.is_judged_by("photo_redness_gap.left_cheek"));
    assert!(!trial.is_judged_by("blind_look") && !trial.is_judged_by("redness"));
    assert!(pair("blind_look").is_judged_by("blind_redness.left_cheek"));
}

#[test]
fn limits_stand_wherever_numbers_of_photos_are_shown() {
    let limits = limits_of("photo_redness_gap.left_cheek").unwrap();
    assert!(limits.contains("Phones change every shot"));
    assert!(limits_of("blind_look").unwrap().contains("dates were hidden"));
    assert_eq!(limits_of("redness"), None);

    let diary = with_stress();
    let table = tabulate(&diary);
    let chart = |key: &str| {
        let request = ChartRequest::new(&[key], today().plus(-59), today(), today());
        ChartModel::new(&diary, &table, &request).unwrap().alt
    };
    assert!(chart("photo_redness").contains(limits) && !chart("redness").contains(limits));
    let request = ReportRequest::new(today().plus(-59), today(), today());
    let blocks = build(&diary, &table, &request, &|_| true).unwrap().blocks;
    assert!(blocks.iter().any(|block| matches!(block, Block::Aside(words) if words == limits)));
}

#[test]
fn numbers_of_photos_are_never_read_back_as_answers() {
    let diary = with_stress();
    let csv = days_to_csv(&diary, &tabulate(&diary));
    assert!(csv.contains("photo_redness_gap.left_cheek"));
    let found = preview(std::path::Path::new("days.csv"), csv.as_bytes(), &diary, today()).unwrap();
    assert!(found.command.is_none(), "it says what the diary says: {:?}", found.remarks);
    let known = keys(diary.catalogue());
    assert!(known("photo_redness") && known("blind_look.left_cheek") && !known("photo_blueness"));
    let columns = every(diary.catalogue());
    assert_eq!(columns.iter().filter(|column| column.origin == Origin::Photos).count(), 4);
}

#[test]
fn ratings_are_numbers_of_the_day_of_the_photo_and_go_with_the_step_that_gave_them() {
    let mut diary = with(vec![taken(1, 9), taken(2, 4)]);
    let rating = |id, look, redness| (PhotoId(id), BlindRating { on: today(), look, redness, sitting: None });
    let command = Command::RatePhotos { ratings: vec![rating(1, 2, 3), rating(2, 8, 9)] };
    let changes = plan(&diary, command, today()).unwrap();
    put(&mut diary, &changes);
    let table = tabulate(&diary);
    let look: Vec<(Day, f64)> =
        table.column("blind_look").unwrap().answers().map(|(row, value)| (table.day(row), value)).collect();
    assert_eq!(look, [(today().plus(-9), 2.0), (today().plus(-4), 8.0)]);
    assert_eq!(number(&table, "blind_redness.left_cheek", 4), Some(9.0));
    let back: Vec<Change> = changes.into_iter().map(Change::inverse).collect();
    put(&mut diary, &back);
    assert_eq!(tabulate(&diary).column("blind_look"), None);
}
