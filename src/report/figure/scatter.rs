//! A finding as the days it rests on: the factor over the days before, against the outcome, a mark a day; and through them the
//! slope that the analysis found, with its interval as a fan through the middle of the days.

use std::fmt::Write;

use super::builder::{FigureBuilder, share};
use crate::analysis::insights::behind::Behind;
use crate::analysis::insights::{Finding, words};
use crate::columns::{Column, DayTable};
use crate::report::exportable_figure::ExportableFigure;
use crate::report::scene::{Anchor, Shape, Stroke, cut_to, palette};
use crate::report::ticks;
use crate::words::{Effect, EffectWords, count, plain};

const LEFT: f32 = 64.0;
const RIGHT: f32 = 16.0;
const TOP: f32 = 48.0;
const HIGH: f32 = 210.0;
const BELOW: f32 = 92.0;
const BODY: f32 = 11.0;
/// Lines between the two ends of the interval: enough to be seen as one ground.
const FAN: u8 = 24;

/// What stands with the figure.
const PLAIN: &str = "Marks: logged days as they are; darker where several lie together.";
const SLOPE: &str = "Line: the difference found, with weekday, drift and other factors taken out.";
const INTERVAL: &str = "Fan: its 95 % interval, through the middle of the days.";

/// The ends of an axis, and its ticks.
struct Axis {
    ticks: Vec<f64>,
    ends: (f64, f64),
}

impl Axis {
    fn of_values(values: impl Iterator<Item = f64>) -> Self {
        let (low, high) = values.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
        let ticks = ticks::nice(low, high, 4);
        let ends = (ticks.first().copied().unwrap_or(low), ticks.last().copied().unwrap_or(high));
        Self { ticks, ends }
    }
}

/// Draws the days behind a finding; `None` with fewer than three of them, or if its columns are gone.
pub fn draw(finding: &Finding, behind: &Behind, table: &DayTable, width: f32) -> Option<ExportableFigure> {
    let (factor, outcome) = (table.column(&finding.factor)?, table.column(&finding.outcome)?);
    if behind.days.len() < 3 {
        return None;
    }
    let mut figure = FigureBuilder::new(width.max(300.0));
    let title = format!("{} against {}", outcome.label, words::lowered(&factor.label));
    figure.heading((8.0, 18.0), &title);
    let days = count(behind.days.len(), "day", "days");
    let below_title = format!("{days}; across: {}, {}", words::lowered(&factor.label), window_in_words(finding));
    let below_title = cut_to(&below_title, BODY, figure.width - 16.0);
    figure.text((8.0, 35.0), BODY, Anchor::Start, palette::QUIET, &below_title);
    let (across, up) = (
        Axis::of_values(behind.days.iter().map(|day| day.factor)),
        Axis::of_values(behind.days.iter().map(|day| day.outcome)),
    );
    let (right, bottom) = (figure.width - RIGHT, TOP + HIGH);
    // Marks at the ends keep their whole shape.
    let x = |value: f64| LEFT + 6.0 + share(value, across.ends) * (right - LEFT - 12.0);
    let y = |value: f64| bottom - 6.0 - share(value, up.ends) * (HIGH - 12.0);
    for tick in &up.ticks {
        figure.line((LEFT, y(*tick)), (right, y(*tick)), Stroke::solid(palette::GRID, 0.75));
        figure.text((LEFT - 8.0, y(*tick) + 4.0), BODY, Anchor::End, palette::QUIET, &plain(*tick));
    }
    for tick in &across.ticks {
        figure.line((x(*tick), bottom), (x(*tick), bottom + 4.0), Stroke::solid(palette::AXIS, 1.0));
        figure.text((x(*tick), bottom + 17.0), BODY, Anchor::Middle, palette::QUIET, &plain(*tick));
    }
    figure.line((LEFT, bottom), (right, bottom), Stroke::solid(palette::AXIS, 1.0));
    let color = palette::SERIES[0];
    let line = Slope::new(behind, across.ends, up.ends);
    let (low, high) = finding.claim.interval;
    for step in 0..=FAN {
        let slope = low + (high - low) * f64::from(step) / f64::from(FAN);
        if let Some((from, to)) = line.drawn(slope) {
            figure.line((x(from.0), y(from.1)), (x(to.0), y(to.1)), Stroke::solid(color, 3.0).faint(0.05));
        }
    }
    for day in &behind.days {
        figure.mark((x(day.factor), y(day.outcome)), 2.5, Shape::Circle, color.paler());
    }
    if let Some((from, to)) = line.drawn(finding.claim.effect) {
        figure.line((x(from.0), y(from.1)), (x(to.0), y(to.1)), Stroke::solid(color, 2.0));
    }
    for (number, text) in [PLAIN, SLOPE, INTERVAL].iter().enumerate() {
        let text = cut_to(text, BODY, figure.width - 16.0);
        figure.text((8.0, bottom + 38.0 + 16.0 * number as f32), BODY, Anchor::Start, palette::QUIET, &text);
    }
    let desc = in_words(&title, finding, (factor, outcome), &days);
    let csv = csv(behind, table, finding);
    Some(ExportableFigure { stem: "gutskin-scatter", scene: figure.finish(bottom + BELOW, title, desc), csv })
}

