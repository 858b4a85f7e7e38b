//! From a column of the day table to a panel: a cell a day, means of seven days, and an axis with round ends.

use super::{MEAN_DAYS, MEAN_NEEDED, Panel, Reading};
use crate::analysis::day_table::{Column, DayTable};
use crate::model::course::CourseKind;
use crate::model::diary::Diary;
use crate::model::time::Day;
use crate::model::trackable::Kind;
use crate::report::ticks;

/// The panel of a column over the days from `first` to `last`.
pub(super) fn build(diary: &Diary, table: &DayTable, column: &Column, first: Day, last: Day) -> Panel {
    let days = usize::try_from(last.days_since(first)).unwrap_or(0) + 1;
    let cell = |day: Day| table.row(day).and_then(|row| column.cells.get(row).copied().flatten());
    let at = |index: usize| first.plus(i32::try_from(index).unwrap_or(i32::MAX));
    let values: Vec<Option<f64>> = (0..days).map(|index| cell(at(index))).collect();
    let mean = (0..days)
        .map(|index| {
            let day = at(index);
            let answers: Vec<f64> = (0..MEAN_DAYS).filter_map(|ago| cell(day.plus(-ago))).collect();
            (answers.len() >= MEAN_NEEDED).then(|| answers.iter().sum::<f64>() / answers.len() as f64)
        })
        .collect();
    let kind = diary.catalogue().get(column.key.split('.').next().unwrap_or_default()).map(|known| &known.kind);
    let reading = match kind {
        Some(Kind::YesNo) => Reading::YesNo,
        Some(Kind::Clock) => Reading::Clock,
        None if is_course(&column.key) => Reading::YesNo,
        _ => Reading::Number,
    };
    let ticks = if reading == Reading::YesNo { vec![0.0, 1.0] } else { value_ticks(kind, &values) };
    let (key, label, unit) = (column.key.clone(), column.label.clone(), column.unit.clone());
    Panel { key, label, unit, reading, values, mean, ticks }
}

/// Whether a column says on which days a kind of course was taken, or may still act.
pub fn is_course(key: &str) -> bool {
    let key = key.strip_suffix("_after").unwrap_or(key);
    CourseKind::ALL.iter().any(|kind| kind.key() == key)
}

fn value_ticks(kind: Option<&Kind>, values: &[Option<f64>]) -> Vec<f64> {
    match kind {
        Some(Kind::Score) => return (0..=5).map(|step| f64::from(step) * 2.0).collect(),
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
    let ticks = ticks::nice(low, high.max(low + 1.0), 4);
    // Nobody counts half a spot.
    let counts = matches!(kind, Some(Kind::Count { .. }) | None);
    let whole = counts && values.iter().flatten().all(|value| value.fract() == 0.0);
    if whole { ticks.into_iter().filter(|tick| tick.fract() == 0.0).collect() } else { ticks }
}
