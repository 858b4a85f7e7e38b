//! Every kind of chart, of the sample diary: drawn, described and written in every form; and what a diary that lacks something is
//! told.

use std::path::Path;
use std::sync::Arc;

use gutskin::analysis::insights::of_diary;
use gutskin::columns::{DayTable, tabulate};
use gutskin::edit::{Command, EntryDraft};
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::time::Day;
use gutskin::model::value::Value;
use gutskin::report::chart_kind::{CHART_KINDS, ChartKind, KindRequest, draw};
use gutskin::report::exportable_figure::ExportableFigure;
use gutskin::report::ink::{PictureLook, dark};
use gutskin::report::output::{Format, Output, OutputKind, make_with};
use gutskin::report::png::to_png_with;
use gutskin::report::scene::{Color, palette};
use gutskin::report::svg;
use resvg::usvg::roxmltree::Document;

use super::commands::{answer, carry_out, key, today};
use super::report_chart::forty_days;

fn figure(diary: &Diary, table: &DayTable, kind: ChartKind, keys: &[&str]) -> Result<ExportableFigure, String> {
    let period = diary.span().unwrap_or((today(), today()));
    let keys = keys.iter().map(|key| (*key).to_owned()).collect();
    draw(diary, table, &KindRequest::new(kind, keys, period, today()), &|_| true).map_err(|error| error.to_string())
}

