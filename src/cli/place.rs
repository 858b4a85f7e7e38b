//! Which diary a command speaks of, the one in a folder or the made-up sample, and how it is opened and left.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::exit::{Code, Failure};
use super::output::tell;
use super::passphrase::unlock;
use crate::storage::seal::Vault;
use crate::storage::{Access, ReadOnly};
use crate::workspace::{KnownDiaries, Workspace, folders};

/// Which diary a command speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The diary in a folder.
    Folder(PathBuf),
    /// The made-up sample, which is read and drawn but never written.
    Sample,
}

/// Says what was found and could not be done while opening, a line each.
pub(super) fn tell_found(workspace: &Workspace) {
    let report = workspace.report();
    for problem in report.problems.iter().chain(&report.stalled) {
        tell(&problem.to_string());
    }
    for notice in workspace.unread_whereabouts() {
        tell(&format!("{}: {}; {} (“gutskin check” takes this as read)", notice.place, notice.what, notice.done));
    }
}

impl Place {
    /// The folder, if it is not the sample.
    pub(super) fn folder(&self) -> Option<&Path> {
        match self {
            Self::Folder(folder) => Some(folder),
            Self::Sample => None,
        }
    }

    /// Opens the diary for reading.
    pub(super) fn open_to_read(&self) -> Result<Workspace, Failure> {
        let workspace = match self {
            Self::Folder(folder) => {
                not_lost(folder)?;
                open(folder, Access::Read)?
            }
            Self::Sample => Workspace::open_sample(Arc::new(|| ()))?,
        };
        tell_found(&workspace);
        Ok(workspace)
    }

    /// The folder, for a command that writes or checks files.
    pub(super) fn own_folder(&self) -> Result<&Path, Failure> {
        let refused = "the sample diary is only looked at; leave out --demo to use your own";
        let folder = self.folder().ok_or_else(|| Failure::new(Code::Usage, refused))?;
        not_lost(folder)?;
        Ok(folder)
    }
}

/// A diary that this computer knows from a folder, and that is not there any more, is never begun anew by itself.
fn not_lost(folder: &Path) -> Result<(), Failure> {
    KnownDiaries::of_this_user().lost(folder).map_or(Ok(()), |lost| Err(Failure::lost(&lost)))
}

/// The diaries that this computer knows, where this folder counts among them: the usual one, and each that a window opened. Whoever
/// names another folder on the command line looks after it alone, as a script does.
pub(super) fn those_with(folder: &Path) -> Option<KnownDiaries> {
    let known = KnownDiaries::of_this_user();
    let is_usual = folders::diary().is_some_and(|usual| usual == folder);
    (is_usual || known.in_folder(folder).is_some()).then_some(known)
}

/// What was printed of a damaged or a newer diary may lack something, so the command does not end as if all were well.
pub(super) fn admit_damage(workspace: &Workspace, place: &Place) -> Result<(), Failure> {
    match (&workspace.report().read_only, place.folder()) {
        (Some(reason @ (ReadOnly::Damaged | ReadOnly::Newer { .. })), Some(folder)) => {
            Err(Failure::read_only(folder, reason))
        }
        _ => Ok(()),
    }
}

/// Whether there is nothing at all in a folder yet.
pub(super) fn is_new(folder: &Path) -> bool {
    match std::fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
    }
}

/// Opens a diary, which may be encrypted.
pub(super) fn open(folder: &Path, access: Access) -> Result<Workspace, Failure> {
    open_with(folder, access, &unlock(folder)?)
}

/// The same, its lock being open.
pub(super) fn open_with(folder: &Path, access: Access, vault: &Vault) -> Result<Workspace, Failure> {
    Ok(Workspace::open_with(folder, access, vault, Arc::new(|| ()))?)
}

/// Opens for writing, or says who has it.
pub(super) fn open_to_write(folder: &Path) -> Result<Workspace, Failure> {
    open_to_write_with(folder, &unlock(folder)?)
}

/// The same, its lock being open.
pub(super) fn open_to_write_with(folder: &Path, vault: &Vault) -> Result<Workspace, Failure> {
    let mut workspace = open_with(folder, Access::Write, vault)?;
    if let Some(known) = those_with(folder) {
        workspace = workspace.known_to(&known, folder);
    }
    match workspace.report().read_only.as_ref() {
        None => {
            tell_found(&workspace);
            Ok(workspace)
        }
        Some(reason) => Err(Failure::read_only(folder, reason)),
    }
}

/// Waits for the disk; what it refuses is given up, so that a failed command leaves the diary as it was.
pub(super) fn finish(workspace: &Workspace) -> Result<(), Failure> {
    workspace.wait_until_saved().inspect_err(|_| workspace.abandon_unsaved()).map_err(Failure::from)
}
