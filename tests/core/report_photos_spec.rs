//! Photos in a report: only those that were picked, as small as paper needs them, with the days between them, and with nothing left of
//! what a bar covers.

use std::path::Path;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use gutskin::columns::tabulate;
use gutskin::edit::Command;
use gutskin::model::diary::Diary;
use gutskin::model::photo::{Photo, PhotoId};
use gutskin::model::region::Region;
use gutskin::model::text::{Name, Note};
use gutskin::photos::{EyeBar, Picture, decode_kept, read_bytes};
use gutskin::report::doctor::{MOST_PHOTOS, PickedPhoto, Preset, ReportRequest, build};
use gutskin::report::document::{Block, Paper, ReportDoc};
use gutskin::report::html::to_html;
use gutskin::report::pdf::{PagePreview, to_pdf};
use gutskin::report::photo_row::PhotoRow;
use gutskin::storage::Access;
use gutskin::workspace::Workspace;
use gutskin::workspace::jobs::Progress;
use gutskin::workspace::jobs::photos::keep;
use gutskin::workspace::jobs::report_photos::{PhotoPick, PickError, prepare};
use image::{Rgb, RgbImage};
use resvg::usvg::roxmltree::Document;

use super::command_line::{code, one_line, run, said};
use super::commands::today;
use super::folder::temporary;
use super::made_pictures::jpeg;
use super::pdf_words::alternative_texts;

/// A picture of one colour, higher than wide.
fn picture(shade: u8) -> Picture {
    read_bytes(&jpeg(&RgbImage::from_pixel(240, 320, Rgb([shade, 40, 40])))).unwrap()
}

fn photo(shade: u8, ago: i32, setup: &str) -> (Picture, Photo) {
    let picture = picture(shade);
    let photo = Photo {
        series: Name::new("Face, front").ok(),
        setup: Name::new(setup).ok(),
        regions: vec![Region::LeftCheek],
        note: Note::new("only for me").ok(),
        ..picture.photo(today().plus(-ago))
    };
    (picture, photo)
}

/// A diary on the disk: three photos of one face, the last of them in another light, and one of an arm.
fn kept() -> (tempfile::TempDir, Workspace) {
    let folder = temporary();
    let mut workspace = Workspace::open(folder.path(), Access::Write, Arc::new(|| {})).unwrap().as_on(today());
    let (arm_picture, arm) = photo(120, 20, "Lamp");
    let arm = Photo { series: None, regions: vec![Region::LeftForearm], ..arm };
    let lot = vec![photo(200, 42, "Lamp"), photo(160, 14, "Lamp"), photo(90, 0, "Window"), (arm_picture, arm)];
    let photos = keep(lot, &workspace, Arc::new(|| {})).wait().unwrap().unwrap();
    workspace.submit(Command::AddPhotos { photos }).unwrap();
    workspace.wait_until_saved().unwrap();
    (folder, workspace)
}

fn pick(id: u32, eye_bar: Option<EyeBar>) -> PhotoPick {
    PhotoPick { id: PhotoId(id), eye_bar }
}

fn picked(workspace: &Workspace, picks: &[PhotoPick]) -> Vec<PickedPhoto> {
    prepare(picks, workspace.diary(), &workspace.photo_files(), &Progress::default()).unwrap()
}

fn document(diary: &Diary, photos: Vec<PickedPhoto>, paper: Paper) -> ReportDoc {
    let sections = Preset::Dermatologist.sections();
    let request = ReportRequest { photos, sections, paper, ..ReportRequest::new(today().plus(-29), today(), today()) };
    build(diary, &tabulate(diary), &request, &|_| true).unwrap()
}

fn rows(document: &ReportDoc) -> Vec<&PhotoRow> {
    document.blocks.iter().filter_map(|block| if let Block::Photos(row) = block { Some(row) } else { None }).collect()
}

fn html(document: &ReportDoc) -> String {
    to_html(document, &|_| true).unwrap()
}

