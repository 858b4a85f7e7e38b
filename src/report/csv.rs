//! The day table as CSV: first column the date, one column a trackable, an empty cell is missing.

use std::fmt::Write;

use crate::columns::{Column, DayTable, answered};
use crate::model::diary::Diary;

/// The whole table. Keys need no quoting and numbers cannot be formulas, so this is plain text with commas.
pub fn table_to_csv(table: &DayTable) -> String {
    write_columns(table, &table.columns.iter().collect::<Vec<_>>())
}

/// The whole table as a file that can be read back: behind its columns stands what was answered, where a column says more than
/// that because foods, regions or bed times are part of it.
pub fn days_to_csv(diary: &Diary, table: &DayTable) -> String {
    let answered = answered(diary, table);
    write_columns(table, &table.columns.iter().chain(&answered).collect::<Vec<_>>())
}

fn write_columns(table: &DayTable, columns: &[&Column]) -> String {
    let mut text = String::from("date");
    for column in columns {
        text.push(',');
        text.push_str(&column.key);
    }
    text.push('\n');
    for row in 0..table.days {
        write!(text, "{}", table.day(row)).ok();
        for column in columns {
            text.push(',');
            if let Some(value) = column.cells.get(row).copied().flatten() {
                write!(text, "{value}").ok();
            }
        }
        text.push('\n');
    }
    text
}
