//! The figure of a trial: its periods along the days, and, once it is over, the logged days of the outcome with the mean of each
//! period. Before that no outcome is drawn, and of the periods only those that have begun.

use std::fmt::Write;

use super::builder::{FigureBuilder, share};
use crate::analysis::trial::recorded::Judged;
use crate::analysis::trial::words;
use crate::columns::Column;
use crate::model::time::Day;
use crate::model::trial::{Trial, TrialDesign};
use crate::report::exportable_figure::ExportableFigure;
use crate::report::scene::{Anchor, Stroke, cut_to, palette};
use crate::report::series_style::SeriesStyles;
use crate::report::ticks;
use crate::words::plain;

const LEFT: f32 = 52.0;
const RIGHT: f32 = 16.0;
const TOP: f32 = 48.0;
const HIGH: f32 = 170.0;
const BAND: f32 = 22.0;
const BODY: f32 = 11.0;
const NARROWEST: f32 = 320.0;

/// Days along the figure: its first day, how many, and how wide.
struct Along {
    first: Day,
    days: f32,
    right: f32,
}

impl Along {
    fn new(first: Day, days: usize, width: f32) -> Self {
        Self { first, days: (days as f32).max(1.0), right: width - RIGHT }
    }

    /// Left edge of a day, counted from the first.
    fn edge(&self, day: f32) -> f32 {
        LEFT + day / self.days * (self.right - LEFT)
    }

    fn of_day(&self, day: Day) -> f32 {
        self.edge(day.days_since(self.first) as f32)
    }
}

/// The bands of the periods: those on filled, those off outlined, those not known blank; days that do not count are lighter.
fn bands(figure: &mut FigureBuilder, along: &Along, design: TrialDesign, on: &[Option<bool>], top: f32) {
    let (long, washout) = (f32::from(design.days_per_period), f32::from(design.washout_days));
    let untreated = f32::from(design.lot.untreated_days());
    if untreated > 0.0 {
        let (left, right) = (along.edge(0.0), along.edge(untreated));
        figure.fill([left + 0.5, top, right - left - 1.0, BAND], palette::COURSE, 0.06);
        figure.text((f32::midpoint(left, right), top + 15.0), 10.0, Anchor::Middle, palette::TEXT, "neither");
    }
    for (place, on) in on.iter().enumerate() {
        let from = untreated + place as f32 * long;
        let (left, counts, right) = (along.edge(from), along.edge(from + washout), along.edge(from + long));
        let opacity = match on {
            Some(true) => 0.75,
            Some(false) => 0.18,
            None => 0.06,
        };
        figure.fill([left + 0.5, top, (counts - left - 0.5).max(0.0), BAND], palette::COURSE, opacity * 0.45);
        figure.fill([counts, top, (right - counts - 0.5).max(0.0), BAND], palette::COURSE, opacity);
        let word = match on {
            Some(true) => "on",
            Some(false) => "off",
            None => "?",
        };
        if right - left >= 18.0 {
            let ink = if *on == Some(true) { palette::PAPER } else { palette::TEXT };
            let middle = if *on == Some(true) { f32::midpoint(counts, right) } else { f32::midpoint(left, right) };
            figure.text((middle, top + 15.0), 10.0, Anchor::Middle, ink, word);
        }
    }
}

fn days_below(figure: &mut FigureBuilder, along: &Along, last: Day, baseline: f32) {
    for tick in ticks::along(along.first, last, 7) {
        let at = (along.of_day(tick.day), baseline);
        figure.text(at, BODY, Anchor::Start, palette::QUIET, &tick.label);
    }
}

/// The picture of a plan or of a trial that is not over: `on` says of each period whether it is on, as far as it is known.
pub fn plan(name: &str, start: Day, design: TrialDesign, on: &[Option<bool>], width: f32) -> ExportableFigure {
    let mut figure = FigureBuilder::new(width.max(NARROWEST));
    let days = design.days();
    let last = start.plus(i32::try_from(days).unwrap_or(i32::MAX) - 1);
    let title = format!("Plan of the trial of {name}");
    let room = figure.width - 16.0;
    figure.heading((8.0, 18.0), &cut_to(&title, 13.0, room));
    figure.text(
        (8.0, 35.0),
        BODY,
        Anchor::Start,
        palette::QUIET,
        &format!("{} to {}, {days} days", start.short(), last.short()),
    );
    let along = Along::new(start, days, figure.width);
    bands(&mut figure, &along, design, on, TOP);
    days_below(&mut figure, &along, last, TOP + BAND + 16.0);
    let drawn = if design.lot.has_orders() {
        "Half of the periods are on; the lot decides which."
    } else {
        "A toss decides which side is treated; before that neither is."
    };
    let notes = [drawn, "Lighter days at the start of a period do not count."];
    for (line, note) in notes.iter().enumerate() {
        let at = (8.0, TOP + BAND + 36.0 + 15.0 * line as f32);
        figure.text(at, BODY, Anchor::Start, palette::QUIET, note);
    }
    let mut csv = "period,first,last,on\n".to_owned();
    let treated_from = start.plus(i32::from(design.lot.untreated_days()));
    for (place, on) in on.iter().enumerate() {
        let from = treated_from
            .plus(i32::try_from(place).unwrap_or(i32::MAX).saturating_mul(i32::from(design.days_per_period)));
        let to = from.plus(i32::from(design.days_per_period) - 1);
        let on = on.map_or("", |on| if on { "1" } else { "0" });
        writeln!(csv, "{},{from},{to},{on}", place + 1).ok();
    }
    let desc =
        format!("{title}. {} periods of {} days from {}.", design.periods, design.days_per_period, start.short());
    ExportableFigure { stem: "gutskin-trial-plan", scene: figure.finish(TOP + BAND + 62.0, title, desc), csv }
}

