//! `gutskin show`: prints entries as they are kept.

use std::sync::Arc;

use super::args::{ShowArgs, ShowFormat};
use super::dates::parse_given;
use super::exit::Failure;
use super::output::print;
use super::place::{Place, admit_damage};
use super::urgent::Urgent;
use crate::files::cells::defuse;
use crate::model::day_record::DayRecord;
use crate::model::ron_text;
use crate::model::time::Day;

pub(super) fn run(place: &Place, args: &ShowArgs) -> Result<(), Failure> {
    let workspace = place.open_to_read()?;
    let today = workspace.today();
    let day = |text: &Option<String>| parse_given(text.as_ref(), today);
    let (from, to) = match day(&args.date)? {
        Some(date) => (Some(date), Some(date)),
        None => (day(&args.from)?, day(&args.to)?),
    };
    if let (Some(from), Some(to)) = (from, to)
        && from > to
    {
        return Err(Failure::usage(format!("--from {from} lies after --to {to}; swap them")));
    }
    let within = |date: Day| from.is_none_or(|from| date >= from) && to.is_none_or(|to| date <= to);
    let pages: Vec<&DayRecord> =
        workspace.diary().day_records().map(Arc::as_ref).filter(|page| within(page.date)).collect();
    print(&match args.format {
        ShowFormat::Ron => as_ron(&pages)?,
        ShowFormat::Json => as_json(&pages)?,
        ShowFormat::Csv => as_csv(&pages)?,
    })?;
    Urgent::default().say(&workspace);
    admit_damage(&workspace, place)
}

fn as_ron(pages: &[&DayRecord]) -> Result<String, Failure> {
    let text = ron_text::to_lines(pages).map_err(|error| Failure::usage(error.to_string()))?;
    Ok(text + "\n")
}

fn as_json(pages: &[&DayRecord]) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(pages).map_err(|error| Failure::usage(error.to_string()))?;
    Ok(text + "\n")
}

/// One row an answer: date, time, kind, region, key, value; a text has the key `text`. Words that a spreadsheet would run are
/// marked as words.
fn as_csv(pages: &[&DayRecord]) -> Result<String, Failure> {
    let mut rows = csv::Writer::from_writer(Vec::new());
    let fail = |error: csv::Error| Failure::usage(error.to_string());
    rows.write_record(["date", "time", "kind", "region", "key", "value"]).map_err(fail)?;
    for page in pages {
        for entry in &page.entries {
            let time = entry.at.map(|at| at.to_string()).unwrap_or_default();
            let region = entry.region.map(crate::model::region::Region::key).unwrap_or_default();
            let mut row = |key: &str, value: &str| {
                rows.write_record([&page.date.to_string(), &time, entry.kind.label(), region, key, value]).map_err(fail)
            };
            for (key, value) in entry.answers.iter() {
                row(key.as_str(), &value.to_string())?;
            }
            for line in &entry.foods {
                row("food", &defuse(&format!("{}, {} g", line.name, line.grams)))?;
            }
            if let Some(text) = &entry.text {
                row("text", &defuse(text.as_str()))?;
            }
        }
    }
    let bytes = rows.into_inner().map_err(|error| Failure::usage(error.to_string()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
