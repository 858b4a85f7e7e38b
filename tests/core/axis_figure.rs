//! The drawing of the gut-skin map: the same words wherever it goes, certainty by the line, and nothing over anything else.

use gutskin::columns::tabulate;
use gutskin::evidence::axis::{AxisMap, map};
use gutskin::model::time::Day;
use gutskin::report::figure::axis::{AxisDrawing, AxisPart, Frame, LEAST_WIDTH, draw};
use gutskin::report::scene::{Item, rough_width};
use gutskin::report::{png, svg};
use gutskin::sample;

fn sample_map() -> AxisMap {
    let day = Day::from_ymd(2026, 11, 20).unwrap();
    let diary = sample::diary(sample::SEED, day).unwrap();
    map(&diary, &tabulate(&diary), None, day)
}

#[test]
fn the_words_of_the_map_are_the_description_of_the_picture() {
    let map = sample_map();
    let AxisDrawing { figure, .. } = draw(&map, 880.0);
    assert_eq!((figure.scene.title.as_str(), figure.scene.desc.as_str()), (map.title().as_str(), map.words().as_str()));
    for of in map.boxes.iter().filter(|of| of.index.is_some()) {
        assert!(figure.scene.desc.contains(&of.words()), "{}", of.title);
    }
    for arrow in &map.arrows {
        assert!(figure.scene.desc.contains(&arrow.words()), "{}", arrow.plan.id);
    }
    let drawing = svg::to_svg(&figure.scene);
    assert!(drawing.contains(&format!("<desc id=\"chart-desc\">{}</desc>", svg::escape(&map.words()))));
    let (picture, missing) = png::to_png(&figure.scene).unwrap();
    assert!(picture.starts_with(b"\x89PNG") && missing == 0);
}

#[test]
fn every_box_and_arrow_has_a_place_and_a_row_of_numbers() {
    let map = sample_map();
    let drawing = draw(&map, 640.0);
    assert_eq!(drawing.places.len(), map.boxes.len() + map.arrows.len());
    let boxes = map.boxes.iter().filter(|of| of.index.is_some()).count();
    assert_eq!(drawing.figure.csv.lines().count(), 1 + boxes + map.arrows.len());
}

fn overlap(one: &Frame, other: &Frame) -> bool {
    one[0] < other[0] + other[2]
        && other[0] < one[0] + one[2]
        && one[1] < other[1] + other[3]
        && other[1] < one[1] + one[3]
}

#[test]
fn no_box_or_number_lies_over_another_and_nothing_leaves_the_paper_at_any_width() {
    let map = sample_map();
    for width in [300.0, LEAST_WIDTH, 600.0, 700.0, 880.0, 960.0] {
        let AxisDrawing { figure, places } = draw(&map, width);
        let scene = &figure.scene;
        for (at, (part, frame)) in places.iter().enumerate() {
            assert!(frame[0] >= 0.0 && frame[0] + frame[2] <= scene.width, "{part:?} at {width}");
            assert!(frame[1] >= 0.0 && frame[1] + frame[3] <= scene.height, "{part:?} at {width}");
            // The disc of a number is smaller than what can be pressed of it.
            let shrunk = |(part, frame): &(AxisPart, Frame)| match part {
                AxisPart::Box(_) => *frame,
                AxisPart::Arrow(_) => [frame[0] + 4.0, frame[1] + 4.0, frame[2] - 8.0, frame[3] - 8.0],
            };
            for other in &places[..at] {
                assert!(!overlap(&shrunk(&places[at]), &shrunk(other)), "{part:?} and {:?} at {width}", other.0);
            }
        }
        for item in &scene.items {
            if let Item::Text(words) = item {
                let wide = rough_width(&words.text, words.size);
                let (left, right) = match words.anchor {
                    gutskin::report::scene::Anchor::Start => (words.at.0, words.at.0 + wide),
                    gutskin::report::scene::Anchor::Middle => (words.at.0 - wide / 2.0, words.at.0 + wide / 2.0),
                    gutskin::report::scene::Anchor::End => (words.at.0 - wide, words.at.0),
                };
                assert!(left >= -1.0 && right <= scene.width + 1.0, "“{}” leaves the paper at {width}", words.text);
            }
        }
    }
}

#[test]
fn without_colour_every_certainty_is_told_by_its_line() {
    // Drawn in one ink: what tells the lines apart is thickness, dash and shape.
    let scene = draw(&sample_map(), 880.0).figure.scene;
    let strokes: Vec<(String, usize)> = scene
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Line { points, stroke } => Some((format!("{}/{:?}", stroke.width, stroke.dash), points.len())),
            _ => None,
        })
        .collect();
    let has = |look: &str| strokes.iter().any(|(stroke, _)| stroke == look);
    assert!(has("5/[]") && has("2.6/[]") && has("2/[8.0, 5.0]") && has("2/[2.0, 4.0]"), "{strokes:?}");
    assert!(strokes.iter().any(|(_, points)| *points > 8), "a zigzag has many corners");
}
