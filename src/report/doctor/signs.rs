//! The signs of page one: the index of the day and what the person's condition is about, now and before, in bands, and on one time
//! axis with what was taken.

use super::outcomes::{is_as_logged, is_index, is_worse_up};
use super::{Source, headline};
use crate::analysis::before_flares::FLARE;
use crate::analysis::heat_map::{HeatMap, Summary};
use crate::analysis::period_change::period_before;
use crate::analysis::quantile::quartiles;
use crate::columns::{Column, Scale};
use crate::model::body_system::BodySystem;
use crate::model::form_rows::FormRows;
use crate::model::time::Day;
use crate::model::trackable::Kind;
use crate::report::chart::{Days, Span, earliest, spans, trial_spans};
use crate::report::document::{Block, Table};
use crate::report::figure::body_strip;
use crate::report::figure::overview::{self, Overview, OverviewRow};
use crate::words::report::outcomes::{DASH, too_few};
use crate::words::report::signs as words;
use crate::words::rounded;

/// Width of the figure with the body beside it, and between the two, in points.
const FIGURE_WIDTH: f32 = 600.0;
const FIGURE_GAP: f32 = 14.0;
/// The most signs of the skin beside its index, and of the gut beside its own.
const MOST_SIGNS: [(BodySystem, usize); 2] = [(BodySystem::Skin, 3), (BodySystem::Gut, 1)];
/// Answers below which no median is printed.
const MEDIAN_NEEDS: usize = 3;

/// The days before the period, as far as the diary reaches back.
pub(super) fn days_before(source: &Source<'_>) -> Days {
    period_before(source.request.first, source.request.last)
}

/// The columns of page one, skin first: the index of the day, then what the condition is about, then the signs answered most often,
/// of those where 0 is best.
pub(super) fn signs<'a>(source: &'a Source<'_>) -> Vec<&'a Column> {
    let of_condition = FormRows::built_in().of_conditions(source.diary.profile());
    let mut signs = Vec::new();
    for (system, most) in MOST_SIGNS {
        let of_system =
            |column: &&Column| column.is_outcome_of(system) && column.key != FLARE && column.place.is_none();
        let mut logged: Vec<(usize, &Column)> = source
            .table
            .columns
            .iter()
            .filter(of_system)
            .filter(|column| is_as_logged(column) && is_worse_up(source, column))
            .map(|column| (source.answers(column).count(), column))
            .filter(|(answered, _)| *answered > 0)
            .collect();
        let rank = |column: &Column| of_condition.iter().position(|key| *key == column.key).unwrap_or(usize::MAX);
        logged.sort_by_key(|(answered, column)| (rank(column), std::cmp::Reverse(*answered)));
        signs.extend(headline::index_of(source, system).filter(|column| source.answers(column).next().is_some()));
        signs.extend(logged.into_iter().take(most).map(|(_, column)| column));
    }
    signs
}

/// Each sign now and before, and how its days spread.
pub(super) fn table(source: &Source<'_>, signs: &[&Column]) -> Block {
    let (now, before) = (source.period(), days_before(source));
    let cell = |column: &Column, most: Option<f64>, days: Days| {
        let values = source.values(column, days);
        let answered = values.len();
        let Some([low, middle, high]) = quartiles(values).filter(|_| answered >= MEDIAN_NEEDS) else {
            return too_few(answered);
        };
        let of = column.quantity();
        let place = if most.is_some_and(|most| most > 10.0) { 0 } else { -1 };
        let [low, high] = [low, high].map(|end| rounded(end, place));
        words::median(&of.mean(middle), &low, &high, answered)
    };
    let rows = signs.iter().map(|column| {
        let most = most_of(source, column);
        let scale = most.map_or_else(|| column.unit.clone(), words::scale);
        let name = plain_name(&column.label);
        let name = if scale.is_empty() { name.to_owned() } else { format!("{name}, {scale}") };
        let values = source.values(column, now);
        let spread = most.map_or_else(|| least_to_most(column, &values), |most| by_band(&values, most));
        vec![name, cell(column, most, now), cell(column, most, before), spread]
    });
    Block::Table(Table {
        caption: caption(signs),
        header: words::HEADER.map(str::to_owned).to_vec(),
        rows: rows.collect(),
        widths: vec![1.35, 1.35, 1.35, 2.6],
        behind: signs.iter().map(|column| column.key.clone()).collect(),
    })
}

