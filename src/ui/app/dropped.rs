//! Files dropped on the window: pictures go to Photos, anything else is offered for import. Nothing is taken in by the drop alone.

use std::path::PathBuf;

use eframe::egui::Ui;

use super::App;
use crate::ui::command::{Destination, DialogRequest, UiCommands};
use crate::ui::views::is_called_picture;

impl App {
    pub(super) fn dropped(&self, ui: &Ui, commands: &mut UiCommands) {
        if self.dialog.is_some() {
            return;
        }
        let dropped: Vec<PathBuf> =
            ui.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_path_buf()).collect());
        let (pictures, others): (Vec<PathBuf>, Vec<PathBuf>) =
            dropped.into_iter().partition(|path| is_called_picture(path));
        if !pictures.is_empty() {
            commands.go(Destination::AddPhotos(pictures));
        } else if let Some(first) = others.into_iter().next() {
            commands.open(DialogRequest::Import(Some(first)));
        }
    }
}
