//! What cannot wait is said on standard error, too, after everything is saved: whoever logs from a command line sees no banner.

use std::collections::BTreeSet;

use super::output::tell;
use crate::columns::DayTable;
use crate::evidence::safety::{Flag, flags};
use crate::workspace::Workspace;

/// What was said in this run, so that nothing is said twice.
#[derive(Default)]
pub(super) struct Urgent {
    said: BTreeSet<String>,
}

impl Urgent {
    /// Says what cannot wait, by everything that is known.
    pub(super) fn say(&mut self, workspace: &Workspace) {
        self.say_of(&flags(workspace.diary(), &workspace.table(), workspace.today()));
    }

    /// Says what single answers tell alone, such as the tick of a warning sign: between lines that still arrive no day table is
    /// worked out.
    pub(super) fn say_of_answers(&mut self, workspace: &Workspace) {
        let today = workspace.today();
        self.say_of(&flags(workspace.diary(), &DayTable::empty(today), today));
    }

    fn say_of(&mut self, flags: &[Flag]) {
        for flag in flags.iter().filter(|flag| flag.level.is_said_at_once()) {
            if self.said.insert(flag.id.clone()) {
                tell(&flag.line());
            }
        }
    }
}
