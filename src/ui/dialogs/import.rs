//! Bringing days in from a file: first a look at what it would add, then one press.

use std::path::PathBuf;

use eframe::egui::{RichText, ScrollArea, Ui};

use crate::import::{Preview, registry};
use crate::ui::context::ViewContext;
use crate::ui::modal;
use crate::ui::modal::Dialog;
use crate::ui::theme::Palette;
use crate::ui::widgets::path_field::{Asked, PathField};
use crate::workspace::jobs::Job;
use crate::workspace::jobs::import::{PreviewJob, preview};
use crate::workspace::{Wake, Workspace};

/// A file to be brought in.
#[derive(Default)]
pub(super) struct ImportDraft {
    place: PathField,
    reading: Option<PreviewJob>,
    /// What the file would add, or why it cannot be read.
    seen: Option<Result<Preview, String>>,
    seen_path: String,
}

impl ImportDraft {
    /// For a file that is already named, or one to be chosen.
    pub(super) fn new(path: Option<PathBuf>) -> Self {
        let path = path.map(|path| path.to_string_lossy().into_owned()).unwrap_or_default();
        Self { place: PathField::new(path), ..Self::default() }
    }

    fn start(&mut self, workspace: &Workspace, wake: &Wake) {
        self.seen_path.clone_from(&self.place.path);
        self.reading = Some(preview(PathBuf::from(self.place.path.trim()), workspace, wake.clone()));
    }

    fn poll(&mut self) {
        if let Some(answer) = self.reading.as_ref().and_then(Job::poll) {
            self.reading = None;
            self.seen = Some(answer.unwrap_or_else(|ended| Err(ended.to_string())));
        }
    }
}

impl Dialog for ImportDraft {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let ViewContext { workspace, wake, commands, .. } = ctx;
        self.poll();
        modal::title_ui(ui, "Bring days in");
        modal::quiet_ui(
            ui,
            &format!(
                "{}. In a CSV, columns carry the keys of the fields. Nothing is added before you have seen what would be.",
                registry::names()
            ),
        );
        let asked = Asked::Open { name: "Days", endings: registry::endings() };
        self.place.ui(ui, "File to bring in", &asked);
        if self.place.path != self.seen_path {
            (self.seen, self.reading) = (None, None);
        }
        if self.reading.is_some() {
            ui.horizontal(|ui| {
                ui.spinner();
                modal::quiet_ui(ui, "Reading the file…");
            });
            modal::foot_ui(ui, "Add these", false, commands);
            return;
        }
        match &self.seen {
            None => {
                let ready = !self.place.path.trim().is_empty();
                if modal::foot_ui(ui, "Look at it", ready, commands) {
                    self.start(workspace, wake);
                }
            }
            Some(Err(reason)) => {
                ui.label(RichText::new(reason).color(Palette::of(ui).attention));
                modal::foot_ui(ui, "Add these", false, commands);
            }
            Some(Ok(preview)) => {
                ScrollArea::vertical().max_height(260.0).auto_shrink([false, true]).show(ui, |ui| {
                    for line in preview.lines() {
                        ui.label(line);
                    }
                });
                if modal::foot_ui(ui, "Add these", preview.command.is_some(), commands)
                    && let Some(command) = preview.command.clone()
                {
                    commands.edit(command);
                    commands.close_dialog();
                }
            }
        }
    }
}
