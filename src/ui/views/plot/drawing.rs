//! A chart model made ready to be drawn: built once for the whole diary, so that zooming and panning only choose a part.

use crate::model::stretch;
use crate::model::time::Day;
use crate::report::chart::{BarcodeRun, ChartModel, ChartRequest, Days, Panel, earliest, whole_period};
use crate::report::series_style::SeriesStyles;
use crate::workspace::Workspace;

/// Days drawn at most; a slip in the first day of a course must not make a drawing of a century.
const MOST_DAYS: i32 = 40_000;
/// Points of the small curve of everything at most.
const OVERVIEW_POINTS: usize = 300;

/// A day as a number on the time axis, and a value.
pub type Point = (f64, f64);

/// The points of one panel, by day.
pub struct Curve {
    /// Every answered day.
    pub answers: Vec<Point>,
    /// Answered days without a gap between them.
    pub runs: Vec<Vec<Point>>,
    /// The moving mean, in runs.
    pub mean: Vec<Vec<Point>>,
    /// The answers of yes and no, as bars. Of all else, the answered days alone: the coverage.
    pub bars: Vec<BarcodeRun>,
}

/// The whole diary as a small curve of its first series.
pub struct Outline {
    /// First and last day.
    pub days: Days,
    /// Days and shares of the value axis, in runs.
    pub runs: Vec<Vec<Point>>,
}

/// A chart model made ready to be drawn.
pub struct Drawing {
    /// The whole diary.
    pub model: ChartModel,
    /// Points, a curve a panel.
    pub curves: Vec<Curve>,
    /// What stands in the brush below.
    pub outline: Outline,
    /// The days in view in words.
    pub alt: String,
    revision: u64,
    series: Vec<String>,
    styles: SeriesStyles,
    alt_of: Option<(Day, Day)>,
}

impl Drawing {
    /// The drawing of some series, by their keys; `None` if none of them has an answer.
    pub fn new(workspace: &Workspace, series: &[String], styles: &SeriesStyles) -> Option<Self> {
        let table = workspace.table();
        let last = table.day(table.days.checked_sub(1)?).max(workspace.today());
        let first = earliest(workspace.diary(), table.first).max(last.plus(1 - MOST_DAYS));
        let known: Vec<&str> = series
            .iter()
            .map(String::as_str)
            .filter(|key| table.column(key).is_some() || workspace.diary().catalogue().get(key).is_some())
            .collect();
        let request =
            ChartRequest { styles: styles.clone(), ..ChartRequest::new(&known, first, last, workspace.today()) };
        let model = ChartModel::new(workspace.diary(), &table, &request).ok()?;
        let curves: Vec<Curve> = model.panels.iter().map(|panel| curve(panel, model.first)).collect();
        let everything = stretch::everything(&table.stretches).unwrap_or((table.first, last));
        let days = (whole_period(workspace.diary(), everything, workspace.today()).0.max(first), last);
        let runs = model.panels.first().map(|panel| outline(panel, model.first, days)).unwrap_or_default();
        let (revision, series) = (workspace.revision(), series.to_vec());
        Some(Self {
            model,
            curves,
            outline: Outline { days, runs },
            alt: String::new(),
            revision,
            series,
            styles: request.styles,
            alt_of: None,
        })
    }

    /// Whether it is still what the workspace holds.
    pub fn is_of(&self, workspace: &Workspace, series: &[String], styles: &SeriesStyles) -> bool {
        self.revision == workspace.revision() && self.series == series && self.styles == *styles
    }

    /// Puts the days in view into words, unless they are the same as before.
    pub fn look_at(&mut self, workspace: &Workspace, days: (Day, Day)) {
        if self.alt_of == Some(days) {
            return;
        }
        let keys: Vec<&str> = self.model.panels.iter().map(|panel| panel.key.as_str()).collect();
        let request = ChartRequest::new(&keys, days.0, days.1, workspace.today());
        self.alt = match ChartModel::new(workspace.diary(), &workspace.table(), &request) {
            Ok(model) => model.alt,
            Err(error) => error.to_string(),
        };
        self.alt_of = Some(days);
    }

    /// The cell of a day in the panels.
    pub fn cell(&self, day: Day) -> Option<usize> {
        usize::try_from(day.days_since(self.model.first)).ok()
    }
}

fn curve(panel: &Panel, first: Day) -> Curve {
    let start = f64::from(first.number());
    let points = |run: Vec<(usize, f64)>| -> Vec<Point> {
        run.into_iter().map(|(index, value)| (start + index as f64, value)).collect()
    };
    let runs: Vec<Vec<Point>> = Panel::runs(&panel.values).into_iter().map(points).collect();
    let answers = runs.iter().flatten().copied().collect();
    let mean = Panel::runs(&panel.mean).into_iter().map(points).collect();
    Curve { answers, runs, mean, bars: panel.barcode(usize::MAX) }
}

/// The means of equal shares of some days, as shares of the value axis. A share without an answer ends a run.
fn outline(panel: &Panel, first: Day, (from, to): Days) -> Vec<Vec<Point>> {
    let (low, high) = panel.ends();
    let start = usize::try_from(from.days_since(first)).unwrap_or(0);
    let days = usize::try_from(to.days_since(from)).unwrap_or(0) + 1;
    let width = days.div_ceil(OVERVIEW_POINTS).max(1);
    let cells = panel.values.get(start..).unwrap_or_default();
    let means: Vec<Option<f64>> = cells
        .chunks(width)
        .map(|part| {
            let answers: Vec<f64> = part.iter().flatten().copied().collect();
            (!answers.is_empty()).then(|| answers.iter().sum::<f64>() / answers.len() as f64)
        })
        .collect();
    let origin = f64::from(from.number()) + (width as f64 - 1.0) / 2.0;
    let place = |(index, value): (usize, f64)| {
        (origin + (index * width) as f64, ((value - low) / (high - low)).clamp(0.0, 1.0))
    };
    Panel::runs(&means).into_iter().map(|run| run.into_iter().map(place).collect()).collect()
}

/// The part of some points between two days, with one more at each end so that lines reach the edge.
pub fn between(points: &[Point], window: (f64, f64)) -> &[Point] {
    let from = points.partition_point(|point| point.0 < window.0).saturating_sub(1);
    let to = (points.partition_point(|point| point.0 <= window.1) + 1).min(points.len());
    points.get(from..to).unwrap_or_default()
}
