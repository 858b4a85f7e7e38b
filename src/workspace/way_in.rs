//! The way in to a diary that this computer knows. One that is not where it was is never begun anew by itself: somebody says where it
//! lies now, brings it back from a copy, or begins another.

use std::path::{Path, PathBuf};

use super::error::WorkspaceError;
use super::known_diaries::KnownDiaries;
use super::open::Workspace;
use super::saver::Wake;
use crate::edit::Command;
use crate::edit::comparison::{compare, compare_records};
use crate::storage::copies::{CopyContents, read_copy};
use crate::storage::seal::{Secret, Vault};
use crate::storage::second_folder::take_key_along;
use crate::storage::{StorageError, Whereabouts, begin_anew};

/// The way in to a diary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Way {
    /// As ever: from the folder that was asked for.
    #[default]
    AsEver,
    /// From another folder, where it lies now.
    Elsewhere(PathBuf),
    /// As a new one, filled from a full copy.
    FromCopy(PathBuf),
    /// As a new, empty one.
    Anew,
}

impl Workspace {
    /// Opens the diary of a folder for changes, as far as this computer knows it by the way that was chosen.
    ///
    /// # Errors
    /// [`WorkspaceError::Lost`] if it is not where it was, and what opening may say.
    pub fn open_known(
        known: &KnownDiaries,
        folder: &Path,
        secret: Option<&Secret>,
        way: &Way,
        wake: Wake,
    ) -> Result<Self, WorkspaceError> {
        let open = move |folder: &Path| Self::unlock(folder, secret, wake);
        match way {
            Way::AsEver => {
                let folder = known.resolved(folder);
                match known.lost(&folder) {
                    Some(lost) => Err(WorkspaceError::Lost(Box::new(lost))),
                    None => Ok(open(&folder)?.known_to(known, &folder)),
                }
            }
            Way::Elsewhere(place) => {
                if Whereabouts::of(place) != Whereabouts::Diary {
                    return Err(StorageError::NoDiaryThere { folder: place.clone() }.into());
                }
                let opened = open(place)?;
                known.remember_move(folder, place);
                Ok(opened.known_to(known, place))
            }
            Way::FromCopy(copy) => {
                // All that may fail is tried before anything is made.
                let held = held_by(copy, secret)?;
                let has_key = take_key_along(copy, folder)?;
                begin_anew(folder, has_key)?;
                let mut opened = open(folder)?;
                let command = all_of(&opened, copy, &held);
                opened.submit(command)?;
                known.forget(folder);
                Ok(opened.known_to(known, folder))
            }
            Way::Anew => {
                begin_anew(folder, false)?;
                let opened = open(folder)?;
                known.forget(folder);
                Ok(opened.known_to(known, folder))
            }
        }
    }
}

/// What a full copy holds, opened with what opens its lock.
fn held_by(copy: &Path, secret: Option<&Secret>) -> Result<CopyContents, WorkspaceError> {
    let home = copy.parent().unwrap_or(Path::new("."));
    let vault = match secret {
        Some(secret) => Vault::unlock(home, secret)?,
        None if Vault::is_needed(home)? => return Err(StorageError::Locked { folder: home.to_path_buf() }.into()),
        None => Vault::default(),
    };
    Ok(read_copy(copy, &vault)?)
}

/// The command that takes over all that a copy says otherwise.
fn all_of(workspace: &Workspace, copy: &Path, held: &CopyContents) -> Command {
    let diary = workspace.diary();
    let days = compare(diary, None, &held.days).into_iter().map(|found| found.other).collect();
    let records =
        compare_records(diary, &held.records, workspace.today()).into_iter().map(|found| found.other).collect();
    Command::Restore { source: held.name(copy), days, records }
}
