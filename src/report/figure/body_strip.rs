//! The body in little: front, back and face side by side with their places shaded, and under them the places concerned by name,
//! since numbers would be too small to read there.

use super::builder::FigureBuilder;
use crate::analysis::heat_map::HeatMap;
use crate::model::body_map::{BodyMap, MapPoint, MapView};
use crate::report::scene::{Anchor, Item, Scene, Stroke, cut_to, palette};
use crate::words::{count, rounded};

const HEIGHT: f32 = 88.0;
const TOP: f32 = 26.0;
const GAP: f32 = 8.0;
const LETTERS: f32 = 9.0;
const LINE: f32 = 11.5;
/// How much of the colour each class has, none to worst.
const STRENGTHS: [f32; 5] = [0.0, 0.22, 0.45, 0.72, 1.0];
/// Places named under the drawing.
const MOST_NAMED: usize = 5;

/// Draws it as wide as its views are; `None` while no place is known well enough to be shaded.
pub fn draw(map: &HeatMap) -> Option<Scene> {
    let mut known: Vec<(&'static str, f64)> = map
        .rows()
        .into_iter()
        .filter_map(|(region, place)| Some((region.label(), map.value(&place)?)))
        .filter(|(_, value)| *value > 0.0)
        .collect();
    if map.places.iter().all(|place| map.value(place).is_none()) {
        return None;
    }
    known.sort_by(|a, b| b.1.total_cmp(&a.1));
    let views = BodyMap::shipped().views();
    let width: f32 = views.iter().map(|view| HEIGHT * view.aspect + GAP).sum();
    let mut figure = FigureBuilder::new(width.max(116.0));
    let title = format!("{}, worst of each place", map.known.label);
    figure.strong((0.0, 12.0), LETTERS, Anchor::Start, &cut_to(&title, LETTERS, figure.width));
    let mut left = 0.0;
    for view in views {
        draw_view(&mut figure, map, view, (left, TOP));
        left += HEIGHT * view.aspect + GAP;
    }
    let mut baseline = TOP + HEIGHT + 14.0;
    let named = known.iter().take(MOST_NAMED).map(|(name, value)| format!("{name} {}", rounded(*value, 0)));
    let mut lines: Vec<String> = named.collect();
    match known.len() {
        0 => lines.push("0 in every known place".to_owned()),
        all if all > MOST_NAMED => lines.push(format!("and {}", count(all - MOST_NAMED, "more place", "more places"))),
        _ => {}
    }
    for line in &lines {
        let text = cut_to(line, LETTERS, figure.width);
        figure.text((0.0, baseline), LETTERS, Anchor::Start, palette::TEXT, &text);
        baseline += LINE;
    }
    let desc = format!("{title}: {}.", lines.join("; "));
    Some(figure.finish(baseline, title, desc))
}

fn draw_view(figure: &mut FigureBuilder, map: &HeatMap, view: &'static MapView, (left, top): (f32, f32)) {
    let width = HEIGHT * view.aspect;
    let ring = |points: &[MapPoint]| -> Vec<(f32, f32)> {
        points.iter().map(|(x, y)| (left + x * width, top + y * HEIGHT)).collect()
    };
    figure.item(Item::Area {
        ring: ring(&view.outline),
        triangles: &view.triangles,
        fill: Some((palette::PAPER, 1.0)),
        stroke: Stroke::solid(palette::AXIS, 0.8),
    });
    for place in &view.places {
        let heat = map.places.iter().find(|heat| heat.region == place.region);
        let class = heat.and_then(|heat| map.value(heat)).map_or(0, |value| map.class(value));
        let strength = STRENGTHS.get(class).copied().unwrap_or(1.0);
        figure.item(Item::Area {
            ring: ring(&place.ring),
            triangles: &place.triangles,
            fill: (strength > 0.0).then_some((palette::ATTENTION, strength)),
            stroke: Stroke::solid(palette::GRID, 0.5),
        });
    }
}
