//! Opens the window: OpenGL first, since it starts faster; if that fails, the other renderer in the same process.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui;

use super::app::App;
use super::{text, theme};
use crate::storage::Access;
use crate::workspace::{Wake, Workspace, WorkspaceError};

/// What the window is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renderer {
    /// OpenGL.
    Glow,
    /// Vulkan, Metal or Direct3D.
    Wgpu,
}

/// How the window is opened.
#[derive(Debug, Clone)]
pub struct Options {
    /// Folder of the diary.
    pub folder: PathBuf,
    /// Whether everything in it is made up.
    pub made_up: bool,
    /// A renderer, if one was asked for.
    pub renderer: Option<Renderer>,
}

/// Opens the window and returns when it is closed.
///
/// # Errors
/// One line with what both renderers said.
pub fn run(options: &Options) -> Result<(), String> {
    let order = match options.renderer {
        Some(Renderer::Wgpu) => vec![eframe::Renderer::Wgpu],
        Some(Renderer::Glow) => vec![eframe::Renderer::Glow],
        None => vec![eframe::Renderer::Glow, eframe::Renderer::Wgpu],
    };
    let mut failures = Vec::new();
    for renderer in order {
        match open(options, renderer) {
            Ok(()) => return Ok(()),
            Err(error) => failures.push(format!("{renderer}: {error}")),
        }
    }
    Err(format!("no window could be opened ({}); is a screen connected?", failures.join("; ")))
}

fn open(options: &Options, renderer: eframe::Renderer) -> Result<(), eframe::Error> {
    let native = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_title(text::APP)
            .with_app_id("gutskin")
            .with_inner_size([1440.0, 900.0])
            .with_min_inner_size([720.0, 480.0]),
        renderer,
        persist_window: true,
        ..Default::default()
    };
    let options = options.clone();
    let create = move |creation: &eframe::CreationContext<'_>| {
        theme::install(&creation.egui_ctx);
        let workspace = workspace(&options, &creation.egui_ctx)?;
        Ok(Box::new(App::new(workspace, creation.storage)) as Box<dyn eframe::App>)
    };
    eframe::run_native("gutskin", native, Box::new(create))
}

fn workspace(options: &Options, ctx: &egui::Context) -> Result<Workspace, WorkspaceError> {
    let ctx = ctx.clone();
    let wake: Wake = Arc::new(move || ctx.request_repaint());
    let mut workspace = Workspace::open(&options.folder, Access::Write, wake)?;
    if options.made_up {
        workspace.mark_made_up();
    }
    Ok(workspace)
}
