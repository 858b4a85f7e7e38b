//! The chart model: what a chart says, before anything is drawn. The window, SVG, PNG and PDF all draw this one, so that they
//! show the same numbers and speak the same words to somebody who cannot see them.

use std::borrow::Cow;

use crate::analysis::photo_limits::limits_of_all;
use crate::columns::{Column, ColumnSpec, DayTable, Origin, Role};
use crate::model::diary::Diary;
use crate::model::time::Day;
use crate::model::trackable::Direction;
use crate::report::series_style::SeriesStyle;
use crate::words::{Period, Quantity, count, percent, plain};

mod barcode;
mod error;
mod kept_back;
mod panel;
mod request;
mod span;

pub use barcode::BarcodeRun;
pub use error::ChartError;
pub use panel::moving_mean;
pub use request::ChartRequest;
pub use span::{Days, Mark, Span, earliest, is_course, spans, trial_spans, whole_period, within};

/// The most series one chart stacks.
pub const MOST_SERIES: usize = 4;
/// Days of the moving mean: the day itself and the six before it.
pub const MEAN_DAYS: i32 = 7;
/// Answers among those days below which there is no mean.
pub const MEAN_NEEDED: usize = 3;

/// Events named in the words of a chart; more are counted.
const MOST_NAMED: usize = 12;

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
    /// Which way is worse.
    pub direction: Direction,
    /// How it is drawn, here and everywhere else.
    pub style: SeriesStyle,
    /// One cell a day of the chart; `None` is missing.
    pub values: Vec<Option<f64>>,
    /// Mean of the answers of each day and the six before it, where there are at least [`MEAN_NEEDED`].
    pub mean: Vec<Option<f64>>,
    /// Ticks of the value axis; the first and last are its ends.
    pub ticks: Vec<f64>,
    /// The step in which it was answered.
    pub step: f64,
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
    /// The chart that is asked for, first and last day included. Days before the first or after the last that is logged are
    /// days without an answer, and courses are drawn on their own days.
    ///
    /// # Errors
    /// [`ChartError`] with the way out.
    pub fn new(diary: &Diary, table: &DayTable, request: &ChartRequest) -> Result<Self, ChartError> {
        let (first, last) = (request.first, request.last);
        // "itch, sleep_hours" and a key named twice are no reason to refuse.
        let mut asked: Vec<&str> = Vec::new();
        for key in request.series.iter().map(|key| key.trim()).filter(|key| !key.is_empty()) {
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
        let mut styles = request.styles.clone();
        styles.show_together(&asked);
        let build = |column: &Cow<'_, Column>| panel::build(diary, table, column, request, styles.of(&column.key));
        let mut panels: Vec<Panel> = found.iter().map(build).collect();
        let kept_back = kept_back::leave_out(&mut panels, diary, request);
        let names = panels.iter().map(|panel| panel.label.as_str()).collect::<Vec<_>>().join(", ");
        if panels.iter().all(|panel| panel.answered() == 0) {
            return Err(ChartError::Nothing { names, first, last });
        }
        let title = format!("{names}, {} to {}", first.short(), last.short());
        let beside_outcome = found.iter().any(|column| column.is_outcome());
        let mut spans = span::trial_spans(diary, (first, last), beside_outcome, request.today);
        spans.extend(span::spans(diary, (first, last), request.today));
        let marks = span::marks(diary, (first, last));
        let mut model = Self { title, alt: String::new(), first, last, panels, spans, marks };
        model.alt = model.in_words();
        model.alt.extend(kept_back.iter().map(|words| format!(" {words}")));
        model.alt.extend(limits_of_all(asked.iter().copied()).into_iter().map(|words| format!(" {words}")));
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
        let (days, period) = (self.days(), Period::new(self.first, self.last));
        let mut words = format!("Chart from {} to {}, {days} days.", self.first.short(), self.last.short());
        for panel in &self.panels {
            words += " ";
            words += &panel.in_words(days);
        }
        for span in &self.spans {
            words += &format!(" {}: {} {}.", span.kind, span.label, span.days_in_words());
        }
        if !self.marks.is_empty() {
            let marks =
                self.marks.iter().take(MOST_NAMED).map(|mark| format!("{} ({})", mark.label, period.day(mark.day)));
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

    fn quantity(&self) -> Quantity<'_> {
        Quantity { unit: &self.unit, yes_no: self.reading == Reading::YesNo, step: self.step }
    }

    /// An answer of this series for people, with its unit.
    pub fn show(&self, value: f64) -> String {
        self.with_unit(self.show_bare(value))
    }

    /// An answer of this series for people, without its unit.
    pub fn show_bare(&self, value: f64) -> String {
        self.read(value, |value| self.quantity().answer(value))
    }

    /// A mean of answers for people, without its unit: one digit more than they have.
    pub fn show_mean(&self, value: f64) -> String {
        self.read(value, |value| self.quantity().mean(value))
    }

    /// A tick of the value axis.
    pub fn show_tick(&self, value: f64) -> String {
        self.read(value, plain)
    }

    fn with_unit(&self, number: String) -> String {
        if self.reading == Reading::Number { self.quantity().with_unit(&number) } else { number }
    }

    fn read(&self, value: f64, number: impl Fn(f64) -> String) -> String {
        match self.reading {
            Reading::Number => number(value),
            Reading::YesNo if value == 1.0 => "yes".to_owned(),
            Reading::YesNo if value == 0.0 => "no".to_owned(),
            Reading::YesNo => format!("{} yes", percent(value)),
            Reading::Clock => {
                let minutes = (value * 60.0).round().rem_euclid(24.0 * 60.0);
                format!("{:02}:{:02}", (minutes / 60.0).floor(), minutes % 60.0)
            }
        }
    }

    /// Which way is worse, in two or three words; `None` where neither is.
    pub fn direction_in_words(&self) -> Option<&'static str> {
        match self.direction {
            _ if self.reading == Reading::YesNo => None,
            Direction::WorseUp => Some("higher is worse"),
            Direction::BetterUp => Some("higher is better"),
            Direction::Neutral => None,
        }
    }

    /// What the days of a moving mean come to, on the day with this index and the six before it: of yes and no the days with a
    /// yes among those answered (“2 of 7 days”), of all else their mean with its unit. `None` with too few answers for a mean,
    /// and with no answer at all.
    pub fn lately(&self, index: usize) -> Option<String> {
        if self.reading != Reading::YesNo {
            return self.mean.get(index).copied().flatten().map(|mean| self.with_unit(self.show_mean(mean)));
        }
        let week = usize::try_from(MEAN_DAYS).unwrap_or(0);
        let days = self.values.get((index + 1).saturating_sub(week)..=index)?;
        let answered = days.iter().flatten().count();
        let yes = days.iter().flatten().filter(|value| **value == 1.0).count();
        (answered > 0).then(|| format!("{yes} of {}", count(answered, "day", "days")))
    }

    /// Three or four of the ticks, evenly, the first and last among them: enough to read a value by.
    pub fn shown_ticks(&self) -> impl Iterator<Item = f64> + Clone + '_ {
        let gaps = self.ticks.len().saturating_sub(1);
        let every = (1..=gaps.max(1)).find(|every| gaps.is_multiple_of(*every) && gaps / every <= 3).unwrap_or(1);
        self.ticks.iter().copied().step_by(every)
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
            self.with_unit(self.show_mean(mean))
        )
    }
}

