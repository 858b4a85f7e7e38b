//! The effect of one factor, lag by lag: a mark for the estimate, a line for its interval, the days of the finding in colour.

use std::fmt::Write;

use super::builder::{FigureBuilder, share};
use crate::analysis::engine::search::LagEffect;
use crate::analysis::insights::{Finding, words};
use crate::columns::{Column, DayTable};
use crate::report::exportable_figure::ExportableFigure;
use crate::report::scene::{Anchor, Shape, Stroke, palette};
use crate::report::ticks;
use crate::words::{Effect, EffectWords, Quantity, count, plain};

const LEFT: f32 = 64.0;
const RIGHT: f32 = 12.0;
const TOP: f32 = 48.0;
const HIGH: f32 = 170.0;
/// From the foot of the plot to the words under it.
const ABOVE_WORDS: f32 = 28.0;
const BODY: f32 = 11.0;

/// Draws the effects of a finding for one typical step of its factor; `None` if its columns are gone.
pub fn draw(finding: &Finding, table: &DayTable, width: f32) -> Option<ExportableFigure> {
    let (factor, outcome) = (table.column(&finding.factor)?, table.column(&finding.outcome)?);
    let effects: Vec<LagEffect> = finding.claim.by_lag.iter().map(|effect| scaled(*effect, finding.step)).collect();
    let mut figure = FigureBuilder::new(width.max(300.0));
    let title = format!("{}, days after more {}", outcome.label, words::lowered(&factor.label));
    figure.heading((8.0, 18.0), &title);
    let per = format!("Difference{} for {}", words::unit_in_words(outcome), words::more_of(factor, finding.step));
    figure.text((8.0, 35.0), BODY, Anchor::Start, palette::QUIET, &per);
    let ends = effects
        .iter()
        .fold((0.0_f64, 0.0_f64), |(low, high), effect| (low.min(effect.interval.0), high.max(effect.interval.1)));
    let ticks = ticks::nice(ends.0, ends.1, 4);
    let ends = (ticks.first().copied().unwrap_or(ends.0), ticks.last().copied().unwrap_or(ends.1));
    let (right, bottom) = (figure.width - RIGHT, TOP + HIGH);
    let y = |value: f64| bottom - share(value, ends) * HIGH;
    for tick in &ticks {
        let stroke = if *tick == 0.0 { Stroke::solid(palette::AXIS, 1.0) } else { Stroke::solid(palette::GRID, 0.75) };
        figure.line((LEFT, y(*tick)), (right, y(*tick)), stroke);
        figure.text((LEFT - 8.0, y(*tick) + 4.0), BODY, Anchor::End, palette::QUIET, &plain(*tick));
    }
    let step = (right - LEFT) / effects.len().max(1) as f32;
    for (lag, effect) in effects.iter().enumerate() {
        let chosen = (finding.claim.lag..=finding.claim.lag_end).contains(&lag);
        let color = if chosen { palette::SERIES[0] } else { palette::AXIS };
        let x = LEFT + (lag as f32 + 0.5) * step;
        if chosen {
            figure.fill([x - step / 2.0, TOP, step, HIGH], color, 0.08);
        }
        figure.line((x, y(effect.interval.0)), (x, y(effect.interval.1)), Stroke::solid(color, 2.0).faint(0.7));
        figure.mark((x, y(effect.effect)), 4.0, Shape::Circle, color);
        figure.text((x, bottom + 16.0), BODY, Anchor::Middle, palette::QUIET, &lag.to_string());
    }
    let answered = words::answered_days(&finding.claim, factor);
    let below = format!(
        "Days after. Lines: 95 % intervals, each of one day alone, so about one in twenty misses. In colour: the days of the \
         finding, {answered}."
    );
    let words = figure.quiet_lines((LEFT, bottom + 34.0), BODY, figure.width - LEFT - RIGHT, &below);
    let desc = format!("{} The finding: {answered}.", in_words(&title, &per, &effects, &outcome.quantity()));
    Some(ExportableFigure {
        stem: "gutskin-lags",
        scene: figure.finish(bottom + ABOVE_WORDS + words, title, desc),
        csv: csv(&effects, factor, outcome),
    })
}

fn scaled(effect: LagEffect, step: f64) -> LagEffect {
    let (low, high) = effect.interval;
    LagEffect { effect: effect.effect * step, interval: (low * step, high * step), ..effect }
}

fn in_words(title: &str, per: &str, effects: &[LagEffect], of: &Quantity<'_>) -> String {
    let mut text = format!("{title}. {per}, with 95 % intervals.");
    for (lag, effect) in effects.iter().enumerate() {
        let LagEffect { effect: estimate, interval, paired_days } = *effect;
        let EffectWords { size, interval } = Effect { estimate, interval }.words(of);
        let days = count(paired_days, "day", "days");
        write!(text, " Day {lag}: {size} ({interval}; both answered on {days}).").ok();
    }
    text
}

fn csv(effects: &[LagEffect], factor: &Column, outcome: &Column) -> String {
    let mut text = String::from("factor,outcome,lag_days,effect,low,high,paired_days\n");
    for (lag, effect) in effects.iter().enumerate() {
        let (low, high) = effect.interval;
        let (key, of, days) = (&factor.key, &outcome.key, effect.paired_days);
        writeln!(text, "{key},{of},{lag},{},{low},{high},{days}", effect.effect).ok();
    }
    text
}
