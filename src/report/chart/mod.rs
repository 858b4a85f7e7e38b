//! The chart model: what a chart says, before anybody draws it. The window's plot, SVG, PNG, the report and the table beside
//! a chart all read this one, so that they cannot differ.

use super::error::ReportError;
use super::numbers::{clock, count, number};
use crate::analysis::day_table::{Column, DayTable};
use crate::model::course::CourseKind;
use crate::model::diary::Diary;
use crate::model::entry::EntryKind;
use crate::model::time::Day;

mod panel;
mod table;

pub use table::{ChartTable, MeanTable};

/// The most panels of one chart.
pub const MOST_PANELS: usize = 4;
/// Days a mean looks back on, the day itself included.
pub const MEAN_DAYS: usize = 7;
/// Answered days a mean needs among them.
pub const MEAN_NEEDS: usize = 3;

/// How the values of a panel are read out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reads {
    /// As a number.
    Number,
    /// 0 is no, 1 is yes; a mean is the share of answered days with yes.
    YesNo,
    /// Hours since midnight as a time on the clock; past 24 are the small hours after.
    Clock,
}

/// Values of consecutive days; a missing day ends a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// Day and value, one a day without a gap.
    pub points: Vec<(Day, f64)>,
}

/// A panel's answers in four numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Summary {
    /// Days with an answer.
    pub answered: usize,
    /// Least value.
    pub least: f64,
    /// Largest value.
    pub most: f64,
    /// Mean over the answered days.
    pub mean: f64,
}

/// One series on an axis of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// Key of the series.
    pub key: String,
    /// Name for people.
    pub label: String,
    /// Unit; empty if there is none.
    pub unit: String,
    /// How values are read out.
    pub reads: Reads,
    /// Ends of the value axis.
    pub range: (f64, f64),
    /// Values of the axis marks.
    pub ticks: Vec<f64>,
    /// The daily values.
    pub runs: Vec<Run>,
    /// For each day the mean of what was answered on it and the six days before, where that is at least three answers.
    pub mean_runs: Vec<Run>,
    /// Whether each day of the chart was answered.
    pub answered: Vec<bool>,
    /// `None` if no day was answered.
    pub summary: Option<Summary>,
}

/// A course within the period.
#[derive(Debug, Clone, PartialEq)]
pub struct CourseSpan {
    /// What it is called.
    pub label: String,
    /// What kind of course it is.
    pub kind: CourseKind,
    /// First day; may lie before the period.
    pub start: Day,
    /// Last day; `None` while it goes on.
    pub stop: Option<Day>,
    /// Last day on which it may still act; `None` while it goes on.
    pub after_until: Option<Day>,
}

/// Something that happened once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// When.
    pub day: Day,
    /// What, in the person's words, on one line and cut short.
    pub label: String,
}

/// What a chart says.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartModel {
    /// Title: the series and the period.
    pub title: String,
    /// The chart in words: period, answered days, least, most and mean of each series, courses and events.
    pub alt: String,
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
    /// One to four panels sharing the days.
    pub panels: Vec<Panel>,
    /// Courses that touch the period, by first day.
    pub spans: Vec<CourseSpan>,
    /// Events within the period, by day.
    pub marks: Vec<Mark>,
}

impl ChartModel {
    /// A chart of one to four series from `first` to `last`, both included.
    ///
    /// # Errors
    /// [`ReportError`] if a series is unknown, none or too many are named, the period runs backwards, or nothing was answered.
    pub fn new(diary: &Diary, table: &DayTable, series: &[&str], first: Day, last: Day) -> Result<Self, ReportError> {
        if first > last {
            return Err(ReportError::Backwards { first, last });
        }
        let columns = find_columns(diary, table, series)?;
        let panels: Vec<Panel> = columns.iter().map(|column| panel::build(diary, table, column, first, last)).collect();
        let names: Vec<&str> = panels.iter().map(|panel| panel.label.as_str()).collect();
        if panels.iter().all(|panel| panel.summary.is_none()) {
            return Err(ReportError::NoData { what: names.join(", "), first, last });
        }
        let title = format!("{}: {}", names.join(", "), period(first, last));
        let mut chart = Self {
            title,
            alt: String::new(),
            first,
            last,
            panels,
            spans: spans(diary, first, last),
            marks: marks(diary, first, last),
        };
        chart.alt = chart.in_words();
        Ok(chart)
    }

    /// Number of days.
    pub fn days(&self) -> usize {
        usize::try_from(self.last.days_since(self.first)).unwrap_or(0) + 1
    }

