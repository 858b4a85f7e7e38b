//! The body over a period: what a day says of a place, when a place is shaded, and what the drawing says without colours.

use gutskin::analysis::heat_map::{HeatMap, Summary, can_show};
use gutskin::model::diary::Diary;
use gutskin::model::region::Region;
use gutskin::report::doctor::{ReportRequest, build};
use gutskin::report::exportable_figure::ExportableFigure;
use gutskin::report::figure::body::draw;
use gutskin::report::html::to_html;
use gutskin::report::output::{Format, Output, OutputKind, make};
use gutskin::report::scene::{Anchor, Item, palette, rough_width};
use gutskin::report::svg::to_svg;

use super::command_line::{code, complaint, one_line, run};
use super::commands::today;
use super::skin_scores_spec::{at_places, rest_is_clear, whole};

fn map(diary: &Diary, days: i32, key: &str, summary: Summary) -> HeatMap {
    let known = diary.catalogue().get(key).unwrap();
    HeatMap::new(diary, known, (today().plus(1 - days), today()), summary)
}

/// Worst, mean and known days of a place.
fn of(map: &HeatMap, region: Region) -> (Option<f64>, Option<f64>, usize) {
    let place = map.places.iter().find(|place| place.region == region).unwrap();
    (place.worst, place.mean, place.days)
}

/// Ten days: the crease is 4 on one day and 1 on four, the arm 2 on three others, and all is clear on two.
fn diary() -> Diary {
    let mut diary = Diary::default();
    at_places(&mut diary, 9, "redness", &[(Region::LeftElbowCrease, 4.0)]);
    for ago in 5..9 {
        at_places(&mut diary, ago, "redness", &[(Region::LeftElbowCrease, 1.0)]);
    }
    for ago in 2..5 {
        at_places(&mut diary, ago, "redness", &[(Region::LeftArm, 2.0)]);
    }
    rest_is_clear(&mut diary, 1);
    rest_is_clear(&mut diary, 0);
    diary
}

#[test]
fn a_day_says_of_a_place_its_own_answer_or_that_of_the_arm_or_that_all_else_is_clear() {
    let map = map(&diary(), 10, "redness", Summary::Worst);
    // 4 + 4 x 1 + 3 x 2 + 2 x 0 over ten days.
    assert_eq!(of(&map, Region::LeftElbowCrease), (Some(4.0), Some(1.4), 10));
    // 3 x 2 + 2 x 0 over five days.
    assert_eq!(of(&map, Region::LeftForearm), (Some(2.0), Some(1.2), 5));
    assert_eq!(of(&map, Region::Neck), (Some(0.0), Some(0.0), 2));
}

#[test]
fn an_answer_for_the_whole_skin_says_nothing_of_single_places() {
    let mut diary = Diary::default();
    for ago in 0..10 {
        whole(&mut diary, ago, &[("redness", 3.0)]);
    }
    let map = map(&diary, 10, "redness", Summary::Worst);
    assert!(map.places.iter().all(|place| (place.worst, place.days) == (None, 0)));
    assert!(map.rows().is_empty());
}

#[test]
fn a_place_is_shaded_from_five_known_days_and_a_fifth_of_the_period_on() {
    let diary = diary();
    let shaded = |days: i32, region: Region| {
        let map = map(&diary, days, "redness", Summary::Worst);
        let place = map.places.iter().find(|place| place.region == region).unwrap();
        map.value(place)
    };
    assert_eq!(shaded(10, Region::LeftForearm), Some(2.0));
    assert_eq!(shaded(25, Region::LeftForearm), Some(2.0), "5 of 25 are a fifth");
    assert_eq!(shaded(26, Region::LeftForearm), None);
    assert_eq!(shaded(10, Region::Neck), None, "two days are too few");
}

#[test]
fn classes_follow_the_scale_of_what_was_answered() {
    let diary = Diary::default();
    let classes = |key: &str, values: &[f64]| {
        let map = map(&diary, 10, key, Summary::Worst);
        values.iter().map(|value| map.class(*value)).collect::<Vec<_>>()
    };
    assert_eq!(classes("redness", &[0.0, 1.0, 2.0, 3.0, 4.0]), [0, 1, 2, 3, 4]);
    assert_eq!(classes("itch", &[0.0, 1.0, 3.0, 4.0, 6.0, 7.0, 8.0, 9.0, 10.0]), [0, 1, 1, 2, 2, 3, 3, 4, 4]);
    assert_eq!(classes("inflamed", &[0.0, 1.0, 2.0, 3.0, 5.0, 6.0, 10.0, 11.0]), [0, 1, 1, 2, 2, 3, 3, 4]);
    assert!(!can_show(diary.catalogue().get("stress").unwrap()) && !can_show(diary.catalogue().get("flare").unwrap()));
}

