//! `gutskin export`: the diary as a file, as a table, as a whole, or as a bundle for clinics.

use super::args::ExportArgs;
use super::exit::Failure;
use super::out_file::{check_beside, format, open, write};
use super::place::Place;
use crate::report::diary_files::DiaryRequest;
use crate::report::fhir::FhirChoices;
use crate::report::output::{Output, OutputKind, make};

pub(super) fn run(place: &Place, args: &ExportArgs) -> Result<(), Failure> {
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
