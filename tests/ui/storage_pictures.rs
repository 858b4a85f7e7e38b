//! The screens of safe keeping, drawn to be looked at: copies, what one says otherwise, what came of taking it over, a day's history,
//! the lock, the recovery code, a diary that is not where it was.

use std::fs;
use std::path::{Path, PathBuf};

use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use gutskin::edit::{Command, Place};
use gutskin::model::entry::EntryKind;
use gutskin::model::settings::{Reference, Settings};
use gutskin::model::trackable::Key;
use gutskin::model::value::Value;
use gutskin::sample;
use gutskin::ui::{Startup, ThemeChoice, ViewState};
use tempfile::TempDir;

use crate::encryption::{encrypted, startup_looking, wait_for};
use crate::lost::Lost;
use crate::window::{self, Window};

/// The size of the screen in pixels, the scale, and the theme.
type Look = ([f32; 2], f32, ThemeChoice);

/// The sample as a diary of somebody's own, of which much was changed after its full copy was made.
fn a_diary_with_a_past() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = window::open(&folder);
    for command in sample::sample(sample::SEED, window::today()).into_commands() {
        workspace.submit(command).unwrap();
    }
    // One copy, of all of it.
    workspace.wait_until_saved().unwrap();
    drop(workspace);
    fs::remove_dir_all(folder.path().join("backups/full")).unwrap();
    let workspace = window::open(&folder);
    workspace.back_up().unwrap();
    drop(workspace);
    let mut workspace = window::open(&folder);
    let diary = workspace.diary().clone();
    let courses: Vec<_> = diary.courses().map(|course| course.id).take(2).collect();
    for id in courses {
        workspace.submit(Command::RemoveCourse { id }).unwrap();
    }
    let trials: Vec<_> = diary.trials().map(|trial| trial.id).take(1).collect();
    for id in trials {
        workspace.submit(Command::RemoveTrial { id }).unwrap();
    }
    let settings = Settings { reference: Reference::Us, ..diary.settings().clone() };
    workspace.submit(Command::SetSettings { settings }).unwrap();
    for ago in 0..4 {
        let place = Place::Main { kind: EntryKind::SkinCheck, region: None };
        let (day, key) = (window::today().plus(-ago), Key::new("redness").unwrap());
        workspace.submit(Command::Answer { day, place, key, value: Value::number(4.0) }).unwrap();
    }
    workspace.submit(Command::DeleteDay { day: window::today().plus(-9) }).unwrap();
    workspace.wait_until_saved().unwrap();
    drop(workspace);
    folder
}

/// Draws what a folder of pictures is to hold.
struct Album {
    folder: PathBuf,
}

impl Album {
    fn name(&self, (size, scale, theme): Look, screen: &str) -> PathBuf {
        let theme = if theme == ThemeChoice::Dark { "dark" } else { "light" };
        self.folder.join(format!("{}-{}-{theme}-{screen}.png", size[0], scale * 100.0))
    }

    fn window(&self, look: Look, window: &mut Window, screen: &str) {
        window.harness.run();
        window.harness.render().unwrap().save(self.name(look, screen)).unwrap();
    }

    fn startup(&self, look: Look, harness: &mut Harness<'static, Startup>, screen: &str) {
        harness.set_pixels_per_point(look.1);
        (0..4).for_each(|_| harness.step());
        harness.render().unwrap().save(self.name(look, screen)).unwrap();
    }
}

fn window_on(folder: TempDir, (size, scale, theme): Look) -> Window {
    let mut harness = window::harness(window::open(&folder), size.map(|side| side / scale));
    harness.set_pixels_per_point(scale);
    harness.state_mut().view_mut().theme = theme;
    harness.run();
    Window { harness, folder }
}

fn open(window: &mut Window, menu: &str, entry: &str) {
    window.click(menu);
    window.click(entry);
}

fn compare_first(window: &mut Window) {
    window.harness.get_all_by_label("Compare").next().expect("a copy").click();
    window.harness.run();
}

/// Draws every screen of safe keeping into the folder that `STORAGE_PICTURES` names.
#[test]
fn safe_keeping_drawn_to_be_looked_at() {
    let Some(folder) = std::env::var_os("STORAGE_PICTURES").map(PathBuf::from) else { return };
    fs::create_dir_all(&folder).unwrap();
    let album = Album { folder };
    let sizes = [([1440.0, 900.0], 1.0), ([1024.0, 700.0], 1.0), ([1440.0, 900.0], 2.0)];
    for (size, scale) in sizes {
        for theme in [ThemeChoice::Light, ThemeChoice::Dark] {
            draw_all(&album, (size, scale, theme));
        }
    }
}

fn draw_all(album: &Album, look: Look) {
    let stick = tempfile::tempdir().unwrap();
    let mut window = window_on(a_diary_with_a_past(), look);
    open(&mut window, "Diary", "Backups…");
    album.window(look, &mut window, "1backups");
    window.workspace().choose_second_folder(Some(stick.path().to_path_buf())).unwrap();
    while window.workspace().second_copies().is_busy || window.workspace().wait_until_saved().is_err() {
        window.harness.step();
    }
    album.window(look, &mut window, "2second_folder");
    compare_first(&mut window);
    // The newest copy there is of now; the one before the changes is the last of its list.
    if window.shows_part("says the same") {
        window.click("Close");
        open(&mut window, "Diary", "Backups…");
        window.harness.get_all_by_label("Compare").nth(1).expect("another copy").click();
        window.harness.run();
    }
    album.window(look, &mut window, "3compare");
    window.click("Everything: Bring this back");
    album.window(look, &mut window, "4compare_chosen");
    let button = window.harness.get_all_by_role(Role::Button).find(|node| {
        use egui_kittest::kittest::NodeT;
        node.accesskit_node().label().is_some_and(|label| label.starts_with("Take "))
    });
    button.expect("the button").click();
    window.harness.run();
    album.window(look, &mut window, "5restored");
    open(&mut window, "Edit", "What this day said before…");
    album.window(look, &mut window, "6history");
    compare_first(&mut window);
    album.window(look, &mut window, "7compare_day");
    window.click("Cancel");
    draw_recovery_code(album, look, &mut window);
    let view = ViewState { theme: look.2, ..ViewState::default() };
    let folder = encrypted();
    let points = look.0.map(|side| side / look.1);
    let mut harness = startup_looking(&folder, points, Some(view.clone()));
    wait_for(&mut harness, "Your diary is locked");
    album.startup(look, &mut harness, "9lock");
    draw_lost(album, look, points, view);
}

fn draw_recovery_code(album: &Album, look: Look, window: &mut Window) {
    open(window, "Diary", "Encryption…");
    for label in ["New passphrase", "The same once more"] {
        window.type_text_as(Role::PasswordInput, label, "five plain words of mine");
    }
    album.window(look, window, "8passphrase");
    window.click("Go on");
    album.window(look, window, "8recovery");
}

fn draw_lost(album: &Album, look: Look, points: [f32; 2], view: ViewState) {
    let case = Lost::new();
    let mut harness = case.window(points, Some(view));
    album.startup(look, &mut harness, "10lost");
    assert!(Path::new(&case.folder).parent().is_some_and(Path::is_dir));
}
