//! A window without a screen on a diary of ten years, for benches that time its frames.

use std::path::Path;
use std::sync::Arc;

use egui_kittest::Harness;
use gutskin::sample;
use gutskin::storage::Access;
use gutskin::ui::{self, App};
use gutskin::workspace::Workspace;

/// Days of ten years.
const DAYS: usize = 3_650;

/// The window; its diary is made in a folder. It has drawn nothing yet.
pub fn on(folder: &Path) -> Harness<'static, App> {
    let mut workspace = Workspace::open(folder, Access::Write, Arc::new(|| {})).unwrap();
    for command in sample::complete(sample::SEED, workspace.today(), DAYS).into_commands() {
        workspace.submit(command).unwrap();
    }
    Harness::builder()
        .with_size([1440.0, 900.0])
        .with_max_steps(24)
        .with_context_setup(ui::install)
        .build_eframe(move |_| App::new(workspace, Arc::new(|| {}), None))
}
