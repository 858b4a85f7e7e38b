//! Which days the plot shows. It opens on days that exist: at least two weeks, and never months in which nothing is logged.

use crate::model::stretch;
use crate::model::time::Day;
use crate::report::chart::whole_period;
use crate::ui::view_state::{Range, ViewState};
use crate::words::count;
use crate::workspace::Workspace;

/// Least and most days in view after zooming.
pub const FEWEST_DAYS: f64 = 3.0;
const MOST_DAYS: f64 = 80_000.0;
/// Days that are shown at the least where nothing was zoomed and a range has as many: two weeks.
const FORTNIGHT: i32 = 14;

/// First and last day in view.
pub fn days_in_view(workspace: &Workspace, view: &ViewState, day: Day) -> (Day, Day) {
    days_in_view_of(view.zoom.unwrap_or_else(|| usual_window(workspace, view.range, day)), day)
}

/// First and last day of a window on the time axis; `day` where it lies beyond all days.
pub fn days_in_view_of((from, to): (f64, f64), day: Day) -> (Day, Day) {
    let whole = |number: f64| Day::nearest(number).unwrap_or(day);
    (whole((from + 0.5).floor()), whole((to - 0.5).ceil()))
}

/// Some days as a window on the time axis, half a day wider at both ends.
pub fn window_of((first, last): (Day, Day)) -> (f64, f64) {
    (f64::from(first.number()) - 0.5, f64::from(last.number()) + 0.5)
}

/// The days of a range button as a window on the time axis. It ends today, or with the last logged day where the range before
/// today holds none; if the open day lies before it, it moves back to hold it. It begins with the first logged day in it, but
/// holds two weeks at the least.
pub fn usual_window(workspace: &Workspace, range: Range, day: Day) -> (f64, f64) {
    let table = workspace.table();
    let logged_last = table.day(table.days.saturating_sub(1));
    let today = workspace.today();
    let mut last = if table.days == 0 { today } else { logged_last.max(today) };
    let everything = stretch::everything(&table.stretches).unwrap_or((table.first, last));
    let first = if let Some(days) = range.days() {
        if day <= last.plus(-days) {
            last = day.plus(days / 2).min(last);
        } else if table.days > 0 && logged_last <= last.plus(-days) {
            last = logged_last;
        }
        let first = last.plus(1 - days);
        let logged = workspace.diary().day_records_between(first, last).next().map(|page| page.date);
        logged.map_or(last, |logged| logged).min(last.plus(1 - FORTNIGHT)).max(first)
    } else {
        // Days far from all others have a view of their own, which opening one of them shows.
        let apart = table.stretches.iter().find(|stretch| stretch.holds(day) && stretch.last < everything.0);
        let (from, to) = apart.map_or((everything.0, last), |stretch| (stretch.first, stretch.last));
        last = to;
        whole_period(workspace.diary(), (from, to), today).0.min(last.plus(1 - FORTNIGHT))
    };
    window_of((first, last))
}

/// What is said where “all” leaves out days that lie far from all others.
pub fn left_out(workspace: &Workspace, (from, _): (f64, f64)) -> Option<String> {
    let days = stretch::logged_before(&workspace.table().stretches, Day::nearest(from.ceil())?);
    let verb = if days == 1 { "lies" } else { "lie" };
    (days > 0).then(|| format!("{} {verb} far before these; zoom out to see more.", count(days, "day", "days")))
}

/// A window that lies within the days a diary can hold, and is neither too narrow nor too wide.
pub fn sanitized((from, to): (f64, f64)) -> Option<(f64, f64)> {
    let holds = |number: f64| Day::nearest(number).is_some();
    let days = to - from;
    (holds(from) && holds(to) && (FEWEST_DAYS - 1e-6..=MOST_DAYS).contains(&days)).then_some((from, to))
}

/// A window made wider by a factor, or narrower by one under 1, around a place that stays where it is.
pub fn scaled(window: (f64, f64), around: f64, factor: f64) -> Option<(f64, f64)> {
    let wide = window.1 - window.0;
    let least = FEWEST_DAYS / wide;
    let factor = factor.clamp(least, (MOST_DAYS / wide).max(least));
    sanitized((around - (around - window.0) * factor, around + (window.1 - around) * factor))
}
