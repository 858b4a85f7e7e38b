//! A chart as numbers: every day, or means of weeks or months.

use super::{ChartModel, Panel};
use crate::model::time::Day;

/// The numbers of a chart as a table.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartTable {
    /// Names of the columns: the day, then value and mean of each panel.
    pub header: Vec<String>,
    /// One row a day; `None` is missing.
    pub rows: Vec<(Day, Vec<Option<f64>>)>,
}

/// Means of a chart over weeks, or over months where the period is longer than a year.
#[derive(Debug, Clone, PartialEq)]
pub struct MeanTable {
    /// Names of the columns: the days, then each panel.
    pub header: Vec<String>,
    /// First and last day, and for each panel the mean and the number of answered days; `None` where nothing was answered.
    pub rows: Vec<MeanRow>,
}

/// First and last day, and for each panel mean and answered days.
pub type MeanRow = (Day, Day, Vec<Option<(f64, usize)>>);

impl ChartModel {
    /// The same numbers as a table: the day, then for each panel the value and the mean of seven days.
    pub fn table(&self) -> ChartTable {
        let header = std::iter::once("Day".to_owned()).chain(self.panels.iter().flat_map(|panel| {
            let name = panel.name();
            [name.clone(), format!("{name}, mean of 7 days")]
        }));
        let mut rows: Vec<(Day, Vec<Option<f64>>)> = (0..self.days())
            .map(|row| (self.first.plus(i32::try_from(row).unwrap_or(i32::MAX)), vec![None; self.panels.len() * 2]))
            .collect();
        for (place, panel) in self.panels.iter().enumerate() {
            for (column, runs) in [(place * 2, &panel.runs), (place * 2 + 1, &panel.mean_runs)] {
                for (day, value) in runs.iter().flat_map(|run| &run.points) {
                    let row = usize::try_from(day.days_since(self.first)).ok().and_then(|row| rows.get_mut(row));
                    if let Some(cell) = row.and_then(|(_, cells)| cells.get_mut(column)) {
                        *cell = Some(*value);
                    }
                }
            }
        }
        ChartTable { header: header.collect(), rows }
    }

    /// Means over seven days each, or over calendar months where the period is longer than a year.
    pub fn means(&self) -> MeanTable {
        let header = std::iter::once("Days".to_owned()).chain(self.panels.iter().map(Panel::name)).collect();
        let mut rows = Vec::new();
        let mut from = self.first;
        while from <= self.last {
            let to = self.end_of_span(from).min(self.last);
            let means = self.panels.iter().map(|panel| {
                let within = panel.runs.iter().flat_map(|run| &run.points).filter(|(day, _)| (from..=to).contains(day));
                let (sum, answered) = within.fold((0.0, 0), |(sum, n), (_, value)| (sum + value, n + 1));
                (answered > 0).then(|| (sum / f64::from(answered), usize::try_from(answered).unwrap_or(0)))
            });
            rows.push((from, to, means.collect()));
            if to == to.plus(1) {
                break;
            }
            from = to.plus(1);
        }
        MeanTable { header, rows }
    }

    fn end_of_span(&self, from: Day) -> Day {
        if self.days() <= 371 {
            return from.plus(6);
        }
        let (year, month) = if from.month() == 12 { (from.year() + 1, 1) } else { (from.year(), from.month() + 1) };
        Day::from_ymd(year, month, 1).map_or(self.last, |next| next.plus(-1))
    }
}
