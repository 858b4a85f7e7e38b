//! From chart model to drawing: panels stacked over shared days, courses in lanes above them, events numbered, and under each
//! panel a strip of the days that were answered.

use super::chart::{ChartModel, Panel, Reading};
use super::scene::{Anchor, Color, Item, Scene, Stroke, Words, cut_to, palette, rough_width};
use super::ticks;
use crate::model::time::Day;
use crate::words::{Period, count};

pub mod axis;
mod barcode;
pub mod body;
pub mod body_strip;
mod builder;
pub mod lag_curve;
pub mod lag_map;
mod lanes;
pub mod multiples;
pub mod overview;
pub mod scatter;
pub mod spread;
pub mod step;
pub mod stool_forms;
pub mod timeline;
pub mod trial;
pub mod year_calendar;

/// Width of a figure in points.
pub const WIDTH: f32 = 880.0;

const LEFT: f32 = 64.0;
const RIGHT: f32 = 20.0;
const TITLE_ROOM: f32 = 50.0;
const LANE: f32 = 18.0;
const HEAD: f32 = 26.0;
const STRIP: f32 = 5.0;
const AXIS_ROOM: f32 = 30.0;
const LINE: f32 = 15.0;
const MOST_NAMED_EVENTS: usize = 12;
const BODY: f32 = 11.0;

/// Draws a chart at the usual width.
pub fn draw(chart: &ChartModel) -> Scene {
    draw_at(chart, WIDTH)
}

/// Draws a chart at a width in points, at least 300; its letters stay as large.
pub fn draw_at(chart: &ChartModel, width: f32) -> Scene {
    Figure::new(chart, width.max(300.0)).draw()
}

struct Figure<'a> {
    chart: &'a ChartModel,
    full_width: f32,
    items: Vec<Item>,
    panel_height: f32,
    /// Lane of each course that has one.
    lanes: Vec<Option<usize>>,
    lane_count: usize,
}

impl<'a> Figure<'a> {
    fn new(chart: &'a ChartModel, full_width: f32) -> Self {
        let panel_height = match chart.panels.len() {
            1 => 240.0,
            2 => 160.0,
            _ => 120.0,
        } * (full_width / WIDTH).clamp(0.7, 1.0);
        let (lanes, lane_count) = lanes::lanes(chart);
        Self { chart, full_width, items: Vec::new(), panel_height, lanes, lane_count }
    }

    fn draw(mut self) -> Scene {
        let (mut notes, has_events) = (self.notes(), !self.chart.marks.is_empty());
        let lanes_top = TITLE_ROOM + if has_events { LINE } else { 0.0 };
        let panels_top = lanes_top + self.lane_count as f32 * LANE;
        let chart = self.chart;
        let mut bottom = panels_top;
        let mut panels: Vec<(&Panel, f32)> = Vec::with_capacity(chart.panels.len());
        for panel in &chart.panels {
            panels.push((panel, bottom));
            bottom += HEAD + self.height_of(panel) + STRIP + 6.0;
        }
        let height = bottom + AXIS_ROOM + notes.len() as f32 * LINE + 8.0;
        self.items.push(Item::Box { frame: [0.0, 0.0, self.full_width, height], color: palette::PAPER, opacity: 1.0 });
        let names: Vec<&str> = self.chart.panels.iter().map(|panel| panel.label.as_str()).collect();
        let names = cut_to(&names.join(", "), 14.0, self.width());
        self.text((LEFT, 22.0), 14.0, true, Anchor::Start, palette::TEXT, &names);
        let days = self.period().to_string();
        self.text((LEFT, 39.0), BODY, false, Anchor::Start, palette::QUIET, &days);
        for (panel, top) in &panels {
            self.tints(top + HEAD, self.height_of(panel));
            self.panel(panel, *top);
        }
        self.course_lanes(lanes_top);
        self.events(lanes_top - 4.0, &panels);
        self.day_axis(bottom);
        for (line, note) in notes.drain(..).enumerate() {
            let at = (LEFT, bottom + AXIS_ROOM + (line as f32 + 0.8) * LINE);
            self.text(at, 10.0, false, Anchor::Start, palette::QUIET, &cut_to(&note, 10.0, self.width()));
        }
        Scene {
            width: self.full_width,
            height,
            title: self.chart.title.clone(),
            desc: self.chart.alt.clone(),
            items: self.items,
        }
    }

    fn period(&self) -> Period {
        Period::new(self.chart.first, self.chart.last)
    }

