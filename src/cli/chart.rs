//! `gutskin chart`: draws series over time into a file.

use std::path::Path;

use super::args::ChartArgs;
use super::exit::Failure;
use super::out::{check, period, write};
use super::show::open_to_read;
use crate::report::ReportError;
use crate::report::chart::ChartModel;
use crate::report::files::{self, ChartFormat};

pub(super) fn run(folder: &Path, args: &ChartArgs) -> Result<(), Failure> {
    let format = check(folder, &args.file, ChartFormat::of(&args.file.out), ".svg or .png")?;
    let workspace = open_to_read(folder)?;
    let (first, last) = period(&workspace, &args.period)?;
    let series: Vec<&str> = args.series.iter().map(|key| key.trim()).filter(|key| !key.is_empty()).collect();
    let chart = ChartModel::new(workspace.diary(), &workspace.table(), &series, first, last);
    write(&args.file, &files::chart(&chart.map_err(ReportError::from)?, format, &|_| true)?)
}
