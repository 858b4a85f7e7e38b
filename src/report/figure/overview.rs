//! The main signs of a report on one time axis: a line a sign, the days with a flare, and what was taken, with the place where the
//! period begins. Readable in grey: every row has its name, and nothing is said by colour alone.

use super::builder::{FigureBuilder, share};
use crate::model::time::Day;
use crate::report::chart::{Days, Span, within};
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
const ROW: f32 = 19.0;
const LANE: f32 = 12.0;
const BODY: f32 = 10.0;
/// The most courses drawn; more are counted.
const MOST_LANES: usize = 6;
/// Days without an answer after which a line is broken.
const GAP_DAYS: i32 = 3;

/// Draws it.
pub fn draw(overview: &Overview, width: f32) -> Scene {
    let mut figure = FigureBuilder::new(width.max(360.0));
    let (first, last) = overview.shown;
    let right = figure.width - RIGHT;
    let days = f64::from(last.days_since(first) + 1);
    let x = |day: Day| LEFT + share(f64::from(day.days_since(first)), (0.0, days)) * (right - LEFT);
    let lanes: Vec<&Span> = overview.spans.iter().take(MOST_LANES).collect();
    let flare_rows = usize::from(!overview.flares.is_empty());
    let signs_end = TOP + ROW * overview.rows.len() as f32;
    let bottom = signs_end + LANE * (lanes.len() + flare_rows) as f32;
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
        for run in row.points.chunk_by(|a, b| b.0.days_since(a.0) <= GAP_DAYS) {
            let points: Vec<(f32, f32)> = run.iter().map(|(day, value)| (x(*day), y(*value))).collect();
            match points.as_slice() {
                [only] => figure.mark(*only, 1.6, row.style.shape, row.style.color),
                _ => figure.path(points, Stroke::solid(row.style.color, 1.2)),
            }
        }
    }
    if flare_rows > 0 {
        figure.text((LEFT - 22.0, signs_end + 10.0), BODY, Anchor::End, palette::TEXT, "Flare");
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
        figure.text(
            (LEFT - 22.0, top + 10.0),
            BODY,
            Anchor::End,
            palette::TEXT,
            &cut_to(&span.label, BODY, LEFT - 22.0),
        );
        if let Some((from, to)) = within(span.during, overview.shown) {
            figure.fill([x(from), top + 3.0, x(to.plus(1)) - x(from), LANE - 6.0], palette::COURSE, 0.45);
        }
    }
    for tick in ticks::along(first, last, 8) {
        figure.text((x(tick.day), bottom + 13.0), BODY, Anchor::Middle, palette::QUIET, &tick.label);
        figure.line((x(tick.day), bottom), (x(tick.day), bottom + 3.0), Stroke::solid(palette::AXIS, 0.75));
    }
    let hidden = overview.spans.len().saturating_sub(MOST_LANES);
    let title = "The main signs over time".to_owned();
    let desc = in_words(overview, hidden);
    figure.finish(bottom + 20.0, title, desc)
}

fn in_words(overview: &Overview, hidden: usize) -> String {
    let (first, last) = overview.shown;
    let mut words = format!("{}.", Period::new(first, last));
    for row in &overview.rows {
        words += &format!(" {}: {}.", row.label, count(row.points.len(), "answered day", "answered days"));
    }
    words += &format!(" Flares: {}.", count(overview.flares.len(), "day", "days"));
    for span in overview.spans.iter().take(MOST_LANES) {
        words += &format!(" {}: {}.", span.label, span.days_in_words());
    }
    if hidden > 0 {
        words += &format!(" {} not drawn.", count(hidden, "more course is", "more courses are"));
    }
    words
}
