//! The sample diary: the same for everybody, sound, as full of gaps as a real one, and true to the effects its page promises.

use std::collections::{BTreeMap, BTreeSet};

use gutskin::analysis::before_flares::before_flares;
use gutskin::analysis::food_week::food_week;
use gutskin::columns::{DayTable, tabulate};
use gutskin::edit::{Command, check_page, plan};
use gutskin::model::course::CourseKind;
use gutskin::model::day_record::DayRecord;
use gutskin::model::entry::EntryKind;
use gutskin::model::food_line::FoodId;
use gutskin::model::time::Day;
use gutskin::sample::{self, DAYS, EFFECTS, STEPS};

fn today() -> Day {
    Day::from_ymd(2026, 11, 20).unwrap()
}

#[test]
fn one_seed_makes_one_diary_and_another_seed_another() {
    let first = sample::sample(7, today());
    assert_eq!(first, sample::sample(7, today()));
    assert_ne!(first.pages, sample::sample(8, today()).pages);
}

#[test]
fn every_page_of_many_seeds_and_dates_obeys_the_rules_of_the_diary() {
    for (seed, year) in [(0, 1960), (1, 1972), (u64::MAX, 2024), (42, 2026), (7, 2100)] {
        let today = Day::from_ymd(year, 2, 28).unwrap();
        let diary = sample::diary(seed, today).unwrap();
        for page in diary.day_records() {
            check_page(page, diary.catalogue()).unwrap();
            assert!(page.date <= today);
        }
    }
}

#[test]
fn days_are_missing_as_they_are_in_real_diaries() {
    for seed in 0..20 {
        let diary = sample::diary(seed, today()).unwrap();
        let (first, last) = diary.span().unwrap();
        assert_eq!(last, today());
        assert!(today().days_since(first) < i32::try_from(DAYS).unwrap());
        let share = 1.0 - diary.day_records().len() as f64 / DAYS as f64;
        assert!((0.12..=0.18).contains(&share), "seed {seed}: {share} of the days are missing");
        assert!(diary.day_record(today().plus(-1)).is_some(), "yesterday is there to be copied");

        let days: Vec<Day> = diary.day_records().map(|page| page.date).collect();
        let mut gaps: Vec<i32> = days.windows(2).map(|pair| pair[1].days_since(pair[0]) - 1).collect();
        gaps.sort_unstable();
        assert!(gaps[gaps.len() - 1] >= 10 && gaps[gaps.len() - 2] >= 7, "seed {seed}: longest gaps {gaps:?}");
    }
}

#[test]
fn it_holds_every_kind_of_entry_and_course_and_words_and_times() {
    let diary = sample::diary(1, today()).unwrap();
    let entries = || diary.day_records().flat_map(|page| page.entries.iter());
    for kind in EntryKind::ALL {
        assert!(entries().any(|entry| entry.kind == *kind), "no {}", kind.label());
    }
    let kinds: BTreeSet<CourseKind> = diary.courses().map(|course| course.kind).collect();
    // A habit begins where an idea is tried, and she has tried none.
    assert_eq!(kinds, CourseKind::ALL.iter().copied().filter(|kind| *kind != CourseKind::Habit).collect());
    let antibiotic = diary.courses().find(|course| course.kind == CourseKind::Antibiotic).unwrap();
    assert_eq!(antibiotic.stop.unwrap().days_since(antibiotic.start) + 1, 10);
    assert_eq!(diary.courses().find(|course| course.kind == CourseKind::Topical).unwrap().regions.len(), 2);

    let counted = |kind| diary.day_records().map(|page| page.of_kind(kind).len()).collect::<BTreeSet<usize>>();
    assert!(counted(EntryKind::Stool).is_superset(&BTreeSet::from([0, 1, 2, 3])));
    assert!(counted(EntryKind::Drink).contains(&4), "several timed drinks");
    assert!(entries().any(|entry| entry.region.is_some()));
    assert!(entries().filter(|entry| entry.kind == EntryKind::Meal).any(|meal| meal.text.is_some()));
    assert!(diary.catalogue().get("screen_hours").is_some() && !diary.profile().conditions.is_empty());
}

