//! Looking into a file that is to be brought in: years of days take a while.

use std::path::PathBuf;

use super::Job;
use crate::import::{Preview, preview_file};
use crate::workspace::{Wake, Workspace};

/// What a file would add, or in words why it cannot be read.
pub type PreviewJob = Job<Result<Preview, String>>;

/// Starts to look into a file, against the diary as it is now.
pub fn preview(path: PathBuf, workspace: &Workspace, wake: Wake) -> PreviewJob {
    let (diary, today) = (workspace.diary().clone(), workspace.today());
    Job::start(wake, move |_| preview_file(&path, &diary, today).map_err(|error| error.to_string()))
}