    fn in_words(&self) -> String {
        let days = count(self.days(), "day", "days");
        let mut words = format!("Chart of {} ({days}).", self.title);
        for panel in &self.panels {
            words.push(' ');
            words += &panel.in_words(self.days());
        }
        if !self.spans.is_empty() {
            let courses: Vec<String> = self.spans.iter().map(CourseSpan::in_words).collect();
            words += &format!(" Courses: {}.", courses.join("; "));
        }
        if !self.marks.is_empty() {
            let shown = self.marks.iter().take(10).map(|mark| format!("{} on {}", mark.label, mark.day.short()));
            words += &format!(" Events: {}", shown.collect::<Vec<_>>().join("; "));
            words += &match self.marks.len().saturating_sub(10) {
                0 => ".".to_owned(),
                more => format!("; and {more} more."),
            };
        }
        words
    }
}

impl Panel {
    /// Name and unit: `Sleep (h)`.
    pub fn name(&self) -> String {
        if self.unit.is_empty() { self.label.clone() } else { format!("{} ({})", self.label, self.unit) }
    }

    /// A value as the axis shows it, without its unit.
    pub fn show(&self, value: f64) -> String {
        match self.reads {
            Reads::Number => number(value),
            Reads::YesNo if value == 0.0 => "no".to_owned(),
            Reads::YesNo if value == 1.0 => "yes".to_owned(),
            Reads::YesNo => format!("{:.0} %", value * 100.0),
            Reads::Clock => clock(value),
        }
    }

    fn in_words(&self, days: usize) -> String {
        let Some(summary) = &self.summary else { return format!("{}: not answered on any day.", self.label) };
        let answered = format!("{}: answered on {} of {days} days", self.label, summary.answered);
        if self.reads == Reads::YesNo {
            let yes = (summary.mean * summary.answered as f64).round();
            return format!("{answered}, yes on {yes:.0} of them.");
        }
        let unit = if self.unit.is_empty() { String::new() } else { format!(" {}", self.unit) };
        let [least, most, mean] = [summary.least, summary.most, summary.mean].map(|value| self.show(value) + &unit);
        format!("{answered}; least {least}, most {most}, mean {mean}.")
    }
}

impl CourseSpan {
    fn in_words(&self) -> String {
        match self.stop {
            Some(stop) => format!("{}, {} to {}", self.label, self.start.short(), stop.short()),
            None => format!("{}, since {}", self.label, self.start.short()),
        }
    }
}

/// `1 Mar 2026 to 31 Mar 2026`, or one day.
pub fn period(first: Day, last: Day) -> String {
    if first == last { first.short() } else { format!("{} to {}", first.short(), last.short()) }
}

fn find_columns<'a>(diary: &Diary, table: &'a DayTable, series: &[&str]) -> Result<Vec<&'a Column>, ReportError> {
    let mut columns: Vec<&Column> = Vec::new();
    for key in series.iter().map(|key| key.trim()).filter(|key| !key.is_empty()) {
        let Some(column) = table.column(key) else { return Err(unknown(diary, table, key)) };
        if !columns.iter().any(|known| known.key == column.key) {
            columns.push(column);
        }
    }
    match columns.len() {
        0 => Err(ReportError::NoSeries),
        named if named > MOST_PANELS => Err(ReportError::TooManySeries(named)),
        _ => Ok(columns),
    }
}

fn unknown(diary: &Diary, table: &DayTable, key: &str) -> ReportError {
    let in_catalogue = diary.catalogue().get(key).is_some();
    if table.days == 0 && in_catalogue {
        return ReportError::NoData { what: key.to_owned(), first: table.first, last: table.first };
    }
    let key: String = key.chars().take(40).filter(|c| !c.is_control()).collect();
    let nearest = diary.catalogue().nearest_keys(&key);
    ReportError::UnknownSeries { key, nearest }
}

fn spans(diary: &Diary, first: Day, last: Day) -> Vec<CourseSpan> {
    let touches = |span: &CourseSpan| span.start <= last && span.after_until.is_none_or(|until| until >= first);
    let mut spans: Vec<CourseSpan> = diary
        .courses()
        .map(|course| CourseSpan {
            label: course.name.to_string(),
            kind: course.kind,
            start: course.start,
            stop: course.stop,
            after_until: course.after_effect_until(),
        })
        .filter(touches)
        .collect();
    spans.sort_by_key(|span| span.start);
    spans
}

fn marks(diary: &Diary, first: Day, last: Day) -> Vec<Mark> {
    let events = diary.pages_between(first, last).flat_map(|page| {
        let found = page.of_kind(EntryKind::Event);
        found.into_iter().filter_map(|entry| entry.text.as_ref()).map(|text| (page.date, text)).collect::<Vec<_>>()
    });
    events.map(|(day, text)| Mark { day, label: one_line(text.as_str(), 60) }).collect()
}

/// Text on one line, at most `most` characters, with `…` where it was cut.
pub fn one_line(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    line.chars().take(most.saturating_sub(1)).collect::<String>().trim_end().to_owned() + "…"
}
