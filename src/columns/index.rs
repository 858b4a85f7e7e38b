//! The place of a column in a table, so that it is never taken for that of a row or of a factor among factors.

use std::ops::Index;

use super::table::{Column, DayTable};

/// The place of a column in a day table, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ColumnIndex(pub usize);

/// The column at a place. There is none past the last: a place is good for the table it came from.
impl Index<ColumnIndex> for DayTable {
    type Output = Column;

    fn index(&self, index: ColumnIndex) -> &Column {
        &self.columns[index.0]
    }
}

impl DayTable {
    /// The place of the column with a key.
    pub fn position(&self, key: &str) -> Option<ColumnIndex> {
        self.columns.iter().position(|column| column.key == key).map(ColumnIndex)
    }

    /// The columns with their places.
    pub fn indexed(&self) -> impl Iterator<Item = (ColumnIndex, &Column)> {
        self.columns.iter().enumerate().map(|(index, column)| (ColumnIndex(index), column))
    }
}
