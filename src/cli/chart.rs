//! `gutskin chart`: draws series over time into a file.

use super::args::ChartArgs;
use super::dates::period;
use super::exit::Failure;
use super::out_file::{format, open, say_missing, write};
use super::place::Place;
use crate::report::chart::{ChartRequest, whole_period};
use crate::report::output::{Output, OutputKind, make};

pub(super) fn run(place: &Place, args: &ChartArgs) -> Result<(), Failure> {
    let format = format(place, &args.file, OutputKind::Chart)?;
    let workspace = open(place, &args.file)?;
    let (mut first, mut last) = period(&workspace, &args.period)?;
    let today = workspace.today();
    // Without a period, courses that reach beyond the logged days are shown from their real first day.
    if let Some(logged) = workspace.diary().span() {
        let whole = whole_period(workspace.diary(), logged, today);
        first = if args.period.from.is_none() { first.min(whole.0) } else { first };
        last = if args.period.to.is_none() { last.max(whole.1) } else { last };
    }
    let output = Output::Chart(ChartRequest::new(&args.series, first, last, today));
    let made = make(workspace.diary(), &workspace.table(), &output, format, &|_| true)?;
    say_missing(made.missing_characters);
    write(&workspace, &args.file, &made.bytes)
}
