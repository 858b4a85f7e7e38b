//! What the analysis says, refuses to say, and how it answers careless files.

use gutskin::analysis::engine::{Discovery, Plan};
use gutskin::analysis::insights::{Grade, Insights, of_diary, one_look, text, to_json, words};
use gutskin::analysis::tidy_csv;
use gutskin::columns::{ColumnIndex, DayTable, Role, tabulate};
use gutskin::evidence::wording::FORBIDDEN;
use gutskin::model::body_system::BodySystem;
use gutskin::model::time::Day;
use gutskin::sample;

fn today() -> Day {
    Day::from_ymd(2026, 11, 20).unwrap()
}

/// Some columns of the sample, so that a test takes a moment and not a minute.
fn sample_table(keys: &[&str]) -> DayTable {
    let mut table = tabulate(&sample::diary(sample::SEED, today()).unwrap());
    table.columns.retain(|column| keys.contains(&column.key.as_str()));
    table
}

fn insights(table: &DayTable) -> Insights {
    of_diary(table, &|_| true).unwrap()
}

/// Dates from a day on, with some columns.
pub fn csv(columns: &[(&str, Vec<String>)]) -> String {
    let first = Day::from_ymd(2026, 1, 5).unwrap();
    let head: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
    let mut text = format!("date,{}\n", head.join(","));
    for row in 0..columns[0].1.len() {
        let cells: Vec<&str> = columns.iter().map(|(_, cells)| cells[row].as_str()).collect();
        text += &format!("{},{}\n", first.plus(i32::try_from(row).unwrap()), cells.join(","));
    }
    text
}

/// A series without any pattern: the digits of a linear congruence (Knuth, TAOCP vol. 2, MMIX constants).
pub fn digits(seed: u64, days: usize) -> Vec<f64> {
    let mut state = seed;
    (0..days)
        .map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            f64::from(u8::try_from((state >> 33) % 10).unwrap())
        })
        .collect()
}

pub fn texts(values: &[f64]) -> Vec<String> {
    values.iter().map(ToString::to_string).collect()
}

fn look(text: &str, outcomes: &[&str]) -> (Insights, DayTable) {
    let table = tidy_csv::read(text.as_bytes()).unwrap();
    let place = |name: &str| table.position(name).unwrap();
    let targets: Vec<ColumnIndex> = outcomes.iter().map(|name| place(name)).collect();
    let pairs = targets
        .iter()
        .flat_map(|outcome| table.indexed().map(move |(factor, _)| (factor, *outcome)))
        .filter(|(factor, outcome)| factor != outcome && !targets.contains(factor))
        .collect();
    (one_look(&table, &Plan::open(pairs, 0.05), &|_| true).unwrap(), table)
}

#[test]
fn the_planted_effects_of_the_sample_come_back_at_their_lags() {
    let keys =
        ["redness", "itch", "inflamed", "flushes", "bloating", "stress", "sleep_hours", "dairy", "alcohol_units"];
    let table = sample_table(&[&keys[..], &["fibre_g", "sugary", "coffee_cups", "gluten", "spicy"]].concat());
    let found = insights(&table);
    for effect in sample::EFFECTS {
        let finding =
            found.findings.iter().find(|finding| finding.factor == effect.factor && finding.outcome == effect.outcome);
        let finding = finding.unwrap_or_else(|| panic!("{} on {} is not found", effect.factor, effect.outcome));
        let (first, last) = (effect.lags[0].0, effect.lags[effect.lags.len() - 1].0);
        assert!(finding.claim.lag >= first && finding.claim.lag_end <= last, "{finding:?}");
        assert_eq!(finding.claim.effect > 0.0, effect.lags[0].1 > 0.0);
        assert!(matches!(finding.grade, Grade::Replicated | Grade::Clear), "{finding:?}");
    }
    // The snare: sweets follow stress on the same day and matter to nothing.
    assert!(!found.findings.iter().any(|finding| finding.factor == "sugary" && finding.outcome == "redness"));
}

