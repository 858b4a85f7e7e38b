//! Rating photos without their dates, by mouse and by keys: nothing on the screen tells when a photo was taken.

use std::fs;
use std::path::PathBuf;

use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::edit::Command;
use gutskin::model::photo::Photo;
use gutskin::ui::{ThemeChoice, ViewId};

use crate::window::{Window, type_letter};

/// Looks of a sitting of the sample: twelve photos, two of them twice.
const LOOKS: usize = 14;

/// The photos of the sample, in which a trial runs.
fn photos(size: [f32; 2]) -> Window {
    let mut window = Window::sample(size);
    window.harness.state_mut().view_mut().view = ViewId::Photos;
    window.harness.run();
    assert!(words(&window).contains("Kept to it?"), "the trial of the sample runs");
    window
}

fn rating() -> Window {
    let mut window = photos([1440.0, 1000.0]);
    window.click("Rate without dates");
    window
}

/// Answers the photo that is shown by keys alone.
fn rate_by_keys(window: &mut Window, look: &str, redness: &str) {
    for digit in look.chars() {
        type_letter(window, &digit.to_string());
    }
    window.press(Modifiers::NONE, Key::Enter);
    for digit in redness.chars() {
        type_letter(window, &digit.to_string());
    }
    window.press(Modifiers::NONE, Key::Enter);
}

fn ratings(window: &Window) -> Vec<(u8, u8)> {
    let photos = window.workspace().diary().photos();
    photos.flat_map(|photo| &photo.ratings).map(|rating| (rating.look, rating.redness)).collect()
}

/// Everything that the screen says in words.
fn words(window: &Window) -> String {
    let said = window.harness.query_all_by(|_| true).map(|node| {
        let node = node.accesskit_node();
        [node.label().unwrap_or_default(), node.value().unwrap_or_default()].join(" ")
    });
    said.collect::<Vec<_>>().join("\n")
}

#[test]
fn digits_and_enter_rate_one_photo_after_the_other() {
    let mut window = rating();
    assert!(window.shows("Photo 1 of 14"));
    rate_by_keys(&mut window, "4", "10");
    assert!(window.shows("Photo 2 of 14"), "{}", words(&window));
    rate_by_keys(&mut window, "0", "7");
    assert!(window.shows("Photo 3 of 14"));
    let mut said = ratings(&window);
    said.sort_unstable();
    assert_eq!(said, [(0, 7), (4, 10)]);
}

#[test]
fn a_click_on_each_row_and_a_button_do_the_same() {
    let mut window = rating();
    window.click("How the skin looks 3");
    window.click("Redness 5");
    window.click("Keep and go on");
    assert!(window.shows("Photo 2 of 14"));
    assert_eq!(ratings(&window), [(3, 5)]);
}

#[test]
fn half_an_answer_is_not_kept_and_enter_asks_for_the_other_half() {
    let mut window = rating();
    type_letter(&mut window, "6");
    for _ in 0..2 {
        window.press(Modifiers::NONE, Key::Enter);
    }
    assert!(window.shows("Photo 1 of 14"));
    assert_eq!(window.focused().as_deref(), Some("Redness"));
    assert_eq!(ratings(&window), []);
}

#[test]
fn no_word_on_the_screen_tells_when_or_where_a_photo_was_taken() {
    let mut window = rating();
    for _ in 0..LOOKS {
        let said = words(&window);
        assert!(said.contains("Dates are hidden"), "all words are read: {said}");
        for photo in window.workspace().diary().photos() {
            let days = [photo.day.short(), photo.day.brief(photo.day), photo.day.to_string()];
            assert!(days.iter().all(|day| !said.contains(day.as_str())), "{said}");
        }
        for telling in [
            "Desk lamp",
            "Window",
            "Drawn by the program",
            "Left forearm",
            "Trial, ",
            "Trial of",
            "trial of",
            "Kept to it?",
        ] {
            assert!(!said.contains(telling), "{telling}: {said}");
        }
        rate_by_keys(&mut window, "5", "5");
    }
    assert!(window.shows("12 photos rated without dates"));
    assert!(window.shows_part("not known yet: 2 of 5 pairs"), "the error of the person's own ratings");
    assert!(words(&window).contains("Kept to it?"), "all else is back");
}

