//! Trials against results of independent programs (enumeration, scipy, statsmodels): every number of the file.

use std::fs;
use std::path::Path;

use gutskin::analysis::engine::kalman::Noise;
use gutskin::analysis::trial::belief::Belief;
use gutskin::analysis::trial::design::Design;
use gutskin::analysis::trial::periods::Statistic;
use gutskin::analysis::trial::randomisation::Randomisation;
use gutskin::analysis::trial::sequence::Sequence;
use gutskin::analysis::trial::size::{fit, size};
use gutskin::analysis::trial::verdict::{by, verdict};
use serde_json::Value;

fn file() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/vectors/04_randomisation.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

fn count(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

fn cells(value: &Value) -> Vec<Option<f64>> {
    value.as_array().unwrap().iter().map(Value::as_f64).collect()
}

fn order(value: &Value) -> Sequence {
    Sequence::of(value.as_array().unwrap().iter().map(|on| on == 1)).unwrap()
}

/// The tolerance the file states: relative 1e-6.
fn close(found: f64, expected: &Value, what: &str) {
    let expected = number(expected);
    assert!((found - expected).abs() <= 1e-6 * expected.abs(), "{what}: {found} is not {expected}");
}

/// Trial a of the file: ten periods, at most two alike in a row.
fn trial(file: &Value) -> (Design, Sequence, Vec<Option<f64>>) {
    let sequence = order(&file["a"]["sequence"]);
    let randomisation = Randomisation::Balanced { periods: sequence.periods(), most_alike: 2 };
    let design =
        Design::new(randomisation, count(&file["a"]["days_per_period"]), count(&file["a"]["washout"])).unwrap();
    (design, sequence, cells(&file["a"]["y"]))
}

#[test]
fn there_are_as_many_orders_as_enumeration_finds() {
    let file = file();
    for (name, expected) in file["a"]["admissible_counts"].as_object().unwrap() {
        let (periods, most_alike) = name.split_once(',').unwrap();
        let randomisation =
            Randomisation::Balanced { periods: periods.parse().unwrap(), most_alike: most_alike.parse().unwrap() };
        assert_eq!(randomisation.count().ok(), expected.as_u64(), "{name}");
        assert_eq!(randomisation.compared(1).unwrap().len(), count(expected), "{name}");
    }
}

#[test]
fn the_verdict_and_both_other_statistics_have_the_p_of_enumeration() {
    let file = file();
    let (design, sequence, cells) = trial(&file);
    let a = &file["a"];
    let found = verdict(&design, sequence, &cells, 1).unwrap();
    assert_eq!(found.orders, Some(count(&a["n_admissible"])));
    assert_eq!(Some(found.noise.phi), a["gls_test"]["null_phi"].as_f64());
    assert_eq!(Some(found.noise.eta), a["gls_test"]["null_eta"].as_f64());
    close(found.statistic.abs(), &a["gls_test"]["statistic"], "whitened statistic");
    close(found.p, &a["gls_test"]["p"], "p of the whitened statistic");
    for (statistic, value, p) in
        [(Statistic::Difference, "diff_of_period_means", "p_period_means"), (Statistic::Slope, "ols_coef", "p_ols")]
    {
        let found = by(statistic, &design, sequence, &cells, 1).unwrap();
        close(found.statistic, &a[value], value);
        close(found.p, &a[p], p);
        assert_eq!(found.orders, Some(count(&a["n_admissible"])));
    }
}

#[test]
fn the_size_its_interval_and_the_belief_are_those_of_statsmodels() {
    let file = file();
    let (design, sequence, cells) = trial(&file);
    let expected = &file["a"]["gls"];
    let counted = design.counted(&cells).unwrap();
    // The file takes this noise for granted: it is not the best of the grid for these days.
    let noise = Some(Noise { phi: number(&expected["phi"]), eta: number(&expected["eta"]) });
    let found = fit(&design, sequence, &counted, noise).unwrap();
    assert_eq!(Some(found.noise), noise);
    assert_eq!(found.slopes.len(), expected["columns"].as_array().unwrap().len());
    close(found.free(), &expected["df"], "degrees of freedom of days");
    for (at, name) in ["const", "on", "time"].into_iter().enumerate() {
        assert_eq!(expected["columns"][at], name);
        close(found.slopes[at], &expected["coef"][at], &format!("coefficient of {name}"));
        close(found.errors[at], &expected["se"][at], &format!("error of {name}"));
        close(found.slopes[at] / found.errors[at], &expected["t"][at], &format!("t of {name}"));
        close(found.p(at, found.free()), &expected["p"][at], &format!("p of {name}"));
    }
    let found = size(&design, sequence, &counted, noise).unwrap();
    close(found.difference, &expected["coef"][1], "difference");
    close(found.df, &expected["trial_df"], "degrees of freedom of periods");
    close(found.interval.0, &expected["trial_ci95_on"][0], "lower end");
    close(found.interval.1, &expected["trial_ci95_on"][1], "upper end");
    let shrunk = &expected["shrunk"];
    let belief = Belief::after(&found, number(&shrunk["prior_sd"])).unwrap();
    close(belief.mean, &shrunk["mean"], "mean of the belief");
    close(belief.sd, &shrunk["sd"], "deviation of the belief");
    close(belief.below(-0.5), &shrunk["prob_below_minus_half"], "probability below -0.5");
}

#[test]
fn pairs_have_the_p_of_all_flips() {
    let file = file();
    let b = &file["b"];
    let sequence = order(&b["on"]);
    // One value a period.
    let design = Design::new(Randomisation::Pairs { pairs: sequence.periods() / 2 }, 1, 0).unwrap();
    let found = by(Statistic::Difference, &design, sequence, &cells(&b["period_values"]), 1).unwrap();
    assert_eq!(found.orders, Some(64));
    close(found.statistic, &b["diff"], "difference");
    close(found.p, &b["p"], "p");
    close(found.p, &b["p_scipy_permutation_test"], "p of scipy");
}
