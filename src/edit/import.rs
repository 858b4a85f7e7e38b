//! What an import adds to a diary, in one step: days, courses, trackables and what its pantry holds.

use std::collections::{BTreeMap, BTreeSet};

use super::change::Change;
use super::day::put_page;
use super::error::CommandError;
use super::stock::{renumber_pages, stock};
use super::validate::check_page;
use super::{course, trackable};
use crate::model::course::{Course, CourseId};
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::entry::Entry;
use crate::model::pantry::Pantry;
use crate::model::record::Record;
use crate::model::time::Day;
use crate::model::trackable::Trackable;

/// What [`Command::Import`](super::Command::Import) brings.
pub(super) struct Import {
    pub pages: Vec<DayRecord>,
    pub courses: Vec<Course>,
    pub trackables: Vec<Trackable>,
    pub pantry: Pantry,
    pub replace: bool,
}

/// Checks all that an import brings and gives the changes that add it.
///
/// # Errors
/// [`CommandError`] for the first thing that breaks a rule.
pub(super) fn import(diary: &Diary, mut import: Import, today: Day) -> Result<Vec<Change>, CommandError> {
    let (mut changes, numbers) = stock(diary, &import.pantry, &import.pages)?;
    renumber_pages(&mut import.pages, &numbers);
    // Answers may speak of what comes with them.
    let mut ahead = diary.clone();
    for known in import.trackables {
        for change in trackable::put(&ahead, known)? {
            change.apply(&mut ahead);
            changes.push(change);
        }
    }
    let mut merged: BTreeMap<Day, DayRecord> = BTreeMap::new();
    for page in import.pages {
        let day = page.date;
        if day.days_since(today) > 1 {
            return Err(CommandError::Future { day });
        }
        let target = merged.entry(day).or_insert_with(|| match diary.day_record(day) {
            Some(known) if !import.replace => DayRecord::clone(known),
            _ => DayRecord::blank(day),
        });
        // Each entry that is there answers for one of the file, so that two equal coffees stay two.
        let mut there = target.entries.clone();
        for entry in page.entries {
            if let Some(place) = there.iter().position(|known| Entry { id: entry.id, ..known.clone() } == entry) {
                there.swap_remove(place);
            } else if !entry.is_blank() {
                let id = if target.entry(entry.id).is_none() { entry.id } else { target.next_id() };
                target.entries.push(Entry { id, ..entry });
            }
        }
    }
    for page in merged.into_values() {
        check_page(&page, ahead.catalogue())?;
        changes.extend(put_page(diary, page));
    }
    let mut taken: BTreeSet<CourseId> = diary.courses().map(|course| course.id).collect();
    for course in import.courses {
        course::check(&course)?;
        if diary.courses().any(|known| Course { id: course.id, ..known.clone() } == course) {
            continue;
        }
        let next = taken.last().map_or(1, |last| last.0.saturating_add(1));
        let id = if taken.contains(&course.id) { CourseId(next) } else { course.id };
        taken.insert(id);
        changes.push(Change::put(diary, Record::Course(Course { id, ..course })));
    }
    Ok(changes)
}
