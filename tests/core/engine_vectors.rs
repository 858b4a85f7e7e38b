//! The engine against results made by independent programs (statsmodels, scipy, dense algebra) and by the reference
//! implementation. Each file says how it was made and how close is close enough.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use gutskin::analysis::engine::combine::{benjamini_hochberg, cauchy};
use gutskin::analysis::engine::impute::impute;
use gutskin::analysis::engine::kalman::{KalmanGains, Noise};
use gutskin::analysis::engine::likelihood::Likelihood;
use gutskin::analysis::engine::noise::{ETAS, PHIS, fit, restricted_likelihood};
use gutskin::analysis::engine::windows::{WEIGHTS, WINDOWS};
use gutskin::analysis::engine::{Plan, search};
use gutskin::columns::{Column, ColumnIndex, ColumnSpec, DayTable, Origin, Role};
use gutskin::model::body_system::BodySystem;
use gutskin::model::time::Day;
use serde_json::{Value, json};

fn vectors(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/vectors").join(name);
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

fn cells(value: &Value) -> Vec<Option<f64>> {
    value.as_array().unwrap().iter().map(Value::as_f64).collect()
}

/// Relative 1e-6; below 1e-12 relative 1e-3.
fn close(found: f64, expected: f64, what: &str) {
    let relative = if expected.abs() < 1e-12 { 1e-3 } else { 1e-6 };
    let scale = expected.abs().max(1e-300);
    assert!((found - expected).abs() <= relative * scale, "{what}: {found:e} is not {expected:e}");
}

/// As [`close`], for p-values of the reference: it forms 0.5 - p, which holds p to half a unit in the last place of 0.5 only.
/// Over a family of some forty pairs that is 1e-15 in q.
fn close_p(found: f64, expected: f64, what: &str) {
    if (found - expected).abs() > 1e-15 {
        close(found, expected, what);
    }
}

fn all_close(found: &[f64], expected: &[f64], what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (index, (found, expected)) in found.iter().zip(expected).enumerate() {
        // Residuals pass through 0, where only the absolute error says anything.
        if (found - expected).abs() > 1e-9 {
            close(*found, *expected, &format!("{what} {index}"));
        }
    }
}

#[test]
fn adjusted_and_combined_p_values_are_those_of_statsmodels_and_scipy() {
    let file = vectors("02_multiple_testing.json");
    let p = numbers(&file["p"]);
    all_close(&benjamini_hochberg(&p), &numbers(&file["bh"]), "bh");
    let equal = |count: usize| vec![1.0 / count as f64; count];
    close(cauchy(p.iter().copied(), equal(p.len())), file["cauchy_equal"].as_f64().unwrap(), "cauchy");
    let tiny = numbers(&file["tiny"]["p"]);
    close(cauchy(tiny.iter().copied(), equal(3)), file["tiny"]["cauchy_equal"].as_f64().unwrap(), "cauchy, tiny p");
    for (window, expected) in WINDOWS.iter().zip(file["windows"].as_array().unwrap()) {
        assert_eq!(vec![window.lag as f64, window.width as f64], numbers(expected));
    }
    let windows = cauchy(numbers(&file["window_p"]), WEIGHTS.iter().copied());
    close(windows, file["window_cauchy"].as_f64().unwrap(), "window weights");
}

#[test]
fn innovations_are_those_of_a_dense_cholesky_factor_and_gaps_are_filled_from_own_days() {
    let file = vectors("06_whitening.json");
    let value = cells(&file["value"]);
    let logged: Vec<bool> = value.iter().map(Option::is_some).collect();
    let column: Vec<f64> = value.iter().map(|cell| cell.map_or(0.0, |value| value - 3.0)).collect();
    for (name, expected) in file["results"].as_object().unwrap() {
        let part =
            |key: &str| -> f64 { name.split(',').find_map(|part| part.strip_prefix(key)).unwrap().parse().unwrap() };
        let gains = KalmanGains::new(Noise { phi: part("phi="), eta: part("eta=") }, &logged);
        all_close(&gains.whiten(&column), &numbers(&expected["whitened"]), name);
        let expected = expected["logdet"].as_f64().unwrap();
        assert!((gains.log_determinant - expected).abs() < 1e-6, "{name}: {}", gains.log_determinant);
    }
    // The weekday of the first day is said in the file's words; the filled series is the same only for the right one.
    let filled = numbers(&file["fill"]["filled"]);
    let weekday = file["fill"]["weekday0"].as_u64().or(file["fill"]["dow0"].as_u64()).unwrap_or(0);
    all_close(&impute(&cells(&file["fill"]["x"]), usize::try_from(weekday).unwrap()), &filled, "filled");
}

#[test]
fn the_noise_model_is_the_best_of_the_grid() {
    let file = vectors("05_segmented.json");
    let value = cells(&file["y"]);
    let logged: Vec<bool> = value.iter().map(Option::is_some).collect();
    // The likelihoods are those of the outcome with mean 0 and population standard deviation 1.
    let answered: Vec<f64> = value.iter().flatten().copied().collect();
    let n = answered.len() as f64;
    let mean = answered.iter().sum::<f64>() / n;
    let sd = (answered.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / n).sqrt();
    let column: Vec<f64> = value.iter().map(|cell| cell.map_or(0.0, |value| (value - mean) / sd)).collect();
    let t0 = file["t0"].as_f64().unwrap();
    let day = |index: usize| index as f64;
    let all = 0..value.len();
    let columns = vec![
        vec![1.0; value.len()],
        all.clone().map(|index| if day(index) >= t0 { 1.0 } else { 0.0 }).collect(),
        all.map(|index| (day(index) - t0) / 100.0).collect(),
    ];
    let reml = &file["reml"];
    assert_eq!(numbers(&reml["grid_phi"]), PHIS);
    assert_eq!(numbers(&reml["grid_eta"]), ETAS);
    let best = json!({ "phi": reml["best_phi"], "eta": reml["best_eta"], "value": reml["best"] });
    let likelihood = Likelihood::new(&column, &logged, &columns);
    for point in reml["others"].as_array().unwrap().iter().chain([&best]) {
        let noise = Noise { phi: point["phi"].as_f64().unwrap(), eta: point["eta"].as_f64().unwrap() };
        let expected = point["value"].as_f64().unwrap();
        // The slow way, and the quick one that is taken where no digits are lost.
        close(restricted_likelihood(noise, &column, &logged, &columns), expected, &format!("{noise:?}"));
        close(likelihood.at(noise).unwrap().value, expected, &format!("{noise:?}, quickly"));
    }
    let noise = fit(&column, &logged, &columns);
    assert_eq!(Some(noise.phi), reml["best_phi"].as_f64());
    assert_eq!(Some(noise.eta), reml["best_eta"].as_f64());
}

fn table_of(file: &Value) -> DayTable {
    let text = file["csv"].as_str().unwrap();
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().unwrap().split(',').collect();
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    let day = |text: &str| text.parse::<Day>().unwrap();
    let (first, last) = (day(rows[0][0]), day(rows[rows.len() - 1][0]));
    let days = usize::try_from(last.days_since(first)).unwrap() + 1;
    let spec = |name: &str| {
        let factor = ColumnSpec::new(name, name, Role::Factor, Origin::Logged);
        let schema = file["schema"].as_array().unwrap();
        match schema.iter().find(|entry| entry["name"] == name).unwrap()["role"].as_str().unwrap() {
            "factor" => factor,
            "gut" => factor.outcome(BodySystem::Gut),
            _ => factor.outcome(BodySystem::Skin),
        }
    };
    let columns = head.iter().enumerate().skip(1).map(|(place, name)| {
        let mut cells = vec![None; days];
        for row in &rows {
            let at = usize::try_from(day(row[0]).days_since(first)).unwrap();
            cells[at] = row[place].parse().ok();
        }
        Column { spec: spec(name), cells }
    });
    DayTable::new(first, days, columns.collect())
}

fn whole_engine(name: &str) {
    let file = vectors(name);
    let table = table_of(&file);
    let plan = Plan::of_diary(&table);
    let found = search(&table, &plan, table.days, &|_| true).unwrap();
    let key = |index: ColumnIndex| table[index].key.clone();
    let place = |name: &str| table.position(name).unwrap();
    for (outcome, expected) in file["outcomes"].as_object().unwrap() {
        let (n, nuisance, sd, phi, eta) = found.models[&place(outcome)];
        assert_eq!(n as u64, expected["n"].as_u64().unwrap(), "{outcome}");
        assert_eq!(nuisance as u64, expected["nuisance_columns"].as_u64().unwrap(), "{outcome}");
        close(sd, expected["sd"].as_f64().unwrap(), outcome);
        assert_eq!((Some(phi), Some(eta)), (expected["phi"].as_f64(), expected["eta"].as_f64()), "{outcome}");
    }
    let pairs: BTreeMap<(String, String), _> =
        found.pairs.iter().map(|pair| ((key(pair.factor), key(pair.outcome)), pair)).collect();
    let expected = file["pairs"].as_array().unwrap();
    assert_eq!(pairs.len(), expected.len(), "pairs tested");
    for entry in expected {
        let (factor, outcome) = (entry["factor"].as_str().unwrap(), entry["outcome"].as_str().unwrap());
        let pair = pairs[&(factor.to_owned(), outcome.to_owned())];
        let what = format!("{factor} on {outcome}");
        close_p(pair.verdict.marginal, entry["p_alone"].as_f64().unwrap(), &format!("{what}, alone"));
        close_p(pair.verdict.adjusted, entry["p_adjusted"].as_f64().unwrap(), &format!("{what}, adjusted"));
        close_p(pair.verdict.challenged, entry["p_after_challenge"].as_f64().unwrap(), &format!("{what}, challenged"));
        close_p(pair.q, entry["q"].as_f64().unwrap(), &format!("{what}, q"));
    }
    let expected = file["claims"].as_array().unwrap();
    assert_eq!(found.discoveries.len(), expected.len(), "claims");
    for entry in expected {
        let claim = found
            .discoveries
            .iter()
            .find(|claim| entry["factor"] == key(claim.factor) && entry["outcome"] == key(claim.outcome))
            .unwrap_or_else(|| panic!("{entry} is not claimed"));
        assert_eq!(entry["lag"].as_u64(), Some(claim.lag as u64));
        assert_eq!(entry["lag_end"].as_u64(), Some(claim.lag_end as u64));
        for (found, name) in [(claim.effect, "effect"), (claim.interval.0, "lo"), (claim.interval.1, "hi")] {
            close(found, entry[name].as_f64().unwrap(), name);
        }
        close_p(claim.q, entry["q"].as_f64().unwrap(), "q");
    }
}

#[test]
fn a_diary_with_effects_gives_the_pairs_windows_and_sizes_of_the_reference() {
    whole_engine("07_engine_effects.json");
}

#[test]
fn an_empty_diary_gives_no_claim_as_the_reference_gives_none() {
    whole_engine("08_engine_null.json");
}
