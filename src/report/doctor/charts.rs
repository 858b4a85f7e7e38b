//! The series answered most often over the period as charts, and the same as tables of means.

use super::outcomes::is_as_logged;
use super::{Source, heading};
use crate::columns::{Column, Role};
use crate::model::body_system::BodySystem;
use crate::report::chart::{ChartModel, ChartRequest, MOST_SERIES, Panel, is_course};
use crate::report::chart_table::MeanRow;
use crate::report::document::{Block, Table};
use crate::words::Period;
use crate::words::report::charts as words;
use crate::words::report::outcomes::MISSING;

/// Skin, gut, other outcomes, and what may go along with them.
const PARTS: [(&str, Role, Option<BodySystem>); 4] = [
    (words::OVER_TIME[0], Role::Outcome, Some(BodySystem::Skin)),
    (words::OVER_TIME[1], Role::Outcome, Some(BodySystem::Gut)),
    (words::OVER_TIME[2], Role::Outcome, Some(BodySystem::Other)),
    (words::OVER_TIME[3], Role::Factor, None),
];

/// Each chart under its heading.
pub(super) fn blocks(source: &Source<'_>) -> Vec<Block> {
    let charts = charts(source).into_iter();
    charts.flat_map(|(title, chart)| [heading(title), Block::Figure(Box::new(chart))]).collect()
}

fn charts(source: &Source<'_>) -> Vec<(&'static str, ChartModel)> {
    let request = source.request;
    let charts = PARTS.into_iter().filter_map(|(title, role, system)| {
        let series = series_of(source, role, system);
        let styles = request.styles.clone();
        let wanted = ChartRequest { styles, ..ChartRequest::new(&series, request.first, request.last, request.today) };
        Some((title, ChartModel::new(source.diary, source.table, &wanted).ok()?))
    });
    charts.collect()
}

fn series_of<'a>(source: &Source<'a>, role: Role, system: Option<BodySystem>) -> Vec<&'a str> {
    let mut found: Vec<(usize, &Column)> = source
        .table
        .columns
        .iter()
        .filter(|column| (column.role, column.body_system) == (role, system))
        .filter(|column| !is_course(&column.key) && is_as_logged(column) && column.place.is_none())
        .map(|column| (source.answers(column).count(), column))
        .filter(|(answered, _)| *answered > 0)
        .collect();
    // Stable: among equals the order of the catalogue stays.
    found.sort_by_key(|(answered, _)| std::cmp::Reverse(*answered));
    found.truncate(MOST_SERIES);
    found.into_iter().map(|(_, column)| column.key.as_str()).collect()
}

/// Rows of means, those without any answer that follow each other made one.
fn joined(rows: &[MeanRow]) -> Vec<MeanRow> {
    let mut joined: Vec<MeanRow> = Vec::new();
    let is_empty = |(.., means): &MeanRow| means.iter().all(Option::is_none);
    for row in rows {
        match joined.last_mut() {
            Some(last) if is_empty(last) && is_empty(row) => last.1 = row.1,
            _ => joined.push(row.clone()),
        }
    }
    joined
}

/// The charts as tables of means, so that nobody has to read a number off a picture.
pub(super) fn numbers_behind(source: &Source<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (_, chart) in charts(source) {
        let means = chart.means();
        let cell = |(panel, mean): (&Panel, &Option<(f64, usize)>)| match mean {
            Some((mean, answered)) => format!("{} ({answered})", panel.show_mean(*mean)),
            None => MISSING.to_owned(),
        };
        let rows = joined(&means.rows).into_iter().map(|(from, to, means)| {
            std::iter::once(Period::new(from, to).to_string())
                .chain(chart.panels.iter().zip(&means).map(cell))
                .collect()
        });
        blocks.push(Block::Table(Table {
            caption: words::caption(&chart.title),
            rows: rows.collect(),
            widths: std::iter::once(2.0).chain(chart.panels.iter().map(|_| 1.2)).collect(),
            header: means.header,
            ..Table::default()
        }));
    }
    if !blocks.is_empty() {
        blocks.insert(0, heading(words::NUMBERS));
    }
    blocks
}
