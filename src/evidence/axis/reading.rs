//! What a box shows of its index: the number with its band, the band alone where numbers are kept back, support words where those
//! come first, or what is missing. Never a number below the coverage that an index needs.

use super::index_reading::{IndexReading, index_reading};
use super::plan::{BoxPlan, Gate};
use crate::columns::DayTable;
use crate::evidence::gate;
use crate::evidence::red_flags::{Level, red_flags};
use crate::model::diary::Diary;
use crate::model::time::Day;

/// Weeks that a box looks back.
pub const WEEKS: usize = 12;
/// Days of a week.
const WEEK_DAYS: i32 = 7;

/// The index of a box on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct BoxIndex {
    /// Key of its column.
    pub key: String,
    /// What it is made of.
    pub reading: IndexReading,
    /// What of it is shown.
    pub shown: Shown,
    /// Whether no number may be shown, those of its parts and their targets included.
    pub keeps_back: bool,
    /// Its values of the last [`WEEKS`] weeks, oldest first, each of the same weekday; empty where numbers are kept back.
    pub weeks: Vec<Option<f64>>,
}

/// What is shown of an index.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown {
    /// 0 to 100 and its band.
    Number(f64, &'static str),
    /// The band alone.
    Band(&'static str),
    /// Support words, and no number.
    Support(Vec<String>),
    /// Too little is logged: what is missing, each a sentence.
    TooFew(Vec<String>),
}

/// Reads the index of a box.
pub(super) fn box_index(plan: &BoxPlan, diary: &Diary, table: &DayTable, day: Day) -> Option<BoxIndex> {
    let key = plan.index.clone()?;
    let reading = index_reading(diary, table, &key, day);
    let shown = shown(plan.gate, &reading, diary, table, day);
    let keeps_back = matches!(shown, Shown::Support(_)) || keeps_back(plan.gate, diary);
    let weeks = if keeps_back { Vec::new() } else { weekly(table, &key, day) };
    Some(BoxIndex { key, reading, shown, keeps_back, weeks })
}

fn shown(gate: Option<Gate>, reading: &IndexReading, diary: &Diary, table: &DayTable, day: Day) -> Shown {
    if gate == Some(Gate::Support) {
        let support = support_words(diary, table, day);
        if !support.is_empty() {
            return Shown::Support(support);
        }
    }
    match (reading.value, reading.band) {
        (Some(_), Some(band)) if keeps_back(gate, diary) => Shown::Band(band),
        (Some(value), Some(band)) => Shown::Number(value, band),
        _ => Shown::TooFew(reading.missing()),
    }
}

fn keeps_back(gate: Option<Gate>, diary: &Diary) -> bool {
    gate == Some(Gate::FoodWorry) && gate::may_have_food_worries(diary.profile())
}

/// The words of the support rules that hold; empty if none does.
fn support_words(diary: &Diary, table: &DayTable, day: Day) -> Vec<String> {
    let flags = red_flags(diary, table, day);
    flags.into_iter().filter(|flag| flag.level == Level::Support).map(|flag| flag.text).collect()
}

fn weekly(table: &DayTable, key: &str, day: Day) -> Vec<Option<f64>> {
    let Some(column) = table.column(key) else { return vec![None; WEEKS] };
    let weeks = i32::try_from(WEEKS).unwrap_or(i32::MAX);
    let cell =
        |ago: i32| table.row(day.plus(-WEEK_DAYS * ago)).and_then(|row| column.cells.get(row).copied().flatten());
    (0..weeks).rev().map(cell).collect()
}
