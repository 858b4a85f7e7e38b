//! Charts as files: well formed, the same bytes for the same diary, and the same words for eyes, ears and tables.

use gutskin::columns::tabulate;
use gutskin::edit::{Command, EntryDraft};
use gutskin::model::course::{Course, CourseId, CourseKind};
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::text::{Name, Note};
use gutskin::model::time::Day;
use gutskin::model::value::Value;
use gutskin::report::chart::{ChartModel, ChartRequest};
use gutskin::report::scene::Color;
use gutskin::report::series_style::SeriesStyles;
use gutskin::report::{figure, png, svg};
use resvg::usvg::roxmltree::{Document, Node};

use super::commands::{answer, carry_out, today};

/// Forty days: itch on all but days 10 to 14, sleep on every second one, a course in the middle, one event with sharp words.
pub fn forty_days() -> (Diary, Day, Day) {
    let (first, last) = (today().plus(-39), today());
    let mut diary = Diary::default();
    for offset in 0..40_i32 {
        let day = first.plus(offset);
        if !(10..15).contains(&offset) {
            let itch = Value::number(f64::from(offset % 7)).unwrap();
            carry_out(&mut diary, answer(day, "itch", itch)).unwrap();
        }
        if offset % 2 == 0 {
            carry_out(&mut diary, answer(day, "sleep_hours", Value::number(6.5).unwrap())).unwrap();
        }
    }
    let course = Course {
        id: CourseId(1),
        kind: CourseKind::Antibiotic,
        name: Name::new("Doxycycline & co").unwrap(),
        start: first.plus(5),
        stop: Some(first.plus(12)),
        dose: "40 mg".to_owned(),
        schedule: String::new(),
        regions: Vec::new(),
        after_effect_days: 45,
        note: None,
    };
    carry_out(&mut diary, Command::AddCourse { course }).unwrap();
    let event =
        EntryDraft { text: Some(Note::new("new <serum> & \"cream\"").unwrap()), ..EntryDraft::new(EntryKind::Event) };
    carry_out(&mut diary, Command::Log { day: first.plus(20), drafts: vec![event] }).unwrap();
    (diary, first, last)
}

fn of(diary: &Diary, keys: &[&str], first: Day, last: Day) -> ChartModel {
    ChartModel::new(diary, &tabulate(diary), &ChartRequest::new(keys, first, last, today())).unwrap()
}

fn chart() -> ChartModel {
    let (diary, first, last) = forty_days();
    of(&diary, &["itch", "sleep_hours"], first, last)
}

fn words<'a>(document: &'a Document<'a>) -> Vec<&'a str> {
    document.descendants().filter(|node| node.has_tag_name("text")).filter_map(|node| node.text()).collect()
}

#[test]
fn an_svg_is_well_formed_and_says_in_words_what_the_model_says() {
    let chart = chart();
    let text = svg::to_svg(&figure::draw(&chart));
    let document = Document::parse(&text).unwrap();
    let child = |name: &str| document.root_element().children().find(|node| node.has_tag_name(name)).unwrap();
    assert_eq!(child("desc").text(), Some(chart.alt.as_str()));
    assert_eq!(child("title").text(), Some(chart.title.as_str()));
    assert_eq!(document.root_element().attribute("role"), Some("img"));
    let words = words(&document);
    for expected in ["Itch", "Sleep (h)", "35 of 40 days answered", "20 of 40 days answered", "Doxycycline & co"] {
        assert!(words.contains(&expected), "“{expected}” is not in {words:?}");
    }
    assert!(words.iter().any(|text| text.contains("new <serum> & \"cream\"")));
    assert!(chart.alt.contains("Itch: answered on 35 of 40 days"), "{}", chart.alt);
}

#[test]
fn a_gap_in_the_answers_is_a_gap_in_the_picture() {
    let text = svg::to_svg(&figure::draw(&chart()));
    let document = Document::parse(&text).unwrap();
    let of_color = |node: &Node<'_, '_>, color: &str| node.attribute("fill") == Some(color);
    // Marks of the first series: one a day answered and one in the name of the panel.
    let color = SeriesStyles::default().of("itch").color.hex();
    let marks = document.descendants().filter(|node| node.has_tag_name("polygon") && of_color(node, &color)).count();
    assert_eq!(marks, 35 + 1);
    // The strip below has one box a run of answered days.
    let strip = document.descendants().filter(|node| node.has_tag_name("rect") && of_color(node, &color)).count();
    assert_eq!(strip, 2);
}

