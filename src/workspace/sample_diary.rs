//! The made-up sample as an open diary: in a temporary folder, which goes away with it.

use super::error::WorkspaceError;
use super::open::Workspace;
use super::saver::Wake;
use crate::model::time::Day;
use crate::sample;
use crate::storage::Access;

impl Workspace {
    /// Opens the made-up sample diary in a temporary folder, which goes away with the workspace.
    ///
    /// # Errors
    /// [`WorkspaceError::NoTemporaryFolder`], or what opening a new diary may say.
    pub fn open_sample(wake: Wake) -> Result<Self, WorkspaceError> {
        Self::open_sample_on(None, wake)
    }

    /// The sample as it would be opened on a given day, so that pictures of it never change.
    ///
    /// # Errors
    /// As [`open_sample`](Self::open_sample).
    pub fn open_sample_on(today: Option<Day>, wake: Wake) -> Result<Self, WorkspaceError> {
        let folder = tempfile::Builder::new().prefix("gutskin-sample-").tempdir();
        let folder = folder.map_err(|error| WorkspaceError::NoTemporaryFolder(error.to_string()))?;
        let mut workspace = Self::open(folder.path(), Access::Write, wake)?;
        if let Some(today) = today {
            workspace.session.pretend_today(today);
        }
        for command in sample::sample(sample::SEED, workspace.today()).into_commands() {
            workspace.submit(command)?;
        }
        workspace.add_drawn_photos()?;
        // The sample is where this diary starts: there is nothing to undo yet.
        workspace.session.forget_history();
        workspace.made_up = Some(folder);
        Ok(workspace)
    }

    /// Whether everything in this diary is made up.
    pub fn is_made_up(&self) -> bool {
        self.made_up.is_some()
    }
}
