//! What a panel asks for. Panels never change the diary: they push requests, and the app carries them out after the frame.

use std::sync::Arc;

use super::actions::Action;
use super::dialogs::Dialog;
use super::view_state::View;
use crate::edit::Command;
use crate::model::food_line::FoodId;
use crate::model::time::Day;
use crate::report::plate::Plate;

/// What a panel asks for.
#[derive(Debug, Clone)]
pub enum Request {
    /// Change the diary.
    Edit(Command),
    /// Open a day on the left.
    OpenDay(Day),
    /// Something from the menu.
    Do(Action),
    /// Show a view in the centre.
    Show(View),
    /// Plot one series, in the place of the first.
    Plot(String),
    /// Compare the days before and after what began on a day, by the first words of its name.
    Compare(Day, String),
    /// Save a figure of the analysis.
    SavePlate(Arc<Plate>),
    /// Open the page of one food.
    OpenFood(FoodId),
    /// Open a dialog.
    Ask(Box<Dialog>),
    /// Close the dialog.
    CloseDialog,
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

    /// Asks for something from the menu.
    pub fn act(&mut self, action: Action) {
        self.0.push(Request::Do(action));
    }

    /// Asks for a dialog.
    pub fn ask(&mut self, dialog: Dialog) {
        self.0.push(Request::Ask(Box::new(dialog)));
    }

    /// Asks for anything.
    pub fn push(&mut self, request: Request) {
        self.0.push(request);
    }
}