    /// Width of the plots.
    fn width(&self) -> f32 {
        self.full_width - LEFT - RIGHT
    }

    /// Right edge of the plots.
    fn right(&self) -> f32 {
        self.full_width - RIGHT
    }

    /// Middle of a day's column.
    fn x(&self, day: Day) -> f32 {
        self.edge(day) + self.day_width() / 2.0
    }

    /// Middle of the column of the day with an index.
    fn middle(&self, index: usize) -> f32 {
        LEFT + (index as f32 + 0.5) * self.day_width()
    }

    /// Left edge of a day's column.
    fn edge(&self, day: Day) -> f32 {
        LEFT + day.days_since(self.chart.first) as f32 * self.day_width()
    }

    fn day_width(&self) -> f32 {
        self.width() / self.chart.days() as f32
    }

    fn text(&mut self, at: (f32, f32), size: f32, strong: bool, anchor: Anchor, color: Color, text: &str) {
        self.items.push(Item::Text(Words { at, size, strong, anchor, color, text: text.to_owned() }));
    }

    fn line(&mut self, from: (f32, f32), to: (f32, f32), stroke: Stroke) {
        self.items.push(Item::Line { points: vec![from, to], stroke });
    }

    /// Height of the plot of a panel: yes and no need no axis.
    fn height_of(&self, panel: &Panel) -> f32 {
        if panel.reading == Reading::YesNo { barcode::HEIGHT } else { self.panel_height }
    }

    fn panel(&mut self, panel: &Panel, top: f32) {
        let (color, mark) = (panel.style.color, panel.style.shape);
        let (plot_top, plot_bottom) = (top + HEAD, top + HEAD + self.height_of(panel));
        self.items.push(Item::Mark { at: (LEFT + 5.0, top + HEAD - 11.0), radius: 4.0, shape: mark, color });
        let name = cut_to(&panel.name(), 12.0, self.width() * 0.6);
        self.text((LEFT + 15.0, top + HEAD - 7.0), 12.0, true, Anchor::Start, palette::TEXT, &name);
        let answered = panel.answered();
        let coverage = format!("{answered} of {} answered", count(self.chart.days(), "day", "days"));
        let right = (self.right(), top + HEAD - 7.0);
        self.text(right, BODY, false, Anchor::End, palette::QUIET, &coverage);
        if panel.reading == Reading::YesNo {
            self.barcode(panel, plot_top);
        } else {
            self.curve(panel, (plot_top, plot_bottom));
        }
        self.line((LEFT, plot_bottom), (self.right(), plot_bottom), Stroke::solid(palette::AXIS, 1.0));
        self.strip(panel, plot_bottom + 3.0, color);
    }

    /// Marks of the days and their moving mean, over a value axis.
    fn curve(&mut self, panel: &Panel, (plot_top, plot_bottom): (f32, f32)) {
        let (color, mark) = (panel.style.color, panel.style.shape);
        let (low, high) = panel.ends();
        let y = |value: f64| {
            #[expect(clippy::cast_possible_truncation, reason = "a share of the panel's height")]
            let share = ((value - low) / (high - low).max(f64::MIN_POSITIVE)).clamp(0.0, 1.0) as f32;
            plot_bottom - share * (plot_bottom - plot_top)
        };
        for tick in panel.shown_ticks() {
            self.line((LEFT, y(tick)), (self.right(), y(tick)), Stroke::solid(palette::GRID, 0.75));
            self.text((LEFT - 8.0, y(tick) + 4.0), BODY, false, Anchor::End, palette::QUIET, &panel.show_tick(tick));
        }
        let crowded = self.day_width() < 3.0;
        let radius = (self.day_width() * 0.4).clamp(1.0, 2.8);
        for run in Panel::runs(&panel.values) {
            let points: Vec<(f32, f32)> = run.iter().map(|(index, value)| (self.middle(*index), y(*value))).collect();
            if !crowded && points.len() > 1 {
                let stroke = Stroke::solid(color, 1.0).faint(0.4);
                self.items.push(Item::Line { points: points.clone(), stroke });
            }
            // Among many days the means must stay readable.
            let color = if crowded { color.paler() } else { color };
            self.items.extend(points.into_iter().map(|at| Item::Mark { at, radius, shape: mark, color }));
        }
        for run in Panel::runs(&panel.mean).into_iter().filter(|run| run.len() > 1) {
            let points = run.iter().map(|(index, value)| (self.middle(*index), y(*value))).collect();
            let stroke = Stroke::solid(color, 2.0).dashed(panel.style.dash);
            self.items.push(Item::Line { points, stroke });
        }
    }

