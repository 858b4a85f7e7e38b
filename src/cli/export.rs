//! `gutskin export`: the day table or the whole diary as a file.

use std::path::Path;

use super::args::ExportArgs;
use super::exit::Failure;
use super::out::{check, write};
use super::show::open_to_read;
use crate::report::files::{self, ExportFormat};

pub(super) fn run(folder: &Path, args: &ExportArgs) -> Result<(), Failure> {
    let format = check(folder, &args.file, ExportFormat::of(&args.file.out), ".csv, .ron or .json")?;
    let workspace = open_to_read(folder)?;
    write(&args.file, &files::diary(workspace.diary(), &workspace.table(), format, &|_| true)?)
}
