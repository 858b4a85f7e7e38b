//! How often the analysis is right, on made-up diaries with known truth. Not a benchmark of speed: it prints a table.
//!
//! `cargo bench --bench error_rates` measures 60 diaries of each length; `cargo bench --bench error_rates -- 200 7000` measures
//! 200 of each, from seed 7000 on.
//!
//! `cargo bench --bench error_rates -- export FOLDER 10 7000` writes ten diaries of each length as CSV with what is claimed on
//! them, for another implementation to be held against, and the seconds a look takes.
//!
//! `cargo bench --bench error_rates -- demo` prints what was planted in the sample diary and what was found of it, or why not.

#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../support/demo.rs"]
mod demo;
#[path = "../support/exported.rs"]
mod exported;
#[path = "../support/simulator.rs"]
mod simulator;

use std::path::Path;
use std::time::Instant;

use gutskin::analysis::engine::{Plan, search};
use simulator::{Score, Setting, Simulated, simulate};

const LENGTHS: [usize; 5] = [45, 90, 180, 365, 730];

fn measure(days: usize, count: u64, seed: u64, q: f64) -> Score {
    let mut score = Score::default();
    for number in 0..count {
        let diary = diary_of(days, number, seed);
        let plan = Plan { q, ..Plan::of_diary(&diary.table) };
        score.add(&diary, &search(&diary.table, &plan, days, &|_| true).unwrap(), q);
    }
    score
}

fn merge(all: &mut Score, part: &Score) {
    all.diaries += part.diaries;
    all.false_share += part.false_share;
    all.empty += part.empty;
    all.empty_with_claim += part.empty_with_claim;
    all.planted += part.planted;
    all.hits += part.hits;
    all.wrong_sign += part.wrong_sign;
    all.covered += part.covered;
}

fn line(name: &str, score: &Score) {
    let share = |part: f64, whole: f64| if whole > 0.0 { format!("{:.3}", part / whole) } else { "-".to_owned() };
    println!(
        "| {name} | {} | {} | {} | {} | {} | {} | {} |",
        score.diaries,
        share(score.false_share, score.diaries),
        share(score.empty_with_claim, score.empty),
        share(score.hits, score.planted),
        share(score.wrong_sign, score.hits),
        share(score.covered, score.hits),
        score.hits
    );
}

fn export(folder: &Path, count: u64, seed: u64) {
    for (index, days) in (0..).zip(LENGTHS) {
        let mut seconds = 0.0;
        for number in 0..count {
            let diary = diary_of(days, number, seed + 100_000 * index);
            seconds += exported::write(&diary.table, &folder.join(format!("{days}-{number}")), 0.10);
        }
        println!("{days} days: {:.2} ms a look", 1e3 * seconds / count as f64);
    }
}

/// 12 to 40 factors and 3 to 8 outcomes.
fn diary_of(days: usize, number: u64, seed: u64) -> Simulated {
    let factors = 12 + usize::try_from(number * 7 % 29).unwrap();
    let outcomes = 3 + usize::try_from(number * 5 % 6).unwrap();
    simulate(seed + number, Setting { days, factors, outcomes, empty_share: 0.4 })
}

fn main() {
    let numbers: Vec<u64> = std::env::args().filter_map(|text| text.parse().ok()).collect();
    let count = numbers.first().copied().unwrap_or(60);
    let seed = numbers.get(1).copied().unwrap_or(1_000);
    let words: Vec<String> = std::env::args().collect();
    if let Some(at) = words.iter().position(|word| word == "export") {
        return export(Path::new(&words[at + 1]), count, seed);
    }
    if words.iter().any(|word| word == "demo") {
        return demo::print(numbers.first().copied().unwrap_or(20));
    }
    let start = Instant::now();
    for q in [0.05, 0.10] {
        println!("\nq <= {q}, seeds from {seed}");
        println!(
            "| days | diaries | false share | empty with a claim | recall | wrong sign | coverage of hits | hits |"
        );
        println!("| --- | --- | --- | --- | --- | --- | --- | --- |");
        let mut all = Score::default();
        for (index, days) in (0..).zip(LENGTHS) {
            let score = measure(days, count, seed + 100_000 * index, q);
            line(&days.to_string(), &score);
            merge(&mut all, &score);
        }
        line("all", &all);
    }
    println!("\n{:.1} s", start.elapsed().as_secs_f64());
}
