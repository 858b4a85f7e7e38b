//! Courses in charts lie on their own days, whether or not anything is logged on them.

use gutskin::columns::tabulate;
use gutskin::edit::Command;
use gutskin::model::course::{Course, CourseId, CourseKind};
use gutskin::model::diary::Diary;
use gutskin::model::text::Name;
use gutskin::model::time::Day;
use gutskin::model::value::Value;
use gutskin::report::chart::{ChartModel, ChartRequest, whole_period};
use gutskin::report::doctor::{ReportRequest, build};
use gutskin::report::document::Block;
use gutskin::report::figure;
use gutskin::report::scene::{Item, Scene, palette};

use super::commands::{answer, carry_out, today};

/// Itch logged from one day to another, counted back from today.
fn logged(from_ago: i32, to_ago: i32) -> Diary {
    let mut diary = Diary::default();
    for ago in to_ago..=from_ago {
        carry_out(&mut diary, answer(today().plus(-ago), "itch", Value::number(3.0).unwrap())).unwrap();
    }
    diary
}

/// A course from one day to another, counted back from today; without a last day it goes on.
fn taken(diary: &mut Diary, from_ago: i32, to_ago: Option<i32>) {
    let course = Course {
        id: CourseId(0),
        kind: CourseKind::Antibiotic,
        name: Name::new("Doxycycline").unwrap(),
        start: today().plus(-from_ago),
        stop: to_ago.map(|ago| today().plus(-ago)),
        dose: String::new(),
        schedule: String::new(),
        regions: Vec::new(),
        after_effect_days: 20,
        note: None,
    };
    carry_out(diary, Command::AddCourse { course }).unwrap();
}

fn chart(diary: &Diary, series: &[&str], first: Day, last: Day) -> ChartModel {
    ChartModel::new(diary, &tabulate(diary), &ChartRequest::new(series, first, last, today())).unwrap()
}

/// Left and right edge of each bar of a course, as shares of the days of the chart.
fn bars(scene: &Scene) -> Vec<(f32, f32)> {
    let (left, wide) = (64.0, scene.width - 64.0 - 20.0);
    let bars = scene.items.iter().filter_map(|item| match item {
        Item::Box { frame: [x, _, width, _], color: palette::COURSE, opacity } if *opacity > 0.2 => {
            Some(((x - left) / wide, (x + width - left) / wide))
        }
        _ => None,
    });
    bars.collect()
}

/// Leftmost and rightmost place of the hatching, as shares of the days of the chart.
fn hatching(scene: &Scene) -> (f32, f32) {
    let (left, wide) = (64.0, scene.width - 64.0 - 20.0);
    let lines = scene.items.iter().filter_map(|item| match item {
        Item::Line { points, stroke } if stroke.color == palette::COURSE => Some(points),
        _ => None,
    });
    lines.flatten().fold((f32::MAX, f32::MIN), |(low, high), (x, _)| {
        let share = (x - left) / wide;
        (low.min(share), high.max(share))
    })
}

fn near(found: (f32, f32), expected: (f32, f32)) {
    let close = |a: f32, b: f32| (a - b).abs() < 0.001;
    assert!(close(found.0, expected.0) && close(found.1, expected.1), "{found:?}, not {expected:?}");
}

#[test]
fn a_course_begun_before_the_first_logged_day_is_drawn_from_its_real_first_day() {
    let mut diary = logged(9, 0);
    taken(&mut diary, 39, None);
    let chart = chart(&diary, &["itch"], today().plus(-49), today());
    assert_eq!(chart.panels[0].answered(), 10, "days before the first logged one are without an answer");
    near(bars(&figure::draw(&chart))[0], (10.0 / 50.0, 1.0));
    let since = format!("Antibiotic: Doxycycline since {}.", today().plus(-39).short());
    assert!(chart.alt.contains(&since), "{}", chart.alt);
}

#[test]
fn a_course_over_before_the_first_logged_day_is_drawn_with_the_days_in_which_it_may_still_act() {
    let mut diary = logged(9, 0);
    taken(&mut diary, 39, Some(30));
    let scene = figure::draw(&chart(&diary, &["itch"], today().plus(-49), today()));
    near(bars(&scene)[0], (10.0 / 50.0, 20.0 / 50.0));
    near(hatching(&scene), (20.0 / 50.0, 40.0 / 50.0));
}

#[test]
fn a_course_that_goes_on_runs_past_the_last_logged_day_up_to_today_and_no_further() {
    let mut diary = logged(29, 10);
    taken(&mut diary, 19, None);
    near(bars(&figure::draw(&chart(&diary, &["itch"], today().plus(-29), today())))[0], (10.0 / 30.0, 1.0));
    let ahead = chart(&diary, &["itch"], today().plus(-29), today().plus(10));
    near(bars(&figure::draw(&ahead))[0], (10.0 / 40.0, 30.0 / 40.0));
}

#[test]
fn a_chart_that_begins_within_a_course_says_since_when_it_was_taken() {
    let mut diary = logged(9, 0);
    taken(&mut diary, 39, None);
    let scene = figure::draw(&chart(&diary, &["itch"], today().plus(-9), today()));
    near(bars(&scene)[0], (0.0, 1.0));
    let since = format!("Doxycycline, since {}", today().plus(-39).brief(today()));
    assert!(scene.items.iter().any(|item| matches!(item, Item::Text(words) if words.text == since)));
}

#[test]
fn a_course_as_a_series_is_yes_on_its_days_outside_the_logged_ones_and_unknown_on_others() {
    let mut diary = logged(9, 5);
    taken(&mut diary, 14, None);
    let chart = chart(&diary, &["antibiotic", "itch"], today().plus(-19), today().plus(2));
    let panel = &chart.panels[0];
    let expected: Vec<Option<f64>> = (0..22).map(|day| (5..20).contains(&day).then_some(1.0)).collect();
    assert_eq!(panel.values, expected);
    assert_eq!(
        tabulate(&diary).column("antibiotic").unwrap().cells,
        [Some(1.0); 5],
        "the table stays with logged days"
    );
}

#[test]
fn a_chart_of_everything_holds_the_first_day_of_a_course_but_keeps_the_answers_readable() {
    let period = |diary: &Diary| whole_period(diary, diary.span().unwrap(), today());
    let mut diary = logged(9, 3);
    assert_eq!(period(&diary), (today().plus(-9), today().plus(-3)));
    taken(&mut diary, 39, None);
    assert_eq!(period(&diary), (today().plus(-39), today()));
    taken(&mut diary, 4_000, None);
    assert_eq!(period(&diary).0, today().plus(-9 - 90), "one taken for years adds three months");
    let mut over = logged(9, 3);
    taken(&mut over, 200, Some(100));
    assert_eq!(period(&over).0, today().plus(-9), "one that no longer acts adds nothing");
}

#[test]
fn the_charts_of_a_report_draw_it_on_the_same_days() {
    let mut diary = logged(9, 0);
    taken(&mut diary, 39, Some(30));
    let request = ReportRequest::new(today().plus(-49), today(), today());
    let document = build(&diary, &tabulate(&diary), &request, &|_| true).unwrap();
    let chart = document.blocks.iter().find_map(|block| match block {
        Block::Figure(chart) => Some(chart),
        _ => None,
    });
    near(bars(&figure::draw(chart.unwrap()))[0], (10.0 / 50.0, 20.0 / 50.0));
}
