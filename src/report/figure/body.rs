//! The body with its places shaded by what was answered for them over a period: front, back and face, a number in each place, so
//! that grey print reads as well. What is not known is dotted, never pale.

use std::fmt::Write;

use super::builder::FigureBuilder;
use crate::analysis::heat_map::{HeatMap, PlaceHeat, Summary};
use crate::model::body_map::{BodyMap, MapPlace, MapPoint, MapView};
use crate::report::exportable_figure::ExportableFigure;
use crate::report::scene::{Anchor, Color, Item, Shape, Stroke, cut_to, palette};
use crate::words::{Period, count, digits, rounded};

/// Height of each body in points.
const HEIGHT: f32 = 430.0;
const TOP: f32 = 58.0;
const MARGIN: f32 = 16.0;
const GAP: f32 = 34.0;
/// How much of the colour each class has, none to worst.
const STRENGTHS: [f32; 5] = [0.0, 0.22, 0.45, 0.72, 1.0];
/// Between the dots of a place that is not known.
const DOTS: f32 = 6.0;

/// Draws the body on paper of a width: as many views side by side as there is room for, the others below.
pub fn draw(map: &HeatMap, width: f32) -> ExportableFigure {
    let mut lines: Vec<Vec<&'static MapView>> = Vec::new();
    for view in BodyMap::shipped().views() {
        match lines.last_mut() {
            Some(line) if wide(line) + GAP + HEIGHT * view.aspect + 2.0 * MARGIN <= width => line.push(view),
            _ => lines.push(vec![view]),
        }
    }
    let needed = lines.iter().map(|line| wide(line)).fold(0.0, f32::max) + 2.0 * MARGIN;
    let mut figure = FigureBuilder::new(width.max(needed));
    let title = title(map);
    figure.heading((MARGIN, 22.0), &cut_to(&title, 13.0, figure.width - 2.0 * MARGIN));
    figure.text(
        (MARGIN, 40.0),
        11.0,
        Anchor::Start,
        palette::QUIET,
        "Left is your own left. A number stands in each place.",
    );
    let mut top = TOP;
    for line in &lines {
        let mut left = (figure.width - wide(line)) / 2.0;
        for view in line {
            draw_view(&mut figure, map, view, (left, top));
            left += HEIGHT * view.aspect + GAP;
        }
        top += HEIGHT + GAP;
    }
    let bottom = legend(&mut figure, map, top);
    let scene = figure.finish(bottom + 18.0, title, words(map));
    ExportableFigure { stem: "gutskin-body", scene, csv: csv(map) }
}

/// Width of views side by side.
fn wide(line: &[&MapView]) -> f32 {
    let gaps = GAP * line.len().saturating_sub(1) as f32;
    line.iter().map(|view| HEIGHT * view.aspect).sum::<f32>() + gaps
}

/// What is drawn, and of which days.
fn title(map: &HeatMap) -> String {
    let (first, last) = map.period;
    let of = match map.summary {
        Summary::Worst => "the worst of each place",
        Summary::Mean => "the mean of each place",
    };
    format!("{}, {of}, {}", map.known.label, Period::new(first, last))
}

fn draw_view(figure: &mut FigureBuilder, map: &HeatMap, view: &'static MapView, (left, top): (f32, f32)) {
    let width = HEIGHT * view.aspect;
    let at = |(x, y): MapPoint| (left + x * width, top + y * HEIGHT);
    let ring = |points: &[MapPoint]| points.iter().map(|point| at(*point)).collect::<Vec<_>>();
    figure.item(Item::Area {
        ring: ring(&view.outline),
        triangles: &view.triangles,
        fill: Some((palette::PAPER, 1.0)),
        stroke: Stroke::solid(palette::AXIS, 1.0),
    });
    for place in &view.places {
        let heat = map.places.iter().find(|heat| heat.region == place.region);
        let value = heat.and_then(|heat| map.value(heat));
        let class = value.map_or(0, |value| map.class(value));
        let strength = STRENGTHS.get(class).copied().unwrap_or(1.0);
        figure.item(Item::Area {
            ring: ring(&place.ring),
            triangles: &place.triangles,
            fill: (strength > 0.0).then_some((palette::ATTENTION, strength)),
            stroke: Stroke::solid(palette::AXIS, 0.75),
        });
        match value {
            Some(value) => {
                let size = (place.radius * HEIGHT * 1.3).clamp(6.5, 11.0);
                let (x, y) = at(place.at);
                let ink = ink_on(strength);
                figure.text((x, y + size * 0.36), size, Anchor::Middle, ink, &number(map, value));
            }
            None => dots(figure, place, view.aspect, &at),
        }
    }
    for mark in &view.marks {
        figure.path(ring(mark), Stroke::solid(palette::AXIS, 0.75));
    }
    let (ours, other) = if view.name == "back" { ("L", "R") } else { ("R", "L") };
    for (x, letter) in [(0.0, ours), (1.0, other)] {
        figure.text(at((x, 0.25)), 11.0, Anchor::Middle, palette::QUIET, letter);
    }
    let (x, _) = at((0.5, 0.0));
    figure.text((x, top + HEIGHT + 12.0), 10.0, Anchor::Middle, palette::QUIET, &view.name);
}

