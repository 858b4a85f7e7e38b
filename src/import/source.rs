//! A file to be read, as bytes: what it holds is for the formats to find out.

use std::path::Path;

use super::ImportError;
use crate::files::text_of;
use crate::model::text::excerpt_of;

/// How much of a file is looked at to tell its format, in bytes.
const HEAD: usize = 64 * 1024;

/// A file to be read.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Where it lies. Only its name is looked at.
    pub path: &'a Path,
    /// Its bytes.
    pub content: &'a [u8],
}

impl<'a> Source<'a> {
    /// A file and what it holds.
    pub fn new(path: &'a Path, content: &'a [u8]) -> Self {
        Self { path, content }
    }

    /// The beginning, by which formats are told apart.
    pub fn head(&self) -> &'a [u8] {
        self.content.get(..HEAD).unwrap_or(self.content)
    }

    /// The content as text, without a mark of its encoding.
    ///
    /// # Errors
    /// [`ImportError::Refused`] with the line that is not UTF-8.
    pub fn text(&self) -> Result<&'a str, ImportError> {
        text_of(self.content).map_err(|error| self.refused(error.line(), error.to_string()))
    }

    /// Name of the file for a step's label, without its folder.
    pub fn name(&self) -> String {
        excerpt_of(&self.path.file_name().unwrap_or_default().to_string_lossy(), 80)
    }

    /// The ending of the name, in small letters and without the dot.
    pub fn ending(&self) -> String {
        self.path.extension().unwrap_or_default().to_string_lossy().to_lowercase()
    }

    /// The refusal of the whole file for what stands in a line, counted from 1.
    pub fn refused(&self, line: u64, reason: impl Into<String>) -> ImportError {
        ImportError::Refused { path: self.path.to_path_buf(), line, reason: reason.into() }
    }
}
