//! An index as a person opens it: its number or what is missing for one, and every part with what it was worked out from.

use super::days::PartDays;
use super::evaluate::{Combined, Formulas, Placed, Row};
use super::measured::Measured;
use super::person::Person;
use super::{Formula, Part, sensitivity};
use crate::columns::table::DayTable;
use crate::model::diary::Diary;
use crate::model::time::Day;

/// Where an index lies, in words. The marks are our own step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// 0 to 39.
    RoomToImprove,
    /// 40 to 69.
    Fair,
    /// 70 to 100.
    Favourable,
}

impl Band {
    /// The band of a whole number from 0 to 100.
    pub fn of_index(value: f64) -> Self {
        match value {
            value if value < 40.0 => Self::RoomToImprove,
            value if value < 70.0 => Self::Fair,
            _ => Self::Favourable,
        }
    }

    /// Words for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::RoomToImprove => "room to improve",
            Self::Fair => "fair",
            Self::Favourable => "favourable",
        }
    }
}

/// How a part stands on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Standing {
    /// It has a value.
    Present,
    /// Too few days are answered.
    TooFewDays,
    /// Enough days are answered, but too much of them is not known, or the newest number is too old.
    NotKnown,
    /// It is left out, and its weight goes to the others: why, in words.
    LeftOut(&'static str),
}

/// A part of an index on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct PartReading {
    /// Name for people.
    pub label: &'static str,
    /// How it is worked out, in words.
    pub rule: &'static str,
    /// Share of the whole, 0 to 1.
    pub weight: f64,
    /// Keys of the columns it is worked out from, in the order they are tried.
    pub columns: &'static [&'static str],
    /// Key of the column that was read; `None` if there is none.
    pub column: Option<&'static str>,
    /// Days it looks at, that of the reading being the last.
    pub window_days: usize,
    /// Answered days it needs among them.
    pub needed_days: usize,
    /// Days that are answered.
    pub answered_days: usize,
    /// What the rule takes, in the unit of the column: mostly the mean of the answered days.
    pub amount: Option<f64>,
    /// Whether the amount is "at least": a food was not known.
    pub is_lower_bound: bool,
    /// 0 least to 1 most favourable; `None` unless [`Standing::Present`].
    pub value: Option<f64>,
    /// How it stands.
    pub standing: Standing,
}

impl PartReading {
    /// Whether it has a part in the index, answered or not.
    pub fn applies(&self) -> bool {
        !matches!(self.standing, Standing::LeftOut(_))
    }
}

/// An index on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct IndexReading {
    /// Key of its column.
    pub key: &'static str,
    /// Name of its box.
    pub title: &'static str,
    /// Days it speaks of, that of the reading being the last.
    pub window_days: usize,
    /// 0 to 100, a whole number, as in the column; `None` below a coverage of [`NEEDED_COVERAGE`](super::NEEDED_COVERAGE).
    pub value: Option<f64>,
    /// Weight of the parts that are there as a share of the weight of those that apply, 0 to 1.
    pub coverage: f64,
    /// Where it lies, in words.
    pub band: Option<Band>,
    /// Its range when any one weight moves by 0.10.
    pub sensitivity: Option<(f64, f64)>,
    /// Every part, in the order of the formula.
    pub parts: Vec<PartReading>,
    /// Whether it is shown as its band, without numbers and targets: food or weight may be a worry.
    pub words_only: bool,
    /// What stands beside it whatever its number: "rough", "absorption unknown".
    pub remarks: Vec<&'static str>,
}

impl IndexReading {
    /// The parts that apply and are not there.
    pub fn missing(&self) -> impl Iterator<Item = &PartReading> {
        self.parts.iter().filter(|part| part.value.is_none() && part.applies())
    }
}

/// All indices of a diary on a day, in the order of the table. The day need not have a row.
pub fn index_readings(diary: &Diary, table: &DayTable, day: Day) -> Vec<IndexReading> {
    let person = Person::in_diary(diary);
    let formulas = Formulas::placed(table, &person);
    formulas.iter().map(|placed| reading(placed, &formulas, table, day)).collect()
}

/// The index with a key on a day; `None` if no index has it.
pub fn index_reading(diary: &Diary, table: &DayTable, key: &str, day: Day) -> Option<IndexReading> {
    let person = Person::in_diary(diary);
    let formulas = Formulas::placed(table, &person);
    let placed = formulas.iter().find(|placed| placed.formula.key == key)?;
    Some(reading(placed, &formulas, table, day))
}

/// Lets `say` look at so many days of some columns up to a day, as a part of an index does.
pub(in crate::columns) fn with_days<T>(
    (diary, table, day): (&Diary, &DayTable, Day),
    columns: &[&str],
    (window_days, needed_days): (usize, usize),
    say: impl FnOnce(&PartDays<'_>) -> T,
) -> T {
    let person = Person::in_diary(diary);
    let columns: Vec<_> = columns.iter().map(|key| table.position(key)).collect();
    let Row { rows, row } = row_of(table, day);
    let person = person.on(day);
    say(&PartDays { table, columns: &columns, rows, row, window_days, needed_days, person: &person })
}

fn reading(placed: &Placed, formulas: &Formulas<'_>, table: &DayTable, day: Day) -> IndexReading {
    let person = formulas.person().on(day);
    let at = row_of(table, day);
    let Formula { key, title, window_days, is_about_food, .. } = *placed.formula;
    let results: Vec<_> = placed.parts(table, &at, &person).collect();
    let parts: Vec<PartReading> = results
        .into_iter()
        .map(|(part, result)| match result {
            Ok(measured) => of_measured(part, measured),
            Err(situation) => of_standing(part, Standing::LeftOut(situation.why())),
        })
        .collect();
    let applicable = || parts.iter().filter(|part| part.applies()).map(|part| (part.weight, part.value));
    let combined = Combined::of_parts(applicable());
    let value = combined.whole();
    IndexReading {
        key,
        title,
        window_days,
        value,
        coverage: combined.coverage,
        band: value.map(Band::of_index),
        sensitivity: sensitivity::range(&applicable().collect::<Vec<_>>()),
        words_only: is_about_food && person.may_have_food_worries(),
        remarks: placed.remarks(table, &at, &person),
        parts,
    }
}

fn of_standing(part: &'static Part, standing: Standing) -> PartReading {
    let Part { weight, label, rule, columns, window_days, needed_days, .. } = *part;
    PartReading {
        label,
        rule,
        weight,
        columns,
        column: None,
        window_days,
        needed_days,
        answered_days: 0,
        amount: None,
        is_lower_bound: false,
        value: None,
        standing,
    }
}

fn of_measured(part: &'static Part, measured: Measured) -> PartReading {
    let Measured { column, answered_days, amount, is_lower_bound, value } = measured;
    let standing = match value {
        Some(_) => Standing::Present,
        None if answered_days < part.needed_days => Standing::TooFewDays,
        None => Standing::NotKnown,
    };
    let column = part.columns.get(column).copied();
    PartReading { column, answered_days, amount, is_lower_bound, value, ..of_standing(part, standing) }
}

/// The row of a day. A day that has none gets the place it would have behind the last stretch before it.
fn row_of(table: &DayTable, day: Day) -> Row {
    let before = table.rows().filter(|(_, stretch)| stretch.first <= day).last();
    let Some((rows, stretch)) = before else { return Row { rows: 0..0, row: 0 } };
    let row = rows.start + usize::try_from(day.days_since(stretch.first)).unwrap_or(0);
    Row { rows: rows.start..rows.end.min(table.days), row }
}
