//! Before and after: the logged days, the line before the change and the line after it, and the date between them.

use std::fmt::Write;

use super::builder::{FigureBuilder, share};
use crate::analysis::before_after::{BeforeAfter, LinePoint, words as said};
use crate::columns::DayTable;
use crate::report::exportable_figure::ExportableFigure;
use crate::report::scene::{Anchor, Stroke, palette};
use crate::report::series_style::SeriesStyles;
use crate::report::ticks;
use crate::words::plain;

const LEFT: f32 = 52.0;
const RIGHT: f32 = 16.0;
const TOP: f32 = 48.0;
const HIGH: f32 = 180.0;
const BELOW: f32 = 58.0;
const BODY: f32 = 11.0;

/// Draws the comparison; `occasion` names the change. `None` if the outcome is gone.
pub fn draw(
    found: &BeforeAfter,
    occasion: &str,
    table: &DayTable,
    styles: &SeriesStyles,
    width: f32,
) -> Option<ExportableFigure> {
    let column = table.column(&found.outcome)?;
    let (first, last) = (found.line.first()?.row, found.line.last()?.row);
    let logged: Vec<(usize, f64)> = column.answers().filter(|(row, _)| (first..=last).contains(row)).collect();
    let mut figure = FigureBuilder::new(width.max(320.0));
    let title = format!("{} before and after", column.label);
    figure.heading((8.0, 18.0), &title);
    figure.text((8.0, 35.0), BODY, Anchor::Start, palette::QUIET, &format!("{occasion}, {}", found.change.short()));
    let values = logged.iter().map(|(_, value)| *value).chain(found.line.iter().map(|point| point.value));
    let (low, high) = values.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
    let marks = ticks::nice(low, high, 4);
    let ends = (marks.first().copied().unwrap_or(low), marks.last().copied().unwrap_or(high));
    let (right, bottom) = (figure.width - RIGHT, TOP + HIGH);
    let x = |row: usize| LEFT + share(row as f64, (first as f64, last as f64)) * (right - LEFT);
    let y = |value: f64| bottom - share(value, ends) * HIGH;
    for tick in &marks {
        figure.line((LEFT, y(*tick)), (right, y(*tick)), Stroke::solid(palette::GRID, 0.75));
        figure.text((LEFT - 8.0, y(*tick) + 4.0), BODY, Anchor::End, palette::QUIET, &plain(*tick));
    }
    for tick in ticks::along(table.day(first), table.day(last), 7) {
        let Some(row) = table.row(tick.day) else { continue };
        figure.text((x(row), bottom + 17.0), BODY, Anchor::Middle, palette::QUIET, &tick.label);
    }
    if let Some(change) = table.row(found.change) {
        let onset = (change + found.onset_days).min(last);
        figure.fill([x(change), TOP, x(onset) - x(change), HIGH], palette::COURSE, 0.15);
        figure.line((x(change), TOP), (x(change), bottom), Stroke::solid(palette::TEXT, 1.0).dashed(&[4.0, 3.0]));
    }
    let style = styles.of(&found.outcome);
    for (row, value) in &logged {
        figure.mark((x(*row), y(*value)), 2.0, style.shape, style.color.paler());
    }
    for after in [false, true] {
        let side: Vec<&LinePoint> = found.line.iter().filter(|point| point.after == after).collect();
        if let (Some(from), Some(to)) = (side.first(), side.last()) {
            let (from, to) = ((x(from.row), y(from.value)), (x(to.row), y(to.value)));
            figure.line(from, to, Stroke::solid(style.color, 2.5));
        }
    }
    let below = ["Marks: logged days. Lines: fitted, the week taken out;", "their gap at the date is the step."];
    for (line, text) in below.iter().enumerate() {
        figure.text((LEFT, bottom + 36.0 + 15.0 * line as f32), BODY, Anchor::Start, palette::QUIET, text);
    }
    let desc = format!("{title}. {occasion}, {}. {}", found.change.short(), said::headline(found, column));
    let csv = csv(found, &logged, table);
    Some(ExportableFigure { stem: "gutskin-before-after", scene: figure.finish(bottom + BELOW, title, desc), csv })
}

fn csv(found: &BeforeAfter, logged: &[(usize, f64)], table: &DayTable) -> String {
    let mut text = format!("date,{},line,side\n", found.outcome);
    for point in &found.line {
        let value = logged.iter().find(|(row, _)| *row == point.row).map(|(_, value)| value.to_string());
        let side = if point.after { "after" } else { "before" };
        writeln!(text, "{},{},{},{side}", table.day(point.row), value.unwrap_or_default(), point.value).ok();
    }
    text
}
