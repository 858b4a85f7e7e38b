//! The methods of other programs against the numbers of statsmodels and scipy: what is held beside the engine must be what
//! those programs would really say. Each file says how it was made and how close is close enough.

use std::fs;
use std::path::Path;

use super::other_methods::coefficients::Coefficients;
use super::other_methods::correlation::{kendall_tau_b, pearson, spearman, together};
use super::other_methods::family::{benjamini_yekutieli, holm, simes};
use super::other_methods::least_squares::LeastSquares;
use super::other_methods::newey_west::newey_west;
use super::other_methods::two_samples::{mann_whitney, welch};
use gutskin::analysis::engine::combine::benjamini_hochberg;
use gutskin::analysis::engine::minimum::split_at_median;
use serde_json::Value;

fn vectors(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/vectors").join(name);
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(number).collect()
}

fn cells(value: &Value) -> Vec<Option<f64>> {
    value.as_array().unwrap().iter().map(Value::as_f64).collect()
}

/// Relative 1e-6; below 1e-12 relative 1e-3.
fn close(found: f64, expected: &Value, what: &str) {
    let expected = number(expected);
    let relative = if expected.abs() < 1e-12 { 1e-3 } else { 1e-6 };
    assert!((found - expected).abs() <= relative * expected.abs(), "{what}: {found:e} is not {expected:e}");
}

fn all_close(found: impl IntoIterator<Item = f64>, expected: &Value, what: &str) {
    let expected = expected.as_array().unwrap();
    let found: Vec<f64> = found.into_iter().collect();
    assert_eq!(found.len(), expected.len(), "{what}");
    for (at, (found, expected)) in found.into_iter().zip(expected).enumerate() {
        close(found, expected, &format!("{what} {at}"));
    }
}

fn errors_are(found: &Coefficients, expected: &Value, what: &str) {
    let columns = 0..found.values.len();
    all_close(columns.clone().map(|at| found.error(at)), &expected["se"], &format!("{what}, se"));
    all_close(columns.clone().map(|at| found.t(at)), &expected["t"], &format!("{what}, t"));
    all_close(columns.map(|at| found.p(at)), &expected["p"], &format!("{what}, p"));
}

#[test]
fn a_regression_and_its_newey_west_errors_are_those_of_statsmodels() {
    let file = vectors("01_ols_hac.json");
    let rows: Vec<Vec<f64>> = file["X"].as_array().unwrap().iter().map(numbers).collect();
    let columns: Vec<Vec<f64>> = (0..rows[0].len()).map(|at| rows.iter().map(|row| row[at]).collect()).collect();
    let fit = LeastSquares::fit(&columns, &numbers(&file["y"])).unwrap();
    all_close(fit.values.iter().copied(), &file["ols"]["coef"], "coefficient");
    errors_are(&fit.coefficients(), &file["ols"], "plain");
    close(fit.r_squared, &file["ols"]["r2"], "r squared");
    close(fit.variance, &file["ols"]["sigma2"], "variance");
    let settings = file["hac"].as_object().unwrap();
    assert_eq!(settings.len(), 8);
    for (name, expected) in settings {
        let (lags, small_sample) = name.split_once(',').unwrap();
        let lags = lags.strip_prefix("maxlags=").unwrap().parse().unwrap();
        let found = newey_west(&fit, lags, small_sample == "small_sample_correction=true");
        errors_are(&found, expected, name);
        all_close((0..columns.len()).map(|at| found.interval(at).0), &expected["ci_lo"], name);
        all_close((0..columns.len()).map(|at| found.interval(at).1), &expected["ci_hi"], name);
    }
    let joint = newey_west(&fit, 7, true).joint(&[1, 2]).unwrap();
    close(joint.f, &file["wald"]["F"], "joint F");
    close(joint.df.0, &file["wald"]["df_num"], "coefficients");
    close(joint.df.1, &file["wald"]["df_den"], "degrees of freedom");
    close(joint.p, &file["wald"]["p"], "joint p");
}

#[test]
fn a_step_by_least_squares_is_that_of_statsmodels_also_with_gaps() {
    let file = vectors("05_segmented.json");
    let logged: Vec<(f64, f64)> =
        (0..).zip(cells(&file["y"])).filter_map(|(day, y)| Some((f64::from(day), y?))).collect();
    let since: Vec<f64> = logged.iter().map(|(day, _)| day - number(&file["t0"])).collect();
    let post: Vec<f64> = since.iter().map(|day| if *day >= 0.0 { 1.0 } else { 0.0 }).collect();
    let line: Vec<f64> = since.iter().map(|day| day / 100.0).collect();
    let bend: Vec<f64> = post.iter().zip(&line).map(|(post, line)| post * line).collect();
    let series: Vec<f64> = logged.iter().map(|(_, value)| *value).collect();
    let columns = [vec![1.0; series.len()], post, line, bend];
    for (name, count) in [("level_trend", 3), ("level_trend_slope", 4)] {
        let expected = &file["fits"][name];
        let fit = LeastSquares::fit(&columns[..count], &series).unwrap();
        let (plain, robust) = (fit.coefficients(), newey_west(&fit, 6, true));
        all_close(fit.values.iter().copied(), &expected["coef"], name);
        all_close((0..count).map(|at| plain.error(at)), &expected["se_ols"], name);
        all_close((0..count).map(|at| robust.error(at)), &expected["se_hac6"], name);
        all_close((0..count).map(|at| robust.p(at)), &expected["p_hac6"], name);
    }
}

