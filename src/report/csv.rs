//! The day table as CSV: first column the date, one column a trackable, an empty cell is missing.

use std::fmt::Write;

use crate::analysis::day_table::DayTable;

/// The whole table. Keys need no quoting and numbers cannot be formulas, so this is plain text with commas.
pub fn table_to_csv(table: &DayTable) -> String {
    let mut text = String::from("date");
    for column in &table.columns {
        text.push(',');
        text.push_str(&column.key);
    }
    text.push('\n');
    for row in 0..table.days {
        write!(text, "{}", table.day(row)).ok();
        for column in &table.columns {
            text.push(',');
            if let Some(value) = column.cells.get(row).copied().flatten() {
                write!(text, "{value}").ok();
            }
        }
        text.push('\n');
    }
    text
}
