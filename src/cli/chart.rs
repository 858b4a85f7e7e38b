//! `gutskin chart`: draws series over time into a file.

use super::args::ChartArgs;
use super::exit::Failure;
use super::out::{format, period, say_missing, write};
use super::place::Place;
use crate::workspace::output::{Format, Output, make};

pub(super) fn run(place: &Place, args: &ChartArgs) -> Result<(), Failure> {
    let format = format(place, &args.file, &[Format::Svg, Format::Png])?;
    let workspace = place.open_to_read()?;
    let (first, last) = period(&workspace, &args.period)?;
    let output = Output::Chart { series: args.series.clone(), first, last };
    let made = make(workspace.diary(), &workspace.table(), &output, format, &|_| true)?;
    say_missing(made.missing_characters);
    write(&args.file, &made.bytes)
}