    /// The strip of answered days: one box a run of them.
    fn strip(&mut self, panel: &Panel, top: f32, color: Color) {
        let mut from = None;
        for (row, answered) in panel.values.iter().map(Option::is_some).chain(std::iter::once(false)).enumerate() {
            match (from, answered) {
                (None, true) => from = Some(row),
                (Some(start), false) => {
                    let left = LEFT + start as f32 * self.day_width();
                    let width = (row - start) as f32 * self.day_width();
                    self.items.push(Item::Box { frame: [left, top, width, STRIP - 1.0], color, opacity: 0.55 });
                    from = None;
                }
                _ => {}
            }
        }
    }

    /// A number above, and a dashed line through each plot, so that no label is struck through.
    fn events(&mut self, baseline: f32, panels: &[(&Panel, f32)]) {
        let mut right_of_last = f32::MIN;
        let chart = self.chart;
        for (number, mark) in chart.marks.iter().enumerate() {
            let x = self.x(mark.day);
            let stroke = Stroke::solid(palette::AXIS, 0.9).dashed(&[3.0, 3.0]);
            for (panel, top) in panels {
                self.line((x, top + HEAD), (x, top + HEAD + self.height_of(panel)), stroke);
            }
            if number < MOST_NAMED_EVENTS && x > right_of_last {
                let shown = (number + 1).to_string();
                right_of_last = x + rough_width(&shown, 10.0);
                self.text((x, baseline), 10.0, true, Anchor::Middle, palette::TEXT, &shown);
            }
        }
    }

    fn day_axis(&mut self, top: f32) {
        let mut free_from = f32::MIN;
        for tick in ticks::along(self.chart.first, self.chart.last, 10) {
            let x = self.x(tick.day);
            self.line((x, top - 6.0), (x, top), Stroke::solid(palette::AXIS, 1.0));
            let half = rough_width(&tick.label, BODY) / 2.0;
            let middle = x.clamp(LEFT + half - 10.0, (self.right() - half).max(LEFT + half));
            if middle - half > free_from {
                self.text((middle, top + 14.0), BODY, false, Anchor::Middle, palette::QUIET, &tick.label);
                free_from = middle + half + 6.0;
            }
        }
    }

    /// The lines under the figure: how to read it, and the events by number.
    fn notes(&self) -> Vec<String> {
        let is_bars = |panel: &Panel| panel.reading == Reading::YesNo;
        let mut how: Vec<&str> = Vec::new();
        if !self.chart.panels.iter().all(is_bars) {
            how.push("Marks: one day.");
            how.push("Thick line: mean of the answers of the last 7 days, where there are at least 3.");
        }
        if self.chart.panels.iter().any(is_bars) {
            how.push("Bars: a full one is a yes, a short one a no.");
        }
        how.push("Strip below: answered days.");
        let how: Vec<String> = how.into_iter().map(str::to_owned).collect();
        let mut notes = packed(&how, " ", self.width());
        if !self.chart.spans.is_empty() {
            notes.push("Grey bars: courses; hatched: the days after in which they may still act.".to_owned());
            let left_out = self.lanes.iter().filter(|lane| lane.is_none()).count();
            if left_out > 0 {
                notes.push(format!("{} more not named here.", count(left_out, "course", "courses")));
            }
        }
        let named = self.chart.marks.iter().take(MOST_NAMED_EVENTS).enumerate();
        let period = self.period();
        let named: Vec<String> =
            named.map(|(number, mark)| format!("{} {} ({})", number + 1, mark.label, period.day(mark.day))).collect();
        notes.extend(packed(&named, " · ", self.width()));
        let more = self.chart.marks.len().saturating_sub(MOST_NAMED_EVENTS);
        if more > 0 {
            notes.push(format!("{} from {period}.", count(more, "more event", "more events")));
        }
        notes
    }
}

/// Short texts set into as few lines as they fit, roughly.
fn packed(texts: &[String], between: &str, width: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for text in texts {
        match lines.last_mut() {
            Some(line) if rough_width(line, 10.0) + rough_width(text, 10.0) + 20.0 <= width => {
                line.push_str(between);
                line.push_str(text);
            }
            _ => lines.push(text.clone()),
        }
    }
    lines
}
