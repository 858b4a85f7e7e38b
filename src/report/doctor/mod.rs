//! The report for a doctor's visit: what was logged, how often, and what not, in a few pages that can be read in two minutes.
//!
//! It describes and never explains: thirds of the period stand side by side, courses stand beside curves, and no sentence says
//! that one brought about the other.

mod advice;
mod body;
mod front_page;
mod gut;
mod headline;
mod logged;
mod outcomes;
mod trials;

use super::chart::{ChartModel, ChartRequest, Days, MOST_SERIES, Panel, is_course};
use super::chart_table::MeanRow;
use super::document::{Block, ReportDoc, Table};
use super::error::{Progress, ReportError, step};
use super::series_style::SeriesStyles;
use crate::columns::{Column, DayTable, Role};
use crate::model::body_system::BodySystem;
use crate::model::diary::Diary;
use crate::model::time::Day;
use crate::words::Period;

/// What a report is to cover.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct ReportRequest {
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
    /// The day it is made; ideas are those of this day.
    pub today: Day,
    /// Whether what needed a look in the period is listed first.
    pub with_flags: bool,
    /// Whether the words of notes and doses are printed.
    pub with_notes: bool,
    /// Whether each meal is printed with its words and foods, which can take many pages.
    pub with_meals: bool,
    /// Whether everything in the diary is made up, which the report then says first.
    pub made_up: bool,
    /// Further blocks for the part "What went along with what", worded by whoever computed them. Empty leaves the part out.
    pub findings: Vec<Block>,
    /// Further blocks for the gut-skin map, likewise.
    pub axis: Vec<Block>,
    /// Name or initials to print, as the person typed them for this report; empty for none.
    pub who: String,
    /// What the person wants to ask, a line each; empty for nothing.
    pub questions: String,
    /// Whether the safety questions that were answered yes are printed.
    pub with_safety_answers: bool,
    /// How series are drawn where the person saw them before.
    pub styles: SeriesStyles,
}

impl ReportRequest {
    /// A report over a period with notes but without single meals.
    pub fn new(first: Day, last: Day, today: Day) -> Self {
        let (with_flags, with_notes, with_meals, made_up) = (true, true, false, false);
        let (findings, axis, styles) = (Vec::new(), Vec::new(), SeriesStyles::default());
        let (who, questions, with_safety_answers) = (String::new(), String::new(), true);
        Self {
            first,
            last,
            today,
            with_flags,
            with_notes,
            with_meals,
            made_up,
            findings,
            axis,
            who,
            questions,
            with_safety_answers,
            styles,
        }
    }
}

/// What every part is made from.
struct Source<'a> {
    diary: &'a Diary,
    table: &'a DayTable,
    request: &'a ReportRequest,
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
    let source = Source { diary, table, request };
    step(progress, 0.0)?;
    let mut blocks = source.about();
    blocks.extend(advice::flags(&source));
    blocks.extend(front_page::blocks(&source));
    blocks.extend(outcomes::summary(&source));
    step(progress, 0.2)?;
    let charts = source.charts();
    blocks.extend(charts.iter().cloned());
    step(progress, 0.5)?;
    blocks.extend(body::places(&source));
    blocks.extend(gut::stools(&source));
    blocks.extend(logged::courses(&source));
    blocks.extend(trials::blocks(&source));
    blocks.extend(logged::warnings(&source));
    blocks.extend(request.axis.iter().cloned());
    blocks.extend(advice::ideas(&source));
    blocks.extend(logged::words(&source));
    blocks.extend(logged::meals(&source));
    step(progress, 0.9)?;
    blocks.extend(limits());
    blocks.extend(numbers_behind(&charts));
    step(progress, 1.0)?;
    let title = "Skin and gut diary".to_owned();
    let subtitle = format!("{} · made on {}", Period::new(first, last), request.today.short());
    Ok(ReportDoc { title, subtitle, blocks })
}

fn heading(text: &str) -> Block {
    Block::Heading { level: 2, text: text.to_owned() }
}

