//! One change on one date: the numbers of independent programs, the guards, the words, and how often a step is shown where
//! there is none.

use std::fs;
use std::path::Path;

use gutskin::analysis::before_after::{
    BeforeAfter, Occasion, OccasionKind, TooLittle, before_after, occasions, what_else, words,
};
use gutskin::analysis::engine::kalman::Noise;
use gutskin::analysis::gls;
use gutskin::columns::{Column, ColumnSpec, DayTable, Origin, Role, Scale, tabulate};
use gutskin::model::body_system::BodySystem;
use gutskin::model::course::CourseKind;
use gutskin::model::time::Day;
use gutskin::sample;
use serde_json::Value;

use super::simulator::{Setting, simulate};

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

fn close(found: f64, expected: f64, what: &str) {
    assert!((found - expected).abs() <= 1e-6 * expected.abs().max(1e-3), "{what}: {found} is not {expected}");
}

#[test]
fn coefficients_errors_and_intervals_are_those_of_statsmodels() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/vectors/05_segmented.json");
    let file: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let cells: Vec<Option<f64>> = file["y"].as_array().unwrap().iter().map(Value::as_f64).collect();
    let days = cells.len();
    let since = |day: usize| day as f64 - file["t0"].as_f64().unwrap();
    let post = |day: usize| if since(day) >= 0.0 { 1.0 } else { 0.0 };
    let mut columns: Vec<Vec<f64>> =
        vec![vec![1.0; days], (0..days).map(post).collect(), (0..days).map(|day| since(day) / 100.0).collect()];
    for name in ["level_trend", "level_trend_slope"] {
        if name == "level_trend_slope" {
            columns.push((0..days).map(|day| post(day) * since(day) / 100.0).collect());
        }
        let expected = &file["fits"][name];
        let noise = Noise { phi: expected["gls_phi"].as_f64().unwrap(), eta: expected["gls_eta"].as_f64().unwrap() };
        let fit = gls::fit(&cells, &columns, Some(noise)).unwrap();
        for (at, (slope, error)) in numbers(&expected["gls_coef"]).iter().zip(numbers(&expected["gls_se"])).enumerate()
        {
            close(fit.slopes[at], *slope, &format!("{name}, slope {at}"));
            close(fit.errors[at], error, &format!("{name}, error {at}"));
            let ends = numbers(&expected["ci95_df_eff"][at]);
            close(fit.interval(at, fit.effective_df()).0, ends[0], &format!("{name}, lower end {at}"));
            close(fit.interval(at, fit.effective_df()).1, ends[1], &format!("{name}, upper end {at}"));
            let ends = numbers(&expected["gls_ci95"][at]);
            close(fit.interval(at, fit.free()).0, ends[0], &format!("{name}, lower end {at}, all days"));
            close(fit.interval(at, fit.free()).1, ends[1], &format!("{name}, upper end {at}, all days"));
        }
        close(fit.effective_df(), expected["df_eff"].as_f64().unwrap(), name);
        close(fit.effective_df() + columns.len() as f64, expected["n_eff"].as_f64().unwrap(), name);
    }
    // The noise model by itself is the best point of the grid.
    let fit = gls::fit(&cells, &columns[..3], None).unwrap();
    assert_eq!(Some(fit.noise.phi), file["reml"]["best_phi"].as_f64());
    assert_eq!(Some(fit.noise.eta), file["reml"]["best_eta"].as_f64());
}

/// Digits without a pattern, with `step` added from day `at` on.
fn table(days: usize, at: usize, step: f64) -> DayTable {
    let mut state = 11_u64;
    let cells = (0..days).map(|day| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let digit = f64::from(u8::try_from((state >> 33) % 5).unwrap());
        Some(digit + if day >= at { step } else { 0.0 })
    });
    let itch = ColumnSpec::new("itch", "Itch", Role::Outcome, Origin::Logged).outcome(BodySystem::Skin);
    let spec = ColumnSpec { unit: "points".to_owned(), scale: Scale::Points, ..itch };
    let column = Column { spec, cells: cells.collect() };
    DayTable::new(Day::from_ymd(2026, 1, 5).unwrap(), days, vec![column])
}

fn compare(table: &DayTable, at: usize, onset_days: usize) -> Result<BeforeAfter, TooLittle> {
    before_after(table, "itch", table.day(at), onset_days)
}

