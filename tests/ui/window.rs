//! A window on a diary of its own, without a screen.

use std::sync::Arc;

use egui_kittest::Harness;
use gutskin::model::value::Value;
use gutskin::storage::Access;
use gutskin::ui::{self, App};
use gutskin::workspace::Workspace;
use tempfile::TempDir;

/// A window and the folder of its diary.
pub struct Window {
    /// Drives it.
    pub harness: Harness<'static, App>,
    /// Where the diary lies; goes away with the window.
    pub folder: TempDir,
}

impl Window {
    /// A window on an empty diary.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let harness = harness(open(&folder), [1440.0, 3200.0]);
        Self { harness, folder }
    }

    /// The answer to a key on the open day, wherever it was logged.
    pub fn answer(&self, key: &str) -> Option<Value> {
        let app = self.harness.state();
        let page = app.workspace().diary().page(app.day())?.clone();
        page.entries.iter().find_map(|entry| entry.answers.get(key))
    }
}

/// Opens the diary of a folder.
pub fn open(folder: &TempDir) -> Workspace {
    Workspace::open(folder.path(), Access::Write, Arc::new(|| {})).unwrap()
}

/// A window of a size on a workspace.
pub fn harness(workspace: Workspace, size: [f32; 2]) -> Harness<'static, App> {
    let mut harness = Harness::builder()
        .with_size(size)
        .with_max_steps(16)
        .with_context_setup(ui::install)
        .build_eframe(move |_| App::new(workspace, Arc::new(|| {}), None));
    harness.run();
    harness
}
