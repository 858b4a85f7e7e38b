//! `gutskin report`: a report for a doctor's visit as a file.

use std::path::Path;

use super::args::ReportArgs;
use super::exit::Failure;
use super::out::{check, period, write};
use super::show::open_to_read;
use crate::report::doctor::{ReportRequest, build};
use crate::report::files::{self, ReportFormat};

pub(super) fn run(folder: &Path, args: &ReportArgs) -> Result<(), Failure> {
    let format = check(folder, &args.file, ReportFormat::of(&args.file.out), ".pdf or .html")?;
    let workspace = open_to_read(folder)?;
    let (first, last) = period(&workspace, &args.period)?;
    let request = ReportRequest {
        made_up: workspace.is_made_up(),
        with_meals: args.meals,
        ..ReportRequest::new(first, last, workspace.today())
    };
    let document = build(workspace.diary(), &workspace.table(), &request, &|_| true)?;
    write(&args.file, &files::report(&document, format, &|_| true)?)
}