/// What the numbers are; of the diary's own indices, what those are, since no clinic knows them.
fn caption(signs: &[&Column]) -> String {
    let indices: Vec<&str> =
        signs.iter().filter(|column| is_index(column)).map(|column| plain_name(&column.label)).collect();
    words::caption(&indices)
}

/// The ends of answers that are counts.
fn least_to_most(column: &Column, values: &[f64]) -> String {
    let (least, most) = (values.iter().copied().reduce(f64::min), values.iter().copied().reduce(f64::max));
    let of = column.quantity();
    least.zip(most).map_or_else(|| DASH.to_owned(), |(least, most)| words::a_day(&of.answer(least), &of.answer(most)))
}

/// The largest answer, where the answers are steps from 0 to it.
pub(super) fn most_of(source: &Source<'_>, column: &Column) -> Option<f64> {
    match source.diary.catalogue().get(&column.key).map(|known| &known.kind) {
        Some(Kind::Score) => Some(10.0),
        Some(Kind::Grade) => Some(4.0),
        None if column.scale == Scale::Points => Some(100.0),
        _ => None,
    }
}

/// A name without the scale that some carry in brackets.
pub(super) fn plain_name(label: &str) -> &str {
    label.split(" (").next().unwrap_or(label)
}

/// How many days lie in each of four or five bands of answers; where steps are few, 0 is one of its own.
fn by_band(values: &[f64], most: f64) -> String {
    let ends: &[f64] = if most > 10.0 {
        &[25.0, 50.0, 75.0, 100.0]
    } else if most > 4.0 {
        &[0.0, 3.0, 6.0, 10.0]
    } else {
        &[0.0, 1.0, 2.0, 3.0, 4.0]
    };
    let mut from = 0.0;
    let mut below = f64::NEG_INFINITY;
    let mut words = Vec::new();
    for end in ends {
        let days = values.iter().filter(|value| **value > below && **value <= *end).count();
        let name = if from >= *end { format!("{end:.0}") } else { format!("{from:.0}–{end:.0}") };
        words.push(format!("{name}: {days}"));
        (below, from) = (*end, *end + 1.0);
    }
    words.join(" · ")
}

/// The main signs on one time axis, this period and the one before, with what was taken and the flares; beside them the body, where
/// places were answered.
pub(super) fn figure(source: &Source<'_>, signs: &[&Column]) -> Block {
    let (before, last) = (days_before(source).0, source.request.last);
    let logged = source.diary.span().map_or(before, |(first, _)| earliest(source.diary, first));
    let shown = (before.max(logged).min(source.request.first), last);
    let series = |column: &Column| source.answers_on(column, shown).collect::<Vec<(Day, f64)>>();
    let rows = signs.iter().map(|column| {
        let points = series(column);
        let most =
            most_of(source, column).unwrap_or_else(|| points.iter().map(|(_, value)| *value).fold(1.0, f64::max));
        OverviewRow {
            label: plain_name(&column.label).to_owned(),
            style: source.request.styles.of(&column.key),
            most,
            points,
        }
    });
    let flares = source.table.column(FLARE).map(series).unwrap_or_default();
    let overview = Overview {
        shown,
        split: source.request.first,
        rows: rows.collect(),
        flares: flares.into_iter().filter(|(_, value)| *value > 0.0).map(|(day, _)| day).collect(),
        spans: spans_of(source, shown),
    };
    let body = super::body::most_answered(source)
        .map(|known| HeatMap::new(source.diary, known, source.period(), Summary::Worst))
        .and_then(|map| body_strip::draw(&map));
    let scene = match body {
        Some(body) => overview::draw(&overview, FIGURE_WIDTH - FIGURE_GAP - body.width).beside(body, FIGURE_GAP),
        None => overview::draw(&overview, FIGURE_WIDTH),
    };
    Block::Drawing(Box::new(scene))
}

/// Trials, told apart only once they are over, and courses.
fn spans_of(source: &Source<'_>, shown: Days) -> Vec<Span> {
    let mut all = trial_spans(source.diary, shown, true, source.request.today);
    all.extend(spans(source.diary, shown, source.request.today));
    all
}
