//! Which part of a diary the looks use: days that lie far from all others are left out, and that is said.

use crate::columns::DayTable;
use crate::model::stretch;
use crate::model::time::Day;
use crate::words::Period;

/// The part of a diary that is analysed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Analysed {
    /// Its first day.
    pub first: Day,
    /// Its last logged day.
    pub last: Day,
    /// Logged days before it that are left out.
    pub older: usize,
    /// Logged days after it that are left out.
    pub newer: usize,
}

impl Analysed {
    /// The part of a table; `None` of one without rows.
    pub fn of(table: &DayTable) -> Option<Self> {
        let stretches = &table.stretches;
        let place = stretch::main_stretch(stretches)?;
        let (main, after) = (stretches[place], &stretches[place + 1..]);
        let newer = after.iter().map(|stretch| stretch.logged).sum();
        Some(Self { first: main.first, last: main.last, older: stretch::logged_before(stretches, main.first), newer })
    }

    /// Which part it is, if anything is left out: "Analysed: 12 Mar 2025 to 28 Nov 2026. 1 older day was left out, …".
    pub fn words(self) -> Option<String> {
        let counts = [(self.older, "1 older day", "older days"), (self.newer, "1 newer day", "newer days")];
        let part = |(days, one, many): (usize, &str, &str)| match days {
            0 => None,
            1 => Some(one.to_owned()),
            days => Some(format!("{days} {many}")),
        };
        let left_out: Vec<String> = counts.into_iter().filter_map(part).collect();
        let verb = if self.older + self.newer == 1 { "was" } else { "were" };
        let period = Period::new(self.first, self.last);
        (!left_out.is_empty())
            .then(|| format!("Analysed: {period}; {} {verb} left out, far from these.", left_out.join(" and ")))
    }
}
