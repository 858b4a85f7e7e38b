//! How often the analysis is right, on made-up diaries with known truth. Not a benchmark of speed: it prints a table.
//!
//! `cargo bench --bench error_rates` measures 60 diaries of each length; `cargo bench --bench error_rates -- 200 7000` measures
//! 200 of each, from seed 7000 on.
//!
//! `cargo bench --bench error_rates -- methods 60 9600000` holds the analysis beside what other programs and textbooks would do
//! with the same diaries, 60 of each length, one row a method.
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
#[path = "../support/recipes.rs"]
mod recipes;
#[path = "../support/simulator.rs"]
mod simulator;

use std::path::Path;
use std::time::Instant;

use gutskin::analysis::engine::{Plan, Search, search};
use simulator::{Score, Setting, Simulated, findings, simulate};

const LENGTHS: [usize; 5] = [45, 90, 180, 365, 730];

fn look(diary: &Simulated, q: f64) -> Search {
    let plan = Plan { q, ..Plan::of_diary(&diary.table) };
    search(&diary.table, &plan, diary.table.days, &|_| true).unwrap()
}

fn measure(days: usize, count: u64, seed: u64, q: f64) -> Score {
    let mut score = Score::default();
    for number in 0..count {
        let diary = diary_of(days, number, seed);
        score.add(&diary, &look(&diary, q), q);
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
    all.with_interval += part.with_interval;
    all.covered += part.covered;
}

fn share(part: f64, whole: f64) -> String {
    if whole > 0.0 { format!("{:.3}", part / whole) } else { "-".to_owned() }
}

fn line(name: &str, score: &Score) {
    println!(
        "| {name} | {} | {} | {} | {} | {} | {} | {} |",
        score.diaries,
        share(score.false_share, score.diaries),
        share(score.empty_with_claim, score.empty),
        share(score.hits, score.planted),
        share(score.wrong_sign, score.hits),
        share(score.covered, score.with_interval),
        score.hits
    );
}

/// The scores of each method, one a length.
fn measure_methods(count: u64, seed: u64) -> Vec<(&'static str, Vec<Score>)> {
    let mut methods: Vec<(&str, Vec<Score>)> = Vec::new();
    for (length, days) in LENGTHS.into_iter().enumerate() {
        for number in 0..count {
            let diary = diary_of(days, number, seed + 100_000 * length as u64);
            let mut said = recipes::all(&diary.table);
            for (name, q) in [("this analysis, q <= .10", 0.10), ("this analysis, q <= .05", 0.05)] {
                said.push((name, findings(&look(&diary, q), q)));
            }
            for (place, (name, found)) in said.into_iter().enumerate() {
                if place == methods.len() {
                    methods.push((name, vec![Score::default(); LENGTHS.len()]));
                }
                methods[place].1[length].add_findings(&diary, &found);
            }
        }
    }
    methods
}

fn methods(count: u64, seed: u64) {
    let start = Instant::now();
    println!("\n{count} diaries of each length, {LENGTHS:?} days, seeds from {seed}");
    println!("| method | false share | empty with a claim | recall | by length | wrong sign | coverage of hits |");
    println!("| --- | --- | --- | --- | --- | --- | --- |");
    for (name, scores) in measure_methods(count, seed) {
        let mut all = Score::default();
        for score in &scores {
            merge(&mut all, score);
        }
        let by_length: Vec<String> = scores.iter().map(|score| share(score.hits, score.planted)).collect();
        println!(
            "| {name} | {} | {} | {} | {} | {} | {} |",
            share(all.false_share, all.diaries),
            share(all.empty_with_claim, all.empty),
            share(all.hits, all.planted),
            by_length.join(" / "),
            share(all.wrong_sign, all.hits),
            share(all.covered, all.with_interval),
        );
    }
    println!("\n{:.1} s", start.elapsed().as_secs_f64());
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
    if words.iter().any(|word| word == "methods") {
        return methods(count, seed);
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
