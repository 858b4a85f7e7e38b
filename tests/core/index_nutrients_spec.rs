//! Nutrient cover as an index: what of the references is reached by hand, what a day needs to count, and what pills add.

use gutskin::columns::{IndexReading, index_readings, tabulate};
use gutskin::model::course::CourseKind;
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::profile::{SafetyQuestion, Sex};

use super::commands::today;
use super::index_spec::{near, part, person, read_of, table};
use super::lower_bounds::{BEEF_LIVER, BLUEBERRIES, OATS, course, eat};

pub const SUGAR: u32 = 91_101_010;
pub const LENTILS: u32 = super::lower_bounds::LENTILS_RAW_RED;

// Nutrient cover

/// Oats, berries and liver on the last so many days.
pub fn eats_well(days: i32) -> Diary {
    let mut diary = person(Some(Sex::Female), 1990, &[], &[]);
    for ago in 0..days {
        eat(&mut diary, ago, EntryKind::Meal, &[(OATS, 100.0), (BLUEBERRIES, 200.0), (BEEF_LIVER, 10.0)]);
    }
    diary
}

#[test]
fn nutrient_cover_is_the_mean_share_of_the_references_by_hand() {
    let diary = eats_well(14);
    let reading = read_of(&diary, &tabulate(&diary), "index_cover");
    // Oats 100 g, blueberries 200 g, braised beef liver 10 g; vitamin A: 2 * 3 + 944.2 of 650 at least.
    near(part(&reading, "Vitamin A"), 1.0);
    assert_eq!(reading.remarks, ["rough"]);
    let values: Vec<f64> = reading.parts.iter().map(|part| part.value.unwrap()).collect();
    assert!(values.iter().all(|value| (0.0..=1.0).contains(value)), "{values:?}");
    let mean = 100.0 * values.iter().sum::<f64>() / 6.0;
    assert_eq!(reading.value, Some(mean.round()));
}

#[test]
fn a_day_counts_for_a_nutrient_from_nine_tenths_of_its_weight() {
    let with = |unknown_grams: f64| {
        let mut diary = Diary::default();
        for ago in 0..14 {
            eat(
                &mut diary,
                ago,
                EntryKind::Meal,
                &[(OATS, 100.0), (BLUEBERRIES, 260.0), (LENTILS, unknown_grams), (94_000_100, 2000.0)],
            );
        }
        let reading = read_of(&diary, &tabulate(&diary), "index_cover");
        reading.parts.into_iter().find(|part| part.label == "Vitamin E").unwrap()
    };
    assert!(with(40.0).value.is_some(), "360 of 400 g are known; water has no say");
    assert_eq!((with(41.0).value, with(41.0).answered_days), (None, 0));
}

#[test]
fn eight_days_and_four_of_six_nutrients_are_needed() {
    for (days, there) in [(7, false), (8, true)] {
        let diary = eats_well(days);
        assert_eq!(read_of(&diary, &tabulate(&diary), "index_cover").value.is_some(), there, "{days} days");
    }
}

#[test]
fn pills_are_added_where_they_can_be_read_and_never_above_the_limit() {
    let zinc = |dose: Option<&str>| {
        let mut diary = eats_well(14);
        if let Some(dose) = dose {
            course(&mut diary, CourseKind::Supplement, "Zinc", dose, 60);
        }
        part(&read_of(&diary, &tabulate(&diary), "index_cover"), "Zinc").unwrap()
    };
    let food = zinc(None);
    assert!(food < 0.8, "{food}");
    assert!((zinc(Some("1 mg")) - food - 1.0 / 9.3).abs() < 1e-9);
    assert_eq!(zinc(Some("15 mg")), 1.0);
    assert_eq!(zinc(Some("50 mg")), food, "above the limit it adds nothing");
    assert_eq!(zinc(Some("a tablet")), food, "nobody knows how much it is");
}

#[test]
fn probiotic_pills_and_pills_above_the_limit_change_no_index() {
    let mut diary = eats_well(14);
    let table = tabulate(&diary);
    let before = index_readings(&diary, &table, today());
    course(&mut diary, CourseKind::Probiotic, "LGG", "10 billion", 14);
    for name in ["Zinc", "Vitamin A", "Vitamin E", "Selenium"] {
        course(&mut diary, CourseKind::Supplement, name, "5 g", 60);
    }
    let values = |readings: &[IndexReading]| readings.iter().map(|reading| reading.value).collect::<Vec<_>>();
    assert_eq!(values(&index_readings(&diary, &tabulate(&diary), today())), values(&before));
}

#[test]
fn absorption_is_unknown_with_a_bowel_disease_or_mostly_loose_stools() {
    let says = |diary: &Diary, stools: &[Option<f64>]| {
        read_of(diary, &table(&[("stool", stools)]), "index_cover").remarks.contains(&"absorption unknown")
    };
    assert!(says(&person(None, 1990, &[SafetyQuestion::BowelOrSwallowing], &[]), &[None]));
    assert!(says(&Diary::default(), &[Some(5.5), Some(6.0), Some(4.0)]));
    assert!(!says(&Diary::default(), &[Some(5.5), Some(4.0)]), "half of the days is not over half");
    assert!(!says(&Diary::default(), &[None]));
}
