//! The chart model: what a chart says, before anything is drawn. The window, SVG, PNG and PDF all draw this one, so that they
//! show the same numbers and speak the same words to somebody who cannot see them.

use std::borrow::Cow;

use crate::analysis::day_table::{Column, DayTable, Role, Scale};
use crate::model::course::Phase;
use crate::model::diary::Diary;
use crate::model::entry::EntryKind;
use crate::model::time::Day;

mod panel;

pub use panel::is_course;

/// The most series one chart stacks.
pub const MOST_SERIES: usize = 4;
/// Days of the moving mean: the day itself and the six before it.
pub const MEAN_DAYS: i32 = 7;
/// Answers among those days below which there is no mean.
pub const MEAN_NEEDED: usize = 3;

/// Events named in the words of a chart; more are counted.
const MOST_NAMED: usize = 12;

/// Why there is no chart.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChartError {
    /// No series was named.
    #[error("no series is named; name up to {MOST_SERIES}, for example redness,itch")]
    NoSeries,
    /// More series than fit.
    #[error("{0} series are too many; name at most {MOST_SERIES}")]
    TooMany(usize),
    /// A series the diary does not know.
    #[error("“{key}” is not a series of this diary{}", near(.nearest))]
    Unknown {
        /// What was asked for, cut short.
        key: String,
        /// Keys that look like it.
        nearest: Vec<String>,
    },
    /// The last day comes before the first.
    #[error("the period ends on {last}, before it starts on {first}; swap them")]
    Backwards {
        /// First day asked for.
        first: Day,
        /// Last day asked for.
        last: Day,
    },
    /// No named series has an answer in the period.
    #[error("nothing is logged for {names} from {first} to {last}; choose another period")]
    Nothing {
        /// Names of the series.
        names: String,
        /// First day.
        first: Day,
        /// Last day.
        last: Day,
    },
}

fn near(nearest: &[String]) -> String {
    if nearest.is_empty() {
        "; “gutskin days” lists all in its first line".to_owned()
    } else {
        format!("; did you mean {}?", nearest.join(", "))
    }
}

/// How a number of a series reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// As a number.
    Number,
    /// 1 yes, 0 no.
    YesNo,
    /// Hours since midnight as a time; past 24 is after midnight.
    Clock,
}

/// One series over the days of the chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// Stable key.
    pub key: String,
    /// Name for people.
    pub label: String,
    /// Unit; empty if there is none.
    pub unit: String,
    /// How its numbers read.
    pub reading: Reading,
    /// One cell a day of the chart; `None` is missing.
    pub values: Vec<Option<f64>>,
    /// Mean of the answers of each day and the six before it, where there are at least [`MEAN_NEEDED`].
    pub mean: Vec<Option<f64>>,
    /// Ticks of the value axis; the first and last are its ends.
    pub ticks: Vec<f64>,
}

/// A course over the days of the chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Its name.
    pub label: String,
    /// Its kind, for people.
    pub kind: &'static str,
    /// First and last day within the chart on which it was taken; `None` if only its after-effects reach into the chart.
    pub during: Option<(Day, Day)>,
    /// Days within the chart on which it may still act.
    pub after: Option<(Day, Day)>,
}

/// Something that happened once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// When.
    pub day: Day,
    /// What, on one line.
    pub label: String,
}

/// What a chart says.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartModel {
    /// Heading.
    pub title: String,
    /// The chart in words: period, and for every series how many days were answered, least, most and mean.
    pub alt: String,
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
    /// One panel a series, top to bottom.
    pub panels: Vec<Panel>,
    /// Courses, by their first day.
    pub spans: Vec<Span>,
    /// Events, by day.
    pub marks: Vec<Mark>,
}

impl ChartModel {
    /// The chart of some series from one day to another, both included.
    ///
    /// # Errors
    /// [`ChartError`] with the way out.
    pub fn new(diary: &Diary, table: &DayTable, keys: &[&str], first: Day, last: Day) -> Result<Self, ChartError> {
        // "itch, sleep_hours" and a key named twice are no reason to refuse.
        let mut asked: Vec<&str> = Vec::new();
        for key in keys.iter().map(|key| key.trim()).filter(|key| !key.is_empty()) {
            if !asked.contains(&key) {
                asked.push(key);
            }
        }
        if asked.is_empty() {
            return Err(ChartError::NoSeries);
        }
        if asked.len() > MOST_SERIES {
            return Err(ChartError::TooMany(asked.len()));
        }
        if last < first {
            return Err(ChartError::Backwards { first, last });
        }
        let found: Vec<Cow<'_, Column>> =
            asked.iter().map(|key| column(diary, table, key)).collect::<Result<_, _>>()?;
        let panels: Vec<Panel> = found.iter().map(|column| panel::build(diary, table, column, first, last)).collect();
        let names = panels.iter().map(|panel| panel.label.as_str()).collect::<Vec<_>>().join(", ");
        if panels.iter().all(|panel| panel.answered() == 0) {
            return Err(ChartError::Nothing { names, first, last });
        }
        let title = format!("{names}, {} to {}", first.short(), last.short());
        let (spans, marks) = (spans(diary, first, last), marks(diary, first, last));
        let mut model = Self { title, alt: String::new(), first, last, panels, spans, marks };
        model.alt = model.in_words();
        Ok(model)
    }

