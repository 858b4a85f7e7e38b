//! What is said of a difference: its interval turns round with its sign, it has no digit that the answers do not have, and the
//! days beside it are those on which both were answered.

use gutskin::analysis::before_after::{self, BeforeAfter};
use gutskin::analysis::engine::{Discovery, Plan};
use gutskin::analysis::insights::{Finding, Insights, one_look, text, to_json, words};
use gutskin::analysis::tidy_csv;
use gutskin::columns::{Column, ColumnIndex, ColumnSpec, DayTable, Origin, Role, Scale};
use gutskin::model::body_system::BodySystem;
use gutskin::model::diary::Diary;
use gutskin::model::time::Day;
use gutskin::model::value::Value;
use gutskin::report::doctor::{ReportRequest, build, finding_blocks};
use gutskin::report::document::Block;
use gutskin::report::figure::lag_curve;

use super::commands::{answer, carry_out};
use super::insights_spec::{csv, digits, texts};

/// Skin follows food a day later; food is answered on every second block of `every` days only.
fn half_answered(days: usize, every: usize, noise: f64) -> String {
    let (food, other) = (digits(3, days), digits(4, days));
    let before = |day: usize| if day == 0 { 4.5 } else { food[day - 1] };
    let skin: Vec<f64> = (0..days).map(|day| (0.5 * before(day) + noise * other[day]).round()).collect();
    let answered = |day: usize| (day / every).is_multiple_of(2);
    let food = (0..days).map(|day| if answered(day) { food[day].to_string() } else { String::new() });
    csv(&[("skin", texts(&skin)), ("food", food.collect())])
}

fn look(text: &str) -> (Insights, DayTable) {
    let table = tidy_csv::read(text.as_bytes()).unwrap();
    (one_look(&table, &Plan::open(vec![(ColumnIndex(1), ColumnIndex(0))], 0.05), &|_| true).unwrap(), table)
}

/// Days with the outcome answered, and the factor on every day of the window before it.
fn both_answered(finding: &Finding, table: &DayTable) -> usize {
    let (lag, lag_end) = (finding.claim.lag, finding.claim.lag_end);
    let [outcome, factor] = ["skin", "food"].map(|key| &table.column(key).unwrap().cells);
    let is_whole = |row: &usize| outcome[*row].is_some() && (lag..=lag_end).all(|lag| factor[*row - lag].is_some());
    (lag_end..table.days).filter(is_whole).count()
}

#[test]
fn the_days_of_a_finding_are_those_on_which_both_were_answered() {
    let (found, table) = look(&half_answered(240, 7, 0.2));
    let finding = &found.findings[0];
    let both = both_answered(finding, &table);
    assert!(both < 125, "{both} of 240");
    let sentence = words::sentence(finding, &table);
    let filled = 240 - finding.claim.lag_end - both;
    assert!(
        sentence.contains(&format!(
            "; both answered on {both} days, and food filled in from other days on {filled} more days)"
        )),
        "{sentence}"
    );
    assert!(text(&found, &table).contains(&sentence));
    let json = to_json(&found, &table);
    let claim = &json["claims"][0];
    assert_eq!(
        (claim["paired_days"].as_u64(), claim["filled_days"].as_u64()),
        (Some(both as u64), Some(filled as u64))
    );
    assert_eq!(claim["days_used"], 240, "the field keeps its meaning: days with the outcome");
    let said = finding_blocks(&found, &table, &|_| 0).into_iter().any(|block| match block {
        Block::List(points) => points.iter().any(|point| point.starts_with(&sentence)),
        _ => false,
    });
    assert!(said, "the report says the same");
    let figure = lag_curve::draw(finding, &table, 600.0).unwrap();
    let of_window = format!("both answered on {both} days");
    assert!(figure.scene.desc.contains(&of_window), "{}", figure.scene.desc);
    let lag = finding.claim.lag.to_string();
    let row = figure.csv.lines().map(|line| line.split(',').collect::<Vec<_>>()).find(|row| row[2] == lag).unwrap();
    assert_eq!(row.last().unwrap().parse::<usize>().unwrap(), both);
}

#[test]
fn where_everything_is_answered_no_day_is_filled_in() {
    let (found, table) = look(&half_answered(120, 1_000, 0.2));
    let finding = &found.findings[0];
    assert_eq!((finding.claim.paired_days, finding.claim.filled_days), (120 - finding.claim.lag_end, 0));
    let sentence = words::sentence(finding, &table);
    assert!(sentence.ends_with(&format!("; both answered on {} days).", finding.claim.paired_days)), "{sentence}");
}