/// The figure of a trial that is over.
pub fn result(trial: &Trial, judged: &Judged, outcome: &Column, styles: &SeriesStyles, width: f32) -> ExportableFigure {
    let mut figure = FigureBuilder::new(width.max(NARROWEST));
    let title = format!("{} in the trial of {}", outcome.label, trial.factor.name);
    let room = figure.width - 16.0;
    figure.heading((8.0, 18.0), &cut_to(&title, 13.0, room));
    let under = format!("{} to {}", trial.start.short(), trial.last().short());
    figure.text((8.0, 35.0), BODY, Anchor::Start, palette::QUIET, &under);
    let along = Along::new(trial.start, trial.days(), figure.width);
    let on: Vec<bool> = trial.on().collect();
    let known: Vec<Option<bool>> = on.iter().copied().map(Some).collect();
    let (top, bottom) = (TOP + BAND + 6.0, TOP + BAND + 6.0 + HIGH);
    bands(&mut figure, &along, trial.design, &known, TOP);
    let values = judged.cells.iter().flatten().copied();
    let (low, high) = values.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
    let (low, high) = if low <= high { (low, high) } else { (0.0, 1.0) };
    let marks = ticks::nice(low, high, 4);
    let ends = (marks.first().copied().unwrap_or(low), marks.last().copied().unwrap_or(high));
    let y = |value: f64| bottom - share(value, ends) * HIGH;
    for tick in &marks {
        figure.line((LEFT, y(*tick)), (along.right, y(*tick)), Stroke::solid(palette::GRID, 0.75));
        figure.text((LEFT - 8.0, y(*tick) + 4.0), BODY, Anchor::End, palette::QUIET, &plain(*tick));
    }
    let style = styles.of(&outcome.key);
    let (long, washout) = (usize::from(trial.design.days_per_period), usize::from(trial.design.washout_days));
    let untreated = usize::from(trial.design.lot.untreated_days());
    for (day, value) in judged.cells.iter().take(untreated).enumerate() {
        if let Some(value) = value {
            figure.mark((along.edge(day as f32 + 0.5), y(*value)), 2.2, style.shape, style.color);
        }
    }
    for (place, on) in on.iter().enumerate() {
        let from = untreated + place * long;
        if *on {
            let (left, right) = (along.edge(from as f32), along.edge((from + long) as f32));
            figure.fill([left, top, right - left, HIGH], palette::COURSE, 0.10);
        }
        let mut counted = Vec::new();
        for day in from..from + long {
            let Some(value) = judged.cells.get(day).copied().flatten() else { continue };
            let counts = day >= from + washout;
            if counts {
                counted.push(value);
            }
            let color = if counts { style.color } else { style.color.paler() };
            figure.mark((along.edge(day as f32 + 0.5), y(value)), 2.2, style.shape, color);
        }
        if !counted.is_empty() {
            let mean = y(counted.iter().sum::<f64>() / counted.len() as f64);
            let (left, right) = (along.edge((from + washout) as f32), along.edge((from + long) as f32));
            figure.line((left, mean), (right, mean), Stroke::solid(style.color, 2.5));
        }
    }
    figure.line((LEFT, bottom), (along.right, bottom), Stroke::solid(palette::AXIS, 1.0));
    days_below(&mut figure, &along, trial.last(), bottom + 17.0);
    let marks = match trial.sides {
        None => "Marks: logged days; pale ones do not count.".to_owned(),
        Some(sides) => {
            let [one, other] = [sides.one, sides.other].map(|place| place.label().to_lowercase());
            format!("Marks: half of {one} less {other}, on days with both.")
        }
    };
    let notes =
        [format!("Shaded: periods on. {marks}"), "Thick lines: mean of the days of a period that count.".to_owned()];
    for (line, note) in notes.iter().enumerate() {
        let at = (LEFT, bottom + 36.0 + 15.0 * line as f32);
        figure.text(at, BODY, Anchor::Start, palette::QUIET, note);
    }
    let desc = format!("{title}. {}", words::headline(trial, judged, outcome));
    let scene = figure.finish(bottom + 58.0, title, desc);
    ExportableFigure { stem: "gutskin-trial", scene, csv: csv(trial, judged, outcome) }
}

/// The days of a trial in the columns that the command line judges.
pub fn csv(trial: &Trial, judged: &Judged, outcome: &Column) -> String {
    let mut text = format!("date,period,on,{},kept\n", outcome.key);
    let long = usize::from(trial.design.days_per_period).max(1);
    let untreated = usize::from(trial.design.lot.untreated_days());
    for (row, cell) in judged.cells.iter().enumerate() {
        let day = trial.start.plus(i32::try_from(row).unwrap_or(i32::MAX));
        let period = row.checked_sub(untreated).map(|row| row / long);
        let on = period.and_then(|period| trial.on().nth(period)).map_or("", |on| if on { "1" } else { "0" });
        let period = period.map(|period| (period + 1).to_string()).unwrap_or_default();
        let value = cell.map(|value| value.to_string()).unwrap_or_default();
        let kept = trial.kept.get(&day).map_or("", |kept| kept.label());
        writeln!(text, "{day},{period},{on},{value},{kept}").ok();
    }
    text
}
