//! A chart as numbers: every day, or means of weeks or months, for whoever cannot or would rather not read a picture.

use super::chart::ChartModel;
use crate::model::time::Day;

/// The longest period, in days, whose means are of weeks; a longer one has means of months.
const WEEKS_UP_TO: usize = 371;

/// The numbers of a chart, a row a day.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartTable {
    /// Names of the columns: the day, then value and mean of seven days of each panel.
    pub header: Vec<String>,
    /// One row a day; `None` is missing.
    pub rows: Vec<(Day, Vec<Option<f64>>)>,
}

/// A row of means: first and last day, and for each panel the mean and how many days were answered.
pub type MeanRow = (Day, Day, Vec<Option<(f64, usize)>>);

/// Means of a chart over weeks or months.
#[derive(Debug, Clone, PartialEq)]
pub struct MeanTable {
    /// Names of the columns: the days, then each panel.
    pub header: Vec<String>,
    /// Rows by day; `None` where nothing was answered.
    pub rows: Vec<MeanRow>,
}

impl ChartModel {
    /// The numbers of the chart as CSV: a row a day, a column a series, an empty cell is missing.
    pub fn as_csv(&self) -> String {
        let keys = self.panels.iter().map(|panel| panel.key.as_str());
        let mut text = std::iter::once("date").chain(keys).collect::<Vec<_>>().join(",");
        text.push('\n');
        for (day, cells) in self.rows() {
            text += &day.to_string();
            for cell in cells {
                text.push(',');
                text += &cell.map(|value| value.to_string()).unwrap_or_default();
            }
            text.push('\n');
        }
        text
    }

    /// The numbers of the chart: the day, then for each panel the value and the mean of seven days.
    pub fn table(&self) -> ChartTable {
        let header = std::iter::once("Day".to_owned()).chain(self.panels.iter().flat_map(|panel| {
            let name = panel.name();
            [name.clone(), format!("{name}, mean of 7 days")]
        }));
        let cell = |cells: &[Option<f64>], index: usize| cells.get(index).copied().flatten();
        let rows = (0..self.days()).map(|index| {
            let cells = self.panels.iter().flat_map(|panel| [cell(&panel.values, index), cell(&panel.mean, index)]);
            (self.day(index), cells.collect())
        });
        ChartTable { header: header.collect(), rows: rows.collect() }
    }

    /// Means over seven days each from the first day on, or over calendar months where the period is longer than a year.
    pub fn means(&self) -> MeanTable {
        let header =
            std::iter::once("Days".to_owned()).chain(self.panels.iter().map(super::chart::Panel::name)).collect();
        let mut rows: Vec<MeanRow> = Vec::new();
        let mut from = 0;
        while from < self.days() {
            let to = (from + self.length_from(from)).min(self.days());
            let means = self.panels.iter().map(|panel| {
                let answers: Vec<f64> =
                    panel.values.get(from..to).unwrap_or_default().iter().flatten().copied().collect();
                let mean = answers.iter().sum::<f64>() / answers.len() as f64;
                (!answers.is_empty()).then_some((mean, answers.len()))
            });
            rows.push((self.day(from), self.day(to - 1), means.collect()));
            from = to;
        }
        MeanTable { header, rows }
    }

    /// Days from a cell to the end of its week or month, at least one.
    fn length_from(&self, index: usize) -> usize {
        if self.days() <= WEEKS_UP_TO {
            return 7;
        }
        let day = self.day(index);
        let (year, month) = if day.month() == 12 { (day.year() + 1, 1) } else { (day.year(), day.month() + 1) };
        let next = Day::from_ymd(year, month, 1).map_or(1, |next| next.days_since(day));
        usize::try_from(next).unwrap_or(1).max(1)
    }
}
