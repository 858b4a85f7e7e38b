//! Bringing days in from a file: first a look at what it would add, then one press.

use std::path::Path;

use eframe::egui::{RichText, ScrollArea, Ui};

use crate::import::{Preview, preview_file};
use crate::ui::request::{Outbox, Request};
use crate::ui::theme::Palette;
use crate::ui::widgets::path_field::{Asked, PathField};
use crate::workspace::Workspace;

/// A file to be brought in.
#[derive(Debug, Clone, Default)]
pub struct ImportDraft {
    place: PathField,
    seen: Option<Result<Preview, String>>,
    seen_path: String,
}

impl ImportDraft {
    pub(super) fn show(&mut self, ui: &mut Ui, workspace: &Workspace, outbox: &mut Outbox) {
        super::title(ui, "Bring days in");
        super::quiet(
            ui,
            "A CSV with one row a day and the keys of the fields as columns, or a RON file saved by Gutskin. Nothing is added before you have seen what would be.",
        );
        let asked = Asked::Open { name: "Days", endings: &["csv", "ron"] };
        self.place.show(ui, "File to bring in", &asked);
        if self.place.path != self.seen_path {
            self.seen = None;
        }
        match &self.seen {
            None => {
                let ready = !self.place.path.trim().is_empty();
                if super::foot(ui, "Look at it", ready, outbox) {
                    self.seen_path.clone_from(&self.place.path);
                    let path = Path::new(self.place.path.trim());
                    self.seen = Some(
                        preview_file(path, workspace.diary(), workspace.today()).map_err(|error| error.to_string()),
                    );
                }
            }
            Some(Err(reason)) => {
                ui.label(RichText::new(reason).color(Palette::of(ui).attention));
                super::foot(ui, "Add these", false, outbox);
            }
            Some(Ok(preview)) => {
                ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
                    for line in preview.lines() {
                        ui.label(line);
                    }
                });
                if super::foot(ui, "Add these", !preview.commands.is_empty(), outbox) {
                    for command in preview.commands.clone() {
                        outbox.edit(command);
                    }
                    outbox.push(Request::CloseDialog);
                }
            }
        }
    }
}