/// The column of a key; one without answers for a trackable that nobody has answered yet.
fn column<'a>(diary: &Diary, table: &'a DayTable, key: &str) -> Result<Cow<'a, Column>, ChartError> {
    if let Some(found) = table.column(key) {
        return Ok(Cow::Borrowed(found));
    }
    let known = diary.catalogue().get(key).ok_or_else(|| ChartError::unknown(diary, key))?;
    let spec = ColumnSpec::new(key, known.label.to_string(), Role::Context, Origin::Logged);
    let spec = ColumnSpec { unit: known.kind.unit().to_owned(), direction: known.direction, ..spec };
    Ok(Cow::Owned(Column { spec, cells: vec![None; table.days] }))
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
        let column = Column { spec: ColumnSpec::new("custom", "Custom", Role::Factor, Origin::Logged), cells };
        let table = DayTable::new(first, 9, vec![column]);
        let request = ChartRequest::new(&["custom"], first, first.plus(8), first.plus(8));
        let model = ChartModel::new(&Diary::default(), &table, &request).unwrap();
        let mean = &model.panels[0].mean;
        // Days 4, 5 and 6 look back on 2, 4 and 9; day 7 on 4 and 9 alone.
        assert_eq!(mean, &[None, None, None, None, Some(5.0), Some(5.0), Some(5.0), None, None]);
        assert!(model.alt.contains("answered on 3 of 9 days, least 2, most 9, mean 5"), "{}", model.alt);
    }

    #[test]
    fn what_cannot_be_drawn_says_so() {
        let day: Day = "2026-03-02".parse().unwrap();
        let table = crate::columns::tabulate(&Diary::default());
        let refused = |keys: &[&str], to: Day| {
            ChartModel::new(&Diary::default(), &table, &ChartRequest::new(keys, day, to, day)).unwrap_err().to_string()
        };
        assert!(refused(&["rednes"], day).contains("did you mean redness"));
        assert!(refused(&[], day).contains("no series"));
        assert!(refused(&["itch", "redness", "stress", "mood", "stool"], day).contains("at most 4"));
        assert!(refused(&["itch"], day.plus(-1)).contains("swap"));
        assert!(refused(&["itch"], day).contains("nothing is logged for Itch"));
    }
}
