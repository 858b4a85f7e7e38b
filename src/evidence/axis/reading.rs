//! What a box shows of its index: the number with its band, the band alone where numbers are kept back, support words where those
//! come first, or what is missing. Never a number below the coverage that an index needs.

use super::plan::BoxPlan;
use crate::columns::{Band, DayTable, IndexReading, PartReading, Standing};
use crate::evidence::safety::Flag;
use crate::model::time::Day;
use crate::words::count;

/// Weeks that a box looks back.
pub const WEEKS: usize = 12;
/// Days of a week.
const WEEK_DAYS: i32 = 7;

/// The index of a box on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct BoxIndex {
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
    Number(f64, Band),
    /// The band alone.
    Band(Band),
    /// Support words, and no number.
    Support(Vec<String>),
    /// Too little is logged: what is missing, each a sentence.
    TooFew(Vec<String>),
}

/// What is shown of the index of a box.
pub(super) fn box_index(
    plan: &BoxPlan,
    reading: &IndexReading,
    flags: &[Flag],
    table: &DayTable,
    day: Day,
) -> BoxIndex {
    let support = support_words(plan, flags);
    let keeps_back = reading.words_only || !support.is_empty();
    let shown = match (reading.value, reading.band) {
        _ if !support.is_empty() => Shown::Support(support),
        (Some(_), Some(band)) if reading.words_only => Shown::Band(band),
        (Some(value), Some(band)) => Shown::Number(value, band),
        _ => Shown::TooFew(reading.missing().map(missing).collect()),
    };
    let weeks = if keeps_back { Vec::new() } else { weekly(table, reading.key, day) };
    BoxIndex { reading: reading.clone(), shown, keeps_back, weeks }
}

/// What a part still needs.
fn missing(part: &PartReading) -> String {
    let PartReading { label, answered_days, needed_days, window_days, .. } = part;
    match part.standing {
        Standing::TooFewDays => {
            let days = count(*answered_days, "day", "days");
            format!("{label}: answered on {days} of the last {window_days}; {needed_days} are needed.")
        }
        _ => format!("{label}: too much of it is not known."),
    }
}

/// The words of the support rules that hold; empty if none does.
fn support_words(plan: &BoxPlan, flags: &[Flag]) -> Vec<String> {
    let offered = flags.iter().filter(|flag| plan.support_first && flag.offers_support);
    offered.map(|flag| flag.words.clone()).collect()
}

fn weekly(table: &DayTable, key: &str, day: Day) -> Vec<Option<f64>> {
    let Some(column) = table.column(key) else { return vec![None; WEEKS] };
    let weeks = i32::try_from(WEEKS).unwrap_or(i32::MAX);
    let cell =
        |ago: i32| table.row(day.plus(-WEEK_DAYS * ago)).and_then(|row| column.cells.get(row).copied().flatten());
    (0..weeks).rev().map(cell).collect()
}
