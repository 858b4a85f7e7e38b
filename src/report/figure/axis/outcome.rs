//! The box of the skin: its number and curve, and beneath the curve, on the same days, the lanes of treatment.

use super::boxes::{curve, outline, value};
use super::layout::Frame;
use crate::evidence::axis::{AxisBox, AxisMap, TreatmentLane, WEEKS, first_day};
use crate::model::time::Day;
use crate::report::figure::builder::FigureBuilder;
use crate::report::scene::{Anchor, Stroke, cut_to, palette};

const INSIDE: f32 = 9.0;
const LABELS: f32 = 128.0;
const CURVE: f32 = 46.0;
const LANE: f32 = 19.0;
const BODY: f32 = 10.0;

/// Draws the box.
pub(super) fn draw(figure: &mut FigureBuilder, map: &AxisMap, of: &AxisBox, frame: Frame) {
    let [left, top, width, _] = frame;
    outline(figure, frame, true);
    figure.strong((left + INSIDE, top + 18.0), 12.0, Anchor::Start, of.title);
    if let Some(index) = &of.index {
        value(figure, index, (left + INSIDE, top + 24.0), LABELS, 28.0);
    }
    let days = [left + LABELS, top + 12.0, width - LABELS - INSIDE - 4.0, CURVE];
    let weeks = of.index.as_ref().map(|index| index.weeks.as_slice()).unwrap_or_default();
    let empty = [None; WEEKS];
    curve(figure, if weeks.is_empty() { &empty } else { weeks }, days);
    let [from, _, wide, _] = days;
    let dates = top + 12.0 + CURVE + 13.0;
    figure.text((from, dates), BODY, Anchor::Start, palette::QUIET, &first_day(map.day).brief(map.day));
    figure.text((from + wide, dates), BODY, Anchor::End, palette::QUIET, &map.day.brief(map.day));
    for (number, lane) in map.lanes.iter().enumerate() {
        let lane_top = dates + 12.0 + number as f32 * (LANE + 3.0);
        let label = cut_to(lane.kind.label(), BODY, LABELS - INSIDE - 4.0);
        figure.text((left + INSIDE, lane_top + 13.0), BODY, Anchor::Start, palette::QUIET, &label);
        draw_lane(figure, lane, map.day, [from, lane_top, wide, LANE]);
    }
}

/// A filled bar for the days of a course, hatching for the days after it in which it may still act.
fn draw_lane(figure: &mut FigureBuilder, lane: &TreatmentLane, today: Day, [left, top, width, height]: Frame) {
    let first = first_day(today);
    let days = today.days_since(first) + 1;
    let edge = |day: Day| left + day.days_since(first).clamp(0, days) as f32 / days as f32 * width;
    if lane.courses.is_empty() {
        let empty = TreatmentLane::empty_words();
        figure.text((left + 2.0, top + 13.0), BODY, Anchor::Start, palette::QUIET, &empty);
        return;
    }
    for course in &lane.courses {
        let last = course.last.unwrap_or(today);
        let (from, to) = (edge(course.first), edge(last.plus(1)));
        if to > from {
            figure.fill([from, top + 1.0, to - from, height - 2.0], palette::COURSE, 0.28);
        }
        if let Some(until) = course.last.and(course.acts_until) {
            hatch(figure, (to, edge(until.plus(1))), (top + 1.0, height - 2.0));
        }
    }
    // One name has room; further ones stand in the table.
    if let Some(course) = lane.courses.last() {
        let more = lane.courses.len() - 1;
        let name = if more == 0 { course.name.clone() } else { format!("{} and {more} more", course.name) };
        let name = cut_to(&name, BODY, width - 8.0);
        figure.text((left + 4.0, top + 13.0), BODY, Anchor::Start, palette::TEXT, &name);
    }
}

/// Slanted lines between two edges, each cut at the edges.
fn hatch(figure: &mut FigureBuilder, (left, right): (f32, f32), (top, height): (f32, f32)) {
    let stroke = Stroke::solid(palette::COURSE, 0.8).faint(0.55);
    let mut foot = left - height;
    while foot < right {
        let (from, to) = (foot.max(left), (foot + height).min(right));
        if to > from {
            figure.line((from, top + height - (from - foot)), (to, top + height - (to - foot)), stroke);
        }
        foot += 5.0;
    }
}
