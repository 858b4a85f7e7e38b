//! Months as rows of small days, each shaded by one answer: what a year looked like at a glance. Days without an answer are empty
//! frames, never pale, and a day with a flare carries a dot, so that grey print says the same.

use super::builder::FigureBuilder;
use crate::model::time::Day;
use crate::report::chart::Days;
use crate::report::scene::{Anchor, Scene, Shape, Stroke, palette};
use crate::words::{Period, count, plain};

/// Months drawn at most; of a longer time the last ones.
pub const MOST_MONTHS: usize = 24;

const LEFT: f32 = 62.0;
const TOP: f32 = 52.0;
const BODY: f32 = 10.0;
const GAP: f32 = 1.5;
/// How much of the colour each of five classes has, none to worst.
const STRENGTHS: [f32; 5] = [0.04, 0.22, 0.45, 0.72, 1.0];

/// What the calendar shows.
#[derive(Debug, Clone, PartialEq)]
pub struct YearCalendar {
    /// Name of what was answered.
    pub label: String,
    /// First and last day.
    pub shown: Days,
    /// The top of its scale; the foot is 0.
    pub most: f64,
    /// Answered days, by day.
    pub points: Vec<(Day, f64)>,
    /// Days with a flare.
    pub flares: Vec<Day>,
}

/// Draws it: a row a month, a column a day of the month.
pub fn draw(calendar: &YearCalendar, width: f32) -> Scene {
    let mut figure = FigureBuilder::new(width.max(360.0));
    let (first, last) = calendar.shown;
    let pitch = (figure.width - LEFT - 8.0) / 31.0;
    let tall = pitch.min(15.0);
    let months = months(first, last);
    let title = format!("{}, day by day, {}", calendar.label, Period::new(first, last));
    figure.heading((0.0, 16.0), &title);
    for number in [1_u8, 5, 10, 15, 20, 25, 30] {
        let x = LEFT + (f32::from(number) - 0.5) * pitch;
        figure.text((x, TOP - 5.0), BODY, Anchor::Middle, palette::QUIET, &number.to_string());
    }
    for (row, (year, month)) in months.iter().enumerate() {
        let top = TOP + row as f32 * (tall + GAP);
        let Some(start) = Day::from_ymd(*year, *month, 1) else { continue };
        let name: String = start.month_name().chars().take(3).collect();
        let name = if row == 0 || *month == 1 { format!("{name} {year}") } else { name };
        figure.text((LEFT - 6.0, top + tall - 3.5), BODY, Anchor::End, palette::TEXT, &name);
        for number in 1..=31_u32 {
            let Some(day) = Day::from_ymd(*year, *month, number) else { break };
            if (first..=last).contains(&day) {
                let left = LEFT + (number - 1) as f32 * pitch;
                draw_day(&mut figure, calendar, day, [left, top, pitch - GAP, tall]);
            }
        }
    }
    let below = TOP + months.len() as f32 * (tall + GAP) + 14.0;
    legend(&mut figure, calendar, below);
    figure.finish(below + 12.0, title.clone(), in_words(calendar, &title))
}

/// The months of some days, the last [`MOST_MONTHS`] of them.
fn months(first: Day, last: Day) -> Vec<(i32, u32)> {
    let (mut year, mut month) = (last.year(), last.month());
    let mut found = Vec::new();
    while found.len() < MOST_MONTHS && (year, month) >= (first.year(), first.month()) {
        found.push((year, month));
        (year, month) = if month == 1 { (year - 1, 12) } else { (year, month - 1) };
    }
    found.reverse();
    found
}

fn draw_day(figure: &mut FigureBuilder, calendar: &YearCalendar, day: Day, frame: [f32; 4]) {
    let [left, top, wide, tall] = frame;
    let answer = calendar.points.binary_search_by_key(&day, |(day, _)| *day).ok();
    match answer.and_then(|at| calendar.points.get(at)) {
        Some((_, value)) => {
            let strength = STRENGTHS.get(class(*value, calendar.most)).copied().unwrap_or(1.0);
            figure.fill(frame, palette::ATTENTION, strength);
            outline(figure, frame, palette::AXIS);
        }
        None => outline(figure, frame, palette::GRID),
    }
    if calendar.flares.binary_search(&day).is_ok() {
        figure.mark((left + wide / 2.0, top + tall / 2.0), 2.4, Shape::Circle, palette::TEXT);
    }
}

fn outline(figure: &mut FigureBuilder, [left, top, wide, tall]: [f32; 4], color: palette::Color) {
    let (right, bottom) = (left + wide, top + tall);
    let border = vec![(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    figure.path(border, Stroke::solid(color, 0.6));
}

/// Class of a value, 0 none to 4 worst: 0 is one of its own, the rest of the scale is parted in four.
fn class(value: f64, most: f64) -> usize {
    if value <= 0.0 {
        return 0;
    }
    1 + [0.25, 0.5, 0.75].into_iter().filter(|share| value > share * most).count()
}

fn legend(figure: &mut FigureBuilder, calendar: &YearCalendar, middle: f32) {
    let ends = [0.25, 0.5, 0.75, 1.0].map(|share| format!("to {}", plain(share * calendar.most)));
    let names = std::iter::once("0".to_owned()).chain(ends);
    let mut x = LEFT;
    for (name, strength) in names.zip(STRENGTHS) {
        let frame = [x, middle - 8.0, 10.0, 10.0];
        figure.fill(frame, palette::ATTENTION, strength);
        outline(figure, frame, palette::AXIS);
        figure.text((x + 14.0, middle), BODY, Anchor::Start, palette::TEXT, &name);
        x += 62.0;
    }
    outline(figure, [x, middle - 8.0, 10.0, 10.0], palette::GRID);
    figure.text((x + 14.0, middle), BODY, Anchor::Start, palette::TEXT, "not answered");
    figure.mark((x + 96.0, middle - 3.0), 2.4, Shape::Circle, palette::TEXT);
    figure.text((x + 103.0, middle), BODY, Anchor::Start, palette::TEXT, "flare");
}

/// Days of each class by month would be a table; here the counts over all.
fn in_words(calendar: &YearCalendar, title: &str) -> String {
    let mut days = [0_usize; 5];
    for (_, value) in &calendar.points {
        if let Some(of_class) = days.get_mut(class(*value, calendar.most)) {
            *of_class += 1;
        }
    }
    let [none, low, middle, high, worst] = days;
    format!(
        "{title}. {}: {none} at 0, {low} in the lowest quarter of the scale, {middle} in the second, {high} in the third, {worst} \
         in the highest. Flares: {}.",
        count(calendar.points.len(), "answered day", "answered days"),
        count(calendar.flares.len(), "day", "days")
    )
}
