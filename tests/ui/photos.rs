//! Photos in the window: covered until somebody asks, taken in from files, compared, marked, deleted for good. The pictures are drawn by
//! code; no person is in them.

use std::fs;
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::edit::Command;
use gutskin::model::photo::Photo;
use gutskin::model::region::Region;
use gutskin::model::text::Name;
use gutskin::photos::{Picture, read_bytes};
use gutskin::ui::{ThemeChoice, ViewId};
use gutskin::workspace::jobs::photos::keep;
use image::{Rgb, RgbImage};

use crate::made_pictures::{corners, jpeg};
use crate::window::{Window, harness, open, today};

fn picture(shade: u8) -> Picture {
    read_bytes(&jpeg(&RgbImage::from_pixel(160, 120, Rgb([shade, 120, 110])))).unwrap()
}

/// A photo of a series, so many days ago.
fn photo(shade: u8, ago: i32) -> (Picture, Photo) {
    let picture = picture(shade);
    let photo = Photo {
        series: Some(Name::new("Left cheek").unwrap()),
        setup: Some(Name::new("Bathroom lamp").unwrap()),
        regions: vec![Region::LeftCheek],
        ..picture.photo(today().plus(-ago))
    };
    (picture, photo)
}

/// A window on the photos of a diary.
fn window_with(lot: Vec<(Picture, Photo)>, size: [f32; 2]) -> Window {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = open(&folder);
    if !lot.is_empty() {
        let photos = keep(lot, &workspace, Arc::new(|| {})).wait().unwrap().unwrap();
        workspace.submit(Command::AddPhotos { photos }).unwrap();
    }
    let mut window = Window { harness: harness(workspace, size), folder };
    go(&mut window);
    window
}

fn go(window: &mut Window) {
    window.harness.state_mut().view_mut().view = ViewId::Photos;
    window.harness.run();
}

fn two() -> Window {
    window_with(vec![photo(200, 42), photo(90, 0)], [1440.0, 1400.0])
}

const EARLIER: &str = "Photo, Left cheek, 9 Oct 2026";
const LATER: &str = "Photo, Left cheek, 20 Nov 2026";

fn covered(name: &str) -> String {
    format!("{name}, covered")
}

#[test]
fn a_photo_is_covered_until_it_is_pressed_and_covered_again_when_somebody_leaves() {
    let mut window = two();
    assert!(window.shows(&covered(EARLIER)) && window.shows(&covered(LATER)));
    window.click(&covered(LATER));
    assert!(window.shows(LATER) && window.shows(&covered(EARLIER)), "one press uncovers one");
    window.click("Cover all");
    assert!(window.shows(&covered(LATER)));
    window.click(&covered(LATER));
    window.press(Modifiers::COMMAND, Key::Num1);
    window.press(Modifiers::COMMAND, Key::Num8);
    assert!(window.shows(&covered(LATER)), "covered again");
}

#[test]
fn the_keyboard_uncovers_and_opens_a_photo() {
    let mut window = two();
    window.harness.get_by_label(&covered(LATER)).focus();
    window.harness.run();
    window.press(Modifiers::NONE, Key::Space);
    assert!(window.shows(LATER));
    window.press(Modifiers::NONE, Key::Space);
    assert!(window.shows("Save what is said"), "the page of the photo");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.shows(&covered(EARLIER)), "back in the gallery");
}

#[test]
fn files_are_looked_at_said_once_and_added_as_one_step() {
    let mut window = window_with(Vec::new(), [1440.0, 1400.0]);
    let from = tempfile::tempdir().unwrap();
    fs::write(from.path().join("a.jpg"), jpeg(&corners(200, 150))).unwrap();
    fs::write(from.path().join("b.jpg"), jpeg(&corners(180, 150))).unwrap();
    fs::write(from.path().join("broken.jpg"), b"no picture").unwrap();
    window.type_text("File or folder of photos", &from.path().display().to_string());
    window.click("Look at it");
    window.wait_for("Add 2 photos", Window::shows);
    assert!(
        window.shows_part("this is no picture that is read here"),
        "what cannot be read is named beside the others"
    );
    window.type_text("Series", "Left cheek");
    window.type_text("Set-up", "Bathroom lamp");
    assert!(window.shows_part("2 photos are without a day"));
    for _ in 0..2 {
        window.click_first("today");
    }
    window.click("Add 2 photos");
    window.wait_for(&covered(LATER), Window::shows);
    let said: Vec<_> =
        window.workspace().diary().photos().map(|photo| (photo.subject(), photo.day, photo.covered)).collect();
    assert_eq!(said, [("Left cheek".to_owned(), today(), true), ("Left cheek".to_owned(), today(), true)]);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.workspace().diary().photos().count(), 0, "one step");
}

