//! The report for a doctor's visit: what was logged, how often, and what not, on one page that can be read in two minutes, and then
//! the parts that were chosen.
//!
//! It describes and never explains: one period stands beside the one before it, courses stand beside curves, and no sentence says
//! that one brought about the other.

mod advice;
mod axis_map;
mod body;
mod calendar;
mod charts;
mod day_by_day;
mod findings;
mod food;
mod front_page;
mod gut;
mod headline;
mod logged;
mod methods;
mod outcomes;
mod photos;
mod request;
mod section;
mod signs;
mod taken;
mod trials;
mod who;

use std::borrow::Cow;

pub use self::findings::{MOST_FINDINGS, on_one_page as finding_blocks};
pub use self::photos::{MOST_PHOTOS, PickedPhoto};
pub use self::request::{ReportRequest, USUAL_DAYS};
pub use self::section::{Preset, Section};
use super::chart::Days;
use super::document::{Block, DaysBehind, ReportDoc};
use super::error::{Progress, ReportError, step};
use crate::analysis::insights::Insights;
use crate::columns::{Column, DayTable};
use crate::model::diary::Diary;
use crate::model::time::Day;
use crate::words::report as words;

/// What every part is made from.
struct Source<'a> {
    diary: &'a Diary,
    table: &'a DayTable,
    request: &'a ReportRequest,
    /// What was found, with the part of the table that it was found in.
    found: Option<(&'a Insights, Cow<'a, DayTable>)>,
}

/// Builds the report. An empty diary gives a report that says so.
///
/// # Errors
/// [`ReportError::Backwards`] or [`ReportError::Cancelled`].
pub fn build(
    diary: &Diary,
    table: &DayTable,
    request: &ReportRequest,
    progress: Progress<'_>,
) -> Result<ReportDoc, ReportError> {
    let (first, last) = (request.first, request.last);
    if first > last {
        return Err(ReportError::Backwards { first, last });
    }
    let found = request.insights.as_deref().map(|insights| (insights, table.main_part()));
    let source = Source { diary, table, request, found };
    step(progress, 0.0)?;
    let mut blocks = front_page::blocks(&source);
    let mut sections = front_page::more_questions(&source);
    sections.extend(who::more_safety(&source));
    sections.extend(photos::blocks(&source));
    for (done, section) in Section::all().filter(|section| request.sections.contains(section)).enumerate() {
        step(progress, (done + 1) as f32 / (request.sections.len() + 1) as f32)?;
        sections.extend(section.blocks(&source));
    }
    if !sections.is_empty() {
        blocks.push(Block::NewPage);
        blocks.extend(sections);
    }
    let behind = days_behind(&source, &blocks);
    step(progress, 1.0)?;
    let title = words::TITLE.to_owned();
    let subtitle = words::subtitle(first, last, request.today);
    Ok(ReportDoc { title, subtitle, paper: request.paper, blocks, behind })
}

fn heading(text: &str) -> Block {
    Block::Heading { level: 2, text: text.to_owned() }
}

/// The answered days of everything that a row of the report names.
fn days_behind(source: &Source<'_>, blocks: &[Block]) -> Vec<DaysBehind> {
    let named: Vec<&String> = blocks
        .iter()
        .filter_map(|block| if let Block::Table(table) = block { Some(&table.behind) } else { None })
        .flatten()
        .collect();
    let columns = source.table.columns.iter().filter(|column| named.contains(&&column.key));
    let behind = columns.map(|column| {
        let of = column.quantity();
        let days = source.answers(column).map(|(day, value)| (day, of.answer(value)));
        DaysBehind { key: column.key.clone(), title: column.label.clone(), days: days.collect() }
    });
    behind.collect()
}

impl Source<'_> {
    /// First and last day of the period.
    fn period(&self) -> Days {
        (self.request.first, self.request.last)
    }

    /// Number of days of the period.
    fn days(&self) -> usize {
        usize::try_from(self.request.last.days_since(self.request.first)).unwrap_or(0) + 1
    }

    /// The answered days of a column within the period.
    fn answers<'c>(&'c self, column: &'c Column) -> impl Iterator<Item = (Day, f64)> + 'c {
        self.answers_on(column, self.period())
    }

    /// The answers of a column on some days.
    fn values(&self, column: &Column, days: Days) -> Vec<f64> {
        self.answers_on(column, days).map(|(_, value)| value).collect()
    }

    /// The answered days of a column among some days.
    fn answers_on<'c>(&'c self, column: &'c Column, (first, last): Days) -> impl Iterator<Item = (Day, f64)> + 'c {
        let within = first..=last;
        column.answers().map(|(row, value)| (self.table.day(row), value)).filter(move |(day, _)| within.contains(day))
    }
}
