//! Reading files into a diary, in three stages: one of the [`formats`] reads what the file says ([`ForeignDiary`]), the mapping
//! finds what that is in a diary, and the preview says everything before, if somebody wants it, one step brings it.
//!
//! A format is one file in `formats` and its line in the list there.

mod error;
mod foreign;
mod formats;
mod importer;
mod mapping;
mod preview;
pub mod registry;
mod source;
mod warnings;

use std::path::Path;

pub use error::ImportError;
pub use foreign::{ForeignCell, ForeignDiary, ForeignEntry, ForeignRecord, OwnThings, Standing, TrialAnswer};
pub use importer::{Confidence, Importer};
pub use preview::Preview;
pub use source::Source;
pub use warnings::{BadLine, Warnings};

use crate::files::{self, ReadError};
use crate::model::diary::Diary;
use crate::model::time::Day;

/// The content of a file that some format may read. This needs no diary, so that a file that cannot be read is refused before
/// anybody opens one.
///
/// # Errors
/// [`ImportError`] if the file is refused as a whole.
pub fn read_file(path: &Path) -> Result<Vec<u8>, ImportError> {
    let content = files::read_file(path).map_err(|source| match source {
        // Neither a file nor named like one that could be read: the name is the slip.
        ReadError::NotAFile(_) if !registry::is_known(path) => ImportError::UnknownKind(path.to_path_buf()),
        source => ImportError::Unread { path: path.to_path_buf(), source },
    })?;
    registry::choose(&Source::new(path, &content))?;
    Ok(content)
}

/// Reads a file and says what it would bring to a diary. Nothing is changed.
///
/// # Errors
/// [`ImportError`] if the file is refused as a whole.
pub fn preview_file(path: &Path, diary: &Diary, today: Day) -> Result<Preview, ImportError> {
    preview(path, &read_file(path)?, diary, today)
}

/// What the content of a file would bring to a diary; `path` is named in errors, and its ending counts where the content could
/// be several things.
///
/// # Errors
/// [`ImportError`] if the file is refused as a whole.
pub fn preview(path: &Path, content: &[u8], diary: &Diary, today: Day) -> Result<Preview, ImportError> {
    let source = Source::new(path, content);
    let mut warnings = Warnings::default();
    let foreign = registry::choose(&source)?.read(&source, &mut warnings)?;
    let mut preview = Preview::of_file(source.name());
    let steps = mapping::steps(foreign, &source, diary, today, &mut preview, &mut warnings)?;
    preview.conclude(steps, warnings, &source, diary, today)?;
    Ok(preview)
}
