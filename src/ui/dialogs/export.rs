//! Saving a chart, a report or all days as a file.

use std::path::{Path, PathBuf};

use eframe::egui::{self, RichText, Ui};

use crate::model::diary::Diary;
use crate::model::text::show_path;
use crate::report::ReportError;
use crate::report::chart::ChartRequest;
use crate::report::diary_files::DiaryRequest;
use crate::report::fhir::{self, FhirChoices};
use crate::report::ink::PictureLook;
use crate::report::output::{Format, Output};
use crate::storage::ReadOnly;
use crate::ui::command::UiCommands;
use crate::ui::context::ViewContext;
use crate::ui::modal::{self, Dialog};
use crate::ui::system::{Showing, show_file};
use crate::ui::theme::Palette;
use crate::ui::views::days_in_view;
use crate::ui::widgets::path_field::{Asked, PathField, usual_folder};
use crate::ui::widgets::segmented;
use crate::words::report::photos::in_this_report;
use crate::workspace::jobs::Job;
use crate::workspace::jobs::export::{Export, ExportJob, Exported};
use crate::workspace::{Wake, Workspace};

/// A file to be saved.
pub(super) struct ExportDraft {
    output: Output,
    format: Format,
    place: PathField,
    replace: bool,
    running: Option<ExportJob>,
    /// What was written, or why nothing was.
    answer: Option<Result<Exported, String>>,
    /// Why the system could not show it.
    unshown: Option<String>,
}

impl Dialog for ExportDraft {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let ViewContext { workspace, wake, commands, view, .. } = ctx;
        let title = match &self.output {
            Output::Chart(_) => "Save the chart",
            Output::Figure(_) | Output::Kind(_) => "Save the figure",
            Output::Report(_) => "Save a report for the doctor",
            Output::Diary(_) => "Save all days",
        };
        modal::title_ui(ui, title);
        self.poll();
        if let Some(job) = &self.running {
            running_ui(ui, job);
            return;
        }
        if let Some(Ok(done)) = &self.answer {
            done_ui(ui, done, &mut self.unshown, commands);
            return;
        }
        self.choices_ui(ui, workspace, &mut view.picture);
        if let Some(Err(reason)) = &self.answer {
            ui.label(RichText::new(reason).color(Palette::of(ui).attention));
        }
        ui.add_space(8.0);
        let ready = !self.place.path.trim().is_empty() && (self.replace || !self.is_there());
        if modal::foot_ui(ui, "Save", ready, commands) {
            self.start(workspace, view.picture, wake);
        }
    }
}

impl ExportDraft {
    /// A draft for what is to be saved.
    pub fn new(output: Output, workspace: &Workspace) -> Self {
        let format = output.kind().usual_format();
        let name = format!("{}-{}.{}", output.stem(), workspace.today(), format.ending);
        let place = PathField::new(usual_folder().join(name).to_string_lossy().into_owned());
        Self { output, format, place, replace: false, running: None, answer: None, unshown: None }
    }

    fn choices_ui(&mut self, ui: &mut Ui, workspace: &Workspace, look: &mut PictureLook) {
        let formats = self.output.kind().formats();
        let choices: Vec<(Format, &str)> = formats.iter().map(|format| (*format, format.name)).collect();
        if let Some(format) = segmented::segmented_ui(ui, "Form", Some(self.format), &choices) {
            self.format = format;
            let path = format.rename(&formats, Path::new(&self.place.path));
            self.place.path = path.to_string_lossy().into_owned();
            self.answer = None;
        }
        look_ui(ui, self.format, look);
        self.about_ui(ui, workspace.diary());
        let name = Path::new(&self.place.path).file_name().map(|name| name.to_string_lossy().into_owned());
        let asked = Asked::Save { name: name.unwrap_or_default(), filter: (self.format.name, self.format.ending) };
        self.place.ui(ui, "Save as", &asked);
        // An ending that was typed says which form is meant.
        self.format = Format::by_name(&formats, Path::new(self.place.path.trim())).unwrap_or(self.format);
        let lacks = workspace.report().read_only == Some(ReadOnly::Damaged);
        if lacks {
            modal::quiet_ui(ui, "Parts of this diary cannot be read now; the file will be without them.");
        }
        if self.is_there() {
            let words = if lacks {
                "This file is there already. Replace it, although the new one lacks something."
            } else {
                "This file is there already. Replace it."
            };
            ui.checkbox(&mut self.replace, words);
        }
    }

    fn about_ui(&mut self, ui: &mut Ui, diary: &Diary) {
        match &mut self.output {
            Output::Chart(chart) => {
                let (first, last) = (chart.first.short(), chart.last.short());
                modal::quiet_ui(ui, &format!("The days in view: {first} to {last}."));
            }
            Output::Report(request) => {
                let (first, last) = (request.first.short(), request.last.short());
                modal::quiet_ui(ui, &format!("As it is shown: {first} to {last}."));
                let photos = request.photos.iter();
                let photos = photos.filter_map(|picked| Some((diary.photo(picked.id)?, picked.has_eye_bar)));
                if let Some(words) = in_this_report(photos) {
                    ui.label(words);
                }
            }
            Output::Figure(figure) => modal::quiet_ui(ui, &figure.scene.title),
            Output::Kind(request) => modal::quiet_ui(ui, request.kind.spec().label),
            Output::Diary(request) => diary_ui(ui, request, self.format),
        }
    }