#[test]
fn few_days_with_both_are_said_before_all_else() {
    // Food is answered on every fourth day.
    let (food, days) = (digits(3, 104), 104);
    let skin: Vec<f64> = (0..days).map(|day| if day == 0 { 4.0 } else { food[day - 1] }).collect();
    let food = (0..days).map(|day| if day % 4 == 0 { food[day].to_string() } else { String::new() });
    let (found, table) = look(&csv(&[("skin", texts(&skin)), ("food", food.collect())]));
    let finding = &found.findings[0];
    let both = both_answered(finding, &table);
    assert!(both < 28, "{both}");
    let words = format!("Few days: food and skin were both answered on only {both} days. ");
    assert!(text(&found, &table).lines().any(|line| line.starts_with(&words)), "{}", text(&found, &table));
}

#[test]
fn no_digit_is_said_that_whole_answers_do_not_have() {
    let (found, table) = look(&half_answered(240, 1_000, 0.3));
    let finding = &found.findings[0];
    let sentence = words::sentence(finding, &table);
    let numbers = sentence.split(|sign: char| !sign.is_ascii_digit() && sign != '.').map(|word| word.trim_matches('.'));
    for number in numbers.filter(|word| word.contains('.')) {
        let decimals = number.split('.').nth(1).unwrap().len();
        assert_eq!(decimals, 1, "{number} in: {sentence}");
    }
    let of_step = |size: f64| size / finding.step;
    let claim =
        Discovery { effect: of_step(-0.0852), interval: (of_step(-0.1401), of_step(-0.0303)), ..finding.claim.clone() };
    let sentence = words::sentence(&Finding { claim, ..finding.clone() }, &table);
    let words = "skin was 0.1 lower for 5 more of food (95 % interval less than 0.1 to 0.1 lower; ";
    assert!(sentence.contains(words), "{sentence}");
}

/// A comparison with a step and its interval.
fn compared(step: f64, interval: (f64, f64), outcome: &Column) -> String {
    let found = BeforeAfter {
        outcome: outcome.key.clone(),
        change: Day::from_ymd(2026, 3, 1).unwrap(),
        onset_days: 0,
        step,
        interval,
        p: 0.5,
        df: 40.0,
        days_used: (30, 31),
        line: Vec::new(),
        stretch: None,
        range: (0.0, 10.0),
    };
    before_after::words::headline(&found, outcome)
}

#[test]
fn sign_and_interval_turn_round_together_whichever_way_of_an_outcome_is_worse() {
    // Itch is worse up, mood better up, the form of a stool neither.
    for name in ["Itch", "Mood", "Stool form"] {
        let spec = ColumnSpec::new(name.to_lowercase(), name, Role::Outcome, Origin::Logged).outcome(BodySystem::Skin);
        let spec = ColumnSpec { scale: Scale::Points, ..spec };
        let column = Column { spec, cells: (0..40).map(|day| Some(f64::from(day % 11))).collect() };
        for (step, interval, said) in [
            (
                0.4,
                (0.1, 0.7),
                "0.4 points higher than the trend before it would have led to (95 % interval 0.1 to 0.7 higher;",
            ),
            (
                -0.4,
                (-0.7, -0.1),
                "0.4 points lower than the trend before it would have led to (95 % interval 0.1 to 0.7 lower;",
            ),
            (
                -0.1,
                (-0.3, 0.1),
                "0.1 points lower than the trend before it would have led to (95 % interval between 0.1 higher and 0.3 lower;",
            ),
            (
                0.1,
                (-0.1, 0.3),
                "0.1 points higher than the trend before it would have led to (95 % interval between 0.1 lower and 0.3 higher;",
            ),
            (
                -0.4,
                (-0.4, -0.4),
                "0.4 points lower than the trend before it would have led to (95 % interval 0.4 lower;",
            ),
        ] {
            let headline = compared(step, interval, &column);
            assert!(
                headline.contains(&format!("{} was {said} 30 days before, 31 after).", name.to_lowercase())),
                "{headline}"
            );
        }
    }
}

fn worst_day(first: &str, last: &str) -> String {
    let [first, last] = [first, last].map(|day| day.parse::<Day>().unwrap());
    let mut diary = Diary::default();
    for (day, itch) in [(first, 9.0), (last, 3.0)] {
        carry_out(&mut diary, answer(day, "itch", Value::Number(itch))).unwrap();
    }
    let table = gutskin::columns::tabulate(&diary);
    let document = build(&diary, &table, &ReportRequest::new(first, last, last), &|_| true).unwrap();
    let rows = document
        .blocks
        .into_iter()
        .filter_map(|block| if let Block::Table(table) = block { Some(table.rows) } else { None });
    rows.flatten().find(|row| row[0] == "Itch").unwrap()[4].clone()
}

#[test]
fn the_worst_day_has_its_year_where_the_period_has_two() {
    assert_eq!(worst_day("2026-01-06", "2026-02-20"), "6 Jan (9)");
    assert_eq!(worst_day("2025-12-06", "2026-02-20"), "6 Dec 2025 (9)");
}