impl Source<'_> {
    /// Number of days of the period.
    fn days(&self) -> usize {
        usize::try_from(self.request.last.days_since(self.request.first)).unwrap_or(0) + 1
    }

    /// The answered days of a column within the period.
    fn answers<'c>(&'c self, column: &'c Column) -> impl Iterator<Item = (Day, f64)> + 'c {
        self.answers_on(column, (self.request.first, self.request.last))
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

    fn about(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        if self.request.made_up {
            blocks.push(Block::Paragraph("Everything in this report is made up: it is a sample diary.".to_owned()));
        }
        blocks.push(front_page::who(self));
        blocks
    }

    /// Up to four charts: skin, gut, other outcomes, and what may go along with them; the series answered most often.
    fn charts(&self) -> Vec<Block> {
        let parts = [
            ("Skin over time", Role::Outcome, Some(BodySystem::Skin)),
            ("Gut over time", Role::Outcome, Some(BodySystem::Gut)),
            ("Other outcomes over time", Role::Outcome, Some(BodySystem::Other)),
            ("Daily life over time", Role::Factor, None),
        ];
        let mut blocks = Vec::new();
        for (title, role, system) in parts {
            let series = self.series_of(role, system);
            let styles = self.request.styles.clone();
            let ReportRequest { first, last, today, .. } = *self.request;
            let request = ChartRequest { styles, ..ChartRequest::new(&series, first, last, today) };
            if let Ok(chart) = ChartModel::new(self.diary, self.table, &request) {
                blocks.push(heading(title));
                blocks.push(Block::Figure(Box::new(chart)));
            }
        }
        blocks
    }

    fn series_of(&self, role: Role, system: Option<BodySystem>) -> Vec<&str> {
        let mut found: Vec<(usize, &Column)> = self
            .table
            .columns
            .iter()
            .filter(|column| (column.role, column.body_system) == (role, system))
            .filter(|column| !is_course(&column.key) && outcomes::is_as_logged(column) && column.place.is_none())
            .map(|column| (self.answers(column).count(), column))
            .filter(|(answered, _)| *answered > 0)
            .collect();
        // Stable: among equals the order of the catalogue stays.
        found.sort_by_key(|(answered, _)| std::cmp::Reverse(*answered));
        found.truncate(MOST_SERIES);
        found.into_iter().map(|(_, column)| column.key.as_str()).collect()
    }
}

fn limits() -> Vec<Block> {
    vec![
        heading("How to read this"),
        Block::List(vec![
            "A day without an answer is missing and is never counted as zero. Numbers are the person's own scores and counts, \
             not measurements."
                .to_owned(),
            "What stands side by side here went along with each other in this diary; that is not a cause.".to_owned(),
            "Treatment, season, cycle, better or worse days of logging and chance all leave marks in such numbers."
                .to_owned(),
            "The first and the last third of the period are described, not compared by a test.".to_owned(),
            format!(
                "Made with Gutskin {}, a private diary program. Not a medical device. Not for emergencies.",
                env!("CARGO_PKG_VERSION")
            ),
        ]),
    ]
}

/// Rows of means, those without any answer that follow each other made one.
fn joined(rows: &[MeanRow]) -> Vec<MeanRow> {
    let mut joined: Vec<MeanRow> = Vec::new();
    let is_empty = |(.., means): &MeanRow| means.iter().all(Option::is_none);
    for row in rows {
        match joined.last_mut() {
            Some(last) if is_empty(last) && is_empty(row) => last.1 = row.1,
            _ => joined.push(row.clone()),
        }
    }
    joined
}

/// The charts as tables of means, so that nobody has to read a number off a picture.
fn numbers_behind(charts: &[Block]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for block in charts {
        let Block::Figure(chart) = block else { continue };
        let means = chart.means();
        let cell = |(panel, mean): (&Panel, &Option<(f64, usize)>)| match mean {
            Some((mean, answered)) => format!("{} ({answered})", panel.show_mean(*mean)),
            None => outcomes::MISSING.to_owned(),
        };
        let rows = joined(&means.rows).into_iter().map(|(from, to, means)| {
            std::iter::once(Period::new(from, to).to_string())
                .chain(chart.panels.iter().zip(&means).map(cell))
                .collect()
        });
        blocks.push(Block::Table(Table {
            caption: format!("{}; mean, and in brackets the days answered", chart.title),
            rows: rows.collect(),
            widths: std::iter::once(2.0).chain(chart.panels.iter().map(|_| 1.2)).collect(),
            header: means.header,
        }));
    }
    if !blocks.is_empty() {
        blocks.insert(0, heading("Numbers behind the charts"));
    }
    blocks
}
