//! Copies of an open diary: one more of the whole, and those in a second folder.

use std::path::PathBuf;

use super::error::WorkspaceError;
use super::open::Workspace;
use super::second_copies::SecondState;

impl Workspace {
    /// How the copies in a second folder stand.
    pub fn second_copies(&self) -> SecondState {
        self.second.as_ref().map(super::second_copies::SecondCopies::state).unwrap_or_default()
    }

    /// Chooses a second folder for full copies, or none, and begins to bring a copy of the diary as it is now there;
    /// [`second_copies`](Self::second_copies) says how that stands.
    ///
    /// # Errors
    /// [`WorkspaceError::ReadOnly`].
    pub fn choose_second_folder(&self, place: Option<PathBuf>) -> Result<(), WorkspaceError> {
        self.check_writable()?;
        let is_some = place.is_some();
        if let Some(second) = &self.second {
            second.choose(place);
        }
        if is_some { self.back_up() } else { Ok(()) }
    }

    /// Makes a full copy of the diary as it is now, after what waits to be saved, here and in the second folder.
    ///
    /// # Errors
    /// [`WorkspaceError::ReadOnly`].
    pub fn back_up(&self) -> Result<(), WorkspaceError> {
        self.check_writable()?;
        if let Some(saver) = &self.saver {
            saver.back_up();
        }
        Ok(())
    }

    /// Begins to read all full copies, here and in the second folder.
    ///
    /// # Errors
    /// [`WorkspaceError::ReadOnly`].
    pub fn verify_copies(&self) -> Result<(), WorkspaceError> {
        self.check_writable()?;
        if let Some(second) = &self.second {
            second.verify();
        }
        Ok(())
    }
}