#[test]
fn a_large_step_is_possible_and_no_more() {
    let table = table(120, 60, 3.0);
    let found = compare(&table, 60, 0).unwrap();
    assert!(found.is_possible() && found.interval.0 < 3.0 && found.interval.1 > 3.0, "{found:?}");
    assert_eq!(found.days_used, (60, 60));
    let (before, after) = (found.line[59].value, found.line[60].value);
    assert!((after - before - found.step).abs() < 0.1, "the line jumps by the step");
    let said = words::sentences(&found, &table.columns[0], &[]).join(" ");
    assert!(said.starts_with("After the change, itch was ") && said.contains("points higher"), "{said}");
    assert!(said.contains("95 % interval") && said.contains("possible: ") && said.contains("60 days before, 60 after"));
    for word in ["because", "cause", "due to", "effect of", "improve"] {
        assert!(!said.contains(word), "“{word}” stands in: {said}");
    }
}

#[test]
fn days_of_a_slow_onset_are_left_out() {
    let found = compare(&table(120, 60, 3.0), 60, 14).unwrap();
    assert_eq!(found.days_used, (60, 46));
    assert!(found.line.iter().all(|point| !(60..74).contains(&point.row)));
}

#[test]
fn too_few_days_on_a_side_give_counts_and_no_number() {
    let short = table(120, 10, 3.0);
    assert_eq!(compare(&short, 10, 0), Err(TooLittle::Days { before: 10, after: 30 }));
    assert_eq!(compare(&short, 110, 5), Err(TooLittle::Days { before: 15, after: 5 }));
    assert_eq!(
        words::too_little(&TooLittle::Days { before: 10, after: 30 }, "Itch"),
        "Itch: logged on 10 days before the change and 30 after it; 21 are needed on each side."
    );
    assert_eq!(before_after(&short, "itch", short.first.plus(400), 0), Err(TooLittle::NotInDiary));
    assert_eq!(before_after(&short, "none", short.first, 0), Err(TooLittle::NoOutcome));
    let mut flat = table(120, 60, 0.0);
    flat.columns[0].cells.fill(Some(2.0));
    assert_eq!(compare(&flat, 60, 0), Err(TooLittle::NoVariation));
    // An onset longer than the diary, and a change on its first day.
    compare(&short, 60, 100_000).unwrap_err();
    compare(&short, 0, 0).unwrap_err();
}

#[test]
fn a_change_on_a_bad_stretch_is_said_to_be_one() {
    let mut table = table(120, 60, 0.0);
    assert_eq!(compare(&table, 60, 0).unwrap().stretch, None);
    table.columns[0].cells[53..60].fill(Some(9.0));
    let found = compare(&table, 60, 0).unwrap();
    assert!(found.stretch.unwrap() > 1.0);
    let said = words::stretch(&found, &table.columns[0]).unwrap();
    assert!(said.contains("already higher than usual") && said.contains("to be expected"), "{said}");
}

#[test]
fn a_course_knows_what_else_changed_around_it() {
    let diary = sample::diary(sample::SEED, Day::from_ymd(2026, 11, 20).unwrap()).unwrap();
    let all = occasions(&diary);
    let antibiotic = diary.courses().find(|course| course.kind == CourseKind::Antibiotic).unwrap();
    let start = all.iter().find(|occasion| occasion.kind == OccasionKind::Start(antibiotic.id)).unwrap();
    let others: Vec<String> = what_else(&diary, start).into_iter().map(|other| other.label).collect();
    assert!(others.contains(&"Probiotic capsules started".to_owned()), "{others:?}");
    assert!(others.contains(&format!("{} stopped", antibiotic.name)), "{others:?}");
    assert!(!others.contains(&start.label), "{others:?}");
    let quiet =
        Occasion { day: Day::from_ymd(2020, 4, 15).unwrap(), kind: OccasionKind::Event, label: "Moved".to_owned() };
    assert!(what_else(&diary, &quiet).is_empty());
}

#[test]
fn the_planted_step_of_the_sample_lies_within_its_interval() {
    let diary = sample::diary(sample::SEED, Day::from_ymd(2026, 11, 20).unwrap()).unwrap();
    let table = tabulate(&diary);
    let step = sample::STEPS[0];
    let course = diary.courses().find(|course| course.kind == step.course).unwrap();
    let onset = usize::try_from(step.after_start).unwrap();
    let found = before_after(&table, step.outcome, course.start, onset).unwrap();
    assert!(found.interval.0 <= step.size && step.size <= found.interval.1, "{found:?}");
}

#[test]
fn where_nothing_changes_a_step_is_shown_about_once_in_twenty_times() {
    let (mut compared, mut shown) = (0.0, 0.0);
    for seed in 0..40 {
        let setting = Setting { days: 150, factors: 1, outcomes: 3, empty_share: 1.0 };
        let diary = simulate(31_000 + seed, setting);
        let at = 50 + usize::try_from(seed).unwrap();
        for column in &diary.table.columns[1..] {
            let found = before_after(&diary.table, &column.key, diary.table.day(at), 0).unwrap();
            compared += 1.0;
            shown += f64::from(u8::from(found.is_possible()));
        }
    }
    assert!(shown / compared <= 0.10, "{shown} of {compared}");
}
