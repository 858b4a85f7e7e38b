//! The day tables of two diaries, column by column, as they have always been: whoever moves the making of columns sees here
//! that no key, label, order or cell moved with it. A column that is new stands in no file and is let through.

use std::fmt::Write;

use gutskin::columns::{Column, ColumnSpec, DayTable, tabulate};

use super::{demo, round_trip};

/// FNV-1a of the cells, to the last bit; what is missing differs from every number.
fn checksum(cells: &[Option<f64>]) -> u64 {
    let words = cells.iter().map(|cell| cell.map_or(u64::MAX, f64::to_bits));
    words
        .flat_map(u64::to_le_bytes)
        .fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn line(column: &Column) -> String {
    let ColumnSpec { key, label, unit, scale, role, body_system, origin, .. } = &column.spec;
    let role = body_system.map_or(format!("{role:?}"), |system| format!("{system:?}")).to_lowercase();
    let (answered, sum) = (column.answered_days(), checksum(&column.cells));
    format!("{key}\t{label}\t{unit}\t{scale:?}\t{role}\t{origin:?}\t{answered}\t{sum:016x}")
}

/// Every line of the file is a column of the table, and in this order.
fn holds(table: &DayTable, golden: &str) {
    let mut found = table.columns.iter().map(line);
    let mut missing = String::new();
    for expected in golden.lines() {
        if !found.any(|line| line == expected) {
            writeln!(missing, "{expected}").unwrap();
            found = table.columns.iter().map(line);
        }
    }
    let now: Vec<String> = table.columns.iter().map(line).collect();
    assert!(missing.is_empty(), "not in the table, or not in this place:\n{missing}\nthe table is\n{}", now.join("\n"));
}

#[test]
fn the_day_table_of_the_demo_is_the_same_to_the_last_bit() {
    let table = tabulate(&gutskin::sample::diary(gutskin::sample::SEED, demo::today()).unwrap());
    holds(&table, include_str!("../fixtures/day_table/demo.tsv"));
}

#[test]
fn the_day_table_of_a_week_of_everything_is_the_same_to_the_last_bit() {
    holds(&tabulate(&round_trip::kitchen()), include_str!("../fixtures/day_table/week_of_everything.tsv"));
}