#[test]
fn nothing_in_an_svg_depends_on_a_style_sheet_a_script_or_another_file() {
    let text = svg::to_svg(&figure::draw(&chart()));
    for name in ["<style", "<script", "class=", "href", "url(", "onload"] {
        assert!(!text.contains(name), "{name} stands in the file");
    }
}

#[test]
fn the_same_diary_gives_the_same_bytes() {
    let scene = figure::draw(&chart());
    assert_eq!(svg::to_svg(&scene), svg::to_svg(&figure::draw(&chart())));
    assert_eq!(png::to_png(&scene).unwrap(), png::to_png(&figure::draw(&chart())).unwrap());
}

#[test]
fn a_png_has_twice_the_points_of_the_drawing_and_ink_in_the_colours_of_the_series() {
    let scene = figure::draw(&chart());
    let (bytes, missing) = png::to_png(&scene).unwrap();
    let picture = resvg::tiny_skia::Pixmap::decode_png(&bytes).unwrap();
    assert_eq!((f64::from(picture.width()), f64::from(picture.height())), (1760.0, f64::from(scene.height) * 2.0));
    assert_eq!(missing, 0);
    for key in ["itch", "sleep_hours"] {
        let Color(red, green, blue) = SeriesStyles::default().of(key).color;
        let found = picture.pixels().iter().filter(|p| (p.red(), p.green(), p.blue()) == (red, green, blue)).count();
        assert!(found > 500, "{key} covers {found} pixels");
    }
    let dark = picture.pixels().iter().filter(|p| p.red() < 0x40 && p.green() < 0x40 && p.blue() < 0x40).count();
    assert!(dark > 500, "the words are missing");
}

#[test]
fn the_table_of_a_chart_holds_the_values_of_the_day_table() {
    let (diary, first, last) = forty_days();
    let table = tabulate(&diary);
    let rows = of(&diary, &["itch"], first, last).table();
    assert_eq!(rows.header, ["Day", "Itch", "Itch, mean of 7 days"]);
    assert_eq!(rows.rows.len(), 40);
    let itch = table.column("itch").unwrap();
    for (day, cells) in &rows.rows {
        assert_eq!(cells[0], itch.cells[table.row(*day).unwrap()], "{day}");
    }
    // Day 6 looks back on 0 to 6; day 14 on days 8 and 9 alone, which are too few.
    assert_eq!(rows.rows[6].1[1], Some(3.0));
    assert_eq!(rows.rows[14].1[1], None);
}

#[test]
fn means_are_of_answered_days_only_and_name_how_many() {
    let (diary, first, last) = forty_days();
    let means = of(&diary, &["itch"], first, last).means();
    assert_eq!(means.rows.len(), 6, "40 days are five whole weeks and a part of one");
    // Days 7 to 13: answered 7, 8, 9 with 0, 1, 2.
    assert_eq!(means.rows[1], (first.plus(7), first.plus(13), vec![Some((1.0, 3))]));
    // Days 14 to 20: day 14 is missing, 15 to 20 hold 1 to 6.
    assert_eq!(means.rows[2].2, [Some((3.5, 6))]);
    assert_eq!(means.rows[5].1, last);
}

#[test]
fn a_chart_of_two_hundred_years_is_drawn_all_the_same() {
    let (diary, ..) = forty_days();
    let (first, last) = (Day::from_ymd(1900, 1, 1).unwrap(), Day::from_ymd(2100, 12, 31).unwrap());
    let chart = of(&diary, &["itch"], first, last);
    let text = svg::to_svg(&figure::draw(&chart));
    assert!(Document::parse(&text).is_ok());
    let one_day = of(&diary, &["itch"], today(), today());
    assert!(Document::parse(&svg::to_svg(&figure::draw(&one_day))).is_ok());
}
