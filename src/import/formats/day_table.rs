//! A CSV with a day a line: the first column is the date, every other column a key. What `gutskin export` and `gutskin days`
//! write is one; so is a table somebody keeps elsewhere, once its columns carry our keys.

use std::collections::HashSet;

use super::table_text::delimiter;
use super::text_head;
use crate::columns;
use crate::files::{Row, Rows};
use crate::import::{Confidence, ForeignDiary, ForeignRecord, ImportError, Importer, Source, Warnings};
use crate::model::catalogue::Catalogue;
use crate::model::text::excerpt;
use crate::model::time::{Day, TimeError};

/// CSV with commas, semicolons or tabs.
pub(super) struct DayTableCsv;

impl Importer for DayTableCsv {
    fn name(&self) -> &'static str {
        "CSV with a row a day"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["csv", "tsv", "txt"]
    }

    /// Sure if a column beside the date has a key of ours; other keys may be those of a person's own trackables.
    fn sniff(&self, head: &[u8]) -> Confidence {
        let text = text_head(head);
        let header = Rows::new(text, delimiter(text)).next().and_then(Result::ok).map(|row| row.cells);
        let header = header.unwrap_or_default();
        if !header.get(0).is_some_and(is_date) {
            return Confidence::No;
        }
        let catalogue = Catalogue::default();
        let is_ours = columns::keys(&catalogue);
        let is_sure = header.iter().skip(1).any(|name| is_ours(name.trim()));
        if is_sure { Confidence::Sure } else { Confidence::Maybe }
    }

    fn read(&self, source: &Source<'_>, warnings: &mut Warnings) -> Result<ForeignDiary, ImportError> {
        let text = source.text()?;
        let mut rows = Rows::new(text, delimiter(text));
        let refused = |error: crate::files::TableError| source.refused(error.line(), error.to_string());
        let header = rows.next().transpose().map_err(refused)?.map(|row| row.cells).unwrap_or_default();
        let first = header.get(0).unwrap_or_default();
        if !is_date(first) {
            let found = excerpt(first.trim());
            let reason =
                format!("the first column must be “date”, not “{found}”; name the columns date, redness, itch, …");
            return Err(source.refused(1, reason));
        }
        let fields: Vec<String> = header.iter().skip(1).map(|name| name.trim().to_owned()).collect();
        let mut foreign = ForeignDiary { fields, ..ForeignDiary::default() };
        let mut days = HashSet::new();
        for row in rows {
            let row = row.map_err(refused)?;
            if row.cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            match day_of(&row, foreign.fields.len() + 1, &days) {
                Ok(day) => {
                    days.insert(day);
                    foreign.records.push(record(&row, day));
                }
                Err(reason) => warnings.bad(row.line, reason),
            }
        }
        Ok(foreign)
    }
}

fn is_date(name: &str) -> bool {
    name.trim().eq_ignore_ascii_case("date")
}

/// The day of a row, or why the row cannot be taken.
fn day_of(row: &Row, width: usize, days: &HashSet<Day>) -> Result<Day, String> {
    let day: Day = row.cells.get(0).unwrap_or_default().parse().map_err(|error: TimeError| error.to_string())?;
    let cells = row.cells.len();
    if cells > width {
        return Err(format!("{cells} cells stand under {width} columns; quote text that holds a separator"));
    }
    if days.contains(&day) {
        return Err(format!("{day} stands in an earlier line already; keep one line a day"));
    }
    Ok(day)
}

fn record(row: &Row, day: Day) -> ForeignRecord {
    let cells = row.cells.iter().skip(1).map(str::trim).enumerate();
    let values = cells.filter(|(_, cell)| !cell.is_empty()).map(|(field, cell)| (field, cell.to_owned())).collect();
    ForeignRecord { line: row.line, day, at: None, values }
}
