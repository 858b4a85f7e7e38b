//! Photos in the report of the window: none until each is ticked, covered until somebody presses one, and what a dialog says of them
//! before they leave. The pictures are drawn by code; no person is in them.

use std::fs;
use std::sync::Arc;

use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use gutskin::edit::Command;
use gutskin::model::photo::Photo;
use gutskin::model::region::Region;
use gutskin::model::text::Name;
use gutskin::photos::{Picture, read_bytes};
use gutskin::ui::{ThemeChoice, ViewId};
use gutskin::workspace::jobs::photos::keep;
use image::{Rgb, RgbImage};

use crate::made_pictures::jpeg;
use crate::window::{Window, harness, open, today};

fn photo(shade: u8, ago: i32, regions: Vec<Region>) -> (Picture, Photo) {
    let picture = read_bytes(&jpeg(&RgbImage::from_pixel(300, 400, Rgb([shade, 120, 110])))).unwrap();
    let photo = Photo { setup: Name::new("Lamp").ok(), regions, ..picture.photo(today().plus(-ago)) };
    (picture, photo)
}

/// A window on the photos of a diary with a photo of a face and one of an arm.
fn window() -> Window {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = open(&folder);
    let lot = vec![photo(200, 14, vec![Region::LeftCheek]), photo(90, 0, vec![Region::LeftForearm])];
    let photos = keep(lot, &workspace, Arc::new(|| {})).wait().unwrap().unwrap();
    workspace.submit(Command::AddPhotos { photos }).unwrap();
    Window { harness: harness(workspace, [1440.0, 1000.0]), folder }
}

fn go(window: &mut Window, view: ViewId) {
    window.harness.state_mut().view_mut().view = view;
    window.harness.run();
}

const FACE: &str = "Photo, left cheek, 6 Nov 2026";
const TICK: &str = "In the report: left cheek, 6 Nov 2026";

#[test]
fn no_photo_is_in_a_report_until_it_is_ticked_and_each_is_covered_until_it_is_pressed() {
    let mut window = window();
    go(&mut window, ViewId::Report);
    assert!(window.shows("None is in it."));
    window.click("Choose photos…");
    assert!(window.shows(&format!("{FACE}, covered")));
    window.click(&format!("{FACE}, covered"));
    assert!(window.shows(FACE), "one press uncovers one");
    assert!(window.shows("Photo, left forearm, 20 Nov 2026, covered"), "and no other");
    window.click(TICK);
    assert!(window.shows("It shows your face."));
    window.click("‹ Report");
    window.wait_for("1 photo is in it. 1 shows your face, without a bar over the eyes.", Window::shows);
    window.click("Choose photos…");
    assert!(window.shows(&format!("{FACE}, covered")), "covered again");
    window.click(TICK);
    window.click("‹ Report");
    assert!(window.shows("None is in it."), "a second press takes it out");
}

#[test]
fn the_dialog_says_whose_face_leaves_and_the_file_holds_the_photo_with_its_bar_and_no_other() {
    let mut window = window();
    go(&mut window, ViewId::Report);
    window.click("Choose photos…");
    window.click(TICK);
    window.click("A bar over the eyes");
    window.click("‹ Report");
    window.wait_for("1 photo is in it. 1 shows your face, with a bar over the eyes.", Window::shows);
    for _ in 0..2_000 {
        window.harness.step();
        if !window.shows("The photos are being made ready.") {
            break;
        }
        std::thread::yield_now();
    }
    window.click("Save, open or print…");
    assert!(window.shows_part("1 shows your face, with a bar over the eyes."));
    let path = window.folder.path().join("report.html");
    window.replace_text("Save as", &path.display().to_string());
    window.click("Save");
    window.wait_for("Saved as", Window::shows);
    let page = fs::read_to_string(&path).unwrap();
    assert_eq!(page.matches("<img").count(), 1);
    assert!(page.contains("left cheek, 6 Nov 2026, with a bar over the eyes"));
}

