//! A series has one colour, mark and dash, by its key: in every chart, whatever stands beside it and in whatever order.

use std::collections::BTreeMap;

use gutskin::columns::tabulate;
use gutskin::model::diary::Diary;
use gutskin::model::value::Value;
use gutskin::report::chart::{ChartModel, ChartRequest};
use gutskin::report::doctor::{ReportRequest, build};
use gutskin::report::document::Block;
use gutskin::report::figure;
use gutskin::report::scene::{Color, Item, Scene, Shape};
use gutskin::report::series_style::SeriesStyles;

use super::commands::{answer, carry_out, today};

const KEYS: [&str; 6] = ["redness", "itch", "skin_pain", "dryness", "sleep_hours", "stress"];

fn diary() -> Diary {
    let mut diary = Diary::default();
    for ago in 0..30 {
        for name in KEYS {
            let value = Value::number(f64::from(ago % 5)).unwrap();
            carry_out(&mut diary, answer(today().plus(-ago), name, value)).unwrap();
        }
    }
    diary
}

/// How each series of a drawing is drawn, by its name: colour, mark, dashes of the mean.
fn drawn(scene: &Scene) -> BTreeMap<String, (Color, Shape, Vec<f32>)> {
    let mut found: BTreeMap<String, (Color, Shape, Vec<f32>)> = BTreeMap::new();
    let mut last = None;
    let mut name = String::new();
    for item in &scene.items {
        match item {
            Item::Mark { shape, color, .. } => last = Some((*color, *shape)),
            Item::Text(words) if words.strong && words.size == 12.0 => {
                name.clone_from(&words.text);
                let (color, shape) = last.unwrap();
                found.insert(name.clone(), (color, shape, Vec::new()));
            }
            Item::Line { stroke, .. } if stroke.width == 2.0 => {
                let entry = found.get_mut(&name).unwrap();
                assert_eq!(stroke.color, entry.0, "the mean of {name} has another colour than its mark");
                entry.2 = stroke.dash.to_vec();
            }
            _ => {}
        }
    }
    found
}

fn of(diary: &Diary, keys: &[&str]) -> BTreeMap<String, (Color, Shape, Vec<f32>)> {
    let request = ChartRequest::new(keys, today().plus(-29), today(), today());
    drawn(&figure::draw(&ChartModel::new(diary, &tabulate(diary), &request).unwrap()))
}

#[test]
fn the_order_of_the_series_and_what_stands_beside_them_change_no_mark() {
    let diary = diary();
    let all = of(&diary, &["redness", "itch", "sleep_hours", "stress"]);
    assert_eq!(all.len(), 4);
    assert_eq!(all, of(&diary, &["stress", "sleep_hours", "itch", "redness"]));
    for alone in [["itch"], ["sleep_hours"], ["stress"]] {
        for (name, mark) in of(&diary, &alone) {
            assert_eq!(mark, all[&name], "{name} alone is drawn otherwise");
        }
    }
}

#[test]
fn the_report_draws_each_series_as_the_window_does_where_it_gave_way_to_another() {
    let diary = diary();
    // In the window sleep stood beside another that had its place.
    let mut styles = SeriesStyles::default();
    styles.show_together(&["skin_today"]);
    styles.show_together(&["skin_today", "sleep_hours"]);
    let slot = styles.of("sleep_hours");
    assert_ne!(slot, SeriesStyles::default().of("sleep_hours"), "it had to give way");
    let request = ReportRequest { styles, ..ReportRequest::new(today().plus(-29), today(), today()) };
    let document = build(&diary, &tabulate(&diary), &request, &|_| true).unwrap();
    let mut found = BTreeMap::new();
    for block in &document.blocks {
        if let Block::Figure(chart) = block {
            found.extend(drawn(&figure::draw(chart)));
        }
    }
    let (color, shape, dash) = &found["Sleep (h)"];
    assert_eq!((*color, *shape, dash.as_slice()), (slot.color, slot.shape, slot.dash));
    assert_eq!(found["Redness"], of(&diary, &["redness"])["Redness"]);
}
