//! Whether something that needs a doctor keeps trials closed now. One place asks for all of the window.

use crate::evidence::safety::silences;
use crate::workspace::Workspace;

/// Whether trials, and with them every aim, are silent on this day.
pub fn trials_are_silent(workspace: &Workspace) -> bool {
    let silenced = silences(&workspace.flags());
    silenced.everything || silenced.trials
}
