//! `gutskin report`: a report for a doctor's visit as a file.

use std::path::Path;

use super::args::ReportArgs;
use super::exit::Failure;
use super::out::{ending, period, say_missing, write};
use super::show::open_to_read;
use crate::report::doctor::{ReportRequest, build};
use crate::report::html::to_html;
use crate::report::pdf::to_pdf;

pub(super) fn run(folder: &Path, args: &ReportArgs) -> Result<(), Failure> {
    let ending = ending(folder, &args.file, &["pdf", "html"])?;
    let workspace = open_to_read(folder)?;
    let (first, last) = period(&workspace, &args.period)?;
    let mut request = ReportRequest::new(first, last, workspace.today());
    request.made_up = workspace.is_made_up();
    let document = build(workspace.diary(), &workspace.table(), &request, &|_| true)?;
    let bytes = if ending == "pdf" {
        let (bytes, warnings) = to_pdf(&document, &|_| true)?;
        say_missing(warnings.missing_characters);
        bytes
    } else {
        to_html(&document, &|_| true)?.into_bytes()
    };
    write(&args.file, &bytes)
}
