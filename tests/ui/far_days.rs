//! A day years away from all others: it is said where it is opened, and it does not stretch what is drawn.

use gutskin::model::time::Day;
use gutskin::workspace::Workspace;

use crate::window::{Window, harness, open, today};

/// A window on ten days, and one that was logged two years before them.
fn window() -> Window {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = open(&folder);
    for ago in (0..10).chain([730]) {
        log(&mut workspace, today().plus(-ago));
    }
    Window { harness: harness(workspace, [1440.0, 1400.0]), folder }
}

fn log(workspace: &mut Workspace, day: Day) {
    let text = format!("date,itch\n{day},5\n");
    let path = std::path::Path::new("days.csv");
    let seen = gutskin::import::preview(path, text.as_bytes(), workspace.diary(), today()).unwrap();
    workspace.submit(seen.command.unwrap()).unwrap();
}

#[test]
fn a_far_day_is_asked_about_when_it_is_opened_and_others_are_not() {
    let mut window = window();
    assert!(!window.shows_part("Is the year right?"));
    window.click("Friday 20 November 2026, choose a day");
    window.click("Year before");
    window.click("Year before");
    window.click("Wednesday 20 November 2024, logged");
    assert_eq!(window.day(), today().plus(-730));
    assert!(window.shows("20 Nov 2024 lies 24 months before every other logged day. Is the year right?"));
}

#[test]
fn all_is_all_that_is_dense_and_says_what_is_not_in_view() {
    let mut window = window();
    let words = "1 day lies far before these; zoom out to see more.";
    assert!(!window.shows(words), "a quarter is a quarter");
    window.click("Days shown: all");
    assert!(window.shows(words));
}
