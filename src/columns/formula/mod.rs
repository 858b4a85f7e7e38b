//! The seven self-care indices: weighted means of parts, each worked out from the columns of some days. The weights are our
//! judgement and not estimated from data; an index measures no flora, no gut wall, no inflammation and no disease.
//!
//! An index is one [`Formula`], a constant in a file of its own. Both the cell of its column and the [`IndexReading`] that a
//! person opens are worked out from it, so that the two cannot differ.

mod days;
mod evaluate;
mod measured;
mod person;
mod reading;
mod sensitivity;

pub(super) use days::PartDays;
pub(super) use evaluate::Formulas;
pub(super) use measured::{Measured, lin};
pub(super) use person::{Person, Situation};
pub(super) use reading::with_days;
pub use reading::{Band, IndexReading, PartReading, Standing, index_reading, index_readings};

/// Share of the weight of the parts that apply from which an index is a number.
pub const NEEDED_COVERAGE: f64 = 0.60;

/// An index: what it is called, and the parts it is the weighted mean of.
pub(super) struct Formula {
    /// Key of its column.
    pub key: &'static str,
    /// Name of its box.
    pub title: &'static str,
    /// What it is, for the list of columns.
    pub label: &'static str,
    /// Days it speaks of. Some parts look further back, for what itself is the number of a week.
    pub window_days: usize,
    /// Whether numbers and targets give way to words where food or weight may be a worry.
    pub is_about_food: bool,
    /// The parts.
    pub parts: &'static [Part],
    /// What stands beside it whatever its number.
    pub remarks: Remarks,
}

impl Formula {
    /// Days from an edited one on of which the index may change, that of the edit among them. `window_days` says of a column how
    /// many days its numbers speak of.
    pub fn reach(&self, window_days: impl Fn(&str) -> Option<usize>) -> usize {
        let reach = |part: &Part| {
            let longest = part.columns.iter().filter_map(|key| window_days(key)).max().unwrap_or(1);
            part.window_days + longest - 1
        };
        self.parts.iter().map(reach).max().unwrap_or(1)
    }
}

/// What else is to be said of an index, from the columns it names.
pub(super) struct Remarks {
    /// Columns, by which `say` asks for their days.
    pub columns: &'static [&'static str],
    /// The remarks of a day.
    pub say: fn(&PartDays<'_>) -> Vec<&'static str>,
}

impl Remarks {
    /// Nothing.
    pub const NONE: Self = Self { columns: &[], say: |_| Vec::new() };
}

/// A part of an index.
pub(super) struct Part {
    /// Its share of the whole; the parts of a formula add up to 1.
    pub weight: f64,
    /// Name for people.
    pub label: &'static str,
    /// How it is worked out, in words.
    pub rule: &'static str,
    /// Columns it is worked out from, in the order they are tried. `measure` asks for them by their place.
    pub columns: &'static [&'static str],
    /// Days of these columns that it looks at, that of the row being the last.
    pub window_days: usize,
    /// Answered days it needs among them.
    pub needed_days: usize,
    /// When it is left out.
    pub left_out: &'static [Situation],
    /// From the days to a number.
    pub measure: fn(&PartDays<'_>) -> Measured,
}

/// Every index of the axis map, in the order of the table.
pub(super) fn formulas() -> &'static [Formula] {
    super::sources::indices::FORMULAS
}

/// The formula of an index.
pub(super) fn formula(key: &str) -> Option<&'static Formula> {
    formulas().iter().find(|formula| formula.key == key)
}
