//! Every view and every dialog of the menus at every size and scale: nothing reaches past the edge of the window. With
//! `CONTACT_SHEET=folder cargo test --test ui contact_sheet` each is drawn, light and dark, into that folder, with a page
//! `index.html` on which all are seen at once.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::ui::{ThemeChoice, VIEWS};

use crate::window::Window;

/// Sizes in pixels, and scales in percent.
const SIZES: [[f32; 2]; 4] = [[1440.0, 900.0], [1280.0, 720.0], [1024.0, 700.0], [800.0, 600.0]];
const SCALES: [u16; 4] = [80, 100, 150, 200];
const THEMES: [(ThemeChoice, &str); 2] = [(ThemeChoice::Light, "light"), (ThemeChoice::Dark, "dark")];
/// A map has a least width at which it can be read.
const SCROLLS_SIDEWAYS: [&str; 1] = ["Axis"];
const MENUS: [&str; 5] = ["Diary", "Edit", "View", "Export", "Help"];

/// A window of the sample on a screen of some pixels, with everything so much larger: there is room for fewer points.
fn window_of(size: [f32; 2], percent: u16) -> Window {
    let scale = f32::from(percent) / 100.0;
    let mut window = Window::sample(size.map(|side| side / scale));
    window.harness.set_pixels_per_point(scale);
    window.harness.run();
    window
}

/// The items of a menu that open a dialog.
fn dialogs_of(window: &mut Window, menu: &str) -> Vec<String> {
    window.click(menu);
    let items = window.harness.get_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label());
    // An item may end in its keys.
    let names = items.filter_map(|label| label.split_once('…').map(|(name, _)| format!("{name}…")));
    let found: BTreeSet<String> = names.filter(|name| name != "Log or find…").collect();
    window.press(Modifiers::NONE, Key::Escape);
    found.into_iter().collect()
}

/// What is named on the screen and reaches past its left or right edge.
fn past_the_edge(window: &Window, name: &str) -> Vec<String> {
    if SCROLLS_SIDEWAYS.contains(&name) {
        return Vec::new();
    }
    let wide = window.harness.ctx.content_rect().width();
    let all = window.harness.query_all_by(|node| node.label().is_some());
    // What is scrolled away has no place.
    let placed = all.filter(|node| node.accesskit_node().bounding_box().is_some());
    let past = placed.filter(|node| {
        let rect = node.rect();
        rect.is_positive() && (rect.left() < -1.0 || rect.right() > wide + 1.0)
    });
    past.map(|node| format!("{:?} {:?}", node.accesskit_node().label().unwrap_or_default(), node.rect())).collect()
}

/// Shows everything there is, and hands each on with its name.
fn walk(window: &mut Window, seen: &mut dyn FnMut(&mut Window, &str)) {
    for view in VIEWS {
        let (modifiers, key) = view.keys[0];
        window.press(modifiers, key);
        seen(window, view.title);
    }
    for menu in MENUS {
        for item in dialogs_of(window, menu) {
            crate::panes::choose(window, menu, &item);
            seen(window, &item);
            window.press(Modifiers::NONE, Key::Escape);
        }
    }
}

#[test]
fn nothing_reaches_past_the_edge_of_the_window() {
    let mut cut = String::new();
    let mut screens = 0;
    // The largest and the smallest of the sets, and what lies between where panes fold: a set is half a minute.
    let sets = [(SIZES[0], 100), (SIZES[1], 80), (SIZES[1], 200), (SIZES[2], 100), (SIZES[3], 100), (SIZES[3], 200)];
    for (size, percent) in sets {
        let mut window = window_of(size, percent);
        walk(&mut window, &mut |window, name| {
            screens += 1;
            for what in past_the_edge(window, name) {
                let _ = writeln!(cut, "{}x{} {percent} % {name}: {what}", size[0], size[1]);
            }
        });
    }
    assert!(screens >= sets.len() * (VIEWS.len() + 10), "{screens} screens");
    assert!(cut.is_empty(), "{cut}");
}

#[test]
fn contact_sheet() {
    let Some(folder) = std::env::var_os("CONTACT_SHEET").map(PathBuf::from) else { return };
    std::fs::create_dir_all(&folder).unwrap();
    let mut page = "<!doctype html><meta charset=utf-8><title>Every screen</title>\n".to_owned();
    for (theme, light) in THEMES {
        for (size, percent) in SIZES.into_iter().flat_map(|size| SCALES.map(|percent| (size, percent))) {
            let set = format!("{}x{}-{percent}-{light}", size[0], size[1]);
            if std::env::var("CONTACT_SET").is_ok_and(|wanted| !set.contains(&wanted)) {
                continue;
            }
            let _ = writeln!(page, "<h2>{set}</h2>");
            let mut window = window_of(size, percent);
            window.harness.state_mut().view_mut().theme = theme;
            window.harness.run();
            walk(&mut window, &mut |window, name| {
                settle(window);
                draw(window, &folder, &format!("{set}-{name}"), &mut page);
            });
        }
    }
    std::fs::write(folder.join("index.html"), page).unwrap();
}

/// Goes on until what is worked out on another thread is on the screen.
fn settle(window: &mut Window) {
    let is_working =
        |window: &Window| window.shows_part("Working it out") || window.shows_part("Your diary is being searched");
    while is_working(window) {
        window.harness.step();
        std::thread::yield_now();
    }
    window.harness.run();
}

fn draw(window: &mut Window, folder: &Path, name: &str, page: &mut String) {
    let file = format!("{}.png", name.replace(['…', ' '], ""));
    window.harness.render().unwrap().save(folder.join(&file)).unwrap();
    let _ = writeln!(
        page,
        "<figure style='display:inline-block'><img src='{file}' width=480><figcaption>{name}</figcaption></figure>"
    );
}