/// The picture that an attribute of a page holds.
fn data(source: &str) -> Vec<u8> {
    STANDARD.decode(source.strip_prefix("data:image/jpeg;base64,").unwrap()).unwrap()
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn no_photo_is_in_a_report_until_it_is_picked() {
    let (_folder, workspace) = kept();
    let without = document(workspace.diary(), Vec::new(), Paper::A4);
    assert!(rows(&without).is_empty());
    assert!(!html(&without).contains("<img") && !html(&without).contains("img-src"));
    let one = document(workspace.diary(), picked(&workspace, &[pick(2, None)]), Paper::A4);
    let photos: Vec<_> = rows(&one).into_iter().flat_map(|row| &row.photos).collect();
    assert_eq!(photos.len(), 1, "that one and no other");
    assert!(photos[0].alt.contains(&today().plus(-14).short()), "{}", photos[0].alt);
}

#[test]
fn photos_of_one_view_stand_side_by_side_with_the_days_between_them_and_their_light() {
    let (_folder, workspace) = kept();
    let all: Vec<PhotoPick> = [4, 3, 1, 2].map(|id| pick(id, None)).to_vec();
    let document = document(workspace.diary(), picked(&workspace, &all), Paper::A4);
    let rows = rows(&document);
    assert_eq!(rows.iter().map(|row| row.photos.len()).collect::<Vec<_>>(), [2, 1, 1], "the earlier on the left");
    let captions: Vec<&str> = rows.iter().flat_map(|row| &row.photos).map(|photo| photo.caption.as_str()).collect();
    let on = |ago: i32| today().plus(-ago).short();
    assert_eq!(
        captions,
        [
            format!("{}, set-up: Lamp. Left cheek.", on(42)),
            format!("{}, set-up: Lamp. Left cheek. 28 days after the one before, in the same set-up.", on(14)),
            format!(
                "{}, set-up: Window. Left cheek. 14 days after the one before, light differs: colour cannot be compared.",
                on(0)
            ),
            format!("{}, set-up: Lamp.", on(20)),
        ]
    );
    let headings: Vec<&str> = document
        .blocks
        .iter()
        .filter_map(|block| if let Block::Heading { level: 3, text } = block { Some(text.as_str()) } else { None })
        .collect();
    assert!(headings.starts_with(&["Face, front", "Left forearm"]), "{headings:?}");
    assert!(!html(&document).contains("only for me"), "the note of a photo was not picked");
}

#[test]
fn a_page_holds_the_photo_itself_with_words_for_who_cannot_see_it_and_fetches_nothing() {
    let (_folder, workspace) = kept();
    let photos = picked(&workspace, &[pick(1, None)]);
    let page = html(&document(workspace.diary(), photos.clone(), Paper::A4));
    let parsed = Document::parse(page.strip_prefix("<!DOCTYPE html>").unwrap()).unwrap();
    let images: Vec<_> = parsed.descendants().filter(|node| node.tag_name().name() == "img").collect();
    assert_eq!(images.len(), 1);
    assert_eq!(data(images[0].attribute("src").unwrap()), **photos[0].picture.jpeg());
    let alt = images[0].attribute("alt").unwrap();
    assert_eq!(alt, format!("Photo: Face, front (left cheek), {}", today().plus(-42).short()));
    assert_eq!((images[0].attribute("width"), images[0].attribute("height")), (Some("240"), Some("320")));
    assert!(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\""));
}

#[test]
fn paper_holds_the_photo_once_as_a_figure_with_words_and_the_same_bytes_each_time() {
    let (_folder, workspace) = kept();
    for paper in Paper::ALL {
        let photos = picked(&workspace, &[pick(1, None), pick(2, Some(EyeBar::USUAL))]);
        let document = document(workspace.diary(), photos.clone(), paper);
        let (pdf, _) = to_pdf(&document, &|_| true).unwrap();
        for photo in &photos {
            assert!(holds(&pdf, photo.picture.jpeg()), "its own bytes, encoded once");
        }
        let words = alternative_texts(&pdf);
        for photo in rows(&document).into_iter().flat_map(|row| &row.photos) {
            assert!(words.contains(&photo.alt), "{words:?}");
        }
        assert!(words.iter().any(|words| words.ends_with("with a bar over the eyes")), "{words:?}");
        let again = self::document(
            workspace.diary(),
            picked(&workspace, &[pick(1, None), pick(2, Some(EyeBar::USUAL))]),
            paper,
        );
        assert!(to_pdf(&again, &|_| true).unwrap().0 == pdf, "{paper:?}");
    }
}

#[test]
fn what_a_bar_covers_is_in_no_file() {
    let (_folder, workspace) = kept();
    let bar = EyeBar::new(30, 50).unwrap();
    let photos = picked(&workspace, &[pick(1, Some(bar))]);
    let printed = decode_kept(photos[0].picture.jpeg()).unwrap();
    for y in [104, 128, 152] {
        assert!(printed.get_pixel(120, y).0.iter().all(|channel| *channel < 16), "row {y}");
    }
    for y in [20, 88, 172, 300] {
        assert!(printed.get_pixel(120, y).0[0] > 150, "row {y}");
    }
    let document = document(workspace.diary(), photos, Paper::A4);
    assert_eq!(to_pdf(&document, &|_| true).unwrap().0.windows(2).filter(|two| two == &[0xff, 0xd8]).count(), 1);
    assert!(html(&document).contains("The bar over the eyes was put there for this report."));
}

