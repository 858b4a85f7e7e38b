//! Which diary a command speaks of: the one in a folder, or the made-up sample.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::exit::{Code, Failure, tell};
use crate::storage::{Access, ReadOnly};
use crate::workspace::Workspace;

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
            Self::Folder(folder) => Workspace::open(folder, Access::Read, Arc::new(|| ()))?,
            Self::Sample => Workspace::open_sample(Arc::new(|| ()))?,
        };
        if let (Some(reason @ ReadOnly::Newer { .. }), Some(folder)) = (&workspace.report().read_only, self.folder()) {
            return Err(Failure::read_only(folder, reason));
        }
        tell_found(&workspace);
        Ok(workspace)
    }

    /// The folder, for a command that writes or checks files.
    pub(super) fn own_folder(&self) -> Result<&Path, Failure> {
        let refused = "the sample diary is only looked at; leave out --demo to use your own";
        self.folder().ok_or_else(|| Failure::new(Code::Usage, refused))
    }
}