    /// Number of days.
    pub fn days(&self) -> usize {
        usize::try_from(self.last.days_since(self.first)).unwrap_or(0) + 1
    }

    /// The day of a cell.
    pub fn day(&self, index: usize) -> Day {
        self.first.plus(i32::try_from(index).unwrap_or(i32::MAX))
    }

    /// The numbers as rows, one a day: the day, and a cell a panel.
    pub fn rows(&self) -> impl Iterator<Item = (Day, Vec<Option<f64>>)> + '_ {
        (0..self.days()).map(|index| {
            let cells = self.panels.iter().map(|panel| panel.values.get(index).copied().flatten()).collect();
            (self.day(index), cells)
        })
    }

    fn in_words(&self) -> String {
        let days = self.days();
        let mut words = format!("Chart from {} to {}, {days} days.", self.first.short(), self.last.short());
        for panel in &self.panels {
            words += " ";
            words += &panel.in_words(days);
        }
        for span in &self.spans {
            let (from, to) = span.during.or(span.after).unwrap_or((self.first, self.last));
            let part = if span.during.is_some() { "" } else { " (may still act)" };
            words += &format!(" {}: {}{part} {} to {}.", span.kind, span.label, from.brief(), to.brief());
        }
        if !self.marks.is_empty() {
            let marks = self.marks.iter().take(MOST_NAMED).map(|mark| format!("{} ({})", mark.label, mark.day.brief()));
            words += &format!(" Events: {}", marks.collect::<Vec<_>>().join("; "));
            words += &match self.marks.len().saturating_sub(MOST_NAMED) {
                0 => ".".to_owned(),
                more => format!("; and {more} more."),
            };
        }
        words
    }
}

impl Panel {
    /// Days with an answer.
    pub fn answered(&self) -> usize {
        self.values.iter().flatten().count()
    }

    /// Ends of the value axis.
    pub fn ends(&self) -> (f64, f64) {
        let low = self.ticks.first().copied().unwrap_or(0.0);
        (low, self.ticks.last().copied().filter(|high| *high > low).unwrap_or(low + 1.0))
    }

    /// Name and unit: `Sleep (h)`.
    pub fn name(&self) -> String {
        if self.unit.is_empty() { self.label.clone() } else { format!("{} ({})", self.label, self.unit) }
    }

    /// A number of this series for people, with its unit.
    pub fn show(&self, value: f64) -> String {
        let plain = self.show_bare(value);
        if self.unit.is_empty() || self.reading != Reading::Number { plain } else { format!("{plain} {}", self.unit) }
    }

    /// A number of this series for people, without its unit.
    pub fn show_bare(&self, value: f64) -> String {
        match self.reading {
            Reading::Number => {
                let rounded = if value.abs() >= 100.0 { value.round() } else { (value * 100.0).round() / 100.0 };
                // Adding 0 turns the −0 of rounding into 0.
                format!("{}", rounded + 0.0)
            }
            Reading::YesNo if value == 1.0 => "yes".to_owned(),
            Reading::YesNo if value == 0.0 => "no".to_owned(),
            Reading::YesNo => format!("{:.0} % yes", value * 100.0),
            Reading::Clock => {
                let minutes = (value * 60.0).round().rem_euclid(24.0 * 60.0);
                format!("{:02}:{:02}", (minutes / 60.0).floor(), minutes % 60.0)
            }
        }
    }

    /// Unbroken runs of answered days: index of the day and value. A missing day ends a run.
    pub fn runs(cells: &[Option<f64>]) -> Vec<Vec<(usize, f64)>> {
        let mut runs: Vec<Vec<(usize, f64)>> = Vec::new();
        let mut open = false;
        for (index, cell) in cells.iter().enumerate() {
            match (cell, open, runs.last_mut()) {
                (Some(value), true, Some(run)) => run.push((index, *value)),
                (Some(value), _, _) => runs.push(vec![(index, *value)]),
                (None, _, _) => {}
            }
            open = cell.is_some();
        }
        runs
    }

    fn in_words(&self, days: usize) -> String {
        let answered: Vec<f64> = self.values.iter().flatten().copied().collect();
        let Some((least, most)) = answered.iter().fold(None, |ends: Option<(f64, f64)>, value| {
            Some(ends.map_or((*value, *value), |(low, high)| (low.min(*value), high.max(*value))))
        }) else {
            return format!("{}: not answered on any of {days} days.", self.label);
        };
        let mean = answered.iter().sum::<f64>() / answered.len() as f64;
        format!(
            "{}: answered on {} of {days} days, least {}, most {}, mean {}.",
            self.label,
            answered.len(),
            self.show(least),
            self.show(most),
            self.show(mean)
        )
    }
}

