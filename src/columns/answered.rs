//! What was answered, where a column of the day table says more than that. A CSV of days carries it in columns of its own, so
//! that reading the file back never makes an answer of what foods added up to.

use super::contents::Trackables;
use super::samples::{Samples, aggregate};
use super::spec::{ColumnSpec, Origin};
use super::table::{Column, DayTable};
use crate::model::diary::Diary;

/// What stands behind the key and a point. No key of a trackable has a point, and no region this name.
pub const ANSWERED: &str = "answered";

/// Whether the column with a key only says again what was answered in another one of a table.
pub fn repeats(key: &str, table: &DayTable) -> bool {
    key.split_once('.').is_some_and(|(whole, part)| part == ANSWERED && table.column(whole).is_some())
}

/// What was answered for each day as a whole, for the trackables whose columns say more than that, or might: where foods add to
/// an answer, regions stand for the whole, or hours are those between bed and rising.
pub fn answered(diary: &Diary, table: &DayTable) -> Vec<Column> {
    let trackables = Trackables::in_catalogue(diary.catalogue());
    let mut cells = vec![vec![None; table.days]; trackables.len()];
    let mut samples = Samples::default();
    for page in diary.day_records() {
        let Some(row) = table.row(page.date) else { continue };
        samples.take(page, &trackables);
        samples.drop_regions();
        for ((known, found), cells) in trackables.iter().zip(samples.iter()).zip(&mut cells) {
            if let Some(cell) = cells.get_mut(row) {
                *cell = aggregate(known, found, false);
            }
        }
    }
    let of_own = trackables.iter().zip(cells).filter_map(|(known, cells)| {
        let column = table.column(known.key.as_str())?;
        let says_more = column.cells != cells || column.origin == Origin::LoggedAndFoods;
        if !says_more || cells.iter().all(Option::is_none) {
            return None;
        }
        let (key, label) = (format!("{}.{ANSWERED}", column.key), format!("{} (answered)", column.label));
        Some(Column { spec: ColumnSpec { key, label, origin: Origin::Logged, ..column.spec.clone() }, cells })
    });
    of_own.collect()
}
