//! Questions before something large. Both answers can be undone.

use eframe::egui::Ui;

use super::foot::Foot;
use crate::edit::Command;
use crate::model::time::Day;
use crate::ui::request::{Outbox, Request};
use crate::workspace::Workspace;

/// Whether to delete a whole day.
pub fn delete_day(ui: &mut Ui, day: Day, workspace: &Workspace, outbox: &mut Outbox) {
    let count = workspace.diary().page(day).map_or(0, |page| page.entries.len());
    super::title(ui, &format!("Delete {}?", day.short()));
    let (entries, them) =
        if count == 1 { ("1 entry goes".to_owned(), "it") } else { (format!("{count} entries go"), "them") };
    ui.label(format!("{entries}. Undo brings {them} back while the window is open; courses stay."));
    ui.add_space(8.0);
    if Foot::new("Delete the day").enabled(count > 0).destroys().with_cancel(ui, outbox) {
        outbox.edit(Command::DeleteDay { day });
        outbox.push(Request::CloseDialog);
    }
}
