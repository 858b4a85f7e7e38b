//! Saving a chart, a report or all days as a file.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use eframe::egui::{self, RichText, Ui};

use crate::model::stretch::{everything, logged_before};
use crate::model::text::show_path;
use crate::report::ReportError;
use crate::report::doctor::ReportRequest;
use crate::report::output::{Format, Output, make};
use crate::report::series_style::SeriesStyles;
use crate::report::write::{check_place, write_file};
use crate::storage::ReadOnly;
use crate::ui::job::{Job, Shared};
use crate::ui::request::Outbox;
use crate::ui::theme::Palette;
use crate::ui::widgets::path_field::{Asked, PathField, usual_folder};
use crate::ui::widgets::segmented;
use crate::words::count;
use crate::workspace::{Wake, Workspace};

/// What was written, or why nothing was.
type Answer = Result<(PathBuf, usize), String>;

/// A file to be saved.
#[derive(Clone)]
pub struct ExportDraft {
    output: Output,
    format: Format,
    place: PathField,
    replace: bool,
    period_days: Option<i32>,
    running: Option<Shared<Answer>>,
    answer: Option<Answer>,
}

impl std::fmt::Debug for ExportDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ExportDraft").field("output", &self.output).field("place", &self.place).finish_non_exhaustive()
    }
}

impl ExportDraft {
    /// A draft for what is to be saved.
    pub fn new(output: Output, workspace: &Workspace) -> Self {
        let format = output.kind().usual_format();
        let name = format!("{}-{}.{}", output.stem(), workspace.today(), format.ending);
        let place = PathField::new(usual_folder().join(name).to_string_lossy().into_owned());
        Self { output, format, place, replace: false, period_days: Some(90), running: None, answer: None }
    }

    pub(super) fn show(&mut self, ui: &mut Ui, workspace: &Workspace, wake: &Wake, outbox: &mut Outbox) {
        let title = match &self.output {
            Output::Chart(_) => "Save the chart",
            Output::Figure(_) => "Save the figure",
            Output::Report(_) => "Save a report for the doctor",
            Output::Diary => "Save all days",
        };
        super::title(ui, title);
        self.poll();
        if let Some(job) = self.running.clone() {
            running_ui(ui, &job);
            return;
        }
        if let Some(Ok((path, missing))) = &self.answer {
            done_ui(ui, path, *missing, outbox);
            return;
        }
        self.choices_ui(ui, workspace);
        if let Some(Err(reason)) = &self.answer {
            ui.label(RichText::new(reason).color(Palette::of(ui).attention));
        }
        ui.add_space(8.0);
        let ready = !self.place.path.trim().is_empty() && (self.replace || !self.is_there());
        if super::foot(ui, "Save", ready, outbox) {
            self.start(workspace, wake);
        }
    }

