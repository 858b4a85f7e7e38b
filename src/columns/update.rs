//! Keeping a day table up to date without building it anew.

use super::rows::stretches;
use super::table::DayTable;
use crate::model::diary::Diary;
use crate::model::stretch::Stretch;
use crate::model::time::Day;

/// Brings the table up to date after an edit of one day: of each column, the rows whose window holds that day. Gives `false` if
/// the table must be built anew, because its rows or its columns would change; what it then holds is of no use.
pub fn update_day(table: &mut DayTable, diary: &Diary, day: Day) -> bool {
    let (Some(layout), Some(row)) = (table.layout.clone(), table.row(day)) else { return false };
    let stretches = stretches(diary);
    let ends = |stretch: &Stretch| (stretch.first, stretch.last);
    let page = diary.day_record(day).map(|page| &**page);
    if !layout.fills(table)
        || !table.stretches.iter().map(ends).eq(stretches.iter().map(ends))
        || !layout.contents.fit(diary, page)
    {
        return false;
    }
    table.stretches = stretches;
    let rows = row..(row + layout.reach()).min(table.consecutive(row).end);
    layout.fill(table, diary, rows, |later, window_days| later - row < window_days)
}
