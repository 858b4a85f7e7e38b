//! `gutskin export`: the day table or the whole diary as a file.

use std::path::Path;

use super::args::ExportArgs;
use super::exit::Failure;
use super::out::{ending, write};
use super::show::open_to_read;
use crate::report::csv::table_to_csv;
use crate::report::export::{to_json, to_ron};

pub(super) fn run(folder: &Path, args: &ExportArgs) -> Result<(), Failure> {
    let ending = ending(folder, &args.file, &["csv", "ron", "json"])?;
    let workspace = open_to_read(folder)?;
    let text = match ending {
        "csv" => table_to_csv(&workspace.table()),
        "ron" => to_ron(workspace.diary(), &|_| true)?,
        _ => to_json(workspace.diary(), &|_| true)?,
    };
    write(&args.file, text.as_bytes())
}