/// `1 Mar 2026 to 31 Mar 2026`, or one day.
pub fn period(first: Day, last: Day) -> String {
    if first == last { first.short() } else { format!("{} to {}", first.short(), last.short()) }
}

fn unknown(diary: &Diary, key: &str) -> ChartError {
    let key: String = key.chars().take(40).filter(|sign| !sign.is_control()).collect();
    let nearest = diary.catalogue().nearest_keys(&key);
    ChartError::Unknown { key, nearest }
}

/// The column of a key; one without answers for a trackable that nobody has answered yet.
fn column<'a>(diary: &Diary, table: &'a DayTable, key: &str) -> Result<Cow<'a, Column>, ChartError> {
    if let Some(found) = table.column(key) {
        return Ok(Cow::Borrowed(found));
    }
    let known = diary.catalogue().get(key).ok_or_else(|| unknown(diary, key))?;
    let (label, unit) = (known.label.to_string(), known.kind.unit().to_owned());
    let cells = vec![None; table.days];
    let (key, scale, role) = (key.to_owned(), Scale::Number, Role::Context);
    Ok(Cow::Owned(Column { key, label, unit, scale, role, cells }))
}

fn spans(diary: &Diary, first: Day, last: Day) -> Vec<Span> {
    let within = |from: Day, to: Day| {
        let (from, to) = (from.max(first), to.min(last));
        (from <= to).then_some((from, to))
    };
    let mut courses: Vec<_> = diary.courses().collect();
    courses.sort_by_key(|course| (course.start, course.id));
    let mut spans = Vec::new();
    for course in courses {
        let during = within(course.start, course.stop.unwrap_or(last));
        let after = course.stop.and_then(|stop| within(stop.plus(1), course.after_effect_until()?));
        let after = after.filter(|(from, _)| course.phase(*from) == Phase::After);
        if during.is_some() || after.is_some() {
            spans.push(Span { label: course.name.to_string(), kind: course.kind.label(), during, after });
        }
    }
    spans
}

fn marks(diary: &Diary, first: Day, last: Day) -> Vec<Mark> {
    let mut marks = Vec::new();
    for page in diary.pages_between(first, last) {
        for entry in page.of_kind(EntryKind::Event) {
            if let Some(text) = &entry.text {
                let label = text.as_str().lines().next().unwrap_or_default().chars().take(60).collect();
                marks.push(Mark { day: page.date, label });
            }
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_day_ends_a_run() {
        let cells = [Some(1.0), Some(2.0), None, Some(3.0), None, None, Some(4.0)];
        let runs = Panel::runs(&cells);
        assert_eq!(runs, [vec![(0, 1.0), (1, 2.0)], vec![(3, 3.0)], vec![(6, 4.0)]]);
    }

    #[test]
    fn the_moving_mean_needs_three_answers_and_takes_nothing_for_a_missing_day() {
        let first: Day = "2026-03-02".parse().unwrap();
        let cells = vec![Some(2.0), None, Some(4.0), None, Some(9.0), None, None, None, None];
        let (key, label) = ("custom".to_owned(), "Custom".to_owned());
        let (unit, scale, role) = (String::new(), Scale::Number, Role::Factor);
        let column = Column { key, label, unit, scale, role, cells };
        let table = DayTable { first, days: 9, columns: vec![column] };
        let model = ChartModel::new(&Diary::default(), &table, &["custom"], first, first.plus(8)).unwrap();
        let mean = &model.panels[0].mean;
        // Days 4, 5 and 6 look back on 2, 4 and 9; day 7 on 4 and 9 alone.
        assert_eq!(mean, &[None, None, None, None, Some(5.0), Some(5.0), Some(5.0), None, None]);
        assert!(model.alt.contains("answered on 3 of 9 days, least 2, most 9, mean 5"), "{}", model.alt);
    }

    #[test]
    fn what_cannot_be_drawn_says_so() {
        let day: Day = "2026-03-02".parse().unwrap();
        let table = crate::analysis::tabulate::tabulate(&Diary::default());
        let refused =
            |keys: &[&str], to: Day| ChartModel::new(&Diary::default(), &table, keys, day, to).unwrap_err().to_string();
        assert!(refused(&["rednes"], day).contains("did you mean redness"));
        assert!(refused(&[], day).contains("no series"));
        assert!(refused(&["itch", "redness", "stress", "mood", "stool"], day).contains("at most 4"));
        assert!(refused(&["itch"], day.plus(-1)).contains("swap"));
        assert!(refused(&["itch"], day).contains("nothing is logged for Itch"));
    }
}
