//! `gutskin insights --csv` on careful and careless files: a clear line each, no panic, no claim that makes no sense.

use crate::insights_spec::{self, csv, texts};
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use super::folder::temporary;

fn insights(file: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gutskin"));
    command.args(["insights", "--csv"]).arg(file).args(words).stdin(Stdio::null()).output().unwrap()
}

fn said(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Digits without a pattern, as a file has them.
fn digits(seed: u64, days: usize) -> Vec<String> {
    texts(&insights_spec::digits(seed, days))
}

#[test]
fn files_that_cannot_be_read_get_one_line_with_the_place_and_the_way_out() {
    let place = temporary();
    let file = place.path().join("diary.csv");
    let wide = (0..5_000).map(|index| format!("c{index}")).collect::<Vec<_>>().join(",");
    for (text, words) in [
        (String::new(), "the file has no day"),
        ("date,a\n2026-01-01,1\n2026-01-01,2\n".to_owned(), "line 3: 2026-01-01 stands in line 2 already"),
        ("date,a\n2026-01-01,much\n".to_owned(), "line 2, column a: “much” is not a number"),
        ("date,a\n2026-01-01,inf\n".to_owned(), "“inf” is not a number"),
        ("date,a\n2026-01-01,-Infinity\n".to_owned(), "is not a number"),
        ("date,a\n1920-01-01,1\n2119-12-31,2\n".to_owned(), "line 3"),
        ("date,a\n1930-01-01,1\n2026-01-01,2\n".to_owned(), "check the years"),
        (format!("date,{wide}\n2026-01-01\n"), "5000 columns are too many"),
        ("date,a,\n2026-01-01,1,2\n".to_owned(), "needs a name of its own"),
    ] {
        fs::write(&file, &text).unwrap();
        let output = insights(&file, &["--outcomes", "a"]);
        let complaint = String::from_utf8(output.stderr.clone()).unwrap();
        assert!(!output.status.success() && output.stdout.is_empty(), "{words}");
        assert!(complaint.contains(words) && complaint.lines().count() == 1, "{words}: {complaint}");
        assert!(!complaint.contains("panicked"), "{complaint}");
    }
    let output = insights(&place.path().join("none.csv"), &["--outcomes", "a"]);
    assert!(String::from_utf8(output.stderr).unwrap().contains("check the name"));
}

#[test]
fn files_that_say_too_little_or_the_same_twice_get_no_claim_and_a_reason() {
    let place = temporary();
    let file = place.path().join("diary.csv");
    let skin = digits(1, 200);
    let food = digits(2, 200);
    let blank = vec![String::new(); 200];
    let follows: Vec<String> = (0..200).map(|day| food[usize::max(day, 1) - 1].clone()).collect();
    let flat = vec!["3".to_owned(); 200];
    for (columns, reason) in [
        (
            vec![("skin", flat.clone()), ("food", food.clone())],
            "skin: differs from its usual value on 0 days; 8 are needed.",
        ),
        (vec![("skin", skin.clone()), ("food", flat)], "food: 0 days on one side of its middle"),
        (vec![("skin", blank.clone()), ("food", food.clone())], "skin: logged on 0 days; 28 are needed."),
        (vec![("skin", skin.clone()), ("food", blank)], "food: logged on 0 days; 21 are needed."),
        (vec![("skin", digits(1, 2)), ("food", digits(2, 2))], "skin: logged on 2 days; 28 are needed."),
        (vec![("skin", skin.clone()), ("food", skin.clone())], "food and skin are the same on every day."),
        (vec![("skin", follows), ("food", food.clone()), ("same", food.clone())], "your diary cannot tell them apart."),
    ] {
        fs::write(&file, csv(&columns)).unwrap();
        let text = said(&insights(&file, &["--outcomes", "skin"]));
        assert!(text.contains(reason), "{reason}: {text}");
        let json: Value =
            serde_json::from_str(&said(&insights(&file, &["--outcomes", "skin", "--format", "json"]))).unwrap();
        assert_eq!(json["claims"].as_array().unwrap().len(), 0, "{reason}");
    }
}

#[test]
fn one_file_with_an_effect_one_without_and_one_in_any_order_with_odd_names() {
    let place = temporary();
    let file = place.path().join("diary.csv");
    let (food, noise) = (digits(3, 180), digits(4, 180));
    let number = |text: &String| text.parse::<f64>().unwrap();
    let before = |day: usize| if day < 2 { 4.5 } else { number(&food[day - 2]) };
    let skin: Vec<String> = (0..180).map(|day| (0.5 * before(day) + 0.3 * number(&noise[day])).to_string()).collect();
    let other = digits(5, 180);
    fs::write(&file, csv(&[("skin", skin.clone()), ("food", food.clone()), ("other", other.clone())])).unwrap();
    let json: Value =
        serde_json::from_str(&said(&insights(&file, &["--outcomes", "skin", "--format", "json"]))).unwrap();
    let claim = &json["claims"][0];
    assert_eq!(
        (claim["factor"].as_str(), claim["lag"].as_u64(), claim["lag_end"].as_u64()),
        (Some("food"), Some(2), Some(2))
    );
    assert!(claim["lo"].as_f64().unwrap() < 0.5 && claim["hi"].as_f64().unwrap() > 0.5);
    fs::write(&file, csv(&[("skin", digits(6, 180)), ("food", food.clone())])).unwrap();
    assert!(said(&insights(&file, &["--outcomes", "skin"])).contains("No pattern stands out from chance."));
    // Rows backwards; names with commas and quotes, named as in the file.
    let text = csv(&[("\"skin, \"\"left\"\"\"", skin), ("\"a, b\"", food), ("other", other)]);
    let mut lines: Vec<&str> = text.lines().collect();
    lines[1..].reverse();
    fs::write(&file, lines.join("\n")).unwrap();
    let words = ["--outcomes", "\"skin, \"\"left\"\"\"", "--factors", "\"a, b\",other"];
    let text = said(&insights(&file, &words));
    assert!(text.contains("On day 2 after, skin, \"left\" was"), "{text}");
}
