//! `gutskin chart`: draws a figure of the diary into a file; which kinds there are stands in one table.

use super::args::ChartArgs;
use super::dates::{parse_given, period};
use super::exit::Failure;
use super::out_file::{format, open, write};
use super::place::Place;
use crate::report::chart::whole_period;
use crate::report::chart_kind::{ChartKind, KindRequest};
use crate::report::ink::PictureLook;
use crate::report::output::{Output, OutputKind, make_with};

pub(super) fn run(place: &Place, args: &ChartArgs) -> Result<(), Failure> {
    let kind = if args.axis { ChartKind::Axis } else { args.kind.unwrap_or(ChartKind::Series) };
    let output_kind = if kind == ChartKind::Series { OutputKind::Chart } else { OutputKind::Figure };
    let format = format(place, &args.file, output_kind)?;
    if !args.series.is_empty() && kind.spec().keys.is_empty() {
        return Err(Failure::usage(format!("the chart “{}” takes no keys; leave --series out", kind.spec().name)));
    }
    let workspace = open(place, &args.file)?;
    let (mut first, mut last) = period(&workspace, &args.period)?;
    let today = workspace.today();
    match kind {
        ChartKind::Axis if args.period.to.is_none() => last = today,
        // Without a period, courses that reach beyond the logged days are shown from their real first day.
        ChartKind::Series => {
            if let Some(logged) = workspace.diary().span() {
                let whole = whole_period(workspace.diary(), logged, today);
                first = if args.period.from.is_none() { first.min(whole.0) } else { first };
                last = if args.period.to.is_none() { last.max(whole.1) } else { last };
            }
        }
        _ => {}
    }
    let mut request = KindRequest::new(kind, args.series.clone(), (first, last), today);
    request.mean = args.mean;
    request.since = parse_given(args.since.as_ref(), today)?;
    let output = Output::Kind(Box::new(request));
    let look = PictureLook { scale: args.scale, dark: args.dark, transparent: args.transparent };
    let made = make_with(workspace.diary(), &workspace.table(), &output, (format, look), &|_| true)?;
    write(&workspace, &args.file, &output, format, &made)
}
