//! The signs of a sheet, as a day answers them.

use crate::columns::day_facts::DayFacts;
use crate::model::entry::EntryKind;
use crate::model::region::BodyPart;
use crate::model::score_sheet::{ScoreSheet, ScoreSheets, SheetItem};

/// The sum of the signs of a sheet about one part of the body; `None` unless all of them are answered.
pub(super) fn sum_of_part(day: &DayFacts<'_>, sheet: ScoreSheet, part: BodyPart) -> Option<f64> {
    sum(day, ScoreSheets::shipped().data(sheet)?.items_of(part))
}

/// The sum of all signs of a sheet; `None` unless all of them are answered.
pub(super) fn sum_of_sheet(day: &DayFacts<'_>, sheet: ScoreSheet) -> Option<f64> {
    sum(day, ScoreSheets::shipped().data(sheet)?.items.iter())
}

fn sum<'a>(day: &DayFacts<'_>, mut items: impl Iterator<Item = &'a SheetItem>) -> Option<f64> {
    if day.entries().iter().all(|entry| entry.kind != EntryKind::SkinWeek) {
        return None;
    }
    items.try_fold(0.0, |sum, item| Some(sum + day.answer(&item.key)?))
}
