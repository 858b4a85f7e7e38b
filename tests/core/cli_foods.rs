//! `gutskin foods`: what it prints is a contract; it needs no diary and makes none.

use std::process::{Command, Output};

fn run(words: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let diary = folder.path().join("diary");
    let output = Command::new(env!("CARGO_BIN_EXE_gutskin")).arg("--diary").arg(&diary).args(words).output().unwrap();
    assert!(!diary.exists(), "looking for a food made a diary");
    output
}

#[test]
fn ten_foods_a_line_each_with_tabs_between() {
    let output = run(&["foods", "chick", "peas"]);
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(text.lines().count(), 10);
    let first: Vec<&str> = text.lines().next().unwrap().split('\t').collect();
    assert_eq!(first[..3], ["16057", "Chickpeas, boiled", "Beans & lentils"]);
    assert!(first[3].parse::<f64>().unwrap() > 1.0);
}

#[test]
fn as_json_it_is_a_list_of_objects_best_first() {
    let output = run(&["foods", "brocolli", "--format", "json"]);
    let list: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let list = list.as_array().unwrap();
    assert!((1..=10).contains(&list.len()));
    for key in ["id", "name", "group", "score"] {
        assert!(list[0].get(key).is_some(), "{key} is missing");
    }
    assert!(list[0]["name"].as_str().unwrap().starts_with("Broccoli"));
    let scores: Vec<f64> = list.iter().map(|hit| hit["score"].as_f64().unwrap()).collect();
    assert!(scores.is_sorted_by(|a, b| a >= b));
}

#[test]
fn nothing_found_is_an_empty_answer_and_nothing_typed_is_wrong_use() {
    let output = run(&["foods", "zzzzzzzz", "--format", "json"]);
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(0), b"[]\n".as_slice()));
    for words in [&["foods"][..], &["foods", " "]] {
        let output = run(words);
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(String::from_utf8(output.stderr).unwrap().lines().count(), 1);
    }
}
