//! The outcome after more of a factor and after less of it: two rows with the middle half as a box, the median as a line, the
//! mean as a diamond, and how many days stand behind each.

use std::fmt::Write;

use super::builder::{FigureBuilder, share};
use crate::analysis::insights::behind::{Behind, Spread};
use crate::analysis::insights::{Finding, words};
use crate::columns::DayTable;
use crate::report::exportable_figure::ExportableFigure;
use crate::report::scene::{Anchor, Shape, Stroke, palette};
use crate::report::ticks;
use crate::words::{Quantity, count, plain};

const LEFT: f32 = 142.0;
const RIGHT: f32 = 16.0;
const TOP: f32 = 34.0;
const ROW: f32 = 44.0;
const BODY: f32 = 11.0;
/// What stands with the comparison.
const PLAIN: &str = "Logged days as they are: weekday, drift and other factors are not taken out here.";

/// Draws the comparison; `None` without days on both sides.
pub fn draw(finding: &Finding, behind: &Behind, table: &DayTable, width: f32) -> Option<ExportableFigure> {
    let (factor, outcome) = (table.column(&finding.factor)?, table.column(&finding.outcome)?);
    let [Some(more), Some(less)] = behind.after else { return None };
    let mut figure = FigureBuilder::new(width.max(300.0));
    let title = format!("{} {}", outcome.label, words::when_short(finding.claim.lag, finding.claim.lag_end));
    figure.heading((8.0, 18.0), &title);
    let least = more.quantiles[0].min(less.quantiles[0]);
    let most = more.quantiles[4].max(less.quantiles[4]);
    let ticks = ticks::nice(least, most, 5);
    let ends = (ticks.first().copied().unwrap_or(least), ticks.last().copied().unwrap_or(most));
    let right = figure.width - RIGHT;
    let x = |value: f64| LEFT + share(value, ends) * (right - LEFT);
    let bottom = TOP + 2.0 * ROW;
    for tick in &ticks {
        figure.line((x(*tick), TOP), (x(*tick), bottom), Stroke::solid(palette::GRID, 0.75));
        figure.text((x(*tick), bottom + 15.0), BODY, Anchor::Middle, palette::QUIET, &plain(*tick));
    }
    let when = if finding.claim.lag_end == 0 { "with" } else { "after" };
    let names = ["more", "less"].map(|side| format!("{when} {side} {}", words::lowered(&factor.label)));
    for (row, (name, spread)) in names.iter().zip([more, less]).enumerate() {
        let middle = TOP + (row as f32 + 0.5) * ROW;
        let name = crate::report::scene::cut_to(name, BODY, LEFT - 16.0);
        figure.text((LEFT - 10.0, middle - 1.0), BODY, Anchor::End, palette::TEXT, &name);
        let days = count(spread.days, "day", "days");
        figure.text((LEFT - 10.0, middle + 13.0), BODY, Anchor::End, palette::QUIET, &days);
        let color = palette::SERIES[usize::from(row == 0)];
        let [low, first, median, third, high] = spread.quantiles.map(&x);
        figure.line((low, middle), (high, middle), Stroke::solid(color, 1.0));
        figure.fill([first, middle - 9.0, (third - first).max(1.0), 18.0], color, 0.28);
        figure.line((median, middle - 9.0), (median, middle + 9.0), Stroke::solid(color, 2.0));
        figure.mark((x(spread.mean), middle), 4.0, Shape::Diamond, color);
    }
    let legend = "Box: the middle half of the days. Line: the middle day. Diamond: the mean.";
    let room = figure.width - 8.0 - RIGHT;
    let words = figure.quiet_lines((8.0, bottom + 34.0), BODY, room, &format!("{legend} {PLAIN}"));
    let desc = in_words(&title, &names, [&more, &less], &outcome.quantity());
    let csv = csv(behind, table, finding);
    Some(ExportableFigure {
        stem: "gutskin-days-compared",
        scene: figure.finish(bottom + 28.0 + words, title, desc),
        csv,
    })
}

fn in_words(title: &str, names: &[String; 2], sides: [&Spread; 2], of: &Quantity<'_>) -> String {
    let mut text = format!("{title}.");
    for (name, side) in names.iter().zip(sides) {
        let [low, _, median, _, high] = side.quantiles.map(|value| of.mean(value));
        let (mean, days) = (of.mean(side.mean), count(side.days, "day", "days"));
        write!(text, " {name}: {days}, mean {mean}, median {median}, {low} to {high}.").ok();
    }
    write!(text, " {PLAIN}").ok();
    text
}

fn csv(behind: &Behind, table: &DayTable, finding: &Finding) -> String {
    let mut text = format!("date,{},{},side\n", finding.factor, finding.outcome);
    for day in &behind.days {
        let side = if day.more { "more" } else { "less" };
        writeln!(text, "{},{},{},{side}", table.day(day.row), day.factor, day.outcome).ok();
    }
    text
}
