//! `gutskin chart`: draws series over time, or the gut-skin map, into a file.

use std::sync::Arc;

use super::args::{ChartArgs, OutArgs};
use super::dates::period;
use super::exit::Failure;
use super::out_file::{format, open, say_missing, write};
use super::place::Place;
use crate::analysis::insights::of_diary;
use crate::evidence::axis::{self, Associations};
use crate::model::time::Day;
use crate::report::chart::{ChartRequest, whole_period};
use crate::report::figure::WIDTH;
use crate::report::figure::axis::draw;
use crate::report::output::{Format, Output, OutputKind, make};
use crate::workspace::Workspace;

pub(super) fn run(place: &Place, args: &ChartArgs) -> Result<(), Failure> {
    let format = format(place, &args.file, OutputKind::Chart)?;
    let workspace = open(place, &args.file)?;
    let (mut first, mut last) = period(&workspace, &args.period)?;
    let today = workspace.today();
    if args.axis {
        let day = if args.period.to.is_some() { last } else { today };
        return axis_map(&workspace, &args.file, format, day);
    }
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

/// Writes the map of a day with what the diary shows on its paths.
fn axis_map(workspace: &Workspace, file: &OutArgs, format: Format, day: Day) -> Result<(), Failure> {
    let table = workspace.table();
    let (insights, part) = (of_diary(&table, &|_| true), table.main_part());
    let associations = insights.as_ref().map(|insights| Associations { insights, table: &part });
    let map = axis::map(workspace.diary(), &table, associations, day);
    let output = Output::Figure(Arc::new(draw(&map, WIDTH).figure));
    let made = make(workspace.diary(), &table, &output, format, &|_| true)?;
    say_missing(made.missing_characters);
    write(workspace, file, &made.bytes)
}