#[test]
fn photos_that_are_chosen_are_saved_as_files_and_the_dialog_says_what_they_lose() {
    let mut window = window();
    go(&mut window, ViewId::Photos);
    window.click("Choose several");
    window.click(&format!("{FACE}, covered"));
    window.click("Save as files…");
    assert!(window.shows("Save 1 photo as files"));
    assert!(window.shows_part("As files they are not covered and not encrypted"));
    let out = window.folder.path().parent().unwrap().join(format!("out-{}", std::process::id()));
    window.replace_text("Folder for the photos", &out.display().to_string());
    window.click("Save");
    window.wait_for("1 photo is written to ", Window::shows_part);
    let names: Vec<_> = fs::read_dir(&out).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(names, ["2026-11-06 left cheek 1.jpg"]);
    fs::remove_dir_all(&out).unwrap();
}

#[test]
fn a_folder_of_the_diary_is_refused_in_the_dialog() {
    let mut window = window();
    go(&mut window, ViewId::Photos);
    window.click("Save as files…");
    assert!(window.shows("Save 2 photos as files"), "all that are shown");
    let inside = window.workspace().folder().join("photos").display().to_string();
    window.replace_text("Folder for the photos", &inside);
    window.click("Save");
    assert!(window.shows_part("belongs to the diary’s own files"));
}

#[test]
fn the_tick_beside_a_note_marks_it_for_the_doctor_and_is_undone() {
    let mut window = Window::empty();
    window.open_all_cards();
    let words = |window: &Window| {
        let page = window.page()?;
        page.main_entry(gutskin::model::entry::EntryKind::Note, None)?.text.as_ref().map(ToString::to_string)
    };
    window.type_text_as(eframe::egui::accesskit::Role::MultilineTextInput, "Note", "The left eye stung");
    // What is being typed is taken over first.
    window.click("Note: for the doctor");
    assert_eq!(words(&window).as_deref(), Some("The left eye stung #doctor"));
    let tick = |window: &Window| {
        use egui_kittest::kittest::NodeT;
        window.harness.get_by_label("Note: for the doctor").accesskit_node().toggled()
    };
    assert_eq!(tick(&window), Some(eframe::egui::accesskit::Toggled::True));
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(words(&window).as_deref(), Some("The left eye stung"), "one step");
    assert_eq!(tick(&window), Some(eframe::egui::accesskit::Toggled::False));
}

/// Draws the list of photos, the report with some and the dialogs into the folder that `REPORT_PHOTO_PICTURES` names.
#[test]
fn photos_of_a_report_drawn_to_be_looked_at() {
    let Some(folder) = std::env::var_os("REPORT_PHOTO_PICTURES").map(std::path::PathBuf::from) else { return };
    fs::create_dir_all(&folder).unwrap();
    for (size, scale, theme) in [
        ([1440.0, 900.0], 1.0, ThemeChoice::Light),
        ([1024.0, 700.0], 1.0, ThemeChoice::Dark),
        ([800.0, 600.0], 1.0, ThemeChoice::Light),
    ] {
        let mut window = Window::sample(size.map(|side| side / scale));
        window.harness.set_pixels_per_point(scale);
        window.harness.state_mut().view_mut().theme = theme;
        let draw = |window: &mut Window, screen: &str| {
            // Fewer than a minute of them, after which all is covered again.
            for _ in 0..120 {
                window.harness.step();
                std::thread::yield_now();
            }
            let name = format!("{}-{}-{theme:?}-{screen}.png", size[0], scale * 100.0);
            window.harness.render().unwrap().save(folder.join(name)).unwrap();
        };
        // In a slim window only whoever is led somewhere sees it.
        window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
        draw(&mut window, "1report");
        window.click("Choose photos…");
        draw(&mut window, "2covered");
        window.click_first("Photo, Left forearm, close, 18 Nov 2026, covered");
        window.click_first("In the report: Left forearm, close, 18 Nov 2026");
        window.click("A bar over the eyes");
        draw(&mut window, "3picked");
        window.click("‹ Report");
        window.wait_for("Page after", Window::shows);
        draw(&mut window, "4report");
        window.click("Page after");
        draw(&mut window, "5page");
        window.press(Modifiers::COMMAND, Key::Num8);
        window.click("Save as files…");
        draw(&mut window, "6files");
    }
}