#[test]
fn nothing_said_claims_a_cause_and_every_number_has_its_doubt_beside_it() {
    let table = sample_table(&["redness", "bloating", "stress", "fibre_g", "sugary", "antibiotic"]);
    let found = insights(&table);
    let said = text(&found, &table);
    for word in FORBIDDEN.iter().chain(&["trigger", "improve", "due to", "effect of", "no effect", "because"]) {
        assert!(!said.to_lowercase().contains(word), "“{word}” stands in:\n{said}");
    }
    assert!(!found.findings.is_empty());
    for finding in &found.findings {
        let sentence = words::sentence(finding, &table);
        assert!(sentence.contains("95 % interval") && sentence.contains("days)"), "{sentence}");
        assert!(words::grade(finding.grade).contains("chance"));
    }
    assert_eq!(said.matches(words::CONFOUNDING).count(), found.findings.len());
}

#[test]
fn windows_that_fit_nearly_as_well_are_named_by_the_days_they_start_on() {
    let table = sample_table(&["redness", "stress"]);
    let claim = insights(&table).findings.remove(0).claim;
    let said =
        |lags: &[usize]| words::other_windows(&Discovery { lag: 1, plausible_lags: lags.to_vec(), ..claim.clone() });
    assert_eq!(said(&[1]), "No window that starts on another day fits nearly as well.");
    assert_eq!(said(&[0, 1]), "Windows that start on day 0 fit nearly as well.");
    assert_eq!(said(&[0, 1, 2, 3]), "Windows that start on day 0, 2 or 3 fit nearly as well.");
}

#[test]
fn below_the_minimum_there_is_a_reason_and_no_number() {
    let (found, table) = look(&csv(&[("skin", texts(&digits(1, 2))), ("food", texts(&digits(2, 2)))]), &["skin"]);
    assert_eq!((found.pairs_tested, found.findings.len()), (0, 0));
    assert_eq!(words::not_tested(&found.not_tested[0], &table), "skin: logged on 2 days; 28 are needed.");
    let early = insights(&DayTable::new(today(), 20, Vec::new()));
    assert_eq!((early.days, early.days_in_all), (0, 20));
}

#[test]
fn nothing_found_says_what_could_have_been_seen() {
    let columns = [("skin", texts(&digits(3, 90))), ("food", texts(&digits(4, 90)))];
    let (found, table) = look(&csv(&columns), &["skin"]);
    assert!(found.findings.is_empty());
    let said = text(&found, &table);
    assert!(said.contains("No pattern stands out from chance. With 90 days, only strong ones could: about 1 in 25"));
}

#[test]
fn two_factors_that_are_the_same_are_told_so_and_neither_is_claimed() {
    let food = digits(5, 200);
    let skin: Vec<f64> = (0..200).map(|day| if day == 0 { 4.0 } else { food[day - 1] }).collect();
    let columns = [("skin", texts(&skin)), ("milk", texts(&food)), ("cheese", texts(&food))];
    let (found, table) = look(&csv(&columns), &["skin"]);
    assert!(found.findings.is_empty(), "{:?}", found.findings);
    let said: Vec<String> = found.cannot_separate.iter().map(|pair| words::cannot_separate(pair, &table)).collect();
    assert_eq!(said.len(), 2);
    assert!(said[0].contains("cannot tell them apart"));
    // Alone it is as plain as can be.
    let (found, _) = look(&csv(&columns[..2]), &["skin"]);
    assert_eq!((found.findings[0].claim.lag, found.findings[0].claim.lag_end), (1, 1));
}

#[test]
fn an_outcome_under_another_name_is_no_factor() {
    let skin = texts(&digits(6, 100));
    let (found, table) = look(&csv(&[("skin", skin.clone()), ("copy", skin)]), &["skin"]);
    assert!(found.findings.is_empty());
    assert_eq!(words::not_tested(&found.not_tested[0], &table), "copy and skin are the same on every day.");
}

