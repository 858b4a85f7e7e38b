//! Questions before something large. Both answers can be undone.

use eframe::egui::Ui;

use crate::edit::Command;
use crate::model::time::Day;
use crate::ui::context::ViewContext;
use crate::ui::modal::Dialog;
use crate::ui::modal::{self, Foot};

/// Whether to delete a whole day.
#[derive(Clone, Copy)]
pub(super) struct DeleteDay(pub Day);

impl Dialog for DeleteDay {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let (Self(day), ViewContext { workspace, commands, .. }) = (*self, ctx);
        let count = workspace.diary().day_record(day).map_or(0, |page| page.entries.len());
        modal::title_ui(ui, &format!("Delete {}?", day.short()));
        let (entries, them) =
            if count == 1 { ("1 entry goes".to_owned(), "it") } else { (format!("{count} entries go"), "them") };
        ui.label(format!("{entries}. Undo brings {them} back; courses stay."));
        ui.add_space(8.0);
        if Foot::new("Delete the day").enabled(count > 0).destroys().with_cancel_ui(ui, commands) {
            commands.edit(Command::DeleteDay { day });
            commands.close_dialog();
        }
    }

    fn has_fields(&self) -> bool {
        false
    }
}
