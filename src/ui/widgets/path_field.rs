//! Where a file lies: a button that asks the system, and a field to type into where no system dialog answers.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{self, RichText, TextEdit, Ui};

use crate::ui::theme::Palette;
use crate::workspace::jobs::Job;

/// What the system's dialog is asked for.
#[derive(Debug, Clone)]
pub enum Asked {
    /// A place to save to.
    Save {
        /// Suggested name.
        name: String,
        /// Kind of file and its ending.
        filter: (&'static str, &'static str),
    },
    /// A file to open.
    Open {
        /// Kinds of file.
        name: &'static str,
        /// Their endings.
        endings: Vec<&'static str>,
    },
    /// A folder.
    Folder,
}

/// A path being chosen.
#[derive(Default)]
pub struct PathField {
    /// What stands in the field.
    pub path: String,
    waiting: Option<Job<Option<PathBuf>>>,
    unanswered: bool,
}

impl PathField {
    /// A field with a path in it.
    pub fn new(path: String) -> Self {
        Self { path, ..Self::default() }
    }

    /// Shows the field and the button. The dialog runs on its own thread; the window stays usable.
    pub fn ui(&mut self, ui: &mut Ui, label: &str, asked: &Asked) {
        self.poll();
        ui.horizontal(|ui| {
            let width = (ui.available_width() - 96.0).max(120.0);
            ui.add(TextEdit::singleline(&mut self.path).desired_width(width)).accessible_name(label);
            let busy = self.waiting.is_some();
            if ui.add_enabled(!busy, egui::Button::new("Choose…")).clicked() {
                self.ask(ui.ctx().clone(), asked.clone());
            }
        });
        if self.unanswered {
            let words = "Nothing was chosen. If no dialog appeared, type the place above.";
            ui.label(RichText::new(words).color(Palette::of(ui).quiet));
        }
    }

    fn poll(&mut self) {
        let answer = self.waiting.as_ref().and_then(Job::poll);
        if let Some(answer) = answer {
            self.waiting = None;
            match answer {
                Ok(Some(path)) => {
                    self.path = path.to_string_lossy().into_owned();
                    self.unanswered = false;
                }
                Ok(None) | Err(_) => self.unanswered = true,
            }
        }
    }

    fn ask(&mut self, ctx: egui::Context, asked: Asked) {
        let wake = Arc::new(move || ctx.request_repaint());
        let job = Job::start(wake, move |_| match asked {
            Asked::Save { name, filter: (kind, ending) } => {
                rfd::FileDialog::new().set_file_name(name).add_filter(kind, &[ending]).save_file()
            }
            Asked::Open { name, endings } => rfd::FileDialog::new().add_filter(name, &endings).pick_file(),
            Asked::Folder => rfd::FileDialog::new().pick_folder(),
        });
        self.waiting = Some(job);
    }
}

/// The folder files are suggested in: the person's documents, else home, else here.
pub fn usual_folder() -> PathBuf {
    let dirs = directories::UserDirs::new();
    let documents = dirs.as_ref().and_then(|dirs| dirs.document_dir().map(std::path::Path::to_path_buf));
    let home = dirs.as_ref().map(|dirs| dirs.home_dir().to_path_buf());
    documents.filter(|folder| folder.is_dir()).or(home).unwrap_or_else(|| PathBuf::from("."))
}