#[test]
fn the_drawing_says_in_words_what_it_shows_and_parts_that_agree_are_said_once() {
    let ExportableFigure { scene, csv, .. } = draw(&map(&diary(), 10, "redness", Summary::Worst), 880.0);
    assert!(scene.desc.contains("left elbow crease: worst 4, mean 1.4, 10 of 10 days"), "{}", scene.desc);
    assert!(scene.desc.contains("right arm: worst 0, mean 0, 2 of 10 days"), "{}", scene.desc);
    assert!(!scene.desc.contains("right forearm"), "{}", scene.desc);
    assert!(csv.contains("left_elbow_crease,Left elbow crease,4,1.4,10,10\n"), "{csv}");
    assert_eq!(csv.lines().count(), 51, "a line a place");
}

#[test]
fn numbers_stand_in_known_places_dots_in_others_and_no_word_leaves_the_paper() {
    for width in [440.0, 760.0, 880.0] {
        let scene = draw(&map(&diary(), 10, "redness", Summary::Worst), width).scene;
        let areas = scene.items.iter().filter(|item| matches!(item, Item::Area { .. })).count();
        assert_eq!(areas, 63 + 3, "every place of every view, and three figures");
        let filled = scene
            .items
            .iter()
            .filter(|item| matches!(item, Item::Area { fill: Some((color, _)), .. } if *color == palette::ATTENTION));
        assert!(filled.count() >= 4, "the parts of the arm");
        let dots = scene.items.iter().filter(|item| matches!(item, Item::Mark { .. })).count();
        assert!(dots > 200, "{dots}");
        for item in &scene.items {
            if let Item::Text(words) = item {
                let wide = rough_width(&words.text, words.size);
                let left = match words.anchor {
                    Anchor::Start => words.at.0,
                    Anchor::Middle => words.at.0 - wide / 2.0,
                    Anchor::End => words.at.0 - wide,
                };
                assert!(left >= -1.0 && left + wide <= scene.width + 1.0, "“{}” at {width}", words.text);
                assert!(words.at.1 <= scene.height, "“{}” at {width}", words.text);
            }
        }
        assert!(to_svg(&scene).contains("<polygon"));
    }
}

#[test]
fn every_form_of_the_file_is_made() {
    let diary = diary();
    let figure = draw(&map(&diary, 10, "redness", Summary::Mean), 880.0);
    let output = Output::Figure(std::sync::Arc::new(figure));
    for format in OutputKind::Figure.formats() {
        let Format { ending, .. } = format;
        let made = make(&diary, &gutskin::columns::tabulate(&diary), &output, format, &|_| true).unwrap();
        let head: &[u8] = match ending {
            "png" => b"\x89PNG",
            "pdf" => b"%PDF",
            "csv" => b"place,",
            _ => b"<?xml",
        };
        assert!(made.bytes.starts_with(head) && made.missing_characters == 0, "{ending}");
    }
}

#[test]
fn the_command_line_draws_the_body_and_says_what_it_cannot_draw() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("diary");
    for day in 1..=6 {
        let date = format!("2026-03-0{day}");
        let logged = run(&folder, &["log", "--date", &date, "redness.left_cheek=3", "redness.right_cheek=1"]);
        assert_eq!(code(&logged), 0, "{}", complaint(&logged));
    }
    let file = place.path().join("body.svg");
    let file = file.to_str().unwrap();
    let drawn = run(&folder, &["chart", "--kind", "body", "--out", file]);
    assert_eq!(code(&drawn), 0, "{}", complaint(&drawn));
    let svg = std::fs::read_to_string(file).unwrap();
    assert!(svg.contains("left cheek: worst 3, mean 3, 6 of 6 days"), "{svg}");
    let refused = run(&folder, &["chart", "--kind", "body", "--series", "stress", "--force", "--out", file]);
    assert!(one_line(&refused, 2).contains("not logged by place"));
}

#[test]
fn a_report_shows_the_body_where_places_were_logged_and_nothing_of_it_elsewhere() {
    let words = |diary: &Diary| {
        let request = ReportRequest::new(today().plus(-9), today(), today());
        let document = build(diary, &gutskin::columns::tabulate(diary), &request, &|_| true).unwrap();
        to_html(&document, &|_| true).unwrap()
    };
    let html = words(&diary());
    assert!(html.contains("Skin, place by place") && html.contains("<td>10 of 10</td>"), "{html}");
    assert!(html.contains("Left elbow crease"), "{html}");
    let mut whole_skin = Diary::default();
    whole(&mut whole_skin, 0, &[("redness", 3.0)]);
    assert!(!words(&whole_skin).contains("place by place"));
}
