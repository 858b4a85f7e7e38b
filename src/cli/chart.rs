//! `gutskin chart`: draws series over time, the gut-skin map or the places of the body into a file.

use std::sync::Arc;

use super::args::{ChartArgs, ChartKind, OutArgs};
use super::dates::period;
use super::exit::Failure;
use super::out_file::{format, open, write};
use super::place::Place;
use crate::analysis::heat_map::{self, HeatMap, Summary};
use crate::analysis::insights::{kept_back, of_diary};
use crate::evidence::axis::{self, Associations};
use crate::model::text::excerpt;
use crate::model::time::Day;
use crate::report::chart::{ChartRequest, whole_period};
use crate::report::figure::WIDTH;
use crate::report::figure::axis::draw;
use crate::report::figure::body;
use crate::report::output::{Format, Output, OutputKind, make};
use crate::workspace::Workspace;

pub(super) fn run(place: &Place, args: &ChartArgs) -> Result<(), Failure> {
    let kind = if args.kind == Some(ChartKind::Body) { OutputKind::Figure } else { OutputKind::Chart };
    let format = format(place, &args.file, kind)?;
    let workspace = open(place, &args.file)?;
    let (mut first, mut last) = period(&workspace, &args.period)?;
    let today = workspace.today();
    if args.axis {
        let day = if args.period.to.is_some() { last } else { today };
        return axis_map(&workspace, &args.file, format, day);
    }
    if args.kind == Some(ChartKind::Body) {
        return body_map(&workspace, args, format, (first, last));
    }
    // Without a period, courses that reach beyond the logged days are shown from their real first day.
    if let Some(logged) = workspace.diary().span() {
        let whole = whole_period(workspace.diary(), logged, today);
        first = if args.period.from.is_none() { first.min(whole.0) } else { first };
        last = if args.period.to.is_none() { last.max(whole.1) } else { last };
    }
    let output = Output::Chart(ChartRequest::new(&args.series, first, last, today));
    let made = make(workspace.diary(), &workspace.table(), &output, format, &|_| true)?;
    write(&workspace, &args.file, &output, format, &made)
}

/// Writes the places of the body over a period.
fn body_map(workspace: &Workspace, args: &ChartArgs, format: Format, period: (Day, Day)) -> Result<(), Failure> {
    let key = match args.series.as_slice() {
        [] => heat_map::USUAL_KEY,
        [key] => key.as_str(),
        _ => return Err(Failure::usage("the body shows one key; name one in --series".to_owned())),
    };
    let catalogue = workspace.diary().catalogue();
    let known = catalogue.get(key).filter(|known| heat_map::can_show(known)).ok_or_else(|| {
        Failure::usage(format!("“{}” is not logged by place; name for example redness in --series", excerpt(key)))
    })?;
    let summary = if args.mean { Summary::Mean } else { Summary::Worst };
    let map = HeatMap::new(workspace.diary(), known, period, summary);
    let output = Output::Figure(Arc::new(body::draw(&map, WIDTH)));
    let made = make(workspace.diary(), &workspace.table(), &output, format, &|_| true)?;
    write(workspace, &args.file, &output, format, &made)
}

/// Writes the map of a day with what the diary shows on its paths.
fn axis_map(workspace: &Workspace, file: &OutArgs, format: Format, day: Day) -> Result<(), Failure> {
    let table = workspace.table();
    let (mut insights, part) = (of_diary(&table, &|_| true), table.main_part());
    if let Some(insights) = &mut insights {
        insights.keep_back(kept_back(workspace.diary(), workspace.today()));
    }
    let associations = insights.as_ref().map(|insights| Associations { insights, table: &part });
    let map = axis::map(workspace.diary(), &table, associations, day);
    let output = Output::Figure(Arc::new(draw(&map, WIDTH).figure));
    let made = make(workspace.diary(), &table, &output, format, &|_| true)?;
    write(workspace, file, &output, format, &made)
}
