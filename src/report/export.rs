//! A whole diary as a file: RON, which `gutskin import` reads back without loss and a person can edit, or JSON for other
//! programs.

use super::error::{Progress, ReportError, step};
use crate::model::diary::Diary;
use crate::model::export::Export;
use crate::model::ron_text;

/// The diary as RON: a sentence for the reader, then an [`Export`].
///
/// # Errors
/// [`ReportError::Cancelled`], or [`ReportError::Format`] if a value cannot be written.
pub fn to_ron(diary: &Diary, progress: Progress<'_>) -> Result<String, ReportError> {
    step(progress, 0.0)?;
    let body = ron_text::to_lines(&Export::of(diary))
        .map_err(|error| ReportError::Format { what: "RON export", reason: error.to_string() })?;
    step(progress, 1.0)?;
    Ok(format!(
        "#![enable(implicit_some)]\n// A whole Gutskin diary. “gutskin import FILE” adds it to another one.\n{body}\n"
    ))
}

/// The diary as JSON, with the fields of [`Export`].
///
/// # Errors
/// As [`to_ron`].
pub fn to_json(diary: &Diary, progress: Progress<'_>) -> Result<String, ReportError> {
    step(progress, 0.0)?;
    let text = serde_json::to_string_pretty(&Export::of(diary))
        .map_err(|error| ReportError::Format { what: "JSON export", reason: error.to_string() })?;
    step(progress, 1.0)?;
    Ok(text + "\n")
}
