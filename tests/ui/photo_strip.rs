//! Photos on the time axis of the plot: switched on and off like other rows, covered, and each leads to its page.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::edit::Command;
use gutskin::model::photo::Photo;
use gutskin::ui::{Range, ViewId};

use crate::window::{Window, today};

const NEWEST: &str = "Photo, Left forearm, close, 18 Nov 2026, covered";

/// The plot of the sample, without photos.
fn plot() -> Window {
    let mut window = Window::sample([1440.0, 1000.0]);
    window.harness.state_mut().view_mut().view = ViewId::Plot;
    window.harness.run();
    window
}

/// The same with the photos of its series.
fn with_strip() -> Window {
    let mut window = plot();
    window.click("Choose series");
    window.click("Photos: Left forearm, close");
    window.press(Modifiers::NONE, Key::Escape);
    window
}

fn strip(window: &Window) -> Vec<(String, eframe::egui::Rect)> {
    let nodes = window.harness.query_all_by_label_contains("Photo, Left forearm, close");
    let buttons = nodes.filter(|node| node.accesskit_node().role() == Role::Button);
    buttons.map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect())).collect()
}

#[test]
fn a_series_is_chosen_in_the_list_and_taken_out_by_its_chip() {
    let mut window = plot();
    assert!(strip(&window).is_empty(), "nothing is shown unasked");
    window.click("Choose series");
    window.click("Photos: Left forearm, close");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.shows(NEWEST));
    assert_eq!(window.harness.state_mut().view_mut().photo_strips, ["Left forearm, close"]);
    window.click("Photos: Left forearm, close  ×");
    assert!(strip(&window).is_empty());
}

#[test]
fn photos_stand_on_their_days_and_none_over_another() {
    let mut window = with_strip();
    let mut shown = strip(&window);
    shown.sort_by(|(_, one), (_, other)| one.left().total_cmp(&other.left()));
    let days: Vec<&str> = shown.iter().filter_map(|(name, _)| name.split(", ").nth(3)).collect();
    assert_eq!(days.last(), Some(&"18 Nov 2026"), "{days:?}");
    assert!(shown.windows(2).all(|pair| pair[0].1.right() < pair[1].1.left()), "{shown:?}");
    assert!(window.shows_part("shown; zoom in for more"), "a repeat of the same day waits");
    window.harness.state_mut().view_mut().range = Range::Week;
    window.harness.run();
    let week: Vec<String> = strip(&window).into_iter().map(|(name, _)| name).collect();
    assert_eq!(week, [NEWEST], "the days in view are those of the curves");
}

#[test]
fn a_press_and_the_keyboard_lead_to_the_page_where_it_is_still_covered() {
    for by_keyboard in [false, true] {
        let mut window = with_strip();
        if by_keyboard {
            window.harness.get_by_label(NEWEST).focus();
            window.harness.run();
            window.press(Modifiers::NONE, Key::Space);
        } else {
            window.click(NEWEST);
        }
        assert!(window.shows("Save what is said"), "the page of the photo, by keyboard: {by_keyboard}");
        assert!(window.shows(NEWEST), "covered until somebody asks");
        window.press(Modifiers::NONE, Key::Escape);
        assert!(window.shows("Choose several"), "back to all photos");
    }
}

#[test]
fn a_photo_that_may_be_seen_says_so_and_one_that_is_deleted_goes() {
    let mut window = with_strip();
    let newest = |window: &Window| {
        let diary = window.workspace().diary();
        diary.photos().find(|photo| photo.day == today().plus(-2)).unwrap().clone()
    };
    let photo = Box::new(Photo { covered: false, ..newest(&window) });
    window.harness.state_mut().submit(Command::AmendPhoto { photo });
    window.harness.run();
    assert!(window.shows("Photo, Left forearm, close, 18 Nov 2026"));
    let ids = vec![newest(&window).id];
    window.harness.state_mut().submit(Command::RemovePhotos { ids });
    window.harness.run();
    assert!(!window.shows_part("18 Nov 2026"));
}
