//! Pictures of the main screens, light and dark, compared with those kept in `tests/snapshots`. They need something to draw
//! with: a graphics card or a software driver. Where there is neither, the test says so and stops; with `PICTURES=required` it
//! fails.

use std::panic::catch_unwind;

use eframe::egui::{Key, Modifiers};
use egui_kittest::wgpu::WgpuTestRenderer;
use egui_kittest::{SnapshotOptions, SnapshotResults};
use gutskin::ui::ThemeChoice;

use crate::window::Window;

fn can_draw() -> bool {
    let quiet = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let found = catch_unwind(|| drop(WgpuTestRenderer::new())).is_ok();
    std::panic::set_hook(quiet);
    if !found {
        assert!(std::env::var_os("PICTURES").is_none_or(|wish| wish != "required"), "there is nothing to draw with");
        eprintln!("skipped: there is no graphics card and no software driver here, so nothing can be drawn");
    }
    found
}

#[test]
fn the_main_screens_look_as_they_did() {
    if !can_draw() {
        return;
    }
    // Drivers differ in the smoothing of edges; letters and lines may not move.
    let options = SnapshotOptions::new().threshold(1.5).max_failed_pixels(400_usize);
    let mut results = SnapshotResults::new();
    for (theme, name) in [(ThemeChoice::Light, "light"), (ThemeChoice::Dark, "dark")] {
        let mut window = Window::sample([1280.0, 800.0]);
        window.harness.state_mut().view_mut().theme = theme;
        window.harness.run();
        for (screen, key) in [("plot", Key::Num1), ("calendar", Key::Num2), ("courses", Key::Num4)] {
            window.press(Modifiers::COMMAND, key);
            results.add(window.harness.try_snapshot_options(format!("{screen}_{name}"), &options));
        }
        window.press(Modifiers::COMMAND, Key::Comma);
        results.add(window.harness.try_snapshot_options(format!("settings_{name}"), &options));
        let mut first = Window::empty_of([1280.0, 800.0]);
        first.harness.state_mut().view_mut().theme = theme;
        first.harness.run();
        results.add(first.harness.try_snapshot_options(format!("first_start_{name}"), &options));
    }
    results.unwrap();
}