#[test]
fn two_are_compared_side_by_side_by_a_slider_and_as_a_ghost() {
    let mut window = two();
    window.click("Choose several");
    for name in [EARLIER, LATER] {
        window.click(&covered(name));
    }
    let chosen = window.harness.get_by_label(&covered(LATER)).accesskit_node().toggled();
    assert_eq!(chosen, Some(eframe::egui::accesskit::Toggled::True));
    window.click("Compare");
    assert!(window.shows("Left cheek: 42 days apart"));
    assert!(window.shows_part("9 Oct 2026, Bathroom lamp"), "the date and the set-up are written");
    assert!(window.shows(&covered(EARLIER)), "covered here too");
    window.click("Uncover these");
    assert!(window.shows(EARLIER) && window.shows(LATER));
    for layout in ["Slider", "Ghost"] {
        window.click(&format!("How they are laid: {layout}"));
        assert!(window.shows(&format!("{EARLIER}, under {LATER}")), "{layout}");
        assert!(window.harness.query_by_role_and_label(Role::Slider, "later photo").is_some());
    }
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.shows("Choose several") && window.shows("Cover all"), "back in the gallery");
}

#[test]
fn light_that_differs_is_said_where_photos_are_compared() {
    let mut other = photo(90, 0);
    other.1.setup = Some(Name::new("Window").unwrap());
    let mut window = window_with(vec![photo(200, 42), other], [1440.0, 900.0]);
    window.click("Choose several");
    for name in [EARLIER, LATER] {
        window.click(&covered(name));
    }
    window.click("Compare");
    assert!(window.shows_part("colour cannot be compared"));
}

#[test]
fn what_is_deleted_for_good_is_asked_once_and_then_gone_from_the_disk() {
    let mut window = two();
    let files = window.workspace().photo_files();
    let (going, staying) = (picture(90).blob, picture(200).blob);
    window.click(&covered(LATER));
    window.click(LATER);
    window.click("Delete for good…");
    assert!(window.shows("Delete 1 picture for good?"));
    assert!(files.holds(going), "asked first");
    window.click("Delete for good");
    assert!(!files.holds(going) && files.holds(staying));
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(window.workspace().diary().photo_of_blob(going).is_none(), "no undo brings it back");
    assert!(!window.shows_part(LATER));
}

#[test]
fn a_picture_that_is_gone_is_said_where_it_was() {
    let window = two();
    fs::remove_dir_all(window.folder.path().join("photos")).unwrap();
    let mut window = window;
    window.click("Choose several");
    for name in [EARLIER, LATER] {
        window.click(&covered(name));
    }
    window.click("Compare");
    window.click("Uncover these");
    window.wait_for("this picture is not here", Window::shows_part);
}

/// Everything that can be pressed, moved or typed into says what it is.
fn nameless(window: &Window) -> Vec<String> {
    let takes_part = |role| {
        matches!(
            role,
            Role::Button
                | Role::CheckBox
                | Role::RadioButton
                | Role::Link
                | Role::Slider
                | Role::TextInput
                | Role::ComboBox
                | Role::SpinButton
                | Role::MultilineTextInput
        )
    };
    let all = window.harness.query_all_by(|_| true).filter(|node| takes_part(node.accesskit_node().role()));
    let nameless = all.filter(|node| node.accesskit_node().label().is_none_or(|label| label.trim().is_empty()));
    nameless.map(|node| format!("{:?} {:?}", node.accesskit_node().role(), node.rect())).collect()
}

#[test]
fn every_control_of_every_screen_of_photos_has_a_name() {
    let mut window = two();
    let check = |window: &Window, screen: &str| {
        assert_eq!(nameless(window), Vec::<String>::new(), "{screen}");
    };
    check(&window, "gallery");
    window.click("Before the next photo");
    check(&window, "pose");
    window.click("Back to the photos");
    window.click(&covered(LATER));
    window.click(LATER);
    check(&window, "page");
    window.click("Marks and colours");
    check(&window, "marks");
    window.press(Modifiers::NONE, Key::Escape);
    window.click("‹ Photos");
    window.click("Choose several");
    check(&window, "choosing");
    window.click(LATER);
    window.click(&covered(EARLIER));
    window.click("Compare");
    window.click("How they are laid: Slider");
    check(&window, "compare");
    window.press(Modifiers::NONE, Key::Escape);
    window.click("Rate without dates");
    check(&window, "rating");
}

