//! The gut-skin map as one drawing, the same on the screen, in a picture and on paper, with the places of its boxes and arrows, so
//! that the screen can lead from each of them on.

mod arrows;
mod boxes;
mod layout;
mod legend;
mod outcome;

use std::collections::BTreeMap;
use std::fmt::Write;

pub use self::layout::Frame;
use self::layout::{Grid, LEFT, route};
use super::builder::FigureBuilder;
use crate::evidence::axis::{ABOUT, AxisArrow, AxisBox, AxisMap, Place};
use crate::report::exportable_figure::ExportableFigure;
use crate::report::scene::{Anchor, palette};

/// The map is never drawn narrower than this.
pub const LEAST_WIDTH: f32 = 520.0;
/// Side of the square around the number of an arrow that can be pressed.
const PRESSED: f32 = 28.0;
const BODY: f32 = 10.0;
const LINE: f32 = 13.0;

/// A part of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AxisPart {
    /// A box, by its id.
    Box(&'static str),
    /// An arrow, by its id.
    Arrow(&'static str),
}

/// The map on paper.
#[derive(Debug, Clone, PartialEq)]
pub struct AxisDrawing {
    /// The drawing and its numbers.
    pub figure: ExportableFigure,
    /// Where each box and the number of each arrow stands, in reading order.
    pub places: Vec<(AxisPart, Frame)>,
}

/// Draws the map on paper of a width, at least [`LEAST_WIDTH`].
pub fn draw(map: &AxisMap, width: f32) -> AxisDrawing {
    let mut figure = FigureBuilder::new(width.max(LEAST_WIDTH));
    figure.heading((8.0, 18.0), &map.title());
    let about = boxes::wrap(ABOUT, BODY, figure.width - 16.0);
    for (line, words) in about.iter().enumerate() {
        figure.text((8.0, 34.0 + line as f32 * LINE), BODY, Anchor::Start, palette::QUIET, words);
    }
    let grid = Grid::new(figure.width, 26.0 + about.len() as f32 * LINE, row_heights(map, figure.width));
    let frames = frames(map, &grid);
    let mut places = Vec::new();
    for of in &map.boxes {
        let Some(frame) = frames.get(of.plan.id.as_str()) else { continue };
        if of.plan.place == Place::Outcome {
            outcome::draw(&mut figure, map, of, *frame);
        } else {
            boxes::draw(&mut figure, of, *frame, label_of(map, of));
        }
        places.push((AxisPart::Box(&of.plan.id), *frame));
    }
    for arrow in &map.arrows {
        let is_beside = map.find_box(arrow.plan.ends().0).is_some_and(|of| label_of(map, of).is_some());
        if let Some(middle) = draw_arrow(&mut figure, arrow, &frames, is_beside) {
            let frame = [middle.0 - PRESSED / 2.0, middle.1 - PRESSED / 2.0, PRESSED, PRESSED];
            places.push((AxisPart::Arrow(&arrow.plan.id), frame));
        }
    }
    let bottom = legend::draw(&mut figure, LEFT, grid.bottom() + 22.0);
    let scene = figure.finish(bottom + 6.0, map.title(), map.words());
    AxisDrawing { figure: ExportableFigure { stem: "gutskin-axis", scene, csv: csv(map) }, places }
}

/// The height of each row of the grid: that of its tallest box.
fn row_heights(map: &AxisMap, width: f32) -> Vec<f32> {
    let mut heights: Vec<f32> = Vec::new();
    for of in &map.boxes {
        let Place::Cell(_, row) = of.plan.place else { continue };
        let row = usize::from(row);
        heights.resize(heights.len().max(row + 1), 0.0);
        if let Some(height) = heights.get_mut(row) {
            *height = height.max(boxes::height(of, Grid::column_width(width)));
        }
    }
    heights
}

fn frames<'a>(map: &'a AxisMap, grid: &Grid) -> BTreeMap<&'a str, Frame> {
    let mut frames = BTreeMap::new();
    // Those that stand against another one come last.
    let depends = |of: &&AxisBox| matches!(of.plan.place, Place::Under(_));
    let (second, first): (Vec<&AxisBox>, Vec<&AxisBox>) = map.boxes.iter().partition(depends);
    for of in first.into_iter().chain(second) {
        if let Some(frame) = grid.frame(&of.plan.place, &frames) {
            frames.insert(of.plan.id.as_str(), frame);
        }
    }
    frames
}

/// What stands in a small box because its arrow is too short for it.
fn label_of(map: &AxisMap, of: &AxisBox) -> Option<&'static str> {
    if !matches!(of.plan.place, Place::Beside(_)) {
        return None;
    }
    map.arrows.iter().find(|arrow| arrow.plan.ends().0 == of.plan.id)?.style.label
}

/// Draws an arrow; gives the middle of its number. The short word for a trace stands in its box where it `is_beside` the outcome.
fn draw_arrow(
    figure: &mut FigureBuilder,
    arrow: &AxisArrow,
    frames: &BTreeMap<&str, Frame>,
    is_beside: bool,
) -> Option<(f32, f32)> {
    let (tail, head) = arrow.plan.ends();
    let points = route(arrow.plan, *frames.get(tail)?, *frames.get(head)?);
    let style = &arrow.style;
    arrows::arrow(figure, &points, style.line, style.head, arrow.plan.both_ways);
    let with = (style.line, style.label.filter(|_| !is_beside), arrow.own.is_found());
    Some(arrows::number(figure, &points, arrow.plan.number_at, &arrow.number.to_string(), with))
}

fn csv(map: &AxisMap) -> String {
    let mut text = String::from("part,id,title,value,coverage,studies,your_diary\n");
    for of in map.boxes.iter().filter(|of| of.index.is_some()) {
        let Some(index) = &of.index else { continue };
        let (id, title, value) = (&of.plan.id, quoted(of.title), quoted(&of.value_words()));
        let coverage = if !index.keeps_back { format!("{:.2}", index.reading.coverage) } else { String::new() };
        writeln!(text, "box,{id},{title},{value},{coverage},,").ok();
    }
    for arrow in &map.arrows {
        let (id, title) = (&arrow.plan.id, quoted(&arrow.title()));
        let (studies, own) = (quoted(&arrow.style.words), quoted(&arrow.own.words()));
        writeln!(text, "arrow,{id},{title},,,{studies},{own}").ok();
    }
    text
}

/// Words as a cell of a CSV file.
fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('"', "\"\""))
}