/// Dots all over a place of which too little is known.
fn dots(figure: &mut FigureBuilder, place: &MapPlace, aspect: f32, at: &impl Fn(MapPoint) -> (f32, f32)) {
    let (across, down) = (DOTS / (HEIGHT * aspect), DOTS / HEIGHT);
    let ends = |pick: fn(&MapPoint) -> f32| {
        let values = place.ring.iter().map(pick);
        values.fold((f32::INFINITY, f32::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
    };
    let ((left, right), (top, bottom)) = (ends(|point| point.0), ends(|point| point.1));
    let mut y = (top / down).ceil() * down;
    while y < bottom {
        let mut x = (left / across).ceil() * across;
        while x < right {
            if place.holds((x, y)) {
                figure.mark(at((x, y)), 0.6, Shape::Circle, palette::AXIS);
            }
            x += across;
        }
        y += down;
    }
}

/// Words on a ground of the colour of attention.
fn ink_on(strength: f32) -> Color {
    if strength > 0.6 { palette::PAPER } else { palette::TEXT }
}

/// Whole numbers as they are, means with a digit.
fn number(map: &HeatMap, value: f64) -> String {
    match map.summary {
        Summary::Worst => rounded(value, 0),
        Summary::Mean => rounded(value, -1),
    }
}

/// The classes, and below them what dots mean; gives the line it ends on.
fn legend(figure: &mut FigureBuilder, map: &HeatMap, y: f32) -> f32 {
    let mut x = MARGIN;
    for (name, strength) in map.class_names().into_iter().zip(STRENGTHS) {
        swatch(figure, (x, y), strength);
        figure.text((x + 20.0, y + 4.0), 11.0, Anchor::Start, palette::TEXT, name);
        x += 68.0;
    }
    let (x, y) = (MARGIN, y + 22.0);
    swatch(figure, (x, y), 0.0);
    for (dx, dy) in [(4.0, -3.0), (10.0, -3.0), (4.0, 3.0), (10.0, 3.0)] {
        figure.mark((x + dx, y + dy), 0.6, Shape::Circle, palette::AXIS);
    }
    let words = "Not known: fewer than 5 days, or than a fifth of them";
    figure.text((x + 20.0, y + 4.0), 11.0, Anchor::Start, palette::TEXT, words);
    y
}

fn swatch(figure: &mut FigureBuilder, (x, y): (f32, f32), strength: f32) {
    let frame = [x, y - 7.0, 14.0, 14.0];
    if strength > 0.0 {
        figure.fill(frame, palette::ATTENTION, strength);
    }
    let border = vec![(x, y - 7.0), (x + 14.0, y - 7.0), (x + 14.0, y + 7.0), (x, y + 7.0), (x, y - 7.0)];
    figure.path(border, Stroke::solid(palette::AXIS, 0.75));
}

/// One place: `left elbow crease: worst 4, mean 2.3, 61 of 90 days`.
pub fn place_words(map: &HeatMap, name: &str, place: &PlaceHeat) -> String {
    let (Some(worst), Some(mean)) = (place.worst, place.mean) else {
        return format!("{}: not known", name.to_lowercase());
    };
    let (worst, mean) = (rounded(worst, 0), rounded(mean, -1));
    format!(
        "{}: worst {worst}, mean {mean}, {} of {}",
        name.to_lowercase(),
        place.days,
        count(map.days(), "day", "days")
    )
}

/// The drawing in words.
fn words(map: &HeatMap) -> String {
    let rows = map.rows();
    if rows.is_empty() {
        return format!("{}. Nothing was logged for single places in these days.", title(map));
    }
    let places: Vec<String> = rows.iter().map(|(region, place)| place_words(map, region.label(), place)).collect();
    format!("{}. By place: {}.", title(map), places.join("; "))
}

fn csv(map: &HeatMap) -> String {
    let mut text = String::from("place,name,worst,mean,known_days,days\n");
    for place in &map.places {
        let number = |value: Option<f64>| value.map(|value| digits(value, -2)).unwrap_or_default();
        let (key, name) = (place.region.key(), place.region.label());
        writeln!(text, "{key},{name},{},{},{},{}", number(place.worst), number(place.mean), place.days, map.days())
            .ok();
    }
    text
}
