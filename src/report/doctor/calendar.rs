//! The year up to the last day of the period, a small cell a day: the index of the skin, or the first sign that was answered.

use super::signs::{most_of, plain_name, signs};
use super::{Source, heading};
use crate::analysis::before_flares::FLARE;
use crate::model::time::Day;
use crate::report::chart::{Days, earliest};
use crate::report::document::Block;
use crate::report::figure::year_calendar::{YearCalendar, draw};
use crate::words::report::calendar as words;

/// Width of the figure, in points.
const FIGURE_WIDTH: f32 = 620.0;
/// Days of a year.
const YEAR_DAYS: i32 = 365;

/// The figure; nothing where no sign was answered.
pub(super) fn blocks(source: &Source<'_>) -> Vec<Block> {
    let signs = signs(source);
    let Some(column) = signs.first() else { return Vec::new() };
    let (first, last) = source.period();
    let logged = source.diary.span().map_or(first, |(first, _)| earliest(source.diary, first));
    // A year, unless the period is longer or the diary younger.
    let shown: Days = (last.plus(1 - YEAR_DAYS).max(logged).min(first), last);
    let points: Vec<(Day, f64)> = source.answers_on(column, shown).collect();
    let most = most_of(source, column).unwrap_or_else(|| points.iter().map(|(_, value)| *value).fold(1.0, f64::max));
    let flares = source.table.column(FLARE).map(|flare| source.answers_on(flare, shown).collect::<Vec<_>>());
    let flares = flares.unwrap_or_default().into_iter().filter(|(_, value)| *value > 0.0).map(|(day, _)| day);
    let calendar =
        YearCalendar { label: plain_name(&column.label).to_owned(), shown, most, points, flares: flares.collect() };
    vec![heading(words::HEADING), Block::Drawing(Box::new(draw(&calendar, FIGURE_WIDTH)))]
}
