//! The map of lags: every factor against the days after, for one outcome. What did not pass is grey, however strong it looks.

use std::fmt::Write;

use super::builder::FigureBuilder;
use crate::analysis::engine::windows::LAGS;
use crate::analysis::insights::{Insights, LagRow, words};
use crate::columns::DayTable;
use crate::report::exportable_figure::ExportableFigure;
use crate::report::scene::{Anchor, Color, cut_to, palette};

/// Largest q of what is drawn in colour.
const SHOWN_Q: f64 = 0.10;
/// |t| at which a cell gets a step stronger.
const STEPS: [f64; 4] = [1.0, 2.0, 3.5, 5.0];
const LEFT: f32 = 190.0;
const RIGHT: f32 = 8.0;
const TOP: f32 = 62.0;
const ROW: f32 = 20.0;
const BODY: f32 = 11.0;

/// Draws the map of one outcome; `None` if no pair of it was tested.
pub fn draw(insights: &Insights, table: &DayTable, outcome: &str, width: f32) -> Option<ExportableFigure> {
    let label = |key: &str| table.column(key).map_or_else(|| key.to_owned(), |column| column.label.clone());
    let rows: Vec<&LagRow> = insights.lag_rows.iter().filter(|row| row.outcome == outcome).collect();
    if rows.is_empty() {
        return None;
    }
    let mut figure = FigureBuilder::new(width.max(360.0));
    let title = format!("{}: every factor, lag by lag", label(outcome));
    figure.heading((8.0, 18.0), &title);
    let legend = "Orange: higher after more of it. Blue: lower. Grey: not told from chance.";
    figure.text((8.0, 35.0), BODY, Anchor::Start, palette::QUIET, legend);
    let left = LEFT.min(figure.width * 0.42);
    let cell = (figure.width - RIGHT - left) / LAGS as f32;
    figure.text((left - 8.0, TOP - 6.0), BODY, Anchor::End, palette::QUIET, "days after");
    for lag in 0..LAGS {
        let x = left + (lag as f32 + 0.5) * cell;
        figure.text((x, TOP - 6.0), BODY, Anchor::Middle, palette::QUIET, &lag.to_string());
    }
    for (place, row) in rows.iter().enumerate() {
        let top = TOP + place as f32 * ROW;
        let found = row.q <= SHOWN_Q;
        let name = cut_to(&label(&row.factor), BODY, left - 14.0);
        let color = if found { palette::TEXT } else { palette::QUIET };
        figure.text((left - 8.0, top + 14.0), BODY, Anchor::End, color, &name);
        for (lag, t) in row.t.iter().enumerate() {
            let (color, opacity) = look(*t, found);
            figure.fill([left + lag as f32 * cell + 0.5, top + 1.0, cell - 1.0, ROW - 2.0], color, opacity);
        }
    }
    let height = TOP + rows.len() as f32 * ROW + 10.0;
    let desc = in_words(&title, &rows, &label);
    Some(ExportableFigure { stem: "gutskin-lag-map", scene: figure.finish(height, title, desc), csv: csv(&rows) })
}

fn look(t: f64, found: bool) -> (Color, f32) {
    let strength = STEPS.iter().filter(|limit| t.abs() >= **limit).fold(0.08, |sum, _| sum + 0.2);
    match (found, t >= 0.0) {
        (true, true) => (palette::SERIES[1], strength),
        (true, false) => (palette::SERIES[0], strength),
        (false, _) => (palette::QUIET, strength * 0.4),
    }
}

fn in_words(title: &str, rows: &[&LagRow], label: &dyn Fn(&str) -> String) -> String {
    let found: Vec<String> =
        rows.iter().filter(|row| row.q <= SHOWN_Q).map(|row| words::lowered(&label(&row.factor))).collect();
    let said = if found.is_empty() { "none".to_owned() } else { found.join(", ") };
    format!("{title}. {} factors; told from chance: {said}.", rows.len())
}

fn csv(rows: &[&LagRow]) -> String {
    let mut text = String::from("factor,outcome,q,lag_days,t\n");
    for row in rows {
        for (lag, t) in row.t.iter().enumerate() {
            writeln!(text, "{},{},{},{lag},{t}", row.factor, row.outcome, row.q).ok();
        }
    }
    text
}
