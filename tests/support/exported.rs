//! A made-up diary as files another implementation of the analysis can read, with what was claimed here beside it.

use std::fs;
use std::path::Path;
use std::time::Instant;

use gutskin::analysis::engine::{Plan, search};
use gutskin::columns::{ColumnIndex, DayTable, Role};
use serde_json::json;

/// Writes `diary.csv` (first column `date`, empty cells are missing), `schema.json` (name, role, kind) and `claims.json` into a
/// folder. Gives the seconds one look over all days took, one search on one thread.
pub fn write(table: &DayTable, folder: &Path, q: f64) -> f64 {
    fs::create_dir_all(folder).unwrap();
    let names: Vec<&str> = table.columns.iter().map(|column| column.key.as_str()).collect();
    let mut text = format!("date,{}\n", names.join(","));
    for row in 0..table.days {
        let cell = |cell: Option<f64>| cell.map_or(String::new(), |value| value.to_string());
        let cells: Vec<String> = table.columns.iter().map(|column| cell(column.cells[row])).collect();
        text += &format!("{},{}\n", table.day(row), cells.join(","));
    }
    let role = |role: Role| if role == Role::Factor { "factor" } else { "skin" };
    let schema: Vec<_> = table
        .columns
        .iter()
        .map(|column| json!({ "name": column.key, "role": role(column.role), "kind": "score" }))
        .collect();
    let plan = Plan { q, ..Plan::of_diary(table) };
    let start = Instant::now();
    let found = search(table, &plan, table.days, &|_| true).unwrap();
    let seconds = start.elapsed().as_secs_f64();
    let key = |index: ColumnIndex| table[index].key.clone();
    let claims: Vec<_> = found
        .discoveries
        .iter()
        .map(|claim| {
            json!({
                "factor": key(claim.factor), "outcome": key(claim.outcome), "lag": claim.lag, "lag_end": claim.lag_end,
                "effect": claim.effect, "lo": claim.interval.0, "hi": claim.interval.1, "q": claim.q,
            })
        })
        .collect();
    fs::write(folder.join("diary.csv"), text).unwrap();
    fs::write(folder.join("schema.json"), json!(schema).to_string()).unwrap();
    fs::write(folder.join("claims.json"), json!(claims).to_string()).unwrap();
    seconds
}
