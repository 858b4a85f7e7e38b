//! What a panel asks for. Panels never change the diary: they push requests, and the app carries them out after the frame.

use std::sync::Arc;

use super::actions::Action;
use super::dialogs::Dialog;
use crate::edit::Command;
use crate::model::food_line::FoodId;
use crate::model::time::Day;
use crate::report::exportable_figure::ExportableFigure;
use crate::workspace::Notice;

/// What a panel asks for.
#[derive(Debug, Clone)]
pub enum Request {
    /// Change the diary.
    Edit(Command),
    /// Open a day in the forms.
    OpenDay(Day),
    /// Show the forms in a slim window.
    ShowForms,
    /// Something from the menu.
    Do(Action),
    /// Plot one series, in the place of the first.
    Plot(String),
    /// Compare the days before and after what began on a day, by the first words of its name.
    Compare(Day, String),
    /// Save a figure of the analysis.
    SavePlate(Arc<ExportableFigure>),
    /// Open the page of one food.
    OpenFood(FoodId),
    /// Somebody has read and understood what was found about the files of the diary.
    Understand(Box<Notice>),
    /// Open a dialog.
    Ask(Box<Dialog>),
    /// Close the dialog.
    CloseDialog,
    /// Close the window after adding what was typed and not added, or without it.
    CloseAfter {
        /// Whether to add it.
        add: bool,
    },
    /// Close the window, whatever is not saved.
    CloseAnyway,
}

/// Requests of one frame.
#[derive(Debug, Default)]
pub struct Outbox(pub Vec<Request>);

impl Outbox {
    /// Asks for a change of the diary.
    pub fn edit(&mut self, command: Command) {
        self.0.push(Request::Edit(command));
    }

    /// Asks for several changes that are one act, under the name of that act.
    pub fn edit_all(&mut self, label: &str, steps: Vec<Command>) {
        self.0.extend(Command::of_steps(label, steps).map(Request::Edit));
    }

    /// Asks for something from the menu.
    pub fn act(&mut self, action: Action) {
        self.0.push(Request::Do(action));
    }

    /// Asks for a dialog.
    pub fn ask(&mut self, dialog: Dialog) {
        self.0.push(Request::Ask(Box::new(dialog)));
    }

    /// How many changes of the diary were asked for.
    pub fn edits(&self) -> usize {
        self.0.iter().filter(|request| matches!(request, Request::Edit(_))).count()
    }

    /// Asks for anything.
    pub fn push(&mut self, request: Request) {
        self.0.push(request);
    }
}
