//! The answers of one series on the days of a calendar, and on which of them the skin flared: looked up once, until the diary
//! or the choice changes.

use crate::analysis::before_flares::FLARE;
use crate::model::time::Day;
use crate::report::chart::{ChartModel, ChartRequest, Days, Panel};
use crate::report::series_style::SeriesStyle;
use crate::ui::view_state::ViewState;
use crate::workspace::Workspace;

/// What the days of a calendar show.
#[derive(Default)]
pub struct Answers {
    asked: Option<(u64, String, Days)>,
    shown: Option<ChartModel>,
    flares: Vec<Day>,
}

/// What one day shows.
pub struct Answer {
    /// The answer for people.
    pub words: String,
    /// Where it lies on its axis, from 0 to 1.
    pub share: f64,
    /// How the series is drawn.
    pub style: SeriesStyle,
}

impl Answers {
    /// Looks up the answers to `key` on some days, unless they are the same as before.
    pub fn look_at(&mut self, workspace: &Workspace, view: &ViewState, key: &str, days: Days) {
        let asked = (workspace.revision(), key.to_owned(), days);
        if self.asked.as_ref() == Some(&asked) {
            return;
        }
        let styles = view.styles.clone();
        let request = ChartRequest { styles, ..ChartRequest::new(&[key], days.0, days.1, workspace.today()) };
        self.shown = ChartModel::new(workspace.diary(), &workspace.table(), &request).ok();
        let table = workspace.table();
        let yes = table.column(FLARE).into_iter().flat_map(|column| column.answers().filter(|(_, value)| *value > 0.0));
        self.flares = yes.map(|(row, _)| table.day(row)).filter(|day| (days.0..=days.1).contains(day)).collect();
        self.asked = Some(asked);
    }

    /// What a day shows; `None` where nobody answered.
    pub fn on(&self, day: Day) -> Option<Answer> {
        let chart = self.shown.as_ref()?;
        let panel: &Panel = chart.panels.first()?;
        let value = panel.values.get(usize::try_from(day.days_since(chart.first)).ok()?).copied().flatten()?;
        let (low, high) = panel.ends();
        let share = (value - low) / (high - low);
        Some(Answer { words: panel.show(value), share, style: panel.style })
    }

    /// Whether the skin flared on a day.
    pub fn flared(&self, day: Day) -> bool {
        self.flares.binary_search(&day).is_ok()
    }
}
