//! Whether something that needs a doctor keeps trials closed now. One place asks for all of the window.

use crate::evidence::red_flags::{Level, red_flags};
use crate::workspace::Workspace;

/// Whether trials, and with them every aim, are silent on this day.
pub fn trials_are_silent(workspace: &Workspace) -> bool {
    let flags = red_flags(workspace.diary(), &workspace.table(), workspace.today());
    flags.iter().any(|flag| flag.level != Level::Support)
}
