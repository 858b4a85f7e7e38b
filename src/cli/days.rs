//! `gutskin days`: prints the day table.

use serde_json::{Map, Value};

use super::args::{DaysArgs, TableFormat};
use super::exit::Failure;
use super::output::print;
use super::place::{Place, admit_damage};
use crate::columns::DayTable;
use crate::report::csv::table_to_csv;

pub(super) fn run(place: &Place, args: &DaysArgs) -> Result<(), Failure> {
    let workspace = place.open_to_read()?;
    let table = workspace.table();
    print(&match args.format {
        TableFormat::Csv => table_to_csv(&table),
        TableFormat::Json => as_json(&table)?,
    })?;
    admit_damage(&workspace, place)
}

/// A list of days, each an object of date and answered keys; missing is `null`.
fn as_json(table: &DayTable) -> Result<String, Failure> {
    let days: Vec<Value> = (0..table.days)
        .map(|row| {
            let cells = table.columns.iter().map(|column| {
                let cell = column.cells.get(row).copied().flatten();
                (column.key.clone(), cell.map_or(Value::Null, Value::from))
            });
            let date = ("date".to_owned(), Value::from(table.day(row).to_string()));
            Value::Object(std::iter::once(date).chain(cells).collect::<Map<_, _>>())
        })
        .collect();
    let text = serde_json::to_string_pretty(&days).map_err(|error| Failure::usage(error.to_string()))?;
    Ok(text + "\n")
}
