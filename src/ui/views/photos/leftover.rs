//! Pictures that are still on the disk although their photos were deleted, and the way to let them go.

use std::collections::BTreeSet;

use eframe::egui::Ui;

use crate::model::photo::BlobId;
use crate::ui::command::DialogRequest;
use crate::ui::context::ViewContext;
use crate::ui::widgets::quiet_ui;
use crate::words::{count, plain, round_to};
use crate::workspace::leftover_pictures;

/// Pictures that no photo names, as they were at a revision of the diary.
#[derive(Default)]
pub(super) struct Leftover(Option<(u64, BTreeSet<BlobId>)>);

impl Leftover {
    /// Says how many there are; nothing where there are none.
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let workspace = ctx.workspace;
        if self.0.as_ref().is_none_or(|(revision, _)| *revision != workspace.revision()) {
            let found = leftover_pictures(workspace.folder(), workspace.diary()).unwrap_or_default();
            self.0 = Some((workspace.revision(), found));
        }
        let Some((_, leftover)) = self.0.as_ref().filter(|(_, found)| !found.is_empty()) else { return };
        let bytes = workspace.photo_files().count(leftover).bytes;
        ui.horizontal_wrapped(|ui| {
            let size = plain(round_to(bytes as f64 / 1e6, -1));
            let are = if leftover.len() == 1 { "is" } else { "are" };
            let pictures = count(leftover.len(), "deleted picture", "deleted pictures");
            quiet_ui(ui, &format!("{pictures} {are} still on this disk ({size} MB)."));
            if workspace.read_only().is_none() && ui.link("Delete for good…").clicked() {
                ctx.commands.open(DialogRequest::DeletePicturesForGood(leftover.clone()));
            }
        });
    }
}
