//! `gutskin export`: the day table or the whole diary as a file.

use super::args::ExportArgs;
use super::exit::Failure;
use super::out_file::{format, open, write};
use super::place::Place;
use crate::report::output::{Output, OutputKind, make};

pub(super) fn run(place: &Place, args: &ExportArgs) -> Result<(), Failure> {
    let format = format(place, &args.file, OutputKind::Diary)?;
    let workspace = open(place, &args.file)?;
    let made = make(workspace.diary(), &workspace.table(), &Output::Diary, format, &|_| true)?;
    write(&workspace, &args.file, &made.bytes)
}
