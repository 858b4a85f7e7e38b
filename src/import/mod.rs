//! Reading files into a diary: first a preview that says everything, then, if somebody wants it, one step that can be undone.

mod cell;
mod error;
mod own_csv;
mod own_export;
mod own_file;
mod preview;

use std::path::Path;

pub use error::ImportError;
pub use preview::{BadLine, Preview};

use crate::files::{self, text_of};
use crate::model::diary::Diary;
use crate::model::text::excerpt_of;
use crate::model::time::Day;

/// The content of a file to be read, which must be of a known kind. This needs no diary, so that a file that cannot be read is
/// refused before anybody opens one.
///
/// # Errors
/// [`ImportError`] if the file is refused as a whole.
pub fn read_file(path: &Path) -> Result<Vec<u8>, ImportError> {
    Kind::of(path)?;
    files::read_file(path).map_err(|source| ImportError::Unread { path: path.to_path_buf(), source })
}

/// Reads a file and says what it would bring to a diary. Nothing is changed.
///
/// # Errors
/// [`ImportError`] if the file is refused as a whole.
pub fn preview_file(path: &Path, diary: &Diary, today: Day) -> Result<Preview, ImportError> {
    preview(path, &read_file(path)?, diary, today)
}

/// What the content of a file would bring to a diary; `path` says its kind and is named in errors.
///
/// # Errors
/// [`ImportError`] if the file is refused as a whole.
pub fn preview(path: &Path, content: &[u8], diary: &Diary, today: Day) -> Result<Preview, ImportError> {
    let kind = Kind::of(path)?;
    let text = text_of(content).map_err(|error| {
        ImportError::refused(path, usize::try_from(error.line()).unwrap_or(usize::MAX), error.to_string())
    })?;
    let mut preview = match kind {
        Kind::Table => own_csv::preview(path, text, diary, today),
        Kind::Ron => own_export::preview_ron(path, text, diary, today),
        Kind::Json => own_export::preview_json(path, text, diary, today),
    }?;
    preview.remark_far_days(diary, today);
    Ok(preview)
}

/// What a file's name says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Table,
    Ron,
    Json,
}

impl Kind {
    fn of(path: &Path) -> Result<Self, ImportError> {
        match path.extension().unwrap_or_default().to_string_lossy().to_lowercase().as_str() {
            "csv" | "tsv" | "txt" => Ok(Self::Table),
            "ron" => Ok(Self::Ron),
            "json" => Ok(Self::Json),
            _ => Err(ImportError::UnknownKind(path.to_path_buf())),
        }
    }
}

/// Name of the file for a step's label, without its folder.
fn source_name(path: &Path) -> String {
    excerpt_of(&path.file_name().unwrap_or_default().to_string_lossy(), 80)
}
