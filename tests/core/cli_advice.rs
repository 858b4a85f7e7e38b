//! `gutskin advice`: what is suggested on a day, and every card's way there.

use serde_json::Value;

use super::command_line::{code, complaint, log_lines, one_line, run, said};
use super::folder::{photograph, temporary};

/// Two weeks of little fibre, up to a day.
fn two_weeks(extra: &str) -> String {
    let days = (1..=14).map(|day| format!("2026-03-{day:02} fibre_g=10 stress=8\n"));
    days.collect::<String>() + extra
}

fn json(place: &std::path::Path, date: &str) -> Value {
    let output = run(place, &["advice", "--date", date, "--format", "json"]);
    assert_eq!(code(&output), 0, "{}", complaint(&output));
    serde_json::from_str(&said(&output)).unwrap()
}

fn ids<'a>(list: &'a Value, key: &str) -> Vec<&'a str> {
    list.as_array().unwrap().iter().map(|one| one[key].as_str().unwrap()).collect()
}

#[test]
fn advice_says_flags_ideas_claims_what_is_silent_and_what_is_missing_of_any_day() {
    let place = temporary();
    assert_eq!(code(&log_lines(place.path(), two_weeks("").as_bytes())), 0);
    let before = photograph(place.path());
    let advice = json(place.path(), "2026-03-14");
    let keys: Vec<&String> = advice.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["claimed", "flags", "ideas", "missing", "silenced"]);
    let fibre = advice["ideas"].as_array().unwrap().iter().find(|idea| idea["card"] == "fibre-daily-target").unwrap();
    assert_eq!(fibre["heading"], "health");
    assert_eq!(fibre["title"], "A little more fibre");
    // Nobody said that there is no worry about food, so no amount is named; the days are.
    let why = fibre["why"].as_str().unwrap();
    assert!(why.contains("14 answered days of the last 14") && !why.contains(" g "), "{why}");
    assert!(advice["claimed"].as_array().unwrap().iter().any(|card| card == "leaky-gut-flares"));
    assert!(
        ids(&advice["silenced"], "card").contains(&"thirty-plants")
            || !advice["missing"].as_array().unwrap().is_empty()
    );
    // A day before any was logged has only what is missing.
    let early = json(place.path(), "2026-02-01");
    assert_eq!((early["ideas"].as_array().unwrap().len(), early["claimed"].as_array().unwrap().len()), (0, 0));
    assert_eq!(early["missing"][0]["answered"], 0);
    assert_eq!(photograph(place.path()), before, "asking changes nothing");
}

#[test]
fn a_flag_comes_first_and_says_what_it_silences() {
    let place = temporary();
    let lines = two_weeks("2026-03-14 stool_blood=yes\n2026-03-13 stool_blood=yes\n");
    assert_eq!(code(&log_lines(place.path(), lines.as_bytes())), 0);
    let advice = json(place.path(), "2026-03-14");
    assert_eq!(advice["flags"][0]["id"], "stool-blood");
    assert_eq!(advice["flags"][0]["level"], "T");
    assert!(!advice["flags"][0]["because"].as_array().unwrap().is_empty());
    let silenced = advice["silenced"].as_array().unwrap();
    assert!(silenced.iter().any(|it| it["card"] == "fibre-daily-target" && it["by"] == "stool-blood"), "{silenced:?}");
    let text = said(&run(place.path(), &["advice", "--date", "2026-03-14"]));
    assert!(text.starts_with("[T] "), "{text}");
    assert!(
        text.contains("Silent now:")
            && text.contains("self-care idea, not medical advice") != advice["ideas"].as_array().unwrap().is_empty()
    );
}

#[test]
fn every_card_is_listed_with_its_ways() {
    let place = temporary();
    let list = said(&run(place.path(), &["advice", "--cards"]));
    assert_eq!(list.lines().count(), 45);
    for line in list.lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        assert_eq!(parts.len(), 3, "{line}");
        assert!(parts.iter().all(|part| !part.is_empty()), "{line}");
    }
    assert!(
        list.contains(
            "leaky-gut-flares\tNever a tip\tin the list of what is often claimed; on the arrow flora->comfort"
        )
    );
    let json: Value =
        serde_json::from_str(&said(&run(place.path(), &["advice", "--cards", "--format", "json"]))).unwrap();
    assert_eq!(json.as_array().unwrap().len(), 45);
}

#[test]
fn a_date_that_is_none_is_refused() {
    let place = temporary();
    one_line(&run(place.path(), &["advice", "--date", "2026-13-40"]), 2);
}
