//! What is known of a sum with an unknown part in it. The cell of such a day stays missing, so that nothing is analysed that
//! nobody knows. But what is known is a lower bound: enough to say "above", never enough to say "below". Safety rules and aims
//! read it here.

use super::food_day::FoodDay;
use super::index::ColumnIndex;
use super::table::DayTable;
use crate::foods::totals::Sum;
use crate::model::time::Day;

/// What is known of a sum of which not all is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KnownPart {
    /// The sum over what is known, in the unit of the column. It was at least so much.
    pub amount: f64,
    /// Which part of the day's weight of food is known, 0 to 1; `None` where no food was weighed.
    pub share: Option<f64>,
}

impl KnownPart {
    /// What is known of a sum over the foods of a day; `None` where nothing at all is.
    pub(super) fn of_foods(foods: &FoodDay, sum: Sum) -> Option<Self> {
        // Drinks alone say nothing of what was eaten.
        let share = sum.known_share().filter(|_| foods.has_meal);
        (sum.unknown < sum.foods).then_some(Self { amount: sum.known, share })
    }
}

/// The known parts of a table: for each column that can have any a place for each row, for others none.
pub(super) type KnownParts = Vec<Vec<Option<KnownPart>>>;

impl DayTable {
    /// What is known of a missing cell, where its column is a sum of which some is known.
    pub fn known_part(&self, column: ColumnIndex, row: usize) -> Option<KnownPart> {
        self.known_parts.get(column.0)?.get(row).copied().flatten()
    }

    /// At least how much it was in a row: the number of the cell or, where a part of the sum is unknown, the part that is known.
    /// It may settle that something lies above a mark, and never that it lies below.
    pub fn lower_bound(&self, column: ColumnIndex, row: usize) -> Option<f64> {
        let cell = self.columns.get(column.0)?.cells.get(row).copied().flatten();
        cell.or_else(|| self.known_part(column, row).map(|part| part.amount))
    }

    /// As [`lower_bound`](Self::lower_bound), by the key of the column and the day of the row.
    pub fn lower_bound_on(&self, key: &str, day: Day) -> Option<f64> {
        self.lower_bound(self.position(key)?, self.row(day)?)
    }
}
