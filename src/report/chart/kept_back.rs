//! What a chart leaves out while a trial runs: beside what the trial is judged by, the days of what it switches would show its
//! result, read early.

use super::{ChartRequest, Panel};
use crate::analysis::insights::kept_back;
use crate::model::diary::Diary;
use crate::model::time::Day;

/// Empties what a running trial switches from its first day on, in charts that show what it is judged by as well. Says so, a
/// sentence each.
pub(super) fn leave_out(panels: &mut [Panel], diary: &Diary, request: &ChartRequest) -> Vec<String> {
    let mut said = Vec::new();
    for pair in kept_back(diary, request.today) {
        if !panels.iter().any(|panel| pair.is_judged_by(&panel.key)) {
            continue;
        }
        let Some(panel) = panels.iter_mut().find(|panel| panel.key == pair.factor) else { continue };
        empty(panel, pair.since, request.first);
        let words = format!("{} is left out from {} on, since a trial of it runs.", panel.label, pair.since.short());
        if !said.contains(&words) {
            said.push(words);
        }
    }
    said
}

fn empty(panel: &mut Panel, since: Day, first: Day) {
    let from = usize::try_from(since.days_since(first)).unwrap_or(0);
    for cells in [&mut panel.values, &mut panel.mean] {
        cells.iter_mut().skip(from).for_each(|cell| *cell = None);
    }
}
