//! What was answered, where a column of the day table says more than that. A CSV of days carries it in columns of its own, so
//! that reading the file back never makes an answer of what foods added up to.

use std::collections::HashMap;

use super::columns::tabulated;
use super::day_table::{Column, DayTable, Origin};
use super::samples::{Samples, aggregate};
use crate::model::diary::Diary;
use crate::model::trackable::Trackable;

/// What stands behind the key and a point. No key of a trackable has a point, and no region this name.
pub const PART: &str = "answered";

/// Whether the column with a key only says again what was answered in another one of a table.
pub fn repeats(key: &str, table: &DayTable) -> bool {
    key.split_once('.').is_some_and(|(whole, part)| part == PART && table.column(whole).is_some())
}

/// What was answered for each day as a whole, for the trackables whose columns say more than that, or might: where foods add to
/// an answer, regions stand for the whole, or hours are those between bed and rising.
pub fn answered(diary: &Diary, table: &DayTable) -> Vec<Column> {
    let trackables: Vec<&Trackable> = tabulated(diary.catalogue()).collect();
    let place_of: HashMap<&str, usize> =
        trackables.iter().enumerate().map(|(place, known)| (known.key.as_str(), place)).collect();
    let mut cells = vec![vec![None; table.days]; trackables.len()];
    let mut samples = Samples::default();
    for page in diary.pages() {
        let Some(row) = table.row(page.date) else { continue };
        samples.take(page, &place_of);
        for (place, found) in &mut samples.by_place {
            found.retain(|sample| sample.region.is_none());
            let value = trackables.get(*place).and_then(|known| aggregate(known, found));
            if let Some(cell) = cells.get_mut(*place).and_then(|cells| cells.get_mut(row)) {
                *cell = value;
            }
        }
    }
    let of_own = trackables.iter().zip(cells).filter_map(|(known, cells)| {
        let column = table.column(known.key.as_str())?;
        let says_more = column.cells != cells || column.origin == Origin::LoggedAndFoods;
        if !says_more || cells.iter().all(Option::is_none) {
            return None;
        }
        let (key, label) = (format!("{}.{PART}", column.key), format!("{} (answered)", column.label));
        Some(Column { key, label, cells, origin: Origin::Logged, ..column.clone() })
    });
    of_own.collect()
}
