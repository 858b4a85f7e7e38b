//! A chart model made ready to be drawn: built once for the whole diary, so that zooming and panning only choose a part.

use egui_plot::PlotPoint;

use crate::model::time::Day;
use crate::report::chart::{ChartModel, ChartRequest, Panel, earliest};
use crate::report::series_style::SeriesStyles;
use crate::ui::view_state::ViewState;
use crate::workspace::Workspace;

/// Days drawn at most; a slip in the first day of a course must not make a drawing of a century.
const MOST_DAYS: i32 = 40_000;

/// The points of one panel, by day.
pub struct Curve {
    /// Every answered day.
    pub answers: Vec<PlotPoint>,
    /// Answered days without a gap between them.
    pub runs: Vec<Vec<PlotPoint>>,
    /// The moving mean, in runs.
    pub mean: Vec<Vec<PlotPoint>>,
}

/// A chart model made ready to be drawn.
pub struct Drawing {
    /// The whole diary.
    pub model: ChartModel,
    /// Points, a curve a panel.
    pub curves: Vec<Curve>,
    /// The days in view in words.
    pub alt: String,
    revision: u64,
    series: Vec<String>,
    styles: SeriesStyles,
    alt_of: Option<(Day, Day)>,
}

impl Drawing {
    /// The drawing of the chosen series; `None` if none of them has an answer.
    pub fn new(workspace: &Workspace, view: &ViewState) -> Option<Self> {
        let table = workspace.table();
        let last = table.day(table.days.checked_sub(1)?).max(workspace.today());
        let first = earliest(workspace.diary(), table.first).max(last.plus(1 - MOST_DAYS));
        let known: Vec<&str> = view
            .series
            .iter()
            .map(String::as_str)
            .filter(|key| table.column(key).is_some() || workspace.diary().catalogue().get(key).is_some())
            .collect();
        let styles = view.styles.clone();
        let request = ChartRequest { styles, ..ChartRequest::new(&known, first, last, workspace.today()) };
        let model = ChartModel::new(workspace.diary(), &table, &request).ok()?;
        let curves = model.panels.iter().map(|panel| curve(panel, model.first)).collect();
        let (revision, series) = (workspace.revision(), view.series.clone());
        Some(Self { model, curves, alt: String::new(), revision, series, styles: request.styles, alt_of: None })
    }

    /// Whether it is still what the workspace holds.
    pub fn is_of(&self, workspace: &Workspace, view: &ViewState) -> bool {
        self.revision == workspace.revision() && self.series == view.series && self.styles == view.styles
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
}

fn curve(panel: &Panel, first: Day) -> Curve {
    let start = f64::from(first.number());
    let points = |run: Vec<(usize, f64)>| -> Vec<PlotPoint> {
        run.into_iter().map(|(index, value)| PlotPoint::new(start + index as f64, value)).collect()
    };
    let runs: Vec<Vec<PlotPoint>> = Panel::runs(&panel.values).into_iter().map(points).collect();
    let answers = runs.iter().flatten().copied().collect();
    Curve { answers, runs, mean: Panel::runs(&panel.mean).into_iter().map(points).collect() }
}

/// The part of some points between two days, with one more at each end so that lines reach the edge.
pub fn between(points: &[PlotPoint], window: (f64, f64)) -> &[PlotPoint] {
    let from = points.partition_point(|point| point.x < window.0).saturating_sub(1);
    let to = (points.partition_point(|point| point.x <= window.1) + 1).min(points.len());
    points.get(from..to).unwrap_or_default()
}
