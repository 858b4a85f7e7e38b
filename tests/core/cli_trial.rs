//! `gutskin trial` on any tidy CSV: the promise of its JSON, what it says of careless files, and its numbers against others that are
//! reckoned here from the formulas alone.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use gutskin::model::time::Day;
use gutskin::rng::Rng;
use serde_json::Value;

use super::folder::temporary;

const ORDER: [u8; 10] = [0, 1, 1, 0, 1, 0, 0, 1, 0, 1];
const DAYS: usize = 5;

fn trial(file: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gutskin"));
    command.args(["trial", "--csv"]).arg(file).args(words).stdin(Stdio::null()).output().unwrap()
}

fn json(text: &str, words: &[&str]) -> Value {
    let place = temporary();
    let file = place.path().join("trial.csv");
    fs::write(&file, text).unwrap();
    let output = trial(&file, &[&["--outcome", "redness", "--format", "json"], words].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Exit code and the line on stderr.
fn refusal(text: &str, words: &[&str]) -> (i32, String) {
    let place = temporary();
    let file = place.path().join("trial.csv");
    fs::write(&file, text).unwrap();
    let output = trial(&file, &[&["--outcome", "redness"], words].concat());
    let line = String::from_utf8(output.stderr).unwrap();
    assert_eq!(line.trim_end().lines().count(), 1, "{line}");
    (output.status.code().unwrap(), line)
}

fn day(at: usize) -> String {
    "2026-03-30".parse::<Day>().unwrap().plus(i32::try_from(at).unwrap()).to_string()
}

/// Numbers without a pattern, `effect` higher on.
fn outcome(effect: f64) -> Vec<f64> {
    let mut rng = Rng::new(7, 1);
    (0..ORDER.len() * DAYS).map(|at| 5.0 + rng.gauss() + effect * f64::from(ORDER[at / DAYS])).collect()
}

fn csv(cells: &[f64]) -> String {
    let mut text = "date,period,on,redness,taken\n".to_owned();
    for (at, cell) in cells.iter().enumerate() {
        let period = at / DAYS;
        let on = ORDER[period];
        // One day in five the person forgot.
        let taken = if at % 5 == 4 { 1 - on } else { on };
        writeln!(text, "{},{},{on},{cell},{taken}", day(at), period + 1).unwrap();
    }
    text
}

#[test]
fn the_json_has_every_promised_field() {
    let said = json(&csv(&outcome(-4.0)), &["--drop", "1"]);
    let mut keys: Vec<&str> = said.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    let mut promised = [
        "periods",
        "periods_used",
        "days",
        "days_used",
        "admissible",
        "p",
        "difference",
        "lo",
        "hi",
        "df",
        "phi",
        "eta",
        "adherence",
        "verdict",
    ];
    promised.sort_unstable();
    assert_eq!(keys, promised);
    assert_eq!((&said["periods"], &said["periods_used"]), (&Value::from(10), &Value::from(10)));
    assert_eq!((&said["days"], &said["days_used"]), (&Value::from(50), &Value::from(40)));
    assert_eq!((&said["admissible"], &said["df"]), (&Value::from(84), &Value::from(7.0)));
    assert_eq!(said["p"], 2.0 / 84.0);
    assert_eq!(said["verdict"], "difference");
    assert_eq!(said["adherence"], 0.8);
}

/// Difference and error of generalised least squares, by solving the normal equations of the whole covariance matrix.
fn by_hand(cells: &[f64], phi: f64, eta: f64) -> (f64, f64) {
    let n = cells.len();
    let covariance = |a: usize, b: usize| {
        let apart = i32::try_from(a.abs_diff(b)).unwrap();
        (1.0 - eta) * phi.powi(apart) + if a == b { eta } else { 0.0 }
    };
    let omega: Vec<Vec<f64>> = (0..n).map(|a| (0..n).map(|b| covariance(a, b)).collect()).collect();
    let on = |at: usize| f64::from(ORDER[at / DAYS]);
    let rows: Vec<[f64; 3]> = (0..n).map(|at| [1.0, on(at), at as f64 / n as f64]).collect();
    let weighted: Vec<Vec<f64>> =
        (0..3).map(|column| solve(&omega, &rows.iter().map(|row| row[column]).collect::<Vec<_>>())).collect();
    let normal: Vec<Vec<f64>> = (0..3)
        .map(|a| (0..3).map(|b| rows.iter().zip(&weighted[b]).map(|(row, weight)| row[a] * weight).sum()).collect())
        .collect();
    let along: Vec<f64> = weighted.iter().map(|column| column.iter().zip(cells).map(|(a, b)| a * b).sum()).collect();
    let slopes = solve(&normal, &along);
    let residual: Vec<f64> =
        rows.iter().zip(cells).map(|(row, cell)| cell - (0..3).map(|at| row[at] * slopes[at]).sum::<f64>()).collect();
    let square: f64 = solve(&omega, &residual).iter().zip(&residual).map(|(a, b)| a * b).sum();
    let unit = solve(&normal, &[0.0, 1.0, 0.0])[1];
    (slopes[1], (square / (n as f64 - 3.0) * unit).sqrt())
}

/// Gauss elimination with pivots.
fn solve(matrix: &[Vec<f64>], right: &[f64]) -> Vec<f64> {
    let n = right.len();
    let mut rows: Vec<Vec<f64>> =
        matrix.iter().zip(right).map(|(row, value)| [row.as_slice(), &[*value]].concat()).collect();
    for at in 0..n {
        let pivot = (at..n).max_by(|a, b| rows[*a][at].abs().total_cmp(&rows[*b][at].abs())).unwrap();
        rows.swap(at, pivot);
        for below in at + 1..n {
            let share = rows[below][at] / rows[at][at];
            let pivot = rows[at].clone();
            for (cell, above) in rows[below].iter_mut().zip(pivot).skip(at) {
                *cell -= share * above;
            }
        }
    }
    let mut found = vec![0.0; n];
    for at in (0..n).rev() {
        let rest: f64 = (at + 1..n).map(|column| rows[at][column] * found[column]).sum();
        found[at] = (rows[at][n] - rest) / rows[at][at];
    }
    found
}

/// With 7 degrees of freedom 95 % lie within 2.364624 errors (any printed table of Student's t).
#[test]
fn difference_and_interval_are_those_of_the_normal_equations() {
    for effect in [0.0, -1.0, 2.5] {
        let cells = outcome(effect);
        let said = json(&csv(&cells), &[]);
        let number = |key: &str| said[key].as_f64().unwrap();
        let (difference, error) = by_hand(&cells, number("phi"), number("eta"));
        for (key, expected) in
            [("difference", difference), ("lo", difference - 2.364_624 * error), ("hi", difference + 2.364_624 * error)]
        {
            let apart = (number(key) - expected).abs();
            assert!(apart <= 1e-4 * expected.abs(), "{key}: {} is not {expected}", number(key));
        }
    }
}

#[test]
fn days_without_a_row_are_not_logged_and_belong_to_the_period_before_them() {
    let whole = csv(&outcome(-4.0));
    let without: String =
        whole.split_inclusive('\n').enumerate().filter(|(at, _)| *at != 9).map(|(_, line)| line).collect();
    let said = json(&without, &[]);
    assert_eq!((&said["days"], &said["days_used"], &said["periods"]), (&50.into(), &49.into(), &10.into()));
}

#[test]
fn what_cannot_come_to_a_verdict_says_why_and_is_no_error() {
    let constant = json(&csv(&[3.0; 50]), &[]);
    assert_eq!((constant["verdict"].as_str(), &constant["p"]), (Some("none shown"), &Value::Null));
    assert!(constant["note"].as_str().unwrap().contains("the same on every day"));
    let whole = csv(&outcome(0.0));
    let empty = whole.lines().map(|line| {
        let mut cells: Vec<&str> = line.split(',').collect();
        if cells[0] != "date" {
            cells[3] = "";
        }
        cells.join(",") + "\n"
    });
    let empty = json(&empty.collect::<String>(), &[]);
    assert_eq!(empty["verdict"], "not enough logged");
    assert!(empty["note"].as_str().unwrap().starts_with("not enough logged to say"));
    // Six periods in a balanced order have 14 orders, so p is 1/7 at best.
    let mut six = "date,period,on,redness\n".to_owned();
    for at in 0..12 {
        writeln!(six, "{},{},{},{}", day(at), at / 2 + 1, (at / 2) % 2, at % 5).unwrap();
    }
    let six = json(&six, &[]);
    assert_eq!((six["verdict"].as_str(), six["admissible"].as_u64()), (Some("none shown"), Some(14)));
    assert!(six["note"].as_str().unwrap().contains("14 possible orders are too few"), "{six}");
}

#[test]
fn careless_files_are_refused_with_their_line() {
    let good = csv(&outcome(0.0));
    let with = |at: usize, line: &str| {
        let lines: Vec<&str> = good.lines().collect();
        let mut lines: Vec<String> = lines.into_iter().map(str::to_owned).collect();
        lines[at] = line.to_owned();
        lines.join("\n")
    };
    for (text, words) in [
        (with(3, &format!("{},1,1,4,0", day(2))), "line 4: period 1 is both on and off"),
        (with(3, &format!("{},7,0,4,0", day(2))), "line 4: period 7 does not follow period 1"),
        (with(3, &format!("{},1.5,0,4,0", day(2))), "line 4: period 1.5 does not follow"),
        (with(3, &format!("{},1,,4,0", day(2))), "line 4: 2026-04-01 has no on"),
        (with(3, &format!("{},,0,4,0", day(2))), "line 4: 2026-04-01 has no period"),
        (with(3, &format!("{},1,0.5,4,0", day(2))), "line 4: on is 0.5"),
        (with(3, &format!("{},1,0,4,2", day(2))), "line 4: taken is 2"),
        (good.replace("redness", "itch"), "there is no column “redness”"),
        ("date,period,on,redness\n2026-01-01,,,3\n".to_owned(), "no row has a period"),
    ] {
        let (code, line) = refusal(&text, &[]);
        assert_eq!(code, 6, "{line}");
        assert!(line.contains(words), "{line}");
    }
    let (code, line) = refusal(&good, &["--alike", "1"]);
    assert_eq!(code, 6, "two alike in a row: {line}");
    assert!(line.contains("not one that the trial could have drawn"), "{line}");
    assert_eq!(refusal(&good, &["--carry", "--drop", "1"]).0, 2);
    assert_eq!(refusal(&good, &["--covariates", "a,b,c"]).0, 2);
    assert_eq!(refusal(&good, &["--plan"]).0, 2);
}

#[test]
fn carry_over_and_covariates_are_taken_out_on_request() {
    let plain = csv(&outcome(-4.0));
    let carry = json(&plain, &["--carry"]);
    assert_eq!((carry["verdict"].as_str(), carry["days_used"].as_u64()), (Some("difference"), Some(50)));
    let mut rng = Rng::new(3, 3);
    let sleep: Vec<f64> = (0..50).map(|_| rng.gauss()).collect();
    let cells: Vec<f64> = outcome(-1.2).iter().zip(&sleep).map(|(cell, sleep)| cell + 2.0 * sleep).collect();
    let text: String = csv(&cells)
        .lines()
        .enumerate()
        .map(|(at, line)| if at == 0 { format!("{line},sleep\n") } else { format!("{line},{}\n", sleep[at - 1]) })
        .collect();
    let width = |said: &Value| said["hi"].as_f64().unwrap() - said["lo"].as_f64().unwrap();
    let (plain, beside) = (json(&text, &[]), json(&text, &["--covariates", "sleep"]));
    assert!(width(&beside) < 0.7 * width(&plain), "{beside} beside {plain}");
}

#[test]
fn a_plan_lists_designs_with_their_power_and_recommends_one_or_says_why_none() {
    let mut rng = Rng::new(5, 5);
    let mut text = "date,redness\n".to_owned();
    for at in 0..60 {
        writeln!(text, "{},{:.2}", day(at), 5.0 + rng.gauss()).unwrap();
    }
    let large = json(&text, &["--plan", "--smallest", "3", "--max-days", "50"]);
    let noise = &large["noise"];
    assert_eq!(noise["days"], 60);
    assert!((0.7..1.4).contains(&noise["sd"].as_f64().unwrap()), "{noise}");
    let designs = large["designs"].as_array().unwrap();
    assert!(designs.iter().all(|design| design["days"].as_u64().unwrap() <= 50));
    let place = usize::try_from(large["recommended"].as_u64().unwrap()).unwrap();
    assert!(designs[place]["power"].as_f64().unwrap() >= 0.8, "{large}");
    assert!(designs[place]["drop"].as_u64().unwrap() > 0, "one that is fair to what lingers");
    let small = json(&text, &["--plan", "--smallest", "0.05", "--max-days", "40"]);
    assert_eq!(small["recommended"], Value::Null);
    assert!(small["why"].as_str().unwrap().starts_with("No design of up to 40 days"), "{small}");
    assert_eq!(refusal("date,redness\n2026-01-01,3\n", &["--plan", "--smallest", "1"]).0, 6);
}
