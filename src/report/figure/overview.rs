//! The main signs of a report on one time axis: a line a sign, the days with a flare, and what was taken, with the place where the
//! period begins. Readable in grey: every row has its name, and nothing is said by colour alone.

use super::builder::{FigureBuilder, share};
use crate::model::time::Day;
use crate::report::chart::{Days, Panel, Span, moving_mean, within};
use crate::report::scene::{Anchor, Scene, Stroke, cut_to, palette};
use crate::report::series_style::SeriesStyle;
use crate::report::ticks;
use crate::words::{Period, count, plain};

/// A sign over the days.
#[derive(Debug, Clone, PartialEq)]
pub struct OverviewRow {
    /// Its name.
    pub label: String,
    /// How it is drawn everywhere.
    pub style: SeriesStyle,
    /// The top of its scale; the foot is 0.
    pub most: f64,
    /// Answered days, by day.
    pub points: Vec<(Day, f64)>,
}

/// What the figure shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// First and last day.
    pub shown: Days,
    /// The first day of the period; days before it are there to compare with.
    pub split: Day,
    /// The signs, top to bottom.
    pub rows: Vec<OverviewRow>,
    /// Days with a flare.
    pub flares: Vec<Day>,
    /// Courses that touch the days.
    pub spans: Vec<Span>,
}

const LEFT: f32 = 138.0;
const RIGHT: f32 = 12.0;
const TOP: f32 = 22.0;
const ROW: f32 = 22.0;
const LANE: f32 = 12.0;
const BODY: f32 = 10.0;
/// The most courses drawn, those that ended last; more are counted.
const MOST_LANES: usize = 6;
/// Past this many days a line from day to day is a scribble: it stands back behind its mean of seven days.
const MOST_JOINED: i32 = 45;
/// Days without an answer after which a line is broken.
const GAP_DAYS: i32 = 3;

/// Draws it.
pub fn draw(overview: &Overview, width: f32) -> Scene {
    let mut figure = FigureBuilder::new(width.max(360.0));
    let (first, last) = overview.shown;
    let right = figure.width - RIGHT;
    let days = f64::from(last.days_since(first) + 1);
    let x = |day: Day| LEFT + share(f64::from(day.days_since(first)), (0.0, days)) * (right - LEFT);
    let lanes = lanes(&overview.spans);
    let hidden = overview.spans.len() - lanes.len();
    let flare_rows = usize::from(!overview.flares.is_empty());
    let signs_end = TOP + ROW * overview.rows.len() as f32;
    let bottom = signs_end + LANE * (lanes.len() + flare_rows + usize::from(hidden > 0)) as f32;
    if overview.split > first {
        figure.fill([LEFT, TOP, x(overview.split) - LEFT, bottom - TOP], palette::GRID, 0.45);
        figure.text((x(overview.split) - 4.0, TOP - 6.0), BODY, Anchor::End, palette::QUIET, "period before");
        figure.text((x(overview.split) + 4.0, TOP - 6.0), BODY, Anchor::Start, palette::TEXT, "this period");
        figure.line((x(overview.split), TOP - 14.0), (x(overview.split), bottom), Stroke::solid(palette::TEXT, 1.0));
    }
    for (place, row) in overview.rows.iter().enumerate() {
        let foot = TOP + ROW * (place + 1) as f32 - 4.0;
        let y = |value: f64| foot - share(value, (0.0, row.most)) * (ROW - 8.0);
        figure.text(
            (LEFT - 22.0, foot - 8.0),
            BODY,
            Anchor::End,
            palette::TEXT,
            &cut_to(&row.label, BODY, LEFT - 22.0),
        );
        figure.text((LEFT - 4.0, y(row.most) + 5.0), 8.0, Anchor::End, palette::QUIET, &plain(row.most));
        figure.text((LEFT - 4.0, foot), 8.0, Anchor::End, palette::QUIET, "0");
        figure.line((LEFT, foot), (right, foot), Stroke::solid(palette::GRID, 0.75));
        let is_many = last.days_since(first) >= MOST_JOINED;
        for run in row.points.chunk_by(|a, b| b.0.days_since(a.0) <= GAP_DAYS) {
            let points: Vec<(f32, f32)> = run.iter().map(|(day, value)| (x(*day), y(*value))).collect();
            match points.as_slice() {
                [only] => figure.mark(*only, 1.6, row.style.shape, row.style.color),
                _ if is_many => figure.path(points, Stroke::solid(row.style.color, 0.7).faint(0.5)),
                _ => figure.path(points, Stroke::solid(row.style.color, 1.2)),
            }
        }
        for run in row.means(overview.shown).into_iter().filter(|run| is_many && run.len() > 1) {
            let points = run.into_iter().map(|(day, value)| (x(day), y(value))).collect();
            figure.path(points, Stroke::solid(row.style.color, 1.8));
        }
    }
    if flare_rows > 0 {
        figure.text((LEFT - 6.0, signs_end + 10.0), BODY, Anchor::End, palette::TEXT, "Flare");
        for day in &overview.flares {
            figure.fill(
                [x(*day), signs_end + 2.0, (x(day.plus(1)) - x(*day)).max(1.5), LANE - 4.0],
                palette::TEXT,
                0.9,
            );
        }
    }
    for (place, span) in lanes.iter().enumerate() {
        let top = signs_end + LANE * (place + flare_rows) as f32;
        figure.text((LEFT - 6.0, top + 10.0), BODY, Anchor::End, palette::TEXT, &cut_to(&span.label, BODY, LEFT - 6.0));
        if let Some((from, to)) = within(span.during, overview.shown) {
            figure.fill([x(from), top + 3.0, x(to.plus(1)) - x(from), LANE - 6.0], palette::COURSE, 0.45);
        }
    }
    if hidden > 0 {
        figure.text((LEFT, bottom - 2.0), 9.0, Anchor::Start, palette::QUIET, &not_drawn(hidden));
    }
    for tick in ticks::along(first, last, 8) {
        figure.text((x(tick.day), bottom + 13.0), BODY, Anchor::Middle, palette::QUIET, &tick.label);
        figure.line((x(tick.day), bottom), (x(tick.day), bottom + 3.0), Stroke::solid(palette::AXIS, 0.75));
    }
    let title = "The main signs over time".to_owned();
    let desc = in_words(overview, &lanes);
    figure.finish(bottom + 20.0, title, desc)
}

