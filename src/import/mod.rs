//! Reading files into a diary: first a preview that says everything, then, if somebody wants it, one step that can be undone.

mod error;
mod own_csv;
mod own_export;
mod preview;

use std::path::Path;

pub use error::ImportError;
pub use preview::{BadLine, Preview};

use crate::model::diary::Diary;
use crate::model::time::Day;

/// The largest file that is read.
pub const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// Reads a file and says what it would bring to a diary. Nothing is changed.
///
/// # Errors
/// [`ImportError`] if the file is refused as a whole.
pub fn preview_file(path: &Path, diary: &Diary, today: Day) -> Result<Preview, ImportError> {
    Kind::of(path)?;
    let unreadable = |source| ImportError::Unreadable { path: path.to_path_buf(), source };
    let bytes = std::fs::metadata(path).map_err(unreadable)?.len();
    if bytes > LARGEST_FILE {
        return Err(ImportError::TooLarge { path: path.to_path_buf(), bytes, most: LARGEST_FILE });
    }
    let content = std::fs::read(path).map_err(unreadable)?;
    preview(path, &content, diary, today)
}

/// What the content of a file would bring to a diary; `path` says its kind and is named in errors.
///
/// # Errors
/// [`ImportError`] if the file is refused as a whole.
pub fn preview(path: &Path, content: &[u8], diary: &Diary, today: Day) -> Result<Preview, ImportError> {
    let kind = Kind::of(path)?;
    let content = content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content);
    let text = std::str::from_utf8(content).map_err(|error| {
        let before = content.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.split(|byte| *byte == b'\n').count();
        ImportError::refused(path, line, "this is not UTF-8 text; save the file as UTF-8 and try again")
    })?;
    match kind {
        Kind::Table => own_csv::preview(path, text, diary, today),
        Kind::Ron => own_export::preview_ron(path, text, diary, today),
        Kind::Json => own_export::preview_json(path, text, diary, today),
    }
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
    path.file_name().unwrap_or_default().to_string_lossy().chars().filter(|c| !c.is_control()).take(80).collect()
}
