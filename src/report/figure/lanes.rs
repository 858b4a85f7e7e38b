//! Courses in a figure: lanes above the panels, a bar for the days of a course, hatching for the days in which it may still
//! act, and a tint behind the plots.

use super::{Figure, LANE};
use crate::model::time::Day;
use crate::report::chart::{ChartModel, CourseSpan};
use crate::report::scene::{Anchor, Item, Stroke, cut_to, ink, rough_width};

const MOST_LANES: usize = 6;

impl Figure<'_> {
    /// Left and right end of a course's days and of its window after, within the figure.
    fn reach(&self, span: &CourseSpan) -> (f32, f32, f32) {
        let clip = |x: f32| x.clamp(super::LEFT, self.right());
        let end = |day: Option<Day>| day.map_or(self.right(), |day| clip(self.edge(day) + self.day_width()));
        (clip(self.edge(span.start)), end(span.stop), end(span.after_until))
    }

    /// A tint behind the plot that begins at `top`.
    pub(super) fn tints(&mut self, top: f32) {
        for span in &self.chart.spans {
            let (left, right, _) = self.reach(span);
            if right > left {
                let frame = [left, top, right - left, self.panel_height];
                self.items.push(Item::Box { frame, color: ink::COURSE, opacity: 0.07 });
            }
        }
    }

    /// Courses: a filled bar for its days, hatching for the days in which it may still act.
    pub(super) fn course_lanes(&mut self, top: f32) {
        let spans: Vec<(CourseSpan, usize)> = self
            .chart
            .spans
            .iter()
            .cloned()
            .zip(&self.lanes)
            .filter_map(|(span, lane)| Some((span, (*lane)?)))
            .collect();
        for (span, lane) in spans {
            let (left, right, after) = self.reach(&span);
            let y = top + lane as f32 * LANE + 2.0;
            let height = LANE - 4.0;
            if right > left {
                let frame = [left, y, right - left, height];
                self.items.push(Item::Box { frame, color: ink::COURSE, opacity: 0.28 });
            }
            self.hatch(right.max(left), after, y, height);
            let room = self.right() - left - 8.0;
            let label = cut_to(&span.label, 10.0, room.max(170.0));
            let wide = rough_width(&label, 10.0);
            // A course that begins at the right edge is labelled to the left of it.
            let (at, anchor) =
                if wide <= room { (left + 4.0, Anchor::Start) } else { (self.right() - 4.0, Anchor::End) };
            self.text((at, y + height - 3.5), 10.0, false, anchor, ink::TEXT, &label);
        }
    }

    /// Slanted lines between two edges, each cut at the edges, so that no clipping is needed.
    fn hatch(&mut self, left: f32, right: f32, top: f32, height: f32) {
        let stroke = Stroke::solid(ink::COURSE, 0.8).faint(0.55);
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
    let mut free_from: Vec<Option<Day>> = Vec::new();
    let mut lanes = Vec::with_capacity(chart.spans.len());
    // A label needs room even where the course is short: an eighth of the period.
    let room = i32::try_from(chart.days() / 8).unwrap_or(0);
    for span in &chart.spans {
        let until = span.after_until.map(|until| until.max(span.start.max(chart.first).plus(room)));
        let free = free_from.iter().position(|busy| busy.is_some_and(|busy| busy < span.start));
        match free {
            Some(lane) => {
                if let Some(slot) = free_from.get_mut(lane) {
                    *slot = until;
                }
                lanes.push(Some(lane));
            }
            None if free_from.len() < MOST_LANES => {
                lanes.push(Some(free_from.len()));
                free_from.push(until);
            }
            None => lanes.push(None),
        }
    }
    (lanes, free_from.len())
}