fn words(svg: &str) -> String {
    let document = Document::parse(svg).unwrap();
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    texts.filter_map(|node| node.text()).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_kind_is_drawn_of_the_sample_with_a_title_a_description_and_numbers() {
    let diary = gutskin::sample::diary(gutskin::sample::SEED, today()).unwrap();
    let table = tabulate(&diary);
    let insights = Arc::new(of_diary(&table, &|_| true).unwrap());
    for spec in CHART_KINDS {
        let keys: &[&str] = if spec.kind == ChartKind::Series { &["itch", "sleep_hours"] } else { &[] };
        let keys = keys.iter().map(|key| (*key).to_owned()).collect();
        let request = KindRequest::new(spec.kind, keys, diary.span().unwrap(), today());
        let request = KindRequest { insights: Some(insights.clone()), ..request };
        let figure = match draw(&diary, &table, &request, &|_| true).map_err(|error| error.to_string()) {
            Ok(figure) => figure,
            // The sample has no trial.
            Err(words) if spec.kind == ChartKind::Trial => {
                assert!(words.contains("no trial has a day in this period"), "{words}");
                continue;
            }
            Err(words) => panic!("{}: {words}", spec.name),
        };
        let text = svg::to_svg(&figure.scene);
        let document = Document::parse(&text).unwrap();
        let child = |name: &str| document.root_element().children().find(|node| node.has_tag_name(name)).unwrap();
        assert_eq!(child("title").text(), Some(figure.scene.title.as_str()), "{}", spec.name);
        assert_eq!(child("desc").text(), Some(figure.scene.desc.as_str()), "{}", spec.name);
        assert!(figure.scene.title.len() > 5 && figure.scene.desc.len() > 20, "{}", spec.name);
        let (head, rows) = figure.csv.split_once('\n').unwrap();
        assert!(head.contains(',') && rows.lines().count() > 1, "{}: {}", spec.name, figure.csv);
    }
}

#[test]
fn how_many_days_or_stools_stand_behind_a_chart_is_on_it() {
    let (diary, ..) = forty_days();
    let table = tabulate(&diary);
    for (kind, keys, n) in [
        (ChartKind::Series, &["itch"][..], "35 of 40 days answered"),
        (ChartKind::Multiples, &["itch", "sleep_hours"], "n 35 of 40 days"),
        (ChartKind::Multiples, &["itch", "sleep_hours"], "n 20 of 40 days"),
    ] {
        let shown = words(&svg::to_svg(&figure(&diary, &table, kind, keys).unwrap().scene));
        assert!(shown.contains(n), "“{n}” is not in {shown}");
    }
}

#[test]
fn stool_forms_count_each_stool_once_and_half_steps_with_the_firmer_form() {
    let mut diary = Diary::default();
    for (offset, form) in [(0, 3.0), (0, 3.5), (-1, 4.0), (-3, 7.0)] {
        let mut stool = EntryDraft::new(EntryKind::Stool);
        stool.answers.set(&key("stool"), Value::number(form));
        carry_out(&mut diary, Command::Log { day: today().plus(offset), drafts: vec![stool] }).unwrap();
    }
    let figure = figure(&diary, &tabulate(&diary), ChartKind::StoolForms, &[]).unwrap();
    let counts: Vec<&str> = figure.csv.lines().skip(1).filter_map(|row| row.rsplit(',').next()).collect();
    assert_eq!(counts, ["0", "0", "2", "1", "0", "0", "1"]);
    let shown = words(&svg::to_svg(&figure.scene));
    assert!(shown.contains("4 stools on 3 days") && shown.contains("2 (50 %)"), "{shown}");
    assert!(figure.scene.desc.contains("4 stools on 3 days"), "{}", figure.scene.desc);
}

#[test]
fn two_years_in_view_are_both_named() {
    let mut diary = Diary::default();
    let first: Day = "2025-11-20".parse().unwrap();
    for offset in 0..100 {
        carry_out(&mut diary, answer(first.plus(offset), "itch", Value::Number(f64::from(offset % 5)))).unwrap();
    }
    let table = tabulate(&diary);
    for kind in [ChartKind::Series, ChartKind::Calendar, ChartKind::Multiples] {
        let shown = words(&svg::to_svg(&figure(&diary, &table, kind, &["itch"]).unwrap().scene));
        assert!(shown.contains("2025") && shown.contains("2026"), "{kind:?}: {shown}");
    }
}

#[test]
fn what_a_diary_lacks_for_a_chart_is_said_with_the_way_out() {
    let empty = Diary::default();
    let (some, ..) = forty_days();
    for (diary, kind, keys, part) in [
        (&empty, ChartKind::Calendar, &[][..], "name one key"),
        (&empty, ChartKind::Calendar, &["itch"], "nothing is logged for Itch"),
        (&empty, ChartKind::StoolForms, &[], "choose another period"),
        (&empty, ChartKind::Multiples, &[], "nothing is logged"),
        (&empty, ChartKind::BeforeAfter, &[], "name one key"),
        (&empty, ChartKind::Scatter, &[], "told from chance"),
        (&empty, ChartKind::LagMap, &["itch"], "too little is logged"),
        (&some, ChartKind::BeforeAfter, &["itch"], "Itch"),
        (&some, ChartKind::Body, &["sleep_hours"], "is not logged by place"),
        (&some, ChartKind::Calendar, &["itch", "stool"], "one key; name one alone"),
        (&some, ChartKind::Multiples, &["rednes"], "did you mean redness"),
    ] {
        let said = figure(diary, &tabulate(diary), kind, keys).unwrap_err();
        assert!(said.contains(part) && !said.contains('\n'), "{kind:?}: {said}");
    }
}

#[test]
fn one_day_and_a_gap_of_ten_years_are_drawn_all_the_same() {
    let mut diary = Diary::default();
    carry_out(&mut diary, answer(today(), "itch", Value::Number(3.0))).unwrap();
    for _ in 0..2 {
        let table = tabulate(&diary);
        for kind in [ChartKind::Series, ChartKind::Calendar, ChartKind::Multiples] {
            let figure = figure(&diary, &table, kind, &["itch"]).unwrap();
            assert!(Document::parse(&svg::to_svg(&figure.scene)).is_ok());
            assert!(to_png_with(&figure.scene, PictureLook::default()).is_ok(), "{kind:?}");
        }
        carry_out(&mut diary, answer(today().plus(-3653), "itch", Value::Number(1.0))).unwrap();
    }
}

#[test]
fn a_picture_has_the_scale_and_the_ground_that_were_asked_for() {
    let (diary, ..) = forty_days();
    let figure = figure(&diary, &tabulate(&diary), ChartKind::Series, &["itch"]).unwrap();
    let corner = |look: PictureLook| {
        let (bytes, _) = to_png_with(&figure.scene, look).unwrap();
        let picture = resvg::tiny_skia::Pixmap::decode_png(&bytes).unwrap();
        let pixel = picture.pixel(1, 1).unwrap();
        (picture.width(), [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()])
    };
    let look = PictureLook::default();
    assert_eq!(corner(PictureLook { scale: 1, ..look }), (880, [0xff, 0xff, 0xff, 0xff]));
    assert_eq!(corner(PictureLook { scale: 4, ..look }).0, 3520);
    assert_eq!(corner(PictureLook { scale: 1, dark: true, ..look }).1, [0x1e, 0x21, 0x24, 0xff]);
    assert_eq!(corner(PictureLook { scale: 1, transparent: true, ..look }).1, [0; 4]);
}

#[test]
fn on_a_dark_ground_words_and_series_stand_out_by_three_to_one() {
    let luminance = |Color(red, green, blue): Color| {
        let part = |byte: u8| {
            let share = f64::from(byte) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
    };
    let paper = luminance(dark(palette::PAPER));
    let contrast = |color: Color| (luminance(dark(color)) + 0.05) / (paper + 0.05);
    assert!(contrast(palette::TEXT) > 4.5 && contrast(palette::QUIET) > 4.5);
    for series in palette::SERIES {
        assert!(contrast(series) > 3.0, "{series:?}: {}", contrast(series));
        assert_ne!(dark(series.paler()), series.paler(), "its pale marks follow it");
    }
}

#[test]
fn every_form_of_a_figure_is_made_and_the_same_each_time() {
    let (diary, ..) = forty_days();
    let table = tabulate(&diary);
    let request = KindRequest::new(ChartKind::Calendar, vec!["itch".to_owned()], diary.span().unwrap(), today());
    let output = Output::Kind(Box::new(request));
    let begins: [(&str, &[u8]); 4] =
        [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF"), ("csv", b"date,itch\n")];
    for (ending, head) in begins {
        let name = format!("a.{ending}");
        let format = Format::by_name(&OutputKind::Figure.formats(), Path::new(&name)).unwrap();
        let made = || make_with(&diary, &table, &output, (format, PictureLook::default()), &|_| true).unwrap().bytes;
        assert!(made().starts_with(head), "{ending}");
        assert_eq!(made(), made(), "{ending}");
    }
}
