//! Photos to be written as files into a folder: how many, where to, and what they lose by it.

use std::path::PathBuf;
use std::time::Duration;

use eframe::egui::{self, RichText, Ui};

use crate::model::photo::PhotoId;
use crate::ui::command::UiCommands;
use crate::ui::context::ViewContext;
use crate::ui::modal::{self, Dialog};
use crate::ui::system::{Showing, show_file};
use crate::ui::theme::{Palette, space};
use crate::ui::widgets::path_field::{Asked, PathField, usual_folder};
use crate::words::count;
use crate::words::photo_files::UNGUARDED;
use crate::workspace::jobs::Job;
use crate::workspace::jobs::photo_export::{ExportedPhotos, PhotoExport, PhotoExportJob};
use crate::workspace::{Wake, Workspace};

/// Name of the folder that is offered.
const FOLDER: &str = "gutskin-photos";

/// Photos that are to be written.
pub(super) struct ExportPhotosDraft {
    ids: Vec<PhotoId>,
    place: PathField,
    running: Option<PhotoExportJob>,
    /// What became of them, or why nothing did.
    answer: Option<Result<ExportedPhotos, String>>,
    /// Why the system could not show the folder.
    unshown: Option<String>,
}

impl ExportPhotosDraft {
    /// A draft for some photos.
    pub(super) fn new(ids: Vec<PhotoId>) -> Self {
        let place = PathField::new(usual_folder().join(FOLDER).to_string_lossy().into_owned());
        Self { ids, place, running: None, answer: None, unshown: None }
    }

    fn start(&mut self, workspace: &Workspace, wake: &Wake) {
        let export = PhotoExport { ids: self.ids.clone(), folder: PathBuf::from(self.place.path.trim()) };
        match export.start(workspace, wake.clone()) {
            Ok(job) => (self.running, self.answer) = (Some(job), None),
            Err(error) => self.answer = Some(Err(error.to_string())),
        }
    }

    fn poll(&mut self) {
        if let Some(answer) = self.running.as_ref().and_then(Job::poll) {
            self.running = None;
            self.answer = Some(answer.map_err(|ended| ended.to_string()));
        }
    }
}

impl Dialog for ExportPhotosDraft {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        modal::title_ui(ui, &format!("Save {} as files", count(self.ids.len(), "photo", "photos")));
        self.poll();
        if let Some(job) = &self.running {
            ui.add(egui::ProgressBar::new(job.progress()).desired_width(ui.available_width()));
            if ui.button("Stop").clicked() {
                job.cancel();
            }
            ui.ctx().request_repaint_after(Duration::from_millis(100));
            return;
        }
        if let Some(Ok(done)) = &self.answer {
            done_ui(ui, done, &mut self.unshown, ctx.commands);
            return;
        }
        ui.label(
            "Each is called by its day and what it shows, such as 2026-03-12 left cheek 1.jpg. No file is replaced.",
        );
        ui.label(UNGUARDED);
        self.place.ui(ui, "Folder for the photos", &Asked::Folder);
        if let Some(Err(why)) = &self.answer {
            ui.label(RichText::new(why).color(Palette::of(ui).attention));
        }
        ui.add_space(space::ROW);
        if modal::foot_ui(ui, "Save", !self.place.path.trim().is_empty(), ctx.commands) {
            self.start(ctx.workspace, ctx.wake);
        }
    }
}

fn done_ui(ui: &mut Ui, done: &ExportedPhotos, unshown: &mut Option<String>, commands: &mut UiCommands) {
    modal::middle_ui(ui, |ui| {
        for line in done.lines() {
            let is_refusal = done.refused.as_ref() == Some(&line);
            let words = RichText::new(&line);
            ui.label(if is_refusal { words.color(Palette::of(ui).attention) } else { words });
        }
    });
    let shown = done.written.first();
    if let Some(file) = shown
        && ui.button("Show in folder").on_hover_text("Opens the folder they lie in").clicked()
    {
        *unshown = show_file(file, Showing::Folder).err().map(|error| error.to_string());
    }
    if let Some(reason) = unshown {
        modal::quiet_ui(
            ui,
            &format!("The system has no program that shows it: {reason}. The files are saved all the same."),
        );
    }
    ui.add_space(space::ROW);
    modal::close_button_ui(ui, commands);
}
