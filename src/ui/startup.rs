//! The way in: the window and the diary open side by side, and whichever is first waits for the other. Reading ten years takes
//! about as long as getting a window, so nobody waits for both.

use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex};
use std::thread;

use eframe::egui::{self, CentralPanel, RichText};

use super::app::{App, Left};
use super::drafts::Drafts;
use super::lost::LostPage;
use super::system::{Desktop, name_class};
use super::text;
use super::theme::Palette;
use super::unlock::UnlockPage;
use super::view_state::ViewState;
use crate::storage::StorageError;
use crate::storage::seal::Secret;
use crate::workspace::{LostDiary, Wake, Way, Workspace, WorkspaceError};

/// A diary that is being opened on a thread of its own.
pub type Coming = Receiver<Result<Workspace, WorkspaceError>>;
/// Why the diary could not be opened, for whoever started the window.
pub type Failed = Arc<Mutex<Option<WorkspaceError>>>;

/// Opens the diary of this window: with what opens its lock once somebody has typed it, and by the way that somebody chose where it
/// is not in its place.
pub type Opener = Arc<dyn Fn(Wake, Option<&Secret>, &Way) -> Result<Workspace, WorkspaceError> + Send + Sync>;

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
    /// The lock of an encrypted diary, while it is closed.
    unlock: Option<UnlockPage>,
    /// What is said of a diary that is not where it was, and the ways out.
    lost: Option<LostPage>,
    /// The way in that was chosen.
    way: Way,
    opener: Option<Opener>,
    view: Option<ViewState>,
    /// What was being typed when the diary was locked.
    drafts: Option<Drafts>,
    wake: Wake,
    failed: Failed,
    desktop: Desktop,
    is_named: bool,
}

impl Startup {
    /// A window that waits for its diary.
    pub fn new(coming: Coming, view: Option<ViewState>, wake: Wake, failed: Failed) -> Self {
        let desktop = Desktop::default();
        Self {
            coming: Some(coming),
            app: None,
            unlock: None,
            lost: None,
            way: Way::default(),
            opener: None,
            view,
            drafts: None,
            wake,
            failed,
            desktop,
            is_named: false,
        }
    }

    /// The same window, as the desktop wishes.
    #[must_use]
    pub(super) fn following(self, desktop: Desktop) -> Self {
        Self { desktop, ..self }
    }

    /// The same window for a diary that may have a lock, now or later.
    #[must_use]
    pub fn opening_with(self, opener: Opener) -> Self {
        Self { opener: Some(opener), ..self }
    }

    /// The window of the open diary.
    pub fn app(&self) -> Option<&App> {
        self.app.as_ref()
    }

    /// Closes the lock of a diary whose window asks for it.
    fn lock(&mut self) {
        if let Some(app) = self.app.take_if(|app| app.is_locked()) {
            let Left { view, drafts } = app.leave();
            (self.view, self.drafts) = (Some(view), Some(drafts));
            self.unlock = Some(UnlockPage::default());
        }
    }

    /// Tries what somebody typed, or the way that somebody chose.
    fn try_to_open(&mut self, secret: Option<Secret>) {
        if let Some(opener) = self.opener.clone() {
            let way = self.way.clone();
            self.coming = Some(open(self.wake.clone(), move |wake| opener(wake, secret.as_ref(), &way)));
        }
    }

    /// Shows the lock, or the ways out, with what the last try came to; gives whether somebody can do anything about it.
    fn refused(&mut self, error: &WorkspaceError) -> bool {
        let why = match error {
            WorkspaceError::Lost(lost) => {
                self.unlock = None;
                self.lost = Some(LostPage::new(LostDiary::clone(lost)));
                return self.opener.is_some();
            }
            WorkspaceError::Storage(StorageError::Locked { .. }) => None,
            WorkspaceError::Storage(StorageError::WrongPassphrase { .. }) => Some(text::NOT_UNLOCKED.to_owned()),
            // Somebody looks at the lock already, and is told what else is in the way.
            error if self.unlock.is_some() => Some(error.to_string()),
            error => {
                let Some(lost) = &mut self.lost else { return false };
                lost.refuse(error.to_string());
                return true;
            }
        };
        self.unlock.get_or_insert_default().refuse(why);
        self.opener.is_some()
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
                (self.unlock, self.lost, self.way) = (None, None, Way::default());
                let app = App::with_view(workspace, self.wake.clone(), self.view.take());
                let app = app.typing_on(self.drafts.take().unwrap_or_default());
                self.app = Some(app.following(self.desktop.clone()));
                true
            }
            Err(error) if self.refused(&error) => true,
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
        } else {
            // The lock is looked at as the diary was.
            let view = self.view.clone().unwrap_or_default().sanitized();
            self.desktop.look.now().dress(ctx, &view);
        }
        self.lock();
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        if let Some(app) = &mut self.app {
            app.ui(ui, frame);
            return;
        }
        if let Some(unlock) = &mut self.unlock {
            if let Some(secret) = unlock.ui(ui) {
                self.try_to_open(Some(secret));
            }
            return;
        }
        if let Some(lost) = &mut self.lost {
            if let Some(way) = lost.ui(ui) {
                self.way = way;
                self.try_to_open(None);
            }
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
        } else if let Some(view) = &self.view {
            App::keep_view(storage, view);
        }
    }
}
