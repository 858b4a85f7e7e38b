//! Pictures of the main screens, light and dark, compared with those kept in `tests/snapshots`. They need something to draw
//! with: a graphics card or a software driver. Where there is neither, the test says so and stops.

use std::panic::catch_unwind;
use std::sync::Arc;

use eframe::egui::{Key, Modifiers};
use egui_kittest::wgpu::WgpuTestRenderer;
use egui_kittest::{SnapshotOptions, SnapshotResults};
use gutskin::model::time::Day;
use gutskin::ui::ThemeChoice;
use gutskin::workspace::Workspace;
use tempfile::tempdir;

use crate::window::{Window, harness};

fn can_draw() -> bool {
    let quiet = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let found = catch_unwind(|| drop(WgpuTestRenderer::new())).is_ok();
    std::panic::set_hook(quiet);
    if !found {
        eprintln!("skipped: there is no graphics card and no software driver here, so nothing can be drawn");
    }
    found
}

#[test]
fn the_main_screens_look_as_they_did() {
    if !can_draw() {
        return;
    }
    let day = Day::from_ymd(2026, 11, 20);
    // Drivers differ in the smoothing of edges; letters and lines may not move.
    let options = SnapshotOptions::new().threshold(1.5).max_failed_pixels(400_usize);
    let mut results = SnapshotResults::new();
    for (theme, name) in [(ThemeChoice::Light, "light"), (ThemeChoice::Dark, "dark")] {
        let workspace = Workspace::open_sample_on(day, Arc::new(|| {})).unwrap();
        let mut window = Window { harness: harness(workspace, [1280.0, 800.0]), folder: tempdir().unwrap() };
        window.harness.state_mut().view_mut().theme = theme;
        window.harness.run();
        for (screen, key) in [("plot", Key::Num1), ("calendar", Key::Num2), ("courses", Key::Num4)] {
            window.press(Modifiers::COMMAND, key);
            results.add(window.harness.try_snapshot_options(format!("{screen}_{name}"), &options));
        }
        window.press(Modifiers::COMMAND, Key::Comma);
        results.add(window.harness.try_snapshot_options(format!("settings_{name}"), &options));
    }
    results.unwrap();
}
