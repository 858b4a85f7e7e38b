//! Courses in a figure: lanes above the panels, a bar for the days of a course, hatching for the days in which it may still
//! act, and a tint behind the plots.

use super::{Figure, LANE};
use crate::model::time::Day;
use crate::report::chart::{ChartModel, Days, Span, within};
use crate::report::scene::{Anchor, Item, Stroke, cut_to, palette, rough_width};

const MOST_LANES: usize = 6;

impl Figure<'_> {
    /// First and last day of the chart.
    fn shown(&self) -> Days {
        (self.chart.first, self.chart.last)
    }

    /// Left and right edge of what the chart shows of some days.
    fn reach(&self, days: Days) -> Option<(f32, f32)> {
        let (from, to) = within(days, self.shown())?;
        Some((self.edge(from), self.edge(to) + self.day_width()))
    }

    /// A tint behind the plot that begins at `top`.
    pub(super) fn tints(&mut self, top: f32, height: f32) {
        let chart = self.chart;
        for span in &chart.spans {
            let Some((left, right)) = self.reach(span.during) else { continue };
            let frame = [left, top, right - left, height];
            self.items.push(Item::Box { frame, color: palette::COURSE, opacity: 0.07 });
        }
    }

    /// Courses: a filled bar for its days, hatching for the days in which it may still act.
    pub(super) fn course_lanes(&mut self, top: f32) {
        let chart = self.chart;
        for (span, lane) in chart.spans.iter().zip(self.lanes.clone()) {
            let Some(lane) = lane else { continue };
            let (y, height) = (top + lane as f32 * LANE + 2.0, LANE - 4.0);
            if let Some((left, right)) = self.reach(span.during) {
                let frame = [left, y, right - left, height];
                self.items.push(Item::Box { frame, color: palette::COURSE, opacity: 0.28 });
            }
            for on in &span.on {
                let Some((left, right)) = self.reach(*on) else { continue };
                let frame = [left, y, right - left, height];
                self.items.push(Item::Box { frame, color: palette::COURSE, opacity: 0.4 });
            }
            if let Some((left, right)) = span.after.and_then(|after| self.reach(after)) {
                self.hatch(left, right, y, height);
            }
            self.course_label(span, y, height);
        }
    }

    /// The name at the left end of a course; one that begins near the right edge has it to the left of the edge.
    fn course_label(&mut self, span: &Span, top: f32, height: f32) {
        let Some((left, _)) = self.reach(span.whole()) else { return };
        let room = self.right() - left - 8.0;
        let label = cut_to(&span.caption(self.shown()), 10.0, room.max(170.0));
        let wide = rough_width(&label, 10.0);
        // Words over hatching need a ground.
        let bar = self.reach(span.during).map_or(left, |(_, right)| right);
        let words_end = (left + wide + 6.0).min(self.right());
        if words_end > bar && wide <= room {
            let frame = [bar, top, words_end - bar, height];
            self.items.push(Item::Box { frame, color: palette::PAPER, opacity: 0.85 });
        }
        let (at, anchor) = if wide <= room { (left + 4.0, Anchor::Start) } else { (self.right() - 4.0, Anchor::End) };
        self.text((at, top + height - 3.5), 10.0, false, anchor, palette::TEXT, &label);
    }

    /// Slanted lines between two edges, each cut at the edges, so that no clipping is needed.
    fn hatch(&mut self, left: f32, right: f32, top: f32, height: f32) {
        let stroke = Stroke::solid(palette::COURSE, 0.8).faint(0.55);
        let mut foot = left - height;
        while foot < right {
            let (from, to) = (foot.max(left), (foot + height).min(right));
            if to > from {
                self.line((from, top + height - (from - foot)), (to, top + height - (to - foot)), stroke);
            }
            foot += 5.0;
        }
    }
}

/// Gives each course the first lane that is free from its start on; courses beyond the last lane get none.
pub(super) fn lanes(chart: &ChartModel) -> (Vec<Option<usize>>, usize) {
    let mut busy_until: Vec<Day> = Vec::new();
    let mut lanes = Vec::with_capacity(chart.spans.len());
    // A label needs room even where the course is short: an eighth of the period.
    let room = i32::try_from(chart.days() / 8).unwrap_or(0);
    for span in &chart.spans {
        let Some((from, to)) = within(span.whole(), (chart.first, chart.last)) else {
            lanes.push(None);
            continue;
        };
        let until = to.max(from.plus(room));
        let lane = busy_until.iter().position(|busy| *busy < from).unwrap_or(busy_until.len());
        match busy_until.get_mut(lane) {
            Some(slot) => *slot = until,
            None if lane < MOST_LANES => busy_until.push(until),
            None => {
                lanes.push(None);
                continue;
            }
        }
        lanes.push(Some(lane));
    }
    (lanes, busy_until.len())
}
