//! `gutskin export`: the diary as a file, as a table, as a whole, or as a bundle for clinics.

use super::args::ExportArgs;
use super::exit::{Code, Failure};
use super::out_file::{check_beside, format, open, write};
use super::output::{print, tell};
use super::place::{Place, admit_damage};
use crate::model::text::show_path;
use crate::report::diary_files::DiaryRequest;
use crate::report::fhir::FhirChoices;
use crate::report::output::{Output, OutputKind, make};
use crate::workspace::jobs::Progress;
use crate::workspace::jobs::photo_export::{PhotoExport, PhotoExportError};

pub(super) fn run(place: &Place, args: &ExportArgs) -> Result<(), Failure> {
    if args.photos {
        return photos(place, args);
    }
    let format = format(place, &args.file, OutputKind::Diary)?;
    let mut request = DiaryRequest { with_dictionary: args.dictionary, ..DiaryRequest::default() };
    if args.dictionary && !DiaryRequest::can_have_dictionary(format) {
        return Err(Failure::usage(
            "a dictionary goes beside a table; give --out a name that ends in .csv or .long.csv",
        ));
    }
    if (args.person || args.snomed) && !DiaryRequest::asks_about_person(format) {
        return Err(Failure::usage(
            "--person and --snomed are for a bundle; give --out a name that ends in .fhir.json",
        ));
    }
    check_beside(place, &args.file, &Output::Diary(request.clone()), format)?;
    let workspace = open(place, &args.file)?;
    let (with_person, with_snomed) = (args.person, args.snomed);
    request.fhir = FhirChoices { with_person, with_snomed, identity: workspace.diary_id() };
    let output = Output::Diary(request);
    let made = make(workspace.diary(), &workspace.table(), &output, format, &|_| true)?;
    write(&workspace, &args.file, &output, format, &made)
}

/// Writes the photos into a folder: the files on standard output, what else there is to say on standard error.
fn photos(place: &Place, args: &ExportArgs) -> Result<(), Failure> {
    let workspace = place.open_to_read()?;
    let ids = workspace.diary().photos().map(|photo| photo.id).collect();
    let export = PhotoExport { ids, folder: args.file.out.clone() };
    export.check(&workspace).map_err(|error| {
        let code = match &error {
            PhotoExportError::NoFolder { .. } => Code::NotSaved,
            _ => Code::Usage,
        };
        Failure::new(code, error.to_string())
    })?;
    let done = export.write(workspace.diary(), &workspace.photo_files(), &Progress::default());
    for path in &done.written {
        print(&format!("written {}\n", show_path(path)))?;
    }
    if let Some(refused) = done.refused {
        let written = done.written.len();
        return Err(Failure::new(Code::NotSaved, format!("{refused}; {written} were written, {} were not", done.left)));
    }
    for line in done.lines() {
        tell(&line);
    }
    if !done.unreadable.is_empty() {
        return Err(Failure::new(Code::Damaged, "not all photos could be read; “gutskin check” says more"));
    }
    admit_damage(&workspace, place)
}
