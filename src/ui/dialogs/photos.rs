//! What is asked before pictures go for good.

use std::collections::BTreeSet;

use eframe::egui::Ui;

use crate::model::photo::{BlobId, PhotoId};
use crate::ui::command::UiCommand;
use crate::ui::context::ViewContext;
use crate::ui::modal::{self, Dialog, Foot};
use crate::ui::theme::space;
use crate::words::count;

/// What goes.
pub(super) enum DeleteForGood {
    /// Photos of the diary.
    Photos(Vec<PhotoId>),
    /// Pictures that no photo names.
    Pictures(BTreeSet<BlobId>),
}

impl DeleteForGood {
    fn count(&self) -> usize {
        match self {
            Self::Photos(ids) => ids.len(),
            Self::Pictures(pictures) => pictures.len(),
        }
    }
}

impl Dialog for DeleteForGood {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let pictures = count(self.count(), "picture", "pictures");
        modal::title_ui(ui, &format!("Delete {pictures} for good?"));
        ui.label(
            "Nothing brings them back, not even undo. What the diary said of them, days and places without pixels, stays in its \
             backups. Copies that you made of the folder, and the files that you chose, are not touched.",
        );
        ui.add_space(space::ROW);
        if Foot::new("Delete for good").enabled(self.count() > 0).destroys().with_cancel_ui(ui, ctx.commands) {
            let command = match self {
                Self::Photos(ids) => UiCommand::DeletePhotosForGood(std::mem::take(ids)),
                Self::Pictures(pictures) => UiCommand::DeletePicturesForGood(std::mem::take(pictures)),
            };
            ctx.commands.push(command);
            ctx.commands.close_dialog();
        }
    }

    fn has_fields(&self) -> bool {
        false
    }
}
