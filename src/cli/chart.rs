//! `gutskin chart`: draws series over time into a file.

use std::path::Path;

use super::args::ChartArgs;
use super::exit::Failure;
use super::out::{ending, period, say_missing, write};
use super::show::open_to_read;
use crate::report::chart::ChartModel;
use crate::report::{ReportError, figure, png, svg};

pub(super) fn run(folder: &Path, args: &ChartArgs) -> Result<(), Failure> {
    let ending = ending(folder, &args.file, &["svg", "png"])?;
    let workspace = open_to_read(folder)?;
    let (first, last) = period(&workspace, &args.period)?;
    let series: Vec<&str> = args.series.iter().map(String::as_str).collect();
    let chart =
        ChartModel::new(workspace.diary(), &workspace.table(), &series, first, last).map_err(ReportError::from)?;
    let scene = figure::draw(&chart);
    let bytes = if ending == "png" {
        let (bytes, missing) = png::to_png(&scene)?;
        say_missing(missing);
        bytes
    } else {
        svg::to_svg(&scene).into_bytes()
    };
    write(&args.file, &bytes)
}
