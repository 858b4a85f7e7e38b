//! From a column of the day table to a panel: a cell a day, means of seven days, and an axis with round ends.

use super::span::{course_of, is_course, is_taken};
use super::{ChartRequest, MEAN_DAYS, MEAN_NEEDED, Panel, Reading};
use crate::columns::{Column, DayTable, Origin};
use crate::model::diary::Diary;
use crate::model::time::Day;
use crate::model::trackable::Kind;
use crate::report::series_style::SeriesStyle;
use crate::report::ticks;
use crate::words::step_of;

/// The panel of a column over the days that are asked for.
pub(super) fn build(
    diary: &Diary,
    table: &DayTable,
    column: &Column,
    request: &ChartRequest,
    style: SeriesStyle,
) -> Panel {
    // The first mean looks back on days before the chart.
    let start = request.first.plus(1 - MEAN_DAYS);
    let mut values = cells(table, column, start, request.last);
    if let Some(course) = course_of(&column.key) {
        // The table has the logged days; what was taken is known beyond them, what was not taken is not.
        for (index, value) in values.iter_mut().enumerate().filter(|(_, value)| value.is_none()) {
            let day = start.plus(i32::try_from(index).unwrap_or(i32::MAX));
            *value = (table.row(day).is_none() && is_taken(diary, course, day, request.today)).then_some(1.0);
        }
    }
    let before = usize::try_from(request.first.days_since(start)).unwrap_or(0);
    let mean = moving_mean(&values).split_off(before);
    let values = values.split_off(before);
    // The difference of two sides has no scale of its own.
    let answered = Some(&column.key).filter(|_| column.origin != Origin::Computed);
    let trackable = answered.and_then(|key| diary.catalogue().get(key.split('.').next().unwrap_or_default()));
    let kind = trackable.map(|known| &known.kind);
    let reading = match kind {
        Some(Kind::YesNo) => Reading::YesNo,
        Some(Kind::Clock) => Reading::Clock,
        None if is_course(&column.key) => Reading::YesNo,
        _ => Reading::Number,
    };
    let ticks = if reading == Reading::YesNo { vec![0.0, 1.0] } else { value_ticks(kind, &values) };
    let (key, label, unit) = (column.key.clone(), column.label.clone(), column.unit.clone());
    let step = step_of(values.iter().flatten().copied());
    let direction = column.direction;
    Panel { key, label, unit, reading, direction, style, values, mean, ticks, step }
}

/// For each day the mean of the answers of that day and the six before it; `None` where fewer than three were answered.
pub fn moving_mean(values: &[Option<f64>]) -> Vec<Option<f64>> {
    let week = usize::try_from(MEAN_DAYS).unwrap_or(1);
    let mean = |index: usize| {
        let days = values.get((index + 1).saturating_sub(week)..=index).unwrap_or_default();
        let answers: Vec<f64> = days.iter().rev().flatten().copied().collect();
        (answers.len() >= MEAN_NEEDED).then(|| answers.iter().sum::<f64>() / answers.len() as f64)
    };
    (0..values.len()).map(mean).collect()
}

/// The cells of a column from one day to another; the days between stretches of the table are missing.
fn cells(table: &DayTable, column: &Column, first: Day, last: Day) -> Vec<Option<f64>> {
    let days = usize::try_from(last.days_since(first)).map_or(0, |days| days + 1);
    let mut cells = vec![None; days];
    for (rows, stretch) in table.rows() {
        let (from, to) = (stretch.first.max(first), stretch.last.min(last));
        let place = |day: Day, origin: Day| usize::try_from(day.days_since(origin)).ok();
        let (Some(at), Some(row), Some(count)) = (place(from, first), place(from, stretch.first), place(to, from))
        else {
            continue;
        };
        let (Some(into), Some(answers)) =
            (cells.get_mut(at..=at + count), column.cells.get(rows.start + row..=rows.start + row + count))
        else {
            continue;
        };
        into.copy_from_slice(answers);
    }
    cells
}

fn value_ticks(kind: Option<&Kind>, values: &[Option<f64>]) -> Vec<f64> {
    match kind {
        Some(Kind::Score) => return vec![0.0, 5.0, 10.0],
        Some(Kind::Grade) => return (0..=4).map(f64::from).collect(),
        Some(Kind::StoolForm) => return (1..=7).map(f64::from).collect(),
        _ => {}
    }
    let ends = values.iter().flatten().fold(None, |ends: Option<(f64, f64)>, value| {
        Some(ends.map_or((*value, *value), |(low, high)| (low.min(*value), high.max(*value))))
    });
    let (low, high) = ends.unwrap_or((0.0, 1.0));
    // Counts and amounts stand on 0, so that a small change never looks like a large one; hours and times keep their place.
    let low = if matches!(kind, Some(Kind::Clock | Kind::Duration)) { low } else { low.min(0.0) };
    let ticks = ticks::nice(low, high.max(low + 1.0), 3);
    // Nobody counts half a spot.
    let counts = matches!(kind, Some(Kind::Count { .. }) | None);
    let whole = counts && values.iter().flatten().all(|value| value.fract() == 0.0);
    if whole { ticks.into_iter().filter(|tick| tick.fract() == 0.0).collect() } else { ticks }
}