#[test]
fn she_eats_from_the_table_and_never_says_a_thing_twice() {
    let diary = sample::diary(sample::SEED, today()).unwrap();
    let pantry = diary.pantry();
    let has = |page: &DayRecord, kind: EntryKind| {
        page.entries.iter().any(|entry| entry.kind == kind && !entry.foods.is_empty())
    };
    let days: Vec<_> = diary.day_records().filter(|page| has(page, EntryKind::Meal)).collect();
    assert!(days.len() > 250, "{} days with meals of foods", days.len());
    let menu = |page: &DayRecord| -> Vec<FoodId> {
        let mut foods: Vec<FoodId> = page.entries.iter().flat_map(|entry| &entry.foods).map(|line| line.food).collect();
        foods.sort_unstable();
        foods
    };
    assert!(days.iter().map(|page| menu(page)).collect::<BTreeSet<_>>().len() >= 40, "the days differ");
    let lines = || days.iter().flat_map(|page| &page.entries).flat_map(|entry| &entry.foods);
    assert!(lines().map(|line| line.food).collect::<BTreeSet<_>>().len() > 100, "different foods");
    assert!(lines().any(|line| line.food.is_own()) && lines().any(|line| line.food.is_recipe()));
    assert!(!pantry.templates.is_empty() && !pantry.favourites.is_empty() && !pantry.drinks.is_empty());
    assert!(lines().all(|line| pantry.name(line.food) == Some(line.name.as_str())), "every food is known by its name");
    let meals = |page: &DayRecord| {
        page.entries.iter().filter(|entry| entry.kind == EntryKind::Meal && entry.at.is_some()).count()
    };
    assert!(days.iter().all(|page| meals(page) >= 3), "several meals with their times");
    // What foods answer is not typed as well, or both would be added up.
    for page in diary.day_records() {
        let by_hand: BTreeSet<&str> =
            page.entries.iter().flat_map(|entry| entry.answers.iter()).map(|(key, _)| key.as_str()).collect();
        let meal = ["fibre_g", "plants", "fermented", "ultra_processed", "sugary", "dairy", "gluten", "spicy"];
        assert!(!has(page, EntryKind::Meal) || meal.iter().all(|key| !by_hand.contains(key)), "{}", page.date);
        assert!(!has(page, EntryKind::Drink) || !by_hand.contains("water_ml"), "{}", page.date);
    }
}

#[test]
fn every_view_of_foods_has_something_to_show() {
    let diary = sample::diary(sample::SEED, today()).unwrap();
    let week = food_week(&diary, diary.pantry(), today().plus(-1));
    assert!(week.logged_days >= 5, "{} days", week.logged_days);
    assert!((10..=45).contains(&week.plants.distinct()), "{} plants", week.plants.distinct());
    assert!(week.occasions.share().is_some_and(|share| share > 0.1 && share < 0.9), "{:?}", week.occasions);
    assert!(!week.live_cultures.is_empty() && !week.sugary.is_empty() && week.totals.waters > 0);
    let found = before_flares(&diary, 2, today());
    assert!(found.logged_before >= 10 && found.foods.len() > 30, "{} foods", found.foods.len());
    let table = tabulate(&diary);
    let days = |key: &str| table.column(key).unwrap().answered_days();
    for key in ["fibre_g", "dairy", "sugary", "water_ml", "alcohol_units", "food_plants_7d", "food_zinc_mg"] {
        assert!(days(key) > 200, "{key}: {} days", days(key));
    }
}

#[test]
fn weekends_are_later_and_carry_more_alcohol() {
    let table = tabulate(&sample::complete(3, today(), 1_000).into_diary(today()).unwrap());
    let mean = |key: &str, days: &[usize]| {
        let column = table.column(key).unwrap();
        let found: Vec<f64> = column
            .answers()
            .filter(|(row, _)| days.contains(&table.day(*row).weekday()))
            .map(|(_, value)| value)
            .collect();
        found.iter().sum::<f64>() / found.len() as f64
    };
    assert!(mean("alcohol_units", &[4, 5]) > mean("alcohol_units", &[0, 1, 2, 3]) + 1.0);
    assert!(mean("bed_time", &[5, 6]) > mean("bed_time", &[1, 2, 3]) + 0.5);
}

/// Least squares by Gaussian elimination: the coefficients of `rows` (first entry the outcome, the rest regressors).
fn least_squares(rows: &[Vec<f64>]) -> Vec<f64> {
    let width = rows[0].len();
    // Column `width - 1` of the system is the outcome; an intercept comes first.
    let expanded = rows.iter().map(|row| {
        let mut line = vec![1.0];
        line.extend(&row[1..]);
        line.push(row[0]);
        line
    });
    let mut system = vec![vec![0.0; width + 1]; width];
    for line in expanded {
        for i in 0..width {
            for j in 0..=width {
                system[i][j] += line[i] * line[j];
            }
        }
    }
    for pivot in 0..width {
        for other in 0..width {
            if other != pivot {
                let share = system[other][pivot] / system[pivot][pivot];
                let row = system[pivot].clone();
                for (cell, lead) in system[other].iter_mut().zip(row) {
                    *cell -= share * lead;
                }
            }
        }
    }
    (1..width).map(|i| system[i][width] / system[i][i]).collect()
}

