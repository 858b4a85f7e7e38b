//! Bringing days in from a file: first a look at what it would add, then one press.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use eframe::egui::{RichText, ScrollArea, Ui};

use crate::import::{Preview, preview_file, registry};
use crate::ui::job::{Job, Shared};
use crate::ui::request::{Outbox, Request};
use crate::ui::theme::Palette;
use crate::ui::widgets::path_field::{Asked, PathField};
use crate::workspace::{Wake, Workspace};

/// What a file would add, or why it cannot be read.
type Seen = Result<Preview, String>;

/// A file to be brought in.
#[derive(Clone, Default)]
pub struct ImportDraft {
    place: PathField,
    reading: Option<Shared<Seen>>,
    seen: Option<Seen>,
    seen_path: String,
}

impl std::fmt::Debug for ImportDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ImportDraft").field("place", &self.place).field("seen", &self.seen).finish_non_exhaustive()
    }
}

impl ImportDraft {
    /// A file that is already named.
    pub fn of(path: &Path) -> Self {
        Self { place: PathField::new(path.to_string_lossy().into_owned()), ..Self::default() }
    }

    pub(super) fn show(&mut self, ui: &mut Ui, workspace: &Workspace, wake: &Wake, outbox: &mut Outbox) {
        self.poll();
        super::title(ui, "Bring days in");
        let names = registry::names();
        super::quiet(
            ui,
            &format!(
                "{names}. In a CSV, columns carry the keys of the fields. Nothing is added before you have seen what would be."
            ),
        );
        let asked = Asked::Open { name: "Days", endings: registry::endings() };
        self.place.show(ui, "File to bring in", &asked);
        if self.place.path != self.seen_path {
            (self.seen, self.reading) = (None, None);
        }
        if self.reading.is_some() {
            ui.horizontal(|ui| {
                ui.spinner();
                super::quiet(ui, "Reading the file…");
            });
            super::foot(ui, "Add these", false, outbox);
            return;
        }
        match &self.seen {
            None => {
                let ready = !self.place.path.trim().is_empty();
                if super::foot(ui, "Look at it", ready, outbox) {
                    self.start(workspace, wake);
                }
            }
            Some(Err(reason)) => {
                ui.label(RichText::new(reason).color(Palette::of(ui).attention));
                super::foot(ui, "Add these", false, outbox);
            }
            Some(Ok(preview)) => {
                ScrollArea::vertical().max_height(260.0).auto_shrink([false, true]).show(ui, |ui| {
                    for line in preview.lines() {
                        ui.label(line);
                    }
                });
                if super::foot(ui, "Add these", preview.command.is_some(), outbox)
                    && let Some(command) = preview.command.clone()
                {
                    outbox.edit(command);
                    outbox.push(Request::CloseDialog);
                }
            }
        }
    }

    /// Reads the file on a thread of its own: years of days take a while.
    fn start(&mut self, workspace: &Workspace, wake: &Wake) {
        self.seen_path.clone_from(&self.place.path);
        let path = PathBuf::from(self.place.path.trim());
        let (diary, today) = (workspace.diary().clone(), workspace.today());
        let read = move || preview_file(&path, &diary, today).map_err(|error| error.to_string());
        self.reading = Some(Arc::new(Mutex::new(Job::start(wake.clone(), move |_| read()))));
    }

    fn poll(&mut self) {
        let answer = self.reading.as_ref().and_then(|job| job.lock().ok().and_then(|job| job.poll()));
        if let Some(answer) = answer {
            self.reading = None;
            let ended = "the work stopped without a result; please try again";
            self.seen = Some(answer.unwrap_or_else(|_| Err(ended.to_owned())));
        }
    }
}
