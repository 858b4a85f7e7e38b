//! From a column of the day table to a panel: runs without gaps, means of seven days, and an axis with round ends.

use super::{MEAN_DAYS, MEAN_NEEDS, Panel, Reads, Run, Summary};
use crate::analysis::day_table::{Column, DayTable};
use crate::model::course::CourseKind;
use crate::model::diary::Diary;
use crate::model::time::Day;
use crate::model::trackable::Kind;
use crate::report::ticks::{round_range, value_ticks};

/// The panel of a column over the days from `first` to `last`.
pub(super) fn build(diary: &Diary, table: &DayTable, column: &Column, first: Day, last: Day) -> Panel {
    let value_of = |day: Day| table.row(day).and_then(|row| column.cells.get(row).copied().flatten());
    let length = last.days_since(first) + 1;
    // Six days before the period belong to the first means.
    let back = i32::try_from(MEAN_DAYS).unwrap_or(7) - 1;
    let values: Vec<(Day, Option<f64>)> =
        (-back..length).map(|offset| first.plus(offset)).map(|day| (day, value_of(day))).collect();
    let means = values.windows(MEAN_DAYS).map(|window| {
        let answered: Vec<f64> = window.iter().filter_map(|(_, value)| *value).collect();
        let mean = (answered.len() >= MEAN_NEEDS).then(|| answered.iter().sum::<f64>() / answered.len() as f64);
        (window.last().map_or(first, |(day, _)| *day), mean)
    });
    let within = values.get(MEAN_DAYS - 1..).unwrap_or_default();
    let summary = summarise(within.iter().filter_map(|(_, value)| *value));
    let (reads, fixed) = scale(diary, column);
    let range = fixed.unwrap_or_else(|| match (reads, &summary) {
        (_, None) => (0.0, 1.0),
        (Reads::Clock, Some(summary)) => (summary.least.floor(), summary.most.ceil().max(summary.least.floor() + 1.0)),
        (_, Some(summary)) => round_range(summary.least.min(0.0), summary.most),
    });
    Panel {
        key: column.key.clone(),
        label: column.label.clone(),
        unit: column.unit.clone(),
        reads,
        range,
        ticks: ticks(reads, range),
        runs: runs(within.iter().copied()),
        mean_runs: runs(means),
        answered: within.iter().map(|(_, value)| value.is_some()).collect(),
        summary,
    }
}

/// How a column is read out, and the ends of its axis where its kind sets them.
fn scale(diary: &Diary, column: &Column) -> (Reads, Option<(f64, f64)>) {
    let name = column.key.split('.').next().unwrap_or_default();
    let is_course = CourseKind::ALL.iter().any(|kind| name.strip_suffix("_after").unwrap_or(name) == kind.key());
    match diary.catalogue().get(name).map(|known| &known.kind) {
        Some(Kind::YesNo) => (Reads::YesNo, Some((0.0, 1.0))),
        Some(Kind::Clock) => (Reads::Clock, None),
        // Grades of regions and the like are never added up, so the ends of the kind hold.
        Some(kind @ (Kind::Score | Kind::Grade | Kind::StoolForm)) => {
            let fits = column.answers().all(|(_, value)| (kind.range().0..=kind.range().1).contains(&value));
            (Reads::Number, fits.then(|| kind.range()))
        }
        None if is_course => (Reads::YesNo, Some((0.0, 1.0))),
        _ => (Reads::Number, None),
    }
}

fn ticks(reads: Reads, range: (f64, f64)) -> Vec<f64> {
    match (reads, range) {
        (Reads::YesNo, _) => vec![0.0, 1.0],
        // Stool forms: the ends and the middle.
        (_, (1.0, 7.0)) => vec![1.0, 4.0, 7.0],
        (_, (low, high)) => value_ticks(low, high, 4),
    }
}

fn summarise(values: impl Iterator<Item = f64>) -> Option<Summary> {
    let values: Vec<f64> = values.collect();
    let least = values.iter().copied().reduce(f64::min)?;
    let most = values.iter().copied().reduce(f64::max)?;
    Some(Summary { answered: values.len(), least, most, mean: values.iter().sum::<f64>() / values.len() as f64 })
}

fn runs(values: impl Iterator<Item = (Day, Option<f64>)>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut open = false;
    for (day, value) in values {
        match (value, runs.last_mut()) {
            (Some(value), Some(run)) if open => run.points.push((day, value)),
            (Some(value), _) => runs.push(Run { points: vec![(day, value)] }),
            (None, _) => {}
        }
        open = value.is_some();
    }
    runs
}
