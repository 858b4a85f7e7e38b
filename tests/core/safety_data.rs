//! The table of safety rules as data: what it names exists, stands once, and says nothing that is never said.

use std::collections::BTreeSet;

use gutskin::columns::keys;
use gutskin::evidence::safety::{Level, OnDay, Rule, TEXT, Table, When, table};
use gutskin::foods::table::FoodTable;
use gutskin::intakes::upper_nutrient;
use gutskin::medicines::{self, Trigger};
use gutskin::model::catalogue::Catalogue;
use gutskin::model::profile::SafetyQuestion;

/// Columns that come with the form of wellbeing.
const COMING: &[&str] = &["who5", "who5_lowest"];

/// What is never said, by section 4 of the safety page.
const NEVER: &[&str] = &[
    "caused",
    "cured",
    "heals",
    "detox",
    "resets",
    "boosts immunity",
    "triggered by",
    "due to your",
    "the app",
    "never word",
    "do not suggest",
    "avoid stigma",
    "shaming",
    "screen for",
    "previous card",
    "gut permeability",
    "microbiome score",
    "inflammation level",
    "stop taking",
    "stop the medicine",
    "!",
];

fn conditions(rule: &Rule) -> impl Iterator<Item = &When> {
    rule.raises.iter().flat_map(|(_, when)| when.each())
}

