//! The days a cell is worked out from, and the function that does it.

use super::day_facts::DayFacts;
use super::known_part::KnownPart;
use super::spec::ColumnSpec;

/// From a window of days to a cell; `None` is missing.
pub(super) type CellFn = Box<dyn Fn(&Window<'_>) -> Option<f64> + Send + Sync>;

/// From a window of days to what is known of a missing cell.
pub(super) type KnownPartFn = Box<dyn Fn(&Window<'_>) -> Option<KnownPart> + Send + Sync>;

/// The days that the cell of one row speaks of: as many as [`ColumnSpec::window_days`] says, fewer where the stretch begins.
pub(super) struct Window<'a> {
    /// The day of the row.
    pub day: &'a DayFacts<'a>,
    /// All days of the window, oldest first, that of the row among them.
    pub days: &'a [DayFacts<'a>],
}

/// What a source gives: a column, and how its cells are worked out.
pub(super) struct SourceColumn {
    pub spec: ColumnSpec,
    /// From days to a cell; `None` if it is worked out from other columns, by a formula.
    pub cell: Option<CellFn>,
    /// What is known of a missing cell, where the column is a sum.
    pub known_part: Option<KnownPartFn>,
    /// Whether the column is there only while one of its days has a number.
    pub only_if_answered: bool,
}

impl SourceColumn {
    /// A column that is there whatever its cells say.
    pub(super) fn new(spec: ColumnSpec, cell: impl Fn(&Window<'_>) -> Option<f64> + Send + Sync + 'static) -> Self {
        Self { spec, cell: Some(Box::new(cell)), known_part: None, only_if_answered: false }
    }

    /// A column that is worked out from others.
    pub(super) fn of_columns(spec: ColumnSpec) -> Self {
        Self { spec, cell: None, known_part: None, only_if_answered: false }
    }

    /// The same with what is known of a missing cell.
    #[must_use]
    pub(super) fn with_known_part(
        self,
        known_part: impl Fn(&Window<'_>) -> Option<KnownPart> + Send + Sync + 'static,
    ) -> Self {
        Self { known_part: Some(Box::new(known_part)), ..self }
    }
}
