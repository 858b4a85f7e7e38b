//! What a panel asks for. Panels never change the diary: they push requests, and the app carries them out after the frame.

use crate::edit::Command;
use crate::model::time::Day;

/// What a panel asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Request {
    /// Change the diary.
    Edit(Command),
    /// Open a day on the left.
    OpenDay(Day),
    /// Take the last step back.
    Undo,
    /// Make the last undone step again.
    Redo,
}

/// Requests of one frame.
#[derive(Debug, Default)]
pub struct Outbox(pub Vec<Request>);

impl Outbox {
    /// Asks for a change of the diary.
    pub fn edit(&mut self, command: Command) {
        self.0.push(Request::Edit(command));
    }

    /// Asks for anything.
    pub fn push(&mut self, request: Request) {
        self.0.push(request);
    }
}