#[test]
fn correlations_at_lags_with_ties_and_gaps_are_those_of_scipy() {
    let file = vectors("03_correlation.json");
    let (factor, outcome) = (cells(&file["factor"]), cells(&file["outcome"]));
    let lags = file["lags"].as_array().unwrap();
    assert_eq!(lags.len(), 8);
    for expected in lags {
        let lag = usize::try_from(expected["lag"].as_u64().unwrap()).unwrap();
        let what = format!("lag {lag}");
        let (x, y) = together(&factor, &outcome, lag);
        let (by_value, by_rank) = (pearson(&x, &y).unwrap(), spearman(&x, &y).unwrap());
        assert_eq!((by_value.n as u64, by_rank.n), (expected["n"].as_u64().unwrap(), by_value.n), "{what}");
        close(by_value.r, &expected["pearson"], &what);
        close(by_value.p, &expected["pearson_p"], &what);
        close(by_rank.r, &expected["spearman"], &what);
        close(by_rank.p, &expected["spearman_p"], &what);
        close(kendall_tau_b(&x, &y).unwrap(), &expected["kendall_b"], &what);
    }
}

#[test]
fn two_groups_of_days_are_compared_as_scipy_compares_them() {
    let file = vectors("03_correlation.json");
    let (factor, outcome) = together(&cells(&file["factor"]), &cells(&file["outcome"]), 0);
    let on = split_at_median(&factor);
    let side = |wanted: bool| -> Vec<f64> {
        outcome.iter().zip(&on).filter(|(_, on)| **on == wanted).map(|(value, _)| *value).collect()
    };
    let (high, low) = (side(true), side(false));
    let expected = &file["welch"];
    assert_eq!(Some(high.len() as u64), expected["n_high"].as_u64());
    assert_eq!(Some(low.len() as u64), expected["n_low"].as_u64());
    let found = welch(&high, &low).unwrap();
    close(found.difference, &expected["diff"], "difference");
    close(found.t, &expected["t"], "t");
    close(found.df, &expected["df"], "degrees of freedom");
    close(found.p, &expected["p"], "p");
    all_close([found.interval.0, found.interval.1], &expected["ci95"], "interval");
    let ranked = mann_whitney(&high, &low).unwrap();
    close(ranked.u, &expected["mannwhitney_U"], "U");
    close(ranked.p, &expected["mannwhitney_p"], "p of U");
}

#[test]
fn families_of_tests_are_adjusted_as_statsmodels_adjusts_them() {
    let file = vectors("02_multiple_testing.json");
    let p = numbers(&file["p"]);
    all_close(benjamini_yekutieli(&p), &file["by"], "by");
    all_close(holm(&p), &file["holm"], "holm");
    close(simes(&p), &file["simes_all"], "simes");
    let rejected: Vec<Value> = benjamini_hochberg(&p).into_iter().map(|q| Value::from(q <= 0.10)).collect();
    assert_eq!(Value::from(rejected), file["reject_bh_q10"]);
}

#[test]
fn where_a_method_has_nothing_to_say_it_says_nothing() {
    let flat = [0.1; 12];
    let rising: Vec<f64> = (0..12).map(f64::from).collect();
    assert_eq!(pearson(&flat, &rising), None);
    assert_eq!(spearman(&rising, &flat), None);
    assert_eq!(kendall_tau_b(&flat, &rising), None);
    assert_eq!(pearson(&rising[..2], &rising[..2]), None);
    assert_eq!(pearson(&rising, &rising).map(|same| (same.r, same.p)), Some((1.0, 0.0)));
    assert_eq!(together(&[Some(1.0)], &[Some(1.0)], 5), (vec![], vec![]));
    assert_eq!(welch(&flat, &[0.2; 5]), None);
    assert_eq!(welch(&rising, &[1.0]), None);
    assert_eq!(mann_whitney(&flat, &flat), None);
    assert_eq!(mann_whitney(&[], &rising), None);
    // A column twice, a column of nothing, and as many columns as days.
    let level = vec![1.0; 12];
    assert_eq!(LeastSquares::fit(&[level.clone(), rising.clone(), rising.clone()], &flat), None);
    assert_eq!(LeastSquares::fit(&[level.clone(), vec![0.0; 12]], &rising), None);
    assert_eq!(LeastSquares::fit(&[vec![1.0]], &[3.0]), None);
    // A series that the columns hold whole leaves no error to test by.
    let exact = LeastSquares::fit(&[level], &[0.0; 12]).unwrap();
    assert_eq!(newey_west(&exact, 3, true).joint(&[0]), None);
    assert_eq!((benjamini_yekutieli(&[]), holm(&[]), simes(&[])), (vec![], vec![], 1.0));
    assert_eq!(split_at_median(&[]), Vec::<bool>::new());
    assert_eq!(split_at_median(&[2.0]), [true]);
}
