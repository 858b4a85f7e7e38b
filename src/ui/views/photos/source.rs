//! Where photos come from: the system's dialog, a typed place, files dropped on the window, the clipboard, and a folder that is looked at
//! while Photos is open.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use eframe::egui::{self, Event, TextEdit, Ui};

use crate::ui::view_state::ViewState;
use crate::ui::widgets::quiet_ui;
use crate::words::count;
use crate::workspace::jobs::Job;
use crate::workspace::jobs::photos::PhotoSource;

/// Endings of pictures, as phones and other programs give them. What a file is, its content says.
pub const ENDINGS: [&str; 7] = ["jpg", "jpeg", "png", "webp", "heic", "heif", "avif"];
/// How often the folder is looked at.
const LOOK_EVERY: Duration = Duration::from_secs(30);
/// The most files that the folder is searched for.
const MOST_FILES: usize = 2_000;

/// Whether a file is called like a picture.
pub fn is_called_picture(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// What is asked for, and what was found in the folder.
#[derive(Default)]
pub(super) struct Source {
    dialog: Option<Job<Option<Vec<PathBuf>>>>,
    typed: String,
    unanswered: bool,
    /// Pictures in the folder that were not offered yet, and when it was looked at.
    found: Vec<PathBuf>,
    looked: Option<f64>,
    was_focused: bool,
}

impl Source {
    /// Shows the ways in; gives what was chosen.
    pub(super) fn ui(&mut self, ui: &mut Ui, view: &mut ViewState) -> Vec<PhotoSource> {
        let mut chosen: Vec<PathBuf> = Vec::new();
        if let Some(answer) = self.dialog.as_ref().and_then(Job::poll) {
            self.dialog = None;
            let answered = answer.ok().flatten();
            self.unanswered = answered.is_none();
            chosen.extend(answered.unwrap_or_default());
        }
        ui.horizontal_wrapped(|ui| {
            if ui.add_enabled(self.dialog.is_none(), egui::Button::new("Choose photos…")).clicked() {
                self.ask(ui.ctx().clone());
            }
            let field =
                TextEdit::singleline(&mut self.typed).hint_text("or type a file or a folder").desired_width(220.0);
            let field = ui.add(field).accessible_name("File or folder of photos");
            let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            let is_typed = !self.typed.trim().is_empty();
            if (ui.add_enabled(is_typed, egui::Button::new("Look at it")).clicked() || is_entered) && is_typed {
                let path = PathBuf::from(self.typed.trim());
                chosen.extend(if path.is_dir() { pictures_in(&path) } else { vec![path] });
            }
            if Path::new(self.typed.trim()).is_dir()
                && ui
                    .button("Look there from now on")
                    .on_hover_text("New pictures in this folder are offered here")
                    .clicked()
            {
                view.photo_inbox = Some(PathBuf::from(self.typed.trim()));
                self.looked = None;
            }
        });
        if self.unanswered {
            quiet_ui(
                ui,
                "Nothing was chosen. If no dialog appeared, type the place above, or drop photos on the window.",
            );
        }
        self.inbox_ui(ui, view, &mut chosen);
        if !chosen.is_empty() {
            self.typed.clear();
            self.unanswered = false;
        }
        let files = chosen.into_iter().map(PhotoSource::File);
        files.chain(pasted(ui)).collect()
    }

    fn ask(&mut self, ctx: egui::Context) {
        let wake = Arc::new(move || ctx.request_repaint());
        self.dialog = Some(Job::start(wake, |_| rfd::FileDialog::new().add_filter("Pictures", &ENDINGS).pick_files()));
    }

    /// The folder that is looked at: when the window is come back to, and now and then while Photos is open.
    fn inbox_ui(&mut self, ui: &mut Ui, view: &mut ViewState, chosen: &mut Vec<PathBuf>) {
        let Some(inbox) = view.photo_inbox.clone() else { return };
        let (now, is_focused) = ui.input(|input| (input.time, input.focused));
        let came_back = is_focused && !self.was_focused;
        self.was_focused = is_focused;
        if came_back || self.looked.is_none_or(|looked| now - looked >= LOOK_EVERY.as_secs_f64()) {
            let is_new = |path: &PathBuf| !view.photos_offered.contains(&offered_as(path));
            self.found = pictures_in(&inbox).into_iter().filter(is_new).collect();
            self.looked = Some(now);
        }
        ui.ctx().request_repaint_after(LOOK_EVERY);
        ui.horizontal_wrapped(|ui| {
            let name = crate::model::text::show_path(&inbox);
            if self.found.is_empty() {
                quiet_ui(ui, &format!("Nothing new in {name}."));
            } else if ui.button(format!("Look at {} in {name}", count(self.found.len(), "photo", "photos"))).clicked() {
                view.photos_offered.extend(self.found.iter().map(|path| offered_as(path)));
                chosen.append(&mut self.found);
            }
            if ui.link("Do not look there any more").clicked() {
                view.photo_inbox = None;
                view.photos_offered = BTreeSet::new();
                self.found.clear();
            }
        });
    }
}

/// How a file that was offered is remembered: one that is written anew is another.
fn offered_as(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    format!("{name} {}", fs::metadata(path).map_or(0, |meta| meta.len()))
}

/// The pictures in a folder, by name. Folders in it, links and pipes are passed over.
fn pictures_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().take(MOST_FILES);
    let is_file = |entry: &fs::DirEntry| entry.file_type().is_ok_and(|kind| kind.is_file());
    let mut found: Vec<PathBuf> = entries.filter(is_file).map(|entry| entry.path()).collect();
    found.retain(|path| is_called_picture(path));
    found.sort();
    found
}

/// A picture that was pasted, unless somebody types.
fn pasted(ui: &Ui) -> Option<PhotoSource> {
    if ui.text_edit_focused() {
        return None;
    }
    ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::PasteImage(image) => {
                let [width, height] = image.size.map(|side| u32::try_from(side).unwrap_or(0));
                let rgba = image.pixels.iter().flat_map(egui::Color32::to_srgba_unmultiplied).collect();
                Some(PhotoSource::Pixels(width, height, rgba))
            }
            _ => None,
        })
    })
}