/// Slopes of an outcome on some lags of a factor, jointly, over the rows before the courses begin.
fn slopes(table: &DayTable, outcome: &str, factor: &str, lags: &[usize]) -> Vec<f64> {
    let column = |key: &str| &table.column(key).unwrap().cells;
    let (outcome, factor) = (column(outcome), column(factor));
    let until = table.days - DAYS;
    let rows: Vec<Vec<f64>> = (10..until)
        .map(|row| {
            std::iter::once(outcome[row]).chain(lags.iter().map(|lag| factor[row - lag])).collect::<Option<Vec<f64>>>()
        })
        .map(|row| row.expect("nothing is missing in a complete sample"))
        .collect();
    least_squares(&rows)
}

fn long_table() -> DayTable {
    tabulate(&sample::complete(11, today(), 6_000 + DAYS).into_diary(today()).unwrap())
}

#[test]
fn the_planted_effects_come_back_at_their_lags_in_their_size_and_nowhere_else() {
    let table = long_table();
    for effect in EFFECTS {
        let planted: BTreeMap<usize, f64> = effect.lags.iter().copied().collect();
        let lags: Vec<usize> = (0..=6).collect();
        let found = slopes(&table, effect.outcome, effect.factor, &lags);
        let largest = planted.values().fold(0.0_f64, |most, size| most.max(size.abs()));
        for (lag, slope) in lags.iter().zip(&found) {
            let size = planted.get(lag).copied().unwrap_or(0.0);
            // Rounding to the scale and its ends takes a little away; chance adds up to a tenth.
            assert!(
                (slope - size).abs() < 0.15 * largest,
                "{} on {} after {lag} days: planted {size}, found {slope:.3}",
                effect.factor,
                effect.outcome
            );
        }
    }
}

#[test]
fn what_is_said_to_have_no_bearing_has_none() {
    let table = long_table();
    // Three and a half standard errors of a slope over 6,000 days, or more.
    let outcomes = [("redness", 0.07), ("itch", 0.1), ("inflamed", 0.15), ("bloating", 0.1), ("flushes", 0.08)];
    for factor in ["coffee_cups", "spicy", "gluten", "fermented", "screen_hours"] {
        for (outcome, most) in outcomes {
            for slope in slopes(&table, outcome, factor, &[0, 1, 2, 3]) {
                assert!(slope.abs() < most, "{factor} on {outcome}: {slope:.3}");
            }
        }
    }
    // Sweets follow stress, so alone they seem to matter; beside stress they do not.
    let column = |key: &str| &table.column(key).unwrap().cells;
    let (redness, sweets, stress) = (column("redness"), column("sugary"), column("stress"));
    let alone = slopes(&table, "redness", "sugary", &[1])[0];
    let rows: Vec<Vec<f64>> = (10..table.days - DAYS)
        .map(|row| vec![redness[row], sweets[row - 1], stress[row - 1], stress[row - 2]])
        .map(|row| row.into_iter().collect::<Option<Vec<f64>>>().unwrap())
        .collect();
    let beside = least_squares(&rows)[0];
    assert!(alone > 0.08 && beside.abs() < 0.03, "alone {alone:.3}, beside stress {beside:.3}");
}

#[test]
fn the_planted_steps_stand_while_their_courses_act() {
    for step in STEPS {
        let mut differences = Vec::new();
        for seed in 0..40 {
            let made = sample::complete(seed, today(), DAYS + 60);
            let course = made.courses.iter().find(|course| course.kind == step.course).unwrap().clone();
            let table = tabulate(&made.into_diary(today()).unwrap());
            let mean = |from: Day, to: Day| {
                let rows = table.row(from).unwrap()..=table.row(to).unwrap();
                let found: Vec<f64> = rows.filter_map(|row| table.column(step.outcome).unwrap().cells[row]).collect();
                found.iter().sum::<f64>() / found.len() as f64
            };
            let (on, off) = (course.start.plus(step.after_start), course.stop.unwrap().plus(step.after_stop));
            let before = mean(on.plus(-30), on.plus(-1));
            let after = mean(off.plus(1), off.plus(30));
            differences.push(mean(on, off) - f64::midpoint(before, after));
        }
        let found = differences.iter().sum::<f64>() / differences.len() as f64;
        assert!(
            (found - step.size).abs() < 0.2 * step.size.abs(),
            "{}: planted {}, found {found:.3}",
            step.outcome,
            step.size
        );
    }
}

#[test]
fn playing_it_in_twice_adds_nothing() {
    let made = sample::sample(5, today());
    let diary = made.clone().into_diary(today()).unwrap();
    let again = Command::Import {
        source: "the sample diary".to_owned(),
        pages: made.pages,
        courses: made.courses,
        trackables: made.trackables,
        pantry: Box::new(made.pantry),
        replace: false,
    };
    assert_eq!(plan(&diary, again, today()).unwrap(), Vec::new());
}