#[test]
fn a_sitting_is_left_gone_on_with_and_taken_back_as_one_step() {
    let mut window = rating();
    for _ in 0..3 {
        rate_by_keys(&mut window, "2", "2");
    }
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.shows("Go on rating without dates (11 left)"));
    assert!(!window.shows_part("Photo 4 of"));
    let uncovered = window.harness.query_all_by_label_contains("Photo, Left forearm");
    let names: Vec<String> = uncovered.filter_map(|node| node.accesskit_node().label()).collect();
    assert!(names.iter().all(|name| name.ends_with(", covered")), "beside its date none is shown: {names:?}");
    window.click("Go on rating without dates (11 left)");
    assert!(window.shows("Photo 4 of 14"));
    rate_by_keys(&mut window, "2", "2");
    assert_eq!(ratings(&window).len(), 4);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(ratings(&window), [], "one step");
    assert!(window.shows("Photo 1 of 14"), "and the sitting begins again, in the same order");
}

#[test]
fn the_ratings_are_series_and_stand_on_the_page_of_a_photo() {
    let mut window = rating();
    for _ in 0..LOOKS {
        rate_by_keys(&mut window, "3", "4");
    }
    window.click("Show the ratings in the plot");
    assert!(window.shows("Look of the skin, rated blind  ×"));
    assert!(window.shows_part("photos whose dates were hidden"), "with its limits");
    window.press(Modifiers::COMMAND, Key::Num8);
    window.click("‹ Photos");
    let newest = "Photo, Left forearm, close, 18 Nov 2026, covered";
    window.click(newest);
    window.click(newest.trim_end_matches(", covered"));
    assert!(window.shows("Rated blind: look 3, redness 4 (0 clear to 10)."));
}

#[test]
fn it_takes_two_photos_of_a_series_that_is_chosen() {
    let mut window = photos([1440.0, 1000.0]);
    let ids: Vec<_> = window.workspace().diary().photos().skip(1).map(|photo| photo.id).collect();
    window.harness.state_mut().submit(Command::RemovePhotos { ids });
    window.harness.run();
    let is_disabled = |window: &Window| {
        let button = window.harness.get_by_label("Rate without dates");
        button.accesskit_node().is_disabled()
    };
    assert!(is_disabled(&window), "one photo has nothing to be told from");
    let mut window = photos([1440.0, 1000.0]);
    let first = window.workspace().diary().photos().next().unwrap().clone();
    let other = gutskin::model::text::Name::new("Face, front").ok();
    window.harness.state_mut().submit(Command::AmendPhoto { photo: Box::new(Photo { series: other, ..first }) });
    window.harness.run();
    assert!(is_disabled(&window), "which of two series?");
    window.click("Left forearm, close");
    assert!(!is_disabled(&window));
}

/// Draws the strip, the rating and its end into the folder that `BLIND_PICTURES` names.
#[test]
fn rating_and_strip_drawn_to_be_looked_at() {
    let Some(folder) = std::env::var_os("BLIND_PICTURES").map(PathBuf::from) else { return };
    fs::create_dir_all(&folder).unwrap();
    let sets = [
        ([1440.0, 900.0], 1.0, ThemeChoice::Light, "light"),
        ([1024.0, 700.0], 1.0, ThemeChoice::Dark, "dark"),
        ([1440.0, 900.0], 2.0, ThemeChoice::Light, "light"),
    ];
    for (size, scale, theme, name) in sets {
        let mut window = Window::sample(size.map(|side| side / scale));
        window.harness.set_pixels_per_point(scale);
        window.harness.state_mut().view_mut().theme = theme;
        let draw = |window: &mut Window, screen: &str| {
            // Pictures come from another thread, a few a frame.
            for _ in 0..120 {
                window.harness.step();
                std::thread::yield_now();
            }
            let name = format!("{}-{}-{name}-{screen}.png", size[0], scale * 100.0);
            window.harness.render().unwrap().save(folder.join(name)).unwrap();
        };
        window.harness.state_mut().view_mut().photo_strips = vec!["Left forearm, close".to_owned()];
        window.harness.state_mut().view_mut().series = ["redness", "photo_redness_gap"].map(str::to_owned).to_vec();
        window.press(Modifiers::COMMAND, Key::Num1);
        draw(&mut window, "1strip");
        window.click("Choose series");
        draw(&mut window, "2list");
        window.press(Modifiers::NONE, Key::Escape);
        window.press(Modifiers::COMMAND, Key::Num8);
        draw(&mut window, "3gallery");
        window.click("Rate without dates");
        draw(&mut window, "4rating");
        type_letter(&mut window, "4");
        window.press(Modifiers::NONE, Key::Enter);
        type_letter(&mut window, "7");
        draw(&mut window, "5answered");
        window.press(Modifiers::NONE, Key::Enter);
        for _ in 1..LOOKS {
            rate_by_keys(&mut window, "3", "4");
        }
        draw(&mut window, "6end");
        window.click("Show the ratings in the plot");
        draw(&mut window, "7ratings");
    }
}
