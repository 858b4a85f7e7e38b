//! Foods and meals dragged from meal to meal.

use eframe::egui::{CornerRadius, Stroke, StrokeKind, Ui};

use crate::edit::Command;
use crate::model::entry::EntryId;
use crate::model::time::Day;
use crate::ui::command::UiCommands;
use crate::ui::theme::{Palette, ROUNDING_SMALL};

/// What is being dragged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dragged {
    /// The day it is on.
    pub day: Day,
    /// The meal it is of.
    pub from: EntryId,
    /// The place of the food in it; `None` for the whole meal.
    pub line: Option<usize>,
}

/// Whether something is being dragged on a day.
pub fn is_dragging(ui: &Ui, day: Day) -> bool {
    eframe::egui::DragAndDrop::payload::<Dragged>(ui.ctx()).is_some_and(|dragged| dragged.day == day)
}

/// Shows something that foods can be dropped on: a meal of the day, or with `None` the place of a new one.
pub fn target_ui(
    ui: &mut Ui,
    commands: &mut UiCommands,
    day: Day,
    to: Option<EntryId>,
    add: impl FnOnce(&mut Ui, &mut UiCommands),
) {
    let response = ui.scope(|ui| add(ui, commands)).response;
    let fits = |dragged: &Dragged| dragged.day == day && Some(dragged.from) != to;
    if response.dnd_hover_payload::<Dragged>().is_some_and(|dragged| fits(&dragged)) {
        let stroke = Stroke::new(2.0, Palette::of(ui).accent);
        let radius = CornerRadius::same(ROUNDING_SMALL);
        ui.painter().rect_stroke(response.rect.expand(2.0), radius, stroke, StrokeKind::Outside);
    }
    if let Some(dragged) = response.dnd_release_payload::<Dragged>().filter(|dragged| fits(dragged)) {
        commands.edit(Command::MoveFood { day, from: dragged.from, line: dragged.line, to });
    }
}