fn nutrients(day: &OnDay) -> Vec<&str> {
    match day {
        OnDay::OverLimit(key) => vec![key],
        OnDay::All(parts) | OnDay::Any(parts) => parts.iter().flat_map(nutrients).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn every_level_has_one_meaning_and_urgency_runs_from_emergency_to_know() {
    let levels: Vec<Level> = table().levels.iter().map(|meaning| meaning.level).collect();
    assert_eq!(levels, Level::ALL);
    let codes: Vec<&str> = Level::ALL.into_iter().map(Level::code).collect();
    assert_eq!(codes, ["E", "H1", "T", "S", "H2", "A", "K"]);
    let at_once: Vec<Level> = Level::ALL.into_iter().filter(|level| level.is_said_at_once()).collect();
    assert_eq!(at_once, [Level::Emergency, Level::SupportNow, Level::Today]);
    let reported: Vec<Level> = Level::ALL.into_iter().filter(|level| level.is_reported()).collect();
    assert_eq!(reported, [Level::Emergency, Level::Today, Level::Soon]);
}

#[test]
fn every_id_and_number_stands_once() {
    let of_rules = table().rules.iter().map(|rule| rule.id.as_str());
    let classes = medicines::table().classes.iter().flat_map(|class| &class.rules);
    let of_medicines = classes.chain(medicines::table().medicines.iter().flat_map(|medicine| &medicine.rules));
    let ids: Vec<&str> = of_rules
        .chain(of_medicines.map(|rule| rule.id.as_str()))
        .chain(table().limit.iter().map(|limit| limit.id.as_str()))
        .collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    let numbers: BTreeSet<u16> = table().rules.iter().map(|rule| rule.number).collect();
    assert_eq!(numbers.len(), table().rules.len());
    assert_eq!(table().rules.len(), 58, "62 less three of medicines and one of limits");
}

#[test]
fn every_column_and_key_that_a_rule_names_exists() {
    let catalogue = Catalogue::default();
    let is_column = keys(&catalogue);
    let exists = |key: &str| is_column(key) || catalogue.get(key).is_some() || COMING.contains(&key);
    for rule in &table().rules {
        for key in conditions(rule).flat_map(When::keys) {
            assert!(exists(key), "{}: no column {key}", rule.id);
        }
    }
    let rules = table().medicines.as_ref().unwrap();
    for key in [&rules.mood, &rules.alcohol, &rules.sun] {
        assert!(exists(key), "medicines: no column {key}");
    }
    let classes = medicines::table().classes.iter().flat_map(|class| &class.rules);
    let of_medicines = medicines::table().medicines.iter().flat_map(|medicine| &medicine.rules);
    for rule in classes.chain(of_medicines) {
        for trigger in &rule.when {
            match trigger {
                Trigger::Column { column: key, .. } | Trigger::Warning(key) => {
                    assert!(exists(key), "{}: no column {key}", rule.id);
                }
                Trigger::Says(question) => {
                    assert!(SafetyQuestion::from_key(question).is_some(), "{}: no question {question}", rule.id);
                }
                Trigger::OverLimit(key) => assert!(upper_nutrient(key).is_some(), "{}: no limit {key}", rule.id),
                Trigger::WithFood(food) => assert!(table().food(*food).is_some(), "{}: no food {food:?}", rule.id),
                _ => {}
            }
        }
    }
}

#[test]
fn every_question_class_nutrient_and_food_that_a_rule_names_exists() {
    for rule in &table().rules {
        for when in conditions(rule) {
            match when {
                When::Says(question) => assert!(SafetyQuestion::from_key(question).is_some(), "{}", rule.id),
                When::Running(which) | When::RunningOrEnded(which, _) => {
                    if let gutskin::evidence::safety::CourseIs::Class(class) = which {
                        assert!(medicines::class(class).is_some(), "{}: no class {class}", rule.id);
                    }
                }
                When::Days { day, on, of, .. } => {
                    assert!(nutrients(day).into_iter().all(|key| upper_nutrient(key).is_some()), "{}", rule.id);
                    assert!(*on > 0 && usize::try_from(*of).is_ok_and(|of| *on <= of), "{}: {on} of {of}", rule.id);
                }
                When::Sum { answered, of, .. } | When::Mean { answered, of, .. } | When::Share { answered, of, .. } => {
                    assert!(usize::try_from(*of).is_ok_and(|of| *answered <= of), "{}", rule.id);
                }
                _ => {}
            }
        }
    }
    for (key, _) in &table().limit.as_ref().unwrap().unless {
        assert!(upper_nutrient(key).is_some(), "no limit {key}");
    }
    let foods = FoodTable::get().foods();
    for group in &table().foods {
        for name in &group.groups {
            assert!(foods.iter().any(|food| food.group == name), "no group {name}");
        }
    }
}

#[test]
fn every_warning_sign_has_a_rule_and_every_rule_words_and_a_source() {
    let ticks: BTreeSet<&str> = table()
        .rules
        .iter()
        .flat_map(conditions)
        .flat_map(|when| match when {
            When::Ticked(key) => vec![key.as_str()],
            _ => Vec::new(),
        })
        .collect();
    let catalogue = Catalogue::default();
    let signs: BTreeSet<&str> =
        catalogue.iter().map(|known| known.key.as_str()).filter(|key| key.starts_with("warn_")).collect();
    assert_eq!(ticks, signs);
    for rule in &table().rules {
        assert!(!rule.words.is_empty() && !rule.source.is_empty() && !rule.raises.is_empty(), "{}", rule.id);
        let levels: Vec<Level> = rule.raises.iter().map(|(level, _)| *level).collect();
        assert!(levels.is_sorted(), "{}: the most urgent first", rule.id);
    }
}

#[test]
fn no_rule_says_a_forbidden_word_and_no_sentence_of_a_banner_is_long() {
    let classes = medicines::table().classes.iter().flat_map(|class| &class.rules);
    let of_medicines = classes.chain(medicines::table().medicines.iter().flat_map(|medicine| &medicine.rules));
    let all = table()
        .rules
        .iter()
        .map(|rule| (&rule.id, &rule.words))
        .chain(of_medicines.map(|rule| (&rule.id, &rule.words)));
    for (id, words) in all {
        let said = words.to_lowercase();
        for never in NEVER {
            assert!(!said.contains(never), "{id} says “{never}”: {words}");
        }
    }
    for rule in &table().rules {
        for sentence in rule.words.split(['.', ':']) {
            assert!(sentence.split_whitespace().count() <= 25, "{} is long: {sentence}", rule.id);
        }
    }
}

#[test]
fn a_rule_with_a_word_that_is_none_is_refused() {
    let refused = |from: &str, to: &str| {
        assert!(TEXT.contains(from), "{from}");
        ron::from_str::<Table>(&TEXT.replacen(from, to, 1)).is_err()
    };
    assert!(refused("Ticked(\"warn_mole\")", "Guessed(\"warn_mole\")"));
    assert!(refused("level: Emergency", "level: Whenever"));
    assert!(refused("number: 14, id: \"mole\"", "number: 14, id: \"mole\", colour: \"red\""));
    assert!(!refused("version: 2", "version: 3"));
}
