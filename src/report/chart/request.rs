//! What a chart is asked to show.

use crate::model::time::Day;
use crate::report::series_style::SeriesStyles;

/// What a chart is asked to show.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartRequest {
    /// Keys, at most [`MOST_SERIES`](super::MOST_SERIES).
    pub series: Vec<String>,
    /// First day; may lie before the first that is logged.
    pub first: Day,
    /// Last day.
    pub last: Day,
    /// A course that goes on is drawn up to this day.
    pub today: Day,
    /// How series are drawn where they were shown before; each keeps its style.
    pub styles: SeriesStyles,
}

impl ChartRequest {
    /// A chart of some series that were not shown before.
    pub fn new<K: AsRef<str>>(series: &[K], first: Day, last: Day, today: Day) -> Self {
        let series = series.iter().map(|key| key.as_ref().to_owned()).collect();
        Self { series, first, last, today, styles: SeriesStyles::default() }
    }
}
