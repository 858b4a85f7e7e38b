//! The diary as a file: each form with what writes it, and what goes along only where somebody asks for it.

use std::path::{Path, PathBuf};

use super::csv::days_to_csv;
use super::dictionary::to_dictionary;
use super::export::{to_json, to_ron};
use super::fhir::{FhirChoices, to_fhir};
use super::long_table::to_long_csv;
use super::output::{Format, Forms, Made};
use super::trial_answers::to_csv;
use super::{Progress, ReportError};
use crate::columns::DayTable;
use crate::model::diary::Diary;

/// What a file of the diary is asked to hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DiaryRequest {
    /// Whether a data dictionary is written beside a table.
    pub with_dictionary: bool,
    /// What a bundle for clinics holds of the person.
    pub fhir: FhirChoices,
}

/// Writes a diary with its day table.
pub(super) type DiaryWriter = fn(&Diary, &DayTable, &DiaryRequest, Progress<'_>) -> Result<Made, ReportError>;

/// What the columns of a table mean.
const DICTIONARY: Format = Format::new("dictionary.csv", "CSV, what columns mean");
/// The tables that a dictionary is of.
const TABLES: [&str; 2] = ["csv", "long.csv"];

/// The forms, the most useful first.
pub(super) const DIARIES: Forms<DiaryWriter> = &[
    (Format::new("csv", "CSV, a row a day"), |diary, table, _, _| Ok(Made::whole(days_to_csv(diary, table)))),
    (Format::new("long.csv", "CSV, a row an answer"), |diary, _, _, progress| {
        Ok(Made::whole(to_long_csv(diary, progress)?))
    }),
    (DICTIONARY, |diary, table, _, _| Ok(Made::whole(to_dictionary(diary, table)?))),
    (Format::new("trials.csv", "CSV, the days of trials"), |diary, table, _, _| Ok(Made::whole(to_csv(diary, table)))),
    (Format::new("ron", "RON, everything"), |diary, _, _, progress| Ok(Made::whole(to_ron(diary, progress)?))),
    (Format::new("json", "JSON, everything"), |diary, _, _, progress| Ok(Made::whole(to_json(diary, progress)?))),
    (FHIR, |diary, _, request, progress| {
        let bundle = to_fhir(diary, &request.fhir, progress)?;
        Ok(Made { remarks: bundle.left_out, ..Made::whole(bundle.text) })
    }),
];

/// A bundle for clinics.
const FHIR: Format = Format::new("fhir.json", "FHIR, for clinics");

impl DiaryRequest {
    /// Whether a dictionary can stand beside a form.
    pub fn can_have_dictionary(format: Format) -> bool {
        TABLES.contains(&format.ending)
    }

    /// Whether a form says who the person is only if that is wanted.
    pub fn asks_about_person(format: Format) -> bool {
        format == FHIR
    }

    /// Where the dictionary goes that is wanted beside a table.
    pub fn dictionary_beside(&self, format: Format, path: &Path) -> Option<PathBuf> {
        let formats: Vec<Format> = DIARIES.iter().map(|(format, _)| *format).collect();
        (self.with_dictionary && Self::can_have_dictionary(format)).then(|| DICTIONARY.rename(&formats, path))
    }
}

/// Makes a file, and the dictionary beside it where one is wanted.
pub(super) fn make(
    writer: DiaryWriter,
    format: Format,
    (diary, table): (&Diary, &DayTable),
    request: &DiaryRequest,
    progress: Progress<'_>,
) -> Result<Made, ReportError> {
    let made = writer(diary, table, request, progress)?;
    let wanted = request.with_dictionary && DiaryRequest::can_have_dictionary(format);
    let dictionary = if wanted { Some(to_dictionary(diary, table)?.into_bytes()) } else { None };
    Ok(Made { dictionary, ..made })
}
