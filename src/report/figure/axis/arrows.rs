//! Arrows: how certain the studies are is the thickness and the dash of the line, which way they point is the shape of its head.
//! Colour says nothing.

use crate::evidence::axis::{Head, Line};
use crate::report::figure::builder::FigureBuilder;
use crate::report::scene::{Anchor, Shape, Stroke, palette};

type Point = (f32, f32);

/// Half the side of a head.
const HEAD: f32 = 6.0;
/// Half the size of the disc behind a number.
pub(super) const DISC: f32 = 10.0;
/// How far the middle of that disc keeps from the line.
const ASIDE: f32 = 15.0;

/// Draws a line with its head.
pub(super) fn arrow(figure: &mut FigureBuilder, points: &[Point], line: Line, head_shape: Head, both_ways: bool) {
    let (stroke, points) = (stroke(line), points.to_vec());
    let (Some(end), Some(start)) = (direction(&points), direction(&reversed(&points))) else { return };
    let (tip, tail) = (points.last().copied().unwrap_or_default(), points.first().copied().unwrap_or_default());
    match line {
        Line::Zigzag => figure.path(zigzag(&points), stroke),
        _ => figure.path(points, stroke),
    }
    if line == Line::EndBar {
        bar(figure, tip, end);
    } else {
        head(figure, tip, end, head_shape, stroke.width);
    }
    if both_ways {
        head(figure, tail, start, head_shape, stroke.width);
    }
}

fn stroke(line: Line) -> Stroke {
    let of = |width: f32| Stroke::solid(palette::TEXT, width);
    match line {
        Line::Thick => of(5.0),
        Line::Solid => of(2.6),
        Line::Dashed => of(2.0).dashed(&[8.0, 5.0]),
        Line::Dotted => of(2.0).dashed(&[2.0, 4.0]),
        Line::Zigzag => of(1.4),
        Line::EndBar => of(2.0),
        Line::Trace => Stroke::solid(palette::AXIS, 0.9).faint(0.7),
        Line::Link => Stroke::solid(palette::QUIET, 1.0),
    }
}

/// A head whose tip touches the box; `along` is the way the line comes, of length 1.
fn head(figure: &mut FigureBuilder, tip: Point, along: Point, shape: Head, line_width: f32) {
    let size = HEAD + line_width * 0.6;
    let back = (tip.0 - along.0 * size, tip.1 - along.1 * size);
    let across = (-along.1 * size * 0.8, along.0 * size * 0.8);
    let stroke = Stroke::solid(palette::TEXT, (1.4 + line_width * 0.25).min(2.6));
    match shape {
        Head::Helps => figure
            .path(vec![(back.0 + across.0, back.1 + across.1), tip, (back.0 - across.0, back.1 - across.1)], stroke),
        Head::Harms => {
            let middle = (tip.0 - along.0 * size * 0.7, tip.1 - along.1 * size * 0.7);
            for (dx, dy) in [(1.0, 1.0), (1.0, -1.0)] {
                let arm = (dx * size * 0.6, dy * size * 0.6);
                figure.line((middle.0 - arm.0, middle.1 - arm.1), (middle.0 + arm.0, middle.1 + arm.1), stroke);
            }
        }
        Head::Mixed => {
            let middle = (tip.0 - along.0 * size * 0.6, tip.1 - along.1 * size * 0.6);
            figure.mark(middle, size * 0.55, Shape::Diamond, palette::TEXT);
        }
        Head::NoEffect => bar(figure, tip, along),
        Head::None => {}
    }
}

/// A bar across the end of a line, a little before the box.
fn bar(figure: &mut FigureBuilder, tip: Point, along: Point) {
    let at = (tip.0 - along.0 * 4.0, tip.1 - along.1 * 4.0);
    let across = (-along.1 * HEAD, along.0 * HEAD);
    let stroke = Stroke::solid(palette::TEXT, 2.4);
    figure.line((at.0 + across.0, at.1 + across.1), (at.0 - across.0, at.1 - across.1), stroke);
}