    fn is_there(&self) -> bool {
        let path = Path::new(self.place.path.trim());
        self.output.places(self.format, path).iter().any(|place| place.exists())
    }

    fn start(&mut self, workspace: &Workspace, look: PictureLook, wake: &Wake) {
        let (output, path) = (self.output.clone(), PathBuf::from(self.place.path.trim()));
        let export = Export { output, format: self.format, path, look, replace: self.replace };
        match export.start(workspace, wake.clone()) {
            Ok(job) => (self.running, self.answer) = (Some(job), None),
            Err(error) => self.answer = Some(Err(words(&error))),
        }
    }

    fn poll(&mut self) {
        if let Some(answer) = self.running.as_ref().and_then(Job::poll) {
            self.running = None;
            self.answer = Some(match answer {
                Ok(made) => made.map_err(|error| words(&error)),
                Err(ended) => Err(ended.to_string()),
            });
        }
    }
}

/// How large a picture is, and what is behind it.
fn look_ui(ui: &mut Ui, format: Format, look: &mut PictureLook) {
    if format.has_pixels() {
        let sizes = [(1, "1x"), (2, "2x"), (3, "3x"), (4, "4x")];
        if let Some(scale) = segmented::segmented_ui(ui, "Size", Some(look.scale), &sizes) {
            look.scale = scale;
        }
    }
    if format.has_ground() {
        let grounds = [((false, false), "Light"), ((true, false), "Dark"), ((false, true), "See-through")];
        let now = (look.dark && !look.transparent, look.transparent);
        if let Some((dark, transparent)) = segmented::segmented_ui(ui, "Ground", Some(now), &grounds) {
            (look.dark, look.transparent) = (dark, transparent);
        }
    }
}

/// What goes along with the diary, by form.
fn diary_ui(ui: &mut Ui, request: &mut DiaryRequest, format: Format) {
    if DiaryRequest::can_have_dictionary(format) {
        modal::quiet_ui(ui, "For a spreadsheet or for statistics. An empty cell is missing, never none.");
        ui.checkbox(&mut request.with_dictionary, "With a table beside it that says what the columns mean");
    } else if DiaryRequest::asks_about_person(format) {
        modal::quiet_ui(ui, "For a clinic that can read it: your answers and medicines, without your name.");
        ui.checkbox(&mut request.fhir.with_person, "With my sex and year of birth");
        ui.checkbox(&mut request.fhir.with_snomed, "With SNOMED CT codes, which need a licence in some countries");
        modal::quiet_ui(ui, fhir::notice());
    } else {
        modal::quiet_ui(ui, "RON and JSON hold everything and can be brought back in without loss.");
    }
}

/// What to say in the window, where there is no --force.
fn words(error: &ReportError) -> String {
    match error {
        ReportError::Exists(path) => {
            format!("{} is there already; choose another name, or tick to replace it.", show_path(path))
        }
        error => format!("Not saved: {error}."),
    }
}

fn running_ui(ui: &mut Ui, job: &ExportJob) {
    ui.add(egui::ProgressBar::new(job.progress()).desired_width(ui.available_width()));
    if ui.button("Stop").clicked() {
        job.cancel();
    }
    ui.ctx().request_repaint_after(std::time::Duration::from_millis(100));
}

fn done_ui(ui: &mut Ui, done: &Exported, unshown: &mut Option<String>, commands: &mut UiCommands) {
    ui.label("Saved as");
    ui.label(show_path(&done.path));
    for remark in &done.remarks {
        modal::quiet_ui(ui, remark);
    }
    if done.missing_characters > 0 {
        let missing = done.missing_characters;
        modal::quiet_ui(ui, &format!("{missing} characters could not be printed; a box stands in their place."));
    }
    ui.horizontal(|ui| {
        let hint = "With the system's own program, from where it can be printed";
        for (words, hint, what) in
            [("Open or print", hint, Showing::File), ("Show in folder", "Opens the folder it lies in", Showing::Folder)]
        {
            if ui.button(words).on_hover_text(hint).clicked() {
                *unshown = show_file(&done.path, what).err().map(|error| error.to_string());
            }
        }
    });
    if let Some(reason) = unshown {
        modal::quiet_ui(
            ui,
            &format!("The system has no program that shows it: {reason}. The file is saved all the same."),
        );
    }
    ui.add_space(8.0);
    modal::close_button_ui(ui, commands);
}

/// The whole diary, in the form that is chosen.
pub(super) fn days(workspace: &Workspace) -> Output {
    let fhir = FhirChoices { identity: workspace.diary_id(), ..FhirChoices::default() };
    Output::Diary(DiaryRequest { with_dictionary: false, fhir })
}

/// The chart of the days in view.
pub fn chart(ctx: &mut ViewContext<'_>) -> Output {
    let (first, last) = days_in_view(ctx.workspace, ctx.view, ctx.day);
    ctx.view.keep_styles();
    let (styles, today) = (ctx.view.styles.clone(), ctx.workspace.today());
    Output::Chart(ChartRequest { styles, ..ChartRequest::new(&ctx.view.series, first, last, today) })
}
