//! The way in: the window and the diary open side by side, and whichever is first waits for the other. Reading ten years takes
//! about as long as getting a window, so nobody waits for both.

use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex};
use std::thread;

use eframe::egui::{self, CentralPanel, RichText};

use super::app::App;
use super::system::{Desktop, name_class};
use super::text;
use super::theme::Palette;
use super::view_state::ViewState;
use crate::workspace::{Wake, Workspace, WorkspaceError};

/// A diary that is being opened on a thread of its own.
pub type Coming = Receiver<Result<Workspace, WorkspaceError>>;
/// Why the diary could not be opened, for whoever started the window.
pub type Failed = Arc<Mutex<Option<WorkspaceError>>>;

/// Starts to open a diary; the window is woken when it is there.
pub fn open(wake: Wake, open: impl FnOnce(Wake) -> Result<Workspace, WorkspaceError> + Send + 'static) -> Coming {
    let (send, coming) = channel();
    thread::spawn(move || {
        // The window may be gone by then; the diary is then closed again.
        send.send(open(wake.clone())).ok();
        wake();
    });
    coming
}

/// The window from its first frame on.
pub struct Startup {
    coming: Option<Coming>,
    app: Option<App>,
    view: Option<ViewState>,
    wake: Wake,
    failed: Failed,
    desktop: Desktop,
    is_named: bool,
}

impl Startup {
    /// A window that waits for its diary.
    pub fn new(coming: Coming, view: Option<ViewState>, wake: Wake, failed: Failed) -> Self {
        let desktop = Desktop::default();
        Self { coming: Some(coming), app: None, view, wake, failed, desktop, is_named: false }
    }

    /// The same window, as the desktop wishes.
    #[must_use]
    pub(super) fn following(self, desktop: Desktop) -> Self {
        Self { desktop, ..self }
    }

    /// Takes the diary in if it is there. Gives `false` if it could not be opened.
    pub fn poll(&mut self) -> bool {
        let answer = match self.coming.as_ref().map(Receiver::try_recv) {
            Some(Ok(answer)) => answer,
            Some(Err(TryRecvError::Disconnected)) => return false,
            Some(Err(TryRecvError::Empty)) | None => return true,
        };
        self.coming = None;
        match answer {
            Ok(workspace) => {
                if workspace.read_only().is_none() && !workspace.is_made_up() {
                    self.desktop.summons.listen(workspace.folder(), self.wake.clone());
                }
                let app = App::with_view(workspace, self.wake.clone(), self.view.take());
                self.app = Some(app.following(self.desktop.clone()));
                true
            }
            Err(error) => {
                if let Ok(mut failed) = self.failed.lock() {
                    *failed = Some(error);
                }
                false
            }
        }
    }
}

impl eframe::App for Startup {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        if !std::mem::replace(&mut self.is_named, true) {
            name_class(frame);
        }
        if !self.poll() || (self.app.is_none() && self.desktop.ending.is_asked()) {
            ctx.send_viewport_cmd(egui::ViewportCommand::Close);
        }
        if let Some(app) = &mut self.app {
            app.logic(ctx, frame);
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        if let Some(app) = &mut self.app {
            app.ui(ui, frame);
            return;
        }
        let ground = egui::Frame::new().fill(Palette::of(ui).window);
        CentralPanel::default().frame(ground).show(ui, |ui| {
            ui.centered_and_justified(|ui| ui.label(RichText::new(text::OPENING).color(Palette::of(ui).quiet)));
        });
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        if let Some(app) = &mut self.app {
            app.save(storage);
        }
    }
}
