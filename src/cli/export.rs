//! `gutskin export`: the day table or the whole diary as a file.

use super::args::ExportArgs;
use super::exit::Failure;
use super::out::{format, open, write};
use super::place::Place;
use crate::workspace::output::{Format, Output, make};

pub(super) fn run(place: &Place, args: &ExportArgs) -> Result<(), Failure> {
    let format = format(place, &args.file, &[Format::Csv, Format::Ron, Format::Json])?;
    let workspace = open(place, &args.file)?;
    let made = make(workspace.diary(), &workspace.table(), &Output::Diary, format, &|_| true)?;
    write(&workspace, &args.file, &made.bytes)
}