#[test]
fn the_preview_shows_each_photo_where_the_paper_has_it() {
    let (_folder, workspace) = kept();
    let photos = picked(&workspace, &[pick(1, None), pick(3, None)]);
    let document = document(workspace.diary(), photos, Paper::A4);
    let mut pages = PagePreview::new(&document, &|_| true).unwrap();
    assert!(pages.parted_headings().is_empty(), "{:?}", pages.parted_headings());
    let page = pages.headings().into_iter().find(|(text, _)| text == "Face, front").unwrap().1;
    let shown = pages.picture(page, 500).unwrap();
    let is_near = |pixel: &[u8], shade: u8| pixel[0].abs_diff(shade) < 8 && pixel[1].abs_diff(40) < 8;
    let columns = |shade: u8| {
        let all = shown.pixels.chunks_exact(4).enumerate().filter(|(_, pixel)| is_near(pixel, shade));
        all.map(|(place, _)| place % shown.width as usize).collect::<Vec<_>>()
    };
    let (left, right) = (columns(200), columns(90));
    assert!(left.len() > 20_000 && right.len() > 20_000, "{} and {} pixels", left.len(), right.len());
    assert!(left.iter().max() < right.iter().min(), "the earlier stands on the left");
}

#[test]
fn what_cannot_be_in_a_report_is_named_with_what_can() {
    let (folder, workspace) = kept();
    let prepare = |picks: &[PhotoPick]| {
        prepare(picks, workspace.diary(), &workspace.photo_files(), &Progress::default()).unwrap_err()
    };
    let unknown = prepare(&[pick(1, None), pick(9, None)]).to_string();
    assert!(unknown.starts_with("there is no photo 9; the photos are 3 ("), "{unknown}");
    assert!(unknown.contains(&format!("1 ({}, Face, front)", today().plus(-42))), "{unknown}");
    let many: Vec<PhotoPick> = (0..=MOST_PHOTOS).map(|_| pick(1, None)).collect();
    assert_eq!(prepare(&many), PickError::TooMany);
    let blob = workspace.diary().photo(PhotoId(1)).unwrap().blob;
    std::fs::remove_file(workspace.photo_files().picture(blob)).unwrap();
    let gone = prepare(&[pick(1, None)]).to_string();
    assert!(gone.starts_with(&format!("photo 1 of {}: its picture is not here", today().plus(-42).short())), "{gone}");
    drop(folder);
}

#[test]
fn the_command_line_puts_in_the_photos_that_it_names_and_no_others() {
    let (folder, workspace) = kept();
    drop(workspace);
    let out = temporary();
    let written = |name: &str, words: &[&str]| {
        let path = out.path().join(name).display().to_string();
        let done = run(folder.path(), &[&["report", "--out", &path], words].concat());
        assert_eq!(code(&done), 0, "{done:?}");
        std::fs::read_to_string(out.path().join(name)).unwrap()
    };
    assert_eq!(written("none.html", &[]).matches("<img").count(), 0);
    let page = written("two.html", &["--photo", "1:30-50", "--photo", "3"]);
    assert_eq!(page.matches("<img").count(), 2);
    assert_eq!(page.matches("with a bar over the eyes").count(), 1);
    let refused = |words: &[&str]| {
        let path = out.path().join("refused.pdf").display().to_string();
        let done = run(folder.path(), &[&["report", "--out", &path], words].concat());
        assert!(!Path::new(&path).exists());
        one_line(&done, 2)
    };
    assert!(refused(&["--photo", "9"]).contains("there is no photo 9; the photos are 3 ("));
    assert!(refused(&["--photo", "cheek"]).contains("is no number of a photo"));
    assert!(refused(&["--photo", "1:50-30"]).contains("30-42"));
}

#[test]
fn the_sample_shows_what_a_report_with_photos_looks_like() {
    let out = temporary();
    let path = out.path().join("a.pdf").display().to_string();
    let done = run(out.path(), &["--demo", "report", "--out", &path, "--photo", "1", "--photo", "6"]);
    assert_eq!(code(&done), 0, "{done:?}");
    assert!(said(&done).starts_with("written "));
    let words = alternative_texts(&std::fs::read(&path).unwrap());
    assert_eq!(words.iter().filter(|words| words.starts_with("Photo: ")).count(), 2, "{words:?}");
}
