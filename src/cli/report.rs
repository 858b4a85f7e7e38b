//! `gutskin report`: a report for a doctor's visit as a file.

use super::args::{ReportArgs, YesNo};
use super::dates::period;
use super::exit::Failure;
use super::out_file::{format, open, write};
use super::place::Place;
use crate::report::doctor::ReportRequest;
use crate::report::output::{Output, OutputKind, make};

pub(super) fn run(place: &Place, args: &ReportArgs) -> Result<(), Failure> {
    let format = format(place, &args.file, OutputKind::Report)?;
    let workspace = open(place, &args.file)?;
    let (first, last) = period(&workspace, &args.period)?;
    let mut request = ReportRequest::new(first, last, workspace.today());
    request.made_up = workspace.is_made_up();
    request.with_flags = args.warnings == YesNo::Yes;
    (request.with_notes, request.with_meals) = (args.notes == YesNo::Yes, args.meals == YesNo::Yes);
    request.with_safety_answers = args.safety == YesNo::Yes;
    (request.who, request.questions) = (args.who.clone(), args.ask.join("\n"));
    let output = Output::Report(request);
    let made = make(workspace.diary(), &workspace.table(), &output, format, &|_| true)?;
    write(&workspace, &args.file, &output, format, &made)
}
