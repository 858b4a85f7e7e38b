//! The kinds of file that can be made, and one call for each: what the window's Export menu and the command line share.

use std::path::Path;

use super::chart::ChartModel;
use super::csv::table_to_csv;
use super::document::{ReportDoc, Warnings};
use super::error::{Progress, ReportError, step};
use super::{export, figure, html, pdf, png, svg};
use crate::analysis::day_table::DayTable;
use crate::model::diary::Diary;

/// The bytes of a finished file, and what it could not show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The whole file.
    pub bytes: Vec<u8>,
    /// What it could not show.
    pub warnings: Warnings,
}

impl From<String> for Made {
    fn from(text: String) -> Self {
        Self { bytes: text.into_bytes(), warnings: Warnings::default() }
    }
}

macro_rules! formats {
    ($(#[$doc:meta])* $name:ident { $($variant:ident $ending:literal $label:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the names are the formats")]
        pub enum $name { $($variant),* }

        impl $name {
            /// All of them, the usual one first.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Ending of the file's name, without the point.
            pub fn ending(self) -> &'static str {
                match self { $(Self::$variant => $ending),* }
            }

            /// Name for people.
            pub fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),* }
            }

            /// The format a file's name asks for; `None` if its ending is none of them.
            pub fn of(path: &Path) -> Option<Self> {
                let ending = path.extension()?.to_string_lossy().to_lowercase();
                Self::ALL.iter().copied().find(|format| format.ending() == ending)
            }
        }
    };
}

formats! {
    /// A chart as a file.
    ChartFormat { Svg "svg" "Picture that can be scaled (SVG)", Png "png" "Picture (PNG)" }
}
formats! {
    /// A report as a file.
    ReportFormat { Pdf "pdf" "Report to print (PDF)", Html "html" "Report as a web page (HTML)" }
}
formats! {
    /// A diary as a file.
    ExportFormat {
        Csv "csv" "Table of days (CSV)",
        Ron "ron" "Whole diary, can be read back (RON)",
        Json "json" "Whole diary for other programs (JSON)",
    }
}

/// A chart as a file.
///
/// # Errors
/// [`ReportError::Cancelled`] or [`ReportError::Format`].
pub fn chart(chart: &ChartModel, format: ChartFormat, progress: Progress<'_>) -> Result<Made, ReportError> {
    step(progress, 0.0)?;
    let scene = figure::draw(chart);
    let made = match format {
        ChartFormat::Svg => svg::to_svg(&scene).into(),
        ChartFormat::Png => {
            let (bytes, missing_characters) = png::to_png(&scene)?;
            Made { bytes, warnings: Warnings { missing_characters } }
        }
    };
    step(progress, 1.0)?;
    Ok(made)
}

/// A report as a file.
///
/// # Errors
/// [`ReportError::Cancelled`] or [`ReportError::Format`].
pub fn report(document: &ReportDoc, format: ReportFormat, progress: Progress<'_>) -> Result<Made, ReportError> {
    match format {
        ReportFormat::Html => Ok(html::to_html(document, progress)?.into()),
        ReportFormat::Pdf => {
            let (bytes, warnings) = pdf::to_pdf(document, progress)?;
            Ok(Made { bytes, warnings })
        }
    }
}

/// A diary as a file; `table` is its day table.
///
/// # Errors
/// [`ReportError::Cancelled`] or [`ReportError::Format`].
pub fn diary(
    diary: &Diary,
    table: &DayTable,
    format: ExportFormat,
    progress: Progress<'_>,
) -> Result<Made, ReportError> {
    step(progress, 0.0)?;
    Ok(match format {
        ExportFormat::Csv => table_to_csv(table),
        ExportFormat::Ron => export::to_ron(diary, progress)?,
        ExportFormat::Json => export::to_json(diary, progress)?,
    }
    .into())
}
