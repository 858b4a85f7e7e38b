//! An index taken apart: its parts with their weights, and what is missing of them.

use crate::columns::DayTable;
use crate::model::diary::Diary;
use crate::model::time::Day;

/// An index taken apart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct IndexReading {
    /// 0 to 100; `None` below the coverage an index needs.
    pub value: Option<f64>,
    /// Share of the applicable weight that is present, 0 to 1.
    pub coverage: f64,
    /// Its band in words, where there is a value.
    pub band: Option<&'static str>,
    /// Its parts.
    pub parts: Vec<PartReading>,
}

/// One part of an index.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PartReading {
    /// Its name.
    pub label: String,
    /// Its weight, 0 to 1.
    pub weight: f64,
    /// Keys of the columns it reads.
    pub columns: Vec<String>,
    /// Days it looks back.
    pub window_days: usize,
    /// Answered days it needs.
    pub needed_days: usize,
    /// Answered days there are.
    pub answered_days: usize,
    /// 0 to 1; `None` if missing.
    pub value: Option<f64>,
    /// Why it has no part in the index for this person.
    pub why_not: Option<String>,
}

impl IndexReading {
    /// What is missing, each a sentence.
    pub fn missing(&self) -> Vec<String> {
        let missing = self.parts.iter().filter(|part| part.value.is_none() && part.why_not.is_none());
        missing
            .map(|part| format!("{}: {} of {} days answered.", part.label, part.answered_days, part.needed_days))
            .collect()
    }
}

/// Reads an index of a day.
pub(super) fn index_reading(_diary: &Diary, table: &DayTable, key: &str, day: Day) -> IndexReading {
    let cell = table.column(key).zip(table.row(day)).and_then(|(column, row)| column.cells.get(row).copied().flatten());
    let band = |value: f64| match value {
        value if value < 40.0 => "room to improve",
        value if value < 70.0 => "fair",
        _ => "favourable",
    };
    IndexReading { value: cell, coverage: 0.0, band: cell.map(band), parts: Vec::new() }
}
