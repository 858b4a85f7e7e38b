//! Every day of the period with what page one speaks of: one row a day, so that nobody has to trust a median.

use super::signs::{plain_name, signs};
use super::{Source, heading};
use crate::analysis::before_flares::FLARE;
use crate::columns::Column;
use crate::model::time::Day;
use crate::report::document::{Block, Table};
use crate::words::report::day_by_day as words;

/// Days printed at most; of a longer period the last ones.
const MOST_DAYS: usize = 366;

/// The table; nothing where no sign was answered.
pub(super) fn blocks(source: &Source<'_>) -> Vec<Block> {
    let mut columns: Vec<&Column> = signs(source);
    if columns.is_empty() {
        return Vec::new();
    }
    columns.extend(source.table.column(FLARE));
    let (first, last) = source.period();
    let days: Vec<Day> = (0..=last.days_since(first)).map(|place| first.plus(place)).collect();
    let left_out = days.len().saturating_sub(MOST_DAYS);
    let rows = days.iter().skip(left_out).filter_map(|day| {
        let cells: Vec<Option<String>> = columns.iter().map(|column| answer(source, column, *day)).collect();
        // A run of days without any answer would be paper without words.
        cells.iter().any(Option::is_some).then(|| {
            let cells = cells.into_iter().map(|cell| cell.unwrap_or_else(|| words::MISSING.to_owned()));
            std::iter::once(day.short()).chain(cells).collect()
        })
    });
    let header = columns.iter().map(|column| plain_name(&column.label).to_owned());
    let table = Table {
        caption: words::caption(),
        header: std::iter::once(words::DAY.to_owned()).chain(header).collect(),
        rows: rows.collect(),
        widths: std::iter::once(1.5).chain(columns.iter().map(|_| 1.0)).collect(),
        ..Table::default()
    };
    let mut blocks = vec![heading(words::HEADING), Block::Table(table)];
    if left_out > 0 {
        blocks.push(Block::Aside(words::left_out(left_out)));
    }
    blocks
}

fn answer(source: &Source<'_>, column: &Column, day: Day) -> Option<String> {
    let row = source.table.row(day)?;
    let value = column.cells.get(row).copied().flatten()?;
    let of = column.quantity();
    Some(match (of.yes_no, value > 0.0) {
        (true, true) => "yes".to_owned(),
        (true, false) => "no".to_owned(),
        (false, _) => of.answer(value),
    })
}