/// The number of an arrow beside its line, with what stands with it; gives its middle. It stands in a disc, or, where the diary found
/// something on this path, in a filled square.
pub(super) fn number(
    figure: &mut FigureBuilder,
    points: &[Point],
    share: f32,
    shown: &str,
    (line, label, is_found): (Line, Option<&str>, bool),
) -> Point {
    let (at, along) = at_share(points, share);
    // Above a line that runs across, right of one that runs down.
    let runs_across = along.0.abs() > along.1.abs();
    let middle = if runs_across { (at.0, at.1 - ASIDE) } else { (at.0 + ASIDE, at.1) };
    badge(figure, middle, shown, is_found);
    if line == Line::Zigzag {
        figure.strong((middle.0 + DISC + 3.0, middle.1 + 4.5), 13.0, Anchor::Start, "?");
    }
    if let Some(label) = label {
        let at = (middle.0 + DISC + 4.0, middle.1 + 3.5);
        figure.text(at, 10.0, Anchor::Start, palette::QUIET, label);
    }
    middle
}

/// A number in a disc, or in a filled square.
pub(super) fn badge(figure: &mut FigureBuilder, middle: Point, shown: &str, is_found: bool) {
    if is_found {
        figure.mark(middle, DISC, Shape::Square, palette::TEXT);
    } else {
        figure.mark(middle, DISC, Shape::Circle, palette::AXIS);
        figure.mark(middle, DISC - 1.2, Shape::Circle, palette::PAPER);
    }
    let color = if is_found { palette::PAPER } else { palette::TEXT };
    figure.words((middle.0, middle.1 + 3.8), 10.5, Anchor::Middle, color, shown);
}

/// The point at a share of a route, and the way it runs there, of length 1.
fn at_share(points: &[Point], share: f32) -> (Point, Point) {
    let lengths: Vec<f32> = points.windows(2).map(|pair| length(pair)).collect();
    let mut left = lengths.iter().sum::<f32>() * share;
    for (pair, length) in points.windows(2).zip(&lengths) {
        let [from, to] = pair else { continue };
        if left <= *length && *length > 0.0 {
            let along = ((to.0 - from.0) / length, (to.1 - from.1) / length);
            return ((from.0 + along.0 * left, from.1 + along.1 * left), along);
        }
        left -= length;
    }
    (points.last().copied().unwrap_or_default(), (1.0, 0.0))
}

fn length(pair: &[Point]) -> f32 {
    let [from, to] = pair else { return 0.0 };
    (to.0 - from.0).hypot(to.1 - from.1)
}

/// The way the last piece of a route runs, of length 1; `None` if it has no length.
fn direction(points: &[Point]) -> Option<Point> {
    let [.., from, to] = points else { return None };
    let length = (to.0 - from.0).hypot(to.1 - from.1);
    (length > 0.0).then(|| ((to.0 - from.0) / length, (to.1 - from.1) / length))
}

fn reversed(points: &[Point]) -> Vec<Point> {
    points.iter().rev().copied().collect()
}

/// A route as a zigzag that leaves its ends where they are.
fn zigzag(points: &[Point]) -> Vec<Point> {
    const STEP: f32 = 5.0;
    const HIGH: f32 = 3.2;
    let mut all = Vec::new();
    for pair in points.windows(2) {
        let [from, to] = pair else { continue };
        let length = length(pair);
        if length <= 0.0 {
            continue;
        }
        let along = ((to.0 - from.0) / length, (to.1 - from.1) / length);
        all.push(*from);
        let (mut done, mut side) = (STEP * 1.5, 1.0);
        while done < length - STEP * 2.0 {
            let (x, y) = (from.0 + along.0 * done, from.1 + along.1 * done);
            all.push((x - along.1 * HIGH * side, y + along.0 * HIGH * side));
            (done, side) = (done + STEP, -side);
        }
    }
    all.extend(points.last());
    all
}
