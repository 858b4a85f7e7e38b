//! The body with its places shaded by what was answered for them over a period: front, back and face, a number in each place, so
//! that grey print reads as well. What is not known is dotted, never pale.

use std::fmt::Write;

use super::builder::FigureBuilder;
use crate::analysis::heat_map::{HeatMap, PlaceHeat, Summary};
use crate::model::body_map::{BodyMap, MapPlace, MapPoint, MapView};
use crate::report::exportable_figure::ExportableFigure;
use crate::report::scene::{Anchor, Color, Item, Shape, Stroke, palette};
use crate::words::{Period, count, rounded};

/// Height of each body in points.
const HEIGHT: f32 = 430.0;
const TOP: f32 = 58.0;
const MARGIN: f32 = 16.0;
const GAP: f32 = 34.0;
/// How much of the colour each class has, none to worst.
const STRENGTHS: [f32; 5] = [0.0, 0.22, 0.45, 0.72, 1.0];
/// Between the dots of a place that is not known.
const DOTS: f32 = 6.0;

/// Draws the body on paper of a width; it is no narrower than the three views need.
pub fn draw(map: &HeatMap, width: f32) -> ExportableFigure {
    let views = BodyMap::shipped().views();
    let wide = |view: &MapView| HEIGHT * view.aspect;
    let needed = views.iter().map(wide).sum::<f32>() + GAP * views.len().saturating_sub(1) as f32 + 2.0 * MARGIN;
    let mut figure = FigureBuilder::new(width.max(needed));
    let title = title(map);
    figure.heading((MARGIN, 22.0), &title);
    let about = "Left is the person's own left. A number stands in each place; dotted places are not known.";
    figure.text((MARGIN, 40.0), 11.0, Anchor::Start, palette::QUIET, about);
    let mut left = (figure.width - needed) / 2.0 + MARGIN;
    for view in views {
        draw_view(&mut figure, map, view, (left, TOP));
        left += wide(view) + GAP;
    }
    legend(&mut figure, map, TOP + HEIGHT + 26.0);
    let scene = figure.finish(TOP + HEIGHT + 48.0, title, words(map));
    ExportableFigure { stem: "gutskin-body", scene, csv: csv(map) }
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

fn legend(figure: &mut FigureBuilder, map: &HeatMap, y: f32) {
    let mut x = MARGIN;
    for (name, strength) in map.class_names().into_iter().zip(STRENGTHS) {
        swatch(figure, (x, y), strength);
        figure.text((x + 20.0, y + 4.0), 11.0, Anchor::Start, palette::TEXT, name);
        x += 78.0;
    }
    swatch(figure, (x, y), 0.0);
    for (dx, dy) in [(4.0, -3.0), (10.0, -3.0), (4.0, 3.0), (10.0, 3.0)] {
        figure.mark((x + dx, y + dy), 0.6, Shape::Circle, palette::AXIS);
    }
    let words = "not known: fewer than 5 days, or than a fifth of the days";
    figure.text((x + 20.0, y + 4.0), 11.0, Anchor::Start, palette::TEXT, words);
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
        let number = |value: Option<f64>| value.map(|value| rounded(value, -2).replace('−', "-")).unwrap_or_default();
        let (key, name) = (place.region.key(), place.region.label());
        writeln!(text, "{key},{name},{},{},{},{}", number(place.worst), number(place.mean), place.days, map.days())
            .ok();
    }
    text
}
