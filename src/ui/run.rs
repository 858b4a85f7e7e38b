//! Opens the window: OpenGL first, since it starts faster; if that fails, the other renderer in the same process.

use std::sync::{Arc, Mutex, OnceLock};

use eframe::egui;

use super::app::App;
use super::startup::{self, Coming, Failed, Opener, Startup};
use super::system::{self, Desktop, GuardedFonts, Route};
use super::{text, theme, window_state};
use crate::guard::guarded;
use crate::workspace::{Wake, Way, WorkspaceError};

/// What the window is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renderer {
    /// OpenGL.
    Glow,
    /// Vulkan, Metal or Direct3D.
    Wgpu,
}

/// Why no window was opened, or why it closed by itself.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// Neither renderer got a window; holds what they said.
    #[error("no window could be opened: {0}")]
    NoWindow(String),
    /// A window had the diary and stopped.
    #[error("the window stopped by itself ({0}); what was shown as saved is on disk")]
    Stopped(String),
    /// This build has one renderer only.
    #[error("this build draws with OpenGL only; leave out --renderer, or build it with “--features wgpu”")]
    NoSuchRenderer,
    /// The diary could not be opened.
    #[error(transparent)]
    Diary(#[from] WorkspaceError),
}

/// Opens the window beside the diary, and returns when it is closed.
///
/// # Errors
/// [`RunError`].
pub fn run(open_diary: &Opener, renderer: Option<Renderer>) -> Result<(), RunError> {
    let ctx: Arc<OnceLock<egui::Context>> = Arc::default();
    let late = ctx.clone();
    let wake: Wake = Arc::new(move || {
        if let Some(ctx) = late.get() {
            ctx.request_repaint();
        }
    });
    let order = order(renderer)?;
    let desktop = Desktop::watch(&wake);
    // The first renderer that gets a window takes the diary that is coming.
    let first = open_diary.clone();
    let coming =
        Arc::new(Mutex::new(Some(startup::open(wake.clone(), move |wake| first(wake, None, &Way::default())))));
    let failed = Failed::default();
    let mut failures = Vec::new();
    let route = system::opengl_route();
    for renderer in order {
        if renderer == eframe::Renderer::Glow
            && let Route::Closed(why) = route
        {
            failures.push(why.to_owned());
            continue;
        }
        let opened = guarded(|| window(&coming, open_diary, &failed, (&wake, &ctx), &desktop, renderer));
        let opened = opened.and_then(|opened| opened.map_err(|error| without_source(&error.to_string())));
        if let Some(error) = failed.lock().ok().and_then(|mut failed| failed.take()) {
            return Err(error.into());
        }
        match opened {
            Ok(()) => return Ok(()),
            Err(error) if is_given(&coming) => return Err(RunError::Stopped(error)),
            Err(error) => failures.push(format!("{renderer}: {error}")),
        }
    }
    // Without a window nobody looked at the diary yet; what is wrong with it matters more.
    let unseen = coming.lock().ok().and_then(|mut waiting| waiting.take());
    match unseen.and_then(|coming| coming.recv().ok()) {
        Some(Err(error)) => Err(error.into()),
        Some(Ok(_)) | None => Err(RunError::NoWindow(failures.join("; "))),
    }
}

/// What a library said, without the place in its source, which is a path of the computer that built the program.
fn without_source(said: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in said.split(' ') {
        if !word.contains(".rs:") {
            words.push(word.to_owned());
            continue;
        }
        words.pop_if(|before| before == "at");
        if let Some(before) = words.last_mut().filter(|_| word.ends_with(':')) {
            before.push(':');
        }
    }
    words.join(" ")
}

/// Whether a window has taken the diary.
fn is_given(coming: &Mutex<Option<Coming>>) -> bool {
    coming.lock().is_ok_and(|waiting| waiting.is_none())
}

/// The renderers to try, in this order.
fn order(asked: Option<Renderer>) -> Result<Vec<eframe::Renderer>, RunError> {
    let mut order = Vec::new();
    if asked != Some(Renderer::Wgpu) {
        order.push(eframe::Renderer::Glow);
    }
    #[cfg(feature = "wgpu")]
    if asked != Some(Renderer::Glow) {
        order.push(eframe::Renderer::Wgpu);
    }
    if order.is_empty() { Err(RunError::NoSuchRenderer) } else { Ok(order) }
}

fn window(
    coming: &Arc<Mutex<Option<Coming>>>,
    open_diary: &Opener,
    failed: &Failed,
    (wake, ctx): (&Wake, &Arc<OnceLock<egui::Context>>),
    desktop: &Desktop,
    renderer: eframe::Renderer,
) -> Result<(), eframe::Error> {
    #[cfg_attr(not(all(unix, not(target_os = "macos"))), expect(unused_mut, reason = "only X11 has a hook"))]
    let mut native = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_title(text::APP)
            .with_app_id(system::CLASS)
            .with_icon(system::icon().unwrap_or_default())
            .with_inner_size([1440.0, 900.0])
            .with_min_inner_size([720.0, 480.0]),
        renderer,
        persist_window: true,
        persistence_path: window_state::file(),
        // Ours are guarded against a machine without fonts.
        system_font_fallback: false,
        ..Default::default()
    };
    #[cfg(all(unix, not(target_os = "macos")))]
    if system::opengl_route() == Route::X11 {
        use winit::platform::x11::EventLoopBuilderExtX11;
        native.event_loop_builder = Some(Box::new(|events| {
            events.with_x11();
        }));
    }
    let (wake, ctx, coming, failed) = (wake.clone(), ctx.clone(), coming.clone(), failed.clone());
    let (desktop, open_diary) = (desktop.clone(), open_diary.clone());
    let create = move |creation: &eframe::CreationContext<'_>| {
        install(&creation.egui_ctx);
        creation.egui_ctx.add_font_provider(Arc::new(GuardedFonts::new()));
        ctx.get_or_init(|| creation.egui_ctx.clone());
        let taken = coming.lock().ok().and_then(|mut waiting| waiting.take());
        let coming = taken.ok_or("the diary was already given to another window")?;
        let view = creation.storage.and_then(App::kept_view);
        let mut startup = Startup::new(coming, view, wake, failed).following(desktop).opening_with(open_diary);
        // What is known to be wrong by now needs no window.
        if !startup.poll() {
            return Err("the diary could not be opened".into());
        }
        Ok(Box::new(startup) as Box<dyn eframe::App>)
    };
    eframe::run_native(system::CLASS, native, Box::new(create))
}

/// Sets up fonts, both themes and the keys the window handles itself. To be called once for every context.
pub fn install(ctx: &egui::Context) {
    theme::install(ctx);
    ctx.options_mut(|options| {
        options.zoom_with_keyboard = false;
        options.quit_shortcuts.clear();
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn why_there_is_no_window_is_said_without_a_path_of_whoever_built_it() {
        let said = "winit EventLoopError: os error at /home/builder/winit-0.30/src/linux/mod.rs:788: Failed to open it";
        assert_eq!(without_source(said), "winit EventLoopError: os error: Failed to open it");
        assert_eq!(without_source("no OpenGL at all"), "no OpenGL at all");
    }
}
