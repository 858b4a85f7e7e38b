//! Why a chart or a report was not made: what, where, and what to do.

use std::path::PathBuf;

use super::chart::ChartError;
use crate::model::text::show_path;
use crate::model::time::Day;

/// Why a chart or a report was not made, or not written.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// There is nothing to draw.
    #[error(transparent)]
    Chart(#[from] ChartError),
    /// The period runs backwards.
    #[error("the first day {first} lies after the last day {last}; swap them")]
    Backwards {
        /// First day asked for.
        first: Day,
        /// Last day asked for.
        last: Day,
    },
    /// The person stopped it.
    #[error("stopped; nothing was written")]
    Cancelled,
    /// The picture, document or file could not be put together.
    #[error("the {what} could not be made: {reason}; please choose another format and report this")]
    Format {
        /// What was being made.
        what: &'static str,
        /// What was said.
        reason: String,
    },
    /// The file is there already.
    #[error("{}: this file is there already; choose another name or allow overwriting with --force", show_path(.0))]
    Exists(PathBuf),
    /// The folder of the file is not there.
    #[error("{}: the folder for this file does not exist; make it first or choose another", show_path(.0))]
    NoFolder(PathBuf),
    /// The operating system refused.
    #[error("{}: cannot be written: {source}; check the disk and the rights of the folder", show_path(path))]
    Io {
        /// Where.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
}

/// Told how far long work is, 0 to 1; answers whether to go on. A report that is told no ends with
/// [`ReportError::Cancelled`] and leaves nothing behind.
pub type Progress<'a> = &'a dyn Fn(f32) -> bool;

/// Reports progress, and ends the work if it is no longer wanted.
pub(super) fn step(progress: Progress<'_>, done: f32) -> Result<(), ReportError> {
    if progress(done.clamp(0.0, 1.0)) { Ok(()) } else { Err(ReportError::Cancelled) }
}
