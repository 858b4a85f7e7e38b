//! Outcome and factor of a finding over the last half year that the look used, one above the other.

use std::fmt::Write;

use crate::analysis::insights::Finding;
use crate::columns::DayTable;
use crate::model::diary::Diary;
use crate::report::chart::{ChartModel, ChartRequest};
use crate::report::exportable_figure::ExportableFigure;
use crate::report::series_style::SeriesStyles;

/// Days drawn at most; more would be a scribble.
const MOST_DAYS: usize = 182;

/// Draws both series up to the last day the look used; `None` if neither has an answer in these days.
pub fn draw(
    finding: &Finding,
    diary: &Diary,
    (table, days): (&DayTable, usize),
    styles: &SeriesStyles,
    width: f32,
) -> Option<ExportableFigure> {
    let last = table.day(days.min(table.days).checked_sub(1)?);
    let first = table.day(days.saturating_sub(MOST_DAYS));
    let pair = [&finding.outcome, &finding.factor];
    let request = ChartRequest { styles: styles.clone(), ..ChartRequest::new(&pair, first, last, last) };
    let chart = ChartModel::new(diary, table, &request).ok()?;
    let mut csv = format!("date,{},{}\n", finding.outcome, finding.factor);
    for (day, cells) in chart.rows() {
        let cells: Vec<String> =
            cells.into_iter().map(|cell| cell.map_or_else(String::new, |value| value.to_string())).collect();
        writeln!(csv, "{day},{}", cells.join(",")).ok();
    }
    Some(ExportableFigure { stem: "gutskin-timeline", scene: super::draw_at(&chart, width), csv })
}
