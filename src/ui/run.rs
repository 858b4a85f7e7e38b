//! Opens the window: OpenGL first, since it starts faster; if that fails, the other renderer in the same process.

use std::sync::{Arc, Mutex, OnceLock};

use eframe::egui;

use super::app::App;
use super::{text, theme};
use crate::workspace::{Wake, Workspace};

/// What the window is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renderer {
    /// OpenGL.
    Glow,
    /// Vulkan, Metal or Direct3D.
    Wgpu,
}

/// A diary that waits for its window.
pub struct Opening {
    wake: Wake,
    ctx: Arc<OnceLock<egui::Context>>,
}

impl Opening {
    /// Before anything is open: the diary can already be given a way to wake the window that is to come.
    pub fn new() -> Self {
        let ctx: Arc<OnceLock<egui::Context>> = Arc::default();
        let late = ctx.clone();
        let wake: Wake = Arc::new(move || {
            if let Some(ctx) = late.get() {
                ctx.request_repaint();
            }
        });
        Self { wake, ctx }
    }

    /// Wakes the window.
    pub fn wake(&self) -> Wake {
        self.wake.clone()
    }

    /// Opens the window and returns when it is closed.
    ///
    /// # Errors
    /// One line with what the renderers said.
    pub fn run(self, workspace: Workspace, renderer: Option<Renderer>) -> Result<(), String> {
        let order = match renderer {
            Some(Renderer::Wgpu) => vec![eframe::Renderer::Wgpu],
            Some(Renderer::Glow) => vec![eframe::Renderer::Glow],
            None => vec![eframe::Renderer::Glow, eframe::Renderer::Wgpu],
        };
        // The first renderer that gets a window takes the workspace out.
        let workspace = Arc::new(Mutex::new(Some(workspace)));
        let mut failures = Vec::new();
        for renderer in order {
            match self.open(&workspace, renderer) {
                Ok(()) => return Ok(()),
                Err(error) => failures.push(format!("{renderer}: {error}")),
            }
        }
        Err(format!("no window could be opened ({}); is a screen connected?", failures.join("; ")))
    }

    fn open(&self, workspace: &Arc<Mutex<Option<Workspace>>>, renderer: eframe::Renderer) -> Result<(), eframe::Error> {
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
        let (wake, ctx, workspace) = (self.wake(), self.ctx.clone(), workspace.clone());
        let create = move |creation: &eframe::CreationContext<'_>| {
            install(&creation.egui_ctx);
            ctx.get_or_init(|| creation.egui_ctx.clone());
            let taken = workspace.lock().ok().and_then(|mut waiting| waiting.take());
            let workspace = taken.ok_or("the diary was already given to another window")?;
            Ok(Box::new(App::new(workspace, wake, creation.storage)) as Box<dyn eframe::App>)
        };
        eframe::run_native("gutskin", native, Box::new(create))
    }
}

impl Default for Opening {
    fn default() -> Self {
        Self::new()
    }
}

/// Sets up fonts, both themes and the keys the window handles itself. To be called once for every context.
pub fn install(ctx: &egui::Context) {
    theme::install(ctx);
    ctx.options_mut(|options| {
        options.zoom_with_keyboard = false;
        options.quit_shortcuts.clear();
    });
}
