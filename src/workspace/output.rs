//! Files that leave the program: one way to make each, for the window and the command line alike.

use std::sync::Arc;

use crate::analysis::insights::of_diary;
use crate::columns::DayTable;
use crate::model::diary::Diary;
use crate::report::chart::{ChartModel, ChartRequest};
use crate::report::csv::days_to_csv;
use crate::report::doctor::{ReportRequest, build};
use crate::report::export::{to_json, to_ron};
use crate::report::html::to_html;
use crate::report::pdf::to_pdf;
use crate::report::plate::Plate;
use crate::report::scene::Scene;
use crate::report::{Progress, ReportError, figure, findings, png, svg};

/// What a file holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Output {
    /// Series over time.
    Chart(ChartRequest),
    /// A figure of the analysis with its numbers.
    Plate(Arc<Plate>),
    /// A report for a doctor's visit.
    Report(ReportRequest),
    /// The day table, or the whole diary.
    Diary,
}

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum Format {
    Svg,
    Png,
    Pdf,
    Html,
    Csv,
    Ron,
    Json,
}

impl Format {
    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Ron => "ron",
            Self::Json => "json",
        }
    }
}

impl Output {
    /// The forms it can take, the most useful first.
    pub fn formats(&self) -> &'static [Format] {
        match self {
            Self::Chart(_) => &[Format::Png, Format::Svg],
            Self::Plate(_) => &[Format::Png, Format::Svg, Format::Csv],
            Self::Report(_) => &[Format::Pdf, Format::Html],
            Self::Diary => &[Format::Csv, Format::Ron, Format::Json],
        }
    }
}

/// A file ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Its content.
    pub bytes: Vec<u8>,
    /// Characters no font could show; a box stands in their place.
    pub missing_characters: usize,
}

impl Made {
    fn whole(text: String) -> Self {
        Self { bytes: text.into_bytes(), missing_characters: 0 }
    }
}

/// Makes the content of a file. A form that does not fit the output gives the first one that does.
///
/// # Errors
/// [`ReportError`]: nothing to draw, or the work was stopped.
pub fn make(
    diary: &Diary,
    table: &DayTable,
    output: &Output,
    format: Format,
    progress: Progress<'_>,
) -> Result<Made, ReportError> {
    match output {
        Output::Chart(request) => picture(&figure::draw(&ChartModel::new(diary, table, request)?), format),
        Output::Plate(plate) if format == Format::Csv => Ok(Made::whole(plate.csv.clone())),
        Output::Plate(plate) => picture(&plate.scene, format),
        Output::Report(request) => {
            let mut request = request.clone();
            // The analysis takes the first half of the time.
            let insights = of_diary(table, &|done| progress(done * 0.5)).ok_or(ReportError::Cancelled)?;
            request.findings = findings::blocks(&insights, &table.main_part());
            let progress: Progress<'_> = &|done| progress(0.5 + done * 0.5);
            let document = build(diary, table, &request, progress)?;
            if format == Format::Html {
                return Ok(Made::whole(to_html(&document, progress)?));
            }
            let (bytes, warnings) = to_pdf(&document, progress)?;
            Ok(Made { bytes, missing_characters: warnings.missing_characters })
        }
        Output::Diary => match format {
            Format::Ron => Ok(Made::whole(to_ron(diary, progress)?)),
            Format::Json => Ok(Made::whole(to_json(diary, progress)?)),
            _ => Ok(Made::whole(days_to_csv(diary, table))),
        },
    }
}

fn picture(scene: &Scene, format: Format) -> Result<Made, ReportError> {
    if format == Format::Svg {
        return Ok(Made::whole(svg::to_svg(scene)));
    }
    let (bytes, missing_characters) = png::to_png(scene)?;
    Ok(Made { bytes, missing_characters })
}