#[test]
fn marks_are_set_by_the_keyboard_and_kept_as_one_step() {
    let mut window = two();
    window.click(&covered(LATER));
    window.click(LATER);
    window.click("Marks and colours");
    window.harness.get_by_label("First mark: not set").focus();
    window.harness.run();
    for _ in 0..10 {
        window.press(Modifiers::NONE, Key::ArrowLeft);
    }
    assert!(window.shows("First mark: 40 % from the left, 50 % from the top"), "it begins in the middle");
    window.click("What is set: Second mark");
    assert!(window.shows_part("the other is missing"), "one mark alone is not kept");
    window.harness.get_by_label("Second mark: not set").focus();
    window.harness.run();
    for _ in 0..20 {
        window.press(Modifiers::NONE, Key::ArrowRight);
    }
    window.click("Save marks and colours");
    let marks = window.workspace().diary().photo_of_blob(picture(90).blob).unwrap().marks.unwrap();
    assert!((marks[0].x - 0.4).abs() < 1e-4 && (marks[1].x - 0.7).abs() < 1e-4, "{marks:?}");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.workspace().diary().photo_of_blob(picture(90).blob).unwrap().marks, None);
}

#[test]
fn squares_follow_the_marks_of_the_series_and_tell_the_redness() {
    let mut window = sample([1440.0, 1600.0]);
    let newest = "Photo, Left forearm, close, 18 Nov 2026";
    window.click(&covered(newest));
    window.click(newest);
    assert!(window.shows_part("than your calm skin by") && window.shows_part("Not a measure of disease."));
    assert!(window.shows_part("5 pairs"), "the error of the person's own repeats");
    assert!(window.shows_part("Phones change every shot"), "with its limits");
    window.press(Modifiers::NONE, Key::Escape);
    let other_light = "Photo, Left forearm, close, 11 Nov 2026";
    window.click(&covered(other_light));
    window.click(other_light);
    assert!(window.shows_part("No number for this photo: another set-up"));
}

/// The sample, whose pictures are drawn by code.
fn sample(size: [f32; 2]) -> Window {
    let mut window = Window::sample(size);
    go(&mut window);
    window
}

/// Draws every screen of photos into the folder that `PHOTO_PICTURES` names.
#[test]
fn photos_drawn_to_be_looked_at() {
    let Some(folder) = std::env::var_os("PHOTO_PICTURES").map(std::path::PathBuf::from) else { return };
    fs::create_dir_all(&folder).unwrap();
    let sets = [
        ([1440.0, 900.0], 1.0, "light"),
        ([1440.0, 900.0], 1.0, "dark"),
        ([1024.0, 700.0], 1.0, "light"),
        ([1440.0, 900.0], 2.0, "light"),
    ];
    for (size, scale, theme) in sets {
        let mut window = sample(size.map(|side| side / scale));
        window.harness.set_pixels_per_point(scale);
        window.harness.state_mut().view_mut().theme =
            if theme == "dark" { ThemeChoice::Dark } else { ThemeChoice::Light };
        window.harness.run();
        let draw = |window: &mut Window, screen: &str| {
            // Pictures come from another thread, a few a frame.
            for _ in 0..120 {
                window.harness.step();
                std::thread::yield_now();
            }
            let name = format!("{}-{}-{theme}-{screen}.png", size[0], scale * 100.0);
            window.harness.render().unwrap().save(folder.join(name)).unwrap();
        };
        draw(&mut window, "1covered");
        window.click("Before the next photo");
        draw(&mut window, "2pose");
        window.click("Back to the photos");
        window.click("Choose several");
        for day in ["18 Nov 2026", "20 Oct 2026"] {
            window.click_first(&covered(&format!("Photo, Left forearm, close, {day}")));
        }
        draw(&mut window, "3choosing");
        window.click("Compare");
        window.click("Uncover these");
        draw(&mut window, "4beside");
        window.click("How they are laid: Slider");
        draw(&mut window, "5slider");
        window.click("How they are laid: Ghost");
        draw(&mut window, "6ghost");
        window.click("‹ Photos");
        draw(&mut window, "7gallery");
        window.click("Photo, Left forearm, close, 18 Nov 2026");
        draw(&mut window, "8page");
        window.harness.get_by_label("Marks and colours").scroll_to_me();
        window.harness.run();
        draw(&mut window, "9page_below");
        window.click("Marks and colours");
        draw(&mut window, "10marks");
    }
}
