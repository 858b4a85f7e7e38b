//! From pages to the day table.

use std::collections::HashMap;
use std::sync::Arc;

use super::contents::Contents;
use super::day_facts::DayFacts;
use super::layout::Layout;
use super::rows::stretches;
use super::samples::Samples;
use super::table::DayTable;
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::time::Day;
use crate::model::trackable::Key;

/// Builds the day table of a diary: a row a day from the first to the last logged day of every stretch, every trackable but the
/// warning signs, then what is worked out from them, then courses, then single regions of the skin, then photos, then foods.
pub fn tabulate(diary: &Diary) -> DayTable {
    let stretches = stretches(diary);
    let Some(first) = stretches.first().map(|stretch| stretch.first) else {
        return DayTable::empty(Day::calendar_today());
    };
    let mut table = DayTable::of_stretches(first, stretches, Vec::new());
    let layout = Layout::new(Contents::in_diary(diary), &mut table);
    for rows in table.rows().map(|(rows, _)| rows).collect::<Vec<_>>() {
        layout.fill(&mut table, diary, rows, |_, _| true);
    }
    table.layout = Some(Arc::new(layout));
    table
}

/// What the table would say of single days, whether they are in the diary or not.
pub struct DayNumbers<'a> {
    diary: &'a Diary,
    contents: Contents,
}

impl<'a> DayNumbers<'a> {
    /// For the days of a diary, or days that might become its own.
    pub fn of(diary: &'a Diary) -> Self {
        Self { diary, contents: Contents::in_diary(diary) }
    }

    /// The number of each trackable on a day.
    pub fn on(&self, page: &DayRecord) -> HashMap<Key, f64> {
        let mut day = DayFacts::blank(&self.contents);
        day.read_page(self.diary.pantry(), page, &mut Samples::default());
        let numbers = self.contents.trackables.iter().enumerate();
        numbers.filter_map(|(place, known)| Some((known.key.clone(), day.number(place)?))).collect()
    }
}
