//! The kinds of charts: one table that command line, menu and context menu read, and one way from a kind to its figure.

mod drawing;

pub use drawing::draw;

use std::sync::Arc;

use crate::analysis::insights::Insights;
use crate::model::time::Day;
use crate::report::chart::Days;
use crate::report::figure::WIDTH;
use crate::report::series_style::SeriesStyles;

/// A kind of chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the words of the table are the meaning")]
pub enum ChartKind {
    Series,
    Calendar,
    StoolForms,
    BeforeAfter,
    Trial,
    Scatter,
    LagCurve,
    LagMap,
    Axis,
    Body,
    Multiples,
}

/// What is to be known of a kind.
pub struct ChartKindSpec {
    /// The kind.
    pub kind: ChartKind,
    /// Its name on the command line.
    pub name: &'static str,
    /// Its name for people.
    pub label: &'static str,
    /// What may stand in the place of keys, for whoever asks; empty if nothing can.
    pub keys: &'static str,
}

const fn row(kind: ChartKind, name: &'static str, label: &'static str, keys: &'static str) -> ChartKindSpec {
    ChartKindSpec { kind, name, label, keys }
}

/// Every kind.
pub const CHART_KINDS: &[ChartKindSpec] = &[
    row(ChartKind::Series, "series", "Series over time", "one to four keys"),
    row(ChartKind::Calendar, "calendar", "Calendar", "one key"),
    row(ChartKind::StoolForms, "stool", "Stool forms", ""),
    row(ChartKind::BeforeAfter, "before-after", "Before and after", "one outcome"),
    row(ChartKind::Trial, "trial", "Periods of a trial", "one outcome, else that of the trial"),
    row(
        ChartKind::Scatter,
        "scatter",
        "Two things against each other",
        "an outcome and a factor, else those of the best finding",
    ),
    row(
        ChartKind::LagCurve,
        "lag-curve",
        "Effect by days after",
        "an outcome and a factor, else those of the best finding",
    ),
    row(ChartKind::LagMap, "lag-map", "Every factor by days after", "one outcome"),
    row(ChartKind::Axis, "axis", "Gut-skin map", ""),
    row(ChartKind::Body, "body", "Places of the body", "one key, else redness"),
    row(
        ChartKind::Multiples,
        "multiples",
        "Small charts side by side",
        "up to twelve keys, else the outcomes answered most",
    ),
];

impl ChartKind {
    /// What is to be known of it.
    pub fn spec(self) -> &'static ChartKindSpec {
        // Every kind has its row, and a test says so.
        CHART_KINDS.iter().find(|spec| spec.kind == self).unwrap_or(&CHART_KINDS[0])
    }
}

/// What a chart of a kind is asked to show.
#[derive(Debug, Clone, PartialEq)]
pub struct KindRequest {
    /// The kind.
    pub kind: ChartKind,
    /// Keys, as the kind takes them.
    pub keys: Vec<String>,
    /// First and last day.
    pub period: Days,
    /// The day it is.
    pub today: Day,
    /// The date that is compared, where a kind compares one; else the last that can be.
    pub since: Option<Day>,
    /// On the body, the mean of each place; else its worst.
    pub mean: bool,
    /// How series are drawn elsewhere.
    pub styles: SeriesStyles,
    /// Width in points.
    pub width: f32,
    /// What the diary says, where it was worked out already, with what a trial keeps back left out.
    pub insights: Option<Arc<Insights>>,
}

impl KindRequest {
    /// A chart of a kind, of usual width.
    pub fn new(kind: ChartKind, keys: Vec<String>, period: Days, today: Day) -> Self {
        let styles = SeriesStyles::default();
        Self { kind, keys, period, today, since: None, mean: false, styles, width: WIDTH, insights: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_one_row_and_a_name_of_its_own() {
        for spec in CHART_KINDS {
            assert_eq!(
                CHART_KINDS.iter().filter(|other| other.name == spec.name || other.kind == spec.kind).count(),
                1
            );
        }
        assert_eq!(ChartKind::Multiples.spec().name, "multiples");
    }
}