    fn choices_ui(&mut self, ui: &mut Ui, workspace: &Workspace) {
        let formats = self.output.kind().formats();
        let choices: Vec<(Format, &str)> = formats.iter().map(|format| (*format, format.name)).collect();
        if let Some(format) = segmented::show(ui, "Form", Some(self.format), &choices) {
            self.format = format;
            let path = format.rename(&formats, Path::new(&self.place.path));
            self.place.path = path.to_string_lossy().into_owned();
            self.answer = None;
        }
        self.period_ui(ui, workspace);
        let name = Path::new(&self.place.path).file_name().map(|name| name.to_string_lossy().into_owned());
        let asked = Asked::Save { name: name.unwrap_or_default(), filter: (self.format.name, self.format.ending) };
        self.place.show(ui, "Save as", &asked);
        // An ending that was typed says which form is meant.
        self.format = Format::by_name(&formats, Path::new(self.place.path.trim())).unwrap_or(self.format);
        let lacks = workspace.report().read_only == Some(ReadOnly::Damaged);
        if lacks {
            super::quiet(ui, "Parts of this diary cannot be read now; the file will be without them.");
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

    fn period_ui(&mut self, ui: &mut Ui, workspace: &Workspace) {
        match &mut self.output {
            Output::Chart(chart) => {
                let (first, last) = (chart.first.short(), chart.last.short());
                super::quiet(ui, &format!("The days in view: {first} to {last}."));
            }
            Output::Report(request) => {
                let periods =
                    [(Some(30), "30 days"), (Some(90), "90 days"), (Some(365), "a year"), (None, "everything")];
                if let Some(period) = segmented::show(ui, "Period", Some(self.period_days), &periods) {
                    self.period_days = period;
                }
                let today = workspace.today();
                let stretches = workspace.diary().stretches();
                let earliest = everything(&stretches).map_or(today, |(first, _)| first.min(today));
                (request.first, request.last) = (self.period_days.map_or(earliest, |days| today.plus(1 - days)), today);
                let left_out = logged_before(&stretches, earliest);
                if self.period_days.is_none() && left_out > 0 {
                    let days = count(left_out, "day", "days");
                    super::quiet(ui, &format!("From {} on. Left out, far before: {days}.", earliest.short()));
                }
                let mut in_words = request.with_notes && request.with_meals;
                ui.checkbox(&mut in_words, "With my notes, meals and doses in words");
                (request.with_notes, request.with_meals) = (in_words, in_words);
            }
            Output::Figure(figure) => super::quiet(ui, &figure.scene.title),
            Output::Diary => super::quiet(ui, "CSV for a spreadsheet; RON can be brought back in without loss."),
        }
    }

    fn is_there(&self) -> bool {
        Path::new(self.place.path.trim()).exists()
    }

    fn start(&mut self, workspace: &Workspace, wake: &Wake) {
        let path = PathBuf::from(self.place.path.trim());
        if let Err(error) = check_place(&path, self.replace) {
            self.answer = Some(Err(words(&error)));
            return;
        }
        let (diary, table) = (workspace.diary().clone(), workspace.table());
        let (output, format, replace) = (self.output.clone(), self.format, self.replace);
        let job = Job::start(wake.clone(), move |ticket| {
            let made =
                make(&diary, &table, &output, format, &|done| ticket.tell(done)).map_err(|error| words(&error))?;
            write_file(&path, &made.bytes, replace).map_err(|error| words(&error))?;
            Ok((path, made.missing_characters))
        });
        self.answer = None;
        self.running = Some(Arc::new(Mutex::new(job)));
    }

    fn poll(&mut self) {
        let answer = self.running.as_ref().and_then(|job| job.lock().ok().and_then(|job| job.poll()));
        if let Some(answer) = answer {
            self.running = None;
            self.answer =
                Some(answer.unwrap_or_else(|_| Err("the work stopped without a result; please try again".to_owned())));
        }
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

fn running_ui(ui: &mut Ui, job: &Shared<Answer>) {
    let done = job.lock().map_or(0.0, |job| job.done());
    ui.add(egui::ProgressBar::new(done).desired_width(ui.available_width()));
    if ui.button("Stop").clicked()
        && let Ok(job) = job.lock()
    {
        job.stop();
    }
    ui.ctx().request_repaint_after(std::time::Duration::from_millis(100));
}

fn done_ui(ui: &mut Ui, path: &Path, missing: usize, outbox: &mut Outbox) {
    ui.label("Saved as");
    ui.label(show_path(path));
    if missing > 0 {
        super::quiet(ui, &format!("{missing} characters could not be printed; a box stands in their place."));
    }
    ui.add_space(8.0);
    super::close_button(ui, outbox);
}

/// The report of the last three months, before the person chooses otherwise.
pub fn report(workspace: &Workspace, styles: &SeriesStyles) -> Output {
    let today = workspace.today();
    let mut request = ReportRequest::new(today.plus(-89), today, today);
    request.with_meals = true;
    request.made_up = workspace.is_made_up();
    request.styles = styles.clone();
    Output::Report(request)
}
