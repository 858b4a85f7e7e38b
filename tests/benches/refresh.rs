//! What the insights cost after an edit, all looks and the self-check together, each diary in a process of its own: seconds
//! until they are there, milliseconds until they stop when asked, and the memory they add at their peak.
//!
//! `cargo bench --bench refresh`

#![allow(clippy::unwrap_used, dead_code, clippy::disallowed_macros, missing_docs, reason = "the simulator is shared")]

#[path = "../support/simulator.rs"]
mod simulator;

use std::cell::Cell;
use std::process::Command;
use std::time::Instant;

use gutskin::analysis::insights::{SearchCache, of_diary_with, self_check_with};
use gutskin::columns::{DayTable, Role, tabulate};
use gutskin::model::time::Day;
use gutskin::sample;
use simulator::{Setting, simulate};

/// The diaries by name.
const DIARIES: [&str; 3] = ["the demo diary", "ten years of the same person", "ten years, 40 factors x 8 outcomes"];
const DAYS: usize = 3_650;
/// Times it is stopped, each time later.
const STOPS: u32 = 12;

fn table_of(name: &str) -> DayTable {
    let today = Day::from_ymd(2026, 11, 20).unwrap();
    if name == DIARIES[0] {
        tabulate(&sample::diary(sample::SEED, today).unwrap())
    } else if name == DIARIES[1] {
        tabulate(&sample::complete(sample::SEED, today, DAYS).into_diary(today).unwrap())
    } else {
        simulate(7, Setting { days: DAYS, factors: 40, outcomes: 8, empty_share: 0.0 }).table
    }
}

/// Memory in MB as Linux tells it; 0 elsewhere.
fn memory_mb(name: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(name)).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|number| number.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}

/// Works everything out; gives the seconds until the insights, and from there to the self-check.
fn work_out(table: &DayTable, memory: &SearchCache) -> (f64, f64) {
    let start = Instant::now();
    let insights = of_diary_with(table, None, memory, &|_| true).unwrap();
    let first = start.elapsed().as_secs_f64();
    self_check_with(table, insights.days, memory, &|_| true).unwrap();
    (first, start.elapsed().as_secs_f64() - first)
}

/// Changes the answer of one factor on one day.
fn edit(table: &mut DayTable, day: usize) {
    let factor = table.columns.iter_mut().find(|column| column.role == Role::Factor && column.cells[day].is_some());
    if let Some(cell) = factor.and_then(|column| column.cells.get_mut(day)) {
        *cell = cell.map(|value| value + 1.0);
    }
}

/// The longest it went on, in ms, after it was told to stop at several points of the work.
fn longest_stop(whole: f64, work: impl Fn(&SearchCache, &dyn Fn(f32) -> bool) -> bool) -> f64 {
    let stop = |part: u32| {
        let (start, told) = (Instant::now(), Cell::new(None));
        let go_on = |_: f32| {
            let goes = start.elapsed().as_secs_f64() < whole * f64::from(part) / f64::from(STOPS + 1);
            if !goes && told.get().is_none() {
                told.set(Some(Instant::now()));
            }
            goes
        };
        // Done before it was told to stop says nothing.
        if work(&SearchCache::default(), &go_on) {
            None
        } else {
            told.get().map(|told| told.elapsed().as_secs_f64() * 1e3)
        }
    };
    (1..=STOPS).filter_map(stop).fold(0.0, f64::max)
}

fn child(name: &str) {
    let mut table = table_of(name);
    // The peak of what came before does not count.
    std::fs::write("/proc/self/clear_refs", "5").ok();
    let before = memory_mb("VmRSS");
    let memory = SearchCache::default();
    let (insights, check) = work_out(&table, &memory);
    println!("\n{name}: {} days, {} columns", table.days, table.columns.len());
    println!("  first time:          insights {insights:6.2} s, self-check {check:6.2} s more");
    println!("  peak memory added:   {:.1} MB", memory_mb("VmHWM") - before);
    let looked_at = table.days / 28 * 28 - 1;
    for (edited, day) in [
        ("today", table.days - 1),
        ("the last day of a look", looked_at),
        ("the middle day", table.days / 2),
        ("the first day", 0),
    ] {
        edit(&mut table, day);
        let (insights, check) = work_out(&table, &memory);
        println!("  {edited:22} insights {insights:6.2} s, self-check {check:6.2} s more");
    }
    println!("  peak memory added, edits too: {:.1} MB", memory_mb("VmHWM") - before);
    let looks = longest_stop(insights, |memory, go_on| of_diary_with(&table, None, memory, go_on).is_some());
    let days = table.days;
    let checks = longest_stop(check, |memory, go_on| self_check_with(&table, days, memory, go_on).is_some());
    println!("  stops within:        {looks:.1} ms in the looks, {checks:.1} ms in the self-check");
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, word, name] = arguments.as_slice()
        && word == "child"
    {
        return child(name);
    }
    for name in DIARIES {
        let done = Command::new(std::env::current_exe().unwrap()).args(["child", name]).status().unwrap();
        assert!(done.success(), "{name}: {done}");
    }
}
