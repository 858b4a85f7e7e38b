//! Boxes: title, the number with its band or what stands in its place, and the curve of the last weeks.

use super::layout::Frame;
use crate::evidence::axis::{AxisBox, BoxIndex, Shown};
use crate::report::figure::builder::{FigureBuilder, share};
use crate::report::scene::{Anchor, Shape, Stroke, palette, rough_width};

/// Inside a box.
const INSIDE: f32 = 7.0;
const TITLE: f32 = 11.5;
const TITLE_LINE: f32 = 14.0;
const SMALL: f32 = 10.0;
const SMALL_LINE: f32 = 12.5;
const NUMBER: f32 = 20.0;
const CURVE: f32 = 24.0;

/// The height that a box of a width needs.
pub(super) fn height(of: &AxisBox, width: f32) -> f32 {
    let titles = wrap(of.title, TITLE, width - 2.0 * INSIDE).len() as f32 * TITLE_LINE;
    let Some(index) = &of.index else { return titles + 2.0 * INSIDE };
    let body = match &index.shown {
        Shown::Number(..) => NUMBER + 8.0,
        Shown::Band(_) => 24.0,
        Shown::Support(_) | Shown::TooFew(_) => lines(index, width).len() as f32 * SMALL_LINE + 4.0,
    };
    let remarks = remarks(index, width).len() as f32 * SMALL_LINE;
    let curve = if has_curve(index) { CURVE + 4.0 } else { 0.0 };
    (INSIDE + titles + body + remarks + curve + INSIDE).max(84.0)
}

fn lines(index: &BoxIndex, width: f32) -> Vec<String> {
    wrap(&index.words(), SMALL, width - 2.0 * INSIDE)
}

/// What stands beside the number whatever it is.
fn remarks(index: &BoxIndex, width: f32) -> Vec<String> {
    wrap(&index.reading.remarks.join(", "), SMALL, width - 2.0 * INSIDE)
}

fn has_curve(index: &BoxIndex) -> bool {
    index.weeks.iter().any(Option::is_some)
}

/// Draws a box of the grid, or a small one.
pub(super) fn draw(figure: &mut FigureBuilder, of: &AxisBox, frame: Frame, label: Option<&str>) {
    let [left, top, width, height] = frame;
    outline(figure, frame, of.index.is_some());
    let Some(index) = &of.index else {
        let middle = top + height / 2.0;
        let baseline = if label.is_some() { middle - 3.0 } else { middle + 4.0 };
        figure.strong((left + INSIDE, baseline), TITLE, Anchor::Start, of.title);
        if let Some(label) = label {
            figure.text((left + INSIDE, middle + 11.0), SMALL, Anchor::Start, palette::QUIET, label);
        }
        return;
    };
    let mut y = top + INSIDE;
    for line in wrap(of.title, TITLE, width - 2.0 * INSIDE) {
        figure.strong((left + INSIDE, y + 10.5), TITLE, Anchor::Start, &line);
        y += TITLE_LINE;
    }
    value(figure, index, (left + INSIDE, y), width, NUMBER);
    let curve_room = if has_curve(index) { CURVE + 4.0 } else { 0.0 };
    let remarks = remarks(index, width);
    let first = top + height - INSIDE - curve_room - remarks.len() as f32 * SMALL_LINE;
    for (line, words) in remarks.iter().enumerate() {
        let at = (left + INSIDE, first + 9.5 + line as f32 * SMALL_LINE);
        figure.text(at, SMALL, Anchor::Start, palette::TEXT, words);
    }
    if has_curve(index) {
        curve(figure, &index.weeks, [left + INSIDE, top + height - INSIDE - CURVE, width - 2.0 * INSIDE, CURVE]);
    }
}

/// The number with its band, or what stands in its place, below `top`.
pub(super) fn value(figure: &mut FigureBuilder, index: &BoxIndex, (left, top): (f32, f32), width: f32, size: f32) {
    match &index.shown {
        Shown::Number(value, band) => {
            let number = format!("{value:.0}");
            figure.strong((left, top + size), size, Anchor::Start, &number);
            let beside = (left + rough_width(&number, size) + 7.0, top + size);
            figure.text(beside, 11.0, Anchor::Start, palette::TEXT, band.label());
        }
        Shown::Band(band) => figure.strong((left, top + 17.0), 13.0, Anchor::Start, band.label()),
        Shown::Support(_) | Shown::TooFew(_) => {
            let color = if matches!(index.shown, Shown::Support(_)) { palette::TEXT } else { palette::QUIET };
            for (line, words) in lines(index, width).iter().enumerate() {
                let at = (left, top + 12.0 + line as f32 * SMALL_LINE);
                figure.text(at, SMALL, Anchor::Start, color, words);
            }
        }
    }
}

/// The outline of a box with an index, or the fainter one of what only sends an arrow.
pub(super) fn outline(figure: &mut FigureBuilder, [left, top, width, height]: Frame, has_index: bool) {
    figure.fill([left, top, width, height], palette::GRID, if has_index { 0.35 } else { 0.15 });
    let (right, bottom) = (left + width, top + height);
    let corners = vec![(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    figure.path(corners, Stroke::solid(palette::AXIS, if has_index { 1.4 } else { 0.8 }));
}

/// The values of the last weeks from 0 to 100; weeks without one are gaps.
pub(super) fn curve(figure: &mut FigureBuilder, weeks: &[Option<f64>], [left, top, width, height]: Frame) {
    let step = width / weeks.len().saturating_sub(1).max(1) as f32;
    let at = |week: usize, value: f64| (left + week as f32 * step, top + (1.0 - share(value, (0.0, 100.0))) * height);
    figure.line((left, top + height), (left + width, top + height), Stroke::solid(palette::GRID, 1.0));
    let mut run = Vec::new();
    let known = weeks.iter().enumerate().map(|(week, value)| value.map(|value| at(week, value)));
    for point in known.chain(std::iter::once(None)) {
        match point {
            Some(point) => run.push(point),
            None if run.len() > 1 => figure.path(std::mem::take(&mut run), Stroke::solid(palette::QUIET, 1.6)),
            None => run.drain(..).for_each(|point| figure.mark(point, 1.8, Shape::Circle, palette::QUIET)),
        }
    }
    if let Some((last, Some(value))) = weeks.len().checked_sub(1).map(|last| (last, weeks.last().copied().flatten())) {
        figure.mark(at(last, value), 2.8, Shape::Circle, palette::TEXT);
    }
}

/// Words set into lines that run no wider than `width`, roughly.
pub(super) fn wrap(text: &str, size: f32, width: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if rough_width(line, size) + rough_width(word, size) + size * 0.3 <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