/// The courses that are drawn: those that ended last or go on, by their first day.
fn lanes(spans: &[Span]) -> Vec<&Span> {
    let mut by_end: Vec<&Span> = spans.iter().collect();
    by_end.sort_by_key(|span| std::cmp::Reverse(span.during.1));
    // Where some are left out, saying so takes the last lane.
    by_end.truncate(if spans.len() > MOST_LANES { MOST_LANES - 1 } else { MOST_LANES });
    spans.iter().filter(|span| by_end.iter().any(|drawn| std::ptr::eq(*drawn, *span))).collect()
}

fn not_drawn(hidden: usize) -> String {
    format!("{} not drawn.", count(hidden, "earlier course is", "earlier courses are"))
}

impl OverviewRow {
    /// The mean of each day and the six before it, in runs without a gap.
    fn means(&self, (first, last): Days) -> Vec<Vec<(Day, f64)>> {
        let mut cells = vec![None; usize::try_from(last.days_since(first)).map_or(0, |days| days + 1)];
        for (day, value) in &self.points {
            let place = usize::try_from(day.days_since(first)).ok().and_then(|place| cells.get_mut(place));
            if let Some(cell) = place {
                *cell = Some(*value);
            }
        }
        let day = |place: usize| first.plus(i32::try_from(place).unwrap_or(i32::MAX));
        let runs = Panel::runs(&moving_mean(&cells)).into_iter();
        runs.map(|run| run.into_iter().map(|(place, mean)| (day(place), mean)).collect()).collect()
    }
}

fn in_words(overview: &Overview, lanes: &[&Span]) -> String {
    let (first, last) = overview.shown;
    let mut words = format!("{}.", Period::new(first, last));
    for row in &overview.rows {
        words += &format!(" {}: {}.", row.label, count(row.points.len(), "answered day", "answered days"));
    }
    words += &format!(" Flares: {}.", count(overview.flares.len(), "day", "days"));
    for span in lanes {
        words += &format!(" {}: {}.", span.label, span.days_in_words());
    }
    let hidden = overview.spans.len() - lanes.len();
    if hidden > 0 {
        words += &format!(" {}", not_drawn(hidden));
    }
    words
}