#[test]
fn constant_columns_and_empty_ones_are_not_tested() {
    let mut empty = vec![String::new(); 80];
    empty[3] = "1".to_owned();
    let columns = [
        ("skin", texts(&digits(7, 80))),
        ("flat", texts(&[3.0; 80])),
        ("blank", vec![String::new(); 80]),
        ("once", empty),
    ];
    let (found, _) = look(&csv(&columns), &["skin"]);
    assert_eq!((found.pairs_tested, found.not_tested.len()), (0, 3));
    let (found, _) = look(&csv(&[("skin", texts(&[2.0; 80])), ("food", texts(&digits(8, 80)))]), &["skin"]);
    assert_eq!(found.pairs_tested, 0);
}

#[test]
fn careless_files_are_answered_with_the_line_and_the_way_out() {
    for (text, said) in [
        ("", "no day"),
        ("date,a\n", "no day"),
        ("day,a\n2026-01-01,1\n", "must be called date"),
        ("date,a\n2026-13-01,1\n", "line 2: “2026-13-01” is not a d"),
        ("date,a\n2026-01-01,1\n2026-01-01,2\n", "line 3: 2026-01-01 stands in line 2 already"),
        ("date,a\n2026-01-01,many\n", "line 2, column a: “many” is not a number"),
        ("date,a\n2026-01-01,inf\n", "“inf” is not a number"),
        ("date,a\n2026-01-01,NaN\n", "“NaN” is not a number"),
        ("date,a,a\n2026-01-01,1,2\n", "column 3 is called “a”"),
        ("date,a,\n2026-01-01,1,2\n", "needs a name of its own"),
        ("date,a\n1826-01-01,1\n2026-01-01,2\n", "line 2: "),
        ("date,a\n1950-01-01,1\n2026-01-01,2\n", "check the years"),
    ] {
        let error = tidy_csv::read(text.as_bytes()).unwrap_err().to_string();
        assert!(error.contains(said) && !error.contains('\n'), "{text:?}: {error}");
    }
    let wide = (0..5_000).map(|index| format!("c{index}")).collect::<Vec<_>>().join(",");
    let error = tidy_csv::read(format!("date,{wide}\n").as_bytes()).unwrap_err().to_string();
    assert!(error.contains("5000 columns are too many"));
    tidy_csv::read(b"date,a\n\xff\xfe,1\n").unwrap_err();
}

#[test]
fn rows_in_any_order_and_names_with_commas_and_quotes_are_read() {
    let text = "date,\"food, \"\"raw\"\"\",flare\n2026-01-03,3,yes\n2026-01-01,1,no\n\n";
    let table = tidy_csv::read(text.as_bytes()).unwrap();
    assert_eq!(table.days, 3);
    assert_eq!(table.columns[0].key, "food, \"raw\"");
    assert_eq!(table.columns[0].cells, [Some(1.0), None, Some(3.0)]);
    assert_eq!(table.columns[1].cells, [Some(0.0), None, Some(1.0)]);
}

#[test]
fn the_same_table_gives_the_same_bits_and_a_stopped_search_gives_nothing() {
    let table = sample_table(&["redness", "bloating", "stress", "fibre_g"]);
    let first = to_json(&insights(&table), &table).to_string();
    assert_eq!(first, to_json(&insights(&table), &table).to_string());
    assert_eq!(of_diary(&table, &|done| done == 0.0), None);
}

#[test]
fn a_look_depends_only_on_the_days_it_uses() {
    let mut table = sample_table(&["redness", "stress"]);
    let before = insights(&table);
    let last = table.days - 1;
    for column in &mut table.columns {
        assert!(column.role == Role::Factor || column.is_outcome_of(BodySystem::Skin));
        column.cells[last] = Some(0.0);
    }
    assert!(last >= before.days, "the last day lies after the newest look");
    assert_eq!(insights(&table), before);
}