/// Lines of a slope through the middle of the days, as far as the axes reach.
struct Slope {
    middle: (f64, f64),
    across: (f64, f64),
    up: (f64, f64),
}

impl Slope {
    fn new(behind: &Behind, across: (f64, f64), up: (f64, f64)) -> Self {
        let days = behind.days.len().max(1) as f64;
        let mean = |values: &mut dyn Iterator<Item = f64>| values.sum::<f64>() / days;
        let middle =
            (mean(&mut behind.days.iter().map(|day| day.factor)), mean(&mut behind.days.iter().map(|day| day.outcome)));
        Self { middle, across, up }
    }

    /// From where to where a line of this slope lies within the axes.
    fn drawn(&self, slope: f64) -> Option<((f64, f64), (f64, f64))> {
        let at = |x: f64| self.middle.1 + slope * (x - self.middle.0);
        let (mut from, mut to) = self.across;
        if slope != 0.0 {
            let [one, other] = [self.up.0, self.up.1].map(|y| self.middle.0 + (y - self.middle.1) / slope);
            (from, to) = (from.max(one.min(other)), to.min(one.max(other)));
        }
        (from < to).then(|| ((from, at(from)), (to, at(to))))
    }
}

/// Which days of the factor are meant, seen from the day of the outcome.
fn window_in_words(finding: &Finding) -> String {
    match (finding.claim.lag, finding.claim.lag_end) {
        (0, 0) => "on the same day".to_owned(),
        (1, 1) => "the day before".to_owned(),
        (from, to) if from == to => format!("{from} days before"),
        (0, to) => format!("mean of the day and {to} before"),
        (from, to) => format!("mean of days {from} to {to} before"),
    }
}

fn in_words(title: &str, finding: &Finding, (factor, outcome): (&Column, &Column), days: &str) -> String {
    let effect = Effect { estimate: finding.claim.effect, interval: finding.claim.interval }.scaled(finding.step);
    let EffectWords { size, interval } = effect.words(&outcome.quantity());
    let step = words::more_of(factor, finding.step);
    format!("{title}: {days}, {}. For {step}: {size} (95 % interval {interval}). {PLAIN}", window_in_words(finding))
}

fn csv(behind: &Behind, table: &DayTable, finding: &Finding) -> String {
    let mut text = format!("date,{},{}\n", finding.factor, finding.outcome);
    for day in &behind.days {
        writeln!(text, "{},{},{}", table.day(day.row), day.factor, day.outcome).ok();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::insights::behind::DayBehind;

    #[test]
    fn a_slope_passes_the_middle_of_the_days_and_ends_at_the_axes() {
        let day = |factor, outcome| DayBehind { row: 0, factor, outcome, more: false };
        let behind = Behind { days: vec![day(0.0, 2.0), day(4.0, 6.0)], after: [None, None] };
        let line = Slope::new(&behind, (0.0, 4.0), (0.0, 10.0));
        assert_eq!(line.drawn(1.0), Some(((0.0, 2.0), (4.0, 6.0))), "through (2, 4)");
        // 4 + 5 (x - 2) reaches 0 at 1.2 and 10 at 3.2.
        let (from, to) = line.drawn(5.0).unwrap();
        assert!((from.0 - 1.2).abs() < 1e-9 && (to.0 - 3.2).abs() < 1e-9, "{from:?} {to:?}");
    }
}
