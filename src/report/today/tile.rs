//! One series at a glance: its number of today, one sentence against last week, and its last fourteen days.

use crate::analysis::week_change::{TooFewDays, WEEK_DAYS, days_up_to, week_change};
use crate::columns::{Column, DayTable, Scale};
use crate::model::diary::Diary;
use crate::model::time::Day;
use crate::model::trackable::Direction;
use crate::words::{capital, rounded};

/// Days that the line of a tile shows.
pub const TILE_DAYS: usize = 14;

/// One series at a glance.
#[derive(Debug, Clone, PartialEq)]
pub struct Tile {
    /// Key of its column.
    pub key: String,
    /// Its name.
    pub title: String,
    /// The number of today, with its unit; `None` if it is not known today.
    pub now: Option<String>,
    /// Which way it is worse, and within what it lies: "0 to 100, higher is worse".
    pub reads: String,
    /// The week up to today against the week before.
    pub sentence: String,
    /// How many days that is said of.
    pub counted: String,
    /// The last [`TILE_DAYS`] days, the oldest first.
    pub cells: Vec<Option<f64>>,
}

impl Tile {
    /// The tile of a column; `None` if there is no such column.
    pub fn new(diary: &Diary, table: &DayTable, key: &str, today: Day) -> Option<Self> {
        let column = table.column(key)?;
        let cells = days_up_to(table, column, today, TILE_DAYS);
        let quantity = column.quantity();
        let now = cells.last().copied().flatten().map(|value| {
            let number = if quantity.unit == "points" { rounded(value, 0) } else { quantity.answer(value) };
            if quantity.unit == "points" { number } else { quantity.with_unit(&number) }
        });
        let (title, within) = column.label.split_once(" (").unwrap_or((&column.label, ""));
        let worse = match diary.catalogue().get(key).map(|known| known.direction) {
            Some(Direction::BetterUp) => "higher is better",
            Some(Direction::WorseUp) => "higher is worse",
            // The program's own scores of a day: 0 best.
            None if column.scale == Scale::Points => "higher is worse",
            Some(Direction::Neutral) | None => "",
        };
        let within = within.trim_end_matches(')');
        let reads: Vec<&str> = [within, worse].into_iter().filter(|words| !words.is_empty()).collect();
        let (sentence, counted) = against_last_week(table, column, today);
        Some(Self {
            key: key.to_owned(),
            title: title.to_owned(),
            now,
            reads: reads.join(", "),
            sentence,
            counted,
            cells,
        })
    }

    /// The tile's line in words, for whoever does not see it.
    pub fn line_in_words(&self) -> String {
        let answers: Vec<f64> = self.cells.iter().flatten().copied().collect();
        let (low, high) = answers.iter().fold((f64::MAX, f64::MIN), |(low, high), x| (low.min(*x), high.max(*x)));
        if answers.is_empty() {
            return format!("{}, last {TILE_DAYS} days: none answered", self.title);
        }
        let (low, high) = (rounded(low, -1), rounded(high, -1));
        format!("{}, last {TILE_DAYS} days: {} answered, from {low} to {high}", self.title, answers.len())
    }
}

fn against_last_week(table: &DayTable, column: &Column, today: Day) -> (String, String) {
    let of_days = |days: usize| format!("{days} of {WEEK_DAYS} days");
    match week_change(table, column, today) {
        Ok(change) => {
            let counted = format!("{} answered, last week {}", of_days(change.answered.0), change.answered.1);
            (capital(&difference_words(column, change.difference, change.is_usual(), "last week")), counted)
        }
        Err(TooFewDays { now: 0, before: 0 }) => ("Not answered in these two weeks.".to_owned(), String::new()),
        Err(TooFewDays { now, before }) => (
            "Too few days to compare with last week.".to_owned(),
            format!("{} answered, last week {before}", of_days(now)),
        ),
    }
}

/// `5 points lower than last week`, or `about as last week`.
pub(super) fn difference_words(column: &Column, difference: f64, is_usual: bool, than: &str) -> String {
    let quantity = column.quantity();
    let size = quantity.mean(difference.abs());
    if is_usual || size == "0" {
        return format!("about as {than}");
    }
    let way = match (quantity.unit, difference > 0.0) {
        ("h" | "min" | "g" | "ml", true) => "more",
        ("h" | "min" | "g" | "ml", false) => "less",
        (_, true) => "higher",
        (_, false) => "lower",
    };
    format!("{} {way} than {than}", quantity.with_unit(&size))
}
